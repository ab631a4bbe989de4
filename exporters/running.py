"""What git would run of a folder's own, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.words import Words
    from model.programs import Runs


def running_lines(found: Iterable[Runs], words: Words) -> tuple[str, ...]:
    """Return what git would run, one line each: a hook by its name, a setting with the program that it names."""
    return tuple(
        words.t("hook {name}", name=one.name) if one.kind == "hook" else f"{one.name} = {one.command}" for one in found
    )
