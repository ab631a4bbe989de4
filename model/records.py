"""The records of a roadmap: frozen pydantic values, one class per table of the file.

Field names are the keys of the file; `KEY` names the fields by which diff, history and merge know a record again.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from model.conflict import Conflict
from model.halfyear import HalfYear, Year
from model.indicator import Indicator
from model.meeting import Meeting
from model.record import Record
from model.survey import Survey
from model.values import LIST, Counts, Event, Horizon, Ids, Level, Number

Kind = Literal["project", "procurement", "training", "pilot", "continuous"]
Status = Literal["planned", "active", "done", "dropped", "ready", "reassess"]
Basis = Literal["survey", "judgement"]
FundingState = Literal["not-needed", "applied", "proposed", "granted", "refused"]
Numbering = Literal["meeting", "year", "plain"]
Periods = Literal["half-years", "years"]
Document = Literal["memo", "minutes"]
Naming = Literal["roles", "names"]
Intranet = Literal["sharepoint", "teams", "wordpress", "confluence", "drupal", "other"]
APPROVES = ("add", "drop", "owner", "period", "target", "focus")
"""What the management team approves where the file does not say otherwise."""
OPEN: frozenset[Status] = frozenset({"planned", "active", "ready", "reassess"})


class Head(Record):
    """The `[roadmap]` table: what the roadmap is and whose."""

    KEY: ClassVar[tuple[str, ...]] = ()

    title: str
    organisation: str
    language: Literal["fi", "sv", "en"] = "fi"
    first: Horizon
    last: Horizon
    periods: Periods = "half-years"
    """The steps in which the schedule is shown; years are kept as their two halves."""
    team: str = ""
    owner: str = ""
    place: str = ""
    approver: str = ""
    numbering: Numbering = "meeting"
    document: Document = "memo"
    quorum: bool = False
    names: Naming = "roles"
    intranet: Intranet = "other"
    approves: Ids = APPROVES
    """What the approving body decides; the digital team decides the rest (`model.powers` knows the words)."""
    foreword: str = ""
    vision: str = ""
    operating_model: str = ""
    pilots: Annotated[int | None, Field(ge=0)] = None
    """How many pilots were planned."""
    ended: date | None = None
    """The day on which the programme was closed."""
    sample: bool = False

    @property
    def step(self) -> type[HalfYear]:
        """What the schedule goes by: `step.containing(day)` is the half-year, or the year, in which a day lies."""
        return Year if self.periods == "years" else HalfYear


class Scale(Record):
    """The `[scale]` table: the words of levels 1 to 5, in that order."""

    KEY: ClassVar[tuple[str, ...]] = ()

    words: Annotated[tuple[str, str, str, str, str], LIST]


class Approval(Record):
    """A body's approval of the roadmap or of a year's changes."""

    KEY: ClassVar[tuple[str, ...]] = ("body", "date")

    body: str
    date: date
    section: str = ""
    of: Literal["roadmap", "changes"] = "changes"
    commit: str = ""


class Sector(Record):
    """A branch of administration."""

    id: str
    name: str
    aliases: Ids = ()


class Member(Record):
    """A seat in the digital team: a role, never a person."""

    id: str
    role: str
    sector: str = ""
    deputy: str = ""
    task: str = ""


class Goal(Record):
    """A goal that measures serve."""

    id: str
    formerly: str = ""
    title: str
    description: str = ""
    theme: str = ""


class Score(Record):
    """A dated level of a viewpoint; survey and judgement are two inks and never mix."""

    KEY: ClassVar[tuple[str, ...]] = ("date", "basis")

    date: date
    value: Level
    basis: Basis
    n: int | None = None
    median: Level | None = None
    sd: Number | None = None
    counts: Counts = ()
    dont_know: int | None = None
    survey: str = ""
    by: str = ""
    meeting: str = ""
    item: int | None = None
    note: str = ""


class Target(Record):
    """A dated target level; only an approved one is in force."""

    KEY: ClassVar[tuple[str, ...]] = ("date", "state")

    date: date
    value: Level
    state: Literal["proposed", "approved", "refused"] = "approved"
    meeting: str = ""
    item: int | None = None
    note: str = ""


class Viewpoint(Record):
    """One of the viewpoints from which maturity is judged, with its dated levels."""

    id: str
    name: str
    short: str = ""
    scope: Literal["own", "city"]
    focus: bool = False
    aliases: Ids = ()
    scores: Annotated[tuple[Score, ...], LIST] = ()
    targets: Annotated[tuple[Target, ...], LIST] = ()

    @property
    def called(self) -> str:
        """Its short name, or the full one where it has none."""
        return self.short or self.name


class Funding(Record):
    """Money of a measure in a calendar year, in euros."""

    KEY: ClassVar[tuple[str, ...]] = ("year",)

    year: int
    amount: Number = Decimal(0)
    state: FundingState


class Move(Record):
    """A change of the half-year in which a measure ends, with its reason."""

    KEY: ClassVar[tuple[str, ...]] = ("date", "from_", "to")

    date: date
    from_: Annotated[HalfYear, Field(alias="from")]
    to: HalfYear
    reason: str = ""
    meeting: str = ""
    item: int | None = None


class LogEntry(Record):
    """A dated line in a measure's life."""

    KEY: ClassVar[tuple[str, ...]] = ("date", "event", "text")

    date: date
    event: Event = "note"
    text: str = ""
    meeting: str = ""
    item: int | None = None
    unfunded: bool = False
    """Whether a measure was started although the year's appropriation had not been granted then."""
    proposes: Literal["moved", "dropped"] | None = None
    """What was proposed onwards: that takes effect when it is approved."""
    to: HalfYear | None = None
    """The half-year to which a move was proposed."""
    reason: str = ""
    """Why it was proposed."""


class Measure(Record):
    """A measure (*toimenpide*) scheduled by half-years."""

    id: str
    formerly: str = ""
    title: str
    kind: Kind = "project"
    goals: Ids = ()
    viewpoints: Ids = ()
    indicators: Ids = ()
    sectors: Ids = ()
    services: Ids = ()
    """The outside services that it depends on."""
    responsible: str = ""
    helpers: Ids = ()
    start: HalfYear
    end: HalfYear
    status: Status = "planned"
    needs: str = ""
    evidence: str = ""
    continuation: str = ""
    """What becomes of a pilot after the programme, and by whom."""
    home: str = ""
    """Where what was taken into use lives now: a body, an instruction, a process."""
    lesson: str = ""
    """What was learnt from a pilot that was stopped."""
    public: str = ""
    internal: str = ""
    funding: Annotated[tuple[Funding, ...], LIST] = ()
    moves: Annotated[tuple[Move, ...], LIST] = ()
    log: Annotated[tuple[LogEntry, ...], LIST] = ()

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done: neither done nor dropped."""
        return self.status in OPEN

    @property
    def is_learnt(self) -> bool:
        """Whether it is a pilot that was stopped with its lesson: that is completed work, not a failure."""
        return self.kind == "pilot" and self.status == "dropped" and bool(self.lesson.strip())


class Service(Record):
    """An outside service that measures depend on, and the day on which it ends."""

    id: str
    name: str
    provider: str = ""
    ends: date | None = None
    note: str = ""


class Proposal(Record):
    """A matter put forward between the meetings; the next agenda takes it up."""

    id: str
    formerly: str = ""
    heading: str
    background: str = ""
    proposal: str = ""
    by: str = ""
    date: date


TABLES: dict[str, type[Record]] = {
    "approvals": Approval,
    "sectors": Sector,
    "members": Member,
    "goals": Goal,
    "viewpoints": Viewpoint,
    "surveys": Survey,
    "indicators": Indicator,
    "services": Service,
    "measures": Measure,
    "meetings": Meeting,
    "proposals": Proposal,
    "conflicts": Conflict,
}
"""The arrays of tables of the file, in the order in which a new file has them."""


def kind_of(table: str) -> type[Record]:
    """Return the class of a table's records."""
    return Head if table == "roadmap" else Scale if table == "scale" else TABLES[table]
