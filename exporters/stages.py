"""Facts about the stages of minutes, each told as one: checked by whom, published where, reopened why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.facts import Fact
from model.diff import inverted
from model.meeting import Reopening
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.facts import Telling
    from model.diff import Change

_FIELDS = frozenset({"state", "checked", "checked_by", "published", "published_to", "digest", "reopenings"})
_ORDER = ("draft", "checked", "published")


def stage_changes(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes of one record that bring minutes to another stage, or to another place of publishing."""
    found = tuple(change for change in changes if change.table == "meetings" and change.field in _FIELDS)
    return found if any(change.field in ("state", "published", "published_to") for change in found) else ()


def stage_fact(telling: Telling, changes: Sequence[Change]) -> Fact:
    """Return the fact of a change of stage; what goes back without being reopened was undone."""
    if _goes_back(changes):
        fact = stage_fact(telling, inverted(changes))
        return Fact(fact.record, fact.what, fact.detail, fact.aside, undone=True, id=fact.id, table=fact.table)
    words, after = telling.words, {change.field: change.after for change in changes}
    trace = next((entry for entry in after.values() if isinstance(entry, Reopening)), None)
    what, detail, aside = words.t("published"), "", ""
    if trace:
        what, aside = words.t("reopened"), words.quoted(trace.reason)
    elif after.get("state") == "checked":
        what = words.t("checked")
        detail = _joined(telling, after.get("checked"), after.get("checked_by"))
    else:
        detail = _joined(telling, after.get("published"), after.get("published_to"))
    name = words.t("Minutes {number}", number=one_line(changes[0].record))
    return Fact(name, what, detail, aside, id=changes[0].record, table=changes[0].table)


def _goes_back(changes: Sequence[Change]) -> bool:
    if any(isinstance(change.before, Reopening) and change.after is None for change in changes):
        return True
    if any(isinstance(change.after, Reopening) for change in changes):
        return False
    states = [(change.before, change.after) for change in changes if change.field == "state"]
    return any(_rank(after) < _rank(before) for before, after in states)


def _rank(state: object) -> int:
    """Return how far a state is; the file leaves the first one out."""
    return _ORDER.index(str(state)) if state in _ORDER else 0


def _joined(telling: Telling, day: object, who: object) -> str:
    shown = (telling.value("meetings", "checked", day) if day else "", one_line(str(who)) if who else "")
    return ", ".join(part for part in shown if part)
