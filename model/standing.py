"""Where the roadmap stands in a half-year: what is late, due and starting, and how far we are.

All of it is computed here and nowhere else, so a total is the same on screen, in the minutes and in JSON.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, get_args

from model.records import Measure, Status
from model.search import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from model.halfyear import HalfYear
    from model.meeting import Item, ItemKind, Meeting
    from model.roadmap import Roadmap

STATUSES: tuple[Status, ...] = get_args(Status)
_WALKED: frozenset[ItemKind | None] = frozenset({None, "measure"})
"""The kinds of § that give measures their outcomes in the walk; one that only names them does not."""
_ASSESSED: frozenset[Status] = frozenset({"ready", "reassess"})
FUNDED = frozenset({"granted", "not-needed"})


class Standing(NamedTuple):
    """The measures of a roadmap as they stand in one half-year, each group by end and id."""

    # Made in a fifth of the time of a frozen dataclass, as are the other values on the way to the first screen.

    half: HalfYear
    late: tuple[Measure, ...]
    """Open ones whose last half-year is over."""
    ending: tuple[Measure, ...]
    """Open ones that end in this half-year."""
    starting: tuple[Measure, ...]
    """Planned ones that should have started by now."""
    upcoming: tuple[Measure, ...]
    """Planned ones that start in the next half-year."""
    ongoing: tuple[Measure, ...]
    """The other open ones."""
    done: tuple[Measure, ...]
    """With them the pilots that were stopped with their lesson."""
    dropped: tuple[Measure, ...]

    @property
    def due(self) -> tuple[Measure, ...]:
        """What the team walks through: the late ones and those that end now."""
        return self.late + self.ending


def standing(roadmap: Roadmap, half: HalfYear) -> Standing:
    """Sort the measures into the groups of a half-year; each measure is in exactly one group.

    In a roadmap that goes by years they are those of the year in which the half-year lies.
    """
    half = roadmap.head.step(half)
    groups: dict[str, list[Measure]] = {name: [] for name in Standing._fields}
    for measure in sorted(roadmap.measures, key=lambda m: (m.end, sort_key(m.id))):
        groups[_group(measure, half)].append(measure)
    return Standing(half, **{name: tuple(found) for name, found in groups.items() if name != "half"})


def _group(measure: Measure, half: HalfYear) -> str:
    if not measure.is_open:
        return _over(measure)
    if is_late(measure, half):
        return "late"
    if half.covers(measure.end) and measure.kind != "continuous":
        return "ending"
    if measure.status == "planned" and measure.start <= half.ends:
        return "starting"
    if measure.status == "planned" and half.shifted(1).covers(measure.start):
        return "upcoming"
    return "ongoing"


def _over(measure: Measure) -> Status:
    return "done" if measure.is_learnt else measure.status


def is_late(measure: Measure, half: HalfYear) -> bool:
    """Whether an open measure's last half-year is over; a continuous one has no end to miss.

    A pilot that was assessed is not late once it is written how it goes on: its trial is over, and a programme that was
    closed leaves it so.
    """
    is_settled = measure.status in _ASSESSED and bool(measure.continuation.strip())
    return measure.is_open and measure.kind != "continuous" and measure.end < half and not is_settled


def counts(roadmap: Roadmap) -> Mapping[Status, int]:
    """Return how many measures have each status, every status named; a pilot stopped with its lesson is done work."""
    found = Counter(_over(measure) for measure in roadmap.measures)
    return {status: found[status] for status in STATUSES}


def lacks_money(measure: Measure, year: int) -> bool:
    """Whether a year's appropriation is recorded but neither granted nor unneeded."""
    return any(fund.year == year and fund.state not in FUNDED for fund in measure.funding)


class Walk(NamedTuple):
    """The walk through the due measures in a meeting: what has been handled and what is left."""

    handled: tuple[tuple[str, Item], ...]
    """The measure's id and its §, in the order of the §§."""
    left: tuple[Measure, ...]
    """The measures still to be handled, the late ones first."""

    @property
    def total(self) -> int:
        """How many measures the walk has in all."""
        return len(self.handled) + len(self.left)

    def current(self, parked: Iterable[str] = ()) -> Measure | None:
        """Return the measure whose turn it is: a parked one only when no other is left."""
        aside = list(parked)
        waiting = [measure for measure in self.left if measure.id not in aside]
        if waiting:
            return waiting[0]
        return min(self.left, key=lambda m: aside.index(m.id), default=None)


def walk(roadmap: Roadmap, half: HalfYear, meeting: Meeting | None) -> Walk:
    """Return the walk of a half-year as the meeting's §§ and today's schedule tell it.

    An open measure that waits under a § of its own is walked, too, where the schedule has changed since the agenda
    was made: somebody else may have moved its end meanwhile.
    """
    items = meeting.items if meeting else ()
    handled = tuple(
        (subject, item)
        for item in items
        if is_walked(item)
        for subject in item.subjects
        if roadmap.find("measures", subject)
    )
    names = {subject for subject, _ in handled}
    left = {measure.id: measure for measure in standing(roadmap, half).due if measure.id not in names}
    waiting = (roadmap.find("measures", item.subjects[0]) for item in items if _waits(item))
    left |= {m.id: m for m in waiting if isinstance(m, Measure) and m.is_open and m.id not in names | left.keys()}
    return Walk(handled, tuple(left.values()))


def _waits(item: Item) -> bool:
    return item.kind == "measure" and not item.is_handled and len(item.subjects) == 1


def is_walked(item: Item) -> bool:
    """Whether a § gives measures their outcome in the walk; of those that come back one about a single measure does."""
    is_own = item.kind in _WALKED or (item.kind == "carried" and len(item.subjects) == 1)
    return is_own and item.outcome not in (None, "note", "score")


def open_meeting(roadmap: Roadmap) -> Meeting | None:
    """Return the meeting that runs or comes next: a draft that has not been closed; the one under way first."""
    drafts = [meeting for meeting in roadmap.meetings if meeting.state == "draft" and meeting.closed is None]
    return min(drafts, key=lambda m: (m.opened is None, m.date), default=None)


def was_held(meeting: Meeting) -> bool:
    """Whether a meeting has begun; one whose minutes were checked has, even where no hour is recorded."""
    return meeting.opened is not None or meeting.state != "draft"


def latest_meeting(roadmap: Roadmap) -> Meeting | None:
    """Return the meeting that has begun last, else the last one of the file."""
    begun = [meeting for meeting in roadmap.meetings if was_held(meeting)]
    return max(begun or roadmap.meetings, key=_when, default=None)


def last_closed(roadmap: Roadmap) -> Meeting | None:
    """Return the last meeting that is over: it was closed, or its minutes are no draft any more."""
    over = (one for one in roadmap.meetings if one.closed is not None or one.state != "draft")
    return max(over, key=_when, default=None)


def meetings_before(roadmap: Roadmap, meeting: Meeting) -> tuple[Meeting, ...]:
    """Return the meetings that were held before another one, the latest first."""
    held = (one for one in roadmap.meetings if was_held(one) and one.date < meeting.date)
    return tuple(sorted(held, key=_when, reverse=True))


def _when(meeting: Meeting) -> tuple[object, ...]:
    return meeting.date, sort_key(meeting.number)


def unfinished(roadmap: Roadmap) -> tuple[Meeting, ...]:
    """Return the meetings whose minutes wait for something, the oldest first: to be closed, checked or published."""
    begun = (m for m in roadmap.meetings if m.opened is not None and m.state != "published")
    return tuple(sorted(begun, key=lambda m: m.date))
