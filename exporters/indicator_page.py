"""An indicator in full: as plain lines, each of which stands alone, and as data for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exporters.data import json_value
from exporters.indicators import mover_lines, name, page_lines, period, point_text, target_text
from exporters.terms import capital
from model.indicators import effects, movers, period_of, reading, timeline, total
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from exporters.words import Words
    from model.indicator import Indicator, YearValue
    from model.indicators import Effect, Reading
    from model.roadmap import Roadmap


def indicator_page(roadmap: Roadmap, words: Words, indicator: Indicator, *, today: date) -> str:
    """Return an indicator as text: what it is, its periods, the measures meant to move it."""
    return "\n".join(_lines(roadmap, words, indicator, today=today)) + "\n"


def _lines(roadmap: Roadmap, words: Words, indicator: Indicator, *, today: date) -> Iterator[str]:
    found = reading(roadmap, indicator, today)
    yield f"{name(words, indicator)} [{one_line(indicator.id)}]"
    told = page_lines(roadmap, words, indicator, found=found)
    yield from (f"{capital(label)}: {said}" for label, said in told)
    points = timeline(indicator, found.due)
    if points:
        yield ""
        yield f"{words.t('Values and targets')}:"
    for point in points:
        notes = [one_line(entry.note) for entry in (point.value, point.target) if entry and entry.note.strip()]
        said = (point_text(words, found, point, today=today), target_text(words, found, point))
        yield f"{period(words, point.period)}: {'; '.join(part for part in (*said, *notes) if part)}"
    moved = [said for _, said in mover_lines(roadmap, words, indicator)]
    if moved:
        yield ""
        yield f"{words.t('Measures meant to move the indicator')}:"
        yield from moved


def indicator_data(roadmap: Roadmap, found: Reading) -> dict[str, Any]:
    """Return an indicator as an object of JSON: numbers are numbers, what is not known is null."""
    indicator, summed = found.indicator, total(found.indicator)
    return {
        "id": indicator.id,
        "title": indicator.title,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "official": indicator.official,
        "source": indicator.source,
        "keeper": indicator.keeper,
        "goals": list(indicator.goals),
        "words": list(indicator.words),
        "state": found.state,
        "met": found.is_met,
        "better": found.is_better,
        "old": found.is_old,
        "latest": _entry(found.latest),
        "target": _entry(found.target),
        "due": {"year": found.due.year, "half": found.due.half or None} if found.due else None,
        "missing": found.is_missing,
        "sum": json_value(summed.value) if summed else None,
        "years": [
            {
                "year": point.period.year,
                "half": point.period.half or None,
                "value": json_value(point.value.value) if point.value else None,
                "target": json_value(point.target.value) if point.target else None,
                "note": point.value.note if point.value else "",
            }
            for point in timeline(indicator, found.due)
        ],
        "measures": [
            {"id": measure.id, **_effect(one)}
            for measure in movers(roadmap, indicator.id)
            for one in effects(roadmap, measure)
            if one.indicator is indicator
        ],
    }


def _effect(effect: Effect) -> dict[str, Any]:
    return {"before": _entry(effect.before), "after": _entry(effect.after), "over": effect.is_over}


def _entry(entry: YearValue | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {"year": entry.year, "half": period_of(entry).half or None, "value": json_value(entry.value)}
