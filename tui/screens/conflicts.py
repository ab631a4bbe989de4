"""The open conflicts: what two people made of one thing, side by side, each settled with one key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.content import Content

from exporters.settling import heading, sides
from exporters.unsettled import waiting
from model.conflicts import settled
from tui.safe import line
from tui.screens.base import RoadmapScreen, bindings_of
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from exporters.settling import Told
    from model.conflict import Conflict
    from model.conflicts import Side

_HANG = 6
SIDES: tuple[Side, ...] = ("ours", "theirs", "base", "now")


class ConflictsScreen(RoadmapScreen):
    """Each conflict with its values under the digits that settle on them."""

    NAME = "conflicts"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def body(self) -> Iterable[Widget]:
        """Lay out one list."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Say what is shown."""
        return self.words.t("Conflicts")

    def heading_right(self) -> str:
        """Say how many there are."""
        return waiting(len(self.roadmap.conflicts), self.words)

    def show(self) -> None:
        """Show what is open; the cursor stays with its conflict, or takes the next one."""
        rows = [row for conflict in self.roadmap.conflicts for row in self._rows(conflict)]
        self.query_one(Rows).fill(rows or [Row("", Content(self.words.t("No conflict is open.")))])

    def _rows(self, conflict: Conflict) -> Iterator[Row]:
        when = self.words.date(conflict.date) if conflict.date else ""
        yield Row(conflict.id, line(heading(conflict, self.words, self.roadmap)), right=line(when))
        for told in sides(conflict, self.words, self.roadmap):
            yield Row("", self._side(told), hang=_HANG)
        yield Row("", Content(""))

    def _side(self, told: Told) -> Content:
        digit = str(SIDES.index(told.side) + 1)
        mark = f" ({self.words.t('stands now')})" if told.holds else ""
        return Content.assemble(
            f"   {digit}  ".ljust(_HANG), (f"{told.who}: ", "$text-muted"), line(told.value), (mark, "bold")
        )

    @property
    def current(self) -> Conflict | None:
        """The conflict under the cursor."""
        name = self.query_one(Rows).current
        return next((one for one in self.roadmap.conflicts if one.id == name), None)

    def action_settle(self, side: str) -> None:
        """Let a side's value stand."""
        if conflict := self.current:
            edit = partial(settled, conflict=conflict.id, side=cast("Side", side))
            self.app.decide(edit)

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Open what the conflict is about, where a third value can be given."""
        conflict = self.current
        if conflict is None:
            return
        from tui.app import screen_named

        known = {"measures": "measure", "viewpoints": "viewpoint"}
        if conflict.table in known and self.roadmap.find(conflict.table, conflict.record):
            self.app.push_screen(screen_named(known[conflict.table], conflict.record))
        else:
            self.app.say(self.words.t("This has no screen of its own; edit it by the command edit, or in the file."))


SCREEN = ConflictsScreen
