"""What is told below a picture of the viewpoint at which one looks: what the picture has no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.pictures import axis
from exporters.pictures.line import left
from exporters.pictures.telling import latest_shift, margin, shift_sentence, survey_points
from exporters.terms import BASIS, word
from exporters.values import item_place
from model.levels import is_shown, levels
from model.sectors import round_by_sector, told
from model.sound import interval
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.words import Words
    from model.records import Score, Viewpoint
    from model.roadmap import Roadmap
    from model.survey import Group

GAP = "   "
_DATE, _SURE = 12, 95


def details(view: str, roadmap: Roadmap, viewpoint: Viewpoint, *, words: Words) -> str:
    """Return what a view's picture leaves out of a viewpoint."""
    told_of = {"heat": _sectors, "trend": _rounds, "blind_spots": _measures}.get(view, _levels)
    return GAP.join(told_of(roadmap, viewpoint, words))


def score_rows(viewpoint: Viewpoint, words: Words, step: int) -> tuple[int, tuple[str, ...]]:
    """Return the dated levels on one axis, the newest first and a ruler above them, and how wide date and axis are.

    Where a survey's interval is known it lies around the mark. `step` is how many cells a level takes.
    """
    margin_width = _DATE + axis.width(step) + len(GAP)
    explained = f"{axis.INTERVAL} {words.t('confidence interval, {share}', share=words.percent(_SURE))}"
    lines = [f"{' ' * _DATE}{axis.ruler(step)}{GAP}{explained}"]
    for score in sorted(viewpoint.scores, key=lambda score: score.date, reverse=True):
        if not is_shown(score):
            lines.append(left(words.date(score.date), margin_width) + words.t("too few answers"))
            continue
        mark = axis.BASELINE if score.basis == "survey" else axis.JUDGEMENT
        drawn = axis.marked(mark, score.value, step, interval=interval(score))
        lines.append(f"{left(words.date(score.date), _DATE)}{drawn}{GAP}{_score(score, words)}")
    return margin_width, tuple(lines)


def score_line(score: Score, words: Words) -> str:
    """Return a score as a sentence: date, level, ink, answers, § and note."""
    return f"{words.date(score.date)}{GAP}{_score(score, words)}"


def _score(score: Score, words: Words) -> str:
    parts = [words.level(score.value), margin(score, words), word(words, BASIS, score.basis)]
    if score.n is not None:
        parts.append(f"n = {words.number(score.n)}")
    if score.meeting:
        parts.append(item_place(score.meeting, score.item))
    if score.note:
        parts.append(one_line(score.note))
    return GAP.join(part for part in parts if part)


def too_few(score: Score, words: Words) -> str:
    """Return that too few answered on a day for anything to be told."""
    return f"{words.date(score.date)}{GAP}{word(words, BASIS, score.basis)}{GAP}{words.t('too few answers')}"


def _levels(roadmap: Roadmap, viewpoint: Viewpoint, words: Words) -> Iterator[str]:
    """Yield the latest score, what is proposed, how the survey has changed and which open measures aim there."""
    row = levels(viewpoint)
    if row.current:
        yield score_line(row.current, words)
    else:
        hidden = [score for score in viewpoint.scores if not is_shown(score)]
        yield too_few(hidden[-1], words) if hidden else words.t("not assessed")
    if row.proposed:
        value = words.level(row.proposed.value)
        yield words.t("proposed target {level}, not approved yet", level=value)
    if row.current and row.current == row.survey:
        yield from changes(viewpoint, words)
    yield from _measures(roadmap, viewpoint, words)


def _measures(roadmap: Roadmap, viewpoint: Viewpoint, words: Words) -> Iterator[str]:
    aimed = [measure.id for measure in roadmap.measures if viewpoint.id in measure.viewpoints and measure.is_open]
    yield words.t("measures: {ids}", ids=words.listing(aimed)) if aimed else words.t("no measures")


def _rounds(roadmap: Roadmap, viewpoint: Viewpoint, words: Words) -> Iterator[str]:
    """Yield the latest change, every survey with its interval and number of answers, and what the team judged."""
    del roadmap
    judged = sorted((s for s in viewpoint.scores if s.basis == "judgement"), key=lambda score: score.date, reverse=True)
    yield from changes(viewpoint, words)
    yield from reversed(survey_points(viewpoint, words))
    yield from (f"{words.date(s.date)} {words.level(s.value)} ({word(words, BASIS, s.basis)})" for s in judged)
    if not viewpoint.scores:
        yield words.t("not assessed")


def changes(viewpoint: Viewpoint, words: Words) -> Iterator[str]:
    """Yield the change from the last but one survey to the latest, where there is one."""
    if found := latest_shift(viewpoint):
        yield shift_sentence(found, words)


def _sectors(roadmap: Roadmap, viewpoint: Viewpoint, words: Words) -> Iterator[str]:
    """Yield what each sector said, by its whole name."""
    groups = told(round_by_sector(roadmap))
    mine = {sector: group for (of, sector), group in groups.items() if of == viewpoint.id}
    for sector in roadmap.sectors:
        if sector.id in mine:
            yield f"{one_line(sector.name)} {_said(mine[sector.id], words)}"
    if not mine:
        yield words.t("no results by sector")


def _said(group: Group, words: Words) -> str:
    if group.hidden or group.mean is None:
        return words.t("too few answers")
    n = "" if group.n is None else f" (n = {words.number(group.n)})"
    return f"{words.level(group.mean)}{n}"
