"""The signs of the screens and what they mean: for the legends under them and for the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import N_
from tui import axis
from tui.widgets.timeline import AHEAD, DONE, DROPPED, ENDS_NOW, LATE, MOVED, UNDER_WAY, WAITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words

SCHEDULE: Mapping[str, str] = {
    DONE: N_("done"),
    ENDS_NOW: N_("ends now"),
    MOVED: N_("moved"),
    LATE: N_("late"),
    DROPPED: N_("discontinued"),
    UNDER_WAY * 2: N_("in progress"),
    AHEAD * 2: N_("not started"),
    WAITS: N_("starts later"),
}
"""The signs of the grid; the last three are plain to see, and named where there is room."""
PLAIN = 3
"""So many signs at the end of the grid's are left out where there is little room."""

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
    """Return the grid's signs and what they mean on one line, as many as a width has room for."""
    told = [f"{sign} {words.t(word)}" for sign, word in SCHEDULE.items()]
    whole = "  ".join(told)
    return whole if len(whole) <= width else "  ".join(told[:-PLAIN])
