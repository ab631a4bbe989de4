"""The questions: what each key answers, and that a question never does the deed itself."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.app import App
from textual.widgets import Input, Static

from exporters.words import Words
from model.halfyear import HalfYear
from tui.prompts import AskHalf, AskLevel, AskReason, AskText, Choice, Choose, Confirm
from tui.prompts.fields import AskWhole

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.prompts.base import Prompt

HOSTILE = "[AI] [/] [x] [b]ö[/] \x1b[31m $a"
PENDING = object()


class Asking(App[None]):
    """An app that asks one question and keeps the answer."""

    def __init__(self, prompt: Prompt[Any]) -> None:
        """Ask this question."""
        super().__init__()
        self.words = Words("en")
        self.prompt = prompt
        self.answer: object = PENDING

    def on_mount(self) -> None:
        """Ask."""
        self.push_screen(self.prompt, self.keep)

    def keep(self, answer: object) -> None:
        """Keep the answer."""
        self.answer = answer


async def answered(prompt: Prompt[Any], *keys: str) -> object:
    """Return what a question answers to some keys."""
    app = Asking(prompt)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return app.answer


def halves() -> AskHalf:
    """Ask for a half-year from spring 2027 on."""
    return AskHalf("Where to?", first=HalfYear("2027H1"), last=HalfYear("2029H2"))


def reasons() -> AskReason:
    """Ask for one of two reasons."""
    return AskReason("Why?", ["no time", HOSTILE])


def seats() -> Choose[int]:
    """Ask for one of three numbers, nothing else."""
    return Choose("Which?", [Choice(name, index) for index, name in enumerate(("a", "b", HOSTILE))])


@pytest.mark.parametrize(
    ("ask", "keys", "answer"),
    [
        (lambda: AskText("Result?"), ["o", "k", "enter"], "ok"),
        (lambda: AskText("Result?", value="old"), ["enter"], "old"),
        (lambda: AskText("Result?", value="old"), ["n", "enter"], "n"),
        (lambda: AskText("Result?"), ["enter"], PENDING),
        (lambda: AskText("Note?", optional=True), ["enter"], ""),
        (lambda: AskText("Result?"), ["o", "escape"], None),
        (lambda: AskLevel("Level?"), ["3", "enter"], Decimal(3)),
        (lambda: AskLevel("Level?"), ["3", "comma", "4", "enter"], Decimal("3.4")),
        (lambda: AskLevel("Level?"), ["6", "enter"], PENDING),
        (lambda: AskWhole("How many?", "n", range(1, 300)), ["2", "8", "7", "enter"], 287),
        (lambda: AskWhole("How many?", "n", range(1, 300)), ["3", "0", "0", "enter"], PENDING),
        (lambda: AskWhole("How many?", "n", range(1, 300), value="9" * 5000), ["enter"], PENDING),
        (halves, ["1"], HalfYear("2027H1")),
        (halves, ["6"], HalfYear("2029H2")),
        (halves, ["down", "enter"], HalfYear("2027H2")),
        (halves, ["k", "3", "0", "enter"], HalfYear("2030H1")),
        (halves, ["0", *"2028H2", "enter"], HalfYear("2028H2")),
        (halves, ["0", *"1/2028", "enter"], PENDING),
        (halves, ["7"], PENDING),
        (halves, ["escape"], None),
        (reasons, ["1"], "no time"),
        (reasons, ["2"], HOSTILE),
        (reasons, ["r", "enter"], "r"),
        (reasons, ["0", "enter"], PENDING),
        (seats, ["3"], 2),
        (seats, ["x"], PENDING),
        (lambda: Confirm("Sure?"), ["enter"], True),
        (lambda: Confirm("Sure?", lines=[HOSTILE] * 40), ["down", "enter"], True),
        (lambda: Confirm("Sure?"), ["escape"], None),
    ],
)
async def test_keys_answer_a_question(ask: Callable[[], Prompt[Any]], keys: list[str], answer: object) -> None:
    """A digit of the list answers at once, a letter begins to type, Enter accepts, Esc leaves without an answer."""
    assert await answered(ask(), *keys) == answer


@pytest.mark.parametrize("ask", [halves, lambda: AskText("Note?", optional=True), lambda: Confirm("Sure?")])
async def test_a_second_enter_takes_nothing_else_away(ask: Callable[[], Prompt[Any]]) -> None:
    """Enter pressed twice in one go answers once; the screen below stays, and so does the program."""
    app = Asking(ask())
    async with app.run_test() as pilot:
        await pilot.pause()
        for _ in range(2):
            app.post_message(events.Key("enter", "\r"))
        await pilot.pause()

        assert app.answer is not PENDING
        assert len(app.screen_stack) == 1


async def test_a_bad_answer_is_told_and_the_question_stays() -> None:
    """What is no half-year is said under the line, and typing on takes the complaint back."""
    app = Asking(AskLevel("Level?", about=HOSTILE, value="9"))

    async with app.run_test() as pilot:
        await pilot.press("enter")
        told = str(app.screen.query_one("#wrong", Static).content)
        await pilot.press("2")
        await pilot.pause()

        assert "9" in told
        assert str(app.screen.query_one("#wrong", Static).content) == ""
        assert app.screen.query_one(Input).value == "2"


@pytest.mark.parametrize("ask", [reasons, seats, lambda: AskText(HOSTILE, about=HOSTILE), lambda: Confirm(HOSTILE)])
async def test_text_of_others_is_shown_literally(ask: Callable[[], Prompt[Any]]) -> None:
    """No bracket of a question or of a choice is read as markup, and no escape reaches the screen."""
    app = Asking(ask())

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()  # noqa: SLF001 - the only way to see what is painted
        painted = "\n".join("".join(segment.text for segment in strip) for strip in strips)

    assert "[AI] [/] [x] [b]ö[/] ␛[31m $a" in painted


async def test_the_keys_of_a_question_can_be_clicked() -> None:
    """A click on the key bar does what its key does."""
    app = Asking(Confirm("Sure?"))

    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.click("#prompt-keys", offset=(1, 0))
        await pilot.pause()

        assert app.answer is True


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_long_list_ends_at_the_bottom_of_the_window(size: tuple[int, int]) -> None:
    """What does not fit scrolls; the keys stand on the last line, and no blank ones under them."""
    many = Choose("Which?", [Choice(f"no {index}", index) for index in range(30)], read=len)
    async with Asking(many).run_test(size=size) as pilot:
        await pilot.pause()

        keys = pilot.app.screen.query_one("#prompt-keys").region
        assert keys.bottom == size[1]
        assert pilot.app.screen.query_one("#prompt").region.y > 0
