"""What stayed in the roadmap's language is marked as being in it, and nothing is said otherwise by that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exporters.document import Bullets, Document, Fields, Foreign, Heading, Paragraph, Strong, Table
from exporters.passages import marked, untranslated
from tests.exporters.hostile import texts
from tests.exporters.parsing import meant
from tests.exporters.test_html import everywhere
from tests.exporters.test_minutes import sample


def test_a_text_is_marked_wherever_it_stands() -> None:
    """In a heading after its number, in a list, a field and a cell; the longest text first, whole words only."""
    blocks = (
        Heading(2, "§ 5 Katto (T07)"),
        Paragraph((Strong("Beslut:"), " Katto korjataan. Katto. Kattojen")),
        Bullets(("T07 Katto",)),
        Fields((("Katto", "Katto"),)),
        Table("Katto", ("Katto",), (("Katto",),)),
    )
    document = marked(Document("Katto", "sv", blocks), ("Katto", "Katto korjataan.", "§"), "fi")
    roof = Foreign("Katto", "fi")

    assert document.blocks == (
        Heading(2, ("§ 5 ", roof, " (T07)")),
        Paragraph((Strong("Beslut:"), " ", Foreign("Katto korjataan.", "fi"), " ", roof, ". Kattojen")),
        Bullets((("T07 ", roof),)),
        Fields((("Katto", (roof,)),)),
        Table("Katto", ("Katto",), (((roof,),),)),
    )


@given(texts, st.lists(texts, max_size=3))
def test_the_words_stay_the_same(text: str, known: list[str]) -> None:
    """Marking changes no word, whatever is marked."""
    document = everywhere(text)

    assert meant(marked(document, known, "fi")) == meant(document)


def test_what_was_not_translated_is_known() -> None:
    """The texts of people, not the set phrases of the program."""
    found, held = sample()
    known = untranslated(found, held, "sv")

    assert "Tekoälyn pelisäännöt" in known
    assert "talouspäällikkö Leena Luonnos" in known
    assert "Maksupalvelun sopimus" in known
    assert "Kokouksen avaus" not in known
    assert untranslated(found, held, "fi") == ()
