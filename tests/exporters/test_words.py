"""Values are written as their readers write them, and words come from the catalogue of the language."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.words import LANGUAGES, N_, Words
from model.halfyear import HalfYear

FI, SV, EN = Words("fi"), Words("sv"), Words("en")
SPRING, AUTUMN = HalfYear("2026H1"), HalfYear("2026H2")
TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("name", "language"), [("fi", "fi"), ("fi_FI.UTF-8", "fi"), ("sv-FI", "sv"), ("EN", "en"), ("de", "en"), ("", "en")]
)
def test_a_language_is_known_by_its_code(name: str, language: str) -> None:
    """A locale's name will do, and who asks for another language is spoken to in English."""
    assert Words(name).language == language


@pytest.mark.parametrize(
    ("case", "spring", "autumn"),
    [
        ("nominative", "kevät 2026", "syksy 2026"),
        ("genitive", "kevään 2026", "syksyn 2026"),
        ("adessive", "keväällä 2026", "syksyllä 2026"),
        ("ablative", "keväältä 2026", "syksyltä 2026"),
        ("allative", "keväälle 2026", "syksylle 2026"),
        ("illative", "kevääseen 2026", "syksyyn 2026"),
    ],
)
def test_finnish_half_years_are_inflected_by_table(case: str, spring: str, autumn: str) -> None:
    """Half-years are a closed set, so each case is written out; the year is not inflected."""
    assert FI.half(SPRING, case) == spring  # type: ignore[arg-type]  # parametrised over the words of Case
    assert FI.half(AUTUMN, case) == autumn  # type: ignore[arg-type]  # as above


def test_other_languages_have_one_form_of_a_half_year() -> None:
    """Swedish says våren in every case, English spring."""
    assert SV.half(SPRING, "allative") == "våren 2026"
    assert EN.half(AUTUMN, "ablative") == "autumn 2026"


@pytest.mark.parametrize("words", [FI, SV, EN])
@pytest.mark.parametrize("half", [SPRING, AUTUMN, HalfYear("2005H1")])
def test_a_short_half_year_can_be_typed_back(words: Words, half: HalfYear) -> None:
    """What the narrow columns show is understood when somebody types it."""
    assert HalfYear.typed(words.half(half, short=True)) == half


def test_half_years_in_a_column_and_in_a_schedule() -> None:
    """Under its year a half-year is one word; a schedule has an en dash, and only one name when it is one half-year."""
    assert FI.half(AUTUMN, short=True) == "s26"
    assert (FI.season(AUTUMN), SV.season(SPRING), EN.season(AUTUMN)) == ("syksy", "vår", "H2")
    assert FI.halves(SPRING, AUTUMN) == "kevät 2026 – syksy 2026"
    assert FI.halves(AUTUMN, AUTUMN) == "syksy 2026"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (FI, ("24.11.2026", "tiistai 24.11.2026", "24.11.")),
        (SV, ("24.11.2026", "tisdag 24.11.2026", "24.11")),
        (EN, ("24 Nov 2026", "Tuesday 24 November 2026", "24 Nov")),
    ],
)
def test_dates(words: Words, said: tuple[str, ...]) -> None:
    """Finnish and Finland-Swedish dates are in digits without zeros before; English names the month."""
    assert (words.date(TUESDAY), words.date(TUESDAY, weekday=True), words.date(TUESDAY, year=False)) == said


def test_ranges_have_an_en_dash_without_spaces() -> None:
    """A year that both ends share stands once; in English, where the parts have spaces, so has the dash."""
    assert FI.dates(SPRING.first_day, SPRING.last_day) == "1.1.–30.6.2026"
    assert FI.dates(date(2025, 12, 1), SPRING.last_day) == "1.12.2025–30.6.2026"
    assert FI.dates(TUESDAY, TUESDAY) == "24.11.2026"
    assert SV.dates(SPRING.first_day, SPRING.last_day) == "1.1–30.6.2026"
    assert EN.dates(SPRING.first_day, SPRING.last_day) == "1 Jan – 30 Jun 2026"
    assert FI.times(time(9), time(10, 40)) == "klo 9.00–10.40"
    assert SV.times(time(9), time(10, 40)) == "kl. 9.00–10.40"
    assert EN.time(time(9, 5)) == "9:05"


@pytest.mark.parametrize(
    ("number", "finnish", "english"),
    [
        (12500, "12\u00a0500", "12,500"),
        (-3, "−3", "−3"),
        (100, "100", "100"),
        (Decimal("0.250"), "0,25", "0.25"),
        (Decimal("1E+3"), "1\u00a0000", "1,000"),
    ],
)
def test_numbers(number: int | Decimal, finnish: str, english: str) -> None:
    """Thousands are parted by a no-break space, the minus is U+2212, and no decimal is lost or added."""
    assert FI.number(number) == finnish
    assert EN.number(number) == english


@pytest.mark.parametrize(
    ("number", "shown"), [("3.5", "3,5"), ("3.25", "3,3"), ("2.65", "2,7"), ("4", "4,0"), ("-0.04", "0,0")]
)
def test_levels_are_rounded_half_up(number: str, shown: str) -> None:
    """2,65 is 2,7, as a reader expects; there is no minus before a zero."""
    assert FI.decimal(Decimal(number)) == shown


def test_an_unknown_level_is_never_a_number() -> None:
    """What was not rated says so, and has no gap."""
    assert FI.level(None) == "ei arvioitu"
    assert FI.level(Decimal("3.4")) == "3,4"
    assert FI.gap(None) == ""


@pytest.mark.parametrize(
    ("gap", "shown"), [("0.7", "+0,7"), ("-0.7", "−0,7"), ("0", "0,0"), ("0.04", "0,0"), ("-0.04", "0,0")]
)
def test_a_gap_has_a_sign(gap: str, shown: str) -> None:
    """Above the target is plus, below it minus, on it neither."""
    assert FI.gap(Decimal(gap)) == shown


def test_money_and_shares() -> None:
    """Euros stand after the sum with a no-break space, in English before it; cents only when there are some."""
    assert FI.euros(12500) == "12\u00a0500\u00a0€"
    assert FI.euros(Decimal("-12500.5")) == "−12\u00a0500,50\u00a0€"
    assert EN.euros(Decimal(12500)) == "€12,500"
    assert FI.percent(47) == "47\u00a0%"
    assert EN.percent(47) == "47%"
    assert FI.percent(Decimal("48.5")) == "49\u00a0%"


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a ja b"), (["a", "b", "c"], "a, b ja c")]
)
def test_lists_have_no_comma_before_and(items: list[str], said: str) -> None:
    """A list is said as in a sentence."""
    assert FI.listing(items) == said


def test_counts_agree() -> None:
    """One measure is singular, every other count takes the partitive."""
    assert [FI.n("{n} measure", "{n} measures", n) for n in (0, 1, 2)] == [
        "0 toimenpidettä",
        "1 toimenpide",
        "2 toimenpidettä",
    ]
    assert EN.n("{n} measure", "{n} measures", 1) == "1 measure"


def test_a_word_that_is_not_in_the_catalogue_is_its_own_key() -> None:
    """So a new sentence can be used before it is translated, and an empty one stays empty."""
    assert FI.t("There is no such sentence: {x}", x="T07") == "There is no such sentence: T07"
    assert FI.t("") == ""
    assert N_("done") == "done"


def test_a_placeholder_without_data_does_not_lose_the_sentence() -> None:
    """A fault of ours shows as the placeholder itself."""
    assert EN.t("Undoing: {what}", other="") == "Undoing: {what}"


@given(st.text())
def test_data_in_a_sentence_is_safe_to_show(text: str) -> None:
    """Nothing typed can act on the terminal or be taken for a placeholder, whatever it holds."""
    said = EN.t("Undoing: {what}", what=text + "\x1b[31m{what}")

    assert said.startswith("Undoing: ")
    assert said.endswith("␛[31m{what}")
    assert "\x1b" not in said


def test_quotation_marks_are_those_of_the_language() -> None:
    """Finnish and Swedish have the same mark on both sides; the words stay on one line."""
    assert FI.quoted("kaksi\nriviä") == "”kaksi riviä”"
    assert EN.quoted("x") == "“x”"


def test_languages_are_in_the_order_in_which_they_are_offered() -> None:
    """Finnish first, then Swedish, then English."""
    assert LANGUAGES == ("fi", "sv", "en")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (FI, ("kevät 2027", "24.11.2026", "24.11.", "klo 9.00", "klo 9.00–10.40", "3,5", "+0,7", "a, b ja c")),
        (SV, ("våren 2027", "24.11.2026", "24.11", "kl. 9.00", "kl. 9.00–10.40", "3,5", "+0,7", "a, b och c")),
        (EN, ("spring 2027", "24 Nov 2026", "24 Nov", "9:00", "9:00–10:40", "3.5", "+0.7", "a, b and c")),
    ],
)
def test_each_language_writes_values_its_own_way(words: Words, said: tuple[str, ...]) -> None:
    """Officialese of Finland in Finnish and Swedish: dots in dates and times, none after a Swedish month alone."""
    half, day, nine = HalfYear("2027H1"), TUESDAY, time(9)
    number, gap = words.decimal(Decimal("3.5")), words.gap(Decimal("0.7"))

    assert (
        words.half(half),
        words.date(day),
        words.date(day, year=False),
        words.time(nine),
        words.times(nine, time(10, 40)),
        number,
        gap,
        words.listing("abc"),
    ) == said


@pytest.mark.parametrize(
    ("count", "finnish", "swedish", "english"),
    [
        (0, "0 toimenpidettä on myöhässä.", "0 åtgärder är försenade.", "0 measures are overdue."),
        (1, "1 toimenpide on myöhässä.", "1 åtgärd är försenad.", "1 measure is overdue."),
        (3, "3 toimenpidettä on myöhässä.", "3 åtgärder är försenade.", "3 measures are overdue."),
    ],
)
def test_verbs_and_adjectives_agree_with_the_count(count: int, finnish: str, swedish: str, *, english: str) -> None:
    """Finnish takes the partitive and a verb in the singular; in Swedish noun and participle agree."""
    said = [words.n("{n} measure is overdue.", "{n} measures are overdue.", count) for words in (FI, SV, EN)]

    assert said == [finnish, swedish, english]
