"""Where a change and the file stand against each other the app asks, and nothing is lost whatever is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model import edits
from model.edits import Place
from model.typed import set_field
from tests.tui.session_files import SMALL, TODAY, committed, opened, running, screen_text
from tui.app import Tiekartta
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

HERE = Place(TODAY)
GOALS = '[[goals]]\nid = "asiointi"\ntitle = "Helppo asiointi"\n'
INLINE = 'schema = 1 # muoto\ngoals = [{ id = "asiointi", title = "Helppo asiointi" }]\n'
NOT_SIMPLE = SMALL.replace(GOALS, "").replace("schema = 1\n", INLINE)
"""A roadmap that can be changed only by writing all of it anew."""


def app_of(pilot: Pilot[None]) -> Tiekartta:
    """Return the app as what it is."""
    app = pilot.app
    assert isinstance(app, Tiekartta)
    return app


async def shown(pilot: Pilot[None], text: str) -> None:
    """Wait until a text stands on the screen."""
    for _ in range(200):
        if text in screen_text(pilot):
            return
        await pilot.pause()
    pytest.fail(f"{text} is not on the screen:\n{screen_text(pilot)}")


@pytest.mark.parametrize(("key", "is_done"), [("enter", True), ("escape", False)])
async def test_a_file_loses_its_comments_only_when_that_is_agreed_to(
    repository: Path, key: str, *, is_done: bool
) -> None:
    """The comments are shown first; Esc leaves the file byte for byte, Enter writes it anew and records it."""
    session = Session.open(committed(repository, NOT_SIMPLE), today=TODAY)
    before = session.path.read_bytes()
    async with running(session) as pilot:
        app_of(pilot).decide(lambda roadmap: edits.mark_done(roadmap, "T02", HERE))
        await shown(pilot, "# Odottaa toimittajaa.")
        await pilot.press(key)
        await shown(pilot, "T02 merkitty valmiiksi" if is_done else "ennalleen")

    assert (session.path.read_bytes() == before) is not is_done
    assert (session.roadmap.measure("T02").status == "done") is is_done
    assert Session.open(session.path, today=TODAY).roadmap == session.roadmap


@pytest.mark.parametrize(("key", "title"), [("1", "Meidän"), ("2", "Heidän"), ("escape", "Heidän")])
async def test_what_waits_to_be_saved_is_settled_with_what_others_wrote(repository: Path, key: str, title: str) -> None:
    """Somebody wrote the same field while a save failed: both values are named, and the chosen one is saved."""
    session = opened(repository)
    async with running(session) as pilot:
        app = app_of(pilot)
        session.path.chmod(0o444)
        app.decide(lambda roadmap: edits.note(roadmap, "T01", HERE, text="Ensin"))
        app.decide(lambda roadmap: set_field(roadmap, ("measures", "T02"), "title", "Meidän"))
        session.path.chmod(0o644)
        session.path.write_text(SMALL.replace("Tiketöinti", "Heidän"), encoding="utf-8")

        app.look_outside()
        await shown(pilot, "Otetaan tiedoston: Heidän")
        assert "Meidän" in screen_text(pilot)
        assert "Heidän" in screen_text(pilot)
        await pilot.press(key)
        await pilot.pause()
        app.look_outside()
        await pilot.pause()
        is_left = key == "escape"

        assert (session.keeper.unsaved is not None) is is_left

    text = session.path.read_text("utf-8")
    assert f'title = "{title}"' in text
    assert ("Ensin" in text) is not is_left
    assert session.roadmap.measure("T01").log


async def test_what_could_not_be_saved_is_kept_until_it_is_in_the_file(repository: Path) -> None:
    """Taken in while the file is still read-only it waits on: a second kill loses nothing, either."""
    first = opened(repository)
    first.path.chmod(0o444)
    first.change(edits.mark_done(first.roadmap, "T01", HERE))

    async with running(Session.open(first.path, today=TODAY)) as pilot:
        await shown(pilot, "Otetaanko")
        await pilot.press("enter")
        await shown(pilot, "EI TALLENNETTU")

    first.path.chmod(0o644)
    assert Session.open(first.path, today=TODAY).keeper.recovered == first.roadmap


async def test_what_is_not_wanted_is_forgotten(repository: Path) -> None:
    """Declined once, it is not offered again."""
    first = opened(repository)
    first.path.chmod(0o444)
    first.change(edits.mark_done(first.roadmap, "T01", HERE))
    first.path.chmod(0o644)

    async with running(Session.open(first.path, today=TODAY)) as pilot:
        await shown(pilot, "Otetaanko")
        await pilot.press("escape")
        await pilot.pause()

    later = Session.open(first.path, today=TODAY)
    assert later.keeper.recovered is None
    assert later.roadmap.measure("T01").status == "active"
