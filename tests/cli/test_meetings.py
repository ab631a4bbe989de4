"""meeting and minutes: decisions in between are the meeting's §§, one number in file, commit and minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.town import DAY
from tui.main import main

if TYPE_CHECKING:
    from tests.cli.town import Ran, Town


def started(town: Town, *options: str) -> Ran:
    """Start a meeting."""
    ran = town.types("meeting", "start", "--place", "Kunnantalo", *options)
    assert (ran.status, ran.err) == (0, "")
    return ran


def items(town: Town) -> list[dict[str, object]]:
    """Return the §§ of the meeting."""
    found: list[dict[str, object]] = town.types("meeting", "show", "--json").json["items"]
    return found


def test_a_meeting_is_started_described_and_closed(town: Town) -> None:
    """It gets the year's next number; place, chair, secretary and who was there are recorded as told."""
    started(town, "--chair", "Tekninen johtaja", "--present", "tekninen", "--absent", "rehtori")
    town.types("meeting", "attend", "--remote", "koulu", "--guest", "Leena Luonnos, talous")
    ran = town.types("meeting", "close", "--secretary", "Rehtori", "--not-handled")

    assert ran.status == 0
    data = town.types("show", "1/2026", "--json").json
    assert (data["place"], data["chair"], data["secretary"]) == ("Kunnantalo", "Tekninen johtaja", "Rehtori")
    assert data["date"] == "2026-11-24"
    assert data["opened"] <= data["closed"] or data["closed"] < "01"
    assert [(e.get("member") or e.get("guest"), e.get("presence", "present")) for e in data["attendance"]] == [
        ("tekninen", "present"),
        ("koulu", "remote"),
        ("Leena Luonnos, talous", "present"),
    ]


def test_a_decision_is_one_number_in_file_commit_and_minutes(town: Town) -> None:
    """The § of the meeting is the § of the commit and of the minutes."""
    started(town)

    said = town.types("done", "T01", "--result", "Opas käytössä").out

    (number,) = [item["number"] for item in items(town) if item.get("subjects") == ["T01"]]
    assert town.subjects()[0] == f"§ {number} T01: merkitty valmiiksi ”Opas käytössä”"
    assert said.startswith(f"§ {number} T01 merkitty valmiiksi: ”Opas käytössä”\n")
    trailers = town.git("log", "-1", "--format=%(trailers:key=Meeting,key=Item)").splitlines()
    assert trailers == ["Meeting: 1/2026", f"Item: {number}"]
    assert f"## § {number} T01 Sähköinen perehdytys" in town.types("minutes", "-o", "-").out


@pytest.mark.parametrize(
    ("words", "decided", "more"),
    [
        (("done", "T01", "T02"), [("done", ["T01"]), ("done", ["T02"])], 0),
        (("move", "T01", "T02", "k27", "--reason", "resurssi"), [("moved", ["T01"]), ("moved", ["T02"])], 0),
        (("drop", "T02"), [("dropped", ["T02"])], 0),
        (("continue", "T02"), [("continues", ["T02"])], 0),
        (("not-handled", "T01"), [("not-handled", ["T01"])], 0),
        (("score", "palvelut", "3,5"), [("score", ["palvelut"])], 1),
        (("note", "T01", "aineisto", "valittu"), [("note", ["T01"])], 1),
        (("drop", "T03"), [("dropped", ["T03"])], 1),
    ],
)
def test_each_outcome_is_an_item(
    town: Town, words: tuple[str, ...], decided: list[tuple[str, list[str]]], *, more: int
) -> None:
    """An outcome fills the planned § of its measure; what is not on the agenda has one more, after the last handled."""
    started(town)
    before = items(town)

    assert town.types(*words).status == 0

    given = [item for item in items(town) if item.get("outcome") and item.get("subjects")]
    assert [(item["outcome"], item["subjects"]) for item in given] == decided
    assert len(items(town)) == len(before) + more
    assert town.subjects()[0].startswith(f"§ {given[0]['number']}")
    assert [item["number"] for item in items(town)] == list(range(1, len(before) + more + 1))


def test_without_a_meeting_nothing_can_be_closed(town: Town) -> None:
    """The sentence says how to start one."""
    for words in (("meeting", "close"), ("meeting", "attend"), ("meeting", "show"), ("minutes",)):
        ran = town.types(*words)

        assert (ran.status, ran.out) == (1, "")
        assert "tiekartta meeting start" in ran.err


def test_a_meeting_is_not_started_twice(town: Town) -> None:
    """The one under way goes on."""
    started(town)
    before = town.text

    ran = town.types("meeting", "start")

    assert (ran.status, town.text) == (0, before)


def test_an_unknown_member_is_refused(town: Town) -> None:
    """Who is present is one of the members; others are guests."""
    ran = town.types("meeting", "start", "--present", "rehtorri")

    assert (ran.status, ran.out, town.subjects()) == (1, "", [])
    assert "rehtorri" in ran.err


def test_minutes_are_written_recorded_and_named(town: Town) -> None:
    """By default those of the latest meeting, beside the roadmap; the path is told."""
    started(town)
    town.types("done", "T01")
    town.types("meeting", "close", "--not-handled")

    ran = town.types("minutes")

    path = town.folder / "minutes" / "muistio-1-2026.md"
    assert ran.status == 0
    assert "minutes/muistio-1-2026.md" in ran.out.replace("\\", "/")
    assert path.read_bytes().decode() == town.types("minutes", "-o", "-").out
    assert town.git("show", "--format=%s", "--name-only").splitlines() == [
        "Kokousmuistio 1/2026",
        "",
        "minutes/muistio-1-2026.md",
    ]


def test_minutes_are_written_anew(town: Town) -> None:
    """After a further decision they are written again; without one nothing is committed."""
    started(town)
    town.types("minutes")
    commits = len(town.subjects())

    again = town.types("minutes")
    town.types("done", "T01")
    changed = town.types("minutes")

    assert (again.status, changed.status) == (0, 0)
    assert len(town.subjects()) == commits + 2
    assert "T01" in (town.folder / "minutes" / "muistio-1-2026.md").read_text(encoding="utf-8")


def test_minutes_of_somebody_else_are_left_alone(town: Town) -> None:
    """What was changed by hand is not replaced unless its path is named."""
    started(town)
    town.types("minutes")
    path = town.folder / "minutes" / "muistio-1-2026.md"
    path.write_text("käsin\n", encoding="utf-8")

    refused = town.types("minutes")

    assert refused.status == 1
    assert "muistio-1-2026.md" in refused.err
    assert path.read_text(encoding="utf-8") == "käsin\n"
    assert town.types("minutes", "-o", str(path)).status == 0
    assert path.read_text(encoding="utf-8") != "käsin\n"


def test_minutes_go_where_they_are_asked_to(town: Town) -> None:
    """`-o PATH` names the file, folders and all; `--meeting` the meeting."""
    started(town)

    ran = town.types("minutes", "--meeting", "1/2026", "-o", "muistiot/uusin.md")

    assert ran.status == 0
    assert (town.folder / "muistiot" / "uusin.md").read_text(encoding="utf-8").startswith("# Kokousmuistio 1/2026")


def test_minutes_of_no_such_meeting(town: Town) -> None:
    """The sentence names the meetings that there are."""
    started(town)

    ran = town.types("minutes", "--meeting", "7/2026")

    assert (ran.status, ran.out) == (1, "")
    assert "1/2026" in ran.err


def test_the_clock_is_read_when_a_meeting_begins(town: Town) -> None:
    """The time of day is the machine's, to the minute; the day is the one that is asked for."""
    assert main([*DAY, "meeting", "start"]) == 0

    assert "date = 2026-11-24" in town.text
    (opened,) = [line for line in town.text.splitlines() if line.startswith("opened = ")]
    assert opened.endswith(":00")
