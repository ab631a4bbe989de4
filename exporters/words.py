"""Everything that is said to a person, in their language: words from the catalogue, values from tables.

The key of a word is its plain English. Data inside a sentence comes from outside and is made safe
to show on its way in. A placeholder never gets a case ending; half-years, a closed set, have theirs.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.catalogue import Catalogue
from exporters.formats import EN_DASH, FORMATS, MINUS, Case, Formats
from model.halfyear import HalfYear, Year
from model.text import clean, one_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from model.records import Head, Periods

LANGUAGES: tuple[str, ...] = tuple(FORMATS)
"""The languages that the program speaks, the preferred one first."""

DOMAIN = "tiekartta"
LOCALE = Path(__file__).parent / "locale"


def N_(msgid: str) -> str:  # noqa: N802 - the name by which gettext's tools know a marked word
    """Mark a word of a table for the catalogue; `Words.t` looks it up later."""
    return msgid


def NN_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802 - as N_
    """Mark a text of a table that agrees with a count; `Words.n` looks it up later."""
    return singular, plural


class Figures:
    """How one language writes dates, times, numbers and sums."""

    __slots__ = ("_formats", "language")

    def __init__(self, language: str) -> None:
        """Take the formats of `fi`, `sv` or `en`; a locale name such as `fi_FI.UTF-8` will do."""
        code = language[:2].lower()
        self.language: str = code if code in FORMATS else "en"
        self._formats: Formats = FORMATS[self.language]

    def date(self, day: dt.date, *, weekday: bool = False, year: bool = True) -> str:
        """Return a date, `24.11.2026`; with its weekday `tiistai 24.11.2026`, without its year `24.11.`."""
        form = self._formats
        name = form.months[day.month - 1] if form.months else ""
        name = name if weekday else name[:3]
        text = (form.date if year else form.day).format(day=day.day, month=day.month, year=day.year, name=name)
        return f"{form.weekdays[day.weekday()]} {text}" if weekday else text

    def dates(self, first: dt.date, last: dt.date) -> str:
        """Return a range of days: `1.1.–30.6.2026`."""
        if first == last:
            return self.date(last)
        begins = self.date(first, year=first.year != last.year)
        dash = f" {EN_DASH} " if self._formats.months else EN_DASH
        return f"{begins}{dash}{self.date(last)}"

    def time(self, at: dt.time) -> str:
        """Return a time of day: `klo 9.00`."""
        return self._formats.clock.format(hour=at.hour, minute=at.minute)

    def times(self, opened: dt.time, closed: dt.time) -> str:
        """Return a range of times: `klo 9.00–10.40`."""
        ends = self._formats.bare_clock.format(hour=closed.hour, minute=closed.minute)
        return f"{self.time(opened)}{EN_DASH}{ends}"

    def number(self, number: int | Decimal) -> str:
        """Return a number with all its decimals: `12 500`, `0,25`."""
        whole, _, decimals = f"{abs(Decimal(number)):,f}".partition(".")
        decimals = decimals.rstrip("0")
        shown = whole.replace(",", self._formats.thousands) + (self._formats.comma + decimals if decimals else "")
        return f"{MINUS}{shown}" if number < 0 else shown

    def decimal(self, number: Decimal, *, places: int = 1) -> str:
        """Return a number rounded half up, as readers expect, to a fixed count of decimals: `3,5`."""
        rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        sign = MINUS if rounded < 0 else ""
        return sign + f"{abs(rounded):f}".replace(".", self._formats.comma)

    def euros(self, amount: Decimal | int) -> str:
        """Return a sum of money: `12 500 €`; cents only when there are some."""
        total = abs(Decimal(amount))
        digits = self.number(int(total)) if total == total.to_integral_value() else self._cents(total)
        shown = self._formats.euros.format(amount=digits)
        return f"{MINUS}{shown}" if amount < 0 else shown

    def percent(self, share: Decimal | int) -> str:
        """Return a share rounded half up, without decimals: `47 %`."""
        whole = int(Decimal(share).quantize(Decimal(1), rounding=ROUND_HALF_UP))
        return self._formats.percent.format(number=self.number(whole))

    def _cents(self, amount: Decimal) -> str:
        whole, cents = f"{amount.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP):f}".split(".")
        return f"{self.number(int(whole))}{self._formats.comma}{cents}"


class Words(Figures):
    """One language: `t` and `n` give words, the other methods write values as its readers do.

    An unknown language speaks English, and a word that is not in the catalogue is its own key.
    Of a roadmap that goes by years a half-year is told as its year, and the sentences about half-years say years.
    """

    __slots__ = ("_catalogue", "_instead", "step")

    def __init__(self, language: str, *, periods: Periods = "half-years") -> None:
        """Take the words of `fi`, `sv` or `en`; a locale name such as `fi_FI.UTF-8` will do."""
        super().__init__(language)
        self.step: type[HalfYear] = Year if periods == "years" else HalfYear
        self._instead: Mapping[str, str] = _yearly() if self.step is Year else {}
        self._catalogue = _catalogue(self.language)

    @classmethod
    def of(cls, head: Head, language: str = "") -> Words:
        """Return the words for what a roadmap says, in its own language or in the one given."""
        return cls(language or head.language, periods=head.periods)

    def by(self, head: Head) -> Words:
        """Return the words for another roadmap, or a later state of it, in the same language."""
        other = Words.of(head, self.language)
        return self if other.step is self.step else other

    def t(self, msgid: str, /, **data: object) -> str:
        """Return a sentence in this language with its `{placeholders}` filled in."""
        said = self._catalogue.gettext(self._instead.get(msgid, msgid)) if msgid else ""
        return said.format_map(_safe(data)) if data else said

    def n(self, singular: str, plural: str, n: int, /, **data: object) -> str:
        """Return the sentence that agrees with the count; `{n}` is the count itself."""
        return self._catalogue.ngettext(singular, plural, n).format_map(_safe({"n": self.number(n), **data}))

    def verb(self, pair: tuple[str, str], count: int, /, *, named: bool = True, **data: object) -> str:
        """Return a sentence that agrees with its subject: `count` things that are named, or else counted.

        In Finnish a counted thing has its verb in the singular: `T07 ja T10 jatkuvat`, `8 toimenpidettä jatkuu`.
        """
        agreeing = count if named or not self._formats.counted_is_one else 1
        return self._catalogue.ngettext(*pair, agreeing).format_map(_safe(data))

    def half(self, half: HalfYear, case: Case = "nominative", *, short: bool = False) -> str:
        """Return a half-year: `kevät 2026`, `keväälle 2026`, and `k26` when short; `2026`, `vuodelle 2026` by years."""
        if self.step is Year:
            return self._formats.years.get(case, "{year}").format(year=half.year) if not short else str(half.year)
        if short:
            return self._formats.short_half[half.half - 1].format(year=f"{half.year % 100:02}")
        seasons = self._formats.seasons
        return f"{seasons.get(case, seasons['nominative'])[half.half - 1]} {half.year}"

    def season(self, half: HalfYear) -> str:
        """Return the half-year without its year, in five letters for a column under the year: `kevät`; or the year."""
        return str(half.year) if self.step is Year else self._formats.columns[half.half - 1]

    def period(self, half: HalfYear) -> str:
        """Return a half-year as a heading has it: `kevät 2026`, or `vuosi 2026` by years."""
        return self._formats.year.format(year=half.year) if self.step is Year else self.half(half)

    def halves(self, start: HalfYear, end: HalfYear) -> str:
        """Return a schedule: `kevät 2026 – syksy 2026`, `2026–2028` by years, or the one step that it takes."""
        if self.step(start) == self.step(end):
            return self.half(start)
        if self.step is Year:
            return f"{self.half(start)}{EN_DASH}{self.half(end)}"
        return f"{self.half(start)} {EN_DASH} {self.half(end)}"

    def level(self, level: Decimal | None) -> str:
        """Return a maturity level, `3,5`; one that is not known is never a number."""
        return self.t("not rated") if level is None else self.decimal(level)

    def gap(self, gap: Decimal | None) -> str:
        """Return a gap to the target with its sign, `−0,7`, `+0,1` or `0,0`; nothing when it is not known."""
        if gap is None:
            return ""
        shown = self.decimal(gap)
        return f"+{shown}" if gap > 0 and shown != self.decimal(Decimal(0)) else shown

    def listing(self, items: Iterable[str]) -> str:
        """Return a list as a sentence has it: `a, b ja c`."""
        *others, last = tuple(items) or ("",)
        return f"{', '.join(others)} {self._formats.last_and} {last}" if others else last

    def quoted(self, text: str) -> str:
        """Return somebody's own words in quotation marks, safe to show and on one line."""
        opening, closing = self._formats.quotes
        return f"{opening}{one_line(text)}{closing}"


def _yearly() -> Mapping[str, str]:
    from exporters.yearly import YEARLY  # noqa: PLC0415 - most roadmaps go by half-years

    return YEARLY


class _Data(dict[str, object]):
    """Data of a sentence; a placeholder without data stays visible rather than losing the sentence."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _safe(data: dict[str, object]) -> _Data:
    return _Data({name: clean(value) if isinstance(value, str) else value for name, value in data.items()})


@cache
def _catalogue(language: str) -> Catalogue:
    """Return the compiled catalogue of a language; English is in the keys and needs none."""
    try:
        return Catalogue((LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.mo").read_bytes())
    except FileNotFoundError:
        return Catalogue()
