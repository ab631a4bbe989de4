"""What must hold across fields after a merge: references lead somewhere, schedules are possible, decisions agree.

Where two changes that are each right make something wrong together, ours stands (of the roadmap's own period the wider
one), and each field that differs becomes a clash: somebody has to choose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from model.check import check
from model.diff import value_of
from model.meeting import Meeting
from model.merging.clash import Clash
from model.merging.exact import exactly
from model.minuting import is_locked, same_minutes
from model.records import Measure
from model.roadmap import Roadmap, record_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from model.merging.names import Three
    from model.problems import Problem
    from model.record import Record

_STATUS_AFTER = {
    "done": "done",
    "dropped": "dropped",
    "ready": "ready",
    "reassess": "reassess",
    "started": "",
    "reopened": "",
}
"""The status that a log entry leaves; an empty one is any open status."""
_SCHEDULE = ("start", "end")
_MOST = 8


def kept(roadmap: Roadmap, *, versions: Three, clashes: list[Clash]) -> Roadmap:
    """Return a merged roadmap in which these rules hold as far as they held on either side."""
    _, ours, theirs = versions
    roadmap = _agreeing(roadmap, versions=versions, clashes=clashes)
    if _is_too_short(versions, clashes):
        roadmap = _widened(roadmap, versions=versions, clashes=clashes)
    known: set[tuple[object, ...]] | None = None
    for _ in range(_MOST):
        errors = [problem for problem in check(roadmap) if problem.severity == "error"]
        if not errors:
            break
        if known is None:
            known = {_which(problem) for side in (ours, theirs) for problem in check(side)}
        before = roadmap
        for problem in errors:
            if _which(problem) not in known:
                roadmap = _mended(roadmap, problem, versions=versions, clashes=clashes)
        if roadmap is before:
            break
    return roadmap


def _which(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.table, problem.record, problem.key, problem.data.get("name"), problem.data.get("item")


def _mended(roadmap: Roadmap, problem: Problem, *, versions: Three, clashes: list[Clash]) -> Roadmap:
    if problem.code == "dangling":
        table, name = str(problem.data["target"]), str(problem.data["name"])
        return _restored(roadmap, (table, name), versions=versions, clashes=clashes)
    if problem.code == "ends-before-start" and problem.table == "measures":
        return _with_ours(roadmap, Clash("measures", problem.record), _SCHEDULE, versions=versions, clashes=clashes)
    if problem.code in ("ends-before-start", "outside-roadmap"):
        return _widened(roadmap, versions=versions, clashes=clashes)
    return roadmap


def _widened(roadmap: Roadmap, *, versions: Three, clashes: list[Clash]) -> Roadmap:
    """Let the roadmap begin and end as early and as late as on either side, so that all has its place; ask about it."""
    base, ours, theirs = (side.head for side in versions)
    if ours.first != theirs.first:
        _note(clashes, Clash("roadmap", "", "first").of(base.first, ours.first, theirs.first))
    if ours.last != theirs.last:
        _note(clashes, Clash("roadmap", "", "last").of(base.last, ours.last, theirs.last))
    wide = {"first": min(ours.first, theirs.first), "last": max(ours.last, theirs.last)}
    if all(getattr(roadmap.head, name) == value for name, value in wide.items()):
        return roadmap
    return roadmap.model_copy(update={"head": roadmap.head.model_copy(update=wide)})


def _is_too_short(versions: Three, clashes: list[Clash]) -> bool:
    """Whether the period of the roadmap would be none, or a measure's whose end is asked about would not be in it.

    This is told of the two sides, not of the merged roadmap: what stands there depends on who is ours.
    """
    heads = [side.head for side in versions[1:]]
    was = versions[0].head
    changed = all((head.first, head.last) != (was.first, was.last) for head in heads)
    first, last = max(head.first for head in heads), min(head.last for head in heads)
    if changed and all(head.first <= head.last for head in heads) and last < first:
        return True
    places = {clash.record for clash in clashes if clash.table == "measures" and clash.field in _SCHEDULE}
    found = [(side.head, side.find("measures", name)) for name in places for side in versions[1:]]
    return any(
        head.first <= one.start <= one.end <= head.last and not first <= one.start <= one.end <= last
        for head, one in found
        if isinstance(one, Measure)
    )


def _restored(roadmap: Roadmap, place: tuple[str, str], *, versions: Three, clashes: list[Clash]) -> Roadmap:
    """Bring back a record that one side removed, where the other one had it to refer to."""
    table, name = place
    base, ours, theirs = (side.find(table, name) for side in versions)
    found = ours or theirs
    if found is None or roadmap.find(table, name) is not None:
        return roadmap
    side = versions[1] if ours else versions[2]
    above = [record_id(record) for record in side.table(table)]
    before = set(above[: above.index(name)])
    at = 1 + max((n for n, record in enumerate(roadmap.table(table)) if record_id(record) in before), default=-1)
    _note(clashes, Clash(table, name).of(base, ours, theirs))
    return roadmap.adding(table, found, at=at)


def _with_ours(
    roadmap: Roadmap, place: Clash, names: Iterable[str], *, versions: Three, clashes: list[Clash]
) -> Roadmap:
    """Return the roadmap with our values in the fields of a record that the two sides have differently."""
    found = roadmap.find(place.table, place.record)
    base, mine, yours = (side.find(place.table, place.record) for side in versions)
    if found is None or mine is None or yours is None:
        return roadmap
    update: dict[str, Any] = {}
    for name in names:
        three = (base and value_of(base, name), value_of(mine, name), value_of(yours, name))
        if not exactly(three[1], three[2]):
            _note(clashes, place.key(name).of(*three))
            if not exactly(value_of(found, name), three[1]):
                update[name] = three[1]
    if not update:
        return roadmap
    return roadmap.replacing(place.table, found.model_copy(update=update), name=place.record)


def _note(clashes: list[Clash], clash: Clash) -> None:
    if all(other.place != clash.place for other in clashes):
        clashes.append(clash)


def _agreeing(roadmap: Roadmap, *, versions: Three, clashes: list[Clash]) -> Roadmap:
    """Return the roadmap with every record that both sides changed saying one thing."""
    for table in ("measures", "meetings"):
        for record in roadmap.table(table):
            name = record_id(record)
            three: Any = tuple(side.find(table, name) for side in versions)
            if None in three[1:] or any(record is side for side in three):
                continue
            for field in _torn(record, three):
                roadmap = _with_ours(roadmap, Clash(table, name), (field,), versions=versions, clashes=clashes)
    return roadmap


def _torn(merged: Record, three: tuple[Record | None, Record, Record]) -> Iterator[str]:
    """Yield the fields of a merged record that one side's decision contradicts."""
    base, ours, theirs = three
    if isinstance(merged, Measure) and isinstance(ours, Measure) and isinstance(theirs, Measure):
        was = base if isinstance(base, Measure) else None
        yield from _torn_measure(merged, (was, ours, theirs))
    if isinstance(ours, Meeting) and isinstance(theirs, Meeting) and isinstance(base, Meeting):
        pairs = ((ours, theirs), (theirs, ours))
        if any(is_locked(one) and not is_locked(base) and not same_minutes(base, two) for one, two in pairs):
            yield "state"


def _torn_measure(merged: Measure, three: tuple[Measure | None, Measure, Measure]) -> Iterator[str]:
    base, ours, theirs = three
    if not _follows_log(merged) and _follows_log(ours) and _follows_log(theirs):
        yield "status"
    if not _follows_moves(merged) and _follows_moves(ours) and _follows_moves(theirs):
        yield "end"
    periods = [(one.start, one.end) for one in (ours, theirs)]
    was = base and (base.start, base.end)
    if was not in periods and all(start <= end for start, end in periods):
        yield from _SCHEDULE if max(periods)[0] > min(end for _, end in periods) else ()
    if base is None:
        return
    for one, other in ((ours, theirs), (theirs, ours)):
        if base.is_open and not one.is_open and other.is_open and other.end != base.end:
            yield "status"
        if base.status == "planned" and one.status == "active" and other.start not in (base.start, one.start):
            yield "start"


def _follows_log(measure: Measure) -> bool:
    """Whether the status is the one that the last decision in the log left."""
    after = next((_STATUS_AFTER[entry.event] for entry in reversed(measure.log) if entry.event in _STATUS_AFTER), None)
    return after is None or (measure.is_open if not after else measure.status == after)


def _follows_moves(measure: Measure) -> bool:
    """Whether a measure ends where it was last moved to."""
    return not measure.moves or measure.moves[-1].to == measure.end
