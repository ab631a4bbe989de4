"""A § that is asked about, found again when the answer comes: somebody else may have changed the agenda meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.agenda import same_item
from model.edits import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.meeting import Item
    from model.roadmap import Roadmap


def found_again(
    edit: Callable[..., Roadmap], number: str, item: Item, **fields: object
) -> Callable[[Roadmap], Roadmap]:
    """Return an edit of a § of a meeting, called with `number`, `item` and `fields`, wherever the § stands by then.

    It is refused of one that has gone, or that was planned and has been handled since.
    """

    def edited(roadmap: Roadmap) -> Roadmap:
        found = same_item(roadmap.meeting(number), item)
        if found.is_handled and not item.is_handled:
            raise RefusedError("item-handled", meeting=number, item=found.number)
        return edit(roadmap, number=number, item=found.number, **fields)

    return edited
