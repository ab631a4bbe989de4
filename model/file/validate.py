"""One record of the file as a pydantic record, or what is wrong with it as problems.

Remembered by table and text, so a record is validated once however often the file is read.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from model.file import intent
from model.halfyear import HalfYear
from model.problems import Problem
from model.records import kind_of
from model.translations import companions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic_core import ErrorDetails

    from model.file.blocks import Block
    from model.record import Record

_LONGEST_VALUE = 80
_EXPECTED = {
    "string": "text",
    "int": "whole-number",
    "decimal": "number",
    "is": "number",
    "float": "number",
    "bool": "yes-no",
    "date": "date",
    "time": "time",
    "tuple": "list",
    "list": "list",
    "model": "table",
    "dict": "table",
}


class Checked(NamedTuple):
    """A record, or None and the reasons; the problems have no line yet."""

    record: Record | None
    problems: tuple[Problem, ...]


@lru_cache(maxsize=1 << 14)
def checked(block: Block) -> Checked:
    """Return the record of a block, remembered by its text."""
    return validated(block.table, block.values)


def validated(table: str, values: Mapping[str, Any]) -> Checked:
    """Return the record that these values of a known table make, or what is wrong with them."""
    kind = kind_of(table)
    unknown = tuple(_unknown_keys(kind, values))
    try:
        record = kind.model_validate(dict(values))
    except ValidationError as error:
        return Checked(None, (*(_problem(kind, detail) for detail in error.errors(include_url=False)), *unknown))
    return Checked(record, unknown)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that an unknown one is most like, or an empty text."""
    from difflib import get_close_matches  # noqa: PLC0415 - it is slow to import and most files need no such advice

    found = get_close_matches(name, list(known), n=1, cutoff=0.7)
    return found[0] if found else ""


def kind_name(value: object) -> str:
    """Return what kind of value this is, as `model.problems.KINDS` names it."""
    names: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "yes-no"),
        (str, "text"),
        (int, "whole-number"),
        (Decimal, "number"),
        (datetime, "date-time"),
        (date, "date"),
        (time, "time"),
        ((list, tuple), "list"),
        (dict, "table"),
    )
    return next((name for kind, name in names if isinstance(value, kind)), "other")


def shown(value: object) -> str:
    """Return a value as short text for a sentence; not yet safe for a screen."""
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


def _problem(kind: type[Record], detail: ErrorDetails) -> Problem:
    key = _key(detail["loc"])
    what, found, context = detail["type"], detail["input"], detail.get("ctx", {})
    data: dict[str, Any] = {"value": shown(found)}
    if what == "missing":
        inside_list = bool(detail["loc"]) and isinstance(detail["loc"][-1], int)
        if not inside_list:
            return Problem("missing-key", "fatal", key=key)
        code, data = "wrong-value", {"expected": "length", "value": ""}
    elif what == "literal_error":
        code = "wrong-word"
        data["allowed"] = _allowed(kind, detail["loc"])
    elif what == "value_error":
        code = "wrong-value"
        data["expected"] = "half-year"
    elif what in {"greater_than_equal", "less_than_equal", "greater_than", "less_than"}:
        code = "out-of-range"
        data |= {
            {"ge": "least", "gt": "least", "le": "most", "lt": "most"}[name]: bound for name, bound in context.items()
        }
    elif what in {"too_long", "too_short"}:
        code = "wrong-value"
        data["expected"] = "length"
    elif what == "finite_number":
        code = "wrong-value"
        data["expected"] = "finite"
    else:
        code = "wrong-type"
        data |= {"expected": _expected(kind, detail), "found": kind_name(found)}
    return Problem(code, "fatal", key=key, data=data)


def _expected(kind: type[Record], detail: ErrorDetails) -> str:
    if _annotation(kind, detail["loc"]) is HalfYear:
        return "half-year"
    return _EXPECTED.get(detail["type"].split("_")[0], "other")


def _annotation(kind: type[Record], loc: tuple[int | str, ...]) -> object:
    """Return the annotation of the field at a pydantic location, through nested lists."""
    inner: type[Record] | None = kind
    for name in loc[:-1]:
        if isinstance(name, str) and inner is not None:
            inner = intent.nested_kind(inner, name)
    fields = inner.model_fields.items() if inner else ()
    return next((field.annotation for own, field in fields if (field.alias or own) == loc[-1]), None)


def _allowed(kind: type[Record], loc: tuple[int | str, ...]) -> tuple[str, ...]:
    annotation = _annotation(kind, loc)
    return tuple(_words(annotation))


def _words(annotation: object) -> Iterator[str]:
    for arg in getattr(annotation, "__args__", ()):
        if isinstance(arg, str):
            yield arg
        else:
            yield from _words(arg)


def _key(loc: Iterable[int | str]) -> str:
    """Return a pydantic location as `log[2].date`, entries counted from 1."""
    key = ""
    for part in loc:
        key += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if key else part
    return key


def _unknown_keys(kind: type[Record], values: Mapping[str, Any], prefix: str = "") -> Iterator[Problem]:
    known = intent.keys_of(kind)
    for name, value in values.items():
        inner = intent.nested_kind(kind, name)
        if name in companions(kind):
            if not isinstance(value, str):
                data = {"expected": "text", "found": kind_name(value), "value": shown(value)}
                yield Problem("wrong-type", "error", key=f"{prefix}{name}", data=data)
        elif name not in known:
            yield Problem("unknown-key", "warning", key=f"{prefix}{name}", data={"nearest": nearest(name, known)})
        elif inner is not None and isinstance(value, list):
            for number, entry in enumerate(value, 1):
                if isinstance(entry, dict):
                    yield from _unknown_keys(inner, entry, f"{prefix}{name}[{number}].")
