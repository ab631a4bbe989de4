"""What is said when others have changed the file: what it was, what was kept of ours, and what is in conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.diff import diff
from tui.telling import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.words import Words
    from model.diff import Change
    from tui.keeper import Keeper


def told_outside(keeper: Keeper, changes: Sequence[Change], words: Words) -> str:
    """Return the latest look at the file in sentences."""
    found, roadmap = keeper.disk.found, keeper.roadmap
    what = "; ".join(sentences(_plain(changes), words, roadmap))
    told: list[str] = []
    if found and found.is_stale and found.reading.roadmap and found.roadmap:
        kept = len(_plain(diff(found.reading.roadmap, found.roadmap)))
        told.append(
            words.n(
                "An older version was saved into the file; {n} later change was kept.",
                "An older version was saved into the file; {n} later changes were kept.",
                kept,
            )
        )
    if what:
        told.append(words.t("Changed outside the program: {what}", what=what))
    if found and found.conflicts and keeper.disk.aside:
        told.append(words.t("The other side is kept in {name}.", name=keeper.disk.aside.name))
    return " ".join(told)


def _plain(changes: Sequence[Change]) -> list[Change]:
    """Return changes but for the conflicts that are told of in a line of their own."""
    return [change for change in changes if change.table != "conflicts"]
