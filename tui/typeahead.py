"""Keys that came faster than the question or the line that they are meant for: they are its text, never commands.

Over a slow connection keys arrive in bursts. Those behind the key that asks something are on their way to the screen
under the question already; they come back up to the app unhandled, and here they find the place they were meant for.
What is pasted is made one line first: a field has one, and would keep only the first of several.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable
from unicodedata import category

from textual import events
from textual.app import App

from tui.screens.base import begins_to_ask

if TYPE_CHECKING:
    from textual.screen import Screen

LOOK_AGAIN = 0.01
"""Seconds until it is looked again whether a question is up."""
LOOKS = 30
"""How often it is looked whether a key was the answer to the question that is up, before it counts as none."""
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
class Question(Protocol):
    """A question that has perhaps been answered."""

    entered: events.Key | None
    """The Enter that was pressed, while it is on its way."""


@runtime_checkable
class Line(Protocol):
    """A widget in which one types; asked by what it can do, so that no field is imported before one is needed."""

    def insert_text_at_cursor(self, text: str) -> None:
        """Write where the cursor is."""


class Typeahead(App[None]):
    """An app in which a quick hand's keys reach the answer and nothing else."""

    _ahead: tuple[events.Key, ...] = ()
    _back: int = 0
    """How many of them, the first ones, are back from a screen."""
    _passing: events.Key | None = None
    """The key that was kept and is on its way now."""

    @property
    def line(self) -> object:
        """The widget that has the cursor, whether or not one can type in it."""
        return self.focused

    @property
    def front(self) -> Screen[Any] | None:
        """The screen in front; None when the app is ending, and what was typed ahead is meant for nothing."""
        return self.screen_stack[-1] if self.screen_stack else None

    async def on_event(self, event: events.Event) -> None:
        """Keep every key while a question is being put up; what came earlier must not be overtaken."""
        if isinstance(event, events.Key) and not self.is_passing(event) and (self._ahead or begins_to_ask(self)):
            self.keep_for_question(events.Key(event.key, event.character), is_back=event.is_forwarded)
        elif isinstance(event, events.Paste) and not event.is_forwarded:
            takes_blocks = getattr(self.front, "takes_blocks", False)
            await super().on_event(events.Paste(event.text if takes_blocks else pasted(event.text)))
        else:
            await super().on_event(event)

    def is_passing(self, key: events.Key) -> bool:
        """Whether a key is on its way to or from what is in front, so that nothing may hold it up."""
        front: object = self.front
        return key is self._passing or (isinstance(front, Question) and key is front.entered)

    def on_key(self, event: events.Key) -> None:
        """Write a letter that comes back up from a widget into the line that has got the cursor meanwhile.

        A question that is up and has not put its cursor anywhere yet gets it once more, a moment later.
        """
        if not (event.is_printable and event.character):
            return
        if isinstance(line := self.line, Line):
            event.prevent_default()
            line.insert_text_at_cursor(event.character)
        elif event is not self._passing and self.front and self.front.is_modal:
            self.keep_for_question(events.Key(event.key, event.character), is_back=True)

    def keep_for_question(self, key: events.Key, *, is_back: bool = False) -> None:
        """Keep a key until the question is up; one that is back from a screen came before those that were not there."""
        if not self._ahead:
            self._back = 0
            self.set_timer(LOOK_AGAIN, self.await_question)
        at = self._back if is_back else len(self._ahead)
        self._back += is_back
        self._ahead = (*self._ahead[:at], key, *self._ahead[at:])

    def keep_behind(self, key: events.Key, question: Screen[Any]) -> None:
        """Keep a key that came behind the answer to a question for what is there when the question is over."""
        if not self._ahead:
            self.await_answer((question, self.line), LOOKS)
        self._ahead = (*self._ahead, key)

    def await_question(self) -> None:
        """Give the keys that were kept to the question as soon as it is up, in their order."""
        if self.front and begins_to_ask(self):
            self.set_timer(LOOK_AGAIN, self.await_question)
        elif self.front:
            self.front.call_after_refresh(self.hand_over)

    def hand_over(self) -> None:
        """Give the keys that were kept to what is in front now, up to one that may be the answer to it."""
        while self._ahead:
            key, self._ahead = self._ahead[0], self._ahead[1:]
            self._back = max(self._back - 1, 0)
            if self.deliver(key):
                continue
            if self._ahead and self.front:
                self.await_answer((self.front, self.line), LOOKS)
            return

    def deliver(self, key: events.Key) -> bool:
        """Write a letter into the line that has the cursor and return True; press any other key anew."""
        if key.is_printable and key.character and isinstance(line := self.line, Line):
            line.insert_text_at_cursor(key.character)
            return True
        self._passing = key
        self.post_message(key)
        return False

    def await_answer(self, place: tuple[Screen[Any], object], looks: int) -> None:
        """Wait until a key has led elsewhere, or to nothing; the keys behind it are meant for what is there then.

        Of `2 Enter 2 Enter` the second 2 is the next card's outcome, and no letter of the first one's note. A place
        is a screen and the widget that has its cursor: `0` in a menu leads into its line.
        """
        front, line = place
        if looks and self.front is front and self.line is line:
            self.set_timer(LOOK_AGAIN, partial(self.await_answer, place, looks - 1))
            return
        if self.front is front and isinstance(front, Question):
            front.entered = None
        self.await_question()
