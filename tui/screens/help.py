"""All keys of the screen from which help was asked, and its signs; then the keys that act everywhere.

Both are read off the tables of commands and signs. What leaves the program elsewhere leaves the help here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from exporters.pictures.signs import MATURITY
from exporters.words import N_
from tui.commands import EVERYWHERE, commands_of
from tui.keys import written
from tui.screens.base import RoadmapScreen, reading_bindings_of
from tui.signs import SCHEDULE
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.command import Command

KEY = 12
"""Cells for the keys of a command."""
MARGIN = 6
"""Cells at the sides that no text may take."""
_SIGNS: Mapping[str, Mapping[str, str]] = {"schedule": SCHEDULE, "maturity": MATURITY}
"""The signs of each screen that has some."""
KEYS: Mapping[str, str] = {
    "␣": N_("The space bar."),
    "↑ ↓": N_("Move the cursor, or scroll; so do Page Up and Page Down."),
}
"""Keys that stand in no row of the command table, or that are written with a sign."""


class Help(RoadmapScreen):
    """The help of one screen."""

    NAME = "help"
    BINDINGS: ClassVar[list[BindingType]] = reading_bindings_of(NAME)

    def __init__(self, about: str = "schedule") -> None:
        """Tell the keys of a screen by its name."""
        super().__init__()
        self.about = about

    def body(self) -> Iterable[Widget]:
        """Lay out one page."""
        yield Sheet(id="sheet")

    def heading(self) -> str:
        """Say what is shown."""
        return self.words.t("Help")

    def on_resize(self) -> None:
        """Wrap anew for another width."""
        self.show()

    def show(self) -> None:
        """List the keys with what they do."""
        self.query_one(Sheet).show(Content("\n").join(self.lines()))

    def lines(self) -> Iterator[Content]:
        """Yield the page: the screen's own commands, then those of every screen."""
        commands = list(commands_of(self.about))
        own = [command for command in commands if command.screens != EVERYWHERE]
        if own:
            yield Content.styled(self.words.t("On this screen"), "bold $text-accent")
            yield from map(self.line, own)
            yield Content("")
        if signs := _SIGNS.get(self.about):
            yield Content.styled(self.words.t("Signs"), "bold $text-accent")
            yield from (self.told(sign, self.words.t(meaning)) for sign, meaning in signs.items())
            yield Content("")
        yield Content.styled(self.words.t("Everywhere"), "bold $text-accent")
        yield from (self.told(keys, self.words.t(meaning)) for keys, meaning in KEYS.items())
        yield from (self.line(command) for command in commands if command.screens == EVERYWHERE)

    def line(self, command: Command) -> Content:
        """Return a command's keys and its sentence, wrapped beside them."""
        keys = ", ".join(written(key) for key in self.app.keys_of(command).split(","))
        return self.told(keys, self.words.t(command.help))

    def told(self, what: str, meaning: str) -> Content:
        """Return a key or a sign and what it means, wrapped beside it."""
        room = max(self.size.width - KEY - MARGIN, KEY)
        help_lines = Content(meaning).wrap(room)
        rest = [Content(" " * KEY) + part for part in help_lines[1:]]
        first = Content.assemble((f"{what:<{KEY}}", "bold $footer-key-foreground"), *help_lines[:1])
        return Content("\n").join([first, *rest])


SCREEN = Help
