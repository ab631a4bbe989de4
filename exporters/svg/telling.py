"""What pictures of levels say in words: a viewpoint's row, a round of the survey, a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.pictures.telling import answers, unknown
from exporters.terms import BASIS, word
from model.levels import printed
from model.sound import shift
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.words import Words
    from model.levels import Levels
    from model.records import Score, Viewpoint
    from model.rounds import Round

_SAID = 120
LEVELS = (1, 2, 3, 4, 5)


def said(text: str) -> str:
    """Return a name of a record for a sentence: on one line, and no longer than a name is."""
    return one_line(text, limit=_SAID)


def name_of(viewpoint: Viewpoint) -> str:
    """Return a viewpoint's short name where it has one."""
    return said(viewpoint.short or viewpoint.name)


def row_sentence(row: Levels, words: Words) -> str:
    """Return a viewpoint's levels: `Digitaalinen osaaminen: lähtö 3,5, nyt 3,7 (kysely), tavoite 4,2, ero −0,5`."""
    now = row.current
    parts = [
        f"{words.t('base')} {words.level(row.baseline.value)}" if row.baseline else "",
        f"{words.t('now')} {words.level(now.value)} ({word(words, BASIS, now.basis)})"
        if now
        else unknown(row.viewpoint, words),
        f"{words.t('target')} {words.level(row.target.value)}" if row.target else "",
        f"{words.t('gap')} {words.gap(row.gap)}" if row.gap is not None else "",
    ]
    focus = f" ({words.t('focus area')})" if row.viewpoint.focus else ""
    return f"{name_of(row.viewpoint)}{focus}: {', '.join(part for part in parts if part)}"


def round_line(found: Round, words: Words) -> str:
    """Return a round of the survey with its answers: `Välikysely 2026, 15.5.2026: n = 143, vastausprosentti 23 %`."""
    name = said(found.name) or words.t("survey")
    return f"{name}, {words.date(found.date)}: {answers(found, words)}"


def change_line(surveys: Sequence[Score], words: Words) -> str:
    """Return the change from the last but one survey to the latest, and that it tells nothing where it does not."""
    if len(surveys) <= 1:
        return ""
    before, after = surveys[-2:]
    difference = words.gap(printed(after.value) - printed(before.value))
    found = shift(before, after)
    is_noise = found is not None and found.is_noise
    return f"{difference}: {words.t('the change is within random variation')}" if is_noise else difference
