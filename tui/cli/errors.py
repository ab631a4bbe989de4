"""What can go wrong on the command line itself, as classes with data; the sentences are made in `speech`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class MisusedError(Exception):
    """The words of the command line make no command; `reason` is a sentence already in the person's language."""

    def __init__(self, reason: str, *, verb: str = "") -> None:
        """Remember what is wrong, and with which verb."""
        super().__init__(reason, verb)
        self.reason = reason
        self.verb = verb


class NoRoadmapError(Exception):
    """Neither this folder nor one above it has a roadmap.toml."""

    def __init__(self, folder: Path) -> None:
        """Remember where the search began."""
        super().__init__(folder)
        self.folder = folder


class NoSuchIdError(LookupError):
    """No record is called this; `near` are ids that look like it."""

    def __init__(self, typed: str, near: Sequence[str] = ()) -> None:
        """Remember what was typed and what may have been meant."""
        super().__init__(typed, near)
        self.typed = typed
        self.near = tuple(near)


class AmbiguousIdError(LookupError):
    """Several records are called this; `names` tell them apart."""

    def __init__(self, typed: str, names: Sequence[str]) -> None:
        """Remember what was typed and all that it may mean."""
        super().__init__(typed, names)
        self.typed = typed
        self.names = tuple(names)


class NoMeetingError(Exception):
    """No meeting is under way, or the roadmap has none at all."""


class NoAgendaError(Exception):
    """No meeting under way or to come has an agenda."""


class AlreadyThereError(Exception):
    """A roadmap stands where a new one was asked for."""

    def __init__(self, path: Path) -> None:
        """Remember which file it is."""
        super().__init__(path)
        self.path = path


class UnsavedWorkError(Exception):
    """An earlier session could not save its last decisions; they wait until somebody decides about them."""
