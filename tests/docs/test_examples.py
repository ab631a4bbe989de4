"""The examples are real roadmaps: each opens, has no problems, shows, and exports in every language."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING

import pytest

from exporters.agenda import entries
from exporters.data import show_data
from exporters.document import Heading
from exporters.docx import docx
from exporters.docxtext import docx_text
from exporters.html import html
from exporters.markdown import markdown
from exporters.minutes import minutes
from exporters.roadmap_document import roadmap_document
from exporters.show import first_screen
from exporters.translating import in_language
from exporters.words import LANGUAGES, Words
from model.file.reading import read
from tests.tui.session_files import running, screen_text
from tui.main import main
from tui.session import Session

if TYPE_CHECKING:
    from model.roadmap import Roadmap

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))
TODAY = date(2026, 11, 24)
PARTS = 8


def opened(path: Path) -> Roadmap:
    """Return an example as it opens; it has no problems."""
    reading = read(path)
    assert reading.problems == ()
    assert reading.roadmap is not None
    return reading.roadmap


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Path:
    """Each of the examples."""
    path = request.param
    assert isinstance(path, Path)
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_shows(example: Path, language: str) -> None:
    """The first screen as lines, as data, and its agenda, in each language."""
    roadmap = opened(example)
    words = Words.of(roadmap.head, language)

    assert first_screen(in_language(roadmap, language), words, today=TODAY).count("\n") > 1
    assert show_data(roadmap, today=TODAY)["title"] == roadmap.head.title
    assert entries(roadmap, words, day=TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_minutes_of_an_example_can_be_written(example: Path, language: str) -> None:
    """Each meeting that an example tells of has minutes."""
    roadmap = opened(example)

    for meeting in roadmap.meetings:
        assert minutes(roadmap, meeting, Words.of(roadmap.head, language)).startswith("# ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_exports(example: Path, language: str) -> None:
    """The roadmap document has its eight parts in each language; one that goes by years names no half-year."""
    roadmap = opened(example)
    words = Words.of(roadmap.head, language)

    document = roadmap_document(roadmap, words, today=TODAY)
    text = markdown(document)

    assert sum(isinstance(block, Heading) and block.level == 2 for block in document.blocks) >= PARTS
    assert f'lang="{language}"' in html(document)
    assert words.halves(roadmap.head.first, roadmap.head.last) in text
    assert roadmap.head.periods != "years" or Words(language).season(roadmap.head.first) + " 20" not in text


@pytest.mark.parametrize("words", [("check",), ("show",), ("list",), ("maturity",), ("indicators",), ("pilots",)])
def test_an_example_is_shown_on_the_command_line(
    example: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each verb that shows something does, and says of no example that something is wrong in it."""
    status = main(["-f", str(example), "--today", TODAY.isoformat(), *words])
    said = capsys.readouterr()

    assert (status, said.err) == (0, "")
    assert said.out


def test_an_example_as_a_word_file(example: Path) -> None:
    """With its picture where levels are known."""
    roadmap = opened(example)

    assert roadmap.head.title in docx_text(docx(roadmap_document(roadmap, Words.of(roadmap.head), today=TODAY)))


async def test_the_first_screen_of_an_example_opens(example: Path, tmp_path: Path) -> None:
    """In a folder without a repository, on the day of the tests."""
    path = Path(copy(example, tmp_path / "roadmap.toml"))
    session = Session.open(path, today=TODAY)

    async with running(session) as pilot:
        assert session.roadmap.head.title[:20] in screen_text(pilot)


def test_all_examples_in_one_list(capsys: pytest.CaptureFixture[str]) -> None:
    """None is broken, and each is there."""
    status = main(["--today", TODAY.isoformat(), "overview", str(EXAMPLES[0].parent), "--json"])

    assert status == 0
    assert len(json.loads(capsys.readouterr().out)["roadmaps"]) == len(EXAMPLES)
