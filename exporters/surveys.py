"""Rounds of the survey in words: what a round is called, its line in a list, and one sentence when one comes or goes.

A round brings a level to each viewpoint that it measured; told one by one they would bury what happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters.facts import Fact
from exporters.terms import capital, table_name
from model.records import Score
from model.rounds import rounds
from model.sound import response_rate
from model.survey import Survey
from model.text import one_line
from model.typedround import usual_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from exporters.facts import Telling
    from exporters.words import Words
    from model.diff import Change
    from model.roadmap import Roadmap
    from model.rounds import Round

_SEVERAL = 2
"""So many viewpoints with a survey's level of one day make a round where the file has no record of it."""


class Came(NamedTuple):
    """A round that came with a set of changes, or went with it: its record, if that did, and its levels."""

    survey: Survey | None
    scores: tuple[Score, ...]
    gone: bool
    changes: tuple[Change, ...]

    @property
    def day(self) -> date:
        """The survey's last day."""
        return self.survey.date if self.survey else self.scores[0].date

    @property
    def n(self) -> int | None:
        """How many answered: as the record says, else the most that answered on one viewpoint."""
        if self.survey and self.survey.responses is not None:
            return self.survey.responses
        return max((score.n for score in self.scores if score.n is not None), default=None)


def when_and_who(day: date, n: int | None, rate: Decimal | None, *, words: Words) -> str:
    """Return when a round was held and who answered: `15.5.2026, n = 142, vastausprosentti 48 %`."""
    parts = [words.date(day)]
    if n is not None:
        parts.append(f"n = {words.number(n)}")
    if rate is not None:
        parts.append(words.t("response rate {rate}", rate=words.percent(rate)))
    return ", ".join(parts)


def viewpoints(words: Words, count: int) -> str:
    """Return a count of viewpoints: `11 näkökulmaa`."""
    return words.n("{n} viewpoint", "{n} viewpoints", count)


def rounds_among(changes: Sequence[Change]) -> tuple[Came, ...]:
    """Return the rounds that came or went with changes; what is left belongs to none of them."""
    return (*_recorded(changes), *_unrecorded(changes))


def round_fact(telling: Telling, came: Came) -> Fact:
    """Return a round as one fact: `Kysely Digi 2026: 11 näkökulmaa (15.5.2026, n = 142, vastausprosentti 48 %)`."""
    words, survey = telling.words, came.survey
    name = one_line(survey.name if survey else next((s.by for s in came.scores if s.by), ""))
    what = f"{capital(table_name(words, 'surveys'))} {name or words.date(came.day)}"
    measured = viewpoints(words, len(came.scores)) if came.scores else ""
    aside = when_and_who(came.day, came.n, response_rate(survey) if survey else None, words=words)
    known = survey.id if survey else ""
    return Fact(what, detail=measured, aside=f"({aside})", undone=came.gone, id=known, table="surveys")


def called_before(survey: Survey, words: Words) -> str:
    """Return that a file was imported already, and as which round."""
    return words.t(
        "Nothing changed: this file was imported already, as {name} ({date}).",
        name=one_line(survey.name),
        date=words.date(survey.date),
    )


def proposed_name(roadmap: Roadmap, words: Words, *, day: date) -> str:
    """Return what a round that ended on a day is probably called, in the roadmap's language: like the latest one."""
    return usual_name(roadmap, first=words.t("Staff survey {year}", year=str(day.year)), today=day)


def round_lines(roadmap: Roadmap, words: Words) -> tuple[str, ...]:
    """Return the rounds as lines, the newest first: day, name, answers, response rate, viewpoints."""
    return tuple(_line(one, words) for one in reversed(rounds(roadmap)))


def rounds_data(roadmap: Roadmap) -> list[dict[str, object]]:
    """Return the rounds as data, the newest first; `n` is by viewpoint, `response_rate` in per cent."""
    return [
        {
            "id": one.survey.id if one.survey else None,
            "name": one.name,
            "on": one.date.isoformat(),
            "invited": one.survey.invited if one.survey else None,
            "responses": one.n,
            "response_rate": None if one.rate is None else float(round(one.rate, 1)),
            "viewpoints": [
                {"id": name, "n": score.n, "mean": float(score.value)} for name, score in one.scores.items()
            ],
        }
        for one in reversed(rounds(roadmap))
    ]


def _line(one: Round, words: Words) -> str:
    facts = when_and_who(one.date, one.n, one.rate, words=words)
    parts = [one_line(one.name) or capital(table_name(words, "surveys")), facts, viewpoints(words, len(one.scores))]
    return "   ".join(parts)


def _recorded(changes: Sequence[Change]) -> Iterator[Came]:
    """Yield the rounds whose record came or went, each with the levels that name it."""
    for change in changes:
        record = change.after or change.before
        if change.field is None and isinstance(record, Survey):
            gone = change.after is None
            own = [one for one in changes if (s := _score(one, gone=gone)) is not None and s.survey == record.id]
            yield Came(record, tuple(filter(None, (_score(one, gone=gone) for one in own))), gone, (change, *own))


def _unrecorded(changes: Sequence[Change]) -> Iterator[Came]:
    """Yield the rounds without a record: a survey's levels of one day for several viewpoints."""
    known = {change.record for change in changes if change.table == "surveys" and change.field is None}
    for gone in (False, True):
        days: dict[tuple[date, str], list[Change]] = {}
        for change in changes:
            score = _score(change, gone=gone)
            if score is not None and score.survey not in known:
                days.setdefault((score.date, score.survey), []).append(change)
        for own in days.values():
            if len(own) >= _SEVERAL:
                yield Came(None, tuple(filter(None, (_score(one, gone=gone) for one in own))), gone, tuple(own))


def _score(change: Change, *, gone: bool) -> Score | None:
    """Return the survey's level that came with a change, or went with it; None for any other change."""
    entry, other = (change.before, change.after) if gone else (change.after, change.before)
    is_new = isinstance(entry, Score) and other is None and change.field == "scores"
    return entry if is_new and entry.basis == "survey" else None
