"""Closing a meeting: what it lacks, with a jump to each; then when it ends, and when the next one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.content import Content

from exporters.closing import hole_sentence
from exporters.values import item_place
from model import minuting
from model.closing import holes
from model.enactment import enact
from model.rhythm import next_days
from tui.commands import EVERYWHERE, commands_of
from tui.describing import describe
from tui.ending import called, checked, ended, last_items, not_handled, planned_next
from tui.prompts import AskTime, Confirm
from tui.prompts.room import AskDay, Day
from tui.screens.attendance import take_attendance
from tui.screens.base import QUESTION, RoadmapScreen, bindings_of
from tui.tasks import complete
from tui.widgets.bars import KeyBar
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, time

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.closing import Hole
    from model.meeting import Meeting
    from tui.app import Tiekartta

DIGITS = "123456789"
_HANG = 5


class ClosingScreen(RoadmapScreen):
    """What a meeting lacks: each has a number and a place where it is put right."""

    NAME = "closing"
    CHOOSES = "jump"
    CSS_PATH = "closing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(NAME),
        *(Binding(digit, f"jump({digit})", show=False) for digit in DIGITS),
    ]

    def __init__(self, meeting: str) -> None:
        """Show what the meeting of a number lacks."""
        super().__init__()
        self.number = meeting

    def body(self) -> Iterable[Widget]:
        """Lay the list above the menu."""
        yield Rows(id="rows")
        yield KeyBar(id="menu")

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is to be closed, while it is under way."""
        running = self.session.meeting
        return running if running and running.number == self.number else None

    @property
    def holes(self) -> tuple[Hole, ...]:
        """What it lacks now."""
        return holes(self.roadmap, self.meeting) if self.meeting else ()

    def heading(self) -> str:
        """Name the meeting."""
        return self.words.t("Closing meeting {number}", number=self.number)

    def heading_right(self) -> str:
        """Count what lacks; remarks lack nothing."""
        count = sum(not hole.is_remark for hole in self.holes)
        return self.words.n("{n} thing missing", "{n} things missing", count) if count else self.words.t("complete")

    def show(self) -> None:
        """List what lacks, or say that nothing does; without its meeting there is nothing to close."""
        if self.meeting is None:
            self.call_later(self.app.action_go, "minutes")
            return
        self.query_one(Rows).fill(list(self.rows(self.meeting)))

    def rows(self, meeting: Meeting) -> Iterator[Row]:
        """Yield the rows: what stands in the way first, the remarks under a heading of their own."""
        found, words = self.holes, self.words
        if not found:
            yield Row("", Content(words.t("Nothing is missing.")))
        for number, hole in enumerate(found, 1):
            if hole.is_remark and not (number > 1 and found[number - 2].is_remark):
                yield Row("", Content(""))
                yield Row("", Content.styled(words.t("Remarks"), "bold"))
            style = "$text-warning" if hole.blocks else "$foreground"
            said = hole_sentence(hole, self.roadmap, meeting, words=words)
            yield Row(_name(hole), Content.assemble((f"{number:>2}", "bold"), "   ", (said, style)), _HANG)

    def show_keys(self) -> None:
        """Show what can be done here as the menu, and under it the ways to other screens."""
        rows = [row for row in commands_of(self.NAME) if row.in_bar(self.session)]
        self.fill("#menu", [row for row in rows if row.screens != EVERYWHERE])
        self.fill("#keys", [row for row in rows if row.screens == EVERYWHERE])

    @property
    def current(self) -> Hole | None:
        """What stands under the cursor."""
        at = self.query_one(Rows).current
        return next((hole for hole in self.holes if _name(hole) == at), None)

    async def action_jump(self, number: int = 0) -> None:
        """Go to where the thing of a number, or under the cursor, is put right; Esc comes back here."""
        found = self.holes
        hole = found[number - 1] if 0 < number <= len(found) else None if number else self.current
        if hole and self.meeting:
            jump(self.app, self.meeting, hole)

    def action_needs_nothing(self) -> None:
        """Say of the decision under the cursor that there is nothing to put into practice."""
        if (hole := self.current) and self.meeting and hole.kind == "unowned" and hole.item is not None:
            number, item, day = self.number, hole.item, self.session.today
            self.app.decide(lambda roadmap: enact(roadmap, number, item, state="none", day=day))

    @work(group=QUESTION)
    async def action_pass_over(self) -> None:
        """Say of all measures that are left that they were not handled, after a look at them."""
        await leave(self.app)

    @work(group=QUESTION)
    async def action_end_meeting(self) -> None:
        """Close the meeting; what is left of the walk is settled first."""
        if self.meeting and (not self.session.walk.left or await leave(self.app)):
            await finish(self.app, self.meeting)


def _name(hole: Hole) -> str:
    return "/".join(str(part) for part in hole)


def jump(app: Tiekartta, meeting: Meeting, hole: Hole) -> None:
    """Go to where a hole is put right, on top of the list."""
    from tui.app import screen_named

    match hole.jump:
        case "walk":
            app.push_screen(screen_named("walk", hole.measure))
        case "item":
            app.push_screen(screen_named("meeting", meeting.number, str(hole.item or "")))
        case "task":
            task = next(one for one in meeting.actions if one.number == hole.task)
            app.run_worker(complete(app, meeting, task), group=QUESTION)
        case "measure":
            app.open_measure(hole.measure)
        case "indicators":
            app.push_screen(screen_named("indicators", "missing"))
        case "attendance":
            take_attendance(app, meeting)
        case field:
            app.run_worker(describe(app, meeting, field), group=QUESTION)


async def close(app: Tiekartta, meeting: Meeting) -> None:
    """Close a meeting: where it lacks something that is shown first, else it is only asked when it ends."""
    from tui.app import screen_named

    if holes(app.session.roadmap, meeting):
        app.push_screen(screen_named(ClosingScreen.NAME, meeting.number))
    else:
        await finish(app, meeting)


async def leave(app: Tiekartta) -> bool:
    """Show the measures that are left and, if so answered, record that they were not handled."""
    left, words = app.session.walk.left, app.words
    question = words.n("Was {n} measure not handled?", "Were {n} measures not handled?", len(left))
    lines = [f"{measure.id}  {measure.title}" for measure in left]
    yes = words.t("They were not handled")
    if not left or not await app.push_screen_wait(Confirm(question, lines=lines, yes=yes)):
        return False
    return bool(app.decide(not_handled(app.session)))


async def finish(app: Tiekartta, meeting: Meeting) -> None:
    """Ask when a meeting ends and when the next one is, show what closing writes, close it and call the next one."""
    words, session = app.words, app.session
    now = f"{session.now():%H.%M}".removeprefix("0")
    at = await app.push_screen_wait(AskTime(words.t("Meeting {number} ends at:", number=meeting.number), value=now))
    if at is None:
        return
    answer = await _next_day(app, meeting)
    if answer is None:
        return
    lines = tuple(_preview(app, meeting, at=at, following=answer.date))
    question = words.t("Close meeting {number}?", number=meeting.number)
    if await app.push_screen_wait(Confirm(question, lines=lines, yes=words.t("Close the meeting"))):
        _close(app, meeting, at=at, following=answer.date)


async def _next_day(app: Tiekartta, meeting: Meeting) -> Day | None:
    """Ask when the next meeting is, unless its § has settled that."""
    planned = planned_next(app.session.roadmap, meeting.number)
    if any(item.kind == "next" and item.is_handled for item in meeting.items):
        return Day(planned.date if planned else None)
    days = (planned.date,) if planned else next_days(app.session.roadmap, meeting.date)
    question = app.words.t("When is the next meeting? (empty leaves it open)")
    return await app.push_screen_wait(AskDay(question, days, today=meeting.date))


def _preview(app: Tiekartta, meeting: Meeting, *, at: time, following: date | None) -> Iterator[str]:
    """Yield what closing writes, checks and calls."""
    words, roadmap = app.words, app.session.roadmap
    settled = {item.kind for item in meeting.items if item.is_handled}
    for item in last_items(app.session, at=at, following=following):
        if item.kind not in settled:
            yield item.background or item.decision
    if approved := minuting.approved_in(roadmap, meeting):
        place = item_place(meeting.number, approved[1])
        yield words.t("Minutes {number} are marked as checked ({place}).", number=approved[0], place=place)
    if following:
        yield words.t("The next meeting is called with what is unfinished; this one stays as it is.")


def _close(app: Tiekartta, meeting: Meeting, *, at: time, following: date | None) -> None:
    words, session = app.words, app.session
    if isinstance(app.screen, ClosingScreen):
        app.pop_screen()
    app.action_go("minutes")
    if not app.decide(ended(session, meeting.number, at=at, following=following)):
        return
    if check := checked(session, meeting.number):
        app.decide(check)
    told = words.t("Meeting {number} is closed; Enter writes the minutes.", number=meeting.number)
    if following and app.decide(called(session, following)):
        found = next(m for m in session.roadmap.meetings if m.date == following and m.opened is None)
        when = words.date(following, weekday=True)
        told += f" {words.t('Meeting {number} is called for {date}.', number=found.number, date=when)}"
    app.say(told)


SCREEN = ClosingScreen
