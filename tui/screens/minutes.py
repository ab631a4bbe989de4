"""The minutes of a meeting: who led it, the text as it will be written, and how they are checked and published."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work

from exporters.document import BadTemplateError
from exporters.minutes import minutes_document
from exporters.sentences import refusal_sentence
from exporters.terms import MEETING_STATE, word
from model.file.errors import SaveError
from model.minuting import is_locked
from tui import clipboard, handing, minuting
from tui.commands import EVERYWHERE, commands_of
from tui.describing import describe, says_locked
from tui.filing import Filed, beside, filed
from tui.prompts import Confirm
from tui.screens.attendance import take_attendance
from tui.screens.base import QUESTION, RoadmapScreen, bindings_of
from tui.screens.closing import close
from tui.widgets.bars import KeyBar
from tui.widgets.leaf import leaf
from tui.widgets.paper import paper
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from exporters.words import Words
    from model.meeting import Meeting, MeetingState
    from tui.app import Tiekartta
    from tui.command import Command

STAGES: dict[str, tuple[MeetingState, ...]] = {
    "minutes.check": ("draft",),
    "minutes.publish": ("checked", "published"),
    "minutes.reopen": ("checked", "published"),
}
"""The stages of minutes at which the menu offers a command."""
EDITS = frozenset({"minutes.date", "minutes.place", "minutes.chair", "minutes.secretary", "walk.attendance"})
"""Commands that the menu does not offer for minutes that are locked; their keys say why."""


class MinutesScreen(RoadmapScreen):
    """A meeting as its minutes will read: the one under way, or the latest one, or an earlier one."""

    NAME = "minutes"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)
    CSS_PATH = "minutes.tcss"

    def __init__(self, meeting: str = "") -> None:
        """Show the minutes of the meeting of a number, else those of the one that runs, or of the latest."""
        super().__init__()
        self.number = meeting

    def body(self) -> Iterable[Widget]:
        """Lay the text above the menu."""
        yield Sheet(id="leaf")
        yield KeyBar(id="menu")

    @property
    def meeting(self) -> Meeting | None:
        """The meeting whose minutes these are."""
        return minuting.shown(self.roadmap, self.number, self.session.meeting)

    def heading(self) -> str:
        """Name the meeting."""
        meeting = self.meeting
        return self.words.t("Minutes {number}", number=meeting.number) if meeting else self.words.t("Minutes")

    def heading_right(self) -> str:
        """Say how far the minutes are."""
        return word(self.words, MEETING_STATE, self.meeting.state) if self.meeting else ""

    def show(self) -> None:
        """Show the minutes as they would be written now."""
        if meeting := self.meeting:
            document = minutes_document(self.roadmap, meeting, self.session.words)
            self.query_one(Sheet).lay_out(partial(paper, document))
        else:
            self.query_one(Sheet).lay_out(partial(leaf, self.words.t("No meeting yet.")))

    def show_keys(self) -> None:
        """Show what can be done about the meeting as the menu, and under it the ways to other screens."""
        rows = [row for row in commands_of(self.NAME) if row.in_bar(self.session) and self.fits(row)]
        self.fill("#menu", [row for row in rows if row.screens != EVERYWHERE])
        self.fill("#keys", [row for row in rows if row.screens == EVERYWHERE])

    def fits(self, row: Command) -> bool:
        """Whether a command is of use to minutes that are as far as these: the others refuse and say why."""
        meeting = self.meeting
        if meeting is None or row.id in EDITS:
            return meeting is None or not is_locked(meeting)
        stages = STAGES.get(row.id)
        return stages is None or bool(meeting.closed and meeting.state in stages)

    def action_attendance(self) -> None:
        """Say who is present, or was: it can be put right after the meeting, too."""
        if self.meeting and not says_locked(self.app, self.meeting):
            take_attendance(self.app, self.meeting)

    @work(group=QUESTION)
    async def action_describe(self, field: str) -> None:
        """Ask for the day, the place, the chair or the secretary of the meeting."""
        if meeting := self.meeting:
            await describe(self.app, meeting, field)

    def action_turn(self, steps: int) -> None:
        """Show the minutes of an earlier or a later meeting."""
        if meeting := self.meeting:
            self.number = minuting.beside(self.roadmap, meeting, steps)
            self.refresh_roadmap()

    @work(group=QUESTION)
    async def action_check_minutes(self) -> None:
        """Record who has checked the minutes."""
        if meeting := self.meeting:
            await minuting.check(self.app, meeting)

    @work(group=QUESTION)
    async def action_publish_minutes(self) -> None:
        """Record where the minutes were published, and write their text as it was."""
        if (meeting := self.meeting) and await minuting.publish(self.app, meeting):
            self.action_write(f"{self.app.notice.text}.")

    @work(group=QUESTION)
    async def action_reopen_minutes(self) -> None:
        """Open checked minutes again."""
        if meeting := self.meeting:
            await minuting.reopen(self.app, meeting)

    @work(exclusive=True, group="minutes")
    async def action_copy(self) -> None:
        """Copy the minutes as the intranet takes them."""
        if meeting := self.meeting:
            await handing.copy(self.app, meeting)

    @work(exclusive=True, group="minutes")
    async def action_browse(self) -> None:
        """Open the minutes in the browser."""
        if meeting := self.meeting:
            await handing.browse(self.app, meeting)

    @work(exclusive=True, group="minutes")
    async def action_write(self, told: str = "") -> None:
        """Write the file, have it recorded, copy it, and say what is known of each, after what was told before."""
        if meeting := self.meeting:
            try:
                await write(self.app, meeting, told)
            except SaveError as error:
                why = refusal_sentence(error, self.words)
                self.app.say(self.words.t("The minutes were not written: {why}", why=why), is_error=True)

    @work(group=QUESTION)
    async def action_close_meeting(self) -> None:
        """Ask when the meeting ends and when the next one is, show what is left, and close it."""
        if meeting := self.session.meeting:
            self.number = ""
            await close(self.app, meeting)


async def write(app: Tiekartta, meeting: Meeting, told: str = "") -> None:
    """Write the minutes of a meeting, asking before somebody else's text is replaced; raise SaveError."""
    words, environ = app.words, dict(os.environ)
    done = filed(app.session, meeting, environ)
    if done.was == "theirs":
        question = words.t("{path} was written or changed by somebody else. Replace it?", path=done.shown)
        prompt = Confirm(question, lines=done.difference, yes=words.t("Replace"))
        if not await app.push_screen_wait(prompt):
            app.say(words.t("{path} was left as it was.", path=done.shown))
            return
        done = filed(app.session, meeting, environ, over_theirs=True)
    others = await _beside(app, meeting)
    copied = await handing.copied(app, meeting)
    app.say(" ".join(filter(None, (told, _written(done, words), *others, clipboard.told(copied, words)))))


async def _beside(app: Tiekartta, meeting: Meeting) -> list[str]:
    """Write the further forms that the person's settings name, and tell of each; raise SaveError."""
    words, chosen = app.words, app.settings
    try:
        done = await asyncio.to_thread(
            beside, app.session, meeting, dict(os.environ), forms=chosen.minutes, template=chosen.template
        )
    except BadTemplateError:
        return [words.t("{path} is no Word file that could be a template.", path=chosen.template)]
    return [_written(one, words) for one in done]


def _written(done: Filed, words: Words) -> str:
    if done.was == "same":
        return words.t("File: {path}, as it was.", path=done.shown)
    if done.was == "theirs":
        return words.t("{path} was left as it was.", path=done.shown)
    return words.t("File: {path}.", path=done.shown)


SCREEN = MinutesScreen
