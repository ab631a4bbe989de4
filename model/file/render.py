"""TOML rendered from values: a value, an entry, a record, a whole file; scalars by tomli-w.

Lists of tables are always `[[…]]`: tomli-w alone turns a list inline and back as a title grows past 100
columns, which makes one edit look like twenty.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import tomli_w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WIDEST = 100


def value(content: object, *, indent: str | None = None) -> str:
    """Return a value as TOML, lines ending in LF.

    Text with line ends becomes a multi-line string; a list stays on one line unless it is too wide or
    `indent` gives the blanks before each item of a list over many lines.
    """
    if isinstance(content, str):
        return _scalar(str(content), multiline="\n" in content and "\r" not in content)
    if isinstance(content, dict):
        return _inline_table(content)
    if not isinstance(content, list | tuple):
        return _decimal(content) if isinstance(content, Decimal) else _scalar(content)
    items = [_item(item) for item in content]
    line = f"[{', '.join(items)}]"
    if not items or (indent is None and len(line) <= _WIDEST):
        return line
    return "[\n" + "".join(f"{indent or '    '}{item},\n" for item in items) + "]"


def key(name: str) -> str:
    """Return a key as TOML, quoted only where it must be."""
    return tomli_w.dumps({name: 0})[: -len(" = 0\n")]


def pair(name: str, content: object) -> str:
    """Return the statement `key = value` with its line end."""
    return f"{key(name)} = {value(content)}\n"


def table(path: Iterable[str], values: Mapping[str, Any], *, listed: bool) -> str:
    """Return a table with its header, keys in the given order, lists of tables under it as `[[…]]`."""
    names = tuple(path)
    header = ".".join(map(key, names))
    own = "".join(pair(name, content) for name, content in values.items() if not _is_tables(content))
    below = (
        "\n" + table((*names, name), entry, listed=True)
        for name, content in values.items()
        if _is_tables(content)
        for entry in content
    )
    return (f"[[{header}]]\n" if listed else f"[{header}]\n") + own + "".join(below)


def whole(values: Mapping[str, Any]) -> str:
    """Return a whole file: the root keys, then each table in the given order, parted by blank lines."""
    root = "".join(pair(name, content) for name, content in values.items() if not _is_section(content))
    parts = [root] if root else []
    for name, content in values.items():
        if isinstance(content, dict):
            parts.append(table((name,), content, listed=False))
        elif _is_tables(content):
            parts.extend(table((name,), entry, listed=True) for entry in content)
    return "\n".join(parts)


def _is_section(content: object) -> bool:
    return isinstance(content, dict) or _is_tables(content)


def _is_tables(content: object) -> bool:
    return isinstance(content, list) and bool(content) and all(isinstance(item, dict) for item in content)


def _item(content: object) -> str:
    return _scalar(str(content)) if isinstance(content, str) else value(content).replace("\n", "")


def _inline_table(values: Mapping[str, Any]) -> str:
    pairs = ", ".join(f"{key(name)} = {_item(content)}" for name, content in values.items())
    return f"{{ {pairs} }}" if pairs else "{}"


def _decimal(number: Decimal) -> str:
    """Return a decimal without an exponent, which tomli-w would spell `1e+3`."""
    if not number.is_finite():
        return _scalar(number)
    spelled = format(number, "f")
    return spelled if "." in spelled else f"{spelled}.0"


def _scalar(content: object, *, multiline: bool = False) -> str:
    return tomli_w.dumps({"v": content}, multiline_strings=multiline)[len("v = ") : -1]
