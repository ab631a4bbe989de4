"""What is wrong in the file and in the configuration: where, what, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from exporters.sentences import problem_sentence
from model.text import one_line
from tui.faults import fault_sentence
from tui.screens.base import RoadmapScreen, bindings_of
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget


class Problems(RoadmapScreen):
    """One sentence for each problem; the file is put right in an editor and read again."""

    NAME = "problems"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("problems")

    def body(self) -> Iterable[Widget]:
        """Lay out one page."""
        yield Sheet(id="sheet")

    def heading(self) -> str:
        """Say which file it is about."""
        return self.words.t("Problems")

    def heading_right(self) -> str:
        """Name the file."""
        return one_line(str(self.session.path), limit=60)

    def show(self) -> None:
        """Tell each problem in a sentence."""
        self.query_one(Sheet).show(told(self.sentences(), self.words.t("Nothing is wrong.")))

    def sentences(self) -> list[str]:
        """Return what is wrong, the file's faults first."""
        words = self.words
        faults = [fault_sentence(fault, words) for fault in self.app.faults]
        return [problem_sentence(problem, words) for problem in self.session.keeper.problems] + faults

    def action_reload(self) -> None:
        """Read the file again and say what came of it."""
        self.app.look_again()


def told(sentences: list[str], nothing: str) -> Content:
    """Return sentences as paragraphs, or what is said when there are none."""
    return Content("\n\n").join(Content(one_line(sentence)) for sentence in sentences or [nothing])


SCREEN = Problems
