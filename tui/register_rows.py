"""The lines of the register on screen: the open tasks, then each meeting's decisions and the tasks that are over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from exporters.numbering import item_label
from exporters.register import about, decided, practice, standing_of, who
from model.search import sort_key
from model.text import one_line
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from exporters.words import Words
    from model.register import ActionPoint, Decision
    from model.roadmap import Roadmap

PLACE = 10
"""Cells for what a line is called: `§ 12`, `3/2026-2`."""
LONGEST = 300
"""A text is cut to so many characters: no line is wider, and to lay out a longer one takes time."""
HEAD = "bold $text-accent"


def name_of(meeting: str, item: int | None) -> str:
    """Return the id of the line of a decision."""
    return f"{meeting} § {item}"


@dataclass(frozen=True, slots=True)
class Making:
    """What the lines are made from."""

    roadmap: Roadmap
    words: Words
    today: date
    who: bool = True
    """Whether there is room for who has to do a task."""

    def rows(self, found: Sequence[Decision], points: Sequence[ActionPoint]) -> list[Row]:
        """Return the lines of these decisions and tasks under their headings; none when there is nothing."""
        rows = [*self._left(points), *self._meetings(found, points)]
        return rows[1:] if rows and not rows[0].content.plain else rows

    def _left(self, points: Sequence[ActionPoint]) -> Iterator[Row]:
        left = [point for point in points if point.is_open]
        if left:
            yield Row("", Content.styled(self.words.t("Open tasks").upper(), HEAD))
            yield from map(self._task, left)

    def _meetings(self, found: Sequence[Decision], points: Sequence[ActionPoint]) -> Iterator[Row]:
        over = [point for point in points if not point.is_open]
        days = {one.meeting: one.decided for one in found} | {one.meeting: one.decided for one in over}
        for number in sorted(days, key=lambda number: (days[number], sort_key(number)), reverse=True):
            day = self.words.date(days[number], weekday=True)
            yield Row("", Content(""))
            yield Row("", Content.styled(f"{one_line(number)}  {day}", HEAD))
            yield from (self._decision(entry) for entry in found if entry.meeting == number)
            yield from (self._task(point) for point in over if point.meeting == number)

    def _decision(self, entry: Decision) -> Row:
        """Return a decision: its §, what it was about and what was decided; at the right what became of it."""
        left = Content.assemble(
            (item_label(self.roadmap.head, entry.item.number).ljust(PLACE), "bold"),
            Content(about(entry, self.words)[:LONGEST]),
            (f"  {decided(entry, self.words)[:LONGEST]}", "$text-muted"),
        )
        state = entry.enacted.state
        style = "$text-success" if state == "done" else "$foreground" if entry.is_open else "$text-muted"
        right = Content.styled(f"  {practice(entry, self.words)}", style) if state else None
        return Row(name_of(entry.meeting, entry.item.number), left, right=right)

    def _task(self, point: ActionPoint) -> Row:
        """Return a task: its number and what is to be done; at the right who, by when, and how it stands."""
        words = self.words
        due = f"{words.date(point.action.due)}  " if point.action.due and point.is_open else ""
        role = f"{who(point, words, self.roadmap)}  " if self.who else ""
        style = (
            "bold $text-error" if point.is_overdue(self.today) else "$foreground" if point.is_open else "$text-muted"
        )
        said = f"  {role}{due}{standing_of(point, words, today=self.today)}"
        left = Content.assemble((point.id.ljust(PLACE), "bold"), Content(one_line(point.action.task, limit=LONGEST)))
        return Row(point.id, left, right=Content.styled(said, style))
