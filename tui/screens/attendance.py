"""Who is present: one key for each seat, guests typed; the answer is the whole list, recorded at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, get_args

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from exporters.terms import PRESENCE, word
from exporters.values import record_name
from model.attending import seat
from model.meeting import Attendance, Presence
from model.presence import Who, unrepresented
from model.text import one_line
from tui.prompts import AskText
from tui.prompts.base import Prompt
from tui.screens.base import QUESTION
from tui.widgets.bars import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.widget import Widget

    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from tui.app import Tiekartta

KEYS = "123456789abcdefghijklmnopqrstuvwxyzåäö"
"""One key for each seat, in the order of the file; the guests come after the members."""
MEMBER: tuple[Presence | None, ...] = (*get_args(Presence), None)
GUEST: tuple[Presence | None, ...] = ("present", "remote", None)
MARKS = {"absent": "×", None: "·"}

Seats = dict[tuple[str, str], Presence | None]
"""By member's id and guest's name (one of them empty) how they take part; None when nothing is recorded."""


def seats_of(roadmap: Roadmap, attendance: Sequence[Attendance]) -> Seats:
    """Return all seats: the members in the file's order, then the guests."""
    seats: Seats = {(member.id, ""): None for member in roadmap.members}
    return seats | {(entry.member, entry.guest): entry.presence for entry in attendance}


def attendance_of(seats: Seats) -> tuple[Attendance, ...]:
    """Return the entries of the seats of which something is recorded."""
    return tuple(
        Attendance(member=member, guest=guest, presence=presence)
        for (member, guest), presence in seats.items()
        if presence
    )


def ways_of(before: Sequence[Attendance], after: Sequence[Attendance]) -> dict[Who, Presence | None]:
    """Return how each seat is taken from the opening on; None for one that has no entry any more."""
    gone: dict[Who, Presence | None] = {Who(entry.member, entry.guest): None for entry in before}
    return gone | {Who(entry.member, entry.guest): entry.presence for entry in after}


class AskAttendance(Prompt[tuple[Attendance, ...]]):
    """Asks who takes part: a seat's key changes it, space says that all who are not marked are present."""

    AUTO_FOCUS = "#preview"
    OTHER_KEYS: ClassVar[dict[str, str]] = {"enter": "accept", "space": "all", "plus": "guest"}
    """Keys that are no seat's, with their actions; they are read where the seats' keys are, so that none overtakes."""

    def __init__(self, question: str, roadmap: Roadmap, attendance: Sequence[Attendance]) -> None:
        """Ask with what is recorded so far."""
        super().__init__(question)
        self.roadmap = roadmap
        self.seats = seats_of(roadmap, attendance)

    def body(self) -> Iterable[Widget]:
        """Return the list of seats and the branches that nobody represents."""
        yield VerticalScroll(Static(id="seats"), id="preview")
        yield Static(id="unrepresented")

    def keys(self) -> Iterable[Key]:
        """Return the keys that are no seat's."""
        words = self.words
        yield Key("Enter", words.t("Record"), "accept")
        yield Key("␣", words.t("All others present"), "all")
        yield Key("+", words.t("Guest"), "guest")
        yield Key("Esc", words.t("Cancel"), "cancel")

    def on_mount(self) -> None:
        """Show the seats."""
        self.show()

    def show(self) -> None:
        """Draw each seat with its key, mark and word, and name the branches without anybody."""
        lines = [self._line(index, seat) for index, seat in enumerate(self.seats)]
        self.query_one("#seats", Static).update(Content("\n").join(lines))
        empty = unrepresented(self.roadmap, attendance_of(self.seats))
        names = self.words.listing(record_name(self.roadmap, "sectors", sector) for sector in empty)
        told = self.words.t("Not represented: {branches}", branches=names) if empty else ""
        self.query_one("#unrepresented", Static).update(Content(told))

    async def on_key(self, event: events.Key) -> None:
        """Change the seat of a key, or do what the key stands for."""
        index = KEYS.find(event.character or "-")
        if action := self.OTHER_KEYS.get(event.key):
            event.stop()
            await self.run_action(action)
        elif 0 <= index < len(self.seats):
            event.stop()
            self.change(index)

    def on_click(self, event: events.Click) -> None:
        """Change the seat under the mouse."""
        offset = event.get_content_offset(self.query_one("#seats"))
        if offset and offset.y < len(self.seats):
            self.change(offset.y)

    def change(self, index: int) -> None:
        """Give a seat the next way of taking part."""
        seat = list(self.seats)[index]
        ways = GUEST if seat[1] else MEMBER
        self.seats[seat] = ways[(ways.index(self.seats[seat]) + 1) % len(ways)] if self.seats[seat] in ways else ways[0]
        self.show()

    def action_all(self) -> None:
        """Mark all members present of whom nothing is recorded."""
        self.seats = {seat: presence or (None if seat[1] else "present") for seat, presence in self.seats.items()}
        self.show()

    @work
    async def action_guest(self) -> None:
        """Ask for a guest and give them a seat."""
        words = self.words
        guest = await self.app.push_screen_wait(AskText(words.t("Guest: title or name, and branch")))
        if guest:
            self.seats["", guest] = "present"
            self.show()

    def action_accept(self) -> None:
        """Answer with all seats."""
        self.dismiss(attendance_of(self.seats))

    def _line(self, index: int, seat: tuple[str, str]) -> Content:
        presence = self.seats[seat]
        room = max(len(self._said(way)) for way in self.seats.values()) + 4
        key = KEYS[index] if index < len(KEYS) else " "
        style = "$text-muted" if presence is None else "$text-warning" if presence == "absent" else "$text-success"
        text = f"{MARKS.get(presence, '✓')} {self._said(presence)}"
        return Content.assemble(
            (key, "bold $footer-key-foreground"), "  ", (text.ljust(room), style), one_line(self._who(seat))
        )

    def _said(self, presence: Presence | None) -> str:
        return word(self.words, PRESENCE, presence) if presence else self.words.t("not recorded")

    def _who(self, seat: tuple[str, str]) -> str:
        member, guest = seat
        found = next((m for m in self.roadmap.members if m.id == member), None)
        if found is None:
            return guest or member
        sector = record_name(self.roadmap, "sectors", found.sector) if found.sector else ""
        return f"{found.role} · {sector}" if sector else found.role


def take_attendance(app: Tiekartta, meeting: Meeting) -> None:
    """Ask who is or was present in a meeting and record the answer."""
    app.run_worker(_take(app, meeting), group=QUESTION)


async def _take(app: Tiekartta, meeting: Meeting) -> None:
    question = app.words.t("Who is present in meeting {number}?", number=meeting.number)
    answer = await app.push_screen_wait(AskAttendance(question, app.session.roadmap, meeting.attendance))
    if answer is not None and app.decide(
        partial(seat, number=meeting.number, ways=ways_of(meeting.attendance, answer))
    ):
        taken = sum(entry.presence != "absent" for entry in answer)
        app.say(app.words.n("{n} present is recorded.", "{n} present are recorded.", taken))
