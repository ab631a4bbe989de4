"""What comes back from the last meeting: §§ left on the table, returned for preparation or not handled.

The old § stays as it was; the new one names it as its origin and takes its background and proposal along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.values import item_place
from exporters.words import N_
from model.enactment import FORMAL
from model.meeting import Item
from model.minuting import is_locked
from model.records import Measure
from model.standing import latest_meeting, was_held

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from exporters.words import Words
    from model.meeting import ItemKind, Meeting, Outcome
    from model.roadmap import Roadmap

_WHY: Mapping[Outcome | None, str] = {
    "tabled": N_("The matter was left on the table in meeting {place}."),
    "returned": N_("The matter was returned for preparation in meeting {place}."),
    "not-handled": N_("The matter was not handled in meeting {place}."),
    None: N_("The matter was not handled in meeting {place}."),
}
_OWN: frozenset[ItemKind | None] = FORMAL | {"starting"}
"""Kinds of § that every agenda has of its own."""


def carried_items(roadmap: Roadmap, words: Words, *, due: Container[str]) -> tuple[Item, ...]:
    """Return the §§ that come back from the last meeting; a measure that is due has its own § anyway."""
    last = latest_meeting(roadmap)
    if last is None or not was_held(last):
        return ()
    return tuple(_carried(roadmap, words, last, due))


def _carried(  # noqa: PLR0917 - what the § is made of
    roadmap: Roadmap, words: Words, last: Meeting, due: Container[str]
) -> Iterator[Item]:
    for item in last.items:
        if not _is_unfinished(last, item) or item.kind in _OWN:
            continue
        left = tuple(subject for subject in item.subjects if _is_left(roadmap, subject, due))
        if item.subjects and not left:
            continue
        place = item_place(last.number, item.number)
        why = words.t(_WHY[item.outcome], place=place)
        told = why if not item.background.strip() else f"{why}\n\n{item.background.strip()}"
        fields = {"heading": item.heading, "subjects": left, "background": told, "proposal": item.proposal}
        yield Item.model_validate({"number": 0, "kind": "carried", "origin": place, **fields})


def _is_unfinished(last: Meeting, item: Item) -> bool:
    if item.is_handled:
        return item.outcome in ("tabled", "returned", "not-handled")
    return last.closed is not None or is_locked(last)


def _is_left(roadmap: Roadmap, subject: str, due: Container[str]) -> bool:
    """Whether a subject still waits: a measure that is open and not on the agenda by itself, or anything else."""
    measure = roadmap.find("measures", subject)
    return not isinstance(measure, Measure) or (measure.is_open and subject not in due)
