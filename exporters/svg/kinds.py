"""The pictures of maturity by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from exporters.svg.dumbbell import dumbbell
from exporters.svg.heat import heat_table
from exporters.svg.radar import radar
from exporters.svg.trend import trend

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.svg.picture import Picture
    from exporters.words import Words
    from model.roadmap import Roadmap

    class Maker(Protocol):
        """A function that draws the levels; `note` is said of the picture as a whole."""

        def __call__(self, roadmap: Roadmap, words: Words, *, note: str = "") -> Picture:
            """Return the picture."""


Kind = Literal["dumbbell", "heat", "trend", "radar"]
PICTURES: Mapping[Kind, Maker] = {
    "dumbbell": dumbbell,
    "heat": heat_table,
    "trend": trend,
    "radar": radar,
}
