"""The first screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.screens.base import RoadmapScreen, bindings_of

if TYPE_CHECKING:
    from textual.binding import BindingType


class Schedule(RoadmapScreen):
    """The first screen."""

    NAME = "schedule"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("schedule")

    def heading(self) -> str:
        """Return the roadmap's title."""
        return self.roadmap.head.title


SCREEN = Schedule
