"""A long record is read by its pieces as tomllib reads the whole, or not by pieces at all."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.diff import diff
from model.file.patch import patched
from model.file.pieces import LONG, by_pieces, pieces, proved, strictly
from model.file.reading import read_bytes
from model.file.same import same

WIDE = f'background = "{"x" * LONG}"\n'
MEETING = f'[[meetings]]\nnumber = "3/2026"\n{WIDE}'
ITEM = '\n[[meetings.items]]\nnumber = 1\nheading = "Avaus"\n'
LINES = (
    "[[meetings.items]]\n",
    "[[meetings.actions]]\n",
    "[[ meetings.items ]]\n",
    "[meetings.items.more]\n",
    "[meetings.more]\n",
    "[[meetings.items.more]]\n",
    "[[goals.items]]\n",
    "[[meetings]]\n",
    "[roadmap]\n",
    "items = []\n",
    "items.x = 1\n",
    "heading = 'Avaus'\n",
    "number = 2  # toinen\n",
    "# kommentti\n",
    "\n",
    'said = """\n',
    '"""\n',
    'end"""\n',
    "said = '''\n",
    "'''\n",
    "names = [\n",
    '  "a",\n',
    "]\n",
    "inner = {a = 1}\n",
    "\r\n",
)


def whole(text: str) -> dict[str, object] | None:
    """Return what tomllib makes of a text, None for an invalid one."""
    try:
        return strictly(text)
    except ValueError:
        return None


@given(st.lists(st.sampled_from(LINES), max_size=14))
@example(['said = """\n', "# kommentti\n", "[[meetings.items]]\n", 'end"""\n'])
@example(["names = [\n", "[[meetings.items]]\n", "]\n"])
@example(["[[meetings.items]]\n", "items = []\n", "[[meetings.items]]\n"])
@example(["items = []\n", "[[meetings.items]]\n"])
@example(["[[meetings.items]]\n", "[meetings.items.more]\n", "[[meetings.actions]]\n", "[[meetings.items]]\n"])
@example(["[[meetings.items]]\n", "[[ meetings.items ]]\n", "[[meetings.items]]\n"])
def test_pieces_say_what_the_whole_says(lines: list[str]) -> None:
    """Whatever stands in a record: its pieces are its text, and their values are those of tomllib for the whole."""
    text = MEETING + "".join(lines)
    found, made = by_pieces(text), pieces(text)
    if found is None or made is None:
        assert found is None
        assert made is None
        return
    assert "".join(piece.text for piece in made) == text
    expected = whole(text)
    assert expected is not None
    assert same(found, expected)
    assert proved(text)


@pytest.mark.parametrize("begun", ["", "schema = 1\n", "meetings = [{number = 1}]\n", "meetings = {number = 1}\n"])
def test_no_pieces_without_a_header_first(begun: str) -> None:
    """What begins with keys is no record of its own: a value written inline takes no entries."""
    assert pieces(begun + WIDE + ITEM * 2) is None


def test_a_short_text_has_no_pieces() -> None:
    """A short record is read as a whole."""
    assert pieces('[[meetings]]\nnumber = "3/2026"\n' + ITEM) is None


def test_a_comment_goes_with_the_entry_below_it() -> None:
    """The comment lines directly above a header belong to its piece; a blank line parts them from it."""
    made = pieces(f"{MEETING}\n# apart\n\n# of the item\n{ITEM.lstrip()}")
    assert made is not None
    assert [(piece.name, piece.text[:13]) for piece in made] == [("", MEETING[:13]), ("items", "# of the item")]


def test_one_entry_of_a_long_record_is_edited() -> None:
    """A decision in a long meeting changes the lines of its § only, and every comment stays where it was."""
    head = (
        'schema = 1\n\n[roadmap]\ntitle = "Tiekartta"\norganisation = "Kaupunki"\nfirst = "2026H1"\nlast = "2027H2"\n\n'
    )
    said = 'outcome = "note"\ndecision = "Merkittiin tiedoksi"\n'
    items = "".join(
        f'\n# § {n}\n[[meetings.items]]\nnumber = {n}\nheading = "Asia"  # {n}\n{said}' for n in range(1, 40)
    )
    text = f'{head}[[meetings]]\nnumber = "3/2026"\ndate = 2026-11-24\n{items}'
    reading = read_bytes(text.encode())
    assert reading.roadmap is not None
    assert reading.document is not None
    (meeting,) = reading.roadmap.meetings
    changed = meeting.items[6].model_copy(update={"heading": "Toinen asia"})
    after = reading.roadmap.replacing(
        "meetings", meeting.model_copy(update={"items": (*meeting.items[:6], changed, *meeting.items[7:])})
    )
    new = patched(reading.document, diff(reading.roadmap, after))
    assert new.text == text.replace('heading = "Asia"  # 7\n', 'heading = "Toinen asia"  # 7\n')
