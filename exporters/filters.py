"""A filter of the history in words, and the words for the kinds of change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.terms import word
from exporters.values import record_name
from exporters.words import N_
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from exporters.words import Words
    from model.roadmap import Roadmap
    from model.wanted import Wanted

KIND: Mapping[str, str] = {
    "added": N_("additions"),
    "removed": N_("removals"),
    "started": N_("measures started"),
    "moved": N_("schedule changes"),
    "done": N_("completions"),
    "dropped": N_("discontinuations"),
    "reopened": N_("reopenings of measures"),
    "note": N_("notes"),
    "score": N_("levels"),
    "target": N_("targets"),
    "funding": N_("appropriations"),
    "meeting": N_("meetings"),
    "action": N_("tasks"),
    "approval": N_("approvals"),
    "conflict": N_("conflicts"),
    "other": N_("other edits"),
}
"""What each of `model.wanted.KINDS` is called where one chooses between them."""


def told(wanted: Wanted, words: Words, roadmap: Roadmap) -> str:
    """Return what is asked for, in a few words: `T07 · 3/2026 · syksy 2026 · siirrot`; empty for everything."""
    viewpoint = record_name(roadmap, "viewpoints", wanted.viewpoint) if wanted.viewpoint else ""
    kinds = ", ".join(word(words, KIND, kind) for kind in KIND if kind in wanted.kinds)
    parts = (wanted.record, viewpoint, wanted.person, wanted.meeting, period(wanted, words), kinds)
    return " · ".join(one_line(part) for part in parts if part)


def period(wanted: Wanted, words: Words) -> str:
    """Return the time that is asked for: a half-year or a year by its name, else from when until when."""
    first, last = wanted.first, wanted.last
    if first and last:
        half = words.step.containing(first)
        if (first, last) == (half.first_day, half.last_day):
            return words.half(half)
        if (first.year, first.month, first.day, last) == (first.year, 1, 1, first.replace(month=12, day=31)):
            return str(first.year)
        return words.date(first) if first == last else f"{words.date(first)}–{words.date(last)}"
    return _open(first, last, words)


def _open(first: date | None, last: date | None, words: Words) -> str:
    if first:
        return words.t("since {date}", date=words.date(first))
    return words.t("until {date}", date=words.date(last)) if last else ""
