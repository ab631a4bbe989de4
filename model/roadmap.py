"""The roadmap: all records of a file as one frozen value."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BaseModel, ConfigDict

from model.conflict import Conflict
from model.indicator import Indicator
from model.meeting import Meeting
from model.records import (
    TABLES,
    Approval,
    Goal,
    Head,
    Measure,
    Member,
    Proposal,
    Scale,
    Sector,
    Service,
    Viewpoint,
)
from model.survey import Survey
from model.values import LIST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from model.record import Record

SCHEMA = 1
"""The newest file format that this program reads and the one that it writes."""

_FINNISH_SCALE = Scale(words=("heikko", "välttävä", "tyydyttävä", "hyvä", "erinomainen"))


class NoSuchRecordError(LookupError):
    """There is no record with this id in the table."""

    def __init__(self, table: str, record: str) -> None:
        """Remember which record was asked for."""
        super().__init__(table, record)
        self.table = table
        self.record = record


class Roadmap(BaseModel):
    """A roadmap: its head, the scale of levels and the records of each table, in the file's order."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)

    head: Head
    scale: Scale = _FINNISH_SCALE
    approvals: Annotated[tuple[Approval, ...], LIST] = ()
    sectors: Annotated[tuple[Sector, ...], LIST] = ()
    members: Annotated[tuple[Member, ...], LIST] = ()
    goals: Annotated[tuple[Goal, ...], LIST] = ()
    viewpoints: Annotated[tuple[Viewpoint, ...], LIST] = ()
    surveys: Annotated[tuple[Survey, ...], LIST] = ()
    indicators: Annotated[tuple[Indicator, ...], LIST] = ()
    services: Annotated[tuple[Service, ...], LIST] = ()
    measures: Annotated[tuple[Measure, ...], LIST] = ()
    meetings: Annotated[tuple[Meeting, ...], LIST] = ()
    proposals: Annotated[tuple[Proposal, ...], LIST] = ()
    conflicts: Annotated[tuple[Conflict, ...], LIST] = ()

    def table(self, name: str) -> tuple[Record, ...]:
        """Return the records of a table in the file's order; `roadmap` and `scale` hold one each."""
        if name in SINGLE:
            return (getattr(self, SINGLE[name]),)
        records: tuple[Record, ...] = getattr(self, name)
        return records

    def record(self, table: str, record: str) -> Record:
        """Return a record by its id; raise NoSuchRecordError."""
        found = self.find(table, record)
        if found is None:
            raise NoSuchRecordError(table, record)
        return found

    def find(self, table: str, record: str) -> Record | None:
        """Return a record by its id, or None."""
        known = self._index.get(table)
        if known is None:
            if table not in TABLES and table not in SINGLE:
                return None
            known = self._index[table] = by_name(self.table(table))
        return known.get(record)

    def measure(self, record: str) -> Measure:
        """Return a measure by its id; raise NoSuchRecordError."""
        found = self.record("measures", record)
        assert isinstance(found, Measure)
        return found

    def viewpoint(self, record: str) -> Viewpoint:
        """Return a viewpoint by its id; raise NoSuchRecordError."""
        found = self.record("viewpoints", record)
        assert isinstance(found, Viewpoint)
        return found

    def meeting(self, number: str) -> Meeting:
        """Return a meeting by its number `3/2026`; raise NoSuchRecordError."""
        found = self.record("meetings", number)
        assert isinstance(found, Meeting)
        return found

    def replacing(self, table: str, record: Record, *, name: str | None = None) -> Self:
        """Return the roadmap with the record in place of the one with the same id; raise NoSuchRecordError.

        `name` tells which one is meant where two have that id (see `by_name`).
        """
        old = self.record(table, record_id(record) if name is None else name)
        if table in SINGLE:
            return self.model_copy(update={SINGLE[table]: record})
        kept = tuple(record if other is old else other for other in self.table(table))
        return self.model_copy(update={table: kept})

    def adding(self, table: str, record: Record, *, at: int | None = None) -> Self:
        """Return the roadmap with one record more, last in its table unless `at` says where."""
        records = list(self.table(table))
        records.insert(len(records) if at is None else at, record)
        return self.model_copy(update={table: tuple(records)})

    def without(self, table: str, record: str) -> Self:
        """Return the roadmap without a record; raise NoSuchRecordError."""
        gone = self.record(table, record)
        return self.model_copy(update={table: tuple(other for other in self.table(table) if other is not gone)})

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with some tables replaced; the copy makes an index of its own."""
        copy = super().model_copy(update=update, deep=deep)
        copy.__dict__.pop("_index", None)
        return copy

    @cached_property
    def _index(self) -> dict[str, dict[str, Record]]:
        """The records by id, of the tables in which one has been looked for."""
        return {}


SINGLE = {"roadmap": "head", "scale": "scale"}
"""Tables that hold a single record, and the field in which the roadmap keeps it."""


def record_id(record: Record) -> str:
    """Return what identifies a record in its table: `T07`, `3/2026`, `` for a single one."""
    if len(record.KEY) == 1:
        return str(getattr(record, record.KEY[0]))
    return " ".join(str(getattr(record, name)) for name in record.KEY)


def by_name(records: Sequence[Record]) -> dict[str, Record]:
    """Return the records by id; where a file has an id twice, the second is `T07'`, so that neither is lost."""
    named = {record_id(record): record for record in records}
    if len(named) == len(records):
        return named
    named = {}
    for record in records:
        name = record_id(record)
        while name in named:
            name += "'"
        named[name] = record
    return named
