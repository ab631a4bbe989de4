"""export and overview: the roadmap as a file under its usual name, and several roadmaps in one list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.town import ROADMAP
from tui.cli.folder import MOST

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.town import Town

SECOND = ROADMAP.replace("Pikkukunta", "Aapakunta").replace('"2026H1"\nstatus', '"2026H2"\nstatus')


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_the_document_is_put_beside_the_roadmap(folder: Town, form: str) -> None:
    """Under a name with its day, whatever its form; it can be written anew."""
    for _ in range(2):
        ran = folder.types("export", "--format", form)
        assert (ran.status, ran.err) == (0, "")
    assert (folder.folder / "minutes" / f"digitiekartta-2026-11-24.{form}").stat().st_size > 1000


def test_the_document_can_be_printed_and_named(folder: Town) -> None:
    """`-o -` prints it, and the ending of a name says its form."""
    printed = folder.types("export", "-o", "-")
    named = folder.types("export", "-o", "kartta.html", "--under-title")

    assert printed.out.startswith("# Pikkukunnan digitiekartta\n")
    assert named.out.startswith("Kirjoitettu: kartta.html")
    assert "<h2>Pikkukunnan digitiekartta</h2>" in (folder.folder / "kartta.html").read_text(encoding="utf-8")


def test_a_word_file_is_not_printed_and_needs_a_real_template(folder: Town) -> None:
    """What cannot be done is said in a sentence."""
    assert folder.types("export", "--format", "docx", "-o", "-").status == 2
    assert folder.types("export", "--format", "docx", "--template", "roadmap.toml").status == 2


def test_somebody_elses_file_is_left_alone(folder: Town) -> None:
    """It is replaced only when it is named."""
    folder.types("export")
    path = folder.folder / "minutes" / "digitiekartta-2026-11-24.md"
    path.write_text("oma", encoding="utf-8")

    ran = folder.types("export")

    assert (ran.status, path.read_text(encoding="utf-8")) == (1, "oma")
    assert "-o" in ran.err


def test_the_document_of_the_past_says_so(town: Town) -> None:
    """It is printed, and its first line tells as of when it is."""
    ran = town.types("export", "--as-of", "HEAD")

    assert ran.status == 0
    assert "\n**Tilanne " in ran.out
    assert not (town.folder / "minutes").exists()


def test_a_document_in_swedish_lists_what_is_not_in_swedish(folder: Town) -> None:
    """The headings are Swedish, and the list goes to whoever asked."""
    ran = folder.types("--lang", "sv", "export", "-o", "-")

    assert "\n## Utgångs- och målnivåer\n" in ran.out
    assert "saknas i filen" in ran.err


def test_a_broken_roadmap_gives_no_document(folder: Town) -> None:
    """The problems are told instead."""
    folder.roadmap.write_text("schema = 1\n[roadmap]\n", encoding="utf-8")

    ran = folder.types("export")

    assert (ran.status, ran.out) == (1, "")
    assert ran.err


@pytest.fixture
def several(folder: Town) -> Path:
    """A folder of roadmaps: two that can be read, broken ones, others, and what is too deep or hidden."""
    (folder.folder / "aapa" / "kunta" / "syvemmalla").mkdir(parents=True)
    (folder.folder / ".piilo").mkdir()
    files = {
        "aapa/kunta/roadmap.toml": SECOND + "outo = true",
        "aapa/kunta/syvemmalla/roadmap.toml": ROADMAP,
        ".piilo/roadmap.toml": ROADMAP,
        "aapa/rikki.toml": "schema = [",
        "puuttuu.toml": "schema = 1\n[roadmap]\ntitle = 3\n",
        "pyproject.toml": "[tool]\nx = 1\n",
        "tyhja.toml": "",
        "paha\x1b[31m\n.toml": "[tool]\n",
        "muistio.md": "# Muistio\n",
    }
    for name, text in files.items():
        (folder.folder / name).write_text(text, encoding="utf-8")
    return folder.folder


def test_roadmaps_of_a_folder_in_one_list(folder: Town, several: Path) -> None:
    """By organisation: done, late, what ends now, the widest gap, the last approval; no line is too wide."""
    ran = folder.types("overview", str(several))
    lines = ran.out.splitlines()

    assert lines[0] == "Tiekartat 24.11.2026"
    assert lines[2].split() == ["ORGANISAATIO", "VALMIINA", "MYÖHÄSSÄ", "PÄÄTTYY"]
    assert lines[3].split() == ["Aapakunta", "0/3", "0", "2"]
    assert ["Pikkukunta", "0/3", "1", "1"] in [line.split() for line in lines[4:]]
    assert "1 ongelma\n" in ran.out
    assert "suurin ero −1,1 Sähköiset palvelut" in ran.out
    assert "ei vielä hyväksytty" in ran.out
    assert max(map(len, lines[:7])) <= 80


def test_what_cannot_be_read_is_listed_and_no_traceback(folder: Town, several: Path) -> None:
    """With its first problem and how many there are; other files are named, however hostile their names are."""
    ran = folder.types("overview", str(several))

    assert ran.status == 1
    assert "Tiedostoa aapa/rikki.toml ei voi lukea. Rivi 1" in ran.out
    assert re.search(r"^Tiedostoa puuttuu\.toml ei voi lukea\. Rivi 2.* \(4 ongelmaa\)$", ran.out, re.MULTILINE)
    assert "Tiedostoa tyhja.toml ei voi lukea." in ran.out
    assert "Eivät ole tiekarttoja: paha␛[31m .toml, pyproject.toml" in ran.out
    assert "syvemmalla" not in ran.out
    assert "piilo" not in ran.out
    assert "\x1b" not in ran.out


def test_the_list_as_data(folder: Town, several: Path) -> None:
    """Ids instead of counts, null for what is not known."""
    data = folder.types("overview", str(several), "--json").json

    assert [one["organisation"] for one in data["roadmaps"]] == ["Aapakunta", "Pikkukunta"]
    assert data["roadmaps"][1] == {
        "path": "roadmap.toml",
        "title": "Pikkukunnan digitiekartta",
        "organisation": "Pikkukunta",
        "sample": False,
        "done": 0,
        "measures": 3,
        "late": ["T01"],
        "ends": ["T02"],
        "gap": {"viewpoint": "palvelut", "gap": -1.1},
        "approval": None,
        "problems": 0,
    }
    assert [one["path"] for one in data["broken"]] == ["aapa/rikki.toml", "puuttuu.toml", "tyhja.toml"]
    assert data["others"] == ["paha\x1b[31m\n.toml".replace("\x1b", "␛"), "pyproject.toml"]


def test_an_empty_folder_and_no_folder(folder: Town, tmp_path: Path) -> None:
    """Nothing to list is said; a path that is no folder is a misuse."""
    (tmp_path / "tyhja").mkdir()

    assert folder.types("overview", str(tmp_path / "tyhja")).out == "Täällä ei ole tiekarttoja.\n"
    assert folder.types("overview", str(tmp_path / "roadmap.toml")).status == 2


def test_too_many_files_are_counted(folder: Town) -> None:
    """A folder of anything but roadmaps is not read to its end."""
    for number in range(MOST + 1):
        (folder.folder / f"{number}.toml").write_text("x = 1", encoding="utf-8")

    assert "2 tiedostoa jäi katsomatta." in folder.types("overview").out


def test_another_ending_is_no_markdown(folder: Town) -> None:
    """A `.pdf` with Markdown in it would open nowhere; any other name will do."""
    ran = folder.types("export", "-o", "tiekartta.pdf")

    assert (ran.status, "tiekartta.pdf" in ran.err, (folder.folder / "tiekartta.pdf").exists()) == (2, True, False)
    assert folder.types("export", "-o", "tiekartta.v2").status == 0
