"""Heat table: sector by viewpoint, the mean in digits in each cell; a shade only supports it."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

from exporters.pictures.line import (
    HIDDEN,
    NONE,
    Picture,
    Row,
    Span,
    cells,
    cut,
    focus_sign,
    line,
    named,
    on_lines,
    right,
)
from exporters.pictures.telling import answers
from exporters.values import name_of
from model.levels import maturity, printed
from model.sectors import COMPARABLE, round_by_sector, told
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exporters.pictures.line import Line, Tone
    from exporters.words import Words
    from model.records import Sector, Viewpoint
    from model.roadmap import Roadmap
    from model.rounds import Round
    from model.survey import Group

UNSURE = "~"
"""Stands before the mean of so few that it should not be compared."""
_NAME, _SHORTEST = 28, 18
_NARROWEST, _NARROW, _WIDEST = 4, 5, 14
_ALL = 7
"""Cells at least for the mean of all answers."""
_SPELT = 9
"""From so many cells on a column has the sector's name above it, else a letter."""
_HEAT: tuple[Tone, ...] = ("heat1", "heat2", "heat3", "heat4", "heat5")


class Table(NamedTuple):
    """What a heat table shows: the round, its sectors, how wide the names and the columns are."""

    round: Round
    sectors: tuple[Sector, ...]
    name: int
    column: int
    left_out: tuple[Sector, ...] = ()
    """Sectors for which there is no room."""


def heat(roadmap: Roadmap, words: Words, width: int) -> Picture:
    """Return the means of the latest round that has results by sector, a row for each viewpoint."""
    found = round_by_sector(roadmap)
    if found is None:
        return _without(roadmap, words, width)
    table = _table(roadmap, found, width)
    groups = told(found)
    rows = [Row(row.viewpoint.id, _line(row.viewpoint, words, table, groups=groups)) for row in maturity(roadmap)]
    return Picture(_head(table, words), tuple(rows), _legend(table, words, width, groups=groups))


def _without(roadmap: Roadmap, words: Words, width: int) -> Picture:
    name = min(_NAME, width)
    rows = (
        Row(
            row.viewpoint.id,
            line(
                named(name_of(row.viewpoint), name, focus=row.viewpoint.focus),
                Span(words.t("no results by sector"), "muted"),
            ),
        )
        for row in maturity(roadmap)
    )
    return Picture((), tuple(rows), ())


def _table(roadmap: Roadmap, found: Round, width: int) -> Table:
    """Divide the width: names get less where there are many sectors; what has no room is left out and named."""
    asked = {group.sector for group in found.survey.groups} if found.survey else set()
    sectors = tuple(sector for sector in roadmap.sectors if sector.id in asked)
    name = max(_SHORTEST, min(_NAME, width - len(sectors) * _NARROW - _ALL))
    fitting = min(len(sectors), max((width - name - _ALL) // _NARROWEST, 1))
    column = (width - name) // (fitting + 1)
    if column < _ALL:
        column = max((width - name - _ALL) // fitting, _NARROWEST)
    column = min(column, _WIDEST)
    return Table(found, sectors[:fitting], name, column, sectors[fitting:])


def _head(table: Table, words: Words) -> tuple[Line, ...]:
    """Return the heads of the columns: names on two lines where there is room, else letters, and all answers last."""
    heads = [_broken(one_line(sector.name), table.column - 1) for sector in table.sectors]
    if not _is_spelt(table):
        heads = [("", letter) for letter in _letters(table)]
    lines = []
    for number in (0, 1):
        said = "".join(right(head[number], table.column) for head in heads)
        total = right(cut(words.t("all"), _ALL - 1) if number else "", max(table.column, _ALL))
        lines.append(line(Span(" " * table.name + said + total, "muted")))
    return tuple(lines[0 if _is_spelt(table) else 1 :])


def _is_spelt(table: Table) -> bool:
    """Whether names stand above the columns: there is room, and no two look the same when they are cut."""
    heads = {_broken(one_line(sector.name), table.column - 1) for sector in table.sectors}
    return table.column >= _SPELT and len(heads) == len(table.sectors)


def _letters(table: Table) -> Sequence[str]:
    """Return a letter for each column: A, B, … Z, AA, AB."""
    many = len(ascii_uppercase)
    return [
        (ascii_uppercase[n // many - 1] if n >= many else "") + ascii_uppercase[n % many]
        for n in range(len(table.sectors))
    ]


def _broken(name: str, room: int) -> tuple[str, str]:
    """Return a name on two lines of so many cells: broken at a space, or where a long word has to be."""
    if cells(name) <= room:
        return "", name
    first, _, rest = name.partition(" ")
    if rest and cells(first) <= room:
        return first, cut(rest, room)
    return "", cut(name, room)


def _line(viewpoint: Viewpoint, words: Words, table: Table, *, groups: Mapping[tuple[str, str], Group]) -> Line:
    """Return a viewpoint's row: its mean in each sector, and that of all answers."""
    parts = [_cell(groups.get((viewpoint.id, sector.id)), words, table.column) for sector in table.sectors]
    total = table.round.scores.get(viewpoint.id)
    everyone = words.level(total.value) if total else NONE
    return line(
        named(name_of(viewpoint), table.name, focus=viewpoint.focus),
        *(span for pair in parts for span in pair),
        Span(right(everyone, max(table.column, _ALL)), "strong"),
    )


def _cell(group: Group | None, words: Words, room: int) -> tuple[Span, Span]:
    """Return the gap before a cell and the cell: the mean, hidden, or nothing known."""
    if group is None:
        return Span(" " * (room - len(NONE))), Span(NONE, "muted")
    if group.hidden or group.mean is None:
        return Span(" " * (room - len(HIDDEN))), Span(HIDDEN, "muted")
    unsure = group.n is not None and group.n < COMPARABLE
    said = f"{UNSURE if unsure else ' '}{words.level(group.mean)}"
    return Span(" " * (room - len(said))), Span(said, _HEAT[int(printed(group.mean)) - 1])


def _legend(table: Table, words: Words, width: int, *, groups: Mapping[tuple[str, str], Group]) -> tuple[str, ...]:
    """Return which round it is, what the signs mean, the letters, and which sectors have no room."""
    said = [f"{words.date(table.round.date)}: {answers(table.round, words)}"]
    shown = {
        (group.hidden or group.mean is None, group.n is not None and group.n < COMPARABLE) for group in groups.values()
    }
    if any(hidden for hidden, _ in shown):
        said.append(f"{HIDDEN} {words.t('too few answers')}")
    if any(few for hidden, few in shown if not hidden):
        said.append(f"{UNSURE} {words.t('under {n} answers: compare with care', n=COMPARABLE)}")
    said.append(focus_sign(words))
    keys = [] if _is_spelt(table) else _keys(table)
    if table.left_out:
        names = words.listing(one_line(sector.name) for sector in table.left_out)
        keys.append(words.t("no room for: {names}", names=names))
    return on_lines((*said, *keys), width)


def _keys(table: Table) -> list[str]:
    return [f"{letter} {one_line(sector.name)}" for letter, sector in zip(_letters(table), table.sectors, strict=True)]
