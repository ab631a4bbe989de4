"""The heat table: a row for each viewpoint, a column for each sector, the level as a digit in its cell.

The shade only supports the digit. What is hidden because too few answered says so in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters.svg.ink import BLACK, MUTED, PAPER, RULE, heat
from exporters.svg.letters import fitted, length, wrapped
from exporters.svg.sheet import EDGE, WIDTH, Sheet
from exporters.svg.telling import name_of, round_line, said
from exporters.terms import SCOPE, capital, word
from exporters.translating import in_language
from exporters.values import NOTHING
from model.levels import printed
from model.rounds import SCOPES
from model.sectors import COMPARABLE, round_by_sector
from model.sectors import told as shown_groups
from model.sound import LEVELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from exporters.svg.picture import Picture
    from exporters.words import Words
    from model.records import Sector, Viewpoint
    from model.roadmap import Roadmap
    from model.rounds import Round
    from model.survey import Group

_NAMES, _ROW, _TINY = 214, 30, 11
_NARROW, _WIDE = 62, 104
_UPRIGHT = 158
"""How high the head is where the names of the sectors are turned upward."""


class _Table(NamedTuple):
    """Where the columns stand: the whole first, then the sectors."""

    sheet: Sheet
    found: Round
    groups: Mapping[tuple[str, str], Group]
    sectors: Sequence[Sector]
    wide: float

    def middle(self, column: int) -> float:
        """Return the middle of a column, 0 for the whole."""
        return EDGE + _NAMES + (column + 0.5) * self.wide + (6 if column else 0)


def heat_table(roadmap: Roadmap, words: Words, *, note: str = "") -> Picture:
    """Return the levels by sector of the latest round of the survey that has them."""
    told = in_language(roadmap, words.language)
    found = round_by_sector(told)
    title = words.t("Levels by sector")
    if found is None or found.survey is None:
        sheet = Sheet(told, words, title, note=note)
        sheet.y += 12
        sheet.remark(capital(words.t("no results by sector")), strong=True)
        return sheet.picture()
    measured = {group.sector for group in found.survey.groups}
    sectors = [sector for sector in told.sectors if sector.id in measured]
    wide = max(_NARROW, min(_WIDE, (WIDTH - 2 * EDGE - _NAMES - 6) / (len(sectors) + 1)))
    width = max(WIDTH, round(2 * EDGE + _NAMES + 6 + wide * (len(sectors) + 1)))
    sheet = Sheet(told, words, f"{title}: {said(found.name)}", note=note, width=width)
    sheet.remark(round_line(found, words))
    _draw(_Table(sheet, found, shown_groups(found), sectors, wide), told)
    return sheet.picture()


def _draw(table: _Table, roadmap: Roadmap) -> None:
    sheet, words = table.sheet, table.sheet.words
    _head(table)
    for scope in SCOPES:
        shown = [viewpoint for viewpoint in roadmap.viewpoints if viewpoint.scope == scope]
        if shown:
            sheet.y += 20
            sheet.canvas.text((EDGE, sheet.y), capital(word(words, SCOPE, scope)), size=12, bold=True, ink=MUTED)
            sheet.y += 6
        for viewpoint in shown:
            _row(table, viewpoint)
    sheet.y += 28
    _shades(sheet, roadmap)
    sheet.remark(
        words.t(
            "“{word}”: too few answers, or those of a small group could be worked out from it.",
            word=words.t("not shown"),
        )
    )
    sheet.remark(words.t("Slanted: fewer than {n} answers; differences say little.", n=words.number(COMPARABLE)))


def _head(table: _Table) -> None:
    """Write the names of the columns with the number of answers; upward where the columns are narrow."""
    sheet, words = table.sheet, table.sheet.words
    heads = [(words.t("all"), ""), *((said(one.name), _answers(table, one, words)) for one in table.sectors)]
    longest = max(length(part, 12) for name, _ in heads for part in name.split() or [""])
    is_upright = longest > table.wide - 6
    sheet.y += _UPRIGHT if is_upright else 52
    for column, (name, answers) in enumerate(heads):
        x = table.middle(column)
        if is_upright:
            for number, line in enumerate(wrapped(name, 12, _UPRIGHT - 26, most=2)):
                sheet.canvas.text((x + 2 + 14 * number, sheet.y - 18), line, size=12, upward=True)
        else:
            lines = wrapped(name, 12, table.wide - 6, most=3)
            for number, line in enumerate(lines):
                foot = sheet.y - 18 - 14 * (len(lines) - 1 - number)
                sheet.canvas.text((x, foot), line, size=12, anchor="middle")
        shown = fitted(answers, _TINY, table.wide)
        sheet.canvas.text((x, sheet.y - 3), shown, size=_TINY, anchor="middle", ink=MUTED)


def _answers(table: _Table, sector: Sector, words: Words) -> str:
    """Return how many of a sector answered: `n = 38–40`."""
    counts = [g.n for (_, name), g in table.groups.items() if name == sector.id and g.n is not None and not g.hidden]
    if not counts:
        return ""
    ends = dict.fromkeys(map(words.number, (min(counts), max(counts))))
    return f"n = {'–'.join(ends)}"


def _row(table: _Table, viewpoint: Viewpoint) -> None:
    sheet, words = table.sheet, table.sheet.words
    sheet.name(viewpoint, (EDGE, sheet.y + _ROW / 2 + 5), room=_NAMES - 6, size=13)
    score = table.found.scores.get(viewpoint.id)
    shown = [_cell(table, 0, score.value if score else None, n=score.n if score else None)]
    for column, sector in enumerate(table.sectors, start=1):
        group = table.groups.get((viewpoint.id, sector.id))
        if group and group.hidden:
            shown.append(_hidden(table, column))
        else:
            shown.append(_cell(table, column, group.mean if group else None, n=group.n if group else None))
    names = (words.t("all"), *(said(one.name) for one in table.sectors))
    parts = (f"{name} {value}" for name, value in zip(names, shown, strict=True))
    sheet.tell(f"{name_of(viewpoint)}: {', '.join(parts)}")
    sheet.y += _ROW


def _cell(table: _Table, column: int, level: Decimal | None, *, n: int | None) -> str:
    """Draw a cell and return what it says."""
    sheet, words = table.sheet, table.sheet.words
    at, size = (table.middle(column) - table.wide / 2 + 1, sheet.y + 1), (table.wide - 2, _ROW - 2)
    foot = (table.middle(column), sheet.y + _ROW / 2 + 5)
    if level is None:
        sheet.canvas.box(at, size, ink=RULE)
        sheet.canvas.text(foot, NOTHING, anchor="middle", ink=MUTED)
        return NOTHING
    shade = heat(float(printed(level)))
    sheet.canvas.box(at, size, fill=shade, ink=RULE)
    is_weak = n is not None and n < COMPARABLE
    shown = words.level(level)
    sheet.canvas.text(foot, shown, anchor="middle", ink=BLACK, bold=column == 0, italic=is_weak)
    return shown


def _hidden(table: _Table, column: int) -> str:
    sheet = table.sheet
    shown = sheet.words.t("not shown")
    at, size = (table.middle(column) - table.wide / 2 + 1.5, sheet.y + 1.5), (table.wide - 3, _ROW - 3)
    sheet.canvas.box(at, size, fill=PAPER, ink=MUTED, dash="3 3")
    foot = (table.middle(column), sheet.y + _ROW / 2 + 4)
    sheet.canvas.text(foot, fitted(shown, _TINY, table.wide - 6), size=_TINY, anchor="middle", ink=MUTED)
    return shown


def _shades(sheet: Sheet, roadmap: Roadmap) -> None:
    """Draw the five shades with the words of the scale."""
    names = roadmap.scale.words
    x: float = EDGE
    for level in LEVELS:
        shade = heat(level)
        sheet.canvas.box((x, sheet.y - 16), (28, 22), fill=shade, ink=RULE)
        sheet.canvas.text((x + 14, sheet.y), str(level), anchor="middle", ink=BLACK)
        shown = fitted(said(names[level - 1]), 12, 90)
        sheet.canvas.text((x + 34, sheet.y), shown, size=12)
        x += 44 + length(shown, 12)
    sheet.y += 28
