"""Two texts of one file made one: what nobody changed keeps its bytes, what one changed is as they wrote it."""

from __future__ import annotations

from datetime import date

import pytest

from model.file.decoding import decoded
from model.file.document import Document
from model.file.merging import Merged, UnmergeableError, merged
from model.file.reading import read_document
from model.file.weaving import disjoint
from model.merge import Sides

BASE = """\
# Digitiimin tiekartta
schema = 1

[roadmap]
title = "Digitiekartta"
organisation = "Pikkukunta"
first = "2025H1"
last = "2027H2"

# ---- Toimenpiteet ----

# Perehdytys on myöhässä.
[[measures]]
id = "T01"
title = "Perehdytys"
start = "2025H2"
end = "2026H1"  # tavoite

[[measures]]
id = "T02"
title = "Verkkomaksaminen"
start = "2026H1"
end = "2026H2"

# ---- Kokoukset ----

[[meetings]]
number = "1/2026"
date = 2026-03-10
"""
BY = Sides(ours="Anna", theirs="Bo", day=date(2026, 11, 22))


def read(text: str, newline: str = "\n") -> Document:
    """Return a text as a document, with line ends of a kind."""
    found = decoded(text.replace("\n", newline).encode())
    assert isinstance(found, Document)
    return found


def changed(*pairs: tuple[str, str]) -> str:
    """Return the base with some of its text in other words."""
    text = BASE
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def brought_together(ours: str, theirs: str, *, base: str = BASE, by: Sides = BY) -> Merged:
    """Return what two texts of one base make."""
    return merged(read(base), read(ours), read(theirs), by=by)


def test_what_only_theirs_changed_is_as_they_wrote_it() -> None:
    """Odd spacing, a comment above, a comment behind: byte for byte."""
    ours = changed(('title = "Perehdytys"', 'title = "Sähköinen perehdytys"'))
    odd = '# Sopimus puuttuu.\n[[measures]]\nid = "T02"\nstart="2026H1"   # ei ennen\n'
    theirs = changed(('[[measures]]\nid = "T02"\n', odd), ('"Verkkomaksaminen"\nstart = "2026H1"', '"Verkkomaksu"'))

    result = brought_together(ours, theirs)

    assert result.document.text == theirs.replace('title = "Perehdytys"', 'title = "Sähköinen perehdytys"')
    assert result.conflicts == ()


def test_records_are_added_where_each_side_has_them() -> None:
    """A section's heading stays one, above its section, however many records were added before it."""
    new = '[[measures]]\nid = "{}"\ntitle = "{}"\nstart = "2026H1"\nend = "2027H1"\n\n# ---- Kokoukset ----\n'
    ours = changed(("# ---- Kokoukset ----\n", new.format("T03", "Meidän")))
    theirs = changed(("# ---- Kokoukset ----\n", "# Heidän ajatuksensa\n" + new.format("T04", "Heidän")))

    result = brought_together(ours, theirs)

    added = new.format("T03", "Meidän").removesuffix("# ---- Kokoukset ----\n")
    assert result.document.text == changed(
        ("# ---- Kokoukset ----\n", added + "# Heidän ajatuksensa\n" + new.format("T04", "Heidän"))
    )


def test_root_keys_that_both_sides_wrote_are_both_kept() -> None:
    """Above the first table nothing can be weighed key by key; both are there, ours as it is."""
    ours = changed(("schema = 1\n", 'schema = 1\noma = "meidän"\n'))
    theirs = changed(("schema = 1\n", 'schema = 1\nmuu = "heidän"\n'))

    result = brought_together(ours, theirs)

    assert 'oma = "meidän"\n' in result.document.text
    assert 'muu = "heidän"' in result.document.text
    assert read_document(result.document).roadmap is not None


def test_another_comment_beside_an_unknown_key_makes_no_comment_of_theirs() -> None:
    """Ours took a comment out of what only theirs changed: their key stays a key, and the comment is gone."""
    ours = changed(("# Digitiimin tiekartta\n", "# Meidän tiekartta\n"), ('[[meetings]]\nnumber = "1/2026"\n', ""))
    ours = ours.replace("date = 2026-03-10\n", "").replace("# ---- Kokoukset ----\n", "")
    theirs = changed(("schema = 1\n", 'schema = 1\noma = "heidän"\n'))

    text = brought_together(ours, theirs).document.text

    assert text.startswith('# Meidän tiekartta\nschema = 1\noma = "heidän"\n')


def test_two_new_records_of_one_id_are_both_kept() -> None:
    """Theirs gets the next free id, in their own words, and remembers what it was called."""
    new = '# {0}\n[[measures]]\nid    = "T03"  # {0}\ntitle = "{0}"\nstart = "2026H1"\nend = "2027H1"\n\n# ---- Kok'
    ours = changed(("# ---- Kok", new.format("Meidän")))
    theirs = changed(("# ---- Kok", new.format("Heidän")))

    text = brought_together(ours, theirs).document.text

    assert new.format("Meidän").removesuffix("# ---- Kok") in text
    assert '# Heidän\n[[measures]]\nid    = "T04"  # Heidän\nformerly = "T03"\ntitle = "Heidän"\n' in text
    assert text.count("# ---- Kokoukset ----") == 1


def test_where_theirs_leads_ours_gets_the_next_id_in_our_own_words() -> None:
    """What others have received already keeps its id and its text, comments and all."""
    new = '# {0}\n[[measures]]\nid    = "T03"  # {0}\ntitle = "{0}"\nstart = "2026H1"\nend = "2027H1"\n\n# ---- Kok'
    ours = changed(("# ---- Kok", new.format("Meidän")))
    theirs = changed(("# ---- Kok", new.format("Heidän")))

    text = brought_together(ours, theirs, by=Sides(lead="theirs")).document.text

    assert new.format("Heidän").removesuffix("# ---- Kok") in text
    assert '# Meidän\n[[measures]]\nid    = "T04"  # Meidän\nformerly = "T03"\ntitle = "Meidän"\n' in text
    assert text.count("# ---- Kokoukset ----") == 1


def test_one_record_changed_on_both_sides_holds_both_changes_and_all_comments() -> None:
    """Our text, with their field in it, their new comments beside what they belong to, their removed one gone."""
    ours = changed(('title = "Perehdytys"', 'title = "Sähköinen perehdytys"  # uusi nimi'))
    theirs = changed(
        ("# Perehdytys on myöhässä.\n", "# Perehdytys on ajallaan.\n"),
        ('end = "2026H1"  # tavoite', '# Johtoryhmä sanoi\nend = "2026H2"  # päätetty'),
    )

    result = brought_together(ours, theirs)

    assert result.document.text == changed(
        ("# Perehdytys on myöhässä.\n", "# Perehdytys on ajallaan.\n"),
        ('title = "Perehdytys"', 'title = "Sähköinen perehdytys"  # uusi nimi'),
        ('end = "2026H1"  # tavoite', '# Johtoryhmä sanoi\nend = "2026H2"  # päätetty'),
    )


def test_two_values_for_one_field_are_a_record_of_the_file() -> None:
    """Ours stands, the conflict says what theirs was, who said which and when; the file reads without an error."""
    ours, theirs = changed(('end = "2026H2"', 'end = "2027H1"')), changed(('end = "2026H2"', 'end = "2027H2"'))

    result = brought_together(ours, theirs)

    (conflict,) = result.conflicts
    reading = read_document(result.document)
    assert (conflict.record, conflict.field) == ("T02", "end")
    assert (conflict.base, conflict.ours, conflict.theirs) == ("2026H2", "2027H1", "2027H2")
    assert (conflict.ours_by, conflict.theirs_by, conflict.date) == ("Anna", "Bo", BY.day)
    assert reading.roadmap is not None
    assert reading.roadmap.conflicts == result.conflicts
    assert result.document.text.startswith(ours.rstrip("\n"))
    assert [problem for problem in reading.problems if problem.severity != "warning"] == []


def test_an_edit_wins_over_a_removal_with_its_comments() -> None:
    """What we removed and they went on with comes back as they wrote it."""
    gone = BASE[BASE.index("# Perehdytys") : BASE.index('[[measures]]\nid = "T02"')]
    theirs = changed(('title = "Perehdytys"', 'title = "Uusi perehdytys"  # huom.'))

    result = brought_together(BASE.replace(gone, ""), theirs)

    assert gone.replace('title = "Perehdytys"', 'title = "Uusi perehdytys"  # huom.') in result.document.text
    assert len(result.conflicts) == 1


def test_a_comment_written_beside_what_the_other_removed_survives() -> None:
    """The record goes, the new comment about it stays."""
    gone = BASE[BASE.index("# Perehdytys") : BASE.index('[[measures]]\nid = "T02"')]

    text = brought_together(
        changed(('id = "T01"\n', 'id = "T01"\n# kysy Liisalta\n')), BASE.replace(gone, "")
    ).document.text

    assert "T01" not in text
    assert "# kysy Liisalta\n" in text


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_the_line_ends_are_ours(end: str) -> None:
    """Whichever kind the other side writes, the file keeps one kind: ours; and a byte order mark stays ours."""
    other = "\n" if end == "\r\n" else "\r\n"
    ours = read("\ufeff" + changed(('title = "Perehdytys"', 'title = "Meidän"')), end)
    theirs = read(changed(('title = "Verkkomaksaminen"', 'title = "Heidän"')), other)

    found = merged(read(BASE, other), ours, theirs).document

    meant = changed(('title = "Perehdytys"', 'title = "Meidän"'), ('title = "Verkkomaksaminen"', 'title = "Heidän"'))
    assert found.data.decode() == "\ufeff" + meant.replace("\n", end)


def test_a_missing_last_line_end_is_no_change_of_the_record() -> None:
    """Who appends to a file without one makes no conflict with it."""
    ours = BASE.removesuffix("\n")
    theirs = BASE + '\n[[goals]]\nid = "uusi"\ntitle = "Uusi"\n'

    assert brought_together(ours, theirs, base=ours).document.text == theirs


def test_merging_with_oneself_or_with_the_base_changes_no_byte() -> None:
    """The neutral cases."""
    other = changed(('end = "2026H2"', 'end = "2027H2"  # !'))

    for ours, theirs in ((other, other), (other, BASE), (BASE, other)):
        assert brought_together(ours, theirs).document.text == other


def test_what_the_program_does_not_know_is_kept() -> None:
    """An unknown table of theirs comes along; where both changed it, theirs stays readable as a comment."""
    base = BASE + '\n[oma]\nsana = "a"\n'

    text = brought_together(base.replace('"a"', '"b"'), base.replace('"a"', '"c"'), base=base).document.text

    assert '# sana = "c"\n[oma]\nsana = "b"\n' in text


def test_a_file_that_cannot_be_cut_is_written_anew_with_its_comments() -> None:
    """Inline tables: the values are merged all the same, and every comment is still there."""
    base = 'schema = 1\nroadmap = {title = "A", organisation = "B", first = "2025H1", last = "2026H1"} # pää\n'
    ours, theirs = base.replace('"A"', '"Meidän"'), "# heidän\n" + base.replace('"B"', '"Heidän"')

    found = merged(read(base), read(ours), read(theirs)).document

    assert found.text.startswith("# pää\n# heidän\n")
    assert (found.values["roadmap"]["title"], found.values["roadmap"]["organisation"]) == ("Meidän", "Heidän")


def test_what_is_no_roadmap_is_told_with_its_side() -> None:
    """A record that both changed cannot be merged while one of the texts says what no roadmap can."""
    ours = changed(('title = "Perehdytys"', 'title = "Meidän"'))

    with pytest.raises(UnmergeableError) as caught:
        brought_together(ours, changed(('title = "Perehdytys"', "title = 7")))

    assert caught.value.side == "theirs"
    assert [problem.code for problem in caught.value.problems] == ["wrong-type"]


def test_what_hangs_together_is_left_to_the_merge_of_the_records() -> None:
    """A removal, a change of one table, a new record on both sides: texts alone decide none of these."""
    new = '[[goals]]\nid = "{}"\ntitle = "Uusi"\n'
    gone = BASE[BASE.index("# Perehdytys") : BASE.index('[[measures]]\nid = "T02"')]
    head = changed(('last = "2027H2"', 'last = "2028H2"'))
    other = changed(('title = "Verkkomaksaminen"', 'title = "Maksaminen"'))

    for ours, theirs in (
        (BASE.replace(gone, ""), other),
        (head, other),
        (BASE + "\n" + new.format("a"), BASE + "\n" + new.format("b")),
    ):
        assert disjoint(read(BASE), read(ours), read(theirs)) is None
    assert disjoint(read(BASE), read(changed(('title = "Perehdytys"', 'title = "x"'))), read(other)) is not None


def test_different_keys_of_one_record_need_no_class_of_it() -> None:
    """Each key is as the side wrote it that changed it; a new one stands behind what is above it there."""
    ours = changed(('title = "Perehdytys"', 'title = "Meidän"  # uusi'), ("# Perehdytys on myöhässä.\n", ""))
    theirs = changed(
        ('title = "Perehdytys"', 'title = "Perehdytys"\nneeds = """\nraha\n"""  # paljon'),
        ("# tavoite", '# tavoite\n\n[[measures.funding]]\nyear = 2026\nstate = "granted"'),
    )

    found = disjoint(read(BASE), read(ours), read(theirs))

    assert found is not None
    assert found.text == theirs.replace('title = "Perehdytys"', 'title = "Meidän"  # uusi').replace(
        "# Perehdytys on myöhässä.\n", ""
    )


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (('start = "2025H2"', 'start = "2026H1"'), ('end = "2026H1"', 'end = "2026H2"')),
        (('title = "Perehdytys"', 'title = "Meidän"'), ('title = "Perehdytys"', 'title = "Heidän"')),
        (('last = "2027H2"', 'last = "2028H2"'), ('title = "Perehdytys"', 'title = "Heidän"')),
    ],
)
def test_keys_that_hang_together_are_left_to_the_merge(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    """A schedule that nobody has planned, a horizon that leaves measures outside: keys alone tell nothing of these."""
    assert disjoint(read(BASE), read(changed(ours)), read(changed(theirs))) is None
