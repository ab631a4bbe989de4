"""The blind-spot view: viewpoint by half-year, the gap and how many measures aim there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters.pictures.line import NONE, Picture, Row, Span, cells, focus_sign, line, named, on_lines, right
from exporters.values import name_of
from model.blindspots import aims, steps

if TYPE_CHECKING:
    from exporters.pictures.line import Line
    from exporters.words import Words
    from model.blindspots import Aim
    from model.halfyear import HalfYear
    from model.roadmap import Roadmap

BLIND = "!"
"""Stands before a viewpoint at which nothing open aims although its target is not reached."""
WAITS = "·"
"""Stands where nothing aims at a viewpoint in a half-year."""
NOW = "▸"
"""Stands before the present half-year."""
_NAME, _NARROW = 34, 28
_ROOMY = 100
_MARK, _GAP, _BETWEEN, _WIDEST = 2, 6, 2, 8
_YEAR = 5
"""Cells for a half-year with its year above it."""


class Table(NamedTuple):
    """How a blind-spot view is divided: the steps that are shown, the lit one, how wide names and columns are."""

    steps: tuple[HalfYear, ...]
    now: HalfYear
    name: int
    column: int
    open: int
    is_spelt: bool
    """Whether half-years have their names above them, else their short forms."""
    is_cut: bool
    """Whether there are more steps than are shown."""


def blind_spots(roadmap: Roadmap, words: Words, width: int, *, now: HalfYear) -> Picture:
    """Return for each viewpoint its gap, how many measures aim at it in each step, and how many are still open."""
    table = _table(roadmap, words, width, now=now)
    rows = tuple(Row(aim.levels.viewpoint.id, _line(aim, words, table)) for aim in aims(roadmap))
    signs = [
        f"{BLIND} {words.t('target not reached and no open measures')}",
        f"{WAITS} {words.t('no measures')}",
        focus_sign(words),
    ]
    if table.now in table.steps:
        signs.insert(0, f"{NOW} {words.t('now')}")
    if table.is_cut:
        signs.append(words.t("no room for the whole schedule"))
    return Picture(_head(table, words), rows, on_lines(signs, width))


def _table(roadmap: Roadmap, words: Words, width: int, *, now: HalfYear) -> Table:
    """Divide the width: all steps of the schedule, or as many as there is room for around the present one."""
    every, lit = steps(roadmap), roadmap.head.step(now)
    name = _NAME if width >= _ROOMY else _NARROW
    still_open = cells(words.t("to do")) + _BETWEEN
    room = max(width - _MARK - name - _GAP - still_open, _WIDEST)
    spelt = max(_YEAR, max((cells(words.season(step)) for step in every), default=0) + _BETWEEN)
    narrowest = min(spelt, cells(words.half(lit, short=True)) + _BETWEEN)
    many = max(min(len(every), room // narrowest), 1)
    ahead = every.index(lit) - many // 2 if lit in every else 0
    first = max(0, min(ahead, len(every) - many))
    column = min(_WIDEST, room // many)
    return Table(every[first : first + many], lit, name, column, still_open, column >= spelt, many < len(every))


def _head(table: Table, words: Words) -> tuple[Line, ...]:
    """Return the heads of the columns; half-years have their year above them where there is room."""
    margin = Span(" " * (_MARK + table.name) + right(words.t("gap"), _GAP), "muted")
    ends = Span(right(words.t("to do"), table.open), "muted")
    names = [words.season(step) if table.is_spelt else words.half(step, short=True) for step in table.steps]
    below = line(margin, *_cells(names, table), ends)
    if not table.is_spelt or all(name == str(step.year) for name, step in zip(names, table.steps, strict=True)):
        return (below,)
    years = [str(step.year) if step.half == 1 or not n else "" for n, step in enumerate(table.steps)]
    return line(Span(" " * (_MARK + table.name + _GAP)), *_cells(years, table, mark=False)), below


def _cells(said: list[str], table: Table, *, mark: bool = True) -> list[Span]:
    """Return the heads of the steps; the present one is marked and lit."""
    return [
        Span(right(f"{NOW}{text}", table.column), "now")
        if step == table.now and mark
        else Span(right(text, table.column), "muted")
        for text, step in zip(said, table.steps, strict=True)
    ]


def _line(aim: Aim, words: Words, table: Table) -> Line:
    """Return a viewpoint's row: a mark where nothing aims at it, name, gap, a count for each step, open measures."""
    viewpoint, gap = aim.levels.viewpoint, aim.levels.gap
    return line(
        Span(BLIND if aim.is_blind else "", "alarm"),
        " " * (_MARK - aim.is_blind),
        named(name_of(viewpoint), table.name, focus=viewpoint.focus),
        right(words.gap(gap) if gap is not None else NONE, _GAP),
        *_counts(aim, words, table),
    )


def _counts(aim: Aim, words: Words, table: Table) -> list[Span]:
    if not aim.measures:
        return [Span("  "), Span(words.t("no measures"), "alarm" if aim.is_blind else "muted")]
    counts = [
        Span(right(str(aim.counts[step] or WAITS), table.column), "now" if step == table.now else "")
        for step in table.steps
    ]
    return [*counts, Span(right(str(aim.still_open), table.open), "strong")]
