"""The lines under the first screen's title that few roadmaps have: pilots, the end of services, waiting minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from model.standing import unfinished

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.words import Words
    from tui.session import Session
    from tui.widgets.bars import Ends

_WARNING = "bold $text-warning"


def headlines(session: Session, words: Words) -> Iterator[Ends]:
    """Yield how the pilots stand, where some were planned, which outside service ends, and which minutes wait."""
    roadmap = session.roadmap
    if roadmap.head.pilots is not None:
        from exporters.pilots import counts_line

        yield Content(f"{words.t('Pilots')}: {counts_line(roadmap, words)}"), Content("")
    if roadmap.services and (line := _services(session, words)):
        yield Content.styled(line, _WARNING), Content("")
    if waiting := unfinished(roadmap):
        from exporters.waiting import waiting_line

        yield Content.styled(waiting_line(waiting, words), _WARNING), Content("")


def _services(session: Session, words: Words) -> str:
    """Return the service that ended first and how many more end; empty where no open measure depends on any."""
    from exporters.services import flag_lines

    lines = flag_lines(session.roadmap, words, today=session.today)
    if len(lines) < 2:  # noqa: PLR2004 - one is told alone
        return "".join(lines)
    more = words.n("{n} more service", "{n} more services", len(lines) - 1)
    return f"{lines[0]} · {more}"
