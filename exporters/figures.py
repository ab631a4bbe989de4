"""The § that asks a meeting for the values of indicators that are missing, and how values given there stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.indicators import missing_names
from model.indicators import missing
from model.meeting import Item

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from exporters.words import Words
    from model.roadmap import Roadmap


def figure_items(roadmap: Roadmap, words: Words, *, day: date) -> Iterator[Item]:
    """Yield the § on the values that should be there by a day and are not; none where nothing is missing."""
    found = missing(roadmap, day)
    if found:
        yield Item(
            number=0,
            kind="indicators",
            heading=words.t("Indicators: value missing"),
            subjects=tuple(one.indicator.id for one in found),
            background=words.t("Value missing: {names}.", names=missing_names(words, found)),
            proposal=words.t("The missing values are recorded."),
        )
