"""Typing in the cells of a round: what each key makes of where one is, and how it is drawn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from exporters.words import Words
from model.edits import RefusedError
from model.records import Head, Score, Viewpoint
from model.roadmap import Roadmap
from model.typedround import DATE, NAME, RESPONSES, blank
from tui.roundediting import Editing
from tui.roundlines import ABOVE, RoundPage


def town(count: int = 2) -> Roadmap:
    """Make a roadmap of so many viewpoints."""
    head = Head.model_validate({"title": "D", "organisation": "O", "first": "2025H1", "last": "2027H2"})
    old = Score(date=date(2024, 9, 27), value=Decimal("2.9"), basis="survey", n=287)
    names = (f"v{number}" for number in range(count))
    return Roadmap(
        head=head, viewpoints=tuple(Viewpoint(id=name, name=name, scope="own", scores=(old,)) for name in names)
    )


def at(viewpoint: str, column: str, text: str = "", *, count: int = 2) -> Editing:
    """Stand in a cell in which something is typed."""
    cell = (viewpoint, column)
    return Editing(blank(town(count)).typing(cell, text), cell)


def test_typing_replaces_what_stood_in_a_cell() -> None:
    """One comes to a cell with its text marked, as in a spreadsheet."""
    assert at("v0", "mean", "2,9").writing("3").writing(",").writing("1").text == "3,1"


def test_after_an_arrow_one_writes_into_the_text() -> None:
    """Right goes behind the text, left before it; delete and backspace take a letter each."""
    there = at("v0", "mean", "2,9")

    assert there.moving(1).writing("5").text == "2,95"
    assert there.moving(-1).writing("1").text == "12,9"
    assert there.moving(1).erasing(back=True).text == "2,"
    assert there.moving(-1).erasing(back=False).text == ",9"
    assert there.erasing(back=True).text == ""


def test_down_goes_along_the_column_and_across_along_the_row() -> None:
    """Enter reads a column of means, Tab a table of means and numbers."""
    there = at("v0", "mean")

    assert there.down(1).at == ("v1", "mean")
    assert there.across(1).at == ("v0", "n")
    assert there.across(1).down(1).at == ("v1", "n")
    assert there.down(-1).at == RESPONSES


def test_the_last_cell_is_the_end_of_the_column() -> None:
    """There is nowhere further, and nothing changes."""
    last = at("v1", "mean")

    assert last.down(1) is last
    assert Editing(last.typed, NAME).down(-1).at == NAME


def test_a_block_is_pasted_over_cells_and_a_value_into_one() -> None:
    """A block goes right and down; one number goes where one writes, and so does a name of many words."""
    assert at("v0", "mean").pasting("2,6\t140\n3,1\t139").typed.text(("v1", "n")) == "139"
    assert at("v0", "mean").pasting("2,6\n").text == "2,6"
    assert Editing(blank(town()), NAME).pasting("Kysely\tvuonna 2026\n").text == "Kysely vuonna 2026"
    above = Editing(blank(town()), NAME).pasting("2,6\t140\n3,1\t139\n")
    assert (above.text, above.typed.text(("v0", "mean")), above.typed.text(("v1", "n"))) == ("", "2,6", "139")


def test_a_cell_takes_no_more_than_it_can_hold() -> None:
    """A paste by mistake does not fill the memory."""
    assert len(at("v0", "mean").writing("3" * 1000).text) == 30


def test_a_row_has_its_earlier_level_beside_it_or_what_is_wrong() -> None:
    """A person sees beside the row what stood there before, or why it cannot be saved."""
    there, words = at("v0", "mean", "6"), Words("fi")
    page = RoundPage(town(), words, width=76)

    plain = page.page(there.going(NAME), {}, rows=range(2)).lines
    faulty = page.page(there, {("v0", "mean"): RefusedError("bad-level", value="6")}, rows=range(2)).lines

    assert "2,9 (27.9.2024)" in plain[ABOVE].plain
    assert "1–5" in faulty[ABOVE].plain
    assert all(line.cell_length <= 76 for line in (*plain, *faulty))


def test_the_mouse_finds_the_cell_that_is_drawn_there() -> None:
    """Every cell is where its brackets are."""
    page = RoundPage(town(), Words("fi"), width=76).page(at("v0", "mean"), {}, rows=range(2))

    for y, first, last, cell in page.spots:
        assert page.lines[y].plain[first] == "["
        assert page.lines[y].plain[last] == "]"
        assert page.cell_at(first, y) == page.cell_at(last, y) == cell
    assert {cell for *_, cell in page.spots} >= {NAME, DATE, ("v1", "n")}
    assert page.cell_at(0, 99) is None


def test_rows_out_of_sight_are_told_of() -> None:
    """Where not all viewpoints fit, the head says which are shown."""
    lines = RoundPage(town(30), Words("fi"), width=76).page(at("v0", "mean", count=30), {}, rows=range(4, 15)).lines

    assert "5–15 / 30" in lines[ABOVE - 1].plain
    assert lines[ABOVE].plain.startswith("v4")
