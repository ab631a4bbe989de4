"""The history in sentences, newest first, meeting by meeting; a decision and its undo stand folded on one line.

Git is read and the lines are made in a thread, the next page before its end is reached; the screen only shows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content

from exporters import filters
from exporters.refusals import refusal_sentence
from tui.screens.base import bindings_of
from tui.screens.narrowing import Narrowing
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.undo import Fold
    from tui.history_rows import Making
    from tui.past import Past

AHEAD = 150
"""With fewer lines below what is in sight the next page is read."""
WIDE = 100
"""From so many cells on a line also says who recorded it."""


class HistoryScreen(Narrowing):
    """What was decided, who recorded it, when and in which §."""

    NAME = "history"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self) -> None:
        """Begin with nothing read, and with everything wanted."""
        super().__init__()
        self._past: Past | None = None
        self._making: Making | None = None
        self._folds: tuple[Fold, ...] = ()
        self._reading = False
        self._again = False

    def body(self) -> Iterable[Widget]:
        """Lay out one list."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Say what is shown, and what of it."""
        asked = filters.told(self.wanted, self.words, self.roadmap)
        return self.words.t("History") + (f" · {asked}" if asked else "")

    def on_mount(self) -> None:
        """Read on when the end of what is shown comes near, by whatever key or wheel."""
        self.watch(self.query_one(Rows), "scroll_y", self.read_ahead, init=False)

    def refresh_roadmap(self) -> None:
        """Bring the lines around up to date, and the history: something may have been decided since."""
        super().refresh_roadmap()
        self.ask(anew=True)

    def ask(self, *, anew: bool) -> None:
        """Have a further page read, or what was recorded since; one that is asked for meanwhile comes after it."""
        from tui.past import Past

        if self._reading:
            self._again = self._again or anew
            return
        self._reading = True
        if self._past is None or self._past.wanted != self.wanted:
            self._past = Past(self.session.path, self.wanted, start=self.session.start)
        self.read(self._past, self.making(), anew=anew)

    def making(self) -> Making:
        """Return what the lines are made from; for the same roadmap and width no line is made twice."""
        from tui.history_rows import Making

        who = self.size.width >= WIDE
        known = self._making
        if not known or (known.roadmap is not self.roadmap) or (known.wanted, known.who) != (self.wanted, who):
            known = self._making = Making(self.roadmap, self.words, self.wanted, who)
        return known

    @work(thread=True, exit_on_error=False)
    def read(self, past: Past, making: Making, *, anew: bool) -> None:
        """Read and make lines in the background."""
        from model.git.errors import GitError

        try:
            if anew:
                past.renew()
            else:
                past.more()
        except GitError as error:
            self.app.call_from_thread(self.tell, refusal_sentence(error, self.words))
        else:
            folds = past.folds()
            self.app.call_from_thread(self.take, past, folds, making.rows(folds))

    def take(self, past: Past, folds: tuple[Fold, ...], rows: list[Row]) -> None:
        """Show what was read, unless something else is wanted meanwhile."""
        self._reading = False
        if past.wanted != self.wanted:
            self._again = True
        else:
            self._folds = folds
            self._fill([*rows, *self._end(past, is_empty=not rows)])
        self._go_on()

    def tell(self, sentence: str) -> None:
        """Say why there is no history."""
        self._reading = False
        self._fill([Row("", Content(sentence))])
        self._go_on()

    def _fill(self, rows: list[Row]) -> None:
        if (shown := self.query_one_optional(Rows)) is not None:
            shown.fill(rows)

    def _end(self, past: Past, *, is_empty: bool) -> Iterable[Row]:
        words = self.words
        if is_empty and past.over:
            nothing = words.t("Nothing has been recorded yet.")
            yield Row("", Content(nothing if self.wanted.everything else words.t("Nothing fits.")))
        elif not past.over:
            yield Row("", Content.styled(words.t("older ones…"), "$text-muted"))

    def _go_on(self) -> None:
        if self._again:
            self._again = False
            self.ask(anew=True)
        else:
            self.read_ahead()

    @on(Rows.Moved)
    def read_ahead(self) -> None:
        """Have the next page read before somebody comes to the end."""
        rows = self.query_one_optional(Rows)
        if rows is not None and self._past and not self._past.over and not self._reading and rows.below < AHEAD:
            self.ask(anew=False)

    @property
    def people(self) -> tuple[str, ...]:
        """Who has recorded something, as far as the history has been read."""
        return self._past.people if self._past else ()

    def on_resize(self) -> None:
        """Make the lines anew for another width."""
        if self.is_mounted and self.is_current and self._making and self._making.who != (self.size.width >= WIDE):
            self.ask(anew=True)

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Show a decision in full."""
        from tui.screens.decision import DecisionScreen

        chosen = self.query_one(Rows).current
        if fold := next((fold for fold in self._folds if fold.entry.commit == chosen), None):
            self.app.push_screen(DecisionScreen(fold))


SCREEN = HistoryScreen
