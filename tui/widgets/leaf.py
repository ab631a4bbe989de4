"""The guide on screen: the Markdown of our own pages, laid out for reading; not Markdown at large."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from tui.safe import in_lines
from tui.widgets.columns import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STRONG = re.compile(r"\*\*((?:\\.|[^*\\])+)\*\*")
_ESCAPE = re.compile(r"\\(.)")
_BEGINS = re.compile(r"#|- |\||\d+\. ")
_WHOLE = re.compile(r"#|\|")
"""The lines that no other goes on from: headings and rows."""
_CELL = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"\|[ :|-]+\|")


def leaf(markdown: str, width: int) -> list[Content]:
    """Return the text in lines for a width in cells; headings are bold, tables have columns, escapes are gone."""
    rows: list[Content] = []
    for is_table, together in groupby(_joined(markdown), key=lambda line: line.startswith("|")):
        lines = list(together)
        rows.extend(_table(lines, width) if is_table else (row for line in lines for row in _line(line, width)))
    return rows


def _joined(markdown: str) -> list[str]:
    """Return the lines with those that go on one paragraph or item as one: the screen has its own width."""
    found: list[str] = []
    for line in markdown.splitlines():
        before = found[-1] if found else ""
        if (
            before.strip()
            and line.strip()
            and not (_BEGINS.match(line) or _WHOLE.match(before) or before.endswith("  "))
        ):
            found[-1] = f"{before} {line.strip()}"
        else:
            found.append(line)
    return found


def _line(line: str, width: int) -> Iterator[Content]:
    marks, _, text = line.partition(" ")
    match marks:
        case "#":
            yield from in_lines(_plain(text, "bold $primary"), width)
        case "##":
            yield from in_lines(_plain(text, "bold"), width)
        case "-":
            first = "• "
            for row in in_lines(_inline(text), max(width - len(first), 1)):
                yield Content.assemble(first, row)
                first = "  "
        case _:
            yield from in_lines(_inline(line), width) or [Content("")]


def _plain(text: str, style: str = "") -> Content:
    return Content.styled(_ESCAPE.sub(r"\1", text), style)


def _inline(text: str) -> Content:
    """Return a line with what is between double asterisks in bold."""
    parts = _STRONG.split(text)
    return Content("").join(_plain(part, "bold" if number % 2 else "") for number, part in enumerate(parts))


def _table(lines: Iterable[str], width: int) -> Iterator[Content]:
    """Yield a table's rows in columns, without its ruler."""
    rows = [[_inline(cell.strip()) for cell in _CELL.split(line)[1:-1]] for line in lines if not _RULER.fullmatch(line)]
    yield from columns(rows, width)
