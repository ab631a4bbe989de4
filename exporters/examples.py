"""Examples of what may be typed, for the empty line of a question and for the sentence that refuses an answer."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import TYPE_CHECKING

from model.halfyear import HalfYear

if TYPE_CHECKING:
    from exporters.words import Words

_DAY = "24.11.2026"
_TIME = time(9, 30)
_HALF = HalfYear("2027H1")
_YEAR = "2027"
_COUNT = "25"
_SUM = "12500"
_FIGURE = Decimal("52.5")
_YEAR_BEFORE = "2024"
_LEVELS = (Decimal(3), Decimal("3.4"))


def example(words: Words, kind: str) -> str:
    """Return an example for a kind of value by its type's name, `esim. 24.11.2026`; empty for what needs none.

    What it shows can be typed as it stands, whatever the language.
    """
    shown = {
        "date": _DAY,
        "time": words.time(_TIME).rpartition(" ")[2],
        "HalfYear": words.half(_HALF, short=True),
        "int": _COUNT,
        "year": _YEAR,
        "Decimal": _SUM,
        "figure": words.t(
            "{one} or {other}", one=words.number(_FIGURE), other=f"{_YEAR_BEFORE} {words.number(_FIGURE)}"
        ),
        "level": words.t("{one} or {other}", one=words.number(_LEVELS[0]), other=words.number(_LEVELS[1])),
    }.get(kind, "")
    return words.t("for example {example}", example=shown) if shown else ""
