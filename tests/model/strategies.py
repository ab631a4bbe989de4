"""Generated roadmaps and edits: every table and list, odd texts, twice-used keys, keys that nobody knows."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from model.conflict import Conflict
from model.halfyear import HalfYear
from model.indicator import Indicator, YearValue
from model.meeting import Action, Attendance, Enactment, Item, ItemKind, Meeting, Outcome, Presence, Reopening
from model.records import (
    TABLES,
    Approval,
    Basis,
    Funding,
    FundingState,
    Goal,
    Head,
    Kind,
    LogEntry,
    Measure,
    Member,
    Move,
    Proposal,
    Scale,
    Score,
    Sector,
    Service,
    Status,
    Target,
    Viewpoint,
)
from model.roadmap import Roadmap, record_id
from model.survey import Group, Survey
from model.values import Event

if TYPE_CHECKING:
    from model.record import Record

ODD = [
    "",
    " ",
    "ä",
    "[red]",
    "[/]",
    "§ 5",
    '"',
    "'''",
    '"""',
    "\\",
    "#",
    "=",
    "rivi\nrivi",
    "\t",
    "–",
    "👩\u200d🏫",
    "1",
]
texts = st.sampled_from(ODD) | st.text(max_size=8)
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
halves = st.builds(HalfYear.of, st.integers(2025, 2027), st.sampled_from([1, 2]))
names = st.builds("{}{:02}".format, st.sampled_from("TMK"), st.integers(1, 40))
ids = st.lists(names, max_size=2).map(tuple)
sums = st.decimals(-1000, 100_000, places=2)
levels = st.decimals(1, 5, places=1)
items = st.one_of(st.none(), st.integers(1, 12))
numbers = st.sampled_from(["", "1/2026", "2/2026"])
years = st.integers(2025, 2027)
values = st.one_of(texts, st.integers(-5, 5), st.booleans(), st.just(Decimal("1.5")), days, st.lists(st.integers(0, 3)))
unknown: st.SearchStrategy[dict[str, Any]] = (
    st.just({})
    | st.just({})
    | st.dictionaries(st.sampled_from(["oma", "väri", "x y", "copy", "is_open"]), values, max_size=1)
)
"""Keys that this program does not know, as they may stand in anybody's file."""


def one_of(words: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a Literal is no type of its own
    """Return one of a closed set of words."""
    return st.sampled_from(get_args(words))


@st.composite
def made(draw: st.DrawFn, kind: type[Record], /, **fields: st.SearchStrategy[Any]) -> Any:  # noqa: ANN401 - any record
    """Return a record of a class with drawn fields and, now and then, an unknown key."""
    return kind.model_validate({name: draw(strategy) for name, strategy in fields.items()} | draw(unknown))


def listed(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return a few entries of a nested list, no key twice."""
    return st.lists(strategy, max_size=most, unique_by=entry_key).map(tuple)


def entry_key(entry: Record) -> tuple[object, ...]:
    """Return what identifies an entry in its list."""
    return tuple(getattr(entry, name) for name in entry.KEY)


near_days = st.sampled_from([date(2026, 3, 10), date(2026, 9, 1)])
scores = made(Score, date=near_days, value=levels, basis=one_of(Basis), n=st.none() | st.integers(0, 300), note=texts)
targets = made(Target, date=near_days, value=levels, state=st.sampled_from(["proposed", "approved"]))
year_values = made(YearValue, year=years, half=st.integers(0, 2), value=sums, note=texts)
groups = made(
    Group,
    viewpoint=names,
    sector=names,
    n=st.none() | st.integers(5, 99),
    mean=st.none() | levels,
    hidden=st.booleans(),
)
funding = made(Funding, year=years, amount=sums, state=one_of(FundingState))
moves = made(Move, date=near_days, from_=halves, to=halves, reason=texts, meeting=numbers, item=items)
log = made(
    LogEntry, date=near_days, event=one_of(Event), text=texts, meeting=numbers, item=items, unfunded=st.booleans()
)
attendance = made(Attendance, member=names, presence=one_of(Presence), item=items, deputy=texts)
agenda = made(
    Item,
    number=st.integers(1, 4),
    kind=st.none() | one_of(ItemKind),
    heading=texts,
    subjects=ids,
    discussion=texts,
    outcome=st.none() | one_of(Outcome),
    enactment=st.none() | one_of(Enactment),
)
actions = made(Action, number=st.integers(1, 4), task=texts, who=texts, due=st.none() | days, item=items)

reopenings = made(Reopening, date=near_days, reason=texts, by=texts)

RECORDS: dict[str, st.SearchStrategy[Any]] = {
    "approvals": made(Approval, body=texts, date=days, section=texts),
    "sectors": made(Sector, id=names, name=texts),
    "members": made(Member, id=names, role=texts, deputy=texts),
    "goals": made(Goal, id=names, title=texts, description=texts),
    "viewpoints": made(
        Viewpoint,
        id=names,
        name=texts,
        scope=st.sampled_from(["own", "city"]),
        focus=st.booleans(),
        aliases=ids,
        scores=listed(scores),
        targets=listed(targets),
    ),
    "surveys": made(
        Survey, id=names, name=texts, date=days, responses=st.none() | st.integers(0, 99), groups=listed(groups)
    ),
    "services": made(Service, id=names, name=texts, ends=st.none() | days),
    "indicators": made(
        Indicator, id=names, title=texts, goals=ids, values=listed(year_values), targets=listed(year_values)
    ),
    "measures": made(
        Measure,
        id=names,
        title=texts,
        kind=one_of(Kind),
        status=one_of(Status),
        start=halves,
        end=halves,
        helpers=ids,
        public=texts,
        funding=listed(funding),
        moves=listed(moves),
        log=listed(log, most=4),
    ),
    "meetings": made(
        Meeting,
        number=st.builds("{}/{}".format, st.integers(1, 4), years),
        date=days,
        place=texts,
        opened=st.none() | st.times(time(8), time(16)).map(lambda t: t.replace(microsecond=0)),
        attendance=listed(attendance),
        items=listed(agenda),
        actions=listed(actions),
        reopenings=listed(reopenings),
    ),
    "proposals": made(Proposal, id=names, heading=texts, background=texts, date=days),
    "conflicts": made(
        Conflict,
        id=st.builds("R{}".format, st.integers(1, 9)),
        table=st.just("measures"),
        record=names,
        field=st.sampled_from(["", "end", "title"]),
        base=st.none() | values,
        ours=st.none() | values,
        theirs=st.none() | values | st.just({"id": "T01", "log": [{"text": "a\nb"}]}),
        ours_by=texts,
        date=st.none() | days,
    ),
}
"""For each table of the file, one record of it."""

heads = made(Head, title=texts, organisation=texts, first=halves, last=halves, vision=texts, sample=st.booleans())
scales = st.tuples(*[texts] * 5).map(lambda words: Scale(words=words))


def roadmaps(most: int = 2) -> st.SearchStrategy[Roadmap]:
    """Return roadmaps with a few records in each table, no id used twice."""
    tables = {name: st.lists(record, max_size=most, unique_by=record_id).map(tuple) for name, record in RECORDS.items()}
    return st.builds(Roadmap, head=heads, scale=scales, **tables)


Pair = tuple[Roadmap, Roadmap]


@st.composite
def edits(draw: st.DrawFn, before: Roadmap) -> Roadmap:
    """Return the roadmap after up to five edits of any kind.

    What is in both keeps its order, which a difference does not tell: nothing that has gone comes back elsewhere.
    """
    after = before
    for _ in range(draw(st.integers(0, 5))):
        table = draw(st.sampled_from([*TABLES, "measures", "meetings"]))
        how = draw(st.sampled_from([_added, _removed, _edited, _edited, _head]))
        after = draw(how((before, after), table))
    return after


@st.composite
def _added(draw: st.DrawFn, pair: Pair, table: str) -> Roadmap:
    before, after = pair
    record = draw(RECORDS[table])
    at = draw(st.none() | st.integers(0, len(after.table(table))))
    taken = before.find(table, record_id(record)) or after.find(table, record_id(record))
    return after if taken else after.adding(table, record, at=at)


@st.composite
def _removed(draw: st.DrawFn, pair: Pair, table: str) -> Roadmap:
    _, after = pair
    records = after.table(table)
    return after.without(table, record_id(draw(st.sampled_from(records)))) if records else after


@st.composite
def _edited(draw: st.DrawFn, pair: Pair, table: str) -> Roadmap:
    """Give a record some fields of another one; it keeps its id."""
    before, after = pair
    records = after.table(table)
    if not records:
        return after
    record, other = draw(st.sampled_from(records)), draw(RECORDS[table])
    old = before.find(table, record_id(record)) or record
    fields = {name: getattr(record, name) for name in type(record).model_fields}
    for name in draw(st.lists(st.sampled_from(list(fields)), max_size=3)):
        if nested(name):
            fields[name] = draw(_entries(getattr(old, name), fields[name], getattr(other, name)))
        elif name not in record.KEY:
            fields[name] = getattr(other, name)
    extra = draw(st.sampled_from([record.model_extra, other.model_extra])) or {}
    return after.replacing(table, type(record).model_construct(**fields, **extra))


def nested(name: str) -> bool:
    """Whether a field holds a list of records."""
    return name in {
        "scores",
        "targets",
        "values",
        "funding",
        "moves",
        "log",
        "attendance",
        "items",
        "actions",
        "reopenings",
    }


@st.composite
def _entries(draw: st.DrawFn, *lists: tuple[Record, ...]) -> tuple[Record, ...]:
    """Drop some of a list's entries, change some, and put new ones anywhere."""
    first, now, other = lists
    new = {entry_key(entry): entry for entry in other}
    entries = [new.get(entry_key(entry), entry) for entry in now if draw(st.booleans())]
    taken = {entry_key(entry) for entry in (*first, *now)}
    for key, entry in new.items():
        if key not in taken:
            entries.insert(draw(st.integers(0, len(entries))), entry)
    return tuple(entries)


@st.composite
def _head(draw: st.DrawFn, pair: Pair, table: str) -> Roadmap:
    _, after = pair
    single = "scale" if table < "measures" else "roadmap"
    return after.replacing(single, draw(scales if single == "scale" else heads))


@st.composite
def edited_pairs(draw: st.DrawFn) -> Pair:
    """Return a roadmap and what some edits made of it."""
    before = draw(roadmaps())
    return before, draw(edits(before))
