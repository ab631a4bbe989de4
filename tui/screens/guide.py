"""The user's guide on screen, in the person's language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tui.guide import guide, on_screen
from tui.screens.base import RoadmapScreen, reading_bindings_of
from tui.widgets.leaf import leaf
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget


class Guide(RoadmapScreen):
    """The whole guide as one sheet."""

    NAME = "guide"
    BINDINGS: ClassVar[list[BindingType]] = reading_bindings_of(NAME)

    def body(self) -> Iterable[Widget]:
        """Lay out one page."""
        yield Sheet(id="leaf")

    def on_mount(self) -> None:
        """Lay the text out once: nothing in it changes."""
        self.query_one(Sheet).lay_out(partial(leaf, on_screen(guide(self.words.language))))

    def heading(self) -> str:
        """Say what is shown."""
        return self.words.t("User's guide")


SCREEN = Guide
