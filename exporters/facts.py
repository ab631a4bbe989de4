"""What changed, as short facts: which record, what happened to it, the detail, and somebody's own words.

The sentence of the history, the commit's subject and the label of undo are three ways to print one fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.terms import capital, table_name
from exporters.values import record_name, value
from exporters.words import NN_
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words
    from model.diff import Change
    from model.roadmap import Roadmap

ARROW = " → "
HAPPENED: Mapping[str, tuple[str, str]] = {
    "started": NN_("{who} started", "{who} started"),
    "continues": NN_("{who} continues", "{who} continue"),
    "done": NN_("{who} marked done", "{who} marked done"),
    "moved": NN_("{who} postponed", "{who} postponed"),
    "advanced": NN_("{who} brought forward", "{who} brought forward"),
    "dropped": NN_("{who} discontinued", "{who} discontinued"),
    "in-use": NN_("{who} taken into use", "{who} taken into use"),
    "ready": NN_("{who} found ready for use", "{who} found ready for use"),
    "reassess": NN_("{who} to be reassessed", "{who} to be reassessed"),
    "stopped": NN_("{who} stopped", "{who} stopped"),
    "learnt": NN_("{who} stopped, learnt", "{who} stopped, learnt"),
    "reopened": NN_("{who} reopened", "{who} reopened"),
    "not-handled": NN_("{who} not handled", "{who} not handled"),
    "proposed": NN_("{who} proposed onwards", "{who} proposed onwards"),
}
"""What happened to one measure, and to several, where the verb has to agree."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened to one record, in words."""

    record: str
    """What the record is called: `T07`, `Näkökulma Sähköiset palvelut`."""
    what: str = ""
    """What happened: `siirretty`; empty where the record and the detail say it."""
    detail: str = ""
    """From what to what: `kevät 2026 → syksy 2026`."""
    aside: str = ""
    """The reason or somebody's own words, left out where there is little room."""
    first: bool = False
    """Whether what happened stands before the record: `Lisätty toimenpide T41`."""
    undone: bool = False
    """Whether the thing was taken back."""
    id: str = ""
    """The record's id in the file."""
    table: str = ""
    """The record's table in the file."""
    verb: tuple[str, str] | None = None
    """What happened as a sentence about `{who}`, one and several; None where `what` reads the same of several."""

    @property
    def happened(self) -> tuple[str, str, str, bool, bool]:
        """What happened, without to whom: facts that agree in it are told together."""
        return self.what, self.detail, self.aside, self.first, self.undone


@dataclass(frozen=True, slots=True)
class Telling:
    """What every reader of changes needs: the language, and the roadmap that names its records."""

    words: Words
    roadmap: Roadmap

    def value(self, table: str, key: str, of: object) -> str:
        """Return a field's value in words."""
        return value(self.words, self.roadmap, (table, key), of=of)

    def both(self, table: str, key: str, change: Change) -> str:
        """Return both values of a field's change: `A → B`."""
        return f"{self.value(table, key, change.before)}{ARROW}{self.value(table, key, change.after)}"

    def label(self, table: str, record: str) -> str:
        """Return how a record is named in a sentence: a measure by its id, others with what they are."""
        if table == "measures":
            return one_line(record)
        name = capital(table_name(self.words, table))
        return f"{name} {record_name(self.roadmap, table, record)}" if record else name

    def fact(self, change: Change, what: str, detail: str = "", *, aside: str = "") -> Fact:
        """Return a fact about the record of a change."""
        name = self.label(change.table, change.record)
        return Fact(name, what, detail, aside, id=change.record, table=change.table)
