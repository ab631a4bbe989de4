"""What is wrong in a roadmap that can be opened: references to nothing, impossible schedules."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from model.problems import Problem
from model.records import APPROVES
from model.roadmap import record_id
from model.survey import is_few

if TYPE_CHECKING:
    from collections.abc import Iterator

    from model.indicator import Indicator
    from model.meeting import Meeting
    from model.problems import Severity
    from model.record import Record
    from model.roadmap import Roadmap

REFERENCES: dict[str, dict[str, str]] = {
    "members": {"sector": "sectors"},
    "indicators": {"goals": "goals"},
    "measures": {
        "goals": "goals",
        "viewpoints": "viewpoints",
        "indicators": "indicators",
        "sectors": "sectors",
        "services": "services",
    },
}
"""Fields that name a record of another table by its id."""
SUBJECTS = ("measures", "viewpoints", "indicators", "goals", "surveys")
"""The tables of which a § or a task may be about a record."""


def check(roadmap: Roadmap) -> tuple[Problem, ...]:
    """Return the faults that do not keep a roadmap from being opened, in the order of the tables.

    A problem says the table, the record and the key; whoever has the text adds the line. Codes:
    `dangling` (name, target table), `ends-before-start` (start, half), `outside-roadmap` (half, first,
    last), `duplicate-item` (item, count), `no-such-item` (item), `unknown-power` (name, known),
    `duplicate-year` (period, count), `not-on-scale` (value, known), `mixed-periods` (year; warning),
    `no-continuation` (ended; warning), `few-answers` (of; warning).
    What minutes name and the roadmap does not have (any more) is a warning: they tell how it was.
    """
    figures = (problem for indicator in roadmap.indicators for problem in _figures(indicator))
    found = (
        *_powers(roadmap),
        *_dangling(roadmap),
        *_schedules(roadmap),
        *figures,
        *_few(roadmap),
        *_meetings(roadmap),
    )
    return found if roadmap.head.ended is None else (*found, *_unsettled(roadmap))


def _unsettled(roadmap: Roadmap) -> Iterator[Problem]:
    """Yield the pilots of a closed programme of which nobody wrote what becomes of them."""
    from model.pilots import lacking  # noqa: PLC0415 - few programmes are over

    for pilot in lacking(roadmap):
        place = ("measures", pilot.id, "continuation")
        yield _problem("no-continuation", place, severity="warning", ended=roadmap.head.ended)


def _problem(code: str, place: tuple[str, str, str], *, severity: Severity = "error", **data: object) -> Problem:
    table, record, key = place
    return Problem(code=code, severity=severity, table=table, record=record, key=key, data=data)


def _powers(roadmap: Roadmap) -> Iterator[Problem]:
    """Yield the words that name no kind of change: what they were meant for would be left to the team."""
    if roadmap.head.approves == APPROVES:
        return
    from model.powers import POWERS, unknown_powers  # noqa: PLC0415 - the first screen needs no powers

    for name in unknown_powers(roadmap.head):
        yield _problem("unknown-power", ("roadmap", "", "approves"), name=name, known=POWERS)


def _dangling(roadmap: Roadmap) -> Iterator[Problem]:
    for table, fields in REFERENCES.items():
        for record in roadmap.table(table):
            for key, target in fields.items():
                for name in _names(record, key):
                    if roadmap.find(target, name) is None:
                        yield _problem("dangling", (table, record_id(record), key), name=name, target=target)


def _names(record: Record, key: str) -> tuple[str, ...]:
    value = getattr(record, key)
    return value if isinstance(value, tuple) else (value,) if value else ()


def _schedules(roadmap: Roadmap) -> Iterator[Problem]:
    first, last, step = roadmap.head.first, roadmap.head.last, roadmap.head.step
    if last < first:
        yield _problem("ends-before-start", ("roadmap", "", "last"), start=first, half=last)
    begins, ends = step(first), step(last).ends
    for measure in roadmap.measures:
        place = ("measures", measure.id)
        if measure.end < measure.start and step(measure.end) < step(measure.start):
            yield _problem("ends-before-start", (*place, "end"), start=measure.start, half=measure.end)
        elif measure.start < begins or measure.end > ends:
            key = "start" if measure.start < begins else "end"
            half = measure.start if key == "start" else measure.end
            yield _problem("outside-roadmap", (*place, key), half=half, first=first, last=last)


def _figures(indicator: Indicator) -> Iterator[Problem]:
    """Yield what is wrong with the values and targets of an indicator."""
    for key, entries in (("values", indicator.values), ("targets", indicator.targets)):
        place = ("indicators", indicator.id, key)
        halves = {entry.year for entry in entries if entry.half}
        for (year, half), count in Counter((entry.year, entry.half) for entry in entries).items():
            if count > 1:
                yield _problem("duplicate-year", place, period=f"{year}H{half}" if half else str(year), count=count)
            if not half and year in halves:
                yield _problem("mixed-periods", place, severity="warning", year=year)
        for entry in entries:
            if not indicator.is_on_scale(entry.value):
                yield _problem("not-on-scale", place, value=f"{entry.value:f}", known=indicator.words)


def _few(roadmap: Roadmap) -> Iterator[Problem]:
    """Yield the figures of so few answers that they should not stand in the file: they are not shown anywhere."""
    for viewpoint in roadmap.viewpoints:
        if any(score.basis == "survey" and is_few(score.n, score.counts) for score in viewpoint.scores):
            yield _problem("few-answers", ("viewpoints", viewpoint.id, "scores"), severity="warning", of=viewpoint.id)
    for survey in roadmap.surveys:
        for group in survey.groups:
            if is_few(group.n, group.counts):
                of = (group.viewpoint, group.sector)
                yield _problem("few-answers", ("surveys", survey.id, "groups"), severity="warning", of=of)


def _meetings(roadmap: Roadmap) -> Iterator[Problem]:
    for meeting in roadmap.meetings:
        for entry in meeting.attendance:
            if entry.member and roadmap.find("members", entry.member) is None:
                yield _problem(
                    "dangling", ("meetings", meeting.number, "attendance"), name=entry.member, target="members"
                )
        for number, count in Counter(item.number for item in meeting.items).items():
            if count > 1:
                yield _problem("duplicate-item", ("meetings", meeting.number, "items"), item=number, count=count)
        yield from _named_in(roadmap, meeting)


def _named_in(roadmap: Roadmap, meeting: Meeting) -> Iterator[Problem]:
    """Yield what the §§ and tasks of a meeting name that is not there."""
    numbers = {item.number for item in meeting.items}
    places = [("items", name) for item in meeting.items for name in item.subjects]
    places += [("actions", action.subject) for action in meeting.actions if action.subject]
    for key, name in places:
        if not any(roadmap.find(table, name) for table in SUBJECTS):
            place = ("meetings", meeting.number, key)
            yield _problem("dangling", place, severity="warning", name=name, target=SUBJECTS[0])
    for action in meeting.actions:
        if action.item is not None and action.item not in numbers:
            place = ("meetings", meeting.number, "actions")
            yield _problem("no-such-item", place, severity="warning", item=action.item)
