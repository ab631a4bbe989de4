"""Questions that are answered with one typed line: a text, a level."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from exporters.examples import example
from exporters.sentences import refusal_sentence
from model.edits import RefusedError
from model.typed import clock, level
from tui.prompts.base import Prompt, T
from tui.prompts.line import AnswerLine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import time
    from decimal import Decimal

    from textual import events
    from textual.widget import Widget


class AskLine(Prompt[T]):
    """A question with one line for the answer; the old value is selected, so that typing replaces it."""

    def __init__(self, question: str, *, about: str = "", value: str = "", hint: str = "") -> None:
        """Ask with the old value in the line and, while that is empty, a hint or an example in its place."""
        super().__init__(question, about=about)
        self.value = value
        self.hint = hint

    def body(self) -> Iterable[Widget]:
        """Return the line."""
        yield AnswerLine(self.value, placeholder=self.hint or example(self.words, self.kind()), compact=True, id="line")

    def kind(self) -> str:
        """Return what kind of value is asked for, as `exporters.examples` names it."""
        return ""

    @abstractmethod
    def read(self, text: str) -> T:
        """Return the answer that was typed; raise RefusedError."""

    @on(Input.Submitted)
    def action_accept(self) -> None:
        """Answer with the line, or say why it is no answer."""
        try:
            answer = self.read(self.query_one("#line", Input).value.strip())
        except RefusedError as error:
            self.complain(refusal_sentence(error, self.words))
        else:
            self.dismiss(answer)

    def on_key(self, event: events.Key) -> None:
        """Take what was typed before the line had the cursor: a quick hand loses nothing."""
        if not self.is_behind(event) and event.is_printable and event.character:
            event.stop()
            line = self.query_one("#line", Input)
            self.set_focus(line)
            line.insert_text_at_cursor(event.character)

    @on(Input.Changed)
    def forget_complaint(self) -> None:
        """Take back what was said of the former answer."""
        self.complain("")


class AskText(AskLine[str]):
    """Asks for one line of text; an empty one is an answer only where it is optional."""

    def __init__(
        self, question: str, *, about: str = "", value: str = "", hint: str = "", optional: bool = False
    ) -> None:
        """Ask for a text."""
        super().__init__(question, about=about, value=value, hint=hint)
        self.optional = optional

    def read(self, text: str) -> str:
        """Return the text without the white space around it."""
        if not text and not self.optional:
            raise RefusedError("empty-text")
        return text


class AskTime(AskLine["time"]):
    """Asks for a time of day, `10.40`."""

    def kind(self) -> str:
        """Return that it is a time."""
        return "time"

    def read(self, text: str) -> time:
        """Return the time."""
        try:
            return clock(text)
        except ValueError as error:
            raise RefusedError("bad-value", field="closed", text=text, kind="time") from error


class AskLevel(AskLine["Decimal"]):
    """Asks for a maturity level: a digit, or one decimal as `3,4`."""

    def kind(self) -> str:
        """Return that it is a level."""
        return "level"

    def read(self, text: str) -> Decimal:
        """Return the level."""
        return level(text)
