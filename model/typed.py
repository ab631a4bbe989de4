"""What a person types into a field, read as the field's value."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal, InvalidOperation
from types import UnionType
from typing import TYPE_CHECKING, Literal, Union, get_args, get_origin

from pydantic import ValidationError

from model.check import REFERENCES
from model.diff import key_of_field, name_of_field, with_field
from model.edits import RefusedError
from model.halfyear import AmbiguousHalfYearError, HalfYear
from model.meeting import Meeting
from model.minuting import writable
from model.naming import named
from model.plain import plain
from model.record import Record
from model.records import Measure, Move
from model.roadmap import record_id
from model.translations import companions

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.edits import Place
    from model.roadmap import Roadmap

_YES = frozenset({"yes", "y", "true", "1", "kyllä", "k", "on", "ja", "j"})
_NO = frozenset({"no", "n", "false", "0", "ei", "e", "nej"})
_ENDS = frozenset({"end", "last", "to"})
"""The fields in which a half-year is when something is over."""
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009")


def set_field(  # noqa: PLR0917 - it reads as an assignment: where, which field, what
    roadmap: Roadmap, place: tuple[str, str], field: str, text: str
) -> Roadmap:
    """Return the roadmap with a field of the record `(table, id)` set to what was typed.

    An empty text empties an optional field. Refused: an unknown field, the id, a list of records, a text
    that is no value of the field or names no record, one that makes two records of a table the same, and
    a meeting whose minutes have been checked.
    """
    table, name = place
    record = roadmap.record(table, name)
    if isinstance(record, Meeting):
        writable(record)
    value = referred(roadmap, (table, field), typed(type(record), field, text, step=roadmap.head.step))
    changed = _replaced(record, field, value)
    if isinstance(changed, Measure) and changed.end < changed.start:
        raise RefusedError("ends-before-start", measure=name, half=changed.end, start=changed.start)
    if record_id(changed) != record_id(record) and roadmap.find(table, record_id(changed)):
        raise RefusedError("bad-value", field=field, text=text, kind="")
    return roadmap.replacing(table, changed, name=name)


def set_end(roadmap: Roadmap, measure: str, place: Place, *, text: str, reason: str = "") -> Roadmap:
    """Return the roadmap with a measure's end as it was typed: where a schedule was approved, moved from it.

    A measure that has not begun keeps its start. Refused as by `set_field`.
    """
    to = moved_to(roadmap, measure, text)
    after = set_field(roadmap, ("measures", measure), "end", text)
    if to is None:
        return after
    changed = after.measure(measure)
    move = Move(from_=roadmap.measure(measure).end, to=to, reason=reason.strip(), **place.stamp)
    return after.replacing("measures", changed.model_copy(update={"moves": (*changed.moves, move)}))


def moved_to(roadmap: Roadmap, measure: str, text: str) -> HalfYear | None:
    """Return where a typed end moves a measure; None where it does not: in a draft, or a measure that is over.

    A roadmap is a draft until somebody has approved it; before its start no measure ends. Raises RefusedError for a
    text that is no half-year.
    """
    found, step = roadmap.measure(measure), roadmap.head.step
    to = half_year(text, step).ends
    moves = bool(step(found.end).steps_to(to)) and to >= found.start
    return to if roadmap.approvals and found.is_open and moves else None


def referred(roadmap: Roadmap, place: tuple[str, str], value: object) -> object:
    """Return the ids that were meant where the field `(table, field)` names records; any other value unchanged.

    Raises RefusedError("unknown-name").
    """
    table, field = place
    target = REFERENCES.get(table, {}).get(field)
    if target is None or not value:
        return value
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(named(roadmap, target, part) for part in value))
    return named(roadmap, target, str(value))


def editable(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields of a record that are typed as one value, by their keys in the file.

    The merge alone writes `formerly`.
    """
    names = (name for name in kind.model_fields if name != "formerly" and (name not in kind.KEY or len(kind.KEY) > 1))
    return tuple(key_of_field(kind, name) for name in names if not _is_nested(kind, name))


def allowed(kind: type[Record], field: str) -> tuple[str, ...]:
    """Return the words that a field of a closed set takes, empty for any other field."""
    base = _base(kind.model_fields[name_of_field(kind, field)].annotation)
    return tuple(str(word) for word in get_args(base)) if get_origin(base) is Literal else ()


def typed(kind: type[Record], field: str, text: str, *, step: type[HalfYear] = HalfYear) -> object:
    """Read a text as the value of a field; raise RefusedError("bad-value" or "unknown-field" …).

    Where a schedule goes by years (`step`, see `Head.step`) a year is its first half, of an end its last.
    """
    if field in companions(kind):
        return text.strip() or None
    if field not in editable(kind):
        raise RefusedError("unknown-field", field=field, known=editable(kind))
    info = kind.model_fields[name_of_field(kind, field)]
    spoken = text.strip()
    if not spoken:
        if info.is_required():
            raise RefusedError("empty-text", field=field)
        return info.default
    base = _base(info.annotation)
    try:
        value = step.typed(spoken) if base is HalfYear else _reader(base)(spoken)
    except AmbiguousHalfYearError as error:
        raise RefusedError("ambiguous-half", text=spoken) from error
    except (ValueError, InvalidOperation) as error:
        raise RefusedError("bad-value", field=field, text=spoken, kind=_kind_name(base)) from error
    if isinstance(value, HalfYear):
        return value.ends if field in _ENDS else HalfYear(value)
    return value


def kind_name(kind: type[Record], field: str) -> str:
    """Return what a field holds by its type's name: `date`, `HalfYear`, or the words of a closed set."""
    return _kind_name(_base(kind.model_fields[name_of_field(kind, field)].annotation))


def half_year(text: str, step: type[HalfYear] = HalfYear) -> HalfYear:
    """Read a typed half-year or, where a schedule goes by years, a year; `ends` is then its last half.

    Raises RefusedError("bad-half" or "ambiguous-half").
    """
    try:
        return step.typed(text)
    except AmbiguousHalfYearError as error:
        raise RefusedError("ambiguous-half", text=text) from error
    except ValueError as error:
        raise RefusedError("bad-half", text=text) from error


def decimal(text: str) -> Decimal:
    """Read a number as Finns write it: `2,6`, `12 500`, `−0,7`; raise ValueError for anything else.

    Twelve digits and six decimals are what a record takes (`model.values`).
    """
    shown = text.translate(_SPACES).replace("−", "-").replace(",", ".").removesuffix("€")
    if not re.fullmatch(r"[+-]?\d{1,12}(\.\d{1,6})?", shown):
        raise ValueError(text)
    return Decimal(shown)


def level(text: str) -> Decimal:
    """Read a typed level, `3` or `3,4`; raise RefusedError("bad-level") outside 1–5."""
    try:
        value = decimal(text)
    except ValueError as error:
        raise RefusedError("bad-level", value=text) from error
    if not 1 <= value <= 5:  # noqa: PLR2004 - the scale has five words
        raise RefusedError("bad-level", value=text)
    return value


def day(text: str) -> date:
    """Read a date as `24.11.2026` or `2026-11-24`; raise ValueError."""
    if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def clock(text: str) -> time:
    """Read a time of day as `9`, `9.05` or `09:05`; raise ValueError."""
    if found := re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?", text):
        return time(int(found[1]), int(found[2] or 0))
    raise ValueError(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _truth(text: str) -> bool:
    if text.casefold() in _YES:
        return True
    if text.casefold() in _NO:
        return False
    raise ValueError(text)


def _whole(text: str) -> int:
    shown = text.translate(_SPACES)
    if not re.fullmatch(r"[+-]?\d+", shown):
        raise ValueError(text)
    return int(shown)


def _reader(base: object) -> Callable[[str], object]:
    if get_origin(base) is tuple:
        return _words
    if get_origin(base) is Literal:
        return lambda text: _one_of(get_args(base), text)
    readers: dict[object, Callable[[str], object]] = {
        Decimal: decimal,
        bool: _truth,
        int: _whole,
        date: day,
        time: clock,
    }
    return readers.get(base, str)


def _one_of(words: tuple[str, ...], text: str) -> str:
    if text not in words:
        raise ValueError(text)
    return text


def _base(annotation: object) -> object:
    """Return the type inside `… | None`; pydantic has taken it out of `Annotated`."""
    if get_origin(annotation) in (Union, UnionType):
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _is_nested(kind: type[Record], name: str) -> bool:
    base = _base(kind.model_fields[name].annotation)
    parts = get_args(base) if get_origin(base) is tuple else ()
    return bool(parts) and isinstance(parts[0], type) and issubclass(parts[0], Record)


def _kind_name(base: object) -> str:
    if get_origin(base) is Literal:
        return ", ".join(get_args(base))
    return getattr(base, "__name__", "text")


def _replaced(record: Record, field: str, value: object) -> Record:
    name = name_of_field(type(record), field)
    try:
        type(record).model_validate({**plain(record), field: plain(value) if value is not None else None})
    except ValidationError as error:
        raise RefusedError("bad-value", field=field, text=str(value), kind="") from error
    return with_field(record, name, value)
