"""What is shown when the file gives no roadmap: why, where, and what to do; it can be read again at a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from exporters.sentences import problem_sentence
from model.file.reading import read
from model.text import one_line
from tui.screens.problems import told
from tui.shell import Shell
from tui.widgets.bars import Key, KeyBar
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from exporters.words import Words
    from model.problems import Problem
    from tui.settings import Settings


class Unopened(Shell[bool]):
    """The problems of a file that could not be opened; ends with True once the file can be read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "reload", show=False),
        Binding("q,escape", "quit", show=False),
    ]

    def __init__(self, path: Path, problems: tuple[Problem, ...], words: Words, *, settings: Settings) -> None:
        """Show why a file could not be opened."""
        super().__init__(words, settings)
        self.path = path
        self.problems = problems

    def compose(self) -> ComposeResult:
        """Lay out the file's name, its problems and the keys."""
        title = self.words.t("The roadmap cannot be opened: {path}", path=one_line(str(self.path)))
        yield Static(Content.styled(title, "bold $text-error"), id="unopened")
        yield Sheet(id="sheet")
        bar = KeyBar()
        bar.keys = (
            Key("r", self.words.t("Read again"), "reload"),
            Key("q", self.words.t("Quit"), "quit"),
        )
        yield bar

    def on_mount(self) -> None:
        """Tell the problems."""
        self.tell_problems()

    def tell_problems(self) -> None:
        """Show a sentence for each problem."""
        sentences = [problem_sentence(problem, self.words) for problem in self.problems]
        self.query_one(Sheet).show(told(sentences, ""))

    def action_reload(self) -> None:
        """Read the file again; end when it gives a roadmap."""
        reading = read(self.path)
        if reading.roadmap is not None:
            self.exit(result=True)
        self.problems = reading.problems
        self.tell_problems()

    async def on_key_bar_chosen(self, message: KeyBar.Chosen) -> None:
        """Do what a clicked key stands for."""
        await self.run_action(message.action)
