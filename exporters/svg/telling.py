"""What pictures of levels say in words: a viewpoint's row, a round of the survey, a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.pictures.telling import answers, latest_shift, unknown
from exporters.terms import BASIS, word
from model.text import one_line

if TYPE_CHECKING:
    from exporters.words import Words
    from model.levels import Levels
    from model.records import Viewpoint
    from model.rounds import Round

_SAID = 120


def said(text: str) -> str:
    """Return a name of a record for a sentence: on one line, and no longer than a name is."""
    return one_line(text, limit=_SAID)


def name_of(viewpoint: Viewpoint) -> str:
    """Return a viewpoint's short name where it has one."""
    return said(viewpoint.called)


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


def change_line(viewpoint: Viewpoint, words: Words) -> str:
    """Return the change from the last but one survey to the latest, and that it tells nothing where it does not."""
    found = latest_shift(viewpoint)
    if found is None:
        return ""
    difference = words.gap(found.difference)
    return f"{difference}: {words.t('the change is within random variation')}" if found.is_noise else difference
