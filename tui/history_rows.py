"""The lines of the history on screen: newest first, under a heading for each meeting and for the time between two."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from exporters.numbering import item_label
from exporters.past import belonging, mark, meeting_heading, narrowed
from exporters.retold import retold
from model.text import one_line
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.words import Words
    from model.roadmap import Roadmap
    from model.undo import Fold
    from model.wanted import Wanted

DAY = 12
PLACE = 7
"""Cells for the day and for the §."""
LONGEST = 400
"""A line is cut to so many characters: no window is wider."""
HEAD = "bold $text-accent"


@dataclass(frozen=True, slots=True)
class Making:
    """What the lines are made from; a line is made once for an entry as it stands."""

    roadmap: Roadmap
    words: Words
    wanted: Wanted
    who: bool = False
    """Whether there is room for who recorded it."""
    made: dict[tuple[str, bool, int], Row] = field(default_factory=dict)

    def rows(self, folds: Sequence[Fold]) -> list[Row]:
        """Return the lines; without any meeting there are no headings."""
        meetings = belonging(folds)
        if not any(meetings):
            return [self._row(fold) for fold in folds]
        rows: list[Row] = []
        for meeting, group in groupby(zip(folds, meetings, strict=True), key=lambda pair: pair[1]):
            rows += self._heading(meeting, is_first=not rows)
            rows += (self._row(fold) for fold, _ in group)
        return rows

    def _heading(self, meeting: str, *, is_first: bool) -> Iterator[Row]:
        if not is_first:
            yield Row("", Content(""))
        yield Row("", Content.styled(meeting_heading(meeting, self.words, self.roadmap), HEAD))

    def _row(self, fold: Fold) -> Row:
        key = (fold.entry.commit, fold.undone, len(fold.parts))
        if key not in self.made:
            self.made[key] = Row(fold.entry.commit, self._line(fold), right=self._who(fold) if self.who else None)
        return self.made[key]

    def _line(self, fold: Fold) -> Content:
        entry, words = fold.entry, self.words
        asked = narrowed(entry, self.wanted)
        said = one_line("; ".join(retold(entry, words, self.roadmap, changes=asked)), limit=LONGEST)
        place = "" if entry.item is None else item_label(self.roadmap.head, entry.item)
        return Content.assemble(
            (words.date(entry.when.date()).ljust(DAY), "$text-muted"),
            (place.ljust(PLACE), "$text-muted"),
            (f"{mark(fold, words)}{said}", "strike" if fold.undone else ""),
        )

    def _who(self, fold: Fold) -> Content:
        return Content.styled(f"  {one_line(fold.entry.who)}", "$text-muted")
