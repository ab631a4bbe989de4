"""How it stands with saving and recording, in words; and what is wrong until it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.problems import problem_sentence
from exporters.refusals import refusal_sentence
from exporters.syncing import unsent_line

if TYPE_CHECKING:
    from exporters.words import Words
    from tui.keeper import Keeper


def state(keeper: Keeper, unrecorded: Exception | None, words: Words) -> str:
    """Return whether the latest decision is in the file and in git: `tallennettu · kirjataan…`."""
    if keeper.unsaved:
        return words.t("NOT SAVED")
    if keeper.disk.broken:
        return words.t("FILE CANNOT BE READ")
    if unrecorded:
        return words.t("saved · NOT RECORDED")
    if keeper.recording.pending:
        return words.t("saved · recording…")
    if keeper.recording.behind:
        return words.t("saved · not recorded yet")
    return _sending(keeper.recording.unsent, words) if keeper.recording.unsent else words.t("saved · recorded")


def _sending(count: int, words: Words) -> str:
    """Return that all is recorded, and how much of it waits to be sent."""
    return words.t("saved · {unsent}", unsent=unsent_line(count, words))


def alarm(keeper: Keeper, unrecorded: Exception | None, words: Words) -> str:
    """Return what is wrong with saving or recording, as a sentence; empty when nothing is."""
    if keeper.unsaved:
        return words.t("NOT SAVED: {why}", why=refusal_sentence(keeper.unsaved, words))
    if keeper.disk.broken:
        return words.t("Nothing can be saved here: {why}", why=problem_sentence(keeper.disk.broken, words))
    if keeper.refused:
        return words.t("Nothing can be saved here: {why}", why=refusal_sentence(keeper.refused, words))
    if unrecorded:
        return words.t("Saved, but not recorded: {why}", why=refusal_sentence(unrecorded, words))
    if keeper.roadmap.conflicts:
        from exporters.unsettled import waiting

        return waiting(len(keeper.roadmap.conflicts), words)
    return ""
