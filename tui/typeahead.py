"""Keys that came faster than the question or the line that they are meant for: they are its text, never commands.

Over a slow connection keys arrive in bursts. Those behind the key that asks something are on their way to the screen
under the question already; they come back up to the app unhandled, and here they find the place they were meant for.
What is pasted is made one line first: a field has one, and would keep only the first of several.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable
from unicodedata import category

from textual import events
from textual.app import App

from tui.screens.base import begins_to_ask

LOOK_AGAIN = 0.01
"""Seconds until it is looked again whether a question is up."""
MOST_PASTED = 10_000
"""Characters of a paste that count; more is a mistake, and the `…` at its end shows that it was cut."""


def pasted(text: str) -> str:
    """Return pasted text as one line without control characters, cut where it is absurdly long."""
    kept = " ".join(part for part in ("".join(filter(is_text, word)) for word in text.split()) if part)
    return f"{kept[: MOST_PASTED - 1]}…" if len(kept) > MOST_PASTED else kept


def is_text(char: str) -> bool:
    """Whether a character belongs to a text: everything but control characters."""
    return category(char) != "Cc"


@runtime_checkable
class Line(Protocol):
    """A widget in which one types; asked by what it can do, so that no field is imported before one is needed."""

    def insert_text_at_cursor(self, text: str) -> None:
        """Write where the cursor is."""


class Typeahead(App[None]):
    """An app in which a quick hand's keys reach the answer and nothing else."""

    _ahead: tuple[events.Key, ...] = ()

    @property
    def line(self) -> object:
        """The widget that has the cursor, whether or not one can type in it."""
        return self.focused

    async def on_event(self, event: events.Event) -> None:
        """Keep every key while a question is being put up; what came earlier must not be overtaken."""
        if isinstance(event, events.Key) and (self._ahead or begins_to_ask(self)):
            self.keep_for_question(events.Key(event.key, event.character))
        elif isinstance(event, events.Paste) and not event.is_forwarded:
            await super().on_event(events.Paste(pasted(event.text)))
        else:
            await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Write a letter that comes back up from a widget into the line that has got the cursor meanwhile."""
        if event.is_printable and event.character and isinstance(line := self.line, Line):
            event.prevent_default()
            line.insert_text_at_cursor(event.character)

    def keep_for_question(self, key: events.Key) -> None:
        """Keep a key until the question is up."""
        if not self._ahead:
            self.set_timer(LOOK_AGAIN, self.await_question)
        self._ahead = (*self._ahead, key)

    def await_question(self) -> None:
        """Give the keys that were kept to the question as soon as it is up, in their order."""
        if begins_to_ask(self):
            self.set_timer(LOOK_AGAIN, self.await_question)
        else:
            self.screen.call_after_refresh(self.hand_over)

    def hand_over(self) -> None:
        """Give the keys that were kept to what is in front now."""
        ahead, self._ahead = self._ahead, ()
        for key in ahead:
            self.deliver(key)

    def deliver(self, key: events.Key) -> None:
        """Write a letter into the line that has the cursor; any other key is pressed anew."""
        if key.is_printable and key.character and isinstance(line := self.line, Line):
            line.insert_text_at_cursor(key.character)
        else:
            self.post_message(key)
