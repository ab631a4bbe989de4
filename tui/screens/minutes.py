"""The minutes of the latest meeting: who led it, who was there, and the text as it will be written."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work

from exporters import agenda
from exporters.minutes import minutes
from exporters.sentences import refusal_sentence
from exporters.terms import field_name
from exporters.values import value
from model import meetings
from model.file.errors import SaveError
from model.meeting import Meeting
from model.standing import latest_meeting
from model.typed import set_field
from tui import clipboard
from tui.commands import EVERYWHERE, commands_of
from tui.filing import Filed, filed
from tui.keys import written
from tui.prompts import AskText, AskTime, Choice, Choose, Confirm
from tui.prompts.fields import AskField
from tui.screens.attendance import take_attendance
from tui.screens.base import QUESTION, RoadmapScreen, bindings_of
from tui.widgets.bars import Key, KeyBar
from tui.widgets.leaf import leaf
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from exporters.words import Words
    from tui.app import Tiekartta


class MinutesScreen(RoadmapScreen):
    """The meeting under way, or the latest one, as its minutes will read."""

    NAME = "minutes"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)
    CSS_PATH = "minutes.tcss"

    def body(self) -> Iterable[Widget]:
        """Lay the text above the menu."""
        yield Sheet(id="leaf")
        yield KeyBar(id="menu")

    @property
    def meeting(self) -> Meeting | None:
        """The meeting whose minutes these are."""
        return self.session.meeting or latest_meeting(self.roadmap)

    def heading(self) -> str:
        """Name the meeting."""
        meeting = self.meeting
        return self.words.t("Minutes {number}", number=meeting.number) if meeting else self.words.t("Minutes")

    def show(self) -> None:
        """Show the minutes as they would be written now."""
        meeting = self.meeting
        text = minutes(self.roadmap, meeting, self.session.words) if meeting else self.words.t("No meeting yet.")
        self.query_one(Sheet).lay_out(partial(leaf, text))

    def show_keys(self) -> None:
        """Show what can be done about the meeting as the menu, and under it the ways to other screens."""
        rows = [row for row in commands_of(self.NAME) if row.footer and row.when(self.session)]
        for bar, shown in (
            ("#menu", [row for row in rows if row.screens != EVERYWHERE]),
            ("#keys", [row for row in rows if row.screens == EVERYWHERE]),
        ):
            keys = tuple(Key(written(self.app.keys_of(row)), self.words.t(row.label), row.action) for row in shown)
            self.query_one(bar, KeyBar).keys = keys

    def action_attendance(self) -> None:
        """Say who is present, or was: it can be put right after the meeting, too."""
        if self.meeting:
            take_attendance(self.app, self.meeting)

    @work(group=QUESTION)
    async def action_edit(self, field: str) -> None:
        """Ask for the day or the place of the meeting."""
        if meeting := self.meeting:
            question = self.words.t("Meeting {number}, {field}:", number=meeting.number, field=self.field(field))
            was = getattr(meeting, field)
            shown = value(self.words, self.roadmap, ("meetings", field), of=was, limit=None) if was else ""
            answer = await self.app.push_screen_wait(AskField(question, (Meeting, field), value=shown))
            self.set(meeting, field, answer)

    @work(group=QUESTION)
    async def action_officer(self, field: str) -> None:
        """Ask who chairs or writes: a member by number, anybody by name."""
        if meeting := self.meeting:
            question = self.words.t("Meeting {number}, {field}:", number=meeting.number, field=self.field(field))
            members = [member.id for member in self.roadmap.members]
            choices = [Choice(member.role, member.id) for member in self.roadmap.members]
            was = getattr(meeting, field)
            at = members.index(was) if was in members else 0
            answer = await self.app.push_screen_wait(
                Choose(question, choices, read=str, at=at, hint=self.words.t("Or type a name"))
            )
            self.set(meeting, field, answer)

    def field(self, name: str) -> str:
        """Return what a field of the meeting is called."""
        return field_name(self.words, name)

    def set(self, meeting: Meeting, field: str, answer: str | None) -> None:
        """Set a field of the meeting to what was answered, if anything was."""
        if answer is not None:
            self.app.decide(lambda roadmap: set_field(roadmap, ("meetings", meeting.number), field, answer))

    @work(exclusive=True, group="minutes")
    async def action_write(self) -> None:
        """Write the file, have it recorded, copy it, and say what is known of each."""
        if meeting := self.meeting:
            try:
                await write(self.app, meeting)
            except SaveError as error:
                why = refusal_sentence(error, self.words)
                self.app.say(self.words.t("The minutes were not written: {why}", why=why), is_error=True)

    @work(group=QUESTION)
    async def action_close_meeting(self) -> None:
        """Ask when the meeting ends and when the next one is, show what is left, and close it."""
        if meeting := self.session.meeting:
            await close(self.app, meeting)


async def write(app: Tiekartta, meeting: Meeting) -> None:
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
    copied = await asyncio.to_thread(clipboard.copy, done.text, environ, send=partial(_send, app))
    app.say(f"{_written(done, words)} {clipboard.told(copied, words)}")


def _send(app: Tiekartta, text: str) -> None:
    """Hand a text to the terminal; this is called in another thread than the screen's."""
    app.call_from_thread(app.copy_to_clipboard, text)


def _written(done: Filed, words: Words) -> str:
    if done.was == "same":
        return words.t("File: {path}, as it was.", path=done.shown)
    return words.t("File: {path}.", path=done.shown)


async def close(app: Tiekartta, meeting: Meeting) -> None:
    """Ask what a closing needs and close the meeting."""
    words, session, number = app.words, app.session, meeting.number
    now = f"{session.now():%H.%M}".removeprefix("0")
    at = await app.push_screen_wait(AskTime(words.t("Meeting {number} ends at:", number=number), value=now))
    if at is None:
        return
    question = words.t("When is the next meeting? (Enter leaves it open)")
    following = await app.push_screen_wait(AskText(question, optional=True))
    if following is None:
        return
    items = agenda.closing(session.words, closed=at, following=following)
    left = session.walk.left
    lines = [item.background or item.decision for item in items]
    if not meeting.attendance:
        lines.append(words.t("The attendance is not recorded."))
    if left:
        lines.append(words.t("Left unhandled: {ids}", ids=words.listing(measure.id for measure in left)))
    agreed = await app.push_screen_wait(Confirm(words.t("Close meeting {number}?", number=number), lines=lines))
    if agreed and app.decide(lambda roadmap: meetings.close(roadmap, number, at, items=items)):
        app.say(words.t("Meeting {number} is closed; Enter writes the minutes.", number=number))


SCREEN = MinutesScreen
