"""history, undo and redo: what has happened, and the way back and forth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.wanted import KINDS
from tui.cli.past_rows import CHANGES

if TYPE_CHECKING:
    from tests.cli.town import Town


def test_undo_and_redo_say_what(town: Town) -> None:
    """Each names the decision in words; both are recorded like any other change."""
    before = town.text
    town.types("done", "T01")
    done = town.text

    undone = town.types("undo")
    assert (undone.status, town.text) == (0, before)
    assert undone.out.startswith("Kumotaan: T01 merkitty valmiiksi\n")

    again = town.types("redo")
    assert (again.status, town.text) == (0, done)
    assert "T01 merkitty valmiiksi" in again.out
    assert len(town.subjects()) == 3


def test_undo_goes_back_step_by_step(town: Town) -> None:
    """A second undo takes back the decision before, also after the program has ended in between."""
    before = town.text
    town.types("done", "T01")
    town.types("move", "T02", "k27", "--reason", "resurssi")

    assert town.types("undo").out.startswith("Kumotaan: T02")
    assert town.types("undo").out.startswith("Kumotaan: T01")
    assert town.text == before

    ran = town.types("undo")
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)


def test_an_undo_keeps_what_others_changed(town: Town) -> None:
    """What somebody else changed since is not touched; where it is the very same field the undo is refused."""
    town.types("edit", "T01", "title", "Perehdytys 2.0")
    town.roadmap.write_text(town.text.replace("Verkkomaksaminen", "Verkkokauppa"), encoding="utf-8")
    assert town.types("undo").status == 0
    assert 'title = "Verkkokauppa"' in town.text

    town.types("edit", "T01", "title", "Perehdytys 3.0")
    town.roadmap.write_text(town.text.replace("Perehdytys 3.0", "Perehdytys 4.0"), encoding="utf-8")
    ran = town.types("undo")
    assert (ran.status, ran.out) == (1, "")
    assert "T01" in ran.err
    assert "Perehdytys 4.0" in town.text


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_there_may_be_nothing_to_undo(town: Town, verb: str) -> None:
    """A commit that somebody made by hand is not ours to take back."""
    ran = town.types(verb)

    assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)


def test_history_has_a_sentence_for_each_change(town: Town) -> None:
    """Newest first, in words; an id leaves what concerns it."""
    town.types("done", "T01")
    town.types("move", "T02", "k27", "--reason", "resurssi")

    everything, one = town.types("history").out.splitlines(), town.types("history", "t2").out.splitlines()

    assert ["T02 siirretty" in everything[0], "T01 merkitty valmiiksi" in everything[1]] == [True, True]
    assert [line for line in one if "T01 merkitty" in line] == []
    assert town.types("history", "-n", "1").out.splitlines() == everything[:1]


def test_history_is_grouped_by_meeting(town: Town) -> None:
    """What a meeting decided stands under its name; each line says § and meeting all the same."""
    town.types("done", "T01")
    town.types("meeting", "start")
    town.types("move", "T02", "k27", "--reason", "resurssi")

    shown = town.types("history").out.splitlines()

    assert shown[0] == "1/2026, 24.11.2026"
    assert "T02 siirretty: syksy 2026 → kevät 2027 (resurssi), § " in shown[1]
    assert shown[1].endswith(", 1/2026")
    assert shown[shown.index("") + 1] == "Kokousten välillä"
    assert "alku" in shown[-1]


def test_an_undo_is_folded(town: Town) -> None:
    """A decision and its undo are one line."""
    town.types("done", "T01")
    town.types("undo")

    decided, first = town.types("history").out.splitlines()

    assert "(kumottu) T01 merkitty valmiiksi" in decided
    assert "alku" in first


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("T01",), ["T01 merkitty", "alku"]),
        (("--measure", "t1"), ["T01 merkitty", "alku"]),
        (("--viewpoint", "palvelut"), ["T01 merkitty", "alku"]),
        (("--kind", "moved"), ["T02 siirretty"]),
        (("--kind", "moved", "done"), ["T02 siirretty", "T01 merkitty"]),
        (("--kind", "done", "--measure", "T02"), []),
        (("--who", "ESIMERKKI"), ["T02 siirretty", "T01 merkitty", "alku"]),
        (("--who", "Liisa"), []),
        (("--until", "2020"), []),
        (("--since", "2020", "--kind", "moved"), ["T02 siirretty"]),
        (("--since", "1.1.2020", "--until", "s20"), []),
    ],
)
def test_history_is_filtered(town: Town, words: tuple[str, ...], told: list[str]) -> None:
    """By record, viewpoint, person, time and kind of change; what fits all of them is told."""
    town.types("done", "T01")
    town.types("move", "T02", "k27", "--reason", "resurssi")

    ran = town.types("history", *words)

    shown = ran.out.splitlines() if told else []
    assert ran.status == 0, ran.err
    assert [part in line for part, line in zip(told, shown, strict=True)] == [True] * len(told)
    assert told or ran.out == "Mitään sopivaa ei löytynyt.\n"


def test_history_of_a_meeting(town: Town) -> None:
    """Asked for a meeting, what it decided is told."""
    town.types("done", "T01")
    town.types("meeting", "start")
    town.types("done", "T02")

    shown = town.types("history", "--meeting", "1/2026").out

    assert ("T02 merkitty" in shown, "T01 merkitty" in shown) == (True, False)


def test_what_is_filtered_by_has_to_be_there(town: Town) -> None:
    """A record, a viewpoint or a meeting that never was is told, and so is what is no time or kind."""
    for words, status in (
        (("T99",), 1),
        (("--measure", "T99"), 1),
        (("--viewpoint", "zzz"), 1),
        (("--meeting", "9/2099"), 1),
        (("--since", "eilen"), 2),
        (("--kind", "jotain"), 2),
        (("--field", "end"), 2),
        (("T01", "--field", "loppu"), 1),
        (("T99", "--field", "end"), 1),
    ):
        ran = town.types("history", *words)
        assert (ran.status, ran.out, bool(ran.err)) == (status, "", True), words


def test_a_record_that_went_has_its_history(town: Town) -> None:
    """What was decided on a measure can be read after it was removed."""
    town.types("done", "T01")
    parts = town.text.split("# Perehdytys on myöhässä.")
    town.roadmap.write_text(parts[0] + "[[measures]]" + parts[1].split("[[measures]]", 2)[2], encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "pois")

    assert "T01 merkitty valmiiksi" in town.types("history", "t01").out


def test_who_decided_a_field(town: Town) -> None:
    """From what to what, when, why, in which § and by whom; as JSON with the commit."""
    town.types("meeting", "start")
    town.types("move", "T02", "k27", "--reason", "resurssi")

    moved, first = town.types("history", "t2", "--field", "end").out.splitlines()
    assert town.types("history", "t2", "--field", "Päättyy").out.splitlines() == [moved, first]
    assert "päättyy, tila" in town.types("history", "t2", "--field", "loppu").err
    assert "syksy 2026 → kevät 2027 (resurssi), § " in moved
    assert moved.endswith(", 1/2026, Erkki Esimerkki")
    assert "syksy 2026" in first

    (found,) = town.types("history", "T02", "--field", "end", "-n", "1", "--json").json
    assert (found["before"], found["after"], found["why"], found["meeting"]) == (
        "2026H2",
        "2027H1",
        "resurssi",
        "1/2026",
    )
    assert found["commit"] == town.git("rev-parse", "HEAD")
    assert town.types("history", "T01", "--field", "needs").out == "Tästä kentästä ei ole vielä päätetty.\n"


def test_the_kinds_that_are_offered_are_those_that_there_are() -> None:
    """The row of the verb knows them without loading a record."""
    assert CHANGES == KINDS


def test_history_as_json_has_what_scripts_need(town: Town) -> None:
    """A commit: its name, when, who, the meeting and §, and each change with both values and its sentence."""
    town.types("meeting", "start")
    town.types("done", "T01")

    entry, *_ = town.types("history", "--json").json

    assert entry["commit"] == town.git("rev-parse", "HEAD")
    assert entry["when"] == town.git("log", "-1", "--format=%aI").replace("Z", "+00:00")
    assert (entry["who"], entry["meeting"]) == ("Erkki Esimerkki", "1/2026")
    assert isinstance(entry["item"], int)
    (status,) = [change for change in entry["changes"] if change["field"] == "status"]
    assert (status["record"], status["before"], status["after"]) == ("T01", "active", "done")
    assert status["sentence"]


def test_the_number_of_commits_is_a_number(town: Town) -> None:
    """`-n` takes a number; 0 is all."""
    assert town.types("history", "-n", "monta").status == 2
    assert town.types("history", "-n", "9" * 5000).status == 2
    assert town.types("history", "-n", "0").status == 0


def test_a_hand_edit_reads_like_any_other_change(town: Town) -> None:
    """What somebody committed by hand is in the history with the same sentence."""
    town.roadmap.write_text(town.text.replace('end = "2027H1"', 'end = "2027H2"'), encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "käsin")

    assert "T03 päättyy: kevät 2027 → syksy 2027" in town.types("history").out
