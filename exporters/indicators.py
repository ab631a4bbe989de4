"""Indicators in words: values with their unit and time, how they stand, before and after a measure.

A value is never told without its year, and a year without data says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.formats import NO_BREAK
from exporters.terms import DIRECTION, capital, field_name, word
from exporters.values import NOTHING, record_name
from exporters.words import N_
from model.indicators import better, effects, missing, movers, period_of, readings, total
from model.meeting import Item
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from exporters.words import Words
    from model.indicator import Indicator, YearValue
    from model.indicators import Effect, Period, Point, Reading, State
    from model.records import Measure
    from model.roadmap import Roadmap

STATES: Mapping[State, str] = {
    "met": N_("target met"),
    "not-met": N_("target not met"),
    "ahead": N_("target not met yet"),
    "no-target": N_("no target"),
    "missing": N_("value missing"),
    "no-data": N_("no data"),
}
"""How an indicator stands."""
SHORT: Mapping[State, str] = {
    "met": N_("met"),
    "not-met": N_("not met"),
    "ahead": N_("not yet"),
    "no-target": N_("no target"),
    "missing": N_("missing"),
    "no-data": N_("no data"),
}
"""The same in a column."""
_HALVES = (N_("spring {year}"), N_("autumn {year}"))


def period(words: Words, of: Period) -> str:
    """Return a year or a half of it: `2026`, `kevät 2026`. Years of a roadmap by years keep their halves here."""
    return words.t(_HALVES[of.half - 1], year=of.year) if of.half else str(of.year)


def amount(words: Words, indicator: Indicator, value: Decimal) -> str:
    """Return a value with its unit, `1 476 koulutuspäivää`, or as the word of its scale."""
    unit = "" if indicator.words else one_line(indicator.unit).strip()
    said = number(words, indicator, value)
    return f"{said}{NO_BREAK}{unit}" if unit else said


def number(words: Words, indicator: Indicator, value: Decimal) -> str:
    """Return a value without its unit, where that stands beside it already, or as the word of its scale."""
    if indicator.words and indicator.is_on_scale(value):
        return one_line(indicator.words[int(value) - 1])
    return words.number(value)


def dated(words: Words, indicator: Indicator, entry: YearValue) -> str:
    """Return a value with its unit and its time: `52,5 % (2025)`."""
    return f"{amount(words, indicator, entry.value)} ({period(words, period_of(entry))})"


def indicator_lines(roadmap: Roadmap, words: Words, *, today: date, only_missing: bool = False) -> Iterator[str]:
    """Yield a line for each indicator, the official ones first."""
    for found in readings(roadmap, today):
        if found.is_missing or not only_missing:
            yield f"{name(words, found.indicator)} [{one_line(found.indicator.id)}]: {standing(words, found)}"


def name(words: Words, indicator: Indicator) -> str:
    """Return what an indicator is called; one of the municipality's strategy says so."""
    title = one_line(indicator.title)
    return f"{title} ({words.t('official indicator')})" if indicator.official else title


def standing(words: Words, found: Reading) -> str:
    """Return how an indicator stands as a sentence: latest value, the one before, target, what is missing."""
    indicator, said = found.indicator, []
    if found.latest is None:
        said.append(words.t("no data"))
    else:
        old = f", {words.t('old')}" if found.is_old else ""
        said.append(f"{dated(words, indicator, found.latest)}{old}")
        if found.previous is not None:
            said.append(_compared(words, indicator, (found.previous, found.latest)))
    if found.target is not None:
        said.append(words.t("target {level}", level=dated(words, indicator, found.target)))
        said.extend([] if found.latest is None else [words.t(STATES[found.reached])])
    else:
        said.append(words.t("no target"))
    if found.is_missing and found.due is not None:
        said.append(words.t("missing: {period}", period=period(words, found.due)))
    return "; ".join(said)


def _compared(words: Words, indicator: Indicator, values: tuple[YearValue, YearValue]) -> str:
    before, after = values
    told = {True: N_("better than {value}"), False: N_("worse than {value}"), None: N_("the same as {value}")}
    return words.t(told[better(indicator, before, after)], value=dated(words, indicator, before))


def page_lines(roadmap: Roadmap, words: Words, indicator: Indicator, *, found: Reading) -> Iterator[tuple[str, str]]:
    """Yield what is told of an indicator beside its values: what it is, and what that is."""
    yield words.t("now"), standing(words, found)
    yield field_name(words, "direction"), word(words, DIRECTION, indicator.direction)
    for key in ("unit", "source"):
        if text := one_line(str(getattr(indicator, key))):
            yield field_name(words, key), text
    yield field_name(words, "keeper"), record_name(roadmap, "members", indicator.keeper) or NOTHING
    if goals := [record_name(roadmap, "goals", goal) for goal in indicator.goals]:
        yield field_name(words, "goals"), "; ".join(goals)
    if indicator.words:
        yield field_name(words, "words"), ", ".join(f"{n} {one_line(of)}" for n, of in enumerate(indicator.words, 1))
    if summed := sum_line(words, indicator):
        yield words.t("sum"), summed


def sum_line(words: Words, indicator: Indicator) -> str:
    """Return the sum of an indicator whose values add up: `1 476 koulutuspäivää (2020–2022)`; empty for any other."""
    found = total(indicator)
    if found is None:
        return ""
    said = f"{amount(words, indicator, found.value)} ({found.first}–{found.last})"
    lacking = ", ".join(map(str, found.lacking))
    return f"{said}; {words.t('no data')}: {lacking}" if lacking else said


def point_text(words: Words, found: Reading, point: Point, *, today: date, unit: bool = True) -> str:
    """Return what is known of a period: its value, that the latest one is old; `no data` where the period is over."""
    if point.value is None:
        is_over = found.due is not None and point.period.order <= found.due.order
        return words.t("no data") if is_over or point.target is None else NOTHING
    said = (amount if unit else number)(words, found.indicator, point.value.value)
    return f"{said} ({words.t('old')})" if point.value == found.latest and point.period.is_old(today) else said


def target_text(words: Words, found: Reading, point: Point, *, unit: bool = True) -> str:
    """Return the target of a period, or nothing."""
    if point.target is None:
        return ""
    return words.t("target {level}", level=(amount if unit else number)(words, found.indicator, point.target.value))


def effect_lines(roadmap: Roadmap, words: Words, measure: Measure) -> tuple[str, ...]:
    """Return the indicators that a measure is meant to move, each before and after, a line each."""
    return tuple(f"{one_line(one.indicator.title)}: {effect_text(words, one)}" for one in effects(roadmap, measure))


def effect_text(words: Words, effect: Effect) -> str:
    """Return an indicator before a measure and as it has been since: `41 % (2024) → 52,5 % (2025), parempi`."""
    indicator, before, after = effect.indicator, effect.before, effect.after
    known = words.t("before {value}", value=dated(words, indicator, before)) if before else words.t("before: no data")
    if after is None:
        return f"{known} → {words.t('since: no data')}"
    since = N_("afterwards {value}") if effect.is_over else N_("during it {value}")
    is_better = better(indicator, before, after)
    judged = "" if is_better is None else words.t("better") if is_better else words.t("worse")
    said = f"{known} → {words.t(since, value=dated(words, indicator, after))}"
    return f"{said}, {judged}" if judged else said


def mover_lines(roadmap: Roadmap, words: Words, indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Yield the measures meant to move an indicator: the id, and the measure with the values before and after it."""
    for measure in movers(roadmap, indicator.id):
        found = next(one for one in effects(roadmap, measure) if one.indicator is indicator)
        yield measure.id, f"{one_line(measure.id)} {one_line(measure.title)}: {effect_text(words, found)}"


def goal_lines(roadmap: Roadmap, words: Words, goal: str, *, today: date) -> Iterator[str]:
    """Yield the indicators of a goal, a line each."""
    for found in readings(roadmap, today):
        if goal in found.indicator.goals:
            yield f"{name(words, found.indicator)}: {standing(words, found)}"


def indicator_items(roadmap: Roadmap, words: Words, *, day: date) -> Iterator[Item]:
    """Yield the § on the values that should be there by a day and are not; none where nothing is missing."""
    found = missing(roadmap, day)
    if found:
        yield Item(
            number=0,
            kind="indicators",
            heading=words.t("Indicators: value missing"),
            subjects=tuple(one.indicator.id for one in found),
            background=words.t("Value missing: {names}.", names=missing_names(words, found)),
            proposal=words.t("The missing values are recorded."),
        )


def missing_names(words: Words, found: Iterable[Reading]) -> str:
    """Return indicators with the period whose value is missing: `Ruokahävikki (2025), Kirjautumiset (kevät 2026)`."""
    told = (f"{one_line(one.indicator.title)} ({period(words, one.due)})" for one in found if one.due)
    return ", ".join(told)


def given_sentence(
    indicator: Indicator, entry: YearValue, words: Words, *, was: YearValue | None = None, is_target: bool = False
) -> str:
    """Return that a value or a target was recorded, as minutes have it; what it was before in brackets."""
    said = (
        N_("Recorded the target of the indicator {name}: {value}.")
        if is_target
        else N_("Recorded the value of the indicator {name}: {value}.")
    )
    shown = dated(words, indicator, entry)
    if was is not None and was.value != entry.value:
        shown = f"{shown}, {words.t('before {value}', value=amount(words, indicator, was.value))}"
    told = words.t(said, name=words.quoted(indicator.title), value=shown)
    return f"{told} {capital(one_line(entry.note))}".rstrip(".") + "." if entry.note.strip() else told
