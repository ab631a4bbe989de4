"""What all questions share: they stand at the bottom of the screen, say what is wrong, and can be left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.safe import shown
from tui.typeahead import Typeahead
from tui.widgets.bars import Key, KeyBar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from exporters.words import Words
    from tui.app import Tiekartta

T = TypeVar("T")


class Prompt(ModalScreen[T | None], Generic[T]):
    """A question at the bottom of the screen; what it is about stays in sight above it."""

    CSS_PATH = Path(__file__).with_name("prompts.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    app: Tiekartta
    entered: events.Key | None = None
    """The Enter that was pressed, while it is on its way."""

    def __init__(self, question: str, *, about: str = "") -> None:
        """Ask a question; `about` is a line or more under it. Both are shown literally."""
        super().__init__()
        self.question = question
        self.about = about

    @property
    def words(self) -> Words:
        """The words of the person at the screen."""
        return self.app.words

    def compose(self) -> ComposeResult:
        """Lay out the question, what it is about, the answer and the keys."""
        with Vertical(id="prompt"):
            yield Static(shown(self.question), id="question")
            if self.about:
                yield Static(shown(self.about), id="about")
            yield from self.body()
            yield Static(id="wrong")
            bar = KeyBar(id="prompt-keys")
            bar.keys = tuple(self.keys())
            yield bar

    def body(self) -> Iterable[Widget]:
        """Return the widgets in which the answer is given."""
        return ()

    def keys(self) -> Iterable[Key]:
        """Return the keys that are told at the bottom."""
        return (Key("Enter", self.words.t("OK"), "accept"), Key("Esc", self.words.t("Cancel"), "cancel"))

    def is_behind(self, event: events.Key) -> bool:
        """Keep a key that comes behind the answer for what follows the question, and tell whether it is one."""
        if event is self.entered:
            return False
        if self.entered is None and self.is_active:
            if event.key == "enter":
                self.entered = event
            return False
        event.stop()
        event.prevent_default()
        if isinstance(self.app, Typeahead):
            self.app.keep_behind(events.Key(event.key, event.character), self)
        return True

    def complain(self, sentence: str) -> None:
        """Say what is wrong with the answer; the question stays."""
        if sentence:
            self.entered = None
        self.query_one("#wrong", Static).update(shown(sentence))

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Answer, once: a second Enter that was on its way takes no screen away that stands below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_cancel(self) -> None:
        """Leave the question without an answer."""
        self.dismiss(None)

    def action_accept(self) -> None:
        """Answer with what stands in the field or under the cursor."""

    @on(KeyBar.Chosen)
    async def use_key(self, message: KeyBar.Chosen) -> None:
        """Do what a clicked key stands for."""
        message.stop()
        await self.run_action(message.action)
