"""A question answered with yes or no, after a look at what would happen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.prompts.base import Prompt
from tui.safe import line, shown
from tui.widgets.bars import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget


class Confirm(Prompt[bool]):
    """Asks for yes (Enter) or no (Esc); `lines` are a preview that scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "accept", show=False)]
    AUTO_FOCUS = "#preview"

    def __init__(
        self, question: str, *, about: str = "", lines: Sequence[str] = (), yes: str = "", in_columns: bool = False
    ) -> None:
        """Ask; `yes` is the word beside Enter, and lines that stand in columns keep their spaces."""
        super().__init__(question, about=about)
        self.lines = tuple(lines)
        self.yes = yes
        self.written = shown if in_columns else line

    def body(self) -> Iterable[Widget]:
        """Return the preview."""
        if self.lines:
            yield VerticalScroll(Static(Content("\n").join(self.written(text) for text in self.lines)), id="preview")

    def keys(self) -> Iterable[Key]:
        """Return the keys of yes and no."""
        return (Key("Enter", self.yes or self.words.t("Yes"), "accept"), Key("Esc", self.words.t("Cancel"), "cancel"))

    def action_accept(self) -> None:
        """Answer yes."""
        self.dismiss(True)  # noqa: FBT003 - the answer itself
