"""The register: the open tasks, and the decisions and tasks of every meeting, with what became of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from exporters.recognised import recognised
from exporters.words import N_
from model.agenda import set_action
from model.register import actions, decisions, fitting
from tui.register_rows import Making, name_of
from tui.safe import line
from tui.screens.base import QUESTION, bindings_of
from tui.screens.searched import Searched
from tui.widgets.bars import Key
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.register import ActionPoint, Decision
    from model.roadmap import Roadmap
    from tui.widgets.searchline import SearchLine

WIDE = 100
"""From so many cells on a task also says who has to do it."""


class RegisterScreen(Searched):
    """Every decision and every task of all meetings."""

    NAME = "register"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)
    ASKS = N_("Find:")

    def __init__(self) -> None:
        """Begin with everything."""
        super().__init__()
        self.query_text = ""
        self.open_only = False
        self._known: tuple[Roadmap, tuple[Decision, ...], tuple[ActionPoint, ...]] | None = None

    @property
    def known(self) -> tuple[tuple[Decision, ...], tuple[ActionPoint, ...]]:
        """All decisions and all tasks; they are read off all meetings, so they are kept with their roadmap."""
        if self._known is None or self._known[0] is not self.roadmap:
            self._known = (self.roadmap, decisions(recognised(self.roadmap)), actions(self.roadmap))
        return self._known[1:]

    def body(self) -> Iterable[Widget]:
        """Lay out one list."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Say what is shown."""
        return self.words.t("Decisions and tasks")

    def heading_right(self) -> str:
        """Count the open tasks, and those of them that are overdue."""
        left = fitting(self.known[1], open_only=True)
        late = sum(point.is_overdue(self.session.today) for point in left)
        told = self.words.n("{n} open task", "{n} open tasks", len(left))
        return f"{told}, {self.words.n('{n} overdue', '{n} overdue', late)}" if late else told

    def show(self) -> None:
        """List what fits the search: the open tasks, then meeting by meeting what was decided and done."""
        decided, given = self.known
        found = fitting(decided, query=self.query_text, open_only=self.open_only)
        if not self.query_text.strip():
            found = tuple(entry for entry in found if not entry.is_formality)
        points = fitting(given, query=self.query_text, open_only=self.open_only)
        making = Making(self.roadmap, self.words, self.session.today, who=self.size.width >= WIDE)
        self.query_one(Rows).fill(making.rows(found, points) or [Row("", line(self.words.t("Nothing fits.")))])

    @property
    def entry(self) -> Decision | None:
        """The decision under the cursor, or that of the § that gave the task under it."""
        at, point = self.query_one(Rows).current, self.point
        name = name_of(point.meeting, point.action.item) if point else at
        return next((entry for entry in self.known[0] if name_of(entry.meeting, entry.item.number) == name), None)

    @property
    def point(self) -> ActionPoint | None:
        """The task under the cursor."""
        at = self.query_one(Rows).current
        return next((point for point in self.known[1] if point.id == at), None)

    def stepped_back(self) -> bool:
        """End the search, if there is one."""
        searched = bool(self.query_text or self.query("#search"))
        if searched:
            self.on_search_line_ended()
        return searched

    def search_keys(self) -> tuple[Key, ...]:
        """Return the keys that lead to what was found, or show everything again."""
        found, everything = self.words.t("To what was found"), self.words.t("Show all")
        return Key("Enter", found, "focus_rows"), Key("Esc", everything, "app.back")

    def on_resize(self) -> None:
        """Draw the lines anew for another width."""
        if self.is_mounted and self.is_current:
            self.show()

    def action_focus_rows(self) -> None:
        """Go to what was found; Esc shows all again."""
        self.query_one(Rows).focus()

    def on_search_line_typed(self, message: SearchLine.Typed) -> None:
        """Show what is found, letter by letter."""
        self.query_text = message.query
        self.show()

    def on_search_line_taken(self) -> None:
        """Go to what was found."""
        self.action_focus_rows()

    def on_search_line_ended(self) -> None:
        """Show all again, with the cursor on what was found."""
        self.query_text = ""
        self.leave_search()
        self.show()

    def action_only_open(self) -> None:
        """Show only what is still to be done, or all again."""
        self.open_only = not self.open_only
        told = self.words.t("Only what is open is shown.") if self.open_only else self.words.t("Everything is shown.")
        self.app.say(told)

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Show a decision in full; a task that came from no § leads to its measure."""
        from tui.screens.paragraph import ParagraphScreen

        point, entry = self.point, self.entry
        if entry:
            self.app.push_screen(ParagraphScreen(entry.meeting, entry.item.number))
        elif point and self.roadmap.find("measures", point.action.subject):
            self.app.open_measure(point.action.subject)

    def action_mark(self) -> None:
        """Mark the task under the cursor done, or open again."""
        if point := self.point:
            self._mark(point)
        else:
            self.app.say(self.words.t("This is a decision; only tasks are marked done."))

    def _mark(self, point: ActionPoint) -> None:
        """Mark a task; of one that was open the cursor goes on to the next open one."""
        left = [one.id for one in self.known[1] if one.is_open]
        following = left[left.index(point.id) + 1 :] if point.is_open else []
        edit = partial(set_action, number=point.meeting, action=point.action.number, day=self.session.today)
        if self.app.decide(partial(edit, state="done" if point.is_open else "open")) and following:
            self.query_one(Rows).select(following[0])

    @work(group=QUESTION)
    async def action_enact(self) -> None:
        """Ask how far the decision under the cursor has been put into practice."""
        from tui.enacting import ask_enactment

        if entry := self.entry:
            await ask_enactment(self.app, entry)
        elif self.point:
            self.app.say(self.words.t("No decision of the meeting gave this task."))


SCREEN = RegisterScreen
