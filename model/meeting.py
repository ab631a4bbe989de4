"""The records of a meeting: the meeting itself, its §§ from the agenda to the decision, who was there, its tasks.

An agenda and the minutes are the same §§ in two states: a § with a kind and without an outcome is planned.
"""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, ClassVar, Literal

from model.record import Record
from model.values import LIST, Ids

Day = date
Clock = time
"""The types, where a field has their name."""
Presence = Literal["present", "remote", "absent", "late", "left", "conflicted", "heard"]
MeetingState = Literal["draft", "checked", "published"]
ItemKind = Literal[
    "opening",
    "quorum",
    "agenda",
    "previous",
    "status",
    "measure",
    "starting",
    "carried",
    "season",
    "indicators",
    "service",
    "proposed",
    "other",
    "next",
    "closing",
]
Outcome = Literal[
    "done",
    "continues",
    "moved",
    "dropped",
    "ready",
    "reassess",
    "not-handled",
    "score",
    "note",
    "approved",
    "noted",
    "agreed",
    "decided",
    "proposed",
    "appointed",
    "returned",
    "tabled",
    "withdrawn",
    "nothing",
]
Enactment = Literal["open", "under-way", "done", "none"]
"""How far a decision has been put into practice; `none` says that there is nothing to put into practice."""


class Attendance(Record):
    """How a member (or, by name, a guest) took part in a meeting: a log, from which the list is computed.

    An entry without § tells how somebody took part from the opening on. One with a § tells what happened at it:
    `late` arrived, `left` left after it, `present` or `remote` came back, `conflicted` was away for this § alone,
    `heard` was heard as a guest. `model.presence` computes from it who was there at which §.
    """

    KEY: ClassVar[tuple[str, ...]] = ("member", "guest", "item", "presence")

    member: str = ""
    guest: str = ""
    presence: Presence = "present"
    item: int | None = None
    time: Clock | None = None
    name: str = ""
    deputy: str = ""


class Item(Record):
    """A numbered § of a meeting, planned or handled."""

    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    formerly: int | None = None
    kind: ItemKind | None = None
    heading: str = ""
    subjects: Ids = ()
    origin: str = ""
    background: str = ""
    proposal: str = ""
    discussion: str = ""
    outcome: Outcome | None = None
    decision: str = ""
    vote: str = ""
    enactment: Enactment | None = None
    enacted: Day | None = None
    minutes: int | None = None
    begun: Clock | None = None
    internal: str = ""

    @property
    def is_handled(self) -> bool:
        """Whether something was decided or, where there is nothing to decide, told; a planned § waits for it."""
        if self.kind is None or self.outcome or self.decision.strip():
            return True
        return self.kind in ("opening", "closing") and bool(self.background.strip())


class Action(Record):
    """A task (*tehtävä*) given in a meeting."""

    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    formerly: int | None = None
    task: str
    who: str = ""
    due: date | None = None
    state: Literal["open", "done", "dropped"] = "open"
    done: Day | None = None
    item: int | None = None
    subject: str = ""


class Reopening(Record):
    """The trace of checked minutes that were opened again."""

    KEY: ClassVar[tuple[str, ...]] = ("date", "reason")

    date: Day
    reason: str
    by: str = ""


class Meeting(Record):
    """A meeting of the digital team, known by its number `3/2026`."""

    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: str
    formerly: str = ""
    date: Day
    starts: Clock | None = None
    ends: Clock | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""
    case: str = ""
    publicity: str = ""
    state: MeetingState = "draft"
    opened: Clock | None = None
    closed: Clock | None = None
    checked: Day | None = None
    checked_by: str = ""
    published: Day | None = None
    published_to: str = ""
    digest: str = ""
    attendance: Annotated[tuple[Attendance, ...], LIST] = ()
    items: Annotated[tuple[Item, ...], LIST] = ()
    actions: Annotated[tuple[Action, ...], LIST] = ()
    reopenings: Annotated[tuple[Reopening, ...], LIST] = ()
