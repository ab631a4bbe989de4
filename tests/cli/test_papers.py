"""meeting invite, agenda, ics and catch-up: files beside the roadmap, or wherever they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.town import ROADMAP

if TYPE_CHECKING:
    from tests.cli.town import Town

MEETINGS = """
[[meetings]]
number = "2/2026"
date = 2026-09-01
opened = 09:00:00
closed = 10:00:00
state = "published"

[[meetings.attendance]]
member = "koulu"
presence = "absent"

[[meetings.items]]
number = 5
heading = "T02 Verkkomaksaminen"
subjects = ["T02"]
outcome = "continues"
decision = "Sovittiin, että toimenpide T02 jatkuu."

[[meetings.actions]]
number = 1
task = "Esite"
who = "koulu"

[[meetings]]
number = "3/2026"
date = 2026-12-01
starts = 09:00:00
place = "Kunnantalo"

[[meetings.items]]
number = 1
kind = "opening"
heading = "Kokouksen avaus"
"""


@pytest.fixture
def called(town: Town) -> Town:
    """The town with a meeting held and one called."""
    town.roadmap.write_text(ROADMAP + MEETINGS, encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "kutsu")
    return town


@pytest.mark.parametrize(
    ("what", "name", "begins"),
    [
        ("invite", "kokouskutsu-3-2026.md", "# Kokouskutsu 3/2026"),
        ("agenda", "esityslista-3-2026.md", "# Esityslista 3/2026"),
        ("ics", "kokous-3-2026.ics", "BEGIN:VCALENDAR"),
    ],
)
def test_a_paper_of_the_next_meeting_is_written_beside_the_roadmap(
    called: Town, what: str, *, name: str, begins: str
) -> None:
    """Under a name in the roadmap's language; it is told where, and nothing is committed."""
    ran = called.types("meeting", what)

    assert (ran.status, ran.err) == (0, "")
    assert name in ran.out
    assert (called.folder / "minutes" / name).read_text(encoding="utf-8").startswith(begins)
    assert called.git("log", "-1", "--format=%s") == "kutsu"


@pytest.mark.parametrize(("form", "begins"), [("md", b"# Koko"), ("html", b"<!"), ("docx", b"PK")])
def test_a_paper_is_written_in_the_form_that_is_asked_for(called: Town, form: str, begins: bytes) -> None:
    """Markdown, HTML or a document of a text processor, where `-o` says."""
    target = called.folder / "ulos" / f"kutsu.{form}"

    assert called.types("meeting", "invite", "--format", form, "-o", str(target)).status == 0
    assert called.types("meeting", "invite", "--format", form, "-o", str(target)).status == 0

    assert target.read_bytes().startswith(begins)


def test_a_paper_is_printed_in_the_language_that_is_asked_for(called: Town) -> None:
    """`-o -` prints it; a file of a text processor is not for a terminal."""
    swedish = called.types("meeting", "agenda", "-o", "-", "--lang", "sv")
    assert swedish.out.startswith("# Föredragningslista 3/2026")
    assert "svenska" in swedish.err
    assert called.types("meeting", "agenda", "-o", "-").err == ""

    ran = called.types("meeting", "agenda", "--format", "docx", "-o", "-")
    assert (ran.status, ran.out) == (2, "")


def test_a_paper_that_somebody_changed_is_left_alone(called: Town) -> None:
    """Our own earlier version is replaced, what was changed by hand is not unless its path is named."""
    called.types("meeting", "invite")
    called.types("edit", "3/2026", "place", "Kirjasto")
    assert called.types("meeting", "invite").status == 0
    path = called.folder / "minutes" / "kokouskutsu-3-2026.md"
    assert "Kirjasto" in path.read_text(encoding="utf-8")
    path.write_text("käsin\n", encoding="utf-8")

    ran = called.types("meeting", "invite")

    assert (ran.status, path.read_text(encoding="utf-8")) == (1, "käsin\n")
    assert "kokouskutsu-3-2026.md" in ran.err


def test_the_calendar_counts_how_often_the_meeting_moved(called: Town) -> None:
    """Time and place make a newer version of the event; a new chair does not. The stamp is the day and the clock."""
    called.types("edit", "3/2026", "date", "2.12.2026")
    called.types("edit", "3/2026", "place", "Kirjasto")
    called.types("edit", "3/2026", "chair", "koulu")

    text = called.types("meeting", "ics", "-o", "-").out

    assert "SEQUENCE:2" in text
    assert "DTSTAMP:2026112" in text
    assert "DTSTART;TZID=Europe/Helsinki:20261202T090000" in text


def test_a_calendar_needs_no_git(folder: Town) -> None:
    """Without a repository nothing is known of earlier versions, and the file is written all the same."""
    folder.roadmap.write_text(ROADMAP + MEETINGS, encoding="utf-8")

    ran = folder.types("meeting", "ics", "-o", "-")

    assert (ran.status, "SEQUENCE:0" in ran.out) == (0, True)


def test_the_catch_up_page_is_printed_for_its_reader(called: Town) -> None:
    """Of the latest meeting that was held; for everybody, a member by role, a branch by name."""
    everybody = called.types("meeting", "catch-up")
    member = called.types("meeting", "catch-up", "--member", "rehtori")
    branch = called.types("meeting", "catch-up", "--sector", "tekninen toimiala", "--meeting", "2/2026")

    assert everybody.out.startswith("# Kokous 2/2026 lyhyesti")
    assert "**Kenelle:** Rehtori" in member.out
    assert "2/2026-1" in member.out
    assert "**Kenelle:** Tekninen toimiala" in branch.out
    assert "2/2026-1" not in branch.out


def test_there_are_no_papers_without_a_meeting(town: Town) -> None:
    """Nor of a meeting that does not exist, nor of a file that cannot be read."""
    assert town.types("meeting", "invite").status == 1
    town.roadmap.write_text(ROADMAP + MEETINGS, encoding="utf-8")
    ran = town.types("meeting", "agenda", "--meeting", "7/2026")
    assert (ran.status, "3/2026" in ran.err) == (1, True)
    town.roadmap.write_text("schema = 1\n[roadmap\n", encoding="utf-8")
    assert town.types("meeting", "agenda").status == 1


def test_a_paper_that_cannot_be_written_says_why(called: Town) -> None:
    """A file where the folder should be: a sentence, and no traceback."""
    (called.folder / "minutes").write_text("", encoding="utf-8")

    ran = called.types("meeting", "invite")

    assert (ran.status, ran.out) == (1, "")
    assert ran.err.strip()
