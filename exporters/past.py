"""The history in plain lines, newest first, under a heading for each meeting and for the time between two.

Each line stands alone: a day, what was done, in which § of which meeting. A decision and its undo are one line.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from exporters.changed import Naming
from exporters.data import json_value
from exporters.numbering import item_label, reference
from exporters.retold import retold
from model.diff import Change
from model.indicator import YearValue
from model.meeting import Meeting
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exporters.data import Json
    from exporters.words import Words
    from model.entry import Decision, Entry
    from model.roadmap import Roadmap
    from model.undo import Fold
    from model.wanted import Wanted


def history_lines(folds: Sequence[Fold], words: Words, roadmap: Roadmap, *, wanted: Wanted) -> tuple[str, ...]:
    """Return the lines of entries, of each what was wanted; without any meeting there are no headings.

    A sentence speaks of the roadmap as it was then; `roadmap` stands in where that version cannot be read.
    """
    meetings = belonging(folds)
    lines: list[str] = []
    for meeting, group in groupby(zip(folds, meetings, strict=True), key=lambda pair: pair[1]):
        if any(meetings):
            lines += [""] if lines else []
            lines.append(meeting_heading(meeting, words, roadmap))
        lines += (line for fold, _ in group for line in _lines(fold, words, roadmap, wanted=wanted))
    return tuple(lines)


def belonging(folds: Sequence[Fold]) -> list[str]:
    """Return for each entry the meeting under which it stands, empty for one between meetings.

    What was edited while a meeting went on, so on its day between two of its decisions, stands with them; what the
    program recorded when the meeting had been closed does not.
    """
    meetings = [fold.entry.meeting for fold in folds]
    last = None
    for place, fold in enumerate(folds):
        if not fold.entry.meeting:
            continue
        day = fold.entry.when.date()
        if last is not None and place - last > 1 and _is_one(folds[last], fold):
            between = range(last + 1, place)
            if all(
                folds[one].entry.when.date() == day and _is_during(folds[one], fold.entry.meeting) for one in between
            ):
                meetings[last + 1 : place] = [fold.entry.meeting] * len(between)
        last = place
    return meetings


def meeting_heading(meeting: str, words: Words, roadmap: Roadmap) -> str:
    """Return what a group is called: `Digitiimi 3/2026, 24.11.2026`, or that it is between meetings."""
    if not meeting:
        return words.t("Between meetings")
    name = reference(roadmap.head, meeting, None)
    found = roadmap.find("meetings", meeting)
    return f"{name}, {words.date(found.date)}" if isinstance(found, Meeting) else name


def mark(fold: Fold, words: Words) -> str:
    """Return what became of an entry since, as a word to stand before it; empty where it stands."""
    if fold.undone:
        return f"({words.t('taken back')}) "
    return f"({words.t('taken back in part')}) " if fold.parts else ""


def narrowed(entry: Entry, wanted: Wanted) -> tuple[Change, ...]:
    """Return of the changes of an entry those that are wanted; none where nothing of its content is asked for."""
    return wanted.among(entry.changes or (), entry.roadmap) if wanted.picks_changes else ()


def decision_said(decision: Decision, words: Words, roadmap: Roadmap, *, place: Change) -> str:
    """Return what a field or an entry of it was and became; where its history begins only what it was there."""
    naming = Naming(words, roadmap)
    change = Change(
        place.table, place.record, place.field, key=decision.key, before=decision.before, after=decision.after
    )
    if isinstance(decision.after or decision.before, YearValue):
        said = f"{naming.value(change, decision.before)} → {naming.value(change, decision.after)}"
        return f"{naming.field(change)}: {said}"
    if decision.form != "change":
        return words.t("{value} from the beginning", value=naming.value(change, decision.after))
    return f"{naming.value(change, decision.before)} → {naming.value(change, decision.after)}"


def decision_lines(found: Iterable[Decision], words: Words, roadmap: Roadmap, *, place: Change) -> tuple[str, ...]:
    """Return a line for each decision on a field, `place`: when, from what to what, why, in which §, by whom."""
    return tuple(
        one_line(
            f"{words.date(decision.when.date())} {decision_said(decision, words, roadmap, place=place)}"
            f"{f' ({decision.why})' if decision.why else ''}"
            f"{_where(roadmap, decision.meeting, decision.item)}, {decision.who}"
        )
        for decision in found
    )


def deciders_data(found: Iterable[Decision], *, place: Change) -> list[Json]:
    """Return the decisions on a field, `place`, as objects; `form` tells where its history begins with its value."""
    return [
        {
            "commit": decision.commit,
            "when": decision.when.isoformat(),
            "who": decision.who,
            "subject": decision.subject,
            "meeting": decision.meeting or None,
            "item": decision.item,
            "table": place.table,
            "record": place.record,
            "field": place.field,
            "before": json_value(decision.before),
            "after": json_value(decision.after),
            "why": decision.why or None,
            "form": decision.form,
        }
        for decision in found
    ]


def _lines(fold: Fold, words: Words, roadmap: Roadmap, *, wanted: Wanted) -> Iterator[str]:
    entry = fold.entry
    day, where = words.date(entry.when.date()), _where(roadmap, entry.meeting, entry.item)
    for sentence in retold(entry, words, roadmap, changes=narrowed(entry, wanted)):
        yield f"{day} {mark(fold, words)}{sentence}{where}"


def _where(roadmap: Roadmap, meeting: str, item: int | None) -> str:
    """Return the place of a decision, to follow what was decided: `, § 5, Digitiimi 3/2026`."""
    if not meeting:
        return ""
    section = "" if item is None else f", {item_label(roadmap.head, item)}"
    return f"{section}, {reference(roadmap.head, meeting, None)}"


def _is_during(fold: Fold, number: str) -> bool:
    """Whether a meeting was going on when something was recorded; a hand edit does not tell, so it may have been."""
    entry = fold.entry
    meeting = entry.roadmap.find("meetings", number) if entry.roadmap else None
    return entry.change_id is None or (isinstance(meeting, Meeting) and meeting.closed is None)


def _is_one(newer: Fold, older: Fold) -> bool:
    return newer.entry.meeting == older.entry.meeting and newer.entry.when.date() == older.entry.when.date()
