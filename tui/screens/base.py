"""What all screens share: the lines around them, their keys from the command table, and being kept up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from model.text import one_line
from tui.commands import commands_of
from tui.keys import written
from tui.safe import line
from tui.state import alarm, state
from tui.widgets.bars import Key, KeyBar, Notice, TitleBar

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from textual.app import App, ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from exporters.words import Words
    from model.roadmap import Roadmap
    from tui.app import Tiekartta
    from tui.command import Command
    from tui.session import Session
    from tui.widgets.bars import Ends


ROOMY = 30
"""From so many lines on the key bar has room for all keys."""


QUESTION = "question"
"""The group of the workers that ask something: from their start on no key acts but in the question."""


def begins_to_ask(app: App[None]) -> bool:
    """Whether a screen has begun to ask something and the question is not up yet."""
    asking = any(worker.group == QUESTION and not worker.is_finished for worker in app.workers)
    return asking and not app.screen.is_modal


def bindings_of(screen: str) -> list[BindingType]:
    """Return the bindings of a screen, with the ids by which the configuration remaps them."""
    return [Binding(c.keys, c.action, c.label, id=c.id, show=False) for c in commands_of(screen)]


def reading_bindings_of(screen: str) -> list[BindingType]:
    """Return the bindings of a screen that is only read: the letter that ends the program closes it."""
    kept = (row for row in bindings_of(screen) if not (isinstance(row, Binding) and row.id == "quit"))
    return [*kept, Binding("ctrl+q", "app.leave", id="quit", show=False), Binding("q", "app.back", show=False)]


def came_from(app: App[None], names: Container[str]) -> bool:
    """Whether the screen under the one in front has one of these names."""
    return len(app.screen_stack) > 1 and getattr(app.screen_stack[-2], "NAME", "") in names


class RoadmapScreen(Screen[None]):
    """A screen of the roadmap: title, body, notice and key bar.

    A subclass has a `NAME` (that of the command table), gives `BINDINGS = bindings_of(NAME)`, composes its body in
    `body` and shows the roadmap in `show`, which is called when it appears and after every change.
    """

    NAME: ClassVar[str] = ""
    CHOOSES: ClassVar[str] = ""
    """What a click on the row under the cursor does, by the action of its key: in the past it is refused like that."""
    AUTO_FOCUS = "*"
    DEFAULT_CSS = """
    RoadmapScreen { layers: base over; }
    RoadmapScreen > #too-small { layer: over; width: 100%; height: 100%; display: none; background: $background; }
    RoadmapScreen.-tight > #too-small, RoadmapScreen.-flat > #too-small { display: block; }
    """

    app: Tiekartta

    @property
    def session(self) -> Session:
        """The open roadmap and the ways to change it."""
        return self.app.session

    @property
    def roadmap(self) -> Roadmap:
        """The roadmap as it is now."""
        return self.app.session.roadmap

    @property
    def words(self) -> Words:
        """The words of the person at the screen."""
        return self.app.words

    def compose(self) -> ComposeResult:
        """Lay the body between the title and the key bar."""
        yield TitleBar(id="title")
        yield from self.body()
        yield Notice(id="notice")
        yield KeyBar(id="keys")
        yield Static(Content(self.words.t("The window is too small; make it larger.")), id="too-small")

    def body(self) -> Iterable[Widget]:
        """Return the widgets between title and notice; the one that takes the room has `height: 1fr`."""
        return ()

    def show(self) -> None:
        """Draw the roadmap as it is now."""

    def heading(self) -> str:
        """Return what stands in the title line."""
        return ""

    def heading_right(self) -> str:
        """Return what stands at the right end of the title line, before the word EXAMPLE."""
        return ""

    def title_lines(self) -> Iterable[Ends]:
        """Return the lines of the title; a screen whose title has more than one overrides this."""
        yield Content.styled(one_line(self.heading()), "bold"), self.marked(self.heading_right())

    def _past_lines(self) -> Iterable[Ends]:
        """Return the line above the title that says that the past is shown; none for the present."""
        if self.session.past is not None:
            from tui.lookback import banner

            yield Content.styled(banner(self.session.past, self.words), "bold reverse $warning"), Content("")

    def marked(self, text: str) -> Content:
        """Return the right end of a title line: a text, and the word EXAMPLE where the roadmap is one."""
        right = line(text)
        if not self.roadmap.head.sample:
            return right
        label = Content.styled(self.words.t("EXAMPLE"), "bold $warning")
        return Content.assemble(right, "   ", label) if right.plain else label

    def stepped_back(self) -> bool:
        """Leave something of the screen's own, such as a search, before the screen itself; return whether it did."""
        return False

    @on(events.Resize)
    def fit_keys(self) -> None:
        """Tell as many keys as there is room for."""
        self.show_keys()

    def on_screen_resume(self) -> None:
        """Show the roadmap whenever the screen comes to the front."""
        self.refresh_roadmap()

    def refresh_roadmap(self) -> None:
        """Bring title, body and keys up to date; a screen that is not laid out yet, or is going, has none."""
        title = self.query_one_optional("#title", TitleBar)
        if title is None:
            return
        title.lines = (*self._past_lines(), *self.title_lines())
        self.show()
        self.show_notice()
        self.show_keys()

    def show_notice(self) -> None:
        """Show the latest thing that happened, the state of saving and recording, and what is wrong."""
        notice = self.query_one("#notice", Notice)
        said = self.app.notice
        left = Content.styled(said.text, "bold $text-error" if said.is_error else "$foreground")
        is_past = self.session.past is not None  # which is neither saved nor recorded any more
        kept = "" if is_past else state(self.session.keeper, self.app.unrecorded, self.words)
        notice.ends = (left, Content(kept))
        wrong = alarm(self.session.keeper, self.app.unrecorded, self.words)
        notice.alarm = Content.styled(wrong, "bold $text-error")

    def show_keys(self) -> None:
        """Show the keys that act now."""
        self.fill("#keys", [row for row in commands_of(self.NAME) if self.tells(row)])

    def fill(self, bar: str, rows: Iterable[Command]) -> None:
        """Show commands in a key bar."""
        self.query_one(bar, KeyBar).keys = tuple(map(self._key, rows))

    def _key(self, row: Command) -> Key:
        """Return how a command stands in a bar."""
        return Key(written(self.app.keys_of(row)), self.words.t(row.label), row.action)

    def tells(self, command: Command) -> bool:
        """Whether the key bar shows a command: one that can be used now and does not lead to where one is."""
        roomy = not command.spare or self.app.size.height >= ROOMY
        # In the past the bar tells how to get back from there.
        is_way_back = command.id == "as-of" and self.session.past is not None
        tells_fault = command.id == "go.problems" and self.session.keeper.disk.broken is not None
        shown = command.in_bar(self.session) or ((is_way_back or tells_fault) and command.usable(self.session))
        return shown and roomy and command.action != f"app.go('{self.NAME}')"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether a command can be used now, as its row tells."""
        return self.app.check_action(action, parameters)

    def on_paste(self, event: events.Paste) -> None:
        """Refuse text pasted outside a field: its letters would be taken for keys."""
        event.stop()
        self.app.say(self.words.t("The pasted text was left out: there is no field to write in here."), is_error=True)

    @on(KeyBar.Chosen)
    async def use_key(self, message: KeyBar.Chosen) -> None:
        """Do what a clicked key stands for."""
        await self.run_action(message.action)
