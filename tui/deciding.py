"""Making decisions on the screen: an edit is saved and recorded, and what happened, or why it did not, is said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from exporters.refusals import refusal_sentence
from model.diff import ChangedMeanwhileError, apply, diff
from model.file.errors import WouldLoseCommentsError
from tui.keeper import REFUSALS
from tui.mending import accept_loss, settle
from tui.screens.base import QUESTION
from tui.session import NothingToUndoError
from tui.telling import redo_label, sentences, undo_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from exporters.words import Words
    from model.diff import Change
    from model.roadmap import Roadmap
    from tui.session import Session


class Deciding(App[None]):
    """An app that makes edits, takes them back, and asks where the file stands against one."""

    session: Session
    words: Words
    say: Callable[..., None]

    def decide(
        self, edit: Callable[[Roadmap], Roadmap], *, seen: Roadmap | None = None, allow_loss: bool = False
    ) -> tuple[Change, ...]:
        """Make an edit, have it saved and recorded, and say in words what happened; a refusal is said, too.

        With `seen`, the roadmap on which the edit was thought out, it is asked about where somebody else has changed
        the same meanwhile.
        """
        now = self.session.roadmap
        try:
            after = edit(now)
            if seen is not None and seen is not now and after != now:
                apply(now, diff(seen, edit(seen)))
            changes = self.session.change(after, allow_loss=allow_loss)
        except REFUSALS as error:
            self.explain(error, partial(self.decide, edit))
            return ()
        if changes:
            self.say("; ".join(sentences(changes, self.words, self.session.roadmap)))
        return changes

    def action_undo(self) -> None:
        """Take back the latest decision and say which."""
        self.step(self.session.undo, undo_label(self.session.undoable, self.words, self.session.roadmap))

    def action_redo(self) -> None:
        """Make the decision that was taken back once more and say which."""
        self.step(self.session.redo, redo_label(self.session.redoable, self.words, self.session.roadmap))

    def step(self, step: Callable[..., object], label: str) -> None:
        """Go a step back or forth among the decisions and say which, or why not."""
        try:
            step()
        except WouldLoseCommentsError as error:
            self.explain(error, lambda *, allow_loss: self.step(partial(step, allow_loss=allow_loss), label))
        except (*REFUSALS, NothingToUndoError) as error:
            self.say(refusal_sentence(error, self.words), is_error=True)
        else:
            self.say(label)

    def explain(self, error: Exception, again: Callable[..., object]) -> None:
        """Say why something was not done; where that can be settled, ask, and have it done `again`."""
        match error:
            case ChangedMeanwhileError():
                self.run_worker(settle(self, error, again), group=QUESTION)
            case WouldLoseCommentsError():
                self.run_worker(accept_loss(self, error.comments, partial(again, allow_loss=True)), group=QUESTION)
            case _:
                self.say(refusal_sentence(error, self.words), is_error=True)
