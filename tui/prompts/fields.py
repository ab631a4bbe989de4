"""Questions for the value of a field, read and checked as the model types it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.typed import typed
from tui.prompts.ask import AskLine

if TYPE_CHECKING:
    from model.records import Record


class AskCount(AskLine[int]):
    """Asks for a whole number of at least one: how many answered."""

    def read(self, text: str) -> int:
        """Return the number; raise RefusedError("bad-value")."""
        if not text.isdecimal() or not int(text):
            raise RefusedError("bad-value", field="n", text=text, kind="int")
        return int(text)


class AskField(AskLine[str]):
    """Asks for a field's new value and refuses at once what is none; the answer is the text itself."""

    def __init__(self, question: str, place: tuple[type[Record], str], *, about: str = "", value: str = "") -> None:
        """Ask for the value of the field `place`: the record's class and the field's key."""
        super().__init__(question, about=about, value=value)
        self.place = place

    def read(self, text: str) -> str:
        """Return the text when it is a value of the field."""
        kind, field = self.place
        typed(kind, field, text)
        return text
