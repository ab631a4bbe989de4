"""A measure's card: every field, its money, moves and log; each field is edited where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content

from exporters.approvals import approved_end_text
from exporters.card import entry_lines
from exporters.indicators import effect_lines
from exporters.services import service_names
from exporters.terms import capital, field_name, status
from exporters.values import value
from model.diff import name_of_field
from model.records import Measure
from model.standing import is_late
from model.typed import editable, set_field
from tui.meeting_commands import fits, label
from tui.screens.base import QUESTION, bindings_of
from tui.screens.deeds import Deeds
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.roadmap import Roadmap
    from tui.command import Command
    from tui.widgets.bars import Key

_LABEL = 22
_INDENT = 4
_FUNDING = "funding:"
_EFFECTS = "indicators:"
_TOLD = ("moves", "log")
"""Lists of what has happened: they are read, and nothing in them is edited."""


class MeasureScreen(Deeds):
    """One measure in full."""

    NAME = "measure"
    CHOOSES = "edit"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self, measure: str) -> None:
        """Show a measure by its id."""
        super().__init__()
        self.measure = measure

    @property
    def at_hand(self) -> Measure | None:
        """The measure as it is now; None when it was just taken away by an undo."""
        found = self.roadmap.find("measures", self.measure)
        return found if isinstance(found, Measure) else None

    def body(self) -> Iterable[Widget]:
        """Lay out one list of fields."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Name the measure."""
        return f"{self.measure}  {self.at_hand.title if self.at_hand else ''}"

    def heading_right(self) -> str:
        """Say its status in words."""
        return status(self.words, self.at_hand, late=is_late(self.at_hand, self.session.half)) if self.at_hand else ""

    def tells(self, command: Command) -> bool:
        """Whether the key bar shows a command: the outcomes of pilots only for a pilot."""
        return super().tells(command) and fits(command, self.at_hand)

    def _key(self, row: Command) -> Key:
        """Return how a command stands in the bar; of a pilot some have other words."""
        return super()._key(row)._replace(label=self.words.t(label(row, self.at_hand)))

    def show(self) -> None:
        """List the fields, the money and what has happened."""
        self.query_one(Rows).fill(list(_rows(self, self.at_hand)) if self.at_hand else [])

    @work(group=QUESTION)
    async def action_edit(self) -> None:
        """Ask for the new value of the field under the cursor."""
        field, seen = self.query_one(Rows).current, self.roadmap
        edit = await self.asked(field) if field and self.at_hand else None
        if edit is not None:
            self.app.decide(edit, seen=seen)

    def action_deciders(self) -> None:
        """Show who decided the field under the cursor."""
        from tui.screens.deciders import DecidersScreen

        if field := self.query_one(Rows).current.partition(":")[0]:
            self.app.push_screen(DecidersScreen("measures", self.measure, field))

    async def asked(self, field: str) -> Callable[[Roadmap], Roadmap] | None:
        """Return the edit that somebody answered for a field, or None when the question was left."""
        from tui.editing import ask_field, ask_funding

        if field.partition(":")[0] in _TOLD or field == _EFFECTS:
            return None
        if field.startswith(_FUNDING):
            return await ask_funding(self.app, self.measure, field.removeprefix(_FUNDING))
        text = await ask_field(self.app, self.at_hand, field) if self.at_hand else None
        if text is not None and field == "end" and self.at_hand:
            from tui import asking

            return await asking.end(self.app, self.at_hand, text)
        return None if text is None else partial(set_field, place=("measures", self.measure), field=field, text=text)


def _rows(screen: MeasureScreen, measure: Measure) -> Iterator[Row]:
    """Yield the card's rows: fields by their keys, money by its year, the rest for reading."""
    for key in editable(Measure):
        if key != "status":
            yield Row(key, _line(screen, key, getattr(measure, name_of_field(Measure, key))), _LABEL)
    yield from _section(screen, "funding")
    told = entry_lines(screen.roadmap, screen.words, ("measures", measure.id), field="funding")
    for fund, text in zip(measure.funding, told, strict=True):
        yield Row(f"{_FUNDING}{fund.year}", Content(f"  {text}"), _INDENT)
    yield Row(_FUNDING, Content.styled(f"  + {screen.words.t('another year')}", "$text-muted"))
    if effects := effect_lines(screen.roadmap, screen.words, measure):
        yield from _section(screen, "indicators")
        yield from (Row(_EFFECTS, Content(f"  {text}"), _INDENT) for text in effects)
    for name in _TOLD:
        told = entry_lines(screen.roadmap, screen.words, ("measures", measure.id), field=name)
        if told:
            yield from _section(screen, name)
            for place, text in enumerate(reversed(told)):
                yield Row(f"{name}:{place}", Content(f"  {text}"), _INDENT)


def _line(screen: MeasureScreen, key: str, of: object) -> Content:
    name = capital(field_name(screen.words, key))
    shown = value(screen.words, screen.roadmap, ("measures", key), of=of, limit=None)
    if key == "services" and screen.at_hand and screen.at_hand.services:
        return Content.assemble((name.ljust(_LABEL), "$text-muted"), _services(screen, screen.at_hand))
    if key == "end" and screen.at_hand:
        approved = approved_end_text(screen.roadmap, screen.words, screen.at_hand)
        shown = f"{shown} ({approved})" if approved else shown
    return Content.assemble((name.ljust(_LABEL), "$text-muted"), Content(shown))


def _services(screen: MeasureScreen, measure: Measure) -> Content:
    """Return the services by name; one that ends is told in bold, with its day."""
    found = service_names(screen.roadmap, measure, screen.words, today=screen.session.today)
    told = [Content.styled(name, "bold $text-warning") if ends else Content(name) for name, ends in found]
    return Content(", ").join(told)


def _section(screen: MeasureScreen, key: str) -> Iterator[Row]:
    yield Row("", Content(""))
    yield Row("", Content.styled(capital(field_name(screen.words, key)), "bold"))


SCREEN = MeasureScreen
