"""The schedule's measures in groups: by what is due, or by goal, sector, viewpoint or role; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from exporters.words import N_
from model.naming import name as called
from model.search import sort_key
from model.standing import standing
from model.text import one_line
from tui.widgets.gridlines import Row
from tui.widgets.timeline import DONE, DROPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.records import Measure
    from model.roadmap import Roadmap
    from model.standing import Standing

By = Literal["due", "goals", "sectors", "viewpoints", "responsible"]
GROUPINGS: Mapping[By, str] = {
    "due": N_("what is due"),
    "goals": N_("goal"),
    "sectors": N_("sector"),
    "viewpoints": N_("viewpoint"),
    "responsible": N_("responsible"),
}
"""The ways to group, in the order in which the key goes through them."""
_TABLES = frozenset({"goals", "sectors", "viewpoints"})


def grouped(roadmap: Roadmap, half: HalfYear, by: By, *, open_folds: AbstractSet[str], words: Words) -> list[Row]:
    """Return the rows of the grid: groups under headings, what is over folded at the end."""
    now = standing(roadmap, half)
    groups = _by_due(now, words) if by == "due" else _by_record(roadmap, now, by, words=words)
    rows: list[Row] = []
    for heading, measures in groups:
        rows += _group(heading, measures, now)
    return [*rows, *_over(now, open_folds, words)]


def found(now: Standing, search: Callable[[Sequence[Measure]], Sequence[Measure]], *, words: Words) -> list[Row]:
    """Return the rows of a search under one heading: what it keeps of all measures, the most urgent ones first."""
    everything = (*_open(now), *now.done, *now.dropped)
    hits = search(everything)
    return [Row(words.n("{n} found", "{n} found", len(hits)).upper()), *_measures(hits, now)]


def _open(now: Standing) -> tuple[Measure, ...]:
    return (*now.late, *now.ending, *now.starting, *now.upcoming, *now.ongoing)


def _measures(measures: Iterable[Measure], now: Standing) -> list[Row]:
    return [Row(measure.title, measure, _tone(measure, now.half)) for measure in measures]


def _group(heading: str, measures: Iterable[Measure], now: Standing) -> list[Row]:
    rows = _measures(measures, now)
    return [Row(heading.upper()), *rows] if rows else []


def _by_due(now: Standing, words: Words) -> Iterator[tuple[str, Sequence[Measure]]]:
    due = words.half(now.half, "adessive")
    following = words.half(now.half.shifted(1), "adessive")
    yield words.t("Late"), now.late
    yield words.t("Ends in {half}", half=due), now.ending
    yield words.t("Should have started"), [m for m in now.starting if m.start < now.half]
    yield words.t("Starts in {half}", half=due), [m for m in now.starting if m.start >= now.half]
    yield words.t("Starts in {half}", half=following), now.upcoming
    yield words.t("Others under way or ahead"), now.ongoing


def _by_record(roadmap: Roadmap, now: Standing, by: By, *, words: Words) -> Iterator[tuple[str, Sequence[Measure]]]:
    """Yield the open measures by what they belong to; one that belongs to two is in both."""
    groups: dict[str, list[Measure]] = {}
    for measure in _open(now):
        own = getattr(measure, by)
        for name in ((own,) if isinstance(own, str) else own) or ("",):
            groups.setdefault(name, []).append(measure)
    order = _order(roadmap, by, groups)
    for name in order:
        yield _name(roadmap, by, name) or words.t("None recorded"), groups[name]


def _order(roadmap: Roadmap, by: By, groups: Mapping[str, object]) -> list[str]:
    """Return the groups in the order of the file, roles by the alphabet, those that nobody named last."""
    if by == "responsible":
        return sorted(groups, key=lambda name: (not name, sort_key(name)))
    known = [str(getattr(record, "id", "")) for record in roadmap.table(by)]
    places = {name: place for place, name in enumerate(known)}
    return sorted(groups, key=lambda name: (not name, places.get(name, len(places)), sort_key(name)))


def _name(roadmap: Roadmap, by: By, name: str) -> str:
    record = roadmap.find(by, name) if by in _TABLES else None
    return one_line(called(record) if record else name, limit=100)


def _over(now: Standing, open_folds: AbstractSet[str], words: Words) -> Iterator[Row]:
    """Yield what is over, each group folded to a line unless it was opened."""
    for fold, sign, said, measures in (
        ("done", DONE, words.t("Completed measures"), now.done),
        ("dropped", DROPPED, words.t("Discontinued measures"), now.dropped),
    ):
        if measures:
            yield Row(f"{said.upper()} {len(measures)} {sign}", fold=fold)
            yield from (Row(m.title, m, "over") for m in measures if fold in open_folds)


def _tone(measure: Measure, half: HalfYear) -> str:
    """Return how a measure is coloured; its cells and its heading say the same in signs and words."""
    if not measure.is_open:
        return "over"
    if measure.kind != "continuous" and measure.end <= half.ends:
        return "late" if measure.end < half else "ending"
    return "starting" if measure.status == "planned" and measure.start <= half.ends else "plain"
