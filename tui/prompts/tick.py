"""A question answered with some of a list: a digit or space ticks, Enter accepts what is ticked, be it none."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.prompts.base import Prompt
from tui.prompts.choose import DIGITS
from tui.safe import line
from tui.widgets.bars import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.prompts.choose import Choice

TICKED, LEFT = "✓", "·"


class Tick(Prompt[tuple[str, ...]]):
    """A numbered list of which any number can be ticked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", show=False)]

    def __init__(self, question: str, choices: Sequence[Choice[str]], *, about: str = "", yes: str = "") -> None:
        """Ask with nothing ticked; `yes` is the word beside Enter."""
        super().__init__(question, about=about)
        self.choices = tuple(choices)
        self.yes = yes
        self.ticked: frozenset[int] = frozenset()

    def body(self) -> Iterable[Widget]:
        """Return the list."""
        yield OptionList(*(Option(self._written(index)) for index in range(len(self.choices))), id="choices")

    def keys(self) -> Iterable[Key]:
        """Return the keys, with the one that ticks."""
        yield Key("Enter", self.yes or self.words.t("OK"), "accept")
        yield Key("␣", self.words.t("Tick"), "tick")
        yield Key("Esc", self.words.t("Cancel"), "cancel")

    def on_key(self, event: events.Key) -> None:
        """Tick by a digit; what comes behind the answer belongs to what follows."""
        if self.is_behind(event):
            return
        index = DIGITS.find(event.character or "-")
        if 0 <= index < len(self.choices):
            event.stop()
            self.tick(index)

    def action_tick(self) -> None:
        """Tick what is under the cursor, or take its tick away."""
        index = self.query_one(OptionList).highlighted
        if index is not None:
            self.tick(index)

    def tick(self, index: int) -> None:
        """Tick one, or take its tick away."""
        self.ticked ^= {index}
        self.query_one(OptionList).replace_option_prompt_at_index(index, self._written(index))

    @on(OptionList.OptionSelected)
    def action_accept(self) -> None:
        """Answer with what is ticked, in the order of the list."""
        self.dismiss(tuple(self.choices[index].value for index in sorted(self.ticked)))

    def _written(self, index: int) -> Content:
        digit = DIGITS[index] if index < len(DIGITS) else " "
        sign = TICKED if index in self.ticked else LEFT
        style = "bold $text-success" if index in self.ticked else "$text-muted"
        return Content.assemble((digit, "bold"), "  ", (sign, style), "  ", line(self.choices[index].label))
