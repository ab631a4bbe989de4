"""The command palette: every command that can be used here and now, found by its name as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input

from model.search import folded
from tui.commands import commands_of
from tui.keys import written
from tui.prompts.base import Prompt
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.command import Command

NAME, KEY = 22, 8
"""Cells for a command's name and its key."""


class Palette(Prompt[str]):
    """Asks for a command and answers with its action."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor(-1)", show=False),
        Binding("down", "cursor(1)", show=False),
    ]
    DEFAULT_CSS = "Palette #commands { height: 10; background: $panel; padding: 0; }"

    def __init__(self, question: str, *, screen: str) -> None:
        """Offer the commands of a screen by its name."""
        super().__init__(question)
        self.about_screen = screen

    def body(self) -> Iterable[Widget]:
        """Lay out the field and the list."""
        yield Input(compact=True, id="line")
        yield Rows(id="commands")

    def on_mount(self) -> None:
        """Begin with all commands."""
        self.query_one(Input).focus()
        self.offer("")

    def offer(self, query: str) -> None:
        """List the commands whose name or help has every word of the query."""
        words = folded(query).split()
        usable = [c for c in commands_of(self.about_screen) if c.usable(self.app.session) and c.id != "palette"]
        rows = [self.row(c) for c in usable if all(word in self.spoken(c) for word in words)]
        self.query_one(Rows).fill(rows or [Row("", Content(self.words.t("There is no such command.")))])

    def spoken(self, command: Command) -> str:
        """Return the words by which a command is found."""
        told = (command.label, command.help, command.also)
        return folded(" ".join(self.words.t(text) for text in told))

    def row(self, command: Command) -> Row:
        """Return a command's line: its name, its key, its sentence."""
        key = written(self.app.keys_of(command))
        name = f"{self.words.t(command.label):<{NAME}.{NAME}} "
        return Row(command.action, Content.assemble((name, "bold"), f"{key:<{KEY}}", self.words.t(command.help)))

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Follow the typing."""
        self.offer(event.value)

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def action_accept(self) -> None:
        """Answer with the command under the cursor."""
        self.dismiss(self.query_one(Rows).current or None)

    def action_cursor(self, steps: int) -> None:
        """Move the cursor of the list."""
        self.query_one(Rows).action_move(steps)
