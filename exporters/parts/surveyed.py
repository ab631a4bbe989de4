"""Results of the survey in the roadmap document: by sector in the latest round that has them, and over the rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Drawing, Heading, Paragraph, Table
from exporters.pictures.telling import NOISE
from exporters.surveys import when_and_who
from exporters.terms import capital
from exporters.values import NOTHING
from model.sectors import COMPARABLE
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.document import Block
    from exporters.public_roadmap import Answer, Level, PublicRoadmap, PublicRound, PublicSector, PublicSectors
    from exporters.words import Words

MOST = 5
"""So many rounds stand beside each other on an upright page."""
_ROOM, _AROUND = 64, 3
"""So many letters of the headings' longest words stand beside each other, and what a column takes besides."""


def trend_blocks(seen: PublicRoadmap, words: Words) -> Iterator[Block]:
    """Yield the levels over the rounds, as a picture and a table; nothing while there are no two rounds."""
    if seen.trend is None:
        return
    yield Heading(3, words.t("Levels over the rounds"))
    tables = [
        _rounds(seen, range(begin, min(begin + MOST, len(seen.rounds))), words)
        for begin in range(0, len(seen.rounds), MOST)
    ]
    yield Drawing(seen.trend, tables[0])
    yield from tables[1:]
    if any(level.is_noise for level in seen.levels):
        yield Paragraph(f"{NOISE} {words.t('the change is within random variation')}.")


def sector_blocks(seen: PublicRoadmap, words: Words) -> Iterator[Block]:
    """Yield the levels by sector of one round, as a picture and a table; nothing where no round has them."""
    found = seen.by_sector
    if found is None:
        return
    yield Heading(3, words.t("Levels by sector"))
    tables = [_sectors(found, seen.levels, words, sectors=part) for part in _stretches(found.sectors)]
    yield Drawing(found.picture, tables[0])
    yield from tables[1:]
    if any(answer.is_hidden for sector in found.sectors for answer in sector.answers):
        yield Paragraph(_hidden(words))
    weak = [sector.name for sector in found.sectors if (least := _ends(sector)) and least[0] < COMPARABLE]
    if weak:
        names = ", ".join(map(one_line, weak))
        said = words.t(
            "Fewer than {n} answers, so compare with care: {sectors}.", n=words.number(COMPARABLE), sectors=names
        )
        yield Paragraph(said)


def answer_text(answer: Answer, words: Words, *, unknown: str = NOTHING) -> str:
    """Return a surveyed level; that too few answered where it is not told."""
    if answer.value is not None:
        return words.level(answer.value)
    return words.t("too few answers") if answer.is_hidden else unknown


def _hidden(words: Words) -> str:
    return words.t(
        "“{word}”: too few answers, or those of a small group could be worked out from it.", word=words.t("not shown")
    )


def _rounds(seen: PublicRoadmap, numbers: range, words: Words) -> Table:
    """Return some of the rounds, a column each, below the levels who answered; beside the last one the change."""
    shown = [seen.rounds[number] for number in numbers]
    is_last = numbers.stop == len(seen.rounds)
    changes = [_change(level, words) for level in seen.levels]
    rows = [
        (
            level.short,
            *(answer_text(one.answers[place], words) for one in shown),
            *((changes[place],) if is_last else ()),
        )
        for place, level in enumerate(seen.levels)
    ]
    for name, told in (
        (words.t("Answers (n)"), [_number(one.n, words) for one in shown]),
        (words.t("Response rate"), [_rate(one, words) for one in shown]),
    ):
        rows.append((name, *told, *((NOTHING,) if is_last else ())))
    header = (
        words.t("Viewpoint"),
        *(words.date(one.date) for one in shown),
        *((capital(words.t("change")),) if is_last else ()),
    )
    caption = words.t("Levels from 1 to 5 by survey, and the change from the last but one to the latest:")
    return Table(caption, header, tuple(rows), numeric=frozenset(range(1, len(header))))


def _change(level: Level, words: Words) -> str:
    if level.change is None:
        return NOTHING
    return f"{words.gap(level.change)} {NOISE}" if level.is_noise else words.gap(level.change)


def _rate(found: PublicRound, words: Words) -> str:
    return words.t("not known") if found.rate is None else words.percent(found.rate)


def _number(n: int | None, words: Words) -> str:
    return words.t("not known") if n is None else words.number(n)


def _sectors(found: PublicSectors, levels: Sequence[Level], words: Words, *, sectors: Sequence[PublicSector]) -> Table:
    """Return some of the sectors, a column each, beside the level of all answers."""
    rows = tuple(
        (
            level.short,
            answer_text(found.round.answers[place], words),
            *(_told(sector.answers[place], words) for sector in sectors),
        )
        for place, level in enumerate(levels)
    )
    told = when_and_who(found.round.date, found.round.n, found.round.rate, words=words)
    header = (words.t("Viewpoint"), capital(words.t("all")), *(_head(sector, words) for sector in sectors))
    caption = words.t("Levels from 1 to 5 by sector ({round}):", round=told)
    return Table(caption, header, rows, numeric=frozenset(range(1, len(header))))


def _told(answer: Answer, words: Words) -> str:
    return words.t("not shown") if answer.is_hidden else answer_text(answer, words)


def _head(sector: PublicSector, words: Words) -> str:
    """Return a sector with how many answered, which may differ from viewpoint to viewpoint: `Opetus (n = 38–40)`."""
    ends = _ends(sector)
    name = one_line(sector.name)
    return f"{name} (n = {'–'.join(dict.fromkeys(map(words.number, ends)))})" if ends else name


def _ends(sector: PublicSector) -> tuple[int, int] | None:
    counts = [answer.n for answer in sector.answers if answer.n is not None]
    return (min(counts), max(counts)) if counts else None


def _stretches(sectors: Sequence[PublicSector]) -> Iterator[Sequence[PublicSector]]:
    """Yield the sectors in parts whose names fit beside each other; the parts are as even as may be."""
    wide = [_AROUND + max(map(len, sector.name.split()), default=0) for sector in sectors]
    parts = -(-sum(wide) // _ROOM)
    size = -(-len(sectors) // max(parts, 1))
    yield from (sectors[begin : begin + size] for begin in range(0, len(sectors), size))
