"""Asking for a filter of the history: what kind of filter, then its value, each from a numbered list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exporters import filters
from exporters.terms import capital, word
from exporters.values import name_of
from model.edits import RefusedError
from model.roadmap import record_id
from model.text import one_line
from model.wanted import KINDS, Wanted
from tui.prompts.choose import Choice, Choose
from tui.wanting import read, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.roadmap import Roadmap
    from tui.app import Tiekartta

_HALVES = 6
"""So many half-years are offered, back from the present one."""


@dataclass(frozen=True, slots=True)
class Filtering:
    """What the lists of values are made from."""

    app: Tiekartta
    wanted: Wanted
    people: tuple[str, ...]
    """Who has recorded something, as far as the history has been read."""

    @property
    def words(self) -> Words:
        """The words of the person at the screen."""
        return self.app.words

    @property
    def roadmap(self) -> Roadmap:
        """The roadmap, which has the records to choose from."""
        return self.app.session.roadmap

    async def ask(self) -> Wanted | None:
        """Ask which filter, and for its value; None when a question was left."""
        words, now = self.words, self.wanted
        ways = (
            (words.t("measure"), now.record, self._measures()),
            (words.t("viewpoint"), now.viewpoint, self._viewpoints()),
            (words.t("meeting"), now.meeting, self._meetings()),
            (words.t("period of time"), filters.period(now, words), self._times()),
            (words.t("kind of change"), filters.told(Wanted(kinds=now.kinds), words, self.roadmap), self._kinds()),
            (words.t("recorded by"), now.person, self._people()),
        )
        labels = [capital(what) + (f": {one_line(value)}" if value else "…") for what, value, _ in ways]
        choices: list[Choice[int]] = [Choice(label, place) for place, label in enumerate(labels)]
        if not now.everything:
            choices.append(Choice(words.t("Show everything"), len(ways)))
        place = await self.app.push_screen_wait(Choose(words.t("By what are the changes narrowed down?"), choices))
        if place is None or place == len(ways):
            return None if place is None else Wanted()
        what, _, values = ways[place]
        hint = words.t("Or type it: T07, 3/2026, a half-year, a name, a kind")
        return await self.app.push_screen_wait(Choose(f"{capital(what)}:", values, read=self._read, hint=hint))

    def _read(self, text: str) -> Wanted:
        """Return the filter with what was typed in place of a choice; refuse what names nothing."""
        found = read(text, self.roadmap, self.words, wanted=self.wanted)
        if found is None and text.strip():
            found = replace(self.wanted, person=typed(text, self.roadmap, self.words).person)
        if found is None:
            raise RefusedError("empty-text")
        return found

    def _measures(self) -> Sequence[Choice[Wanted]]:
        return [
            Choice(f"{measure.id}  {measure.title}", replace(self.wanted, table="measures", record=measure.id))
            for measure in self.roadmap.measures
        ]

    def _viewpoints(self) -> Sequence[Choice[Wanted]]:
        return [
            Choice(name_of(viewpoint), replace(self.wanted, viewpoint=viewpoint.id))
            for viewpoint in self.roadmap.viewpoints
        ]

    def _meetings(self) -> Sequence[Choice[Wanted]]:
        newest = sorted(self.roadmap.meetings, key=lambda meeting: meeting.date, reverse=True)
        return [
            Choice(
                f"{meeting.number}, {self.words.date(meeting.date)}", replace(self.wanted, meeting=record_id(meeting))
            )
            for meeting in newest
        ]

    def _times(self) -> Sequence[Choice[Wanted]]:
        now = self.app.session.half
        halves: Iterable[HalfYear] = (now.shifted(-steps) for steps in range(_HALVES))
        return [
            Choice(self.words.half(half), replace(self.wanted, first=half.first_day, last=half.last_day))
            for half in halves
        ]

    def _kinds(self) -> Sequence[Choice[Wanted]]:
        return [
            Choice(capital(word(self.words, filters.KIND, kind)), replace(self.wanted, kinds=frozenset({kind})))
            for kind in KINDS
        ]

    def _people(self) -> Sequence[Choice[Wanted]]:
        return [Choice(who, replace(self.wanted, person=who)) for who in self.people]
