"""decisions and actions: what all meetings decided and gave to do, found again and marked done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.town import ROADMAP

if TYPE_CHECKING:
    from tests.cli.town import Town

MEETINGS = """
[[sectors]]
id = "sivistys"
name = "Sivistystoimi"

[[meetings]]
number = "2/2026"
date = 2026-09-01
state = "published"
opened = 09:00:00
closed = 10:00:00

[[meetings.items]]
number = 5
heading = "T01 Sähköinen perehdytys"
subjects = ["T01"]
outcome = "continues"
decision = "Sovittiin, että toimenpide T01 jatkuu."

[[meetings.items]]
number = 6
heading = "Talousarvio"
decision = "Päätettiin esittää määrärahat johtoryhmälle."

[[meetings.actions]]
number = 1
task = "Määrärahataulukko"
who = "koulu"
due = 2026-09-18
item = 6

[[meetings.actions]]
number = 2
task = "Sopimuksen tilanne"
who = "Tekninen johtaja"
due = 2026-12-13
subject = "T02"
"""


@pytest.fixture
def met(town: Town) -> Town:
    """The town after its meeting 2/2026."""
    town.roadmap.write_text(ROADMAP + MEETINGS, encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "kokous")
    return town


def test_decisions_are_listed_and_found(met: Town) -> None:
    """All of them, those with a word, those not put into practice yet, those of a branch or a meeting."""
    everything = met.types("decisions").out.splitlines()

    assert [line.split(",")[0] for line in everything] == ["2/2026 § 5", "2/2026 § 6"]
    assert met.types("decisions", "--search", "maararahat").out.splitlines() == everything[1:]
    assert met.types("decisions", "--open", "--meeting", "2/2026").out.splitlines() == everything
    assert met.types("decisions", "--sector", "tekn").status == 0
    assert "Tällaisia päätöksiä ei ole" in met.types("decisions", "--sector", "sivistystoimi").out
    assert [entry["item"] for entry in met.types("decisions", "--json").json] == [5, 6]


def test_formalities_are_left_out_unless_they_are_asked_for(met: Town) -> None:
    """Approving the agenda is a decision of every meeting; it is told with `--all` and found by its words."""
    met.types("meeting", "start")

    assert "Tällaisia päätöksiä ei ole" in met.types("decisions", "--meeting", "3/2026").out
    assert "Hyväksyttiin esityslista" in met.types("decisions", "--meeting", "3/2026", "--all").out
    assert "Hyväksyttiin esityslista" in met.types("decisions", "--search", "esityslista").out


def test_actions_are_listed_and_found(met: Town) -> None:
    """The open ones by when they are due; `--owner` takes a part of the role or the member's id."""
    assert [line.split()[0] for line in met.types("actions", "--open").out.splitlines()] == ["2/2026-1", "2/2026-2"]
    assert [entry["id"] for entry in met.types("actions", "--owner", "rehtori", "--json").json] == ["2/2026-1"]
    assert "myöhässä" in met.types("actions", "--search", "taulukko").out
    assert "Tällaisia tehtäviä ei ole" in met.types("actions", "--owner", "kaupunginjohtaja").out


def test_a_task_is_marked_done_and_open_again(met: Town) -> None:
    """It is a decision like any other: saved, one commit, and undone by undo; its day is that of the marking."""
    ran = met.types("actions", "done", "2/2026-1")

    assert (ran.status, ran.err) == (0, "")
    assert met.types("actions", "--open", "--json").json[0]["id"] == "2/2026-2"
    assert met.types("actions", "--search", "taulukko", "--json").json[0]["done"] == "2026-11-24"
    assert "2/2026-1" in met.subjects()[0]
    assert met.types("decisions", "--search", "talousarvio", "--json").json[0]["enactment"] == "done"

    met.types("actions", "open", "2/2026-1")
    assert met.text == ROADMAP + MEETINGS


def test_it_is_said_how_far_a_decision_is(met: Town) -> None:
    """Also of published minutes; `computed` leaves it to the measures and tasks again."""
    ran = met.types("decisions", "done", "2/2026§5", "2/2026", "§", "6")

    assert (ran.status, ran.err) == (0, "")
    told = [(entry["enactment"], entry["enacted"]) for entry in met.types("decisions", "--json").json]
    assert told == [("done", "2026-11-24")] * 2
    assert met.types("decisions", "none", "2/2026 § 6").status == 0
    assert [entry["enactment"] for entry in met.types("decisions", "--json").json] == ["done", "none"]

    met.types("decisions", "computed", "2/2026§5", "2/2026§6")
    assert met.text == ROADMAP + MEETINGS


def test_several_tasks_are_one_decision(met: Town) -> None:
    """One commit marks all that were named."""
    before = len(met.subjects())

    assert met.types("actions", "drop", "2/2026-1", "2/2026-2").status == 0

    assert len(met.subjects()) == before + 1
    assert met.types("actions", "--open", "--json").json == []


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("actions", "done", "2/2026-7"), 1, "2/2026-"),
        (("actions", "done"), 2, "3/2026-2"),
        (("actions", "2/2026-1"), 2, "2/2026-1"),
        (("decisions", "--sector", "puisto"), 1, "puisto"),
        (("decisions", "done", "2/2026§9"), 1, "2/2026 § 9"),
        (("decisions", "done", "T01"), 1, "T01"),
        (("decisions", "none"), 2, "3/2026§5"),
        (("decisions", "2/2026§5"), 2, "2/2026§5"),
    ],
)
def test_what_does_not_exist_is_refused(met: Town, words: tuple[str, ...], *, status: int, told: str) -> None:
    """Nothing is changed, and the sentence says what could be typed."""
    ran = met.types(*words)

    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err
    assert met.text == ROADMAP + MEETINGS


def test_a_file_that_cannot_be_read_is_told(folder: Town) -> None:
    """The problems are told, as by the other verbs."""
    folder.roadmap.write_text("schema = 1\n[roadmap\n", encoding="utf-8")

    assert [folder.types(verb).status for verb in ("decisions", "actions")] == [1, 1]
