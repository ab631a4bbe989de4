"""Questions of the meeting room: a discussion in a few sentences, a vote, a day, times."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.binding import Binding
from textual.widgets import Input, Static

from model import prose
from model.spoken import coming_day, times, vote
from tui.prompts.ask import AskLine, AskText
from tui.prompts.line import AnswerLine
from tui.safe import shown
from tui.widgets.bars import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time

    from textual.binding import BindingType
    from textual.widget import Widget


class Day(NamedTuple):
    """A day as it was answered; `None` in it says that it was left open."""

    date: date | None


class Times(NamedTuple):
    """When something starts and ends; `None` says that it was left open."""

    starts: time | None
    ends: time | None


class AskDiscussion(AskText):
    """Asks what was said, a few sentences at the most: the count is told while one types and forbids nothing."""

    def __init__(self, question: str, *, about: str = "", value: str = "") -> None:
        """Ask with what is written so far; one goes on at its end."""
        super().__init__(question, about=about, value=value, optional=True)

    def body(self) -> Iterable[Widget]:
        """Return the line and the count under it."""
        yield AnswerLine(self.value, compact=True, id="line", select_on_focus=False)
        yield Static(id="count")

    def on_mount(self) -> None:
        """Tell the count of what is there."""
        self.count()

    @on(Input.Changed)
    def count(self) -> None:
        """Tell how many sentences there are of those that minutes need, and all of a text that the line cuts."""
        line = self.query_one("#line", Input)
        said = len(prose.sentences(line.value))
        told = f"{line.value}\n" if len(line.value) >= line.size.width > 0 else ""
        told += self.words.t("Sentences: {n}/{most}", n=said, most=prose.MOST)
        if said > prose.MOST:
            told += f"  {self.words.t('Minutes read best when a discussion is told in three sentences.')}"
        self.query_one("#count", Static).update(shown(told))


class AskVote(AskLine[str]):
    """Asks how a vote went: Enter alone says that all agreed, `4–2` counts."""

    def read(self, text: str) -> str:
        """Return the vote as the file has it."""
        return vote(text)


class AskTimes(AskLine["Times"]):
    """Asks from when to when: `9.00–10.30`, or only when something starts."""

    def read(self, text: str) -> Times:
        """Return the times that were typed."""
        return Times(*(times(text) if text else (None, None)))


class AskDay(AskLine["Day"]):
    """Asks for a coming day as it is said, `15.12.`; arrows offer the likely ones, an empty answer leaves it open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "offer(-1)", show=False),
        Binding("down", "offer(1)", show=False),
    ]

    def __init__(self, question: str, offered: Sequence[date], *, today: date, about: str = "") -> None:
        """Offer some days, the first one in the line; what is typed has to be `today` or later."""
        super().__init__(question, about=about)
        self.offered = tuple(offered)
        self.today = today
        self.at = 0

    def on_mount(self) -> None:
        """Put the likeliest day into the line."""
        self.action_offer(0)

    def keys(self) -> Iterable[Key]:
        """Return the keys, with the arrows."""
        first, *others = super().keys()
        return (first, Key("↑↓", self.words.t("Other days"), "offer(1)"), *others)

    def action_offer(self, steps: int) -> None:
        """Put another of the offered days into the line."""
        if self.offered:
            self.at = (self.at + steps) % len(self.offered)
            line = self.query_one("#line", Input)
            line.value = self.words.date(self.offered[self.at])
            line.action_select_all()

    def read(self, text: str) -> Day:
        """Return the day that was typed; None leaves it open."""
        return Day(coming_day(text, self.today) if text else None)
