"""The verb survey: a round from arguments or row by row, and the list of rounds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from model.file.reading import read

if TYPE_CHECKING:
    from tests.cli.town import Town

ROUND = ("--name", "Digikysely 2026", "--date", "15.5.2026", "--invited", "296", "--responses", "142")


def test_a_round_is_one_line_and_one_commit(town: Town) -> None:
    """Two levels, one decision: comma and point, a number of its own or that of the round."""
    ran = town.types("survey", "add", *ROUND, "palvelut=3,3:140", "tieto=2.6")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Kysely Digikysely 2026: 2 näkökulmaa (15.5.2026, n = 142, vastausprosentti 48")
    assert town.git("rev-list", "--count", "HEAD").strip() == "2"
    assert town.git("log", "-1", "--format=%s").startswith("Kysely Digikysely 2026: 2 näkökulmaa")
    roadmap = read(town.roadmap).roadmap
    assert roadmap is not None
    assert [(v.scores[-1].n, v.scores[-1].survey) for v in roadmap.viewpoints] == [
        (140, "kysely-2026-05-15"),
        (142, "kysely-2026-05-15"),
    ]


def test_a_round_is_undone_at_once(town: Town) -> None:
    """One undo takes all of it back, to the byte."""
    before = town.text
    town.types("survey", "add", *ROUND, "palvelut=3,3:140", "tieto=2.6")

    assert town.types("undo").out.startswith("Kumotaan: Kysely Digikysely 2026: 2 näkökulmaa")
    assert town.text == before


def test_all_that_is_wrong_is_told_and_nothing_is_written(town: Town) -> None:
    """A level outside the scale and too few answers are refused together, each after its viewpoint."""
    before = town.text

    ran = town.types("survey", "add", *ROUND, "palvelut=7", "tieto=3:4")

    assert ran.status == 1
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == ["Sähköiset palvelut", "Tiedon hyödyntäminen"]
    assert "liian vähän vastauksia" in ran.err
    assert town.text == before


def test_without_arguments_and_without_a_terminal_it_says_what_is_missing(town: Town) -> None:
    """A script hears of all of it and waits for nothing."""
    ran = town.types("survey", "add")

    assert ran.status == 1
    assert "Kyselyltä puuttuu nimi" in ran.err
    assert "viimeinen päivä puuttuu" in ran.err


@pytest.mark.parametrize("words", [("palvelut",), ("palvelut=3", "Sähköiset palvelut=4")])
def test_what_is_no_row_is_no_command(town: Town, words: tuple[str, ...]) -> None:
    """A row has a viewpoint and its mean, and each viewpoint one row."""
    assert town.types("survey", "add", *ROUND, *words).status == 2


def test_in_a_meeting_the_round_is_a_section_of_it(town: Town) -> None:
    """It fills the § that the annual clock planned for the results, and its commit begins with that §."""
    town.types("meeting", "start")
    ran = town.types("survey", "add", *ROUND, "palvelut=3,3:140")
    roadmap = read(town.roadmap).roadmap
    assert roadmap is not None
    (item,) = [item for item in roadmap.meetings[-1].items if item.subjects == ("kysely-2026-05-15",)]

    assert ran.status == 0
    assert town.git("log", "-1", "--format=%s").startswith(f"§ {item.number} Kysely Digikysely 2026")
    assert (item.heading, item.outcome) == ("Kyselyn tulokset", "score")
    assert "2,9 → 3,3" in item.background
    assert roadmap.viewpoint("palvelut").scores[-1].item == item.number
    assert town.types("check").status == 0
    assert "Merkittiin kyselyn tulokset tiedoksi: Digikysely 2026" in town.types("minutes", "-o", "-").out


def test_row_by_row_it_asks_again_for_what_is_wrong(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal each field and each viewpoint is asked for; an empty line was not asked about."""
    answers = ["Digikysely 2026", "32.5.2026", "15.5.2026", "296", "142", "9", "3,3 140", ""]
    typed = iter(f"{answer}\n" for answer in answers)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdin, "readline", lambda: next(typed, ""), raising=False)

    ran = town.types("survey", "add")

    assert ran.status == 0
    assert "”9” ei ole taso" in ran.out
    assert "Digikysely 2026: 1 näkökulma" in ran.out


def test_leaving_the_questions_saves_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+D in the middle leaves the file as it was."""
    before = town.text
    typed = iter(["Digikysely 2026\n"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdin, "readline", lambda: next(typed, ""), raising=False)

    assert town.types("survey", "add").status == 1
    assert town.text == before


def test_rounds_are_listed_and_given_to_scripts(town: Town) -> None:
    """Date, n and response rate, the newest first; as it was before, too."""
    assert town.types("survey", "list").out == "Kysely   1.10.2024, n = 287   1 näkökulma\n"
    town.types("survey", "add", *ROUND, "palvelut=3,3:140")

    first, second = town.types("survey", "list", "--json").json

    assert (first["name"], first["on"], first["responses"], first["response_rate"]) == (
        "Digikysely 2026",
        "2026-05-15",
        142,
        48.0,
    )
    assert second["viewpoints"] == [{"id": "palvelut", "n": 287, "mean": 2.9}]


def test_the_first_day_and_the_wording_are_kept(town: Town) -> None:
    """They are options of both ways to bring in a round; a first day after the last is refused."""
    assert town.types("survey", "add", *ROUND, "--opened", "16.5.2026", "palvelut=3,3").status == 1
    assert town.types("survey", "add", *ROUND, "--opened", "4.5.2026", "--wording", "2026", "palvelut=3,3").status == 0
    assert "opened = 2026-05-04" in town.text
    assert 'wording = "2026"' in town.text
