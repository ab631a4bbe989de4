"""The roadmap as data for scripts: what `--json` prints. Levels are numbers, dates ISO, the unknown is null.

Records and their entries are whole: what the file leaves out because it is usual stands here with its default.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from exporters.problems import problem_sentence
from exporters.sentences import sentences
from exporters.values import record_name
from model.halfyear import HalfYear
from model.levels import levels, maturity
from model.record import Record
from model.records import Measure, Viewpoint
from model.standing import counts, is_late, standing
from model.suppression import secret_fields
from model.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.words import Words
    from model.diff import Change
    from model.entry import Entry
    from model.problems import Problem
    from model.register import ActionPoint, Decision
    from model.roadmap import Roadmap

Json = dict[str, Any]
"""An object of JSON."""


def show_data(roadmap: Roadmap, *, today: date, half: HalfYear | None = None) -> Json:
    """Return the first screen: the half-year, counts by status, what is late, all measures and viewpoints."""
    shown = roadmap.head.step(half) if half else roadmap.head.step.containing(today)
    now = standing(roadmap, shown)
    groups = ("late", "ending", "starting", "upcoming")
    return {
        "title": roadmap.head.title,
        "organisation": roadmap.head.organisation,
        "sample": roadmap.head.sample,
        "as_of": today.isoformat(),
        "half": str(shown),
        **({"year": shown.year} if roadmap.head.periods == "years" else {}),
        "counts": dict(counts(roadmap)),
        **{group: [measure.id for measure in getattr(now, group)] for group in groups},
        "measures": list_data(roadmap.measures, half=shown),
        "viewpoints": [viewpoint_data(row.viewpoint) for row in maturity(roadmap)],
    }


def list_data(measures: Iterable[Measure], *, half: HalfYear) -> list[Json]:
    """Return measures as objects; whether one is late depends on the half-year."""
    return [measure_data(measure, half=half) for measure in measures]


def measure_data(measure: Measure, *, half: HalfYear) -> Json:
    """Return a measure with every known field but its log and its internal note, and whether it is late."""
    left_out = {"internal", "log", *(measure.model_extra or {})}
    fields = {key: part for key, part in _fields(measure).items() if key not in left_out}
    first = {name: fields.pop(name) for name in ("id", "title", "status")}
    return {**first, "late": is_late(measure, half), **fields}


def viewpoint_data(viewpoint: Viewpoint) -> Json:
    """Return a viewpoint with its levels; `basis` and `n` are those of the current one."""
    row = levels(viewpoint)
    current = row.current
    return {
        "id": viewpoint.id,
        "name": viewpoint.name,
        "short": viewpoint.short,
        "focus": viewpoint.focus,
        "baseline": json_value(row.baseline.value if row.baseline else None),
        "current": json_value(current.value if current else None),
        "target": json_value(row.target.value if row.target else None),
        "gap": json_value(row.gap),
        "basis": current.basis if current else None,
        "n": current.n if current else None,
    }


def record_data(record: Record, *, half: HalfYear) -> Json:
    """Return one record whole, with what is computed for a measure or a viewpoint."""
    whole = _fields(record)
    if isinstance(record, Measure):
        return measure_data(record, half=half) | whole
    if isinstance(record, Viewpoint):
        return viewpoint_data(record) | whole
    return whole


def history_data(
    commits: Iterable[Entry],
    words: Words,
    roadmap: Roadmap,
    *,
    wanted: Wanted = Wanted(),  # noqa: B008 - frozen
) -> list[Json]:
    """Return the history as objects, one for each commit, in the order given; of each the changes that are wanted."""

    def asked(entry: Entry) -> tuple[Change, ...]:
        changes = entry.changes or ()
        return wanted.among(changes, entry.roadmap) if wanted.picks_changes else changes

    return [
        {
            "commit": entry.commit,
            "when": entry.when.isoformat(),
            "who": entry.who,
            "meeting": entry.meeting or None,
            "item": entry.item,
            "subject": entry.subject,
            "form": entry.form,
            "changes": [change_data(change, words, entry.roadmap or roadmap) for change in asked(entry)],
        }
        for entry in commits
    ]


def change_data(change: Change, words: Words, roadmap: Roadmap) -> Json:
    """Return one change: the record and field as the file names them, both values, and the sentence."""
    return {
        "table": change.table,
        "record": change.record,
        "field": change.field,
        "before": json_value(change.before),
        "after": json_value(change.after),
        "sentence": " ".join(sentences((change,), words, roadmap)),
    }


def problem_data(problems: Iterable[Problem], words: Words) -> list[Json]:
    """Return problems as objects: where each is, its code, and the sentence."""
    return [
        {
            "severity": problem.severity,
            "code": problem.code,
            "line": problem.line,
            "column": problem.column,
            "table": problem.table or None,
            "record": problem.record or None,
            "key": problem.key or None,
            "sentence": problem_sentence(problem, words),
        }
        for problem in problems
    ]


def decision_data(found: Iterable[Decision]) -> list[Json]:
    """Return decisions as objects: the two days apart, and whether somebody recorded how far each is."""
    return [
        {
            "meeting": entry.meeting,
            "date": entry.decided.isoformat(),
            "item": entry.item.number,
            "heading": entry.item.heading,
            "outcome": entry.item.outcome,
            "decision": entry.item.decision,
            "vote": entry.item.vote or None,
            "subjects": list(entry.item.subjects),
            "sectors": list(entry.sectors),
            "enactment": entry.enacted.state,
            "enactment_recorded": entry.item.enactment is not None,
            "enacted": json_value(entry.enacted.day),
            "dropped_later": list(entry.enacted.dropped),
            "opened_again": list(entry.enacted.reopened),
        }
        for entry in found
    ]


def action_data(found: Iterable[ActionPoint], roadmap: Roadmap, *, today: date) -> list[Json]:
    """Return tasks as objects, each with its number everywhere (`id`) and whether it is overdue today."""
    return [
        {
            "id": entry.id,
            "meeting": entry.meeting,
            "date": entry.decided.isoformat(),
            "item": entry.action.item,
            "task": entry.action.task,
            "who": entry.action.who or None,
            "role": record_name(roadmap, "members", entry.action.who) if entry.action.who else None,
            "due": json_value(entry.action.due),
            "state": entry.action.state,
            "overdue": entry.is_overdue(today),
            "done": json_value(entry.action.done),
            "measure": entry.action.subject or None,
            "title": getattr(roadmap.find("measures", entry.action.subject), "title", None),
            "sectors": list(entry.sectors),
        }
        for entry in found
    ]


def json_value(value: object) -> Any:  # noqa: ANN401 - JSON is what it is
    """Return a record, a field's value or a list as JSON has it."""
    match value:
        case Record():
            return _fields(value)
        case dict():
            return {key: json_value(part) for key, part in value.items()}
        case list() | tuple():
            return [json_value(part) for part in value]
        case _:
            return _scalar(value)


def _scalar(value: object) -> object:
    match value:
        case HalfYear():
            return str(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date() | time():
            return value.isoformat()
        case _:
            return value


def _fields(record: Record) -> Json:
    """Return all fields of a record under the keys of the file, unknown keys last; what may not be told is None."""
    fields = type(record).model_fields.items()
    secret = secret_fields(record)
    known = {
        field.alias or name: None if name in secret else json_value(getattr(record, name)) for name, field in fields
    }
    return known | {key: json_value(part) for key, part in (record.model_extra or {}).items()}
