"""minutes: the forms of the minutes of a meeting, and a branch's extract."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx as library
import pytest

from tests.cli.town import ROADMAP

if TYPE_CHECKING:
    from tests.cli.town import Town

MEETING = """
[[meetings]]
number = "1/2026"
date = 2026-11-24
opened = 09:00:00
closed = 10:00:00

[[meetings.items]]
number = 1
kind = "opening"
heading = "Kokouksen avaus"
background = "Puheenjohtaja avasi kokouksen klo 9.00."

[[meetings.items]]
number = 2
heading = "Kattojen korjaus"
outcome = "agreed"
decision = "Sovittiin, että katot korjataan."

[[meetings.items]]
number = 3
heading = "Esitteen teko"
decision = "Sovittiin, että esite tehdään."

[[meetings.actions]]
number = 1
task = "Esite"
who = "tekninen"
item = 3
"""


@pytest.fixture
def held(town: Town) -> Town:
    """The town with a meeting held."""
    town.roadmap.write_text(ROADMAP + MEETING, encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "kokous")
    return town


@pytest.mark.parametrize(
    ("form", "begins"), [("md", b"# Kokousmuistio"), ("html", b"<!DOCTYPE html>"), ("docx", b"PK")]
)
def test_each_form_is_a_file_beside_the_roadmap(held: Town, form: str, begins: bytes) -> None:
    """Only the Markdown is recorded: the others can be made from the roadmap again."""
    ran = held.types("minutes", "--format", form)

    assert ran.status == 0
    assert (held.folder / "minutes" / f"muistio-1-2026.{form}").read_bytes().startswith(begins)
    assert ("Kokousmuistio 1/2026" in held.subjects()) == (form == "md")


def test_the_form_is_that_of_the_files_name(held: Town) -> None:
    """`-o muistio.docx` says enough; what is asked for counts more."""
    assert held.types("minutes", "-o", "a.docx").status == 0
    assert held.types("minutes", "-o", "b.txt", "--format", "html").status == 0

    assert library.Document(str(held.folder / "a.docx")).core_properties.title == "Kokousmuistio 1/2026"
    assert (held.folder / "b.txt").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_page_under_a_title_begins_at_level_two(held: Town) -> None:
    """The intranet's page has the heading of level 1."""
    shown = held.types("minutes", "--format", "html", "--under-title", "-o", "-").out

    assert "<h2>Kokousmuistio 1/2026</h2>" in shown
    assert "<h1>" not in shown


def test_an_extract_has_what_concerns_a_branch_and_says_so(held: Town) -> None:
    """The frame of the meeting, what is about the branch's measures, and what its people have to do."""
    ran = held.types("minutes", "--sector", "Tekninen")
    text = (held.folder / "minutes" / "muistio-1-2026-tekninen.md").read_text(encoding="utf-8")

    assert ran.status == 0
    assert text.startswith("# Kokousmuistio 1/2026, ote: Tekninen toimiala\n")
    assert "Ote: kokouksen 3 asiasta vain ne, jotka koskevat toimialaa Tekninen toimiala." in text
    assert "§ 1 Kokouksen avaus" in text
    assert "§ 3 Esitteen teko" in text
    assert "katot" not in text
    assert "| 1/2026-1 | Esite | Tekninen johtaja | ei kirjattu | § 3 Esitteen teko |" in text
    assert held.types("minutes", "--sector", "sote").status == 1


def test_a_template_gives_its_looks(held: Town) -> None:
    """A file that is none is named."""
    stream = io.BytesIO()
    file = library.Document()
    file.sections[0].header.paragraphs[0].text = "Pikkukunta"
    file.save(stream)
    (held.folder / "pohja.docx").write_bytes(stream.getvalue())
    (held.folder / "pohja.txt").write_text("ei", encoding="utf-8")

    made = held.types("minutes", "-o", "a.docx", "--template", "pohja.docx")
    refused = held.types("minutes", "-o", "b.docx", "--template", "pohja.txt")
    absent = held.types("minutes", "-o", "b.docx", "--template", "poissa.dotx")

    assert made.status == 0
    assert library.Document(str(held.folder / "a.docx")).sections[0].header.paragraphs[0].text == "Pikkukunta"
    assert refused.status == 2
    assert "ei ole Word-tiedosto" in refused.err
    assert "oissa.dotx" in absent.err
    assert not (held.folder / "b.docx").exists()


def test_word_cannot_be_printed(held: Town) -> None:
    """It is no text."""
    ran = held.types("minutes", "--format", "docx", "-o", "-")

    assert (ran.status, ran.out) == (2, "")
    assert "-o" in ran.err


def test_in_another_language_what_lacks_is_told(held: Town) -> None:
    """The set phrases are said in it, and the rest is listed for whoever translates."""
    ran = held.types("--lang", "sv", "minutes", "-o", "-")

    assert ran.out.startswith("# Promemoria 1/2026\n")
    assert "§ 2: " in ran.err
