"""The plainest TOML, read several times as fast as by tomllib; whatever is not of that kind is left to tomllib.

Plain is what the program and most people write: one statement a line, bare keys, strings without escapes, whole
numbers, decimals, dates, times, yes or no, lists of strings on one line or a line each, `[table]`, `[[table]]` and
`[[table.nested]]`. For a line of any other kind, a key that occurs twice or a name used in two ways the answer is
None, never a guess.
"""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_NAME = r"[A-Za-z0-9_-]++"
_BLANK = r"[ \t]*+"
_CONTROL = r"\x00-\x08\x0a-\x1f\x7f"
_STRING = rf'"[^"\\{_CONTROL}]*+"'
_LINE = re.compile(
    rf"{_BLANK}(?:(?P<key>{_NAME}){_BLANK}={_BLANK}(?:"
    rf"(?P<text>{_STRING})"
    r"|(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"|(?P<clock>[0-9]{2}:[0-9]{2}:[0-9]{2})"
    r"|(?P<exact>(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15})"
    r"|(?P<whole>0|[1-9][0-9]{0,14})"
    r"|(?P<truth>true|false)"
    rf"|(?P<texts>\[{_BLANK}(?:{_STRING}(?:{_BLANK},{_BLANK}{_STRING})*{_BLANK}(?:,{_BLANK})?)?\])"
    rf")|\[(?P<table>{_NAME})\]|\[\[(?P<entry>{_NAME})\]\]|\[\[(?P<above>{_NAME})\.(?P<nested>{_NAME})\]\]"
    rf")?{_BLANK}(?:#[^{_CONTROL}]*+)?"
)
_matched = lru_cache(maxsize=1 << 13)(_LINE.fullmatch)
"""Most lines of a file occur in it more than once, and nearly all of them in its other versions."""
_LONG_LIST = re.compile(
    rf"^({_BLANK}{_NAME}{_BLANK}={_BLANK}\[){_BLANK}\r?\n"
    rf"((?:{_BLANK}{_STRING}{_BLANK},{_BLANK}\r?\n)*+(?:{_BLANK}{_STRING}{_BLANK}\r?\n)?+){_BLANK}(?=\])",
    re.MULTILINE,
)
"""A list with a line for each of its strings. Within a longer string, its first line has told that it is not plain."""
_STRINGS = re.compile(r'"([^"]*)"')
_VALUES: dict[str, Callable[[str], Any]] = {
    "text": lambda text: text[1:-1],
    "day": date.fromisoformat,
    "clock": time.fromisoformat,
    "exact": Decimal,
    "whole": int,
    "truth": "true".__eq__,
    "texts": _STRINGS.findall,
}

Table = dict[str, Any]


def quick(text: str) -> Table | None:
    """Return the values of a text as tomllib gives them, decimals exact; None when it is not of the plainest kind."""
    try:
        return _quick(text)
    except ValueError:  # 30 February, 25 o'clock
        return None


def _quick(text: str) -> Table | None:
    if "[\n" in text or "[\r\n" in text:
        text = _LONG_LIST.sub(lambda found: found[1] + re.sub(r"\r?\n", " ", found[2]), text)
    root: Table = {}
    here: Table | None = root
    lists: set[int] = set()
    *lines, last = text.split("\n")
    for line in (*(line.removesuffix("\r") for line in lines), last):
        found = _matched(line)
        if found is None or here is None:
            return None
        kind = found.lastgroup
        if kind in _VALUES:
            if found["key"] in here:
                return None
            here[found["key"]] = _VALUES[kind](found[kind])
        elif kind is not None:
            here = _entered(root, lists, found)
    return root if here is not None else None


def _entered(root: Table, lists: set[int], found: re.Match[str]) -> Table | None:
    """Make the table that a header begins; None when its name is taken otherwise.

    `lists` holds the identities of the lists that headers have made: no others may be added to.
    """
    if found["table"]:
        return None if found["table"] in root else root.setdefault(found["table"], {})
    parent, name = (root, found["entry"]) if found["entry"] else (_parent(root, lists, found["above"]), found["nested"])
    if parent is None:
        return None
    if name not in parent:
        parent[name] = []
        lists.add(id(parent[name]))
    elif id(parent[name]) not in lists:
        return None
    entry: Table = {}
    parent[name].append(entry)
    return entry


def _parent(root: Table, lists: set[int], name: str) -> Table | None:
    """Return the table under which a nested entry stands: the named one, or the latest of the named entries."""
    above = root.get(name)
    if id(above) in lists:
        above = above[-1] if above else None
    return above if isinstance(above, dict) else None
