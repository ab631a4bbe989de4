"""history, undo and redo: what has happened, and the way back and forth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
