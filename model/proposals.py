"""Matters put forward between the meetings: they wait in a list until an agenda takes them up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.meeting import Item, Meeting
from model.records import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from model.diff import Change
    from model.roadmap import Roadmap

_ID = re.compile(r"E(\d{1,9})")


def gather(
    roadmap: Roadmap, day: date, heading: str, *, background: str = "", proposal: str = "", by: str = ""
) -> Roadmap:
    """Add a matter to those gathered for the next agenda, under the next free id; refuse one without a heading.

    An id that an agenda has taken up is not given again, for the § names it as its origin.
    """
    if not heading.strip():
        raise RefusedError("empty-text", field="heading")
    known = [*(one.id for one in roadmap.proposals), *(i.origin for m in roadmap.meetings for i in m.items)]
    used = [int(found[1]) for name in known if (found := _ID.fullmatch(name))]
    texts = {"heading": heading, "background": background, "proposal": proposal, "by": by}
    fields = {name: text.strip() for name, text in texts.items()}
    return roadmap.adding("proposals", Proposal(id=f"E{max(used, default=0) + 1}", date=day, **fields))


def taken_up(changes: Iterable[Change]) -> frozenset[str]:
    """Return the ids of the gathered matters that became §§ by these changes, or were §§ again before them.

    A matter that an agenda takes up is no longer gathered: nobody removed it.
    """
    entries = (entry for change in changes for entry in (change.before, change.after))
    items = (item for entry in entries for item in (entry.items if isinstance(entry, Meeting) else (entry,)))
    return frozenset(item.origin for item in items if isinstance(item, Item) and item.kind == "proposed")
