"""A filtered history reads what it has to and no more, a page at a time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from model.git import history as module
from model.git import listing, touching
from model.git.history import history
from model.git.versions import Versions
from model.wanted import Wanted
from tests.git.test_history import text
from tests.git.test_history_followed import on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from model.git.listing import Listed
    from model.git.state import Repository
    from tests.git.conftest import Town

START = {"T01": "planned Eka", "T02": "planned Toka"}


def by_hand(town: Town, content: str, message: str) -> None:
    """Commit a version as a person would, on the day that the surroundings say."""
    town.write(content.encode())
    town.git("add", "roadmap.toml")
    town.git("commit", "-q", "-m", message)


@pytest.fixture
def year(unborn: Town, monkeypatch: pytest.MonkeyPatch) -> Town:
    """A town whose roadmap was made in January and changed by Liisa in March and by Erkki in September and October."""
    on(monkeypatch, "2026-01-10")
    by_hand(unborn, text(**START), "alku")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Liisa Äyräs")
    on(monkeypatch, "2026-03-10")
    by_hand(unborn, text(**START | {"T01": "active Eka"}), "§ 4\n\nMeeting: 1/2026\nItem: 4")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Erkki Esimerkki")
    on(monkeypatch, "2026-09-01")
    by_hand(unborn, text(**START | {"T01": "done Eka"}), "§ 5\n\nMeeting: 2/2026\nItem: 5")
    on(monkeypatch, "2026-10-01")
    by_hand(unborn, text(**START | {"T01": "done Eka", "T02": "active Toka"}), "käsin")
    return unborn


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The versions that were read, in order."""
    found: list[bytes] = []
    roadmap = Versions.roadmap

    def counted(self: Versions, data: bytes) -> object:
        found.append(data)
        return roadmap(self, data)

    monkeypatch.setattr(Versions, "roadmap", counted)
    return found


@pytest.mark.parametrize(
    ("wanted", "subjects"),
    [
        (Wanted(record="T01"), ["§ 5", "§ 4", "alku"]),
        (Wanted(record="T02"), ["käsin", "alku"]),
        (Wanted(person="ayras"), ["§ 4"]),
        (Wanted(meeting="2/2026"), ["§ 5"]),
        (Wanted(first=date(2026, 3, 10), last=date(2026, 9, 1)), ["§ 5", "§ 4"]),
        (Wanted(kinds=frozenset({"started"})), ["käsin", "§ 4"]),
        (Wanted(kinds=frozenset({"done"}), record="T02"), []),
    ],
)
def test_filters(year: Town, wanted: Wanted, subjects: list[str]) -> None:
    """Each filter leaves what it asks for, newest first, and also within pages of one commit."""
    assert [entry.subject for entry in history(year.roadmap, wanted=wanted)] == subjects


def test_pages_make_one_filtered_history(year: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many commits are read at a time, the same ones are found."""
    wanted = Wanted(record="T01")
    whole = list(history(year.roadmap, wanted=wanted))

    monkeypatch.setattr(module, "PAGE", 1)
    monkeypatch.setattr(listing, "PAGE", 1)
    assert list(history(year.roadmap, wanted=wanted)) == whole


def test_what_author_or_day_leave_out_is_not_read(year: Town, parsed: list[bytes]) -> None:
    """A commit that cannot be wanted costs no version: of one admitted, its own and the one before are read."""
    assert len(list(history(year.roadmap, wanted=Wanted(person="Liisa")))) == 1
    assert len(parsed) == 2


def test_the_first_day_ends_the_search(year: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are older than the first day by more than clocks differ are not looked at."""
    monkeypatch.setattr(module, "PAGE", 1)
    monkeypatch.setattr(module, "LARGEST", 1)
    listed: list[Listed] = []

    def watched(repository: Repository, name: str) -> Iterator[Listed]:
        for found in listing.listed(repository, name):
            listed.append(found)
            yield found

    monkeypatch.setattr(module, "listed", watched)

    assert len(list(history(year.roadmap, wanted=Wanted(first=date(2026, 9, 1))))) == 2
    assert len(listed) == 3


def test_the_first_page_is_all_that_is_read(year: Town, monkeypatch: pytest.MonkeyPatch, parsed: list[bytes]) -> None:
    """Who looks at the newest entry waits for its page alone."""
    monkeypatch.setattr(module, "PAGE", 1)
    monkeypatch.setattr(listing, "PAGE", 1)

    next(history(year.roadmap))

    assert len(parsed) == 2


def test_a_hand_edit_between_versions_is_read_once(year: Town, parsed: list[bytes]) -> None:
    """Each version is read once, though every commit compares two."""
    list(history(year.roadmap))

    assert len(parsed) == len(set(parsed)) == 4


@pytest.mark.parametrize("name", ["T01", "T02", "T99"])
def test_a_record_whose_table_is_known_is_found_without_reading_the_rest(
    year: Town, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The history is the same as when every version is read, also page by page."""
    by_hand(year, "ei tiekartta", "rikki")
    by_hand(year, text(**START | {"T01": "done Eka", "T02": "done Toka"}), "ehjä")
    whole = list(history(year.roadmap, wanted=Wanted(record=name)))

    assert list(history(year.roadmap, wanted=Wanted(record=name, table="measures"))) == whole

    monkeypatch.setattr(touching, "_FIRST", 1)
    monkeypatch.setattr(module, "PAGE", 1)
    assert list(history(year.roadmap, wanted=Wanted(record=name, table="measures"))) == whole


def test_what_did_not_touch_the_record_is_not_parsed(year: Town, parsed: list[bytes]) -> None:
    """Of a measure that two of seven commits changed, those two versions are read, and the first."""
    for title in ("Kolmas", "Neljäs", "Viides"):
        by_hand(year, text(T01="done Eka", T02="active Toka", T03=f"planned {title}"), title)
    parsed.clear()

    found = list(history(year.roadmap, wanted=Wanted(record="T01", table="measures")))

    assert [entry.subject for entry in found] == ["§ 5", "§ 4", "alku"]
    assert len(parsed) == 3


def test_looking_back_from_an_earlier_commit(year: Town) -> None:
    """A history may begin at any commit in place of the newest one."""
    earlier = next(entry.commit for entry in history(year.roadmap) if entry.subject == "§ 4")

    assert [entry.subject for entry in history(year.roadmap, start=earlier)] == ["§ 4", "alku"]


def test_the_place_of_a_commit(year: Town) -> None:
    """Meeting and § are read off the trailers."""
    assert [entry.place for entry in history(year.roadmap)] == [("", None), ("2/2026", 5), ("1/2026", 4), ("", None)]
