"""The walk: late and due measures one at a time, each with one numbered menu; an outcome is a § and a commit."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work

from exporters.briefing import briefing
from exporters.numbering import item_label
from exporters.room import clock
from exporters.terms import capital, field_name
from exporters.wrapup import wrap_up
from model import meetings
from model.agenda import planned_for
from model.text import one_line
from tui import local_state
from tui.asking import outcome
from tui.beginning import begin
from tui.command import always
from tui.commands import EVERYWHERE, commands_of
from tui.handling import give, raise_about
from tui.meeting_commands import fits, label
from tui.outcomes import Given, decided
from tui.pace import paced
from tui.prompts import Confirm
from tui.screens.attendance import take_attendance
from tui.screens.base import QUESTION, ROOMY, bindings_of, came_from
from tui.screens.big import BigScreen
from tui.telling import LatestLabel
from tui.widgets.bars import Key, KeyBar
from tui.widgets.page import Page
from tui.widgets.poster import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from exporters.briefing import Line
    from model.meeting import Outcome
    from model.records import Measure
    from model.standing import Walk
    from tui.command import Command
    from tui.local_state import WalkPlace

HOME = ("meeting", "closing")
"""The screens from which the walk is begun at one of its cards."""
CELLS = 15
WIDE = 100
"""Columns from which on the time stands in the title."""
FAR = frozenset({"go.history"})
"""Ways that a low window leaves out of the walk's key bar."""
UNDO_ROOM = 40
DONE, LEFT = "▰", "▱"


def progress(walk: Walk) -> str:
    """Return which card of how many is up, with a bar: `7/19 ▰▰▱▱▱`; nothing where nothing is due."""
    if not walk.total:
        return ""
    at, cells = len(walk.handled), min(walk.total, CELLS)
    filled = at * cells // walk.total
    return f"{min(at + 1, walk.total)}/{walk.total} {DONE * filled}{LEFT * (cells - filled)}"


class WalkScreen(BigScreen):
    """One measure, large, and what can be decided about it."""

    NAME = "walk"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)
    CSS_PATH = "walk.tcss"

    def __init__(self, measure: str = "") -> None:
        """Begin at a measure, else where the walk was left."""
        super().__init__()
        self.place: WalkPlace | None = None
        self._undo = LatestLabel()
        self._wanted = measure
        self._returns = bool(measure)

    def body(self) -> Iterable[Widget]:
        """Lay the card above the menu."""
        yield Page(id="card")
        yield KeyBar(id="menu")

    def on_mount(self) -> None:
        """Begin a meeting when none is under way."""
        if self.session.meeting is None:
            self.begin()

    @property
    def measure(self) -> Measure | None:
        """The measure whose card is up, or None after the last one."""
        return local_state.current_of(self.place, self.session.walk) if self.place else None

    def heading(self) -> str:
        """Say which half-year is walked through and which § comes next."""
        parts = [self.words.t("Walk-through"), self.words.period(self.session.half)]
        meeting = self.session.meeting
        if meeting:
            subject = self.measure.id if self.measure else ""
            place = meetings.place_of_next_item(self.roadmap, meeting.number, self.session.today, subject=subject)
            parts += [
                item_label(self.roadmap.head, place.item or 0),
                self.words.t("meeting {number}", number=meeting.number),
            ]
        return " · ".join(parts)

    def heading_right(self) -> str:
        """Return how far the walk is, `7/19 ▰▰▱▱▱`, and where there is room the time used and left."""
        told, meeting = progress(self.session.walk), self.session.meeting
        if not told or meeting is None or self.app.size.width < WIDE:
            return told
        return f"{clock(meeting, self.session.now(), self.words)}   {told}"

    def show(self) -> None:
        """Show the card whose turn it is, or what the walk came to; without its meeting there is no walk."""
        if self.place and self.place.meeting and self.session.meeting is None:
            self.call_later(self.app.action_go, "schedule")
            return
        self.settle(self.place or local_state.load(self.session.path, os.environ))
        self._come_to_wanted()
        card, measure = self.query_one("#card", Page), self.measure
        if measure:
            card.show(f"{measure.id} {measure.title}", self._told(measure))
        else:
            told = wrap_up(self.roadmap, self.session.meeting, self.words, half=self.session.half)
            through = self.words.t("Everything that was due has been walked through.")
            nothing = self.words.t("Nothing is overdue, and nothing ends in this half-year.")
            card.show(through if self.session.walk.total else nothing, told)

    def turn_to(self, measure: str) -> None:
        """Put up the card of a measure as soon as the walk is in front; after the last one the agenda comes back."""
        self._wanted, self._returns = measure, True

    def _come_to_wanted(self) -> None:
        """Put up the card that was asked for; after the last card go back to where that was."""
        wanted, self._wanted = self._wanted, ""
        if self.place and any(measure.id == wanted for measure in self.session.walk.left):
            self.settle(replace(self.place, current=wanted))
        if self._returns and self.measure is None and self.is_current:
            self._returns = False
            self.call_later(self.app.action_back if came_from(self.app, HOME) else partial(self.app.action_go, HOME[0]))

    def large(self) -> Shown:
        """Return the measure whose card is up: who answers for it, and when it ends."""
        measure = self.measure
        if measure is None:
            return Shown(title=self.heading())
        told = self._told(measure)
        who = capital(field_name(self.words, "responsible"))
        schedule = self.words.t("Schedule")
        shown = [line for line in told if line.label in (who, schedule) or line.weighty]
        return Shown(measure.id, measure.title, tuple(capital(line.text) for line in shown))

    def _told(self, measure: Measure) -> tuple[Line, ...]:
        return briefing(self.roadmap, measure, self.words, half=self.session.half, today=self.session.today)

    def settle(self, place: WalkPlace) -> None:
        """Take a place in the walk as the present one, and keep it for coming back."""
        meeting = self.session.meeting
        settled = local_state.settled(place, self.session.walk, meeting.number if meeting else "")
        if settled != self.place:
            self.place = settled
            local_state.keep(settled, self.session.path, os.environ)

    def show_keys(self) -> None:
        """Show the outcomes as the menu, and under it the ways to other screens."""
        rows = [row for row in commands_of(self.NAME) if row.in_bar(self.session) and fits(row, self.measure)]
        own = [row for row in rows if row.screens != EVERYWHERE and (self.measure or row.when is not always)]
        menu = [*own, *(row for row in rows if row.id == "undo")]
        self.fill("#menu", menu)
        is_low = self.app.size.height < ROOMY
        others = [row for row in rows if row not in menu and not (is_low and (row.spare or row.id in FAR))]
        self.fill("#keys", [row for row in others if row.screens == EVERYWHERE])

    def _key(self, row: Command) -> Key:
        """Return how a command stands in a bar; undo says what it takes back."""
        key = super()._key(row)
        if row.id != "undo":
            return key._replace(label=self.words.t(label(row, self.measure)))
        undone = one_line(self._undo(self.session.undoable, self.words, self.roadmap), limit=UNDO_ROOM)
        return key._replace(label=f"{key.label}: {undone}")

    @work(group=QUESTION)
    async def begin(self) -> None:
        """Ask whether to begin the meeting; leave the walk when it does not begin."""
        if not await begin(self.app):
            await self.app.action_back()

    @work(group=QUESTION)
    async def action_outcome(self, given: Outcome) -> None:
        """Ask for what belongs to an outcome and decide it; the next card follows."""
        if (measure := self.measure) and (answer := await outcome(self.app, measure, given)):
            self.app.decide(paced(self.session, decided(self.session, [measure.id], answer)))

    def action_note(self) -> None:
        """Write a note about the measure; its card stays."""
        self.action_outcome("note")

    def action_park(self) -> None:
        """Put the card aside; it comes back after the others."""
        if (measure := self.measure) and self.place:
            self.settle(local_state.parked(self.place, self.session.walk))
            self.app.say(self.words.t("{id} comes back after the others.", id=measure.id))

    def action_step(self, steps: int) -> None:
        """Look at another card that is left."""
        if self.place:
            self.settle(local_state.stepped(self.place, self.session.walk, steps))
            self.refresh_roadmap()

    @work(group=QUESTION)
    async def action_rest_continue(self) -> None:
        """Show what is left and, if so answered, let all of it continue as one §."""
        aside = self.place.parked if self.place else ()
        rest = [m for m in self.session.walk.left if m.id not in aside] or list(self.session.walk.left)
        question = self.words.n(
            "Does {n} measure continue as scheduled?", "Do {n} measures continue as scheduled?", len(rest)
        )
        lines = [f"{m.id}  {m.title}" for m in rest]
        if await self.app.push_screen_wait(Confirm(question, lines=lines, yes=self.words.t("They continue"))):
            edit = decided(self.session, [m.id for m in rest], Given("continues"))
            self.app.decide(paced(self.session, edit))

    @work(group=QUESTION)
    async def action_task(self) -> None:
        """Give a task about the measure; it belongs to the § of the measure."""
        if (meeting := self.session.meeting) and (measure := self.measure):
            await give(self.app, meeting, planned_for(meeting, measure.id), measure=measure.id)

    @work(group=QUESTION)
    async def action_raise(self) -> None:
        """Make what was noted about the measure a decision or a task."""
        if (meeting := self.session.meeting) and (measure := self.measure):
            await raise_about(self.app, meeting, measure.id)

    def action_attendance(self) -> None:
        """Say who is present, or what happens at the § of the card."""
        if meeting := self.session.meeting:
            planned = planned_for(meeting, self.measure.id) if self.measure else None
            take_attendance(self.app, meeting, planned.number if planned else None)


SCREEN = WalkScreen
