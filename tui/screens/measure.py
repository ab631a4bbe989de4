"""A measure's card: every field, its money, moves and log; each field is edited where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content

from exporters.card import entry_lines
from exporters.terms import capital, field_name, status
from exporters.values import value
from model import edits
from model.diff import name_of_field
from model.records import Measure
from model.standing import is_late
from model.typed import editable, set_field
from tui.screens.base import RoadmapScreen, bindings_of
from tui.widgets.rows import Row, Rows, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.records import Outcome

_LABEL = 22
_SIDES = 8
_FUNDING = "funding:"


class MeasureScreen(RoadmapScreen):
    """One measure in full."""

    NAME = "measure"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self, measure: str) -> None:
        """Show a measure by its id."""
        super().__init__()
        self.measure = measure

    @property
    def found(self) -> Measure | None:
        """The measure as it is now; None when it was just taken away by an undo."""
        found = self.roadmap.find("measures", self.measure)
        return found if isinstance(found, Measure) else None

    def body(self) -> Iterable[Widget]:
        """Lay out one list of fields."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Name the measure."""
        return f"{self.measure}  {self.found.title if self.found else ''}"

    def heading_right(self) -> str:
        """Say its status in words."""
        return status(self.words, self.found, late=is_late(self.found, self.session.half)) if self.found else ""

    def show(self) -> None:
        """List the fields, the money and what has happened."""
        self.query_one(Rows).fill(list(_rows(self, self.found)) if self.found else [])

    @on(Rows.Chosen)
    @work
    async def action_edit(self) -> None:
        """Ask for the new value of the field under the cursor."""
        from tui.editing import ask_field, ask_funding

        field = self.query_one(Rows).current
        if field.startswith(_FUNDING):
            edit = await ask_funding(self.app, self.measure, field.removeprefix(_FUNDING))
        elif field and self.found:
            text = await ask_field(self.app, self.found, field)
            edit = (
                None if text is None else partial(set_field, place=("measures", self.measure), field=field, text=text)
            )
        else:
            return
        if edit is not None:
            self.app.decide(edit)

    @work
    async def _give(self, outcome: Outcome) -> None:
        """Ask for what belongs to an outcome and record it."""
        from tui import asking
        from tui.outcomes import decided

        if self.found and (given := await asking.outcome(self.app, self.found, outcome)):
            self.app.decide(decided(self.session, [self.measure], given))

    def action_mark_done(self) -> None:
        """Mark the measure done."""
        self._give("done")

    def action_move(self) -> None:
        """Move the measure to another half-year."""
        self._give("moved")

    def action_drop(self) -> None:
        """Discontinue the measure."""
        self._give("dropped")

    def action_note(self) -> None:
        """Write a dated note."""
        self._give("note")

    def action_start(self) -> None:
        """Mark the measure started."""
        self.app.decide(partial(edits.start, measure=self.measure, place=edits.Place(self.session.today)))

    def action_reopen(self) -> None:
        """Open the measure again."""
        self.app.decide(partial(edits.reopen, measure=self.measure, place=edits.Place(self.session.today)))


def _rows(screen: MeasureScreen, measure: Measure) -> Iterator[Row]:
    """Yield the card's rows: fields by their keys, money by its year, the rest for reading."""
    for key in editable(Measure):
        if key != "status":
            yield Row(key, _line(screen, key, getattr(measure, name_of_field(Measure, key))))
    yield from _section(screen, "funding")
    told = entry_lines(screen.roadmap, screen.words, ("measures", measure.id), field="funding")
    for fund, text in zip(measure.funding, told, strict=True):
        yield Row(f"{_FUNDING}{fund.year}", Content(f"  {text}"))
    yield Row(_FUNDING, Content.styled(f"  + {screen.words.t('another year')}", "$text-muted"))
    for name in ("moves", "log"):
        told = entry_lines(screen.roadmap, screen.words, ("measures", measure.id), field=name)
        if told:
            yield from _section(screen, name)
            for text in reversed(told):
                yield from wrapped(f"  {text}", screen.size.width - _SIDES)


def _line(screen: MeasureScreen, key: str, of: object) -> Content:
    name = capital(field_name(screen.words, key))
    shown = value(screen.words, screen.roadmap, ("measures", key), of=of, limit=None)
    return Content.assemble((name.ljust(_LABEL), "$text-muted"), Content(shown))


def _section(screen: MeasureScreen, key: str) -> Iterator[Row]:
    yield Row("", Content(""))
    yield Row("", Content.styled(capital(field_name(screen.words, key)), "bold"))


SCREEN = MeasureScreen
