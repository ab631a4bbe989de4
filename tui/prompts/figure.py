"""The question for a value of an indicator: the value of the period that is asked for, or another period before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.indicating import period, value
from tui.prompts.ask import AskLine

if TYPE_CHECKING:
    from decimal import Decimal

    from model.indicator import Indicator
    from model.indicators import Period

_LONGEST = 2
"""A period is written in so many words at the most: `kevät 2026`."""


class AskFigure(AskLine["tuple[Period, Decimal]"]):
    """Asks for a value: `52,5` of the period asked for, or `2024 41` of another one."""

    def __init__(self, question: str, indicator: Indicator, at: Period, *, about: str = "") -> None:
        """Ask for a value of an indicator."""
        super().__init__(question, about=about)
        self.indicator = indicator
        self.at = at

    def kind(self) -> str:
        """Return that it is a figure, with or without its year."""
        return "word" if self.indicator.words else "figure"

    def read(self, text: str) -> tuple[Period, Decimal]:
        """Return the period and the value; raise RefusedError."""
        return figure(self.indicator, text, at=self.at)


def figure(indicator: Indicator, text: str, *, at: Period) -> tuple[Period, Decimal]:
    """Read a value with its period before it, or without one; raise RefusedError.

    Where the whole can be read as a value, and begins with no period, it is one: `1 476`.
    """
    parts = text.split()
    if not parts:
        raise RefusedError("no-figure")
    for count in range(1, min(_LONGEST, len(parts) - 1) + 1):
        try:
            found = period(" ".join(parts[:count]))
        except RefusedError:
            continue
        return found, value(indicator, " ".join(parts[count:]))
    return at, value(indicator, text)
