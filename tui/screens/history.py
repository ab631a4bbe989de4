"""The history in sentences, newest first; a decision and its undo stand folded on one line."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content

from exporters.refusals import refusal_sentence
from exporters.sentences import sentences
from exporters.values import item_place
from tui.screens.base import RoadmapScreen, bindings_of
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.git.history import Entry
    from model.git.undo import Fold

_PAGE = 100
_MORE = "more"


class HistoryScreen(RoadmapScreen):
    """What was decided, who recorded it, when and in which §."""

    NAME = "history"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__()
        self._entries: list[Entry] = []
        self._folds: tuple[Fold, ...] = ()
        self._older: Iterator[Entry] | None = None
        self._reading = False
        self._again = False

    def body(self) -> Iterable[Widget]:
        """Lay out one list."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Say what is shown."""
        return self.words.t("History")

    def refresh_roadmap(self) -> None:
        """Bring the lines around up to date, and the history: something may have been decided since."""
        super().refresh_roadmap()
        self._ask(anew=True)

    def _ask(self, *, anew: bool) -> None:
        """Have a page read; one that is asked for while another is being read comes after it."""
        if self._reading:
            self._again = self._again or anew
        else:
            self._reading = True
            self.read(anew=anew)

    @work(thread=True, exit_on_error=False)
    def read(self, *, anew: bool) -> None:
        """Read a page of commits in the background."""
        from model.git.errors import GitError
        from model.git.history import history

        try:
            older = history(self.session.path) if anew or self._older is None else self._older
            page = list(islice(older, _PAGE))
        except GitError as error:
            self.app.call_from_thread(self.tell, refusal_sentence(error, self.words))
        else:
            self.app.call_from_thread(self.take, page, older=older, anew=anew)

    def take(self, page: list[Entry], *, older: Iterator[Entry], anew: bool) -> None:
        """Show what was read."""
        from model.git.undo import folded

        self._older = older
        self._entries = page if anew else [*self._entries, *page]
        self._folds = folded(self._entries)
        rows = [Row(fold.entry.commit, self._line(fold)) for fold in self._folds]
        if len(page) == _PAGE:
            rows.append(Row(_MORE, Content.styled(self.words.t("older ones…"), "$text-muted")))
        self._fill(rows or [Row("", Content(self.words.t("Nothing has been recorded yet.")))])

    def _fill(self, rows: list[Row]) -> None:
        self.query_one(Rows).fill(rows)
        self._reading = False
        if self._again:
            self._again = False
            self._ask(anew=True)

    def tell(self, sentence: str) -> None:
        """Say why there is no history."""
        self._fill([Row("", Content(sentence))])

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Show a decision in full, or the older ones."""
        from tui.screens.decision import DecisionScreen

        chosen = self.query_one(Rows).current
        if chosen == _MORE:
            self._ask(anew=False)
        elif fold := next((fold for fold in self._folds if fold.entry.commit == chosen), None):
            self.app.push_screen(DecisionScreen(fold))

    def _line(self, fold: Fold) -> Content:
        entry, words = fold.entry, self.words
        said = "; ".join(self._sentences(entry))
        place = item_place(entry.trailer("Meeting") or "", entry.trailer("Item"))
        mark = f"({words.t('taken back')}) " if fold.undone else ""
        return Content.assemble(
            (words.date(entry.when.date()).ljust(12), "$text-muted"),
            (place.ljust(13), "$text-muted"),
            (mark + said, "strike" if fold.undone else ""),
        )

    def _sentences(self, entry: Entry) -> tuple[str, ...]:
        if entry.began:
            return (self.words.t("The file came into being: {subject}", subject=entry.subject),)
        if entry.changes is None:
            return (self.words.t("This version of the file cannot be read: {subject}", subject=entry.subject),)
        return sentences(entry.changes, self.words, entry.roadmap or self.roadmap) or (entry.subject,)


SCREEN = HistoryScreen
