"""What every app of ours has, whatever it shows: our themes, safe text, safe leaving, and words of our own.

It knows no roadmap; `tui.app` and `tui.unopened` are built on it.
"""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.text import Text
from textual.app import App

from tui.crash import crash_file
from tui.driver import enduring
from tui.keymap import Fault
from tui.safe import LastNet
from tui.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import PurePath

    from textual.driver import Driver
    from textual.filter import LineFilter

    from exporters.words import Words
    from tui.settings import Settings

R = TypeVar("R")


class Shell(App[R]):
    """An app in our dress; it survives what a terminal and a person can do to it."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = "app.tcss"
    TITLE = "Tiekartta"
    ENABLE_COMMAND_PALETTE = False
    ENABLE_SELECT_AUTO_SCROLL = False

    def __init__(self, words: Words, settings: Settings) -> None:
        """Speak to a person in these words, with their settings."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-tight"), (50, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (30, "-tall")]
        self.words = words
        self.settings = settings
        self._net = LastNet()
        self.faults = settings.faults
        """What of the configuration does not count."""
        for theme in THEMES:
            self.register_theme(theme)
        self._dress(settings.theme)

    def _dress(self, name: str) -> None:
        """Put on a theme before anything is drawn; one that does not exist is a fault."""
        if name not in self.available_themes:
            self.faults = (*self.faults, Fault("unknown-theme", "theme", name))
            name = THEMES[0].name
        if name not in {theme.name for theme in THEMES}:
            self.theme = name
            return
        # Set in the usual way a theme has every style sheet read again. None has been read yet, so it is enough
        # that the variables and the classes are right.
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters of painted lines; the last one is a net for control characters."""
        return [*super().get_line_filters(), self._net]

    def get_driver_class(self) -> type[Driver]:
        """Return the driver that suits the terminal, made to outlive it."""
        return enduring(super().get_driver_class())

    def on_load(self) -> None:
        """Leave in good order when the terminal is closed or the session ends."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            if hasattr(signal, name) and os.name != "nt":
                loop.add_signal_handler(getattr(signal, name), self.exit)

    def on_resize(self) -> None:
        """Paint all of it, even when the size is as before: a window made smaller and larger at once lost its text."""
        self.refresh()

    async def action_quit(self) -> None:
        """Leave; whatever is decided is saved already."""
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to leave: Ctrl+C is not the way, for it copies."""
        self.tell(self.words.t("Ctrl+C does not leave the program; press {key}.", key="Ctrl+Q"))

    def tell(self, text: str) -> None:
        """Show a short message, literally."""
        self.notify(text, markup=False)

    def _fatal_error(self) -> None:
        """Put the terminal right and say in one sentence that the program failed; the details go to a file.

        Textual would print the traceback with all local variables, the roadmap's text among them.
        """
        where = crash_file(self._exception) if self._exception else ""
        said = self.words.t(
            "The program failed and had to stop. What was decided is saved. Details: {path}", path=str(where)
        )
        self.panic(Text(said))
