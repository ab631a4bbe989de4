"""The §§ of older meetings, told apart: which of them are formalities, by the headings that every meeting has.

A § that a person or an older version wrote has no kind. Its heading or its set phrase tells it in any of the
languages; what is not recognised stays as it is, so nothing is claimed of it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from exporters.words import LANGUAGES, N_, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.meeting import Item, ItemKind, Meeting
    from model.roadmap import Roadmap

_HEADINGS: Mapping[ItemKind, tuple[str, ...]] = {
    "opening": (N_("Opening of the meeting"),),
    "quorum": (N_("Quorum"),),
    "agenda": (N_("Approval of the agenda"),),
    "previous": (
        N_("Minutes of the previous meeting and its tasks"),
        N_("Official minutes of the previous meeting and its tasks"),
    ),
    "status": (N_("Status of the roadmap"),),
    "other": (N_("Other business"),),
    "next": (N_("Next meeting"),),
    "closing": (N_("Closing of the meeting"),),
}
_NOTED = N_("Noted for information.")


def recognised(roadmap: Roadmap) -> Roadmap:
    """Return the roadmap with the kind of each § that has none and is one that every meeting has.

    A § about which nothing but `Merkittiin tiedoksi.` was decided gets that outcome. The file is not changed by this.
    """
    meetings = tuple(map(_meeting, roadmap.meetings))
    return roadmap if meetings == roadmap.meetings else roadmap.model_copy(update={"meetings": meetings})


def _meeting(meeting: Meeting) -> Meeting:
    if all(item.kind or item.subjects for item in meeting.items):
        return meeting
    return meeting.model_copy(update={"items": tuple(map(_item, meeting.items))})


def _item(item: Item) -> Item:
    if item.kind or item.subjects or item.outcome:
        return item
    kinds, noted = _known()
    update: dict[str, object] = {"kind": kinds.get(_folded(item.heading))}
    if _folded(item.decision) in noted:
        update["outcome"] = "noted"
    return item.model_copy(update=update)


@cache
def _known() -> tuple[Mapping[str, ItemKind], frozenset[str]]:
    """Return the kinds by heading and the words of noting, in every language."""
    spoken = [Words(language) for language in LANGUAGES]
    kinds = {
        _folded(words.t(heading)): kind
        for kind, headings in _HEADINGS.items()
        for heading in headings
        for words in spoken
    }
    return kinds, frozenset(_folded(words.t(_NOTED)) for words in spoken)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
