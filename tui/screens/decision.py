"""One recorded decision in full: before, after, who, when and in which §."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from exporters.sentences import sentences
from exporters.terms import capital, field_name, table_name
from exporters.values import NOTHING, item_place, name_of, value
from model.record import Record
from model.text import one_line
from tui.screens.base import RoadmapScreen, bindings_of
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.diff import Change
    from model.git.history import Entry
    from model.git.undo import Fold

_LABEL = 14


class DecisionScreen(RoadmapScreen):
    """A commit as an official reads it."""

    NAME = "decision"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self, fold: Fold) -> None:
        """Show a decision with what followed on it."""
        super().__init__()
        self.fold = fold

    def body(self) -> Iterable[Widget]:
        """Lay out one list."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Show the subject under which it was recorded."""
        return self.fold.entry.subject

    def show(self) -> None:
        """List the facts."""
        self.query_one(Rows).fill(list(self._rows(self.fold.entry)))

    def _rows(self, entry: Entry) -> Iterator[Row]:
        words = self.words
        facts = [
            (words.t("when"), f"{words.date(entry.when.date())} {words.time(entry.when.timetz())}"),
            (words.t("recorded by"), entry.who),
            (words.t("meeting"), item_place(entry.trailer("Meeting") or "", entry.trailer("Item"))),
            (words.t("in git"), entry.commit[:12]),
        ]
        yield from (self._fact(name, told) for name, told in facts if told)
        for follower in self.fold.followers:
            yield self._fact(words.t("after that"), f"{words.date(follower.when.date())} {follower.subject}")
        yield Row("", Content(""))
        for sentence in sentences(entry.changes or (), words, entry.roadmap or self.roadmap):
            yield Row("", Content.styled(sentence, "bold"), 0)
        for change in entry.changes or ():
            yield from self._change(change)

    def _change(self, change: Change) -> Iterator[Row]:
        words = self.words
        field = field_name(words, change.field) if change.field else table_name(words, change.table)
        yield Row("", Content(""))
        yield Row("", Content(one_line(f"{change.record or table_name(words, change.table)}  {field}")), 0)
        yield self._fact(words.t("before"), self._value(change, change.before))
        yield self._fact(words.t("after"), self._value(change, change.after))

    def _value(self, change: Change, of: object) -> str:
        if isinstance(of, Record):
            parts = [self._part(change, key, part) for key, part in of if part not in (None, "", ())]
            return "   ".join(parts) if change.field else name_of(of)
        return value(self.words, self.roadmap, (change.table, change.field or ""), of=of, limit=None) if of else NOTHING

    def _part(self, change: Change, key: str, part: object) -> str:
        name = key.rstrip("_")
        place = (f"{change.table}.{change.field}", name)
        return f"{field_name(self.words, name)}: {value(self.words, self.roadmap, place, of=part)}"

    def _fact(self, name: str, told: str) -> Row:
        return Row("", Content.assemble((capital(name).ljust(_LABEL), "$text-muted"), Content(one_line(told))), _LABEL)
