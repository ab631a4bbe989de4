"""The patch by example: records and entries that come and go, and files that are not simple."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from model.diff import Change, ChangedMeanwhileError, diff, inverted
from model.edits import Place, mark_done
from model.file.errors import UnwritableTextError, WouldLoseCommentsError
from model.file.patch import patched
from model.file.reading import read_bytes
from model.file.scan import comments
from model.halfyear import HalfYear
from model.records import Goal, LogEntry, Measure, Scale
from tests.file.example import DAY, HEAD, TEXT, changed, read, with_fields

if TYPE_CHECKING:
    from model.record import Record

NOT_SIMPLE = """\
schema = 1 # muoto
goals = [{ id = "G1", title = "Osaaminen" }]
roadmap.title = "Digitiekartta"
roadmap.organisation = "Esimerkkilä"
roadmap.first = "2025H1"
roadmap.last = "2027H2"
"""


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


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n# lopuksi"])
@pytest.mark.parametrize("log", ["", "\n[[measures.log]]\ndate = 2026-01-15"])
def test_the_last_record_can_grow_and_shrink_whatever_the_end_of_the_file(end: str, log: str) -> None:
    """Keys and entries come and go at a last line without a line end, too."""
    text = f'{HEAD}\n[[measures]]\nid = "T01"\ntitle = "x"\nstart = "2026H1"\nend = "2026H2"{log}{end}'
    before, roadmap = read(text)
    done = mark_done(roadmap, "T01", Place(DAY), result="Toimii")
    needs = roadmap.replacing("measures", roadmap.measures[0].model_copy(update={"needs": "Rahaa"}))

    for changes in (diff(roadmap, done), diff(roadmap, needs)):
        after = patched(before, changes)
        assert patched(after, inverted(changes)).text in {
            text,
            text.replace('"2026H2"', '"2026H2"\nstatus = "planned"'),
        }


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


def test_an_unknown_key_can_be_changed_however_it_is_written() -> None:
    """Where a key is spelled with dots or as a table of its own, its record is written anew, comments kept."""
    text = TEXT.replace("status =", "muu.avain = 2 # pisteellä\nstatus =").replace(
        "# ---- tavoitteet", "[measures.oma]\nz = inf # oma\n\n# ---- tavoitteet"
    )
    before, _ = read(text)

    for name, value in (("muu", {"avain": 3}), ("muu", None), ("oma", {"z": 2}), ("oma", None)):
        after = patched(before, [Change("measures", "T01", name, before=0, after=value)])
        assert after.values["measures"][0].get(name) == value
        assert {"# pisteellä", "# oma", "# ei vielä nimeä", "# Tietohallinnon oma"} <= set(comments(after.text))


def test_an_entry_can_be_added_corrected_and_removed_before_it_is_saved() -> None:
    """While saving fails changes wait; those that take each other back leave nothing."""
    before, roadmap = read(TEXT)
    one = mark_done(roadmap, "T01", Place(DAY), result="Toimii")
    entry = one.measures[0].log[-1].model_copy(update={"item": 7})
    other = one.replacing("measures", one.measures[0].model_copy(update={"log": (*roadmap.measures[0].log, entry)}))
    changes = (*diff(roadmap, one), *diff(one, other))

    assert "item = 7" in patched(before, changes).text
    assert patched(before, (*changes, *diff(other, roadmap))) is before


def test_of_two_entries_that_went_the_likest_stays_in_its_place() -> None:
    """One of them was corrected, the other removed: the comment of the corrected one stays."""
    first = '\n# eka\n[[measures.log]]\ndate = 2026-01-01\ntext = "a"\n'
    log = first + '\n# toka\n[[measures.log]]\ndate = 2026-02-02\ntext = "b"\n'
    text = TEXT.replace('\n  [[measures.log]]\n  date = 2026-01-15\n  text = "alku"\n', log)

    after = with_fields(text, log=(LogEntry(date=date(2026, 2, 2), text="b!"),))

    assert changed(text, after)[-2:] == ['-text = "b"', '+text = "b!"']
    assert "# toka" in after
    assert "# eka" not in after


def test_of_two_entries_that_came_the_likest_takes_the_place() -> None:
    """A corrected entry and a new one before it: the comment stays with the corrected one."""
    text = TEXT.replace("  [[measures.log]]", "  # alun loki\n  [[measures.log]]")
    new, corrected = LogEntry(date=DAY, event="done"), LogEntry(date=date(2026, 1, 15), text="alku!")

    after = with_fields(text, log=(new, corrected))

    assert '# alun loki\n  [[measures.log]]\n  date = 2026-01-15\n  text = "alku!"' in after


def test_a_corrected_date_of_an_approval_keeps_its_comment() -> None:
    """What tells two approvals apart is part of what they say; correcting it is one line."""
    text = HEAD + '\n# kokous peruttiin\n[[approvals]]\nbody = "Kaupunginhallitus"\ndate = 2026-01-01 # vai 2.?\n'
    before, roadmap = read(text)
    approval = roadmap.approvals[0].model_copy(update={"date": DAY})
    changes = diff(roadmap, roadmap.without("approvals", "Kaupunginhallitus 2026-01-01").adding("approvals", approval))

    after = patched(before, changes)

    assert changed(text, after.text) == ["-date = 2026-01-01 # vai 2.?", "+date = 2026-11-22 # vai 2.?"]
    assert patched(after, inverted(changes)).text == text
