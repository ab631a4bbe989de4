"""The decision of the § on the measures that start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.words import Words


def started(words: Words, measures: Sequence[str]) -> str:
    """Return the decision that measures, by their ids, start."""
    ids = words.listing(one_line(measure) for measure in measures)
    return words.n(
        "It was decided to start measure {ids}.", "It was decided to start measures {ids}.", len(measures), ids=ids
    )
