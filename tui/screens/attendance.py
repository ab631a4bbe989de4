"""Who takes part: a seat by its key, then one key for what happened; at the opening a seat's key is enough.

Before anything is recorded the whole sheet is filled in and recorded at once. After that each thing that happens is
recorded by its key, at the § that is under way.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from exporters.refusals import refusal_sentence
from model.edits import RefusedError
from tui.prompts import AskText
from tui.prompts.base import Prompt
from tui.safe import shown
from tui.screens.base import QUESTION
from tui.seating import KEYS, Sheet, named, noted, sheet_of
from tui.seatlines import asking, keys, lines, missing, question
from tui.widgets.bars import Key, KeyBar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from model.meeting import Meeting
    from tui.app import Tiekartta
    from tui.seating import Edit


SEEN = 8
"""Seats above the chosen one that stay in sight."""


class AskAttendance(Prompt["Edit"]):
    """Asks who takes part, and answers with the edit that notes it."""

    AUTO_FOCUS = "#preview"
    ACTIONS: ClassVar[dict[str, str]] = (
        {
            "enter": "accept",
            "space": "all",
            "0": "opening",
            "left": "turn(-1)",
            "right": "turn(1)",
            "up": "step(-1)",
            "down": "step(1)",
            "plus": "ask('+')",
            "k": "clock",
        }
        | {letter: f"note('{letter}')" for letter in "lepjx"}
        | {letter: f"ask('{letter}')" for letter in "van"}
    )
    """Keys that are no seat's, with their actions; they are read where the seats' keys are, so that none overtakes."""

    def __init__(self, sheet: Sheet) -> None:
        """Ask with a sheet of what is recorded so far."""
        super().__init__("")
        self.sheet = sheet

    def body(self) -> Iterable[Widget]:
        """Return the list of seats and the branches that nobody represents."""
        yield VerticalScroll(Static(id="seats"), id="preview")
        yield Static(id="unrepresented")

    def keys(self) -> Iterable[Key]:
        """Return the keys that act now."""
        return keys(self.sheet, self.words)

    def on_mount(self) -> None:
        """Show the sheet."""
        self.show(self.sheet)

    def show(self, sheet: Sheet) -> None:
        """Show another state of the sheet; what was said of the former one is over."""
        self.sheet = sheet
        self.query_one("#question", Static).update(shown(question(sheet, self.words)))
        self.query_one("#seats", Static).update(lines(sheet, self.words))
        self.query_one("#unrepresented", Static).update(Content(missing(sheet, self.words)))
        self.query_one("#preview").scroll_to(y=max(sheet.place - SEEN, 0), animate=False)
        self.query_one("#prompt-keys", KeyBar).keys = tuple(self.keys())
        self.complain("")

    async def on_key(self, event: events.Key) -> None:
        """Choose the seat of a key, or do what the key stands for; what is typed ahead goes to what is in front."""
        seat = KEYS.find(event.character or "-")
        action = self.ACTIONS.get(event.key)
        if not action and seat < 0:
            return
        event.stop()
        if not self.is_active:
            self.app.deliver(events.Key(event.key, event.character))
        elif action:
            await self.run_action(action)
        else:
            self.choose(seat)

    def on_click(self, event: events.Click) -> None:
        """Choose the seat under the mouse."""
        if offset := event.get_content_offset(self.query_one("#seats")):
            self.choose(offset.y)

    def choose(self, index: int) -> None:
        """Choose a seat, if there is one; at the opening it is taken in the next way."""
        seats = self.sheet.seats
        if index < len(seats):
            self.show(self.sheet.choosing(seats[index].who))

    def action_all(self) -> None:
        """At the opening, mark all members present of whom nothing is recorded."""
        if self.sheet.item is None:
            self.show(self.sheet.filling())

    def action_opening(self) -> None:
        """Turn to the opening, and back to the § that is under way."""
        self.show(self.sheet.turning(1) if self.sheet.item is None else replace(self.sheet, item=None))

    def action_turn(self, steps: int) -> None:
        """Turn to the next or the previous §."""
        self.show(self.sheet.turning(steps))

    def action_step(self, steps: int) -> None:
        """Choose the next or the previous seat without changing it."""
        self.show(self.sheet.stepping(steps))

    def action_clock(self) -> None:
        """Note the time of day with what happens at a §, or do not."""
        if self.sheet.item is not None:
            self.show(replace(self.sheet, at=None if self.sheet.at else self.app.session.now()))

    def action_note(self, key: str) -> None:
        """Note what a letter stands for of the chosen seat."""
        if self.sheet.chosen is None:
            self.complain(self.words.t("Choose a seat by its key first."))
        else:
            self.take(noted(self.sheet, key))

    def action_ask(self, key: str) -> None:
        """Ask for the name that belongs to a letter; a guest who is chosen is heard without a question."""
        sheet = self.sheet
        if key == "a" and sheet.chosen and sheet.chosen.guest:
            self.take(named(sheet, key, sheet.chosen.guest))
        elif text := asking(sheet, key, self.words):
            value = sheet.named_so_far(key)
            self.app.push_screen(AskText(text, value=value, optional=key in "vn"), partial(self.answered, key))
        elif sheet.seat is None:
            self.complain(self.words.t("Choose a seat by its key first."))

    def answered(self, key: str, text: str | None) -> None:
        """Note the name that was typed for a letter."""
        if text is not None:
            self.take(named(self.sheet, key, text))

    def take(self, edit: Edit | None) -> None:
        """Make an edit of the sheet, or say why it makes no sense; at a § it is the answer."""
        if edit is None:
            return
        try:
            self.show(self.sheet.noting(edit))
        except RefusedError as error:
            self.complain(refusal_sentence(error, self.words))
        else:
            if self.sheet.item is not None:
                self.dismiss(self.sheet.made)

    def action_accept(self) -> None:
        """Answer with all that was noted; at a § with a seat chosen and nothing noted, ask what happened."""
        sheet = self.sheet
        if sheet.item is not None and sheet.chosen and not sheet.edits:
            self.complain(self.words.t("Press the key of what happened."))
        else:
            self.dismiss(sheet.made if sheet.edits else None)


def take_attendance(app: Tiekartta, meeting: Meeting, item: int | None = None) -> None:
    """Ask who takes part in a meeting, or what happened at a §, and record the answer."""
    app.run_worker(_take(app, meeting, item), group=QUESTION)


async def _take(app: Tiekartta, meeting: Meeting, item: int | None) -> None:
    edit = await app.push_screen_wait(AskAttendance(sheet_of(app.session.roadmap, meeting, item)))
    if edit is not None:
        app.decide(edit)
