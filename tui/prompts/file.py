"""Questions about a file that is read: where it is, and what it does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input

from model.edits import RefusedError
from model.spoken import any_day
from model.survey import Survey
from model.typed import typed
from tui.paths import completed, path_of
from tui.prompts.ask import AskLine
from tui.widgets.bars import Key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from textual.binding import BindingType


class AskPath(AskLine["Path"]):
    """Asks for a file that is there: typed with Tab completing it, pasted, or dragged into the window."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]

    def __init__(self, question: str) -> None:
        """Ask for a file; the hint is an example of a path."""
        super().__init__(question, hint="~/kysely.xlsx")

    def keys(self) -> Iterable[Key]:
        """Return the keys, with the one that completes a name."""
        yield Key("Enter", self.words.t("OK"), "accept")
        yield Key("Tab", self.words.t("Complete the name"), "complete")
        yield Key("Esc", self.words.t("Cancel"), "cancel")

    def read(self, text: str) -> Path:
        """Return the path; raise RefusedError("empty-text" or "no-such-file")."""
        if not text:
            raise RefusedError("empty-text")
        path = path_of(text)
        try:
            is_there = path.is_file()
        except (OSError, ValueError):
            is_there = False
        if not is_there:
            raise RefusedError("no-such-file", path=str(path))
        return path

    def action_complete(self) -> None:
        """Write as much of the name as is certain."""
        field = self.query_one("#line", Input)
        field.value = completed(field.value)
        field.cursor_position = len(field.value)


class AskDay(AskLine["date"]):
    """Asks for a day that has been."""

    def __init__(self, question: str, today: date, *, value: str = "") -> None:
        """Ask for a day that is not after today."""
        super().__init__(question, value=value)
        self.today = today

    def kind(self) -> str:
        """Return that it is a day."""
        return "date"

    def read(self, text: str) -> date:
        """Return the day; raise RefusedError("bad-day" or "survey-ahead")."""
        day = any_day(text)
        if day > self.today:
            raise RefusedError("survey-ahead", date=day, today=self.today)
        return day


class AskPeople(AskLine[int]):
    """Asks how many were asked; 0 for an answer that was left empty."""

    def kind(self) -> str:
        """Return that it is a whole number."""
        return "int"

    def read(self, text: str) -> int:
        """Return the number; raise RefusedError("bad-value" or "bad-count")."""
        found = typed(Survey, "invited", text) if text else 0
        assert isinstance(found, int)
        if text and found < 1:
            raise RefusedError("bad-count", text=text)
        return found
