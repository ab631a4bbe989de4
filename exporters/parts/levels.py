"""Baseline and target levels: the viewpoints with what was surveyed, what the team judged, and what is aimed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Break, Bullets, Drawing, Paragraph, Table
from exporters.parts.missing import part
from exporters.parts.surveyed import answer_text, sector_blocks, trend_blocks
from exporters.surveys import when_and_who
from exporters.terms import SCOPE, capital, word
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from exporters.document import Block, Content
    from exporters.public_roadmap import Answer, Level, PublicRoadmap, PublicRound
    from exporters.words import Words


def levels_part(seen: PublicRoadmap, words: Words, *, brief: bool = False) -> tuple[Block, ...]:
    """Return the part about maturity: focus areas first, then the widest gap; a `brief` one has no more than that."""
    return part(words.t("Baseline and target levels"), _all(seen, words, brief=brief) if seen.levels else (), words)


def _all(seen: PublicRoadmap, words: Words, *, brief: bool) -> Iterator[Block]:
    yield from _levels(seen, words)
    if not brief:
        yield from sector_blocks(seen, words)
        yield from trend_blocks(seen, words)


def _levels(seen: PublicRoadmap, words: Words) -> Iterator[Block]:
    named = (f"{level} = {name}" for level, name in reversed(tuple(enumerate(seen.scale, start=1))))
    yield Paragraph(words.t("The scale: {levels}.", levels=", ".join(named)))
    table = _table(seen, words)
    yield Drawing(seen.picture, table) if seen.picture else table
    if any(one.gap is not None for one in seen.levels):
        yield Paragraph(words.t("Gap: now less target. Now is the newer of survey and judgement."))
    yield from _rounds(seen, words)


def _table(seen: PublicRoadmap, words: Words) -> Table:
    """Return the viewpoints; the columns of what no viewpoint has, such as a judgement, are left out."""
    columns: list[tuple[str, Callable[[Level], Content]]] = [
        (words.t("Baseline (survey)"), lambda one: _answer(one.baseline, words))
    ]
    if len(seen.rounds) > 1:
        columns.append((words.t("Latest survey"), lambda one: _answer(one.survey, words)))
    if any(one.judgement is not None for one in seen.levels):
        columns.append((words.t("Own judgement"), lambda one: words.level(one.judgement)))
    columns.append((words.t("Target"), lambda one: _target(one, words)))
    if any(one.gap is not None for one in seen.levels):
        columns.append((words.t("Gap"), lambda one: words.gap(one.gap) or "–"))
    return Table(
        words.t("Levels from 1 to 5 by viewpoint:"),
        (words.t("Viewpoint"), *(name for name, _ in columns)),
        tuple((_name(one, words), *(cell(one) for _, cell in columns)) for one in seen.levels),
        numeric=frozenset(range(1, len(columns) + 1)),
    )


def _name(level: Level, words: Words) -> Content:
    """Return a viewpoint with what the pictures call it, whose work it is about, and that it is a focus area."""
    marks = [word(words, SCOPE, level.scope), *((words.t("focus area"),) if level.focus else ())]
    if level.short != one_line(level.name):
        marks.insert(0, level.short)
    return (level.name, Break(), f"({', '.join(marks)})")


def _answer(answer: Answer, words: Words) -> Content:
    """Return a surveyed level over how many answered."""
    said = answer_text(answer, words, unknown=words.level(None))
    return said if answer.value is None or answer.n is None else (said, Break(), f"(n = {words.number(answer.n)})")


def _target(level: Level, words: Words) -> str:
    """Return the approved target; the levels are not rated, but a target is not set."""
    return words.t("not set") if level.target is None else words.level(level.target)


def _rounds(seen: PublicRoadmap, words: Words) -> Iterator[Block]:
    """Yield the rounds with their response rates, and the mean of the latest one by scope, never of both together."""
    if not seen.rounds:
        yield Paragraph(words.t("No survey has been recorded."))
        return
    yield Bullets(tuple(_round(one, words) for one in seen.rounds))
    means = (f"{word(words, SCOPE, scope)} {words.decimal(mean)}" for scope, mean in seen.means.items())
    if seen.means:
        latest = seen.rounds[-1]
        told = f"{'; '.join(means)} ({when_and_who(latest.date, latest.n, latest.rate, words=words)})"
        yield Paragraph(words.t("Means of the latest survey: {means}.", means=told))


def _round(found: PublicRound, words: Words) -> str:
    told = when_and_who(found.date, found.n, found.rate, words=words)
    return f"{found.name or capital(words.t('survey'))}: {told}"
