"""Which minutes wait for something, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.words import Words
    from model.meeting import Meeting


def waiting_line(meetings: Iterable[Meeting], words: Words) -> str:
    """Return which minutes wait for being closed, checked or published; empty when none do."""
    told = [f"{one_line(meeting.number)} {_waits(meeting, words)}" for meeting in meetings]
    return words.t("Minutes waiting: {minutes}", minutes=words.listing(told)) if told else ""


def _waits(meeting: Meeting, words: Words) -> str:
    if meeting.closed is None:
        return words.t("under way")
    return words.t("to be checked") if meeting.state == "draft" else words.t("to be published")
