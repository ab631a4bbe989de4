"""What has changed since the last meeting, said in a line at the start to whoever has not seen it here yet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import work
from textual.app import App

from model.standing import last_closed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from exporters.words import Words
    from model.roadmap import Roadmap
    from tui.session import Session


class Lately(App[None]):
    """An app that tells of changes which were made while nobody looked on this machine."""

    session: Session
    words: Words
    say: Callable[..., None]
    is_untouched: Callable[[], bool]

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
        if self.session.roadmap is roadmap and self.is_untouched():
            self.say(said)


def leave(path: Path, digest: str) -> None:
    """Remember how a roadmap was left here."""
    from tui import local_state

    local_state.remember_seen(path, os.environ, digest=digest)
