"""The lines of the history on screen: newest first, under a heading for each meeting and for the time between two."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from exporters.numbering import item_label, reference
from exporters.retold import retold
from model.meeting import Meeting
from model.text import one_line
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.words import Words
    from model.git.undo import Fold
    from model.roadmap import Roadmap
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
        yield Row("", Content.styled(self._called(meeting), HEAD))

    def _called(self, meeting: str) -> str:
        """Return what a group is called: `Digitiimi 3/2026, 24.11.2026`, or that it is between meetings."""
        if not meeting:
            return self.words.t("Between meetings")
        name = reference(self.roadmap.head, meeting, None)
        found = self.roadmap.find("meetings", meeting)
        return f"{name}, {self.words.date(found.date)}" if isinstance(found, Meeting) else name

    def _row(self, fold: Fold) -> Row:
        key = (fold.entry.commit, fold.undone, len(fold.parts))
        if key not in self.made:
            self.made[key] = Row(fold.entry.commit, self._line(fold), right=self._who(fold) if self.who else None)
        return self.made[key]

    def _line(self, fold: Fold) -> Content:
        entry, words = fold.entry, self.words
        asked = self.wanted.among(entry.changes or (), entry.roadmap) if self.wanted.picks_changes else ()
        said = one_line("; ".join(retold(entry, words, self.roadmap, changes=asked)), limit=LONGEST)
        place = "" if entry.item is None else item_label(self.roadmap.head, entry.item)
        return Content.assemble(
            (words.date(entry.when.date()).ljust(DAY), "$text-muted"),
            (place.ljust(PLACE), "$text-muted"),
            (f"{self._mark(fold)}{said}", "strike" if fold.undone else ""),
        )

    def _mark(self, fold: Fold) -> str:
        """Return what became of an entry since, as a word before it."""
        if fold.undone:
            return f"({self.words.t('taken back')}) "
        return f"({self.words.t('taken back in part')}) " if fold.parts else ""

    def _who(self, fold: Fold) -> Content:
        return Content.styled(f"  {one_line(fold.entry.who)}", "$text-muted")


def belonging(folds: Sequence[Fold]) -> list[str]:
    """Return for each entry the meeting under which it stands, empty for one between meetings.

    What was edited by hand while a meeting went on, so on its day between two of its decisions, stands with them.
    """
    meetings = [fold.entry.meeting for fold in folds]
    last = None
    for place, fold in enumerate(folds):
        if not fold.entry.meeting:
            continue
        day = fold.entry.when.date()
        if last is not None and place - last > 1 and _is_one(folds[last], fold):
            between = range(last + 1, place)
            if all(folds[one].entry.when.date() == day for one in between):
                meetings[last + 1 : place] = [fold.entry.meeting] * len(between)
        last = place
    return meetings


def _is_one(newer: Fold, older: Fold) -> bool:
    return newer.entry.meeting == older.entry.meeting and newer.entry.when.date() == older.entry.when.date()
