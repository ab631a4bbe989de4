"""Typing in a round of the survey: one screen, a row a viewpoint, its mean and how many answered.

Enter goes down a column and Tab to the right, as in a spreadsheet, from which a block of cells can be pasted. What is
wrong is said beside its row as it is typed. Nothing typed is lost before somebody says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding

from exporters.refusals import refusal_sentence
from exporters.surveys import proposed_name
from exporters.typedround import preview
from model.typedround import HEAD, NAME, blank, faults, made, may_become, missing
from tui.prompts import Choice, Choose, Confirm
from tui.prompts.base import Prompt
from tui.roundediting import Editing
from tui.surveying import recorded
from tui.widgets.bars import Key
from tui.widgets.cells import Cells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.edits import RefusedError
    from model.roadmap import Roadmap
    from model.typedround import Cell, Faults, TypedRound
    from tui.app import Tiekartta

AROUND = 9
"""Lines of the question around its cells."""


class AskRound(Prompt["TypedRound"]):
    """Asks for a round of the survey, and answers with what was typed once nothing is wrong in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "accept", show=False),
        Binding("ctrl+q", "cancel", show=False),
    ]
    AUTO_FOCUS = "Cells"
    takes_blocks = True
    """Pasted text comes as it is, with its lines."""

    def __init__(self, typed: TypedRound, roadmap: Roadmap, *, question: str, about: str) -> None:
        """Ask about the viewpoints of a roadmap, beginning with what is typed already."""
        super().__init__(question, about=about)
        self.offered = typed
        self.roadmap = roadmap

    def body(self) -> Iterable[Widget]:
        """Return the cells; one begins at the first field, or the first mean, that is empty."""
        typed = self.offered
        start = next((cell for cell in typed.cells if cell[1] != "n" and not typed.text(cell)), NAME)
        yield Cells(Editing(typed, start), self.roadmap, self.words)

    def keys(self) -> Iterable[Key]:
        """Return the keys, with those that go from cell to cell."""
        t = self.words.t
        yield Key("Enter ↓", t("Down"), "down")
        yield Key("Tab →", t("To the next"), "across")
        yield Key("Ctrl+S", t("Save"), "accept")
        yield Key("Esc", t("Leave"), "cancel")

    @property
    def cells(self) -> Cells:
        """The cells."""
        return self.query_one(Cells)

    @property
    def typed(self) -> TypedRound:
        """What is typed by now."""
        return self.cells.editing.typed

    def on_mount(self) -> None:
        """Say what is wrong in what was typed earlier."""
        self.tell()

    def on_resize(self) -> None:
        """Leave the cells what room there is."""
        self.cells.styles.max_height = max(self.app.size.height - AROUND, 1)

    def faults(self) -> Faults:
        """Return what is wrong in the cells that are filled."""
        return faults(self.typed, self.roadmap, today=self.app.session.today)

    @on(Cells.Changed)
    def tell(self) -> None:
        """Say what is wrong, but for what may still become right where one is typing."""
        editing, found = self.cells.editing, self.faults()
        if editing.caret is not None and may_become(editing.at, editing.text):
            found.pop(editing.at, None)
        self.cells.wrong = found
        self.cells.refresh()
        above = next((found[cell] for cell in (editing.at, *HEAD) if cell in HEAD and cell in found), None)
        self.complain(refusal_sentence(above, self.words) if above else "")

    def action_down(self) -> None:
        """Go down the column."""
        self.cells.go_on()

    def action_across(self) -> None:
        """Go on to the next cell."""
        self.cells.show(self.cells.editing.across(1))

    @on(Cells.Ended)
    def action_accept(self) -> None:
        """Ask whether the round is saved, or go to what is wrong and say it."""
        found = missing(self.typed) | self.faults()
        first = next((cell for cell in self.typed.cells if cell in found), None)
        if first is not None:
            self.refuse(first, found[first])
            return
        question = self.words.t("Is this round of the survey saved?")
        lines = preview(self.typed, self.roadmap, self.words)
        self.app.push_screen(Confirm(question, lines=lines, yes=self.words.t("Save"), in_columns=True), self.answered)

    def refuse(self, cell: Cell, error: RefusedError) -> None:
        """Go to a cell and say why the round cannot be saved."""
        self.cells.editing = self.cells.editing.going(cell)
        self.cells.wrong = self.faults() | {cell: error}
        self.cells.refresh()
        self.complain(refusal_sentence(error, self.words))

    def answered(self, yes: bool | None) -> None:  # noqa: FBT001 - the answer of a question
        """Answer with the round when it is to be saved."""
        if yes:
            self.dismiss(self.typed)

    def action_cancel(self) -> None:
        """Leave; ask first what becomes of what is typed."""
        if self.typed.contents == self.offered.contents:
            self.dismiss(None)
            return
        t = self.words.t
        choices = [
            Choice(t("Go on typing"), "stay"),
            Choice(t("Leave; what is typed is kept until the program is closed"), "keep"),
            Choice(t("Leave and throw away what is typed"), "drop"),
        ]
        self.app.push_screen(Choose(t("The round is not saved. What becomes of it?"), choices), self.left)

    def left(self, way: str | None) -> None:
        """Leave as it was chosen."""
        if way in ("keep", "drop"):
            self.app.session.typed_round = self.typed if way == "keep" else None
            self.dismiss(None)


async def type_round(app: Tiekartta) -> None:
    """Ask for a round and record it; what was typed and not saved is offered again."""
    session, words = app.session, app.words
    fresh = blank(session.roadmap, name=proposed_name(session.roadmap, session.words, day=session.today))
    typed = fresh.with_texts(session.typed_round) if session.typed_round else fresh
    about = words.t(
        "An empty row was not asked about. Where n is left empty, all who answered count."
        " Cells can be pasted from a spreadsheet."
    )
    question = words.t("A round of the survey: mean and number of answers by viewpoint")
    answer = await app.push_screen_wait(AskRound(typed, session.roadmap, question=question, about=about))
    if answer is None:
        return
    session.typed_round = answer
    survey, scores = made(answer, session.roadmap, today=session.today)
    if app.decide(lambda roadmap: recorded(roadmap, session, survey, scores=scores)):
        session.typed_round = None
