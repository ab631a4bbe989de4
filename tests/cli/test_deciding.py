"""done, start, move, drop and their kin: an outcome is one change of the file and one commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.town import Town


def test_done_is_saved_and_recorded(town: Town) -> None:
    """The file says it, the history says it, and both are told."""
    ran = town.types("done", "t1", "--result", "Opas käytössä")

    assert (ran.status, ran.err) == (0, "")
    assert "T01 merkitty valmiiksi" in ran.out
    assert f"Kirjattu: {town.git('rev-parse', '--short=7', 'HEAD')}" in ran.out
    assert town.subjects() == ["T01: merkitty valmiiksi ”Opas käytössä”"]
    assert town.git("log", "-1", "--format=%(trailers:key=Measure,valueonly)") == "T01"
    assert town.git("status", "--porcelain") == ""


def test_done_changes_few_lines(town: Town) -> None:
    """Beside the log entry only the status changes; the comments stay where they are."""
    before = town.text.splitlines()

    town.types("done", "T01", "--result", "Opas käytössä")

    after = town.text.splitlines()
    entry = ["[[measures.log]]", "date = 2026-11-24", 'event = "done"', 'text = "Opas käytössä"']
    new = [line for line in after if line not in before]
    assert [line for line in new if line not in entry] == ['status = "done"']
    assert "# Perehdytys on myöhässä." in after


def test_several_ids_are_one_decision(town: Town) -> None:
    """One command, one commit; each measure is in it."""
    ran = town.types("done", "T01", "T02")

    assert ran.status == 0
    assert town.subjects() == ["T01, T02: merkitty valmiiksi"]
    assert [measure["id"] for measure in town.types("list", "--status", "done", "--json").json] == ["T01", "T02"]


def test_of_several_ids_all_are_done_or_none(town: Town) -> None:
    """When one of them cannot be done nothing is changed."""
    before = town.text
    town.types("drop", "T02", "--reason", "ei tarvetta")
    dropped = town.text

    ran = town.types("done", "T01", "T02")

    assert (ran.status, ran.out) == (1, "")
    assert "T02" in ran.err
    assert town.text == dropped != before
    assert len(town.subjects()) == 1


@pytest.mark.parametrize("half", [("k27",), ("kevät 2027",), ("kevät", "2027"), ("2027H1",), ("H1/27",)])
def test_move_takes_a_half_year_as_people_type_it(town: Town, half: tuple[str, ...]) -> None:
    """The half-year comes last, quoted or as two words."""
    ran = town.types("move", "T01", *half, "--reason", "resurssi")

    assert ran.status == 0
    assert town.subjects() == ["T01: siirretty kevät 2026 → kevät 2027 (resurssi)"]
    (move,) = town.types("show", "T01", "--json").json["moves"]
    assert (move["from"], move["to"], move["reason"], move["date"]) == ("2026H1", "2027H1", "resurssi", "2026-11-24")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("move", "T01", "1/2026"), "1/2026"),
        (("move", "T01", "joskus"), "joskus"),
        (("move", "T01", "s30"), "syksy 2030"),
        (("move", "T01", "k26"), "kevät 2026"),
        (("move", "T01", "k25"), "kevät 2025"),
        (("start", "T01"), "käynnissä"),
        (("reopen", "T01"), "T01"),
        (("note", "T01", " "), "tyhjä"),
        (("done", "T77"), "T77"),
        (("not-handled", "T01"), "meeting start"),
    ],
)
def test_what_makes_no_sense_is_refused(town: Town, words: tuple[str, ...], said: str) -> None:
    """A refusal is one sentence that names what was typed; the file and the history are as they were."""
    before = town.text

    ran = town.types(*words)

    assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert said in ran.err
    assert (town.text, town.subjects()) == (before, [])


def test_start_drop_reopen_and_note(town: Town) -> None:
    """Each leaves its dated entry in the measure's log and its own commit."""
    for words in (
        ("start", "T03", "--note", "alkoi ajallaan"),
        ("note", "T03", "aineisto", "valittu"),
        ("drop", "T03", "--reason", "ei kysyntää"),
        ("reopen", "T03", "--reason", "kysyntää onkin"),
        ("continue", "T03", "--note", "etenee"),
    ):
        assert town.types(*words).status == 0

    data = town.types("show", "T03", "--json").json
    assert data["status"] == "active"
    assert [(entry.get("event", "note"), entry["text"]) for entry in data["log"]] == [
        ("started", "alkoi ajallaan"),
        ("note", "aineisto valittu"),
        ("dropped", "ei kysyntää"),
        ("reopened", "kysyntää onkin"),
        ("continues", "etenee"),
    ]
    assert len(town.subjects()) == 5


def test_what_changes_nothing_writes_nothing(town: Town) -> None:
    """To continue without a note outside a meeting leaves no trace, and says so."""
    before = town.roadmap.stat().st_mtime_ns

    ran = town.types("continue", "T01")

    assert ran.status == 0
    assert ran.out
    assert (town.roadmap.stat().st_mtime_ns, town.subjects()) == (before, [])


def test_other_peoples_staged_files_stay_staged(town: Town) -> None:
    """A decision commits the roadmap alone."""
    (town.folder / "muu.txt").write_text("kesken\n", encoding="utf-8")
    town.git("add", "muu.txt")

    town.types("done", "T01")

    assert town.git("show", "--format=", "--name-only", "HEAD") == "roadmap.toml"
    assert town.git("status", "--porcelain") == "A  muu.txt"


def test_a_change_from_outside_is_kept(town: Town) -> None:
    """The file is read anew by each command, so nobody's edit is lost."""
    town.roadmap.write_text(town.text.replace("Verkkomaksaminen", "Verkkokauppa"), encoding="utf-8")

    assert town.types("done", "T01").status == 0
    assert 'title = "Verkkokauppa"' in town.text
