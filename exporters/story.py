"""From the typed changes of one edit or commit to its facts, in the order in which a person tells them.

A dated entry explains the fields that it brought along: who reads "T07 postponed" need not read that
its end changed. Entries that only went away are the earlier facts undone. A § is told through the
measures that it decided on. A change that no reader knows is told by its field and both values.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exporters.coming import attendance_facts, without_followers
from exporters.entries import entry_fact, learnt
from exporters.facts import ARROW, Fact
from exporters.items import item_facts
from exporters.stages import stage_changes, stage_fact
from exporters.terms import field_name, status_word, table_name
from exporters.values import name_of
from model.conflict import Conflict
from model.diff import Change, inverted
from model.meeting import Attendance, Item, Meeting
from model.proposals import taken_up
from model.record import Record
from model.records import Approval, LogEntry, Measure, Move, Proposal, Score, Target
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exporters.facts import Telling

_STATUS_AFTER = {
    "done": "done",
    "dropped": "dropped",
    "ready": "ready",
    "reassess": "reassess",
    "started": "active",
    "reopened": "active",
}
_DATED = frozenset({"date", "heading", "presence", "task"})


def facts(telling: Telling, changes: Iterable[Change]) -> tuple[Fact, ...]:
    """Return the facts of a set of changes, record by record, those of the §§ last."""
    groups: dict[tuple[str, str], list[Change]] = {}
    items: list[Change] = []
    changes = without_followers(changes)
    measured, changes = _surveyed(telling, changes)
    taken = taken_up(changes)
    for change in _renumbered(telling, changes):
        if isinstance(change.after or change.before, Item):
            items.append(change)
        elif change.table != "proposals" or change.record not in taken:
            groups.setdefault((change.table, change.record), []).append(change)
    # What an approval brings into force is told after the approval itself.
    ordered = sorted(groups.values(), key=lambda group: group[0].table != "approvals")
    told = [*measured, *(fact for group in ordered for fact in record_facts(telling, _without_answered(group)))]
    return (*told, *item_facts(telling, items, told))


def _surveyed(telling: Telling, changes: Sequence[Change]) -> tuple[list[Fact], Sequence[Change]]:
    """Return a fact for each round of the survey that came or went, and the changes that belong to none."""
    if all(change.table != "surveys" and not isinstance(change.after or change.before, Score) for change in changes):
        return [], changes
    from exporters.surveys import round_fact, rounds_among  # noqa: PLC0415 - few changes are about one

    found = rounds_among(changes)
    told = {id(change) for came in found for change in came.changes}
    return [round_fact(telling, came) for came in found], [change for change in changes if id(change) not in told]


def _renumbered(telling: Telling, changes: Sequence[Change]) -> Iterator[Change]:
    """Yield the changes, of an id that went to another record the adding of that one in place of its fields.

    Two copies gave one id to two things: ours is the old record under a new id, the other one has the old id now.
    """
    added = [change for change in changes if change.field is None and change.before is None]
    old = {(one.table, name): one.after for one in added if (name := str(getattr(one.after, "formerly", "")))}
    gone = {
        (change.table, change.record)
        for change in changes
        if change.field in ("title", "heading")
        and (record := old.get((change.table, change.record))) is not None
        and getattr(record, change.field) == change.before
    }
    for table, name in sorted(gone):
        if (record := telling.roadmap.find(table, name)) is not None:
            yield Change(table, name, after=record)
    yield from (change for change in changes if (change.table, change.record) not in gone)


def record_facts(telling: Telling, changes: Sequence[Change]) -> tuple[Fact, ...]:
    """Return the facts about one record; `changes` are all of that record."""
    if staged := stage_changes(changes):
        others = [change for change in changes if change not in staged]
        return (stage_fact(telling, staged), *record_facts(telling, others))
    entries = [change for change in changes if change.key is not None]
    if entries and all(change.after is None and _is_dated(change.before) for change in entries):
        return _undone(record_facts(telling, inverted(changes)))
    explained = [pair for change in entries for pair in _explains(change.after)]
    explained.append(("lesson", _lesson(changes)))
    told = [_whole_record(telling, change) for change in changes if change.field is None]
    log = [change for change in entries if isinstance(change.after or change.before, Attendance)]
    told.extend(attendance_facts(telling, log))
    told.extend(_with_force(telling, change, changes) for change in entries if change not in log)
    fields = (change for change in changes if change.field is not None and change.key is None)
    left = [change for change in fields if (change.field, change.after) not in explained]
    told.extend(_field(telling, change) for change in sorted(left, key=lambda change: not _is_clock(change)))
    return tuple(told)


def _lesson(changes: Iterable[Change]) -> str:
    """Return what was learnt from a pilot that was stopped by these changes; empty where nothing was."""
    found = tuple(changes)
    stops = any(isinstance(one.after, LogEntry) and one.after.event == "dropped" for one in found)
    return next((str(one.after) for one in found if one.field == "lesson" and one.after), "") if stops else ""


def _without_answered(changes: Sequence[Change]) -> list[Change]:
    """Return changes without the proposed target levels that went because they were approved or refused."""
    levels = {c.after.value for c in changes if isinstance(c.after, Target) and c.after.state != "proposed"}
    return [
        change
        for change in changes
        if not (
            change.after is None
            and isinstance(change.before, Target)
            and change.before.state == "proposed"
            and change.before.value in levels
        )
    ]


def _with_force(telling: Telling, change: Change, changes: Sequence[Change]) -> Fact:
    """Tell of an entry; of one whose status or end did not come along, for a conflict keeps it out, tell that, too."""
    fact, record = _entry(telling, change), telling.roadmap.find(change.table, change.record)
    if isinstance(change.after, LogEntry) and change.after.event == "dropped" and (lesson := _lesson(changes)):
        fact = learnt(telling, fact, lesson)
    changed = {other.field for other in changes}
    stands = all(field in changed or getattr(record, field, of) == of for field, of in _explains(change.after))
    return fact if stands else replace(fact, aside=f"{fact.aside} ({telling.words.t('not in force')})".strip())


def _entry(telling: Telling, change: Change) -> Fact:
    """Tell of an entry; of a dated one that went away, among others that came, that it was undone."""
    if change.after is None and _is_dated(change.before):
        return _undone((entry_fact(telling, replace(change, before=None, after=change.before)),))[0]
    return entry_fact(telling, change)


def _undone(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(replace(fact, undone=not fact.undone) for fact in facts)


def _is_dated(entry: object) -> bool:
    return isinstance(entry, Record) and not _DATED.isdisjoint(type(entry).model_fields)


def _explains(entry: object) -> Iterator[tuple[str, object]]:
    """Yield each field with the value to which an entry brings it."""
    if isinstance(entry, Move):
        yield "end", entry.to
    if isinstance(entry, LogEntry) and entry.event in _STATUS_AFTER:
        yield "status", _STATUS_AFTER[entry.event]


def _whole_record(telling: Telling, change: Change) -> Fact:
    record = change.after or change.before
    words = telling.words
    if isinstance(record, Conflict):
        from exporters.conflicts import conflict_fact  # noqa: PLC0415 - few changes are about one, and it loads the merge

        return conflict_fact(telling, record, settled=change.after is None)
    if isinstance(change.after, Meeting) and change.after.opened:
        at = f"{words.date(change.after.date)} {words.time(change.after.opened)}"
        return telling.fact(change, words.t("opened"), f"{at}{_agenda(telling, change.after)}")
    name = table_name(words, change.table)
    what = words.t("added {record}", record=name) if change.after else words.t("removed {record}", record=name)
    called, detail, aside = _called(telling, record)
    if formerly := str(getattr(record, "formerly", "")):
        aside = f"{aside} ({words.t('formerly {id}', id=formerly)})".strip()
    return Fact(called, what, detail, aside, first=True, id=change.record, table=change.table)


def _called(telling: Telling, record: Record) -> tuple[str, str, str]:
    """Return a whole record's name, what else tells it apart, and its place in time."""
    words = telling.words
    match record:
        case Measure():
            return one_line(record.id), one_line(record.title), f"({words.halves(record.start, record.end)})"
        case Meeting():
            return one_line(record.number), f"{words.date(record.date)}{_agenda(telling, record)}", ""
        case Proposal():
            by = telling.value("proposals", "by", record.by) if record.by else ""
            return one_line(record.id), one_line(record.heading), f"({by})" if by else ""
        case Approval():
            section = f" {one_line(record.section)}" if record.section.strip() else ""
            of = f"({telling.value('approvals', 'of', record.of)})"
            return one_line(record.body), words.date(record.date) + section, of
        case _:
            return name_of(record), "", ""


def _agenda(telling: Telling, meeting: Meeting) -> str:
    """Return how long the agenda of a new meeting is, to follow its time."""
    words, count = telling.words, sum(item.kind is not None for item in meeting.items)
    return f"; {words.t('agenda')} {words.n('{n} item', '{n} items', count)}" if count else ""


def _is_clock(change: Change) -> bool:
    """Whether a meeting was opened or closed: that comes before whatever else changed with it."""
    return change.table == "meetings" and change.field in ("opened", "closed")


def _field(telling: Telling, change: Change) -> Fact:
    """Tell of a plain field; what is internal is told without its words."""
    field = change.field or ""
    words = telling.words
    if _is_clock(change):
        if change.after is None:
            return _undone((_field(telling, *inverted((change,))),))[0]
        what = words.t("opened") if field == "opened" else words.t("closed")
        return telling.fact(change, what, telling.value("meetings", field, change.after))
    if field == "status" and isinstance(measure := telling.roadmap.find(change.table, change.record), Measure):
        both = (measure.model_copy(update={"status": status}) for status in (change.before, change.after))
        return telling.fact(change, field_name(words, field), ARROW.join(status_word(words, one) for one in both))
    if change.table == "roadmap" and field == "ended" and change.before is None:
        return telling.fact(change, words.t("end of the programme"), words.date(change.after))
    if field == "internal":
        return telling.fact(change, field_name(words, field), words.t("changed"))
    return telling.fact(change, field_name(words, field), telling.both(change.table, field, change))
