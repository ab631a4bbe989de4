"""What all screens share: the lines around them, their keys from the command table, and being kept up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from tui.commands import COMMANDS, commands_of
from tui.keys import written
from tui.widgets.bars import Key, KeyBar, Notice, TitleBar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from exporters.words import Words
    from model.roadmap import Roadmap
    from tui.app import Tiekartta
    from tui.session import Session


def bindings_of(screen: str) -> list[BindingType]:
    """Return the bindings of a screen, with the ids by which the configuration remaps them."""
    return [Binding(c.keys, c.action, c.label, id=c.id, show=False) for c in commands_of(screen)]


class RoadmapScreen(Screen[None]):
    """A screen of the roadmap: title, body, notice and key bar.

    A subclass has a `NAME` (that of the command table), gives `BINDINGS = bindings_of(NAME)`, composes its body in
    `body` and shows the roadmap in `show`, which is called when it appears and after every change.
    """

    NAME: ClassVar[str] = ""
    AUTO_FOCUS = "*"

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

    def body(self) -> Iterable[Widget]:
        """Return the widgets between title and notice."""
        return ()

    def show(self) -> None:
        """Draw the roadmap as it is now."""

    def heading(self) -> str:
        """Return what stands in the title line."""
        return ""

    def on_screen_resume(self) -> None:
        """Show the roadmap whenever the screen comes to the front."""
        self.refresh_roadmap()

    def refresh_roadmap(self) -> None:
        """Bring title, body and keys up to date."""
        title = self.query_one("#title", TitleBar)
        title.left = Content(self.heading())
        title.right = Content.styled(self.words.t("EXAMPLE"), "bold $warning") if self.roadmap.head.sample else Content("")
        self.show()
        self.show_notice()
        self.show_keys()

    def show_notice(self) -> None:
        """Show the app's notice: the latest thing that happened, or what is wrong."""
        notice = self.query_one("#notice", Notice)
        notice.update(Content(self.app.notice.text))
        notice.set_class(self.app.notice.is_error, "-error")

    def show_keys(self) -> None:
        """Show the keys that act now."""
        rows = [c for c in commands_of(self.NAME) if c.footer and c.when(self.session)]
        keys = tuple(Key(written(self.app.keys_of(c)), self.words.t(c.label), c.action) for c in rows)
        self.query_one("#keys", KeyBar).keys = keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether a command can be used now, as its row tells."""
        called = f"{action}({', '.join(map(repr, parameters))})" if parameters else action
        rows = [c for c in COMMANDS if c.action in (called, f"app.{called}")]
        return all(row.when(self.session) for row in rows)

    @on(KeyBar.Chosen)
    async def use_key(self, message: KeyBar.Chosen) -> None:
        """Do what a clicked key stands for."""
        await self.run_action(message.action)
