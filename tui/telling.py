"""What changes tell, loaded with the first change: the first screen tells of none, and stands sooner without it.

Each function is the one of its name in `exporters.sentences`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exporters.words import Words
    from model.diff import Change
    from model.roadmap import Roadmap


def sentences(changes: Iterable[Change], words: Words, roadmap: Roadmap) -> tuple[str, ...]:
    """Return what changed as sentences."""
    from exporters import sentences as told

    return told.sentences(changes, words, roadmap)


def subject(changes: Sequence[Change], words: Words, roadmap: Roadmap) -> str:
    """Return the subject of the commit."""
    from exporters import sentences as told

    return told.subject(changes, words, roadmap)


def trailers(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return the trailers of the commit."""
    from exporters import sentences as told

    return told.trailers(changes)


def label(changes: Iterable[Change], words: Words, roadmap: Roadmap) -> str:
    """Return in a few words what the changes do."""
    from exporters import sentences as told

    return told.label(changes, words, roadmap)


def undo_label(changes: Iterable[Change], words: Words, roadmap: Roadmap) -> str:
    """Return what an undo says."""
    from exporters import sentences as told

    return told.undo_label(changes, words, roadmap)


def redo_label(changes: Iterable[Change], words: Words, roadmap: Roadmap) -> str:
    """Return what a redo says."""
    from exporters import sentences as told

    return told.redo_label(changes, words, roadmap)


class LatestLabel:
    """A label that is told once for the same changes: a key bar asks for it at each key."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: tuple[Sequence[Change], str] = ((), "")

    def __call__(self, changes: Sequence[Change], words: Words, roadmap: Roadmap) -> str:
        """Return in a few words what the changes do."""
        if self._told[0] is not changes:
            self._told = (changes, label(changes, words, roadmap))
        return self._told[1]
