"""The four views of maturity by their names, in the order in which one leads to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.pictures.blindspots import blind_spots
from exporters.pictures.dumbbells import dumbbells
from exporters.pictures.heat import heat
from exporters.pictures.trend import trend
from exporters.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.pictures.line import Picture
    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.roadmap import Roadmap

TITLES: Mapping[str, str] = {
    "dumbbells": N_("Maturity"),
    "heat": N_("Levels by sector"),
    "trend": N_("Levels over the rounds"),
    "blind_spots": N_("Blind spots"),
}
"""The views and what each is called."""
VIEWS = tuple(TITLES)


def after(view: str) -> str:
    """Return the view that comes after another; the first one after the last."""
    return VIEWS[(VIEWS.index(view) + 1) % len(VIEWS)]


def picture(view: str, roadmap: Roadmap, words: Words, *, width: int, now: HalfYear) -> Picture:
    """Return a view of the levels in a width; `now` is the half-year that is lit."""
    if view == "heat":
        return heat(roadmap, words, width)
    if view == "trend":
        return trend(roadmap, words, width)
    if view == "blind_spots":
        return blind_spots(roadmap, words, width, now=now)
    return dumbbells(roadmap, words, width)
