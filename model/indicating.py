"""Giving an indicator a value or a target: what was typed is read, and put in the place of its period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from model import typed
from model.edits import RefusedError
from model.halfyear import AmbiguousHalfYearError, HalfYear
from model.indicators import Period, period_of
from model.search import folded

if TYPE_CHECKING:
    from decimal import Decimal

    from model.indicator import Indicator, YearValue
    from model.roadmap import Roadmap

_YEARS = range(1900, 2200)
_YEAR = re.compile(r"\d{4}")


def period(text: str) -> Period:
    """Read a typed year or half-year, `2026` or `k26`; raise RefusedError("bad-period" or "ambiguous-half")."""
    shown = text.strip()
    if _YEAR.fullmatch(shown) and int(shown) in _YEARS:
        return Period(int(shown))
    try:
        half = HalfYear.typed(shown)
    except AmbiguousHalfYearError as error:
        raise RefusedError("ambiguous-half", text=text) from error
    except ValueError as error:
        raise RefusedError("bad-period", text=text) from error
    if half.year not in _YEARS:
        raise RefusedError("bad-period", text=text)
    return Period(half.year, half.half)


def value(indicator: Indicator, text: str) -> Decimal:
    """Read a typed value: a number as Finns write it, with its unit or without, or a word of the indicator's scale.

    Raises RefusedError("not-a-figure"), or ("no-such-word") for what the scale does not have.
    """
    shown = text.strip()
    names = [folded(word) for word in indicator.words]
    if folded(shown) in names:
        return typed.decimal(str(names.index(folded(shown)) + 1))
    try:
        found = typed.decimal(_without_unit(indicator, shown))
    except ValueError as error:
        if names:
            raise RefusedError("no-such-word", text=text, known=indicator.words) from error
        raise RefusedError("not-a-figure", text=text) from error
    if not indicator.is_on_scale(found):
        raise RefusedError("no-such-word", text=text, known=indicator.words)
    return found


def _without_unit(indicator: Indicator, text: str) -> str:
    """Return what was typed without the unit, or its first word: `61 %` of `% of the staff`."""
    unit = indicator.unit.strip()
    names = (unit, *unit.split()[:1])
    found = next((name for name in names if name and text.casefold().endswith(name.casefold())), "")
    return text[: len(text) - len(found)].strip()


def give(roadmap: Roadmap, indicator: str, entry: YearValue, *, is_target: bool = False) -> Roadmap:
    """Return the roadmap in which an indicator has a value (or a target) of a period; one that it had is replaced.

    A note that the old one had stays where no new one is given. Raises NoSuchRecordError.
    """
    found = roadmap.record("indicators", indicator)
    field = "targets" if is_target else "values"
    entries: tuple[YearValue, ...] = getattr(found, field)
    old = next((one for one in entries if period_of(one) == period_of(entry)), None)
    new = entry.model_copy(update={"note": entry.note.strip() or (old.note if old else "")})
    if old is not None:
        kept = tuple(new if one is old else one for one in entries)
    else:
        before = sum(period_of(one).order < period_of(entry).order for one in entries)
        kept = (*entries[:before], new, *entries[before:])
    return roadmap.replacing("indicators", found.model_copy(update={field: kept}))
