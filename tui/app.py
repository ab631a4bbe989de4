"""The Textual app: it holds the session, moves between screens and says what happened."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from tui.commands import COMMANDS, commands_of
from tui.deciding import Deciding
from tui.faults import fault_sentence
from tui.lookingback import LookingBack
from tui.mending import offer_recovered
from tui.resuming import resuming
from tui.screens.base import QUESTION, RoadmapScreen, begins_to_ask
from tui.shell import Shell
from tui.syncing import Syncing
from tui.theme import THEMES
from tui.typeahead import Typeahead

if TYPE_CHECKING:
    from pathlib import PurePath

    from exporters.words import Words
    from tui.command import Command
    from tui.session import Session
    from tui.settings import Settings


class Said(NamedTuple):
    """The notice on screen: a sentence, and whether it tells of something wrong."""

    text: str = ""
    is_error: bool = False


class Tiekartta(Typeahead, Deciding, Syncing, LookingBack, Shell[None]):
    """The application on the screen."""

    # Textual reads no style sheet of the default screen, so the first screen's own stands here.
    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["app.tcss", "screens/schedule.tcss"]

    def __init__(self, session: Session, words: Words, *, settings: Settings) -> None:
        """Show a session to a person who reads these words."""
        super().__init__(words.by(session.roadmap.head), settings)
        self.session = session
        self.present = session
        """The session that was opened first; another one is shown while the past is looked at."""
        self.notice = Said(resuming(session, words, os.environ))
        self.set_keymap(dict(settings.keymap))

    def on_ready(self) -> None:
        """Offer what an earlier session could not save, now that the first screen stands."""
        if self.faults:
            self.say(fault_sentence(self.faults[0], self.words), is_error=True)
        self.run_worker(offer_recovered(self), group=QUESTION)
        self.look_lately()

    def get_default_screen(self) -> RoadmapScreen:
        """Return the schedule: the first screen answers without a key."""
        return screen_named("schedule")

    def say(self, text: str, *, is_error: bool = False) -> None:
        """Show a notice and bring the screens up to date."""
        self.notice = Said(text, is_error)
        self.refresh_screens()

    def refresh_screens(self) -> None:
        """Bring the screen in front (or under a question) up to date; the others are when they come to the front."""
        self.words = self.words.by(self.session.roadmap.head)
        front = next((one for one in reversed(self.screen_stack) if isinstance(one, RoadmapScreen)), None)
        if front and front.is_mounted:
            front.refresh_roadmap()

    def action_go(self, name: str) -> None:
        """Go to a screen, or back to where one came from; a question that is up is left, and who asked hears of it."""
        below = [getattr(screen, "NAME", "") for screen in self.screen_stack]
        while self.screen.is_modal or (name in below and getattr(self.screen, "NAME", "") != name):
            if self.screen.is_modal:
                self.screen.dismiss(None)
            else:
                self.pop_screen()
        self.notice = Said()
        if name not in below:
            self.push_screen(screen_named(name))

    def open_measure(self, measure: str) -> None:
        """Open the card of a measure."""
        self.push_screen(screen_named("measure", measure))

    async def action_back(self) -> None:
        """Go back to the screen below, from the first one of the past to the present; what goes on is ended first."""
        if self.stop_sync():
            return
        if isinstance(self.screen, RoadmapScreen) and self.screen.stepped_back():
            return
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif self.session is not self.present:
            self.look_at(self.present)

    def action_help(self) -> None:
        """Show all keys of this screen."""
        if isinstance(self.screen, RoadmapScreen) and self.screen.NAME not in ("help", "guide"):
            self.push_screen(screen_named("help", self.screen.NAME))

    def action_guide(self) -> None:
        """Show the user's guide to what is in front, in the person's language."""
        screen = self.screen
        if isinstance(screen, RoadmapScreen) and screen.NAME != "guide":
            self.push_screen(screen_named("guide", getattr(screen, "about", screen.NAME)))

    def action_command_palette(self) -> None:
        """Ask for a command by its name and carry it out."""
        self.run_worker(self.choose_command(), group=QUESTION)

    async def choose_command(self) -> None:
        """Ask for a command of the screen in front and carry it out."""
        from tui.screens.palette import Palette

        screen = self.screen
        if isinstance(screen, RoadmapScreen):
            question = self.words.t("Which command?")
            if action := await self.push_screen_wait(Palette(question, screen=screen.NAME)):
                self.call_later(screen.run_action, action)  # when this question is over

    def action_trust(self) -> None:
        """Show which programs of the folder git would run, and ask whether they are allowed."""
        from tui.trusting import ask_trust

        self.run_worker(ask_trust(self), group=QUESTION)

    def action_next_theme(self) -> None:
        """Change between the themes of our own."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]

    def action_leave(self) -> None:
        """Leave; what git still has to record is finished on the way out."""
        self.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether a command can be used now, as its row in the command table tells.

        While a question is being put up none can: a quick hand's letters are meant for its answer.
        """
        if begins_to_ask(self):
            return False
        called = f"{action}({', '.join(map(repr, parameters))})" if parameters else action
        rows = [row for row in COMMANDS if row.action in (called, f"app.{called}")]
        # Several screens have an action of one name, each with a condition of its own.
        here = {row.id for row in commands_of(getattr(self.screen, "NAME", ""))}
        return all(row.usable(self.session) for row in rows if row.id in here)

    def keys_of(self, command: Command) -> str:
        """Return a command's keys as the configuration has them."""
        return self.settings.keymap.get(command.id, command.keys)


def screen_named(name: str, *about: str) -> RoadmapScreen:
    """Make a screen of its name and what it is about; its module `tui.screens.<name>` has it as `SCREEN`.

    A screen is imported when it is first shown, which keeps the start short.
    """
    screen: type[RoadmapScreen] = import_module(f"tui.screens.{name}").SCREEN
    return screen(*about)
