"""Goals: how far the measures of each are, its indicators, and the themes of the strategy in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Heading, Paragraph, Table, paragraphs
from exporters.parts.figures import figure_blocks, figure_list
from exporters.parts.missing import part
from exporters.terms import STATUS, capital, measures, word
from model.standing import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from exporters.document import Block
    from exporters.public_roadmap import PublicRoadmap, Purpose, Theme
    from exporters.words import Words
    from model.records import Status


def goals_part(seen: PublicRoadmap, words: Words) -> tuple[Block, ...]:
    """Return the part about goals, with the themes and the indicators."""
    return part(words.t("Goals"), _goals(seen, words), words)


def counts_text(counts: Mapping[Status, int], words: Words) -> str:
    """Return measures by status: `5 toimenpidettä (tehty 2, käynnissä 3)`, or that there are none."""
    if not counts:
        return capital(words.t("no measures"))
    parts = ", ".join(f"{word(words, STATUS, name)} {words.number(count)}" for name, count in counts.items())
    return f"{measures(words, sum(counts.values()))} ({parts})"


def _goals(seen: PublicRoadmap, words: Words) -> Iterator[Block]:
    for goal in seen.goals:
        yield from _goal(goal, words)
    if seen.themes:
        yield Heading(3, words.t("Themes of the strategy"))
        yield _themes(seen.themes, words)
    if seen.loose:
        yield Heading(3, words.t("Other indicators") if seen.goals else words.t("Indicators"))
        yield from figure_list(seen.loose)
    if drawn := tuple(figure_blocks(seen.figures, words)):
        yield Heading(3, words.t("Indicators by year"))
        yield from drawn


def _goal(goal: Purpose, words: Words) -> Iterator[Block]:
    yield Heading(3, goal.title)
    yield from paragraphs(goal.description)
    yield Paragraph(f"{counts_text(goal.counts, words)}.")
    yield from figure_list(goal.figures)


def _themes(themes: tuple[Theme, ...], words: Words) -> Table:
    shown = [name for name in STATUSES if any(name in theme.counts for theme in themes)]
    header = (words.t("Theme"), words.t("Goals"), words.t("Measures"), *(capital(words.t(STATUS[n])) for n in shown))
    rows = tuple(
        (
            theme.name or words.t("no theme"),
            words.number(theme.goals),
            words.number(sum(theme.counts.values())),
            *(words.number(theme.counts.get(name, 0)) for name in shown),
        )
        for theme in themes
    )
    caption = words.t("Measures by theme; one that serves several themes counts in each:")
    return Table(caption, header, rows, numeric=frozenset(range(1, len(header))))
