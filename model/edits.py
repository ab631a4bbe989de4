"""What the team decides about a measure: functions from roadmap to roadmap.

An edit that makes no sense is refused with a RefusedError; none of them reads the clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from model.halfyear import HalfYear
from model.records import Funding, LogEntry, Measure, Move
from model.standing import lacks_money

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from model.records import FundingState, Status
    from model.roadmap import Roadmap
    from model.values import Event


class RefusedError(Exception):
    """An edit that cannot be made; `code` says why and `data` with which values."""

    def __init__(self, code: str, **data: object) -> None:
        """Remember why: codes are listed with their sentences in `exporters.refusals`."""
        super().__init__(code, data)
        self.code = code
        self.data = data


@dataclass(frozen=True, slots=True)
class Place:
    """When and where something was decided: the day and, in a meeting, its number and the §."""

    day: date
    meeting: str = ""
    item: int | None = None

    @property
    def stamp(self) -> dict[str, Any]:
        """The fields that a dated record takes from here."""
        return {"date": self.day, "meeting": self.meeting, "item": self.item}


def mark_done(roadmap: Roadmap, measure: str, place: Place, *, result: str = "", home: str = "") -> Roadmap:
    """Mark a measure done, with its result in a line and where it lives now; refuse one that is done or dropped."""
    found = _open_measure(roadmap, measure)
    lives = {"home": home.strip()} if home.strip() else {}
    return roadmap.replacing("measures", _logged(found, place, "done", text=result, status="done", **lives))


def start(roadmap: Roadmap, measure: str, place: Place, *, note: str = "") -> Roadmap:
    """Begin a planned measure, or a pilot anew that was to be reassessed; refuse one that is not waiting to begin.

    Its entry says whether the money had been granted.
    """
    found = roadmap.measure(measure)
    if found.status not in ("planned", "reassess"):
        raise RefusedError("not-planned", measure=measure, status=found.status, **_pilot(found))
    begun = _logged(found, place, "started", text=note, status="active")
    *earlier, entry = begun.log
    entry = entry.model_copy(update={"unfunded": lacks_money(found, place.day.year)})
    return roadmap.replacing("measures", begun.model_copy(update={"log": (*earlier, entry)}))


def carry_on(roadmap: Roadmap, measure: str, place: Place, *, note: str = "") -> Roadmap:
    """Let a measure go on as scheduled; without a note nothing about it changes."""
    found = _open_measure(roadmap, measure)
    return roadmap.replacing("measures", _logged(found, place, "continues", text=note)) if note.strip() else roadmap


def move(roadmap: Roadmap, measure: str, place: Place, *, to: HalfYear, reason: str) -> Roadmap:
    """Move a measure's end to another half-year, or year where the roadmap goes by years.

    One that has not begun moves as a whole and keeps its length. Refused: the half-year in which it
    ends already, one before a begun measure's start, and one after the roadmap's last.
    """
    found, step = _open_measure(roadmap, measure), roadmap.head.step
    by = step(found.end).steps_to(to)
    if not by:
        raise RefusedError("same-half", measure=measure, half=to)
    if to > step(roadmap.head.last).ends:
        raise RefusedError("after-roadmap", measure=measure, half=to, last=roadmap.head.last)
    start = HalfYear(step(found.start).shifted(by)) if found.status == "planned" else found.start
    start = max(start, roadmap.head.first)
    if to < start:
        raise RefusedError("ends-before-start", measure=measure, half=to, start=start)
    moved = Move(from_=found.end, to=to, reason=reason.strip(), **place.stamp)
    changed = found.model_copy(update={"start": start, "end": to, "moves": (*found.moves, moved)})
    return roadmap.replacing("measures", changed)


def drop(roadmap: Roadmap, measure: str, place: Place, *, reason: str = "", lesson: str = "") -> Roadmap:
    """Discontinue a measure, with the reason; a pilot is stopped with its lesson. Refused: a lesson of another kind."""
    found = _open_measure(roadmap, measure)
    learnt = {"lesson": lesson.strip()} if lesson.strip() else {}
    if learnt and found.kind != "pilot":
        raise RefusedError("not-a-pilot", measure=measure)
    return roadmap.replacing("measures", _logged(found, place, "dropped", text=reason, status="dropped", **learnt))


def mark_ready(roadmap: Roadmap, measure: str, place: Place, *, note: str = "") -> Roadmap:
    """Find an open pilot ready to be taken into use; refuse another kind of measure, and one that is so already."""
    found = _other_pilot(roadmap, measure, "ready")
    return roadmap.replacing("measures", _logged(found, place, "ready", text=note, status="ready"))


def reassess(roadmap: Roadmap, measure: str, place: Place, *, reason: str = "") -> Roadmap:
    """Have an open pilot assessed anew, with the reason; refuse another kind of measure, and one that is so already."""
    found = _other_pilot(roadmap, measure, "reassess")
    return roadmap.replacing("measures", _logged(found, place, "reassess", text=reason, status="reassess"))


def reopen(roadmap: Roadmap, measure: str, place: Place, *, reason: str = "") -> Roadmap:
    """Open a done or dropped measure again; its log stays."""
    found = roadmap.measure(measure)
    if found.is_open:
        raise RefusedError("already-open", measure=measure, status=found.status, **_pilot(found))
    return roadmap.replacing("measures", _logged(found, place, "reopened", text=reason, status="active"))


def note(roadmap: Roadmap, measure: str, place: Place, *, text: str) -> Roadmap:
    """Write a dated note into a measure's log."""
    if not text.strip():
        raise RefusedError("empty-text", measure=measure)
    return roadmap.replacing("measures", _logged(roadmap.measure(measure), place, "note", text=text))


def set_funding(roadmap: Roadmap, measure: str, year: int, *, amount: Decimal, state: FundingState) -> Roadmap:
    """Set a measure's money of a calendar year, in euros; a new year comes before the later ones."""
    if amount < 0:
        raise RefusedError("bad-value", field="amount", text=str(amount), kind="Decimal")
    found = roadmap.measure(measure)
    known = {fund.year: fund for fund in found.funding}
    if year in known:
        new = known[year].model_copy(update={"amount": amount, "state": state})
        funding = [new if fund.year == year else fund for fund in found.funding]
    else:
        later = (index for index, fund in enumerate(found.funding) if fund.year > year)
        funding = list(found.funding)
        funding.insert(next(later, len(funding)), Funding(year=year, amount=amount, state=state))
    return roadmap.replacing("measures", found.model_copy(update={"funding": tuple(funding)}))


def add_measure(roadmap: Roadmap, **fields: object) -> tuple[Roadmap, Measure]:
    """Add a measure under the next free id; fields are those of `Measure` but for `id`."""
    measure = Measure.model_validate({**fields, "id": next_measure_id(roadmap)})
    if measure.end < measure.start:
        raise RefusedError("ends-before-start", measure=measure.id, half=measure.end, start=measure.start)
    return roadmap.adding("measures", measure), measure


def next_measure_id(roadmap: Roadmap) -> str:
    """Return the next free id in the manner of those in use: after `T40` comes `T41`."""
    pattern = re.compile(r"(|.*\D)(\d{1,18})", re.DOTALL)
    taken = [found for m in roadmap.measures if (found := pattern.fullmatch(m.id))]
    if not taken:
        return "T01"
    last = max(taken, key=lambda found: int(found[2]))
    return f"{last[1]}{int(last[2]) + 1:0{len(last[2])}}"


def last_entries(measure: Measure, count: int) -> tuple[LogEntry, ...]:
    """Return the latest log entries, newest first."""
    return tuple(sorted(measure.log, key=lambda entry: entry.date, reverse=True)[:count])


def _open_measure(roadmap: Roadmap, measure: str) -> Measure:
    found = roadmap.measure(measure)
    if not found.is_open:
        raise RefusedError("not-open", measure=measure, status=found.status, **_pilot(found))
    return found


def _other_pilot(roadmap: Roadmap, measure: str, status: Status) -> Measure:
    found = _open_measure(roadmap, measure)
    if found.kind != "pilot":
        raise RefusedError("not-a-pilot", measure=measure)
    if found.status == status:
        raise RefusedError("same-status", measure=measure, status=found.status, **_pilot(found))
    return found


def _pilot(found: Measure) -> dict[str, bool]:
    """Return, for a refusal, that a measure is a pilot: its status has words of its own."""
    return {"is_pilot": True} if found.kind == "pilot" else {}


def _logged(measure: Measure, place: Place, event: Event, *, text: str, **fields: object) -> Measure:
    entry = LogEntry(event=event, text=text.strip(), **place.stamp)
    return measure.model_copy(update={**fields, "log": (*measure.log, entry)})
