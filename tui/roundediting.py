"""Going through the cells of a round and typing in them: where one is, and what each key makes of it.

One value holds it all and each key gives a new one, so that no key of a quick hand overtakes another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from model.typedround import COLUMNS, HEAD, NAME

if TYPE_CHECKING:
    from model.typedround import Cell, TypedRound

MOST, MOST_OF_NAME = 30, 200
"""Letters that a cell takes."""


@dataclass(frozen=True, slots=True)
class Editing:
    """A round, the cell in which one is, and where in its text."""

    typed: TypedRound
    at: Cell
    caret: int | None = None
    """Before which letter one writes; None when one has just come to the cell: typing replaces its text."""

    @property
    def text(self) -> str:
        """What stands in the cell."""
        return self.typed.raw(self.at)

    @property
    def row(self) -> int | None:
        """The place of the viewpoint in whose row one is; None above the rows."""
        return None if self.at in HEAD else self.typed.viewpoints.index(self.at[0])

    def writing(self, text: str) -> Editing:
        """Write where one is; what does not fit in is left out."""
        old, at = ("", 0) if self.caret is None else (self.text, self.caret)
        room = (MOST_OF_NAME if self.at == NAME else MOST) - len(old)
        new = text[: max(room, 0)]
        return self._with(f"{old[:at]}{new}{old[at:]}", at + len(new))

    def erasing(self, *, back: bool) -> Editing:
        """Take out the letter before or behind, or the whole text where one has just come to it."""
        if self.caret is None:
            return self._with("", 0)
        first = max(self.caret - 1, 0) if back else self.caret
        last = self.caret if back else self.caret + 1
        return self._with(self.text[:first] + self.text[last:], first)

    def moving(self, steps: int) -> Editing:
        """Go so many letters along the text, no further than its ends."""
        start = (len(self.text) if steps > 0 else 0) if self.caret is None else self.caret + steps
        return replace(self, caret=max(0, min(start, len(self.text))))

    def going(self, cell: Cell) -> Editing:
        """Come to another cell."""
        return replace(self, at=cell, caret=None)

    def down(self, steps: int) -> Editing:
        """Go so many cells down the column, or up; at its end stay."""
        column = COLUMNS[0] if self.at in HEAD else self.at[1]
        return self._along((*HEAD, *((viewpoint, column) for viewpoint in self.typed.viewpoints)), steps)

    def across(self, steps: int) -> Editing:
        """Go so many cells on in the order of reading, or back; at the end stay."""
        return self._along(self.typed.cells, steps)

    def pasting(self, text: str) -> Editing:
        """Write a pasted text: a block of cells from this one on, a single value where one is.

        A block that is pasted above the rows, where one begins, has its place in the rows.
        """
        is_block = len(text.split()) > 1 and (self.at not in HEAD or len(text.strip().splitlines()) > 1)
        if not is_block:
            return self.writing(" ".join(text.split()))
        first = (self.typed.viewpoints[0], COLUMNS[0]) if self.at in HEAD else self.at
        return replace(self, typed=self.typed.pasting(first, text), caret=None)

    def _along(self, way: tuple[Cell, ...], steps: int) -> Editing:
        to = max(0, min(way.index(self.at) + steps, len(way) - 1))
        return self if way[to] == self.at else self.going(way[to])

    def _with(self, text: str, caret: int) -> Editing:
        return replace(self, typed=self.typed.typing(self.at, text), caret=caret)
