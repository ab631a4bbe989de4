"""Screens that can show one thing, large, and nothing else; their keys act as before."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.screens.base import RoadmapScreen
from tui.widgets.poster import Poster, Shown

if TYPE_CHECKING:
    from textual.app import ComposeResult


class BigScreen(RoadmapScreen):
    """A screen with something that the whole room shall read."""

    BIG: ClassVar[str] = "-big"
    DEFAULT_CSS = """
    BigScreen > #poster { display: none; }
    BigScreen.-big > * { display: none; }
    BigScreen.-big > #poster { display: block; }
    BigScreen.-big.-alarmed > #notice { display: block; }
    """

    def compose(self) -> ComposeResult:
        """Lay the large picture beside what the screen has anyway."""
        yield from super().compose()
        yield Poster(id="poster")

    def large(self) -> Shown:
        """Return what is shown large."""
        return Shown()

    def refresh_roadmap(self) -> None:
        """Bring the large picture up to date with everything else."""
        super().refresh_roadmap()
        if poster := self.query_one_optional("#poster", Poster):
            poster.shown = self.large()

    def show_notice(self) -> None:
        """Show what is wrong beside the large picture, too: only that must not be missed."""
        super().show_notice()
        self.set_class(self.app.notice.is_error, "-alarmed")

    def stepped_back(self) -> bool:
        """Leave the large picture before the screen."""
        was = self.has_class(self.BIG)
        if was:
            self.action_big()
        return was

    def action_big(self) -> None:
        """Show one thing large, or everything again; what is hidden has no focus, so it gets it back."""
        self.toggle_class(self.BIG)
        self.refresh_roadmap()
        if not self.has_class(self.BIG):
            self.call_after_refresh(self.focus_next, "Rows, Page")
