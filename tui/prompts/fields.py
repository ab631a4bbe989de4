"""Questions for the value of a field, read and checked as the model types it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.typed import decimal, kind_name, referred, typed
from tui.prompts.ask import AskLine

if TYPE_CHECKING:
    from decimal import Decimal

    from model.record import Record


_MOST_DIGITS = 9


class AskWhole(AskLine[int]):
    """Asks for a whole number between two bounds: how many answered, a year."""

    def __init__(self, question: str, field: str, bounds: range, *, value: str = "") -> None:
        """Ask for the value of a field that has to lie in `bounds`."""
        super().__init__(question, value=value)
        self.field = field
        self.bounds = bounds

    def kind(self) -> str:
        """Return that it is a number, or a year."""
        return "year" if self.field == "year" else "int"

    def read(self, text: str) -> int:
        """Return the number; raise RefusedError("bad-value")."""
        if not text.isdecimal() or len(text) > _MOST_DIGITS or int(text) not in self.bounds:
            raise RefusedError("bad-value", field=self.field, text=text, kind="int")
        return int(text)


class AskSum(AskLine["Decimal"]):
    """Asks for a sum of money in euros: `12 500`."""

    def kind(self) -> str:
        """Return that it is a sum."""
        return "Decimal"

    def read(self, text: str) -> Decimal:
        """Return the sum; raise RefusedError("bad-value")."""
        try:
            return decimal(text)
        except ValueError as error:
            raise RefusedError("bad-value", field="amount", text=text, kind="Decimal") from error


class AskField(AskLine[str]):
    """Asks for the new value of a record's field and refuses at once what is none; the answer is the text itself."""

    def __init__(self, question: str, place: tuple[type[Record], str], *, about: str = "", value: str = "") -> None:
        """Ask for the value of the field `place`: the record's class and the field's key."""
        super().__init__(question, about=about, value=value)
        self.place = place

    def kind(self) -> str:
        """Return what the field holds."""
        return kind_name(*self.place)

    def read(self, text: str) -> str:
        """Return the text when it is a value of the field."""
        kind, field = self.place
        roadmap = self.app.session.roadmap
        referred(roadmap, ("measures", field), typed(kind, field, text, step=roadmap.head.step))
        return text
