"""The names of the tables and what identifies a record in each, without the classes of the records.

To cut a file into blocks and to tell the blocks apart needs no more than this; the classes cost ten times as much to
import as a text to cut. A test holds them equal.
"""

from __future__ import annotations

SINGLES = ("roadmap", "scale")
"""Tables that hold a single record."""

KEYS: dict[str, tuple[str, ...]] = {
    "approvals": ("body", "date"),
    "sectors": ("id",),
    "members": ("id",),
    "goals": ("id",),
    "viewpoints": ("id",),
    "surveys": ("id",),
    "indicators": ("id",),
    "services": ("id",),
    "measures": ("id",),
    "meetings": ("number",),
    "proposals": ("id",),
    "conflicts": ("id",),
}
"""The arrays of tables, in the order in which a new file has them, with the keys that identify a record."""

KNOWN = frozenset((*SINGLES, *KEYS))
