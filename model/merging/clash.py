"""A place where the two sides differ beyond merging, before it is a record of the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from model.plain import plain


@dataclass(frozen=True, slots=True)
class Clash:
    """Two values for one place, or an edit against a removal; values are TOML's own, None for absent."""

    table: str
    record: str
    field: str = ""
    """As in `model.conflict.Conflict`: a key, a list, or a key in an entry of a list."""
    entry: tuple[str, ...] = ()
    base: Any = None
    ours: Any = None
    theirs: Any = None

    @property
    def place(self) -> tuple[str, str, str, tuple[str, ...]]:
        """Where it is."""
        return self.table, self.record, self.field, self.entry

    def key(self, name: str) -> Clash:
        """Return the place of a key in this record or entry."""
        return replace(self, field=f"{self.field}.{name}" if self.entry else name)

    def of(self, base: object, ours: object, theirs: object) -> Clash:
        """Return this place with the three values found there."""
        return replace(self, base=plain(base), ours=plain(ours), theirs=plain(theirs))
