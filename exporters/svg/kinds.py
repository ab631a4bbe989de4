"""The pictures of maturity by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from exporters.svg.dumbbell import dumbbell
from exporters.svg.heat import heat_table
from exporters.svg.radar import radar
from exporters.svg.trend import trend

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from exporters.svg.picture import Picture
    from exporters.words import Words
    from model.roadmap import Roadmap

Kind = Literal["dumbbell", "heat", "trend", "radar"]
PICTURES: Mapping[Kind, Callable[[Roadmap, Words], Picture]] = {
    "dumbbell": dumbbell,
    "heat": heat_table,
    "trend": trend,
    "radar": radar,
}
