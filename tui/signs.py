"""The signs of the screens and what they mean: for the legends under them and for the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import N_
from tui import axis
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

MATURITY: Mapping[str, str] = {
    axis.BASELINE: N_("baseline"),
    axis.SURVEY: N_("latest survey"),
    axis.JUDGEMENT: N_("judgement"),
    axis.TARGET: N_("target"),
    "★": N_("focus area"),
}
"""The marks of the levels."""

SIGNS: Mapping[str, Mapping[str, str]] = {"schedule": SCHEDULE, "maturity": MATURITY}
"""The signs of each screen that has some."""


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
