"""Dumbbells: a row for each viewpoint with baseline, now and target on the 1–5 axis, the digits beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.pictures import axis
from exporters.pictures.line import (
    HIDDEN,
    NONE,
    Picture,
    Row,
    Span,
    cells,
    focus_sign,
    left,
    line,
    named,
    on_lines,
    right,
)
from exporters.pictures.telling import is_hidden, rates_line, scope_lines, unknown
from exporters.values import name_of
from model.levels import maturity
from model.rounds import rounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.pictures.line import Line
    from exporters.words import Words
    from model.levels import Levels
    from model.records import Score
    from model.roadmap import Roadmap
    from model.rounds import Round

WIDE = 105
"""From so many columns on there is room for ten cells from level to level, else for six."""
_NUMBERS = (6, 6, 8, 6)
_SHORTEST = 8


def dumbbells(roadmap: Roadmap, words: Words, width: int) -> Picture:
    """Return the picture of the levels in a width: the focus areas first, the widest gap on top."""
    step = axis_cells(width)
    name = max(width - axis.width(step) - sum(_NUMBERS), _SHORTEST)
    rows = tuple(Row(row.viewpoint.id, _line(row, words, name, step=step)) for row in maturity(roadmap))
    heads = tuple(map(words.t, ("base", "now", "target", "gap")))
    head = line(Span(" " * name + axis.ruler(step) + _right(heads), "muted"))
    return Picture((head,), rows, _legend(roadmap, words, width))


def axis_cells(width: int) -> int:
    """Return how many cells of the axis a level takes in a width."""
    return 10 if width >= WIDE else 6


def _line(row: Levels, words: Words, name: int, *, step: int) -> Line:
    """Return a viewpoint's row: focus mark, name, axis, digits and gap."""
    drawn = axis.axis(row, step)
    if row.current is None and row.target is None:
        drawn = left(unknown(row.viewpoint, words), axis.width(step))
    return line(
        named(name_of(row.viewpoint), name, focus=row.viewpoint.focus),
        Span(drawn, "muted" if row.current is None else ""),
        _right(_numbers(row, words)),
    )


def _numbers(row: Levels, words: Words) -> tuple[str, str, str, str]:
    """Return baseline, now, target and gap; a judgement is marked so that it is not taken for a survey."""
    now = _level(row.current, words)
    if row.current and row.current.basis == "judgement":
        now = f"{axis.JUDGEMENT}{now}"
    target = words.level(row.target.value) if row.target else NONE
    if row.survey is None and is_hidden(row.viewpoint):
        return HIDDEN, now if row.current else HIDDEN, target, words.gap(row.gap) if row.gap is not None else NONE
    return _level(row.baseline, words), now, target, words.gap(row.gap) if row.gap is not None else NONE


def _level(score: Score | None, words: Words) -> str:
    return words.level(score.value) if score else NONE


def _legend(roadmap: Roadmap, words: Words, width: int) -> tuple[str, ...]:
    """Return what the marks mean, then the means of each scope by itself and the response rates."""
    found = rounds(roadmap)
    marks = [
        f"{axis.BASELINE} {_round(found[0], words) if found else words.t('baseline')}",
        f"{axis.SURVEY} {_round(found[-1], words) if len(found) > 1 else words.t('latest survey')}",
        f"{axis.JUDGEMENT} {words.t('judgement')}",
        f"{axis.TARGET} {words.t('target')}",
    ]
    if any(map(is_hidden, roadmap.viewpoints)):
        marks.append(f"{HIDDEN} {words.t('too few answers')}")
    star = focus_sign(words)
    if cells("   ".join((*marks, star))) <= width:
        marks.append(star)
    told = [*scope_lines(roadmap, words), rates_line(roadmap, words)]
    return (*on_lines(marks, width), *on_lines([part for part in told if part], width))


def _round(found: Round, words: Words) -> str:
    """Return a round by its year and its number of answers: `kysely 2024 (n = 287)`."""
    year = found.date.year
    if found.n is None:
        return words.t("survey {year}", year=year)
    return words.t("survey {year} (n = {n})", year=year, n=words.number(found.n))


def _right(texts: Sequence[str]) -> str:
    return "".join(right(text, width) for text, width in zip(texts, _NUMBERS, strict=True))
