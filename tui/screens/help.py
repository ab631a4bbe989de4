"""All keys of the screen from which help was asked, and then those that act everywhere; read off the command table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.commands import EVERYWHERE, commands_of
from tui.keys import written
from tui.screens.base import RoadmapScreen, bindings_of
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.command import Command

KEY = 12
"""Cells for the keys of a command."""
MARGIN = 6
"""Cells at the sides that no text may take."""


class Help(RoadmapScreen):
    """The help of one screen."""

    NAME = "help"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("help")

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
        yield Content.styled(self.words.t("Everywhere"), "bold $text-accent")
        yield from (self.line(command) for command in commands if command.screens == EVERYWHERE)

    def line(self, command: Command) -> Content:
        """Return a command's keys and its sentence, wrapped beside them."""
        keys = ", ".join(written(key) for key in self.app.keys_of(command).split(","))
        room = max(self.size.width - KEY - MARGIN, KEY)
        help_lines = Content(self.words.t(command.help)).wrap(room)
        rest = [Content(" " * KEY) + part for part in help_lines[1:]]
        first = Content.assemble((f"{keys:<{KEY}}", "bold $footer-key-foreground"), *help_lines[:1])
        return Content("\n").join([first, *rest])


SCREEN = Help
