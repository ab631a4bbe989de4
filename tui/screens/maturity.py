"""The maturity view: every viewpoint on the 1–5 axis, the focus areas first, the widest gap on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from exporters.pictures.details import details
from exporters.pictures.views import TITLES, VIEWS, after, picture
from model.levels import maturity
from model.records import Viewpoint
from model.text import one_line
from tui import pictures
from tui.screens.base import QUESTION, ROOMY, RoadmapScreen, bindings_of
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType
    from textual.widget import Widget


class MaturityScreen(RoadmapScreen):
    """The eleven viewpoints (or however many the roadmap has) and their levels."""

    NAME = "maturity"
    CHOOSES = "rescore"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)
    CSS_PATH = "maturity.tcss"

    def __init__(self) -> None:
        """Begin with the first of the views."""
        super().__init__()
        self.view = VIEWS[0]

    def body(self) -> Iterable[Widget]:
        """Lay the ruler above the rows and the legend below them."""
        yield Static(id="ruler")
        yield Rows(id="rows")
        yield Static(id="details")
        yield Static(id="legend")

    def heading(self) -> str:
        """Say what is shown; of the levels where they stand."""
        if self.view != VIEWS[0]:
            return f"{self.words.t('Maturity')} · {self.words.t(TITLES[self.view])}"
        known = [row for row in maturity(self.roadmap) if row.gap is not None]
        reached = sum(1 for row in known if row.gap is not None and row.gap >= 0)
        told = self.words.t("target reached in {reached} of {known}", reached=reached, known=len(known))
        return f"{self.words.t('Maturity')} · {told if known else self.words.t('levels not assessed')}"

    def heading_right(self) -> str:
        """Tell which of the views it is."""
        return f"{VIEWS.index(self.view) + 1}/{len(VIEWS)}"

    def show(self) -> None:
        """Draw the view for the width that there is."""
        width = self.size.width - pictures.SIDES
        self.set_class(self.size.height >= ROOMY, "-roomy")
        shown = picture(self.view, self.roadmap, self.words, width=width, now=self.session.half)
        self.query_one("#ruler", Static).update(pictures.head(shown))
        self.query_one(Rows).fill(pictures.rows(shown))
        self.query_one("#legend", Static).update(pictures.legend(shown))
        self.show_details()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the axis anew for another width."""
        del event
        if self.is_mounted and self.is_current:
            self.show()

    @on(Rows.Moved)
    def show_details(self) -> None:
        """Tell of the viewpoint under the cursor: its whole name, its latest note, the measures that aim at it."""
        found = self.roadmap.find("viewpoints", self.query_one(Rows).current)
        told = Content("")
        if isinstance(found, Viewpoint):
            said = details(self.view, self.roadmap, found, words=self.words)
            name = Content(one_line(found.name)).truncate(self.size.width - pictures.SIDES, ellipsis=True)
            told = Content.assemble(name.stylize("bold"), "\n", Content(said))
        self.query_one("#details", Static).update(told)

    def action_next_view(self) -> None:
        """Show the levels in the next way; the cursor stays on its viewpoint."""
        self.view = after(self.view)
        self.refresh_roadmap()

    def action_rescore(self) -> None:
        """Ask for a new level of the viewpoint under the cursor."""
        if self.query_one(Rows).current:
            self.rescore(self.query_one(Rows).current)

    @work(group=QUESTION)
    async def action_target(self) -> None:
        """Ask for a target level of the viewpoint under the cursor and propose it."""
        from tui.targeting import propose

        await propose(self.app, self.query_one(Rows).current)

    @work(group=QUESTION)
    async def action_type_survey(self) -> None:
        """Ask for a round of the survey and record it."""
        from tui.screens.survey import type_round

        await type_round(self.app)

    @work(group=QUESTION)
    async def action_import_survey(self) -> None:
        """Read a round of the survey from a file and record it."""
        from tui.importing import import_round

        await import_round(self.app)

    def action_open(self) -> None:
        """Show the viewpoint's own page: all its levels and the measures meant to move it."""
        from tui.screens.viewpoint import ViewpointScreen

        if viewpoint := self.query_one(Rows).current:
            self.app.push_screen(ViewpointScreen(viewpoint))

    @work(group=QUESTION)
    async def rescore(self, viewpoint: str) -> None:
        """Ask for level, basis and note, and record the score."""
        from tui.rescoring import ask, recorded

        answer = await ask(self.app, viewpoint)
        if answer is not None:
            self.app.decide(lambda roadmap: recorded(roadmap, self.session, viewpoint, answer=answer))


SCREEN = MaturityScreen
