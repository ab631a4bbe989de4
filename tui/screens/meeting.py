"""The meeting: its §§ on the agenda and as they are handled, the one under the cursor in full, its menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content

from exporters import room
from exporters.agenda import refreshed
from exporters.numbering import item_label
from model import agenda, timing
from model.standing import latest_meeting, open_meeting
from model.text import one_line
from tui import convening, handling
from tui.commands import EVERYWHERE, commands_of
from tui.screens.attendance import take_attendance
from tui.screens.base import QUESTION, ROOMY, bindings_of
from tui.screens.big import BigScreen
from tui.screens.closing import close
from tui.turns import come_to
from tui.widgets.bars import KeyBar
from tui.widgets.page import Page
from tui.widgets.poster import Shown
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.meeting import Item, Meeting
    from model.roadmap import Roadmap
    from tui.command import Command

MINUTE = 60.0
"""Seconds after which the times are looked at again."""
BEFORE = frozenset({"meeting.earlier", "meeting.later", "meeting.withdraw", "go.papers"})
"""Commands that are told before the meeting; while it runs they act, too."""
OF_THE_AGENDA = frozenset({"meeting.add", "meeting.earlier", "meeting.later", "meeting.withdraw"})
"""Commands that are not told of a meeting that is over, although another one is planned."""
NUMBER = 5
"""Cells of the number of a §."""


class MeetingScreen(BigScreen):
    """The §§ of the meeting that runs or comes next, or of one that is named."""

    NAME = "meeting"
    CHOOSES = "open"
    CSS_PATH = "meeting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(NAME),
        Binding("up", "cursor(-1)", show=False),
        Binding("down", "cursor(1)", show=False),
    ]

    def __init__(self, meeting: str = "", item: str = "") -> None:
        """Show a meeting by its number with the cursor on a §, else the one whose turn it is."""
        super().__init__()
        self.number = meeting
        self._wanted = item
        self._turn: tuple[str, int] | None = None
        self._shown: tuple[Roadmap, str, Meeting | None] | None = None

    def body(self) -> Iterable[Widget]:
        """Lay the list beside the § under the cursor, where there is room, else above it; the menu is under both."""
        yield Container(Rows(id="items"), Page(id="item"), id="both")
        yield KeyBar(id="menu")

    def on_mount(self) -> None:
        """Look at the times again once a minute; nothing is painted unless they say something else."""
        self.set_interval(MINUTE, self._look_at_clock)

    def _look_at_clock(self) -> None:
        """Tell the time used and left as it is now, while the meeting runs and this is in front."""
        if self.session.meeting and self.is_current:
            self.refresh_roadmap()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is shown: the one that was named, that runs, that comes next, or was last.

        One without an agenda shows the one that it would get. That is built of the whole roadmap, so it is kept.
        """
        if self._shown is None or self._shown[0] is not self.roadmap or self._shown[1] != self.number:
            named = next((one for one in self.roadmap.meetings if one.number == self.number), None)
            found = named or open_meeting(self.roadmap) or latest_meeting(self.roadmap)
            self._shown = self.roadmap, self.number, convening.previewed(self.session, found) if found else None
        return self._shown[2]

    @property
    def item(self) -> Item | None:
        """The § under the cursor."""
        at, meeting = self.query_one(Rows).current, self.meeting
        return next((one for one in meeting.items if str(one.number) == at), None) if meeting else None

    def heading(self) -> str:
        """Name the meeting, its day and its times."""
        return room.title(self.meeting, self.words)

    def heading_right(self) -> str:
        """Return the time that the meeting has used and that is left; before it, what is planned."""
        return room.clock(self.meeting, self.session.now(), self.words) if self.meeting else ""

    def show(self) -> None:
        """List the §§; whenever the turn comes to another one, the cursor goes there."""
        meeting, rows = self.meeting, self.query_one(Rows)
        timed = self.session.pace.timed(meeting, self.session.now()) if meeting else None
        rows.fill([_row(self, timed, item) for item in timed.items] if timed else [])
        turn = timing.at_hand(meeting)
        place = (meeting.number, turn.number) if meeting and turn else None
        if self._wanted or (place and place != self._turn):
            rows.select(self._wanted or str(place[1] if place else ""))
        self._wanted, self._turn = "", place
        self.show_item()

    @on(Rows.Moved)
    def show_item(self) -> None:
        """Show the § under the cursor in full."""
        meeting, item = self.meeting, self.item
        if item and meeting and meeting.opened and not meeting.closed:
            told = refreshed(self.roadmap, self.session.words, item, day=self.session.today)
            item = item.model_copy(update=told)
        title, lines = room.page(self.roadmap, meeting, item, words=self.words)
        self.query_one("#item", Page).show(title, lines)

    def large(self) -> Shown:
        """Return the § under the cursor, with what is decided or else proposed."""
        item = self.item
        if item is None:
            return Shown(title=self.heading())
        texts = (item.decision or item.proposal or item.background,)
        return Shown(item_label(self.roadmap.head, item.number), item.heading, tuple(text for text in texts if text))

    def show_keys(self) -> None:
        """Show what can be done with the § as the menu, and under it the ways to other screens."""
        rows = [row for row in commands_of(self.NAME) if self.tells(row)]
        menu = [row for row in rows if row.screens != EVERYWHERE or row.id == "undo"]
        self.fill("#menu", menu)
        self.fill("#keys", [row for row in rows if row not in menu])

    def tells(self, command: Command) -> bool:
        """Whether a bar shows a command; of one that is over no key that changes an agenda.

        While the meeting runs a low window leaves out the order of the agenda.
        """
        is_low = self.app.size.height < ROOMY
        is_over = self.meeting is not None and self.meeting.closed is not None
        left_out = is_over and command.id in OF_THE_AGENDA
        return (
            super().tells(command) and not left_out and not (is_low and self.session.meeting and command.id in BEFORE)
        )

    def action_cursor(self, steps: int) -> None:
        """Move the cursor while the list has no focus: in the large picture."""
        self.query_one(Rows).action_move(steps)
        self.refresh_roadmap()

    @work(group=QUESTION)
    async def action_open(self) -> None:
        """Handle the § under the cursor; begin the meeting, or call one where there is none."""
        await come_to(self.app, self.meeting, self.item)

    @work(group=QUESTION)
    async def action_ask(self, what: str) -> None:
        """Ask something about the § under the cursor."""
        if (meeting := self.meeting) and (item := self.item):
            await ASKED[what](self.app, meeting, item)

    @work(group=QUESTION)
    async def action_convene(self) -> None:
        """Call the next meeting."""
        await convening.convene(self.app)

    @work(group=QUESTION)
    async def action_add(self) -> None:
        """Put a § on the agenda, before the planned one under the cursor."""
        if meeting := self.meeting:
            await convening.add(self.app, meeting, at=self.item)

    def action_shift(self, steps: int) -> None:
        """Move the planned § under the cursor; the cursor goes with it."""
        if (meeting := self.meeting) and (item := self.item):
            at = meeting.items.index(item)
            edit = partial(agenda.shift, number=meeting.number, item=item.number, steps=steps)
            if self.app.decide(convening.laid(self.session, meeting.number, edit)):
                self.query_one(Rows).select(str(meeting.items[at + steps].number))

    def action_meeting(self, steps: int) -> None:
        """Look at an earlier or a later meeting."""
        numbers = [one.number for one in sorted(self.roadmap.meetings, key=lambda one: one.date)]
        if self.meeting and self.meeting.number in numbers:
            at = min(max(numbers.index(self.meeting.number) + steps, 0), len(numbers) - 1)
            self.number = numbers[at]
            self.refresh_roadmap()

    def action_attendance(self) -> None:
        """Say who is present; while the meeting runs, what happens at the § under the cursor."""
        if self.meeting:
            at = self.item if self.session.meeting else None
            take_attendance(self.app, self.meeting, at.number if at else None)

    @work(group=QUESTION)
    async def action_close_meeting(self) -> None:
        """Close the meeting."""
        if meeting := self.session.meeting:
            await close(self.app, meeting)


def _row(screen: MeetingScreen, meeting: Meeting, item: Item) -> Row:
    """Return a § as a line of the list: number, heading, how far it is, its minutes."""
    words = screen.words
    spent = room.minutes_of(timing.of_item(meeting, item, screen.session.now()), words)
    label = item_label(screen.roadmap.head, item.number).ljust(NUMBER)
    said = f"  {room.state(item, words)}{f'  {spent:>9}' if spent else ''} "
    return Row(
        str(item.number),
        Content.assemble((label, "bold"), Content(one_line(item.heading))),
        right=Content.styled(said, "$text-success" if item.is_handled else "$text-muted"),
    )


ASKED = {
    "decide": handling.decide,
    "discuss": handling.discuss,
    "vote": handling.vote,
    "carry_out": handling.carry_out,
    "raise": handling.raise_note,
    "task": handling.give,
    "edit": convening.edit,
    "withdraw": convening.withdraw,
}
"""What can be asked about a §, by the name in the table of commands."""

SCREEN = MeetingScreen
