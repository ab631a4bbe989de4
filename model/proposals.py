"""Matters put forward between the meetings: they wait in a list until an agenda takes them up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.records import Proposal

if TYPE_CHECKING:
    from datetime import date

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
