"""Giving an indicator a value or a target: the question, and the edit that follows from its answer.

In a meeting a value stands in the § that asks for it, where there is one, and else in a § of its own.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from exporters.agenda import refreshed
from exporters.indicators import amount, given_sentence, period
from model import agenda, indicating, meetings
from model.edits import RefusedError
from model.indicator import Indicator, YearValue
from model.indicators import Period, ordered, period_of, reading
from model.text import one_line

if TYPE_CHECKING:
    from decimal import Decimal

    from model.meeting import Item, Meeting
    from model.roadmap import Roadmap
    from tui.app import Tiekartta
    from tui.session import Session


class Figure(NamedTuple):
    """A value or a target as it was given."""

    indicator: str
    entry: YearValue
    is_target: bool = False


async def ask(app: Tiekartta, indicator: str, *, at: Period | None = None, is_target: bool = False) -> None:
    """Ask for a value (or a target) of a period and record it; nothing happens where the question is left."""
    from tui.prompts.figure import AskFigure

    words, found = app.words, app.session.roadmap.find("indicators", indicator)
    if not isinstance(found, Indicator):
        return
    wanted = at or _wanted(app.session, found, is_target=is_target)
    when, title = period(words, wanted), one_line(found.title)
    question = (
        words.t("Target of {name} for {period}:", name=title, period=when)
        if is_target
        else words.t("Value of {name} for {period}:", name=title, period=when)
    )
    if known := _known(found, wanted, is_target=is_target):
        now = words.t("(now {value})", value=amount(words, found, known.value))
        question = f"{question.removesuffix(':')} {now}:"
    answer = await app.push_screen_wait(
        AskFigure(question, found, wanted, about=_about(app, found, is_target=is_target))
    )
    if answer is not None:
        given = Figure(indicator, entry_of(*answer), is_target=is_target)
        app.decide(partial(recorded, session=app.session, given=given))


def entry_of(at: Period, value: Decimal, note: str = "") -> YearValue:
    """Return a value of a period as a record."""
    return YearValue(year=at.year, half=at.half, value=value, note=note)


def recorded(roadmap: Roadmap, session: Session, given: Figure) -> Roadmap:
    """Return the roadmap with a value or a target: in a meeting it stands in a §, else it is an edit of its own.

    Refused: a value of a time that has not begun.
    """
    found = roadmap.record("indicators", given.indicator)
    assert isinstance(found, Indicator)
    if not given.is_target and period_of(given.entry).is_ahead(session.today):
        raise RefusedError("figure-ahead", period=period(session.words, period_of(given.entry)))
    was = _known(found, period_of(given.entry), is_target=given.is_target)
    after = indicating.give(roadmap, given.indicator, given.entry, is_target=given.is_target)
    if session.meeting is None or after == roadmap:
        return after
    said = given_sentence(found, given.entry, session.words, was=was, is_target=given.is_target)
    return _in_meeting(roadmap, session, given, said=said)


def _in_meeting(roadmap: Roadmap, session: Session, given: Figure, *, said: str) -> Roadmap:
    assert session.meeting is not None
    meeting = roadmap.meeting(session.meeting.number)
    asking = None if given.is_target else _asking(meeting, given.indicator)
    if asking is None:
        return meetings.decide(
            roadmap,
            meetings.place_of_next_item(roadmap, meeting.number, session.today),
            "noted",
            subjects=(given.indicator,),
            heading=one_line(getattr(roadmap.record("indicators", given.indicator), "title", "")),
            decision=said,
            edit=lambda one, name, _: indicating.give(one, name, given.entry, is_target=given.is_target),
        )
    told = {} if asking.is_handled else refreshed(roadmap, session.words, asking, day=session.today)
    decision = f"{asking.decision.strip()} {said}".strip()
    roadmap = indicating.give(roadmap, given.indicator, given.entry)
    return agenda.take(roadmap, meeting.number, asking.number, outcome="noted", decision=decision, **told)


def _known(indicator: Indicator, at: Period, *, is_target: bool) -> YearValue | None:
    """Return the value or the target that a period has already: a new one takes its place."""
    return next((one for one in (indicator.targets if is_target else indicator.values) if period_of(one) == at), None)


def _asking(meeting: Meeting, indicator: str) -> Item | None:
    """Return the § of a meeting that asks for the values, while it waits or gathers them."""
    return next(
        (
            item
            for item in meeting.items
            if item.kind == "indicators" and indicator in item.subjects and item.outcome in (None, "noted")
        ),
        None,
    )


def _wanted(session: Session, indicator: Indicator, *, is_target: bool) -> Period:
    """Return the period that is asked for first: the one whose value is due, of targets the coming year."""
    if is_target:
        return Period(session.today.year + 1)
    return reading(session.roadmap, indicator, session.today).due or Period(session.today.year - 1)


def _about(app: Tiekartta, indicator: Indicator, *, is_target: bool) -> str:
    """Return what is known when a value is asked for: the scale, else the latest value."""
    words = app.words
    if indicator.words:
        return "   ".join(f"{number} {one_line(text)}" for number, text in enumerate(indicator.words, 1))
    known = indicator.targets if is_target else indicator.values
    told = [f"{period(words, period_of(one))}: {amount(words, indicator, one.value)}" for one in ordered(known)[-4:]]
    return "   ".join(told) or words.t("no data")
