"""One change for who reads it by itself: what it is about, and both values, of an entry only what differs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exporters.indicators import amount, period
from exporters.numbering import item_label
from exporters.terms import capital, field_name, table_name
from exporters.values import NOTHING, group_name, name_of, record_name, value
from model.diff import key_of_field, value_of
from model.indicator import Indicator, YearValue
from model.indicators import period_of
from model.meeting import Item
from model.record import Record
from model.suppression import secret_fields
from model.survey import Group
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.words import Words
    from model.diff import Change
    from model.roadmap import Roadmap

_APART = "   "


@dataclass(frozen=True, slots=True)
class Naming:
    """The language, the roadmap that names the records, and the one in which those may be that it has no more."""

    words: Words
    roadmap: Roadmap
    then: Roadmap | None = None

    def record(self, change: Change) -> str:
        """Return what a change is about: a measure by its id and title, any other record by its table and name."""
        table = capital(table_name(self.words, change.table))
        known = self.roadmap if self.roadmap.find(change.table, change.record) else self.then or self.roadmap
        called = record_name(known, change.table, change.record)
        if not change.record:
            return table
        if change.table != "measures":
            return f"{table} {called}"
        return one_line(f"{change.record} {called}") if called != change.record else one_line(called)

    def field(self, change: Change) -> str:
        """Return which part of it: a field, an entry by what tells it apart (`§ 6`, a year, a day), or nothing more."""
        if change.field is None:
            return self.words.t("added") if change.after else self.words.t("removed")
        entry = change.after or change.before
        if isinstance(entry, Item):
            return item_label(self.roadmap.head, entry.number)
        name = field_name(self.words, change.field)
        if change.key is None:
            return name
        if isinstance(entry, YearValue):
            name = self.words.t("target") if change.field == "targets" else name
            return f"{name} {period(self.words, period_of(entry))}"
        if isinstance(entry, Group):
            return f"{name} {group_name(self.roadmap, entry)}"
        first = value(self.words, self.roadmap, (f"{change.table}.{change.field}", entry.KEY[0]), of=change.key[0])
        return f"{name} {first}"

    def value(self, change: Change, of: object) -> str:
        """Return one of the values; of an entry that only changed, the fields that did."""
        if isinstance(of, YearValue):
            return self._figure(change, of)
        if isinstance(of, tuple) and of and isinstance(of[0], Record):
            return "; ".join(self._whole(replace(change, before=None, after=None), one) for one in of)
        if isinstance(of, Record) and secret_fields(of):
            return self.words.t("not shown")
        if isinstance(of, Record):
            return _APART.join(self._parts(change, of)) or NOTHING if change.field else name_of(of)
        return value(self.words, self.roadmap, (change.table, change.field or ""), of=of, limit=None) if of else NOTHING

    def _figure(self, change: Change, of: YearValue) -> str:
        """Return the value of an indicator with its unit, and its note where only that differs."""
        found = (self.then or self.roadmap).find(change.table, change.record)
        indicator = found if isinstance(found, Indicator) else Indicator(id="", title="")
        said = amount(self.words, indicator, of.value)
        is_noted = change.before and change.after and change.before.value == change.after.value
        return f"{said} {self.words.quoted(of.note)}" if is_noted and of.note.strip() else said

    def _whole(self, change: Change, of: Record) -> str:
        """Return one entry of a list that is told as a whole."""
        if isinstance(of, YearValue):
            return f"{self._figure(change, of)} ({period(self.words, period_of(of))})"
        return _APART.join(self._parts(replace(change, before=None, after=of), of))

    def _parts(self, change: Change, of: Record) -> Iterator[str]:
        other = change.before if of is change.after else change.after
        for key, part in of:
            named = key_of_field(type(of), key)
            if other is None and part in (None, "", (), False):
                continue
            if other is None or value_of(other, key) != part:
                shown = value(self.words, self.roadmap, (f"{change.table}.{change.field}", named), of=part, limit=None)
                yield f"{field_name(self.words, named)}: {shown}"
