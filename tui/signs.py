"""The signs of the grid and what they mean: for the legend under it and for the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import N_
from tui.widgets.timeline import AHEAD, APPROVED, DONE, DROPPED, ENDS_NOW, LATE, MOVED, UNDER_WAY, WAITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words

SCHEDULE: Mapping[str, str] = {
    DONE: N_("done"),
    ENDS_NOW: N_("ends now"),
    MOVED: N_("moved"),
    APPROVED: N_("approved end"),
    LATE: N_("late"),
    DROPPED: N_("discontinued"),
    UNDER_WAY * 2: N_("in progress"),
    AHEAD * 2: N_("not started"),
    WAITS: N_("starts later"),
}
"""The signs of the grid."""


def legend(words: Words, width: int) -> str:
    """Return the grid's signs and what they mean, on as few lines of a width as they take."""
    lines = [""]
    for sign, word in SCHEDULE.items():
        told = f"{sign} {words.t(word)}"
        longer = f"{lines[-1]}  {told}" if lines[-1] else told
        if len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(told)
    return "\n".join(lines)
