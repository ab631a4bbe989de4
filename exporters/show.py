"""The roadmap as plain lines, in an order that a screen reader reads well: no drawing, no columns.

Every line stands alone: what it is about comes first, then what is true of it, in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.terms import BASIS, STATUS, TARGET_STATE, measures, status, word
from exporters.values import name_of
from exporters.waiting import waiting_line
from exporters.words import N_
from model.levels import is_shown, maturity
from model.standing import counts, is_late, standing, unfinished
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.levels import Levels
    from model.records import Measure
    from model.roadmap import Roadmap
    from model.standing import Standing

GROUPS: dict[str, str] = {
    "late": N_("Overdue"),
    "ending": N_("Ending in this half-year"),
    "starting": N_("Should have started"),
    "upcoming": N_("Starting next"),
}
"""The groups of the first screen by their names in `Standing`."""


def first_screen(roadmap: Roadmap, words: Words, *, today: date, half: HalfYear | None = None) -> str:
    """Return what the first screen says: which half-year it is, what is due in it, what is late, how far we are."""
    shown = roadmap.head.step(half) if half else roadmap.head.step.containing(today)
    now = standing(roadmap, shown)
    lines = [*_head(roadmap, words), f"{words.date(today)}, {words.period(shown)}: {summary(now, words)}."]
    lines.append(progress(roadmap, words))
    lines += programme_lines(roadmap, words, today=today)
    if waiting := unfinished(roadmap):
        lines.append(f"{waiting_line(waiting, words)}.")
    for name, title in GROUPS.items():
        found: Sequence[Measure] = getattr(now, name)
        if found:
            lines += ["", f"{words.t(title)} ({len(found)}):", *list_lines(found, words, half=shown)]
    if roadmap.viewpoints:
        lines += ["", words.t("Maturity:"), *(level_line(row, words) for row in maturity(roadmap))]
    return "\n".join(lines) + "\n"


def programme_lines(roadmap: Roadmap, words: Words, *, today: date) -> Iterator[str]:
    """Yield how the pilots stand, that the programme has ended, and which outside services end: where there are any."""
    from exporters.pilots import counts_line, ended_line  # noqa: PLC0415 - few roadmaps have them
    from exporters.services import flag_lines  # noqa: PLC0415 - as above

    if roadmap.head.pilots is not None or any(measure.kind == "pilot" for measure in roadmap.measures):
        yield f"{words.t('Pilots')}: {counts_line(roadmap, words)}."
    if said := ended_line(roadmap, words, today=today):
        yield f"{words.t('The programme: {ended}', ended=said)}."
    yield from (f"{said}." for said in flag_lines(roadmap, words, today=today))


def _head(roadmap: Roadmap, words: Words) -> Iterator[str]:
    yield f"{one_line(roadmap.head.title)}, {one_line(roadmap.head.organisation)}"
    if roadmap.head.sample:
        yield words.t("SAMPLE: the contents are invented.")


def summary(now: Standing, words: Words) -> str:
    """Return what a half-year is about: how many measures are overdue, end now and start next."""
    return ", ".join(
        (
            words.n("{n} is late", "{n} are late", len(now.late)),
            words.n("{n} ends", "{n} end", len(now.ending)),
            words.n("{n} starts next", "{n} start next", len(now.upcoming)),
        )
    )


def progress(roadmap: Roadmap, words: Words) -> str:
    """Return how far the roadmap is: the measures done out of all, then the counts by status."""
    counted = counts(roadmap)
    total = sum(counted.values())
    parts = [f"{word(words, STATUS, name)} {count}" for name, count in counted.items() if count]
    done = words.t("Done {done}/{measures}", done=counted["done"], measures=measures(words, total))
    return f"{done} ({', '.join(parts)})." if parts else f"{done}."


def list_lines(found: Iterable[Measure], words: Words, *, half: HalfYear) -> tuple[str, ...]:
    """Return a line for each measure: id, title, status, schedule, who answers for it."""
    return tuple(measure_line(measure, words, half=half) for measure in found)


def measure_line(measure: Measure, words: Words, *, half: HalfYear) -> str:
    """Return a measure on one line."""
    said = status(words, measure, late=is_late(measure, half))
    who = one_line(measure.responsible) or words.t("responsible not recorded")
    return (
        f"{one_line(measure.id)} {one_line(measure.title)}: {said}; {words.halves(measure.start, measure.end)}; {who}"
    )


def level_line(row: Levels, words: Words) -> str:
    """Return a viewpoint on one line: baseline, now with its ink, target, gap."""
    viewpoint = row.viewpoint
    name = name_of(viewpoint)
    focus = f" ({words.t('focus area')})" if viewpoint.focus else ""
    if row.current is None:
        hidden = not all(map(is_shown, viewpoint.scores))
        return f"{name}{focus}: {words.t('too few answers') if hidden else words.level(None)}"
    basis = word(words, BASIS, row.current.basis)
    counted = f"{basis}, n = {row.current.n}" if row.current.n is not None else basis
    parts = [words.t("now {level}", level=words.level(row.current.value)) + f" ({counted})"]
    if row.baseline:
        parts.insert(0, words.t("baseline {level}", level=words.level(row.baseline.value)))
    if row.target:
        parts.append(words.t("target {level}", level=words.level(row.target.value)))
    if row.gap is not None:
        parts.append(words.t("gap {gap}", gap=words.gap(row.gap)))
    if row.proposed:
        proposed = f"{words.level(row.proposed.value)} ({word(words, TARGET_STATE, row.proposed.state)})"
        parts.append(words.t("target {level}", level=proposed))
    return f"{name}{focus}: {', '.join(parts)}"
