"""The first screen: which half-year is now, what is late, due and starting in it, and how far we are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.events import DescendantFocus

from model.approved import approved_on
from model.search import Finder
from model.standing import counts, standing, unfinished
from model.text import one_line
from tui.groups import GROUPINGS, found, grouped
from tui.safe import line
from tui.screens.base import QUESTION, bindings_of
from tui.screens.deeds import Deeds
from tui.widgets.bars import Key, KeyBar
from tui.widgets.grid import FAR, Grid
from tui.widgets.gridlines import Head, Row
from tui.widgets.legend import Legend

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from exporters.words import Words
    from model.records import Measure
    from tui.command import Command
    from tui.groups import By
    from tui.session import Session
    from tui.widgets.bars import Ends
    from tui.widgets.searchline import SearchLine

MOST_HALVES = 60
"""No more half-years than this are shown, whatever the file says."""
BAR = 10
"""Signs of the bar that shows how far we are."""


class Schedule(Deeds):
    """Measures and half-years: a grid that can be grouped and searched."""

    NAME = "schedule"
    CSS_PATH = "schedule.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of("schedule"),
        Binding("up", "cursor(-1)", show=False),
        Binding("down", "cursor(1)", show=False),
    ]

    def __init__(self) -> None:
        """Begin with what is due, unsearched."""
        super().__init__()
        self.by: By = "due"
        self.query_text = ""
        self.open_folds: frozenset[str] = frozenset()
        self._finder: Finder | None = None

    def body(self) -> Iterable[Widget]:
        """Return the grid and the signs' meanings under it."""
        yield Grid(self._head(), id="grid")
        yield Legend(self.words, id="legend")

    def title_lines(self) -> Iterable[Ends]:
        """Return the roadmap and whose it is; at the right, what this half-year is about; then what minutes wait."""
        head, now, words = self.roadmap.head, standing(self.roadmap, self.session.half), self.words
        yield Content.styled(one_line(head.title), "bold"), self.marked(_closed(self.session, words))
        about = (
            words.half(self.session.half),
            words.n("{n} ends", "{n} end", len(now.ending)),
            words.n("{n} is late", "{n} are late", len(now.late)),
            words.n("{n} starts", "{n} start", len(now.starting)),
        )
        yield line(head.organisation), Content.styled(" · ".join(about), "bold")
        if unfinished(self.roadmap) or self.roadmap.services or head.pilots is not None:
            # Mostly nothing of this is so, and the first screen stands sooner without its words.
            from tui.headlines import headlines

            yield from headlines(self.session, words)

    def show(self) -> None:
        """Draw the measures as they stand now."""
        roadmap, half = self.roadmap, self.session.half
        if self.query_text.strip():
            if self._finder is None or self._finder.roadmap is not roadmap:
                self._finder = Finder(roadmap)
            search = partial(self._finder.search, query=self.query_text)
            rows = found(standing(roadmap, half), search, words=self.words)
        else:
            rows = grouped(roadmap, half, self.by, open_folds=self.open_folds, words=self.words)
        self.query_one(Grid).fill(self._head(), rows)

    @property
    def at_hand(self) -> Measure | None:
        """The measure under the cursor."""
        row = self.query_one(Grid).current
        return row.measure if row else None

    @property
    def searching(self) -> bool:
        """Whether a search is being typed."""
        return bool(self.query("#search")) and not self.query_one(Grid).has_focus

    def stepped_back(self) -> bool:
        """End the search, if there is one."""
        searched = bool(self.query_text or self.query("#search"))
        if searched:
            self.on_search_line_ended()
        return searched

    def tells(self, command: Command) -> bool:
        """Whether the key bar shows a command; there is nothing to go back to but from a search."""
        leads_back = bool(self.query_text) or self.session is not self.app.present
        return super().tells(command) and (command.id != "back" or leads_back)

    def _key(self, row: Command) -> Key:
        """Return how a command stands in the bar: from the first screen of the past one goes back to the present."""
        key = super()._key(row)
        is_way_out = row.id == "back" and not self.query_text
        return key._replace(label=self.words.t("To the present")) if is_way_out else key

    @on(DescendantFocus)
    def show_keys_of_focus(self) -> None:
        """Show other keys while a search is typed."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that act now: while a search is typed only those that do not type a letter."""
        if self.searching:
            words = self.words
            shown = (
                Key("Enter", words.t("To what was found"), "focus_grid"),
                Key("Esc", words.t("Show all"), "app.back"),
            )
            self.query_one("#keys", KeyBar).keys = shown
        else:
            super().show_keys()

    def action_focus_grid(self) -> None:
        """Go to what was found; Esc shows all again."""
        self.query_one(Grid).focus()

    def action_cursor(self, steps: int) -> None:
        """Move the grid's cursor while a search is typed."""
        self.query_one(Grid).action_move(steps)

    def action_group(self) -> None:
        """Group in the next way and say which."""
        ways = list(GROUPINGS)
        self.by = ways[(ways.index(self.by) + 1) % len(ways)]
        self.app.say(self.words.t("Grouped by: {what}", what=self.words.t(GROUPINGS[self.by])))
        self.query_one(Grid).action_move(-FAR)

    @work(group=QUESTION)
    async def action_add_measure(self) -> None:
        """Ask what a new measure is, add it and put the cursor on it."""
        from tui.editing import ask_measure

        if (edit := await ask_measure(self.app)) and self.app.decide(edit):
            self.query_one(Grid).select(self.roadmap.measures[-1].id)

    def action_walk(self) -> None:
        """Walk through what is late and due."""
        self.app.action_go("walk")

    @on(Grid.Opened)
    def action_open(self) -> None:
        """Open the measure under the cursor, or fold and unfold what is over."""
        if row := self.query_one(Grid).current:
            self.open_row(row)

    def open_row(self, row: Row) -> None:
        """Open a measure, or fold and unfold a group."""
        if row.measure:
            self.app.open_measure(row.measure.id)
        else:
            self.open_folds ^= {row.fold}
            self.show()

    @work(group=QUESTION)
    async def action_search(self) -> None:
        """Open the line in which a search is typed."""
        # The field is imported when it is first needed: the first screen stands sooner.
        from tui.widgets.searchline import search_in

        self.query_one("#legend").display = False
        await search_in(self, self.words.t("Find:"))

    def on_search_line_typed(self, message: SearchLine.Typed) -> None:
        """Show what is found, letter by letter."""
        self.query_text = message.query
        self.show()
        self.query_one(Grid).action_move(-FAR)

    def on_search_line_taken(self) -> None:
        """Go to what was found; Esc shows all again."""
        self.action_focus_grid()

    def on_search_line_ended(self) -> None:
        """Show all again, with the cursor on what was found."""
        self.query_text = ""
        self.query("#search").remove()
        self.query_one("#legend").display = True
        self.query_one(Grid).focus()
        self.show()

    def _head(self) -> Head:
        head, now, words = self.roadmap.head, self.session.half, self.words
        first = head.step(head.first)
        halves = tuple(first.until(head.last))[:MOST_HALVES] or (first,)
        done, total = counts(self.roadmap)["done"], len(self.roadmap.measures)
        bar = "▰" * (BAR * done // max(total, 1))
        corner = words.t("Done {done}/{total}", done=done, total=total) + f"  {bar:▱<{BAR}}"
        seasons, who = tuple(map(words.season, halves)), words.t("Responsible")
        return Head(halves, now, seasons, ("", corner), who, approved_on(self.roadmap))


def _closed(session: Session, words: Words) -> str:
    """Return when the programme was closed; few are, and the first screen of the others stands sooner."""
    if session.roadmap.head.ended is None:
        return ""
    from exporters.pilots import ended_line

    return ended_line(session.roadmap, words, today=session.today)


SCREEN = Schedule
