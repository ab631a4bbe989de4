"""What the screens share that tell what has changed since then: git is asked in a thread, once for each time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from exporters.refusals import refusal_sentence
from exporters.terms import capital
from tui.screens.handout import Handout

if TYPE_CHECKING:
    from exporters.since import Span
    from model.roadmap import Roadmap


class Spanning(Handout):
    """A paper about the time from an earlier state of the roadmap to the one that is shown."""

    def __init__(self) -> None:
        """Begin without knowing the earlier state."""
        super().__init__()
        self.span: Span | None = None
        self.why = ""
        """Why there is no earlier state, where git has been asked for it."""
        self._asked = ""
        self._known: dict[str, Span] = {}

    def since(self) -> str:
        """Return which earlier state is meant, as `model.git.at` has it; empty for none."""
        return ""

    def refresh_roadmap(self) -> None:
        """Find the earlier state before anything is shown; what is shown now is the later one."""
        asked, roadmap = self.since(), self.roadmap
        if asked != self._asked:
            self._asked, self.span, self.why = asked, self._known.get(asked), ""
            if asked and not self.span:
                self.look(asked, roadmap)
        if self.span and self.span.after is not roadmap:
            self.span = replace(self.span, after=roadmap)
        super().refresh_roadmap()

    @work(thread=True, exclusive=True, exit_on_error=False, group="span")
    def look(self, asked: str, roadmap: Roadmap) -> None:
        """Find an earlier state in git."""
        from model.git.errors import GitError
        from tui.spanning import span

        found, why = None, ""
        try:
            found = span(self.session.path, asked, roadmap, until=self.session.today)
        except GitError as error:
            why = capital(refusal_sentence(error, self.words))
        self.app.call_from_thread(self.take, asked, found, why)

    def take(self, asked: str, found: Span | None, why: str) -> None:
        """Show what was found, unless something else is asked for by now."""
        if found:
            self._known[asked] = found
        if asked == self._asked:
            self.span, self.why = found, why
            if self.is_mounted:
                self.refresh_roadmap()
