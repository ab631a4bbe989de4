"""The invitation and the agenda: the same §§ as the minutes, bytes under contract in three languages."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from exporters.document import Heading
from exporters.markdown import markdown
from exporters.notice import agenda_paper, file_name, invitation
from exporters.words import LANGUAGES, Words
from tests.exporters.papers import COMING, FOUND, HELD
from tests.model.build import measure, meeting, roadmap

GOLDEN = Path(__file__).parent / "golden"
FI = Words("fi")
MAKERS = {"invite": invitation, "agenda": agenda_paper}


@pytest.mark.parametrize("paper", MAKERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_is_what_it_was(paper: str, language: str) -> None:
    """Every byte of the paper in each language; what people typed stands in it literally."""
    text = markdown(MAKERS[paper](FOUND, COMING, Words(language)))

    assert text == (GOLDEN / f"{paper}.{language}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", MAKERS)
def test_nothing_internal_is_in_a_paper(paper: str) -> None:
    """Neither the measure's internal note nor that of the § can leak: the types have no room for them."""
    assert "salaa" not in repr(MAKERS[paper](FOUND, COMING, FI))


def test_the_agenda_has_the_items_under_their_numbers() -> None:
    """A heading for each §, as the minutes will have it; decisions and what happened are not told in advance."""
    document = agenda_paper(FOUND, HELD, FI)

    headings = [block.content for block in document.blocks if isinstance(block, Heading)]
    assert headings == [
        "§ 1 Kokouksen avaus",
        "§ 2 Esityslistan hyväksyminen",
        "§ 3 T07 Tekoälyn pelisäännöt",
        "§ 4 T30 Verkkomaksaminen",
        "§ 5 Talousarvio",
    ]
    assert "Avattiin" not in repr(document)
    assert "jatkuu" not in repr(document)


def test_plain_numbers_are_plain_in_the_papers() -> None:
    """`numbering = "plain"` writes `3.` in place of `§ 3`."""
    found = FOUND.model_copy(update={"head": FOUND.head.model_copy(update={"numbering": "plain"})})

    assert "- 3. T07" in markdown(invitation(found, COMING, FI)).replace("\\", "")


def test_what_is_not_known_is_said_to_be_so() -> None:
    """A meeting of which only the day is known has a notice, too; nothing is made up."""
    bare = roadmap(meeting())
    text = markdown(invitation(bare, bare.meetings[0], FI)) + markdown(agenda_paper(bare, bare.meetings[0], FI))

    assert "kellonaikaa ei kirjattu" in text
    assert text.count("ei kirjattu") >= 4


def test_an_agenda_that_nobody_has_laid_out_builds_itself() -> None:
    """It is the one that the roadmap gives on the meeting's day; with what is late."""
    bare = roadmap(measure("T07"), meeting("4/2026"))
    text = markdown(invitation(bare, bare.meetings[0], FI)) + markdown(agenda_paper(bare, bare.meetings[0], FI))

    assert "- § 1 Kokouksen avaus" in text
    assert "T07 Tekoälyn pelisäännöt" in text
    assert text.rstrip().endswith("Kokouksen päättäminen")
    assert bare.meetings[0].items == ()


def test_a_meeting_that_has_begun_gets_no_agenda_afterwards() -> None:
    """What was not planned was not planned."""
    held = roadmap(measure("T07"), meeting(opened=time(9)))

    assert "Esityslistaa ei ole vielä laadittu." in markdown(agenda_paper(held, held.meetings[0], FI))


def test_the_length_is_told_where_only_the_agenda_knows_it() -> None:
    """Without an end the planned minutes of the §§ are added up; with one the times say it."""
    open_end = COMING.model_copy(update={"ends": None})

    assert "**Arvioitu kesto:** 10 min" in markdown(invitation(FOUND.replacing("meetings", open_end), open_end, FI))
    assert "Arvioitu kesto" not in markdown(invitation(FOUND, COMING, FI))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fi", ["kokouskutsu-3-2026.md", "esityslista-3-2026.md", "kokous-3-2026.md", "kooste-3-2026.md"]),
        ("sv", ["kallelse-3-2026.md", "foredragningslista-3-2026.md", "mote-3-2026.md", "sammandrag-3-2026.md"]),
        ("en", ["notice-3-2026.md", "agenda-3-2026.md", "meeting-3-2026.md", "catch-up-3-2026.md"]),
    ],
)
def test_files_are_named_in_the_papers_language(language: str, names: list[str]) -> None:
    """Letters that every file system and link takes."""
    papers = ("invite", "agenda", "ics", "catch-up")

    assert [file_name(paper, COMING, Words(language), extension="md") for paper in papers] == names  # type: ignore[arg-type] # each is one of them
