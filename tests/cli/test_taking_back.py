"""take-back: one old entry of the history goes, what came later stays, and what stands on it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.town import Town


def decided(town: Town) -> str:
    """Postpone T02, then rename it; return the commit of the postponement."""
    town.types("move", "T02", "k27", "--reason", "resurssi")
    commit = town.git("rev-parse", "HEAD")
    town.types("edit", "T02", "title", "Verkkokauppa")
    return commit


def test_an_old_entry_goes_and_what_came_later_stays(town: Town) -> None:
    """The end is as before, the new title stays; the commit says what it takes back, and the two fold."""
    commit = decided(town)
    change = town.git("log", "-1", "--format=%(trailers:key=Change-Id,valueonly)", commit)

    ran = town.types("take-back", commit[:10])

    assert (ran.status, ran.out.splitlines()[0]) == (0, "Kumottu: T02 siirretty: syksy 2026 → kevät 2027")
    assert 'end = "2026H2"  # sopimus ratkaisee' in town.text
    assert 'title = "Verkkokauppa"' in town.text
    body = town.git("log", "-1", "--format=%B")
    assert body.splitlines()[0] == "Kumottu: T02 siirretty: syksy 2026 → kevät 2027"
    assert [f"Reverts: {change}" in body, f"Takes-Back: {change}" in body] == [True, True]


def test_the_preview_changes_nothing(town: Town) -> None:
    """It tells in words what would be different."""
    commit = decided(town)
    before, head = town.text, town.git("rev-parse", "HEAD")

    ran = town.types("take-back", commit, "--preview")

    assert (ran.status, ran.out) == (0, "Kumottu: T02 siirretty: syksy 2026 → kevät 2027 (resurssi)\n")
    assert (town.text, town.git("rev-parse", "HEAD")) == (before, head)


def test_taking_back_can_itself_be_undone(town: Town) -> None:
    """Undo makes the old decision stand again, redo takes it back once more."""
    commit = decided(town)
    before = town.text
    town.types("take-back", commit)
    taken = town.text

    undone = town.types("undo")
    assert (undone.status, town.text) == (0, before)
    assert town.types("redo").status == 0
    assert town.text == taken


def test_what_stands_on_it_is_named(town: Town) -> None:
    """A later postponement is told with its day; nothing changes."""
    commit = decided(town)
    town.types("move", "T02", "s27", "--reason", "toimittaja")
    before = town.text

    ran = town.types("take-back", commit)

    assert (ran.status, ran.out, town.text) == (1, "", before)
    assert ran.err.splitlines()[0].startswith("T02 (päättyy): tätä on muutettu myöhemmin.")
    assert "T02 siirretty: kevät 2027 → syksy 2027 (toimittaja)" in ran.err.splitlines()[1]


def test_a_part_goes_by_record_and_field_and_does_not_fold(town: Town) -> None:
    """Of a hand edit of two records one field is taken back; the rest stands."""
    text = town.text.replace("Verkkomaksaminen", "Verkkokauppa").replace("Avoin data", "Avoimet rajapinnat")
    town.roadmap.write_text(text.replace('end = "2027H1"', 'end = "2027H2"'), encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "käsin")
    commit = town.git("rev-parse", "HEAD")

    assert town.types("take-back", commit, "--record", "t3", "--field", "title").status == 0
    assert ['"Avoin data"' in town.text, '"Verkkokauppa"' in town.text, 'end = "2027H2"' in town.text] == [True] * 3
    body = town.git("log", "-1", "--format=%B")
    assert [f"Takes-Back: {commit[:12]}" in body, "Reverts" in body] == [True, False]

    assert town.types("take-back", commit, "--record", "T02").status == 0
    assert '"Verkkomaksaminen"' in town.text
    assert town.types("take-back", commit, "--record", "T01").status == 1


def test_an_entry_is_named_by_its_meeting_and_section(town: Town) -> None:
    """As it stands in the minutes; what it decided there goes back with the §."""
    town.types("meeting", "start")
    town.types("drop", "T02", "--reason", "ei tarvita")
    item = town.git("log", "-1", "--format=%(trailers:key=Item,valueonly)")
    assert 'status = "dropped"' in town.text

    ran = town.types("take-back", f"1/2026§{item}")

    assert (ran.status, 'status = "dropped"' in town.text) == (0, False)
    body = town.git("log", "-1", "--format=%B")
    assert ["Meeting: 1/2026" in body, "Item:" in body] == [True, False]


def test_what_is_no_entry_is_told(town: Town) -> None:
    """Neither a commit of this history nor a § of a meeting."""
    for typed in ("abcdef12", "-- HEAD", "9/2026§3", "HEAD~1"):
        ran = town.types("take-back", "--", typed)
        assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)


def test_the_beginning_of_the_file_is_not_taken_back(town: Town) -> None:
    """What came before there is not known."""
    first = town.git("rev-list", "--max-parents=0", "HEAD")

    assert town.types("take-back", first).status == 1
