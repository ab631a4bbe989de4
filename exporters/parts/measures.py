"""Measures by goal, and their schedule as a table that a screen reader can read: a word in each half-year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Fields, Heading, Paragraph, Table, plain
from exporters.parts.missing import part
from exporters.terms import measures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.document import Block
    from exporters.public_roadmap import PublicRoadmap, Row
    from exporters.words import Words
    from model.halfyear import HalfYear

MOST = 6
"""So many half-years, or years, stand beside each other in the schedule: three years on an upright page."""
LONGEST = 24
"""A schedule of more steps is written as beginnings and ends; a mistyped year must not make hundreds of pages."""


def measures_part(seen: PublicRoadmap, words: Words) -> tuple[Block, ...]:
    """Return the part about measures: each once, under the first goal that it serves."""
    return part(words.t("Measures"), _measures(seen, words) if seen.rows else (), words)


def schedule_part(seen: PublicRoadmap, words: Words) -> tuple[Block, ...]:
    """Return the part about schedules, of all measures but the discontinued ones."""
    rows = [row for row in seen.rows if row.status != "dropped"]
    return part(words.t("Schedules"), _schedule(seen, rows, words) if rows else (), words)


def _measures(seen: PublicRoadmap, words: Words) -> Iterator[Block]:
    yield Paragraph(seen.progress)
    if seen.pilots:
        yield Paragraph(f"{words.t('Pilots')}: {seen.pilots}.")
    groups = [(goal.title, [row for row in seen.rows if row.goal == goal.id]) for goal in seen.goals]
    groups.append((words.t("Without a goal"), [row for row in seen.rows if not row.goal]))
    for title, rows in groups:
        if rows:
            if seen.goals:
                yield Heading(3, title)
            yield from _group(rows, words)


def _group(rows: Sequence[Row], words: Words) -> Iterator[Block]:
    header = (words.t("Id"), words.t("Measure"), words.t("Period"), words.t("Responsible"), words.t("Status"))
    missing = words.t("not recorded")
    cells = tuple(
        (row.id, row.title, words.halves(row.start, row.end), row.responsible or missing, row.said) for row in rows
    )
    yield Table(f"{measures(words, len(rows))}:", header, cells)
    notes = tuple((row.id, plain(text)) for row in rows for text in (row.outcome, row.note) if text.strip())
    if notes:
        yield Fields(notes)


def _schedule(seen: PublicRoadmap, rows: Sequence[Row], words: Words) -> Iterator[Block]:
    first = min(seen.first, *(row.start for row in rows))
    last = max(seen.last, *(row.end for row in rows))
    if first.steps_to(last) >= LONGEST:
        yield _beginnings(rows, words)
        return
    yield Paragraph(words.t("The table says of each measure when it starts, goes on and ends."))
    steps = tuple(first.until(last))
    for begin in range(0, len(steps), MOST):
        shown = steps[begin : begin + MOST]
        within = [row for row in rows if row.start <= shown[-1] and row.end >= shown[0]]
        if within:
            yield _stretch(within, shown, words)


def _stretch(rows: Sequence[Row], steps: Sequence[HalfYear], words: Words) -> Table:
    header = (words.t("Measure"), *(words.half(step) for step in steps))
    cells = tuple((f"{row.id} {row.title}", *(_word(row, step, words) for step in steps)) for row in rows)
    return Table(words.halves(steps[0], steps[-1]), header, cells)


def _word(row: Row, step: HalfYear, words: Words) -> str:
    if step < row.start or step > row.end:
        return ""
    if row.start == row.end:
        return words.t("starts and ends")
    return words.t("starts") if step == row.start else words.t("ends") if step == row.end else words.t("goes on")


def _beginnings(rows: Sequence[Row], words: Words) -> Table:
    header = (words.t("Measure"), words.t("Starts"), words.t("Ends"))
    cells = tuple((f"{row.id} {row.title}", words.half(row.start), words.half(row.end)) for row in rows)
    return Table(words.t("When the measures start and end:"), header, cells)
