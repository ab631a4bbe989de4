"""The user's guides on screen, in the person's language: the one to what was in front, and a key to the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tui.guide import GUIDES, guide, on_screen
from tui.screens.base import RoadmapScreen, reading_bindings_of
from tui.widgets.leaf import leaf
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget


_MATURITY = ("maturity", "viewpoint", "indicators", "indicator")
"""The screens that the second guide is about."""


class Guide(RoadmapScreen):
    """A whole guide as one sheet."""

    NAME = "guide"
    BINDINGS: ClassVar[list[BindingType]] = reading_bindings_of(NAME)

    def __init__(self, about: str = "") -> None:
        """Show the guide to a screen by its name."""
        super().__init__()
        self.shown = GUIDES[about in _MATURITY]

    def body(self) -> Iterable[Widget]:
        """Lay out one page."""
        yield Sheet(id="leaf")

    def on_mount(self) -> None:
        """Lay the text out once: nothing in it changes."""
        self._lay_out()

    def action_other(self) -> None:
        """Show the other guide from its beginning."""
        self.shown = next(name for name in GUIDES if name != self.shown)
        self._lay_out()
        self.query_one(Sheet).scroll_home(animate=False)

    def _lay_out(self) -> None:
        text = on_screen(guide(self.words.language, self.shown))
        self.query_one(Sheet).lay_out(partial(leaf, text))

    def heading(self) -> str:
        """Say what is shown."""
        return self.words.t("User's guide")


SCREEN = Guide
