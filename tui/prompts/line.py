"""The line in which a question is answered: what comes behind its Enter is no part of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tui.prompts.base import Prompt

if TYPE_CHECKING:
    from textual import events


class AnswerLine(Input):
    """A line of a question."""

    def on_key(self, event: events.Key) -> None:
        """Leave a letter that a quick hand typed behind Enter to what follows the question."""
        if isinstance(self.screen, Prompt):
            self.screen.is_behind(event)
