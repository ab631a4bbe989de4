"""What has changed since the last meeting, or since any other time, record by record."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work

from exporters.since import since_document, since_name, since_title
from model.git.at import APPROVAL, MEETING
from model.standing import last_closed, was_held
from tui.prompts.ask import AskText
from tui.prompts.choose import Choice, Choose
from tui.safe import line
from tui.screens.base import QUESTION, bindings_of
from tui.screens.spans import Spanning
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual.binding import BindingType

    from exporters.document import Document

_MOST = 6
"""So many of the latest meetings are offered."""
_OTHER = "?"


class SinceScreen(Spanning):
    """The net change from an earlier state to the one that is shown."""

    NAME = "since"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self) -> None:
        """Begin with the last meeting."""
        super().__init__()
        self.chosen = ""

    def since(self) -> str:
        """Return the time that was chosen, else the last meeting that is over."""
        last = last_closed(self.roadmap)
        return self.chosen or (f"{MEETING}{last.number}" if last else "")

    def heading(self) -> str:
        """Say since when."""
        return since_title(self.span, self.words) if self.span else self.words.t("What changed")

    @property
    def document(self) -> Document | None:
        """The changes in the language of the person at the screen."""
        return since_document(self.span, self.words) if self.span else None

    def show(self) -> None:
        """Show the changes, or why there are none to show."""
        if self.span:
            super().show()
        elif self.since():
            self.query_one(Sheet).show(line(self.why or self.words.t("Reading the history…")))
        else:
            self.query_one(Sheet).show(line(self.words.t("No meeting has been held yet; choose another time.")))

    def name_in(self, form: str) -> str:
        """Return the name of the file: one for each earlier day."""
        assert self.span is not None
        return since_name(self.words, day=self.span.day, extension=form)

    def times(self) -> list[Choice[str]]:
        """Return the times that are offered: the latest meetings, the approval, any other."""
        words = self.words
        held = sorted((one for one in self.roadmap.meetings if was_held(one) and one.closed), key=lambda m: m.date)
        found = [
            Choice(f"{words.t('meeting {number}', number=one.number)}, {words.date(one.date)}", MEETING + one.number)
            for one in held[: -_MOST - 1 : -1]
        ]
        if self.roadmap.approvals:
            found.append(Choice(words.t("approval"), APPROVAL))
        return [*found, Choice(words.t("another day or revision…"), _OTHER)]

    @work(group=QUESTION)
    async def action_since_when(self) -> None:
        """Ask since when."""
        words, app = self.words, self.app
        chosen = await app.push_screen_wait(Choose(words.t("Since when?"), self.times()))
        if chosen == _OTHER:
            question = words.t("Since which day? (a revision of git will do)")
            chosen = await app.push_screen_wait(AskText(question, hint=words.date(self.session.today)))
        if chosen:
            self.chosen = chosen
            self.turned()

    # It needs no meeting, as the papers of a meeting do, so its commands have names of their own.
    def action_write_changes(self) -> None:
        """Write the changes in the form that is chosen."""
        self.action_write()

    def action_copy_changes(self) -> None:
        """Copy the changes."""
        self.action_copy()


SCREEN = SinceScreen
