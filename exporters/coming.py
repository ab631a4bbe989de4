"""Facts about the attendance of a meeting: a whole sheet in one, and who came, left or was conflicted at which §.

Members are told by role: a person's name is in the file, in no sentence of the history.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exporters.attendance import place, tally
from exporters.terms import PRESENCE, word
from exporters.words import N_
from model.meeting import Attendance, Item
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from exporters.facts import Fact, Telling
    from exporters.words import Words
    from model.diff import Change
    from model.meeting import Presence

SHEET = 3
"""So many entries of the opening at once are counted, fewer are told one by one."""
_HAPPENED: Mapping[Presence, tuple[str, str]] = {
    "present": (N_("present {on}"), "on"),
    "remote": (N_("remotely {on}"), "on"),
    "absent": (N_("absent {on}"), "on"),
    "late": (N_("arrived {at}"), "at"),
    "left": (N_("left {after}"), "after"),
    "conflicted": (N_("conflict of interest {within}"), "in"),
    "heard": (N_("heard {within}"), "in"),
}


def attendance_facts(telling: Telling, changes: Sequence[Change]) -> Iterator[Fact]:
    """Yield the facts of what was noted about who takes part; what was only taken away is undone.

    `changes` are entries of one meeting's log. How a seat was taken at the opening has one entry, so that its going
    and its coming again are one change.
    """
    new = [change for change in changes if change.before is None and change.after.item is None]
    told_again = {_who(change.after) for change in new}
    if len(new) >= SHEET:
        yield telling.fact(new[0], "", tally((change.after.presence for change in new), telling.words))
    for change in changes:
        if change in new and len(new) >= SHEET:
            continue
        if change.after is None:
            if change.before.item is not None or _who(change.before) not in told_again:
                yield replace(_fact(telling, replace(change, before=None, after=change.before)), undone=True)
        else:
            yield _fact(telling, change)


def without_followers(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return changes without the entries of attendance that only followed their § to its new number.

    Nothing happened to who was heard at § 19, or had a conflict there, when the same § became § 20.
    """
    changes = tuple(changes)
    numbers = _renumbered(changes)
    gone, came = [], []
    for change in changes:
        if isinstance(change.before, Attendance) and change.after is None:
            gone.append(change)
        elif isinstance(change.after, Attendance) and change.before is None:
            came.append(change)
    followed: list[Change] = []
    for change in gone:
        number = numbers.get((change.record, change.before.item))
        again = change.before.model_copy(update={"item": number})
        pair = next((new for new in came if new.record == change.record and new.after == again), None)
        if number is not None and pair is not None:
            followed.extend((change, pair))
    return tuple(change for change in changes if change not in followed)


def _renumbered(changes: Iterable[Change]) -> dict[tuple[str, int | None], int]:
    """Return the new number of each § that only moved, by its meeting and its old number."""
    before: dict[tuple[str, object], int] = {}
    after: dict[tuple[str, object], int] = {}
    for change in changes:
        for item, found in ((change.before, before), (change.after, after)):
            if isinstance(item, Item):
                known = item.kind, item.heading, item.subjects, item.origin
                found[change.record, known] = item.number
    return {(key[0], number): after[key] for key, number in before.items() if key in after and after[key] != number}


def _who(entry: Attendance) -> tuple[str, str]:
    return entry.member, entry.guest


def _fact(telling: Telling, change: Change) -> Fact:
    entry: Attendance = change.after
    words = telling.words
    who = one_line(entry.guest) or telling.value("meetings.attendance", "member", entry.member)
    if change.before is not None:
        return telling.fact(change, "", f"{who}: {_corrected(words, change.before, entry)}")
    happened = _happened(words, entry)
    return telling.fact(change, "", f"{who} {happened}")


def _happened(words: Words, entry: Attendance) -> str:
    if entry.item is None:
        said = word(words, PRESENCE, entry.presence)
    else:
        text, relation = _HAPPENED[entry.presence]
        at = place(words, relation, entry.item)
        said = words.t(text, **{"within" if relation == "in" else relation: at})
    parts = [said]
    if entry.time is not None:
        parts.append(words.time(entry.time))
    if entry.deputy.strip():
        parts.append(words.t("by deputy"))
    return ", ".join(parts)


def _corrected(words: Words, before: Attendance, after: Attendance) -> str:
    """Return what changed in an entry that stays; who it was, by name, is not told."""
    told = []
    if before.deputy != after.deputy:
        told.append(words.t("by deputy") if after.deputy.strip() else words.t("no deputy"))
    if before.name != after.name:
        told.append(words.t("name noted") if after.name.strip() else words.t("name removed"))
    if before.time != after.time:
        told.append(words.time(after.time) if after.time else words.t("no time of day"))
    return ", ".join(told) or words.t("changed")
