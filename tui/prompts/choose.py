"""Questions answered from a numbered list: a digit chooses at once, and what is not listed can be typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from textual import on
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from exporters.examples import example
from exporters.sentences import refusal_sentence
from model.edits import RefusedError
from model.halfyear import HalfYear
from model.roadmap import NoSuchRecordError
from model.typed import half_year
from tui.prompts.base import Prompt
from tui.prompts.line import AnswerLine
from tui.safe import line
from tui.widgets.bars import Key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events
    from textual.widget import Widget

V = TypeVar("V")
DIGITS = "123456789"


@dataclass(frozen=True, slots=True)
class Choice(Generic[V]):
    """One line of a list: how it reads and what it stands for."""

    label: str
    value: V


class Choose(Prompt[V]):
    """A numbered list: a digit, a click or Enter chooses.

    With `read` something else can be typed: any letter starts it, or 0 for what begins with a digit.
    `read` makes the typed text the answer or raises RefusedError.
    """

    def __init__(
        self,
        question: str,
        choices: Sequence[Choice[V]],
        *,
        about: str = "",
        read: Callable[[str], V] | None = None,
        hint: str = "",
        at: int | None = 0,
    ) -> None:
        """Ask with a list; `at` is where its cursor stands first, None nowhere; `hint` what the free line says."""
        super().__init__(question, about=about)
        self.choices = tuple(choices)
        self.read = read
        self.hint = hint
        self.at = at

    def body(self) -> Iterable[Widget]:
        """Return the list and, where something else can be typed, the line for it."""
        if self.choices:
            options = OptionList(*(Option(self._written(index)) for index in range(len(self.choices))), id="choices")
            options.highlighted = None if self.at is None else min(self.at, len(self.choices) - 1)
            yield options
        if self.read:
            yield AnswerLine(
                placeholder=self.hint or self.words.t("Something else: type it"),
                compact=True,
                id="line",
                select_on_focus=False,
            )

    def keys(self) -> Iterable[Key]:
        """Return the keys, with that of the free line where there is one."""
        yield Key("Enter", self.words.t("OK"), "accept")
        if self.read:
            yield Key("0", self.words.t("Type it"), "type")
        yield Key("Esc", self.words.t("Cancel"), "cancel")

    def on_key(self, event: events.Key) -> None:
        """Choose by a digit; begin to type by any other character.

        A character on its way to the list when the typing began belongs to what is typed.
        """
        if self.is_behind(event) or not event.is_printable or not event.character:
            return
        event.stop()
        index = DIGITS.find(event.character)
        if isinstance(self.focused, Input):
            self.focused.insert_text_at_cursor(event.character)
        elif 0 <= index < len(self.choices):
            self.dismiss(self.choices[index].value)
        elif self.read:
            self.begin_typing("" if event.character == "0" else event.character)

    def begin_typing(self, text: str) -> None:
        """Move to the free line with its first character."""
        field = self.query_one("#line", Input)
        self.set_focus(field)
        field.insert_text_at_cursor(text)

    def action_type(self) -> None:
        """Move to the free line."""
        self.begin_typing("")

    def action_accept(self) -> None:
        """Answer with what was typed, else with what is under the cursor."""
        if isinstance(self.focused, Input):
            self.accept_typed()
        else:
            self.query_one("#choices", OptionList).action_select()

    @on(OptionList.OptionSelected)
    def accept_chosen(self, event: OptionList.OptionSelected) -> None:
        """Answer with the chosen line; an Enter that was on its way to the list belongs to what is typed."""
        if isinstance(self.focused, Input):
            self.accept_typed()
        else:
            self.dismiss(self.choices[event.option_index].value)

    @on(Input.Submitted)
    def accept_typed(self) -> None:
        """Answer with what was typed, or say why it is no answer."""
        if self.read is None:
            return
        try:
            answer = self.read(self.query_one("#line", Input).value.strip())
        except (RefusedError, NoSuchRecordError) as error:
            self.complain(refusal_sentence(error, self.words))
        else:
            self.dismiss(answer)

    def _written(self, index: int) -> Content:
        digit = DIGITS[index] if index < len(DIGITS) else " "
        return Content.assemble((digit, "bold"), "  ", line(self.choices[index].label))


class AskHalf(Choose[HalfYear]):
    """Asks for a half-year: one of the coming ones by its number, any other as typed, `k27`."""

    HOW_MANY = 6

    def __init__(
        self,
        question: str,
        *,
        first: HalfYear,
        last: HalfYear,
        about: str = "",
        is_end: bool = True,
        check: Callable[[HalfYear], object] = lambda _: None,
    ) -> None:
        """Offer half-years, or years, from `first` to `last`; `check` raises RefusedError for one that will not do.

        Of a year the answer is its last half, or without `is_end` its first.
        """
        step = type(first)

        def read(text: str) -> HalfYear:
            half = half_year(text, step)
            return _checked(half.ends if is_end else HalfYear(half), check)

        super().__init__(question, (), about=about, read=read)
        self.is_end = is_end
        self.first = first
        self.last = last

    def body(self) -> Iterable[Widget]:
        """Return the list, the half-years as the person at the screen reads them."""
        offered = self.first.until(min(self.first.shifted(self.HOW_MANY - 1), self.last))
        self.choices = tuple(
            Choice(self.words.half(half), half.ends if self.is_end else HalfYear(half)) for half in offered
        )
        self.hint = example(self.words, "HalfYear")
        return super().body()


def _checked(half: HalfYear, check: Callable[[HalfYear], object]) -> HalfYear:
    check(half)
    return half


class AskReason(Choose[str]):
    """Asks for a reason: one of the usual ones by its number, or typed."""

    def __init__(self, question: str, reasons: Sequence[str], *, about: str = "", hint: str = "") -> None:
        """Offer the usual reasons."""
        super().__init__(question, [Choice(reason, reason) for reason in reasons], about=about, read=_reason, hint=hint)


def _reason(text: str) -> str:
    if not text:
        raise RefusedError("empty-text")
    return text
