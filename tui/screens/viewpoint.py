"""One viewpoint: all its dated levels, and the measures meant to move it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.content import Content

from exporters.pictures.details import changes, score_rows
from exporters.pictures.dumbbells import axis_cells
from exporters.show import measure_line
from exporters.terms import SCOPE, TARGET_STATE, capital, word
from model.levels import levels
from model.records import Score, Target, Viewpoint
from model.text import one_line
from tui.pictures import SIDES
from tui.screens.base import QUESTION, RoadmapScreen, bindings_of
from tui.screens.measure import MeasureScreen
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual import events
    from textual.binding import BindingType
    from textual.widget import Widget

_INDENT = 4
_ENTRY = "::"
"""What follows a field's key in the id of a line that tells of it; no id of a measure ends so."""
Dated = TypeVar("Dated", Score, Target)


class ViewpointScreen(RoadmapScreen):
    """The survey's value and the measures meant to move it, on one screen."""

    NAME = "viewpoint"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self, viewpoint: str) -> None:
        """Show a viewpoint by its id."""
        super().__init__()
        self.viewpoint = viewpoint

    @property
    def at_hand(self) -> Viewpoint | None:
        """The viewpoint as it is now; None when somebody took it out of the file."""
        found = self.roadmap.find("viewpoints", self.viewpoint)
        return found if isinstance(found, Viewpoint) else None

    def body(self) -> Iterable[Widget]:
        """Lay out one list."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Name the viewpoint."""
        found = self.at_hand
        return f"{'★ ' if found.focus else ''}{found.name}" if found else self.viewpoint

    def show(self) -> None:
        """List levels, targets and measures."""
        self.query_one(Rows).fill(list(self._rows(self.at_hand)) if self.at_hand else [])

    def on_resize(self, event: events.Resize) -> None:
        """Draw the axis anew for another width."""
        del event
        if self.is_mounted and self.is_current:
            self.show()

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Open the measure under the cursor."""
        if self.roadmap.find("measures", self.query_one(Rows).current):
            self.app.push_screen(MeasureScreen(self.query_one(Rows).current))

    def action_deciders(self) -> None:
        """Show who decided the line under the cursor: the levels, the targets, what it is about."""
        from tui.screens.deciders import DecidersScreen

        field, mark, _ = self.query_one(Rows).current.partition(_ENTRY)
        if mark:
            self.app.push_screen(DecidersScreen("viewpoints", self.viewpoint, field))

    @work(group=QUESTION)
    async def action_rescore(self) -> None:
        """Ask for a new level and record it."""
        from tui.rescoring import ask, recorded

        answer = await ask(self.app, self.viewpoint)
        if answer is not None:
            self.app.decide(lambda roadmap: recorded(roadmap, self.session, self.viewpoint, answer=answer))

    @work(group=QUESTION)
    async def action_target(self) -> None:
        """Ask for a target level and propose it."""
        from tui.targeting import propose

        await propose(self.app, self.viewpoint)

    def _rows(self, found: Viewpoint) -> Iterator[Row]:
        words, row = self.words, levels(found)
        yield Row(f"scope{_ENTRY}", Content(capital(word(words, SCOPE, found.scope))))
        gap = words.gap(row.gap) if row.gap is not None else words.t("not known")
        yield Row("", Content(f"{capital(words.t('gap'))}: {gap}"))
        yield from self._levels(found)
        told = [
            f"{words.date(t.date)}   {words.level(t.value)}   {word(words, TARGET_STATE, t.state)}   {one_line(t.note)}"
            for t in _newest(found.targets)
        ]
        yield from self._section(words.t("Targets"), told, field="targets")
        aimed = [measure for measure in self.roadmap.measures if found.id in measure.viewpoints]
        yield from self._section(words.t("Measures meant to move it"), [] if aimed else [words.t("no measures")])
        for measure in aimed:
            yield Row(measure.id, Content(measure_line(measure, words, half=self.session.half)), _INDENT)

    def _levels(self, found: Viewpoint) -> Iterator[Row]:
        """Yield the levels on one axis with their intervals, the newest first, then how the survey has changed."""
        words = self.words
        yield from self._section(words.t("Levels"), [] if found.scores else [words.t("not assessed")])
        if not found.scores:
            return
        hang, (ruler, *lines) = score_rows(found, words, axis_cells(self.size.width - SIDES))
        yield Row("", Content.styled(ruler, "$text-muted"))
        for place, text in enumerate(lines):
            yield Row(f"scores{_ENTRY}{place}", Content(text), hang)
        for text in changes(found, words):
            yield Row("", Content(capital(text)), _INDENT)

    def _section(self, title: str, lines: list[str], *, field: str = "") -> Iterator[Row]:
        """Yield lines under a title; those of a field can be asked who decided it."""
        yield Row("", Content(""))
        yield Row("", Content.styled(title, "bold"))
        for place, text in enumerate(lines):
            yield Row(f"{field}{_ENTRY}{place}" if field else "", Content(text), _INDENT)


def _newest(entries: tuple[Dated, ...]) -> list[Dated]:
    return sorted(entries, key=lambda entry: entry.date, reverse=True)
