"""What is said otherwise of a roadmap that goes by years: the sentences that name half-years, each with its twin.

`Words` looks a sentence up here before the catalogue, so whoever writes about a schedule writes it once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

YEARLY: Mapping[str, str] = {
    "Ending in this half-year": N_("Ending in this year"),
    "Ending in this half-year ({half}): {ids}.": N_("Ending in this year ({half}): {ids}."),
    "Nothing is overdue, and nothing ends in this half-year.": N_("Nothing is overdue, and nothing ends in this year."),
    "Spring is 1 January to 30 June, autumn 1 July to 31 December.": N_("Schedules are in calendar years."),
    "{id} moves to which half-year?": N_("{id} moves to which year?"),
    "{id} starts in which half-year?": N_("{id} starts in which year?"),
    "{id} ends in which half-year?": N_("{id} ends in which year?"),
    "{measure} already ends in that half-year: {half}.": N_("{measure} already ends in that year: {half}."),
    "{half} is after the roadmap's last half-year, {last}.": N_("{half} is after the roadmap's last year, {last}."),
    "“{text}” is not a half-year; write for example {short} or {spring}.": N_(
        "“{text}” is not a year; write for example {short}."
    ),
    "“{text}” can mean a half-year, a month or a meeting; write for example {short} or {spring}.": N_(
        "“{text}” can mean a month or a meeting; write the year, for example {short}."
    ),
    "the end ({half}) is before the start ({start}); change one of the half-years": N_(
        "the end ({half}) is before the start ({start}); change one of the years"
    ),
    "{half} is outside the roadmap ({first} – {last}); change the half-year or lengthen the roadmap": N_(
        "{half} is outside the roadmap ({first} – {last}); change the year or lengthen the roadmap"
    ),
    "“{text}” is neither a year nor a half-year; write for example 2026 or {short}.": N_(
        "“{text}” is neither a year nor a half-year; write for example 2026 or 2026H1."
    ),
    "how many measures aim at each viewpoint, by half-year": N_("how many measures aim at each viewpoint, by year"),
    "first half-year": N_("first year"),
    "last half-year": N_("last year"),
    "half-year, such as k27 or 2027H1": N_("year, such as 2027"),
    "HALF": N_("YEAR"),
    "Move the measure to another half-year.": N_("Move the measure to another year."),
    "Move the end of measures to another half-year.": N_("Move the end of measures to another year."),
    "The measure moves to another half-year, with a reason.": N_("The measure moves to another year, with a reason."),
    "Or type it: T07, 3/2026, a half-year, a name, a kind": N_("Or type it: T07, 3/2026, a year, a name, a kind"),
}
