"""The patch by example: what an edit does to the lines of a file."""

from __future__ import annotations

import difflib
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from model.diff import Change, ChangedMeanwhileError, diff, inverted
from model.edits import Place, mark_done
from model.file.document import Document, document
from model.file.patch import UnwritableTextError, WouldLoseCommentsError, patched
from model.file.reading import read_bytes
from model.halfyear import HalfYear
from model.records import Goal, LogEntry, Measure, Record, Scale

if TYPE_CHECKING:
    from model.roadmap import Roadmap

DAY = date(2026, 11, 22)
HEAD = """\
schema = 1

[roadmap]
title = "Digitiekartta"
organisation = "Esimerkkilä"
first = "2025H1"
last = "2027H2"
"""
MEASURE = """
# Tietohallinnon oma
[[measures]]
id = "T01"
title    = "Kertakirjautuminen"   # ei vielä nimeä
start = "2025H2"
end = "2026H2"
status = "active" # nyt
goals = [
    "G1", # ensin
    "G2",
]
public = '''
Kerrotaan
asukkaille'''

  [[measures.log]]
  date = 2026-01-15
  text = "alku"

# ---- tavoitteet ----

[[goals]]
id = "G1"
title = "Osaaminen"
"""
TEXT = HEAD + MEASURE


def read(text: str) -> tuple[Document, Roadmap]:
    """Return a text's document and roadmap."""
    reading = read_bytes(text.encode())
    assert reading.document is not None
    assert reading.roadmap is not None
    return reading.document, reading.roadmap


def changed(before: str, after: str) -> list[str]:
    """Return the lines that went and came, with their signs."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:3] not in {"---", "+++"} and line[:2] != "@@"]


def with_fields(text: str, **fields: object) -> str:
    """Return the text after fields of its first measure were set."""
    before, roadmap = read(text)
    measure = roadmap.measures[0].model_copy(update=fields)
    return patched(before, diff(roadmap, roadmap.replacing("measures", measure))).text


def test_done_is_one_line_and_its_log_entry() -> None:
    """The status changes in its line, whose comment stays; the entry comes last, as its neighbours are written."""
    before, roadmap = read(TEXT)

    after = patched(before, diff(roadmap, mark_done(roadmap, "T01", Place(DAY, "3/2026", 5), result="Toimii")))

    assert changed(TEXT, after.text) == [
        '-status = "active" # nyt',
        '+status = "done" # nyt',
        "+  [[measures.log]]",
        "+  date = 2026-11-22",
        '+  event = "done"',
        '+  text = "Toimii"',
        '+  meeting = "3/2026"',
        "+  item = 5",
        "+",
    ]


def test_the_spelling_around_a_value_is_kept() -> None:
    """Blanks before the equals sign and the comment behind the value stay as they were."""
    assert changed(TEXT, with_fields(TEXT, title="SSO")) == [
        '-title    = "Kertakirjautuminen"   # ei vielä nimeä',
        '+title    = "SSO"   # ei vielä nimeä',
    ]


def test_a_new_key_takes_its_place_in_the_usual_order() -> None:
    """`needs` comes behind the last key that usually stands before it."""
    assert changed(TEXT, with_fields(TEXT, needs="Lisenssit")) == ['+needs = "Lisenssit"']
    assert 'status = "active" # nyt\nneeds = ' in with_fields(TEXT, needs="Lisenssit").replace(
        'goals = [\n    "G1", # ensin\n    "G2",\n]\n', ""
    )


def test_an_emptied_field_goes_and_its_comment_stays() -> None:
    """A list without entries and a text without letters are left out, never the comments in them."""
    assert changed(TEXT, with_fields(TEXT, goals=())) == [
        "-goals = [",
        '-    "G1", # ensin',
        '-    "G2",',
        "-]",
        "+# ensin",
    ]


def test_a_list_over_many_lines_stays_one() -> None:
    """The items keep their indentation; a comment among them moves above."""
    after = with_fields(TEXT, goals=("G2",))

    assert '# ensin\ngoals = [\n    "G2",\n]\n' in after


def test_text_with_line_ends_becomes_a_multi_line_string() -> None:
    """A long text is written as people read it."""
    assert 'needs = """\nEnsin\nsitten"""\n' in with_fields(TEXT, needs="Ensin\nsitten")


@pytest.mark.parametrize("text", ['"""', "\\", "\u0000\u001b", "rivi\r\nrivi", "\ttab", "# [[measures]]", "👩‍💻", " "])
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """Quotes, backslashes, control characters and line ends survive the file."""
    _, roadmap = read(with_fields(TEXT, needs=f"{text}x{text}"))

    assert roadmap.measures[0].needs == f"{text}x{text}"


def test_numbers_are_written_as_people_write_them() -> None:
    """A whole level is `3`, a decimal keeps its decimals, and no exponent is written."""
    text = HEAD + '\n[[viewpoints]]\nid = "V1"\nname = "Johtaminen"\nscope = "own"\n'
    before, roadmap = read(text)
    values = [Decimal(3), Decimal("3.5"), Decimal("4.20")]
    scores = tuple({"date": date(2020 + n, 1, 1), "value": value, "basis": "survey"} for n, value in enumerate(values))
    viewpoint = type(roadmap.viewpoints[0]).model_validate({**roadmap.viewpoints[0].model_dump(), "scores": scores})

    after = patched(before, diff(roadmap, roadmap.replacing("viewpoints", viewpoint)))

    lines = [line for line in after.text.splitlines() if line.startswith("value")]
    assert lines == ["value = 3", "value = 3.5", "value = 4.20"]


def test_a_removed_record_takes_its_own_comment_only() -> None:
    """The comment directly above goes, the heading of the next section stays."""
    before, roadmap = read(TEXT)

    after = patched(before, diff(roadmap, roadmap.without("measures", "T01"))).text

    assert "# Tietohallinnon oma" not in after
    assert after == HEAD + '\n# ---- tavoitteet ----\n\n[[goals]]\nid = "G1"\ntitle = "Osaaminen"\n'


def test_a_new_record_comes_last_in_its_table() -> None:
    """It stands before the heading of the next section, parted as the others are."""
    before, roadmap = read(TEXT)
    half = HalfYear("2026H1")
    measure = Measure(id="T02", title="Uusi", start=half, end=half, log=(LogEntry(date=DAY, text="lisätty"),))

    after = patched(before, diff(roadmap, roadmap.adding("measures", measure)))

    assert '[[measures.log]]\ndate = 2026-11-22\ntext = "lisätty"\n\n# ---- tavoitteet ----\n' in after.text
    assert '  text = "alku"\n\n[[measures]]\nid = "T02"\n' in after.text


def test_a_first_record_of_a_table_comes_where_the_table_usually_stands() -> None:
    """Measures come behind goals; a table before all others comes behind the head."""
    before, roadmap = read(HEAD)
    roadmap = roadmap.adding("goals", Goal(id="G1", title="Osaaminen"))

    after = patched(before, diff(read(HEAD)[1], roadmap))

    assert after.text == HEAD + '\n[[goals]]\nid = "G1"\ntitle = "Osaaminen"\n'


def test_a_missing_single_table_is_added() -> None:
    """The words of the scale have a default; the first change writes the table."""
    before, roadmap = read(TEXT)
    scale = Scale(words=("a", "b", "c", "d", "e"))

    after = patched(before, diff(roadmap, roadmap.replacing("scale", scale)))

    assert changed(TEXT, after.text) == ["+", "+[scale]", '+words = ["a", "b", "c", "d", "e"]']


@pytest.mark.parametrize("record", [Goal(id="G2", title="x"), Goal(id="G0", title="y")])
@pytest.mark.parametrize("text", [TEXT, TEXT.rstrip("\n"), TEXT.replace("\n", "\r\n"), TEXT + "\n# lopuksi\n"])
@pytest.mark.parametrize("at", [0, None])
def test_adding_and_undoing_gives_the_identical_text(text: str, record: Record, at: int | None) -> None:
    """Whatever the file's end and line ends, an undo leaves no trace in it."""
    before, roadmap = read(text)
    changes = diff(roadmap, roadmap.adding("goals", record, at=at))

    assert patched(patched(before, changes), inverted(changes)).text == text


def test_done_and_undone_gives_the_identical_text() -> None:
    """The same for a field and a log entry."""
    before, roadmap = read(TEXT)
    changes = diff(roadmap, mark_done(roadmap, "T01", Place(DAY), result="Toimii"))

    assert patched(patched(before, changes), inverted(changes)).text == TEXT


def test_windows_line_ends_stay() -> None:
    """New lines end as the file's lines do."""
    after = with_fields(TEXT.replace("\n", "\r\n"), needs="yksi\nkaksi")

    assert after.count("\n") == after.count("\r\n")


def test_a_mark_at_the_beginning_stays() -> None:
    """A byte order mark is not part of the text and is written back."""
    reading = read_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert reading.document is not None
    assert reading.roadmap is not None

    roadmap = mark_done(reading.roadmap, "T01", Place(DAY))

    assert patched(reading.document, diff(reading.roadmap, roadmap)).data.startswith(b"\xef\xbb\xbfschema")


def test_an_inline_list_of_entries_is_turned_into_tables_and_keeps_its_comments() -> None:
    """A record that cannot be edited line by line is written anew, its comments as lines above it."""
    text = TEXT.replace('  [[measures.log]]\n  date = 2026-01-15\n  text = "alku"\n', "").replace(
        "status =", 'log = [ # loki\n  { date = 2026-01-15, text = "alku" },\n]\nstatus ='
    )
    before, roadmap = read(text)

    after = patched(before, diff(roadmap, mark_done(roadmap, "T01", Place(DAY), result="Toimii"))).text

    assert after.startswith(
        HEAD + "\n# Tietohallinnon oma\n# ei vielä nimeä\n# loki\n# nyt\n# ensin\n[[measures]]\nid ="
    )
    assert after.count("[[measures.log]]") == 2
    assert "# ---- tavoitteet ----" in after


NOT_SIMPLE = """\
schema = 1 # muoto
goals = [{ id = "G1", title = "Osaaminen" }]
roadmap.title = "Digitiekartta"
roadmap.organisation = "Esimerkkilä"
roadmap.first = "2025H1"
roadmap.last = "2027H2"
"""


def test_a_file_that_would_lose_comments_is_not_written_unasked() -> None:
    """Where only the whole file can be written anew, the comments that it costs are named first."""
    before, roadmap = read(NOT_SIMPLE)
    changes = diff(roadmap, roadmap.adding("goals", Goal(id="G2", title="x")))

    with pytest.raises(WouldLoseCommentsError) as refused:
        patched(before, changes)

    assert refused.value.comments == ("# muoto",)
    assert read(patched(before, changes, allow_loss=True).text)[1] == roadmap.adding("goals", Goal(id="G2", title="x"))


def test_a_file_written_anew_has_tables_and_never_inline_lists() -> None:
    """Without comments nothing is lost: the file is brought into the usual form."""
    before, roadmap = read(NOT_SIMPLE.replace(" # muoto", ""))

    after = patched(before, diff(roadmap, roadmap.adding("goals", Goal(id="G2", title="x"))))

    assert after.text.startswith("schema = 1\n\n[roadmap]\ntitle = ")
    assert after.text.count("\n[[goals]]\n") == 2
    assert after.is_simple


def test_an_edit_that_changes_nothing_gives_the_same_document() -> None:
    """An explicit default stays as it was written, an equal value too."""
    before, roadmap = read(TEXT)

    assert patched(before, diff(roadmap, mark_done(roadmap, "T01", Place(DAY)))) is not before
    assert patched(before, [Change("measures", "T01", "status", before="done", after="active")]) is before
    assert patched(before, [Change("measures", "T01", "needs", before="x", after="")]) is before
    assert patched(before, [Change("measures", "T01", "kind", before="pilot", after="project")]) is before


def test_a_change_to_what_is_not_there_does_not_fit() -> None:
    """A record or an entry that is gone, or is there twice, is told of and nothing is guessed."""
    before, _ = read(TEXT)
    entry = LogEntry(date=DAY)
    twice, _ = read(TEXT + '\n[[goals]]\nid = "G1"\ntitle = "Toinen"\n')
    unfit = [
        (before, Change("measures", "T99", "status", after="done")),
        (before, Change("measures", "T99", before=entry)),
        (before, Change("measures", "T01", "log", key=(DAY, "note", ""), before=entry)),
        (before, Change("measures", "T01", "title", key=(DAY,), after=entry)),
        (twice, Change("goals", "G1", "title", after="x")),
    ]
    for known, change in unfit:
        with pytest.raises(ChangedMeanwhileError):
            patched(known, [change])


def test_text_that_no_file_can_hold_is_refused() -> None:
    """A lone surrogate, as a paste may bring it, is found before any file is opened."""
    before, _ = read(TEXT)

    with pytest.raises(UnwritableTextError):
        patched(before, [Change("measures", "T01", "title", after="\ud800")])


def test_a_removed_entry_takes_its_own_comment_only() -> None:
    """A comment that stands apart below the entry stays."""
    text = TEXT.replace("  [[measures.log]]", "# alun loki\n  [[measures.log]]").replace(
        '"alku"\n', '"alku"\n\n# apart\n\n'
    )

    after = with_fields(text, log=())

    assert "# alun loki" not in after
    assert "# apart" in after


def test_unknown_keys_are_kept() -> None:
    """What no class knows survives an edit beside it and a record written anew."""
    text = TEXT.replace("status =", 'oma = { a = 1, b = "x # y" }\nmuu.avain = 2.50\nstatus =')

    _, roadmap = read(with_fields(text, title="SSO", log=()))

    assert roadmap.measures[0].model_extra == {"oma": {"a": 1, "b": "x # y"}, "muu": {"avain": Decimal("2.50")}}


def test_a_document_tells_lines() -> None:
    """A record, a key and a key of an entry are found by id."""
    known = document(TEXT)
    lines = TEXT.splitlines()

    assert lines[(known.line_of("measures", "T01") or 0) - 1] == "[[measures]]"
    assert lines[(known.line_of("measures", "T01", "status") or 0) - 1].startswith("status")
    assert lines[(known.line_of("measures", "T01", "log[1].text") or 0) - 1] == '  text = "alku"'
    assert lines[(known.line_of("measures", "T01", "log[1]") or 0) - 1] == "  [[measures.log]]"
    assert lines[(known.line_of("roadmap", "", "last") or 0) - 1].startswith("last")
    assert known.line_of("", "", "schema") == 1
    assert known.line_of("measures", "T99") is None
