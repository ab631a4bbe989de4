"""A round that is being typed as lines of the screen: its fields above, a row a viewpoint, what is wrong beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from exporters.typedround import beside, called, comes_to, earlier, rate
from model.text import clean
from model.typedround import COLUMNS, DATE, INVITED, NAME, RESPONSES
from tui.safe import line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exporters.words import Words
    from model.edits import RefusedError
    from model.roadmap import Roadmap
    from model.typedround import Cell
    from tui.roundediting import Editing

ABOVE = 4
"""Lines above the rows."""
LABEL, NUMBER, DAY = 28, 6, 11
"""Cells of the screen for a viewpoint's name at the least, for a number, for a day."""
BESIDE = 20
"""Cells that a longer name leaves to the numbers and to what stands beside them, besides those of a name."""
_GAP = Content("  ")
Wrong = "Mapping[Cell, RefusedError]"
Spot = tuple[int, int, int, "Cell"]
"""Where a cell is drawn: its line, its first and its last column."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of the screen, and where each cell stands in them."""

    lines: tuple[Content, ...]
    spots: tuple[Spot, ...]

    def cell_at(self, x: int, y: int) -> Cell | None:
        """Return the cell under the mouse, or None."""
        return next((cell for row, first, last, cell in self.spots if row == y and first <= x <= last), None)


class RoundPage:
    """Draws the lines of a round for a width, from a row on."""

    def __init__(self, roadmap: Roadmap, words: Words, *, width: int) -> None:
        """Draw for people who read these words."""
        self.roadmap = roadmap
        self.words = words
        self.width = width
        longest = max((len(called((one.id, ""), roadmap, words)) for one in roadmap.viewpoints), default=0)
        self.label = max(LABEL, min(longest, width - BESIDE - LABEL))
        self._spots: list[Spot] = []

    def page(self, editing: Editing, wrong: Mapping[Cell, RefusedError], *, rows: range) -> Page:
        """Return the lines of the fields and of some of the viewpoints."""
        self._spots = []
        shown = editing.typed.viewpoints[rows.start : rows.stop]
        name = self.width - len(called(NAME, self.roadmap, self.words)) - 3
        lines = [
            self._fields(editing, wrong, fields=((NAME, max(name, NUMBER)),), y=0),
            self._fields(editing, wrong, fields=((DATE, DAY), (INVITED, NUMBER), (RESPONSES, NUMBER)), y=1),
            Content(""),
            self._heads(editing, wrong, rows=rows),
            *(self._row(editing, wrong, viewpoint=one, y=ABOVE + y) for y, one in enumerate(shown)),
        ]
        return Page(tuple(one.truncate(self.width, ellipsis=True) for one in lines), tuple(self._spots))

    def _fields(
        self, editing: Editing, wrong: Mapping[Cell, RefusedError], *, fields: Sequence[tuple[Cell, int]], y: int
    ) -> Content:
        """Return a line of fields, the response rate behind the last of them where both its numbers stand."""
        drawn = Content("")
        for cell, width in fields:
            drawn = drawn + _GAP if drawn.plain else drawn
            drawn += Content.styled(f"{called(cell, self.roadmap, self.words)} ", "$text-muted")
            drawn = self._with_cell(drawn, editing, wrong, spot=(cell, width, y))
        return drawn + _GAP + line(rate(editing.typed, self.words)) if y else drawn

    def _heads(self, editing: Editing, wrong: Mapping[Cell, RefusedError], *, rows: range) -> Content:
        t, known = self.words.t, len(editing.typed.viewpoints)
        so_far = comes_to(editing.typed, self.words, wrong=len(wrong))
        hidden = known > len(rows)
        part = t("rows {first}–{last} of {all}", first=rows.start + 1, last=rows.stop, all=known) if hidden else ""
        heads = f"{so_far:{self.label}.{self.label}} {t('mean'):<10.10} n     {part or t('earlier survey')}"
        return Content.styled(heads, "$text-muted")

    def _row(self, editing: Editing, wrong: Mapping[Cell, RefusedError], *, viewpoint: str, y: int) -> Content:
        label = line(called((viewpoint, ""), self.roadmap, self.words)).truncate(self.label, ellipsis=True)
        drawn = label.pad_right(self.label - label.cell_length + 1)
        for column in COLUMNS:
            drawn = self._with_cell(drawn, editing, wrong, spot=((viewpoint, column), NUMBER, y)) + Content(" ")
        why = next((wrong[viewpoint, column] for column in COLUMNS if (viewpoint, column) in wrong), None)
        if why:
            return drawn + Content.styled(beside(why, self.words), "bold $text-error")
        return drawn + Content.styled(earlier(self.roadmap, viewpoint, self.words), "$text-muted")

    def _with_cell(
        self, drawn: Content, editing: Editing, wrong: Mapping[Cell, RefusedError], *, spot: tuple[Cell, int, int]
    ) -> Content:
        """Return the line with a cell at its end: `[2,6   ]`, what is typed in it around the cursor."""
        cell, width, y = spot
        first = drawn.cell_length
        self._spots.append((y, first, first + width + 1, cell))
        style = "bold $text-error" if cell in wrong else ""
        if cell == editing.at:
            inner = _under_cursor(clean(editing.text), editing.caret, width=width)
            return Content.assemble(drawn, ("[", "bold $accent"), inner, ("]", "bold $accent"))
        text = Content.styled(clean(editing.typed.raw(cell)), style).truncate(width, ellipsis=True)
        return Content.assemble(
            drawn, ("[", "$text-muted"), text.pad_right(width - text.cell_length), ("]", "$text-muted")
        )


def _under_cursor(text: str, caret: int | None, *, width: int) -> Content:
    """Return the part of a text that has room around the cursor; a text that typing will replace is all marked."""
    if caret is None:
        marked = Content.styled(text[:width] or " ", "reverse")
        return marked.pad_right(max(width - marked.cell_length, 0))
    start = max(0, caret - width + 1)
    seen = f"{text} "[start : start + width]
    at = caret - start
    drawn = Content.assemble(seen[:at], (seen[at : at + 1], "reverse"), seen[at + 1 :])
    return drawn.pad_right(max(width - drawn.cell_length, 0))
