"""Who decided a field: each change of it, newest first, with its day, its §, both values and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content

from exporters.changed import Naming
from exporters.past import decision_said
from exporters.refusals import refusal_sentence
from exporters.terms import field_name
from exporters.values import item_place, value
from model.diff import Change, name_of_field, value_of
from model.text import one_line
from tui.screens.base import RoadmapScreen, bindings_of
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.entry import Decision
    from model.undo import Fold

_DAY = 12
_PLACE = 13


class DecidersScreen(RoadmapScreen):
    """The decisions about one field of one record."""

    NAME = "deciders"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self, table: str, record: str, field: str) -> None:
        """Show who decided a field, by its key in the file."""
        super().__init__()
        self.change = Change(table, record, field)
        self._known: tuple[Decision, ...] | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out one list."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Name the record and the field."""
        what = f"{self.words.t('Who decided')}: {field_name(self.words, self.change.field or '')}"
        return f"{what} · {Naming(self.words, self.roadmap).record(self.change)}"

    def refresh_roadmap(self) -> None:
        """Bring the lines around up to date, and who decided: something may have been decided since."""
        super().refresh_roadmap()
        self.read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def read(self) -> None:
        """Read in the background."""
        from model.git.deciding import decided
        from model.git.errors import GitError

        place = self.change
        try:
            found = decided(
                self.session.path, place.table, place.record, field=place.field or "", start=self.session.start
            )
        except GitError as error:
            self.app.call_from_thread(self.tell, refusal_sentence(error, self.words))
        else:
            self.app.call_from_thread(self.take, found)

    def tell(self, sentence: str) -> None:
        """Say what there is instead of decisions."""
        if (rows := self.query_one_optional(Rows)) is not None:
            rows.fill([Row("", Content(one_line(sentence)))])

    def take(self, found: tuple[Decision, ...]) -> None:
        """Show the decisions; what nobody has recorded yet comes first."""
        self._known = found
        rows = [self._row(place, decision) for place, decision in enumerate(found)]
        if self._is_ahead(found):
            unrecorded = self.words.t("The value of now has not been recorded yet: {value}", value=self._now())
            rows.insert(0, Row("", Content(unrecorded)))
        if (shown := self.query_one_optional(Rows)) is not None:
            shown.fill(rows or [Row("", Content(self.words.t("Nobody has decided on this field yet.")))])

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Show the decision under the cursor in full."""
        at = self.query_one(Rows).current
        if at and self._known:
            self.find(self._known[int(at)].commit)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def find(self, commit: str) -> None:
        """Read the entry of a commit in the background, with what was said about it since, and show it."""
        from model.git.errors import GitError
        from tui.past import fold_of

        try:
            found = fold_of(self.session.path, commit, record=self.change.record, start=self.session.start)
        except GitError as error:
            self.app.call_from_thread(self.app.say, refusal_sentence(error, self.words), is_error=True)
        else:
            if found is not None:
                self.app.call_from_thread(self.show_entry, found)

    def show_entry(self, fold: Fold) -> None:
        """Open an entry of the history."""
        from tui.screens.decision import DecisionScreen

        if self.is_current:
            self.app.push_screen(DecisionScreen(fold))

    def _row(self, place: int, decision: Decision) -> Row:
        day = self.words.date(decision.when.date()).ljust(_DAY)
        where = item_place(decision.meeting, decision.item).ljust(_PLACE)
        parts = (
            decision_said(decision, self.words, self.roadmap, place=self.change),
            f"({decision.why})" if decision.why else "",
            f"· {decision.who}",
        )
        told = one_line(" ".join(part for part in parts if part))
        left = Content.assemble((day, "$text-muted"), (where, "$text-muted"), Content(told))
        return Row(str(place), left, len(day) + len(where))

    def _is_ahead(self, found: tuple[Decision, ...]) -> bool:
        """Whether a plain field says something else than the latest decision on it."""
        record = self.roadmap.find(self.change.table, self.change.record)
        if not found or found[0].key is not None or record is None:
            return False
        now = value_of(record, name_of_field(type(record), self.change.field or ""))
        return not isinstance(now, tuple) and now != found[0].after and bool(now or found[0].after)

    def _now(self) -> str:
        record = self.roadmap.find(self.change.table, self.change.record)
        field = self.change.field or ""
        now = value_of(record, name_of_field(type(record), field)) if record else None
        return value(self.words, self.roadmap, (self.change.table, field), of=now)
