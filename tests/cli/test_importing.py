"""survey import: shown, confirmed, one commit; refused by row and column; nothing of a single answer anywhere."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.answers.files import EOS, WORDS, text, workbook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.town import Town

HEADER = ["ID", "Start time", "Completion time", "Email", "Name", "Toimiala"]
QUESTIONS = ["Asioinnin\nlaatu", "Tiedon hyödyntäminen"]
CANARIES = ("kanaria@esimerkki.fi", "Kanaria Kunnas", "KANARIA sanoi")


def rows(people: int = 20) -> list[list[object]]:
    """Return a Forms file with names, addresses and open answers in it."""
    cells = (*WORDS, EOS)
    found: list[list[object]] = [[*HEADER, *QUESTIONS, "Vapaa sana"]]
    for n in range(people):
        about = [n + 1, "2026-10-01 09:00", "2026-10-02 09:30", CANARIES[0], CANARIES[1], "Tekninen toimiala"]
        found.append([*about, cells[n % 6], cells[(n + 2) % 5], CANARIES[2]])
    return found


@pytest.fixture
def file(town: Town) -> Path:
    """A file of answers in Windows-1252, as Excel in a browser saves it."""
    path = town.folder / "vastaukset.csv"
    path.write_bytes(text(rows(), encoding="cp1252"))
    return path


def test_a_file_becomes_one_round_and_one_commit(town: Town, file: Path) -> None:
    """The encoding is told, the round is one sentence, the mapping is remembered."""
    ran = town.types("survey", "import", str(file), "--name", "Digikysely", "--invited", "40", "--yes")

    assert (ran.status, ran.err) == (0, "")
    assert "Windows-1252" in ran.out
    assert "Asioinnin laatu" in ran.out
    assert len(town.subjects()) == 1
    assert "Digikysely" in town.subjects()[0]
    data = town.types("survey", "list", "--json").json[0]
    assert (data["on"], data["responses"], data["response_rate"]) == ("2026-10-02", 20, 50)
    assert {one["id"]: one["n"] for one in data["viewpoints"]} == {"palvelut": 17, "tieto": 20}
    assert town.types("check").status == 0
    assert '"Asioinnin laatu" = "palvelut"' in (town.folder / "kyselykartta.toml").read_text(encoding="utf-8")


def test_of_a_table_of_means_it_is_told_how_many_answered(town: Town) -> None:
    """Without it there would be no response rate: the table has no rows of answers to count."""
    path = town.folder / "keskiarvot.csv"
    path.write_text("Näkökulma;Keskiarvo;n\nTiedon hyödyntäminen;2,6;20\n", encoding="utf-8")
    how = ["--date", "2.10.2026", "--invited", "40", "--responses", "22"]

    assert town.types("survey", "import", str(path), *how, "--yes").status == 0

    data = town.types("survey", "list", "--json").json[0]
    assert (data["responses"], data["response_rate"]) == (22, 55)


def test_nothing_of_a_single_answer_is_kept_or_told(town: Town, file: Path) -> None:
    """No name, no address, no open answer in the files, the commit or what was printed; a refusal tells none either."""
    shown = town.types("survey", "import", str(file), "--dry-run", "--json")
    ran = town.types("survey", "import", str(file), "--yes")
    wrong = rows()
    wrong[3][6] = "melko hyvä"
    file.write_bytes(workbook(wrong))
    refused = town.types("survey", "import", str(file), "--yes")
    file.unlink()

    told = "".join((shown.out, shown.err, ran.out, ran.err, refused.out, refused.err, town.git("log", "-p")))
    kept = "".join(path.read_text(encoding="utf-8") for path in town.folder.glob("*.toml"))
    assert ran.status == 0
    assert refused.status == 1
    assert not [canary for canary in CANARIES if canary.casefold() in (told + kept).casefold()]


def test_the_same_file_again_changes_nothing(town: Town, file: Path) -> None:
    """It is known by its bytes, whatever it is called by then."""
    town.types("survey", "import", str(file), "--yes")
    before, other = town.text, file.with_name("toinen.csv")
    file.rename(other)

    ran = town.types("survey", "import", str(other), "--yes")

    assert (ran.status, town.text, len(town.subjects())) == (0, before, 1)
    assert "2.10.2026" in ran.out


def test_another_file_of_the_same_day_is_refused(town: Town, file: Path) -> None:
    """A viewpoint has one survey's level a day; the sentence says what to do."""
    town.types("survey", "import", str(file), "--yes")
    before = town.text
    file.write_bytes(text(rows(21)))

    ran = town.types("survey", "import", str(file), "--yes")

    assert (ran.status, town.text) == (1, before)
    assert "2.10.2026" in ran.err


def test_what_is_not_understood_is_told_and_nothing_written(town: Town, file: Path) -> None:
    """Row and column as the spreadsheet counts them."""
    wrong = rows()
    wrong[3][6], wrong[4][5] = "melko hyvä", "Keittiö"
    file.write_bytes(workbook(wrong))
    before = town.text

    ran = town.types("survey", "import", str(file), "--yes")

    assert (ran.status, ran.out, town.text) == (1, "", before)
    assert "rivi 4, sarake G: ”melko hyvä”" in ran.err
    assert "rivi 5, sarake F: minkään toimialan nimi ei ole ”Keittiö”" in ran.err
    assert not (town.folder / "kyselykartta.toml").exists()
    data = town.types("survey", "import", str(file), "--json").json
    assert [(one["code"], one["row"], one["column"]) for one in data["problems"]] == [
        ("not-a-sector", 5, "F"),
        ("not-an-answer", 4, "G"),
    ]


def test_a_mapping_says_what_the_file_means(town: Town, file: Path) -> None:
    """Headings, sectors and answers in words that only this town uses; it is named with --map or stands beside."""
    strange = rows()
    strange[0][6], strange[0][5] = "Kuinka asiointi sujuu?", "Missä olet töissä?"
    strange[3][6], strange[4][5] = "Melko hyvä", "Varikko"
    file.write_bytes(text(strange))
    given = town.folder / "sanat.toml"
    given.write_text(
        '[columns]\n"Kuinka asiointi sujuu?" = "palvelut"\n[sectors]\ncolumn = "Missä olet töissä?"\n'
        'Varikko = "tekninen"\n[answers]\n"melko hyvä" = 4\n',
        encoding="utf-8",
    )

    assert town.types("survey", "import", str(file), "--dry-run").status == 1
    ran = town.types("survey", "import", str(file), "--map", str(given), "--yes")
    again = town.types("survey", "import", str(file), "--yes")

    assert (ran.status, again.status) == (0, 0)
    kept = (town.folder / "kyselykartta.toml").read_text(encoding="utf-8")
    assert '"melko hyvä" = 4' in kept
    assert 'Varikko = "tekninen"' in kept


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('[columns]\n"a" = "olematon"\n', "olematon"),
        ('[answers]\n"a" = 7\n', "7"),
        ("[columns\n", "TOML"),
        ('[rivit]\n"a" = 1\n', "rivit"),
    ],
)
def test_a_mapping_that_nobody_can_follow_is_refused(town: Town, file: Path, *, said: str, told: str) -> None:
    """The sentence says which word of it."""
    (town.folder / "kyselykartta.toml").write_text(said, encoding="utf-8")

    ran = town.types("survey", "import", str(file), "--yes")

    assert ran.status == 1
    assert told in ran.err


def test_it_is_only_shown_with_dry_run_and_asked_about_without_yes(town: Town, file: Path) -> None:
    """Without a terminal nobody can confirm it, so nothing is saved."""
    before = town.text

    assert town.types("survey", "import", str(file), "--dry-run").status == 0
    ran = town.types("survey", "import", str(file))

    assert ran.status == 1
    assert "--yes" in ran.err
    assert (town.text, town.subjects()) == (before, [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--date", "2027-01-01"), "1.1.2027"),
        (("--opened", "5.10.2026"), "5.10.2026"),
        (("--invited", "10"), "10"),
        (("--invited", "paljon"), "paljon"),
        (("--sector-column", "Osasto"), "Osasto"),
        (("--map", "olematon.toml"), "olematon.toml"),
    ],
)
def test_an_option_that_cannot_be_is_refused(town: Town, file: Path, *, words: tuple[str, ...], told: str) -> None:
    """A day to come, more answers than people, a column that is not there."""
    before = town.text

    ran = town.types("survey", "import", str(file), *words, "--yes")

    assert (ran.status, ran.out, town.text) == (1, "", before)
    assert told in ran.err


def test_a_round_of_a_meeting_is_its_item(town: Town, file: Path) -> None:
    """Imported while a meeting is open it is a § of it."""
    town.types("meeting", "start")

    ran = town.types("survey", "import", str(file), "--yes")

    assert ran.status == 0
    assert "§" in town.subjects()[0]


def test_a_file_that_is_not_there_or_no_file(town: Town) -> None:
    """A folder, a pipe and nothing at all are refused with a sentence; the pipe is not waited for."""
    pipe = town.folder / "putki"
    subprocess.run(["mkfifo", str(pipe)], check=True)

    for path in ("olematon.csv", str(town.folder), str(pipe)):
        ran = town.types("survey", "import", path, "--yes")
        assert (ran.status, ran.out) == (1, "")
    assert town.types("survey", "import").status == 2


def test_a_day_that_there_is_not_is_refused(town: Town, file: Path) -> None:
    """The last day and the first are days of the calendar, as everywhere."""
    for option in ("--date", "--opened"):
        ran = town.types("survey", "import", str(file), option, "45.11.2026", "--yes")
        assert (ran.status, "”45.11.2026” ei ole päivämäärä" in ran.err) == (1, True)
