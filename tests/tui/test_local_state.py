"""What is remembered outside the roadmap: the place in the walk, and which minutes are our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.halfyear import HalfYear
from model.meeting import Item
from model.records import Measure
from model.standing import Walk
from tui.local_state import (
    WalkPlace,
    current_of,
    folder,
    keep,
    load,
    parked,
    remember_written,
    settled,
    stepped,
    written,
)

if TYPE_CHECKING:
    from pathlib import Path


def walk(*left: str, handled: int = 0) -> Walk:
    """Make a walk with these measures left."""
    half = HalfYear("2026H2")
    measures = tuple(Measure(id=name, title=name, start=half, end=half) for name in left)
    return Walk(tuple((f"X{number}", Item(number=number)) for number in range(handled)), measures)


def up(place: WalkPlace, of: Walk) -> str:
    """Return the id of the card that is up."""
    found = current_of(place, of)
    return found.id if found else ""


def test_a_new_meeting_begins_at_the_first_card() -> None:
    """What was put aside in an earlier meeting is not put aside in this one."""
    place = settled(WalkPlace("2/2026", "T2", ("T1",), 0), walk("T1", "T2"), "3/2026")

    assert place == WalkPlace("3/2026", "T1", (), 0)


def test_the_card_stays_while_nothing_is_decided() -> None:
    """A measure that appears before it, put in by hand, does not push it away."""
    place = settled(WalkPlace("3/2026", "T2", (), 0), walk("T0", "T1", "T2"), "3/2026")

    assert place.current == "T2"


def test_after_a_decision_the_first_open_card_is_up() -> None:
    """With another count of outcomes the remembered card says nothing any more: so undo brings its card back."""
    place = settled(WalkPlace("3/2026", "T3", (), 2), walk("T2", "T3", handled=1), "3/2026")

    assert place == WalkPlace("3/2026", "T2", (), 1)


def test_parked_cards_come_in_the_order_in_which_they_were_put_aside() -> None:
    """When only parked ones are left, the first one parked is up; parking it again puts it last."""
    left = walk("T1", "T2", "T3")
    place = settled(WalkPlace(), left, "3/2026")
    place = parked(place, left)
    place = parked(place, left)
    assert (place.current, place.parked) == ("T3", ("T1", "T2"))

    place = settled(place, walk("T1", "T2", handled=1), "3/2026")
    assert place.current == "T1"
    assert parked(place, walk("T1", "T2", handled=1)).current == "T2"


def test_what_is_no_longer_left_is_not_parked_either() -> None:
    """A parked measure that was decided elsewhere is forgotten."""
    assert settled(WalkPlace("3/2026", "T2", ("T1", "T9"), 0), walk("T1", "T2"), "3/2026").parked == ("T1",)


def test_the_steps_go_round() -> None:
    """After the last card comes the first; without a card there is no step."""
    left = walk("T1", "T2")

    assert up(stepped(WalkPlace("3/2026", "T2"), left, 1), left) == "T1"
    assert stepped(WalkPlace("3/2026", ""), left, 1) == WalkPlace("3/2026", "")


def test_the_state_is_kept_by_the_real_path(tmp_path: Path) -> None:
    """A link to the roadmap leads to the same state; another roadmap has another."""
    environ = {"XDG_STATE_HOME": str(tmp_path / "state")}
    roadmap, other, link = tmp_path / "roadmap.toml", tmp_path / "other.toml", tmp_path / "link.toml"
    roadmap.touch()
    link.symlink_to(roadmap)
    place = WalkPlace("3/2026", "T07", ("T19",), 4)

    keep(place, roadmap, environ)

    assert load(link, environ) == place
    assert load(other, environ) == WalkPlace()


def test_without_a_place_for_state_the_home_is_used(tmp_path: Path) -> None:
    """A relative XDG_STATE_HOME is none, as its specification says."""
    found = folder(tmp_path / "roadmap.toml", {"XDG_STATE_HOME": "state", "HOME": str(tmp_path)})

    assert found.is_relative_to(tmp_path / ".local" / "state" / "tiekartta")


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"meeting": 1}', '{"meeting": "3/2026", "current": "", "parked": 5, "handled": "x"}'],
)
def test_a_state_that_makes_no_sense_counts_as_none(tmp_path: Path, content: str) -> None:
    """Half a file, another program's file: the walk begins at its first open card."""
    environ = {"XDG_STATE_HOME": str(tmp_path / "state")}
    roadmap = tmp_path / "roadmap.toml"
    keep(WalkPlace("3/2026", "T07"), roadmap, environ)
    (folder(roadmap, environ) / "walk.json").write_text(content, encoding="utf-8")

    assert load(roadmap, environ) == WalkPlace()


def test_a_state_that_cannot_be_kept_is_done_without(tmp_path: Path) -> None:
    """A file in the place of the folder: nothing fails, nothing is remembered."""
    (tmp_path / "state").touch()
    environ = {"XDG_STATE_HOME": str(tmp_path / "state")}
    roadmap = tmp_path / "roadmap.toml"

    keep(WalkPlace("3/2026", "T07"), roadmap, environ)

    assert load(roadmap, environ) == WalkPlace()


def test_the_minutes_that_were_written_are_known_by_their_digest(tmp_path: Path) -> None:
    """Each file has its own; a second writing replaces the first."""
    environ = {"XDG_STATE_HOME": str(tmp_path)}
    roadmap = tmp_path / "roadmap.toml"
    for name, digest in (("a.md", "1"), ("b.md", "2"), ("a.md", "3")):
        remember_written(roadmap, environ, name=name, digest=digest)

    assert written(roadmap, environ) == {"a.md": "3", "b.md": "2"}
