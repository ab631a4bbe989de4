"""What of a meeting and its roadmap may be published: values without any internal field.

Exports for the public are written from these types only. A field that is not named here cannot leak:
internal notes, unknown keys of the file and who judged a level have no place in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time
    from decimal import Decimal

    from exporters.attendance import Sitting
    from model.halfyear import HalfYear
    from model.meeting import ItemKind, MeetingState
    from model.records import Basis, Kind, Status


@dataclass(frozen=True, slots=True)
class PublicMeasure:
    """A measure as the public may see it."""

    id: str
    title: str
    responsible: str
    start: HalfYear
    end: HalfYear
    status: Status
    kind: Kind = "project"
    is_learnt: bool = False
    """Whether it is a pilot that was stopped with its lesson."""


@dataclass(frozen=True, slots=True)
class Section:
    """A § of the meeting, handled or still planned."""

    number: int
    kind: ItemKind | None
    is_handled: bool
    heading: str
    subjects: tuple[PublicMeasure, ...]
    before: str
    """Where the matter was handled earlier: `2/2026 § 9`; empty for one that is new."""
    background: str
    proposal: str
    discussion: str
    outcome: str | None
    decision: str
    vote: str
    """`unanimous`, `4-2` or nothing."""
    has_nothing_to_enact: bool


@dataclass(frozen=True, slots=True)
class Task:
    """An action point that the meeting gave, with the § and the measure that it came from."""

    id: str
    task: str
    who: str
    due: date | None
    section: Section | None
    measure: PublicMeasure | None


@dataclass(frozen=True, slots=True)
class Rating:
    """A level that the meeting gave a viewpoint."""

    viewpoint: str
    before: Decimal | None
    value: Decimal
    basis: Basis
    target: Decimal | None
    reason: str


@dataclass(frozen=True, slots=True)
class Situation:
    """How the roadmap stands when the minutes of its latest meeting are written."""

    counts: Mapping[Status, int]
    """Empty in an extract."""
    late: tuple[PublicMeasure, ...]
    left: tuple[PublicMeasure, ...]
    """Measures that were due and got no outcome."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way of the minutes: its day, and who took it, where or why."""

    day: date
    said: str


@dataclass(frozen=True, slots=True)
class PublicMeeting:
    """All that the minutes of a meeting are written from."""

    organisation: str
    team: str
    sample: bool
    number: str
    date: date
    place: str
    chair: str
    secretary: str
    case: str
    publicity: str
    state: MeetingState
    checked: Step | None
    """When and by whom, or in which meeting, the minutes were checked."""
    published: Step | None
    """When and where they were published."""
    reopenings: tuple[Step, ...]
    """When and why checked minutes became a draft again."""
    opened: time | None
    closed: time | None
    sitting: Sitting
    """Who took part; people's names only where the roadmap has them printed."""
    sections: tuple[Section, ...]
    total: int
    """How many §§ the meeting has; more than `sections` where only one branch's were asked for."""
    branch: str
    """The branch whose matters these are; empty for all."""
    tasks: tuple[Task, ...]
    ratings: tuple[Rating, ...]
    unfunded: tuple[PublicMeasure, ...]
    """Measures begun in this meeting although the year's money has not been granted."""
    situation: Situation | None
    """None for an earlier meeting, where how things stood is not known any more, and for minutes that were checked:
    they no longer change, and the roadmap does."""
