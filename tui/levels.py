"""Levels as lines of text for the screen: the table, its legend and what is told of one viewpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from exporters.terms import BASIS, word
from exporters.values import item_place
from model.levels import levels
from model.text import one_line
from tui import axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.words import Words
    from model.levels import Levels
    from model.records import Score
    from model.roadmap import Roadmap

WIDE = 110
"""From so many columns on there is room for ten cells from level to level, else for six."""

_NUMBERS = (6, 6, 8, 6)
_SIDES = 5


class LevelTable:
    """Lays the rows of the maturity view out for a width of the screen, in columns."""

    def __init__(self, words: Words, width: int) -> None:
        """Divide the width between name, axis and the four numbers."""
        self.words = words
        self.cells = 10 if width >= WIDE else 6
        self.name = max(width - _SIDES - axis.width(self.cells) - sum(_NUMBERS), 8)

    def head(self) -> str:
        """Return the line above the rows."""
        t = self.words.t
        names = (t("base"), t("now"), t("target"), t("gap"))
        return " " * self.name + axis.ruler(self.cells) + _right(names)

    def line(self, row: Levels) -> Content:
        """Return a viewpoint's row: focus mark, name, axis, digits and gap."""
        star = "★ " if row.viewpoint.focus else "  "
        name = one_line(row.viewpoint.short or row.viewpoint.name)
        shown = Content(star + name).truncate(self.name - 1, ellipsis=True)
        return Content.assemble(
            shown.pad_right(self.name - shown.cell_length),
            (axis.axis(row, self.cells), "$text-muted" if row.current is None else ""),
            Content(_right(self._numbers(row))),
        )

    def _numbers(self, row: Levels) -> tuple[str, str, str, str]:
        """Return baseline, now, target and gap; a judgement is marked so that it is not taken for a survey."""
        now = self._level(row.current)
        if row.current and row.current.basis == "judgement":
            now = f"{axis.JUDGEMENT}{now}"
        target = self.words.level(row.target.value) if row.target else "–"
        return self._level(row.baseline), now, target, self.words.gap(row.gap) if row.gap is not None else "–"

    def _level(self, score: Score | None) -> str:
        return self.words.level(score.value) if score else "–"


def legend(roadmap: Roadmap, words: Words, width: int) -> str:
    """Return what the marks mean, with year and number of answers of the surveys; the star where there is room."""
    rows = [levels(viewpoint) for viewpoint in roadmap.viewpoints]
    first = [row.baseline for row in rows if row.baseline]
    later = [row.survey for row in rows if row.survey and row.survey != row.baseline]
    parts = [
        f"{axis.BASELINE} {_survey(first, words) or words.t('baseline')}",
        f"{axis.SURVEY} {_survey(later, words) or words.t('latest survey')}",
        f"{axis.JUDGEMENT} {words.t('judgement')}",
        f"{axis.TARGET} {words.t('target')}",
    ]
    if width >= WIDE:
        parts.append(f"★ {words.t('focus area')}")
    return "   ".join(parts)


def details(row: Levels, aimed: Sequence[str], words: Words) -> Content:
    """Return what is told of one viewpoint: its name, its latest score in words, the measures that aim at it."""
    told = [score_line(row.current, words) if row.current else words.t("not assessed")]
    if row.proposed:
        value = words.level(row.proposed.value)
        told.append(words.t("proposed target {level}, not approved yet", level=value))
    told.append(words.t("measures: {ids}", ids=words.listing(aimed)) if aimed else words.t("no measures"))
    return Content.assemble((one_line(row.viewpoint.name), "bold"), "\n", Content("   ".join(told)))


def score_line(score: Score, words: Words) -> str:
    """Return a score as a sentence: date, level, ink, answers, § and note."""
    parts = [words.date(score.date), words.level(score.value), word(words, BASIS, score.basis)]
    if score.n is not None:
        parts.append(f"n = {words.number(score.n)}")
    if score.meeting:
        parts.append(item_place(score.meeting, score.item))
    if score.note:
        parts.append(one_line(score.note))
    return "   ".join(parts)


def _survey(scores: Sequence[Score], words: Words) -> str:
    if not scores:
        return ""
    answers = [score.n for score in scores if score.n is not None]
    year = max(score.date.year for score in scores)
    return (
        words.t("survey {year} (n = {n})", year=year, n=words.number(max(answers)))
        if answers
        else words.t("survey {year}", year=year)
    )


def _right(texts: Sequence[str]) -> str:
    return "".join(text.rjust(width) for text, width in zip(texts, _NUMBERS, strict=True))
