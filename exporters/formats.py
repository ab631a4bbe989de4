"""How each language writes half-years, dates, numbers and lists: tables, no rules.

The forms are those of Finnish and Finland-Swedish officialese. They are written out because locale
data is wrong for these readers: it gives ISO dates for `sv_FI` and an American date for `en`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Case = Literal["nominative", "genitive", "adessive", "ablative", "allative", "illative"]
"""The cases in which a Finnish sentence needs a half-year; other languages have one form."""

MINUS = "\u2212"
NO_BREAK = "\u00a0"
EN_DASH = "–"


class Formats(NamedTuple):
    """What one language needs to write values."""

    seasons: dict[Case, tuple[str, str]]
    """Spring and autumn in each case; a case that is missing is the nominative."""
    years: dict[Case, str]
    """A `{year}` in the cases in which it is more than its number."""
    year: str
    """A `{year}` as a heading names it."""
    columns: tuple[str, str]
    """Spring and autumn as a narrow column under its year is headed."""
    short_half: tuple[str, str]
    """The narrowest half-year, with `{year}` for two digits."""
    weekdays: tuple[str, ...]
    """Monday first."""
    months: tuple[str, ...]
    """For languages whose dates name the month; empty where the date is in digits."""
    date: str
    """A date with its year."""
    day: str
    """A date without its year."""
    clock: str
    """The time of day with the word before it."""
    bare_clock: str
    """The time of day alone, as the end of a range is written."""
    comma: str
    """The decimal sign."""
    thousands: str
    euros: str
    percent: str
    last_and: str
    """The word before the last item of a list."""
    quotes: tuple[str, str]
    counted_is_one: bool
    """Whether `8 measures` takes its verb in the singular."""


_FINNISH = Formats(
    seasons={
        "nominative": ("kevät", "syksy"),
        "genitive": ("kevään", "syksyn"),
        "adessive": ("keväällä", "syksyllä"),
        "ablative": ("keväältä", "syksyltä"),
        "allative": ("keväälle", "syksylle"),
        "illative": ("kevääseen", "syksyyn"),
    },
    years={
        "genitive": "vuoden {year}",
        "adessive": "vuonna {year}",
        "ablative": "vuodelta {year}",
        "allative": "vuodelle {year}",
        "illative": "vuoteen {year}",
    },
    year="vuosi {year}",
    columns=("kevät", "syksy"),
    short_half=("k{year}", "s{year}"),
    weekdays=("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"),
    months=(),
    date="{day}.{month}.{year}",
    day="{day}.{month}.",
    clock="klo {hour}.{minute:02}",
    bare_clock="{hour}.{minute:02}",
    comma=",",
    thousands=NO_BREAK,
    euros="{amount}" + NO_BREAK + "€",
    percent="{number}" + NO_BREAK + "%",
    last_and="ja",
    quotes=("”", "”"),
    counted_is_one=True,
)

_SWEDISH = Formats(
    seasons={"nominative": ("våren", "hösten")},
    years={},
    year="år {year}",
    columns=("vår", "höst"),
    short_half=("v{year}", "h{year}"),
    weekdays=("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    months=(),
    date="{day}.{month}.{year}",
    day="{day}.{month}",
    clock="kl. {hour}.{minute:02}",
    bare_clock="{hour}.{minute:02}",
    comma=",",
    thousands=NO_BREAK,
    euros="{amount}" + NO_BREAK + "€",
    percent="{number}" + NO_BREAK + "%",
    last_and="och",
    quotes=("”", "”"),
    counted_is_one=False,
)

_ENGLISH = Formats(
    seasons={"nominative": ("spring", "autumn")},
    years={},
    year="year {year}",
    columns=("H1", "H2"),
    short_half=("H1 {year}", "H2 {year}"),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    date="{day} {name} {year}",
    day="{day} {name}",
    clock="{hour}:{minute:02}",
    bare_clock="{hour}:{minute:02}",
    comma=".",
    thousands=",",
    euros="€{amount}",
    percent="{number}%",
    last_and="and",
    quotes=("“", "”"),
    counted_is_one=False,
)

FORMATS: dict[str, Formats] = {"fi": _FINNISH, "sv": _SWEDISH, "en": _ENGLISH}
"""The languages of the program; their order is the order in which they are offered."""
