"""An app that looks back: at the roadmap as it was, and at the start at what changed while nobody looked here."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import work
from textual.app import App

from model.standing import last_closed
from tui.screens.base import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from exporters.words import Words
    from model.roadmap import Roadmap
    from tui.app import Said
    from tui.session import Session


class LookingBack(App[None]):
    """An app that shows the past without letting anybody change it, and tells of what changed meanwhile."""

    session: Session
    present: Session
    words: Words
    notice: Said
    say: Callable[..., None]
    action_go: Callable[[str], None]
    refresh_screens: Callable[[], None]

    def action_look_back(self) -> None:
        """Ask for a day and show the roadmap as it was then."""
        from tui.lookback import look_back

        self.run_worker(look_back(self), group=QUESTION)

    def look_at(self, session: Session) -> None:
        """Show another session of the same file, of the past or the present one, from the first screen on."""
        self.session = session
        self.action_go("schedule")
        self.refresh_screens()

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out an action; one that changes something is refused in a sentence while the past is shown."""
        if self.session.past is not None and isinstance(action, str):
            from tui.lookback import is_refused, refusal

            if is_refused(self.session, getattr(self.screen, "NAME", ""), action):
                self.say(refusal(self.words), is_error=True)
                return True
        return await super().run_action(action, default_namespace, namespaces)

    async def on_rows_chosen(self) -> None:
        """Do with a row that was clicked what its key does, so that it is refused where that is."""
        if action := getattr(self.screen, "CHOOSES", ""):
            await self.screen.run_action(action)

    @work(thread=True, exit_on_error=False, group="lately")
    def look_lately(self) -> None:
        """Compare the roadmap with the last meeting's, unless it is as it was when the program was left here."""
        session = self.session
        meeting = last_closed(session.roadmap)
        if session.past is not None or session.meeting is not None or meeting is None:
            return
        from exporters.since import lately
        from tui import local_state
        from tui.spanning import since_meeting

        if local_state.seen(session.path, os.environ) == session.keeper.disk.document.digest:
            return
        found = since_meeting(session.path, session.roadmap, meeting, until=session.today)
        if found and (said := lately(found, self.words)):
            self.call_from_thread(self._tell, session.roadmap, said)

    def _tell(self, roadmap: Roadmap, said: str) -> None:
        """Say it, unless something else has been said or done meanwhile."""
        is_first = not self.notice.text and getattr(self.screen, "NAME", "") == "schedule"
        if is_first and self.session.roadmap is roadmap:
            self.say(said)


def leave(path: Path, digest: str) -> None:
    """Remember how a roadmap was left here."""
    from tui import local_state

    local_state.remember_seen(path, os.environ, digest=digest)
