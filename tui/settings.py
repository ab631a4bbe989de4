"""The user's own configuration, `$XDG_CONFIG_HOME/tiekartta/config.toml`: read, and checked entry by entry.

    language = "fi"
    theme = "tiekartta-light"
    mouse = true
    minutes = ["html", "docx"]
    template = "~/pohja.dotx"
    [keys]
    "walk.done" = "v"

A wrong entry is left out and told of; the rest counts. Nothing here loads Textual.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.words import LANGUAGES
from tui.keymap import Fault, checked_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DEFAULT_THEME = "tiekartta-dark"
KNOWN = {"language": str, "theme": str, "mouse": bool, "minutes": list, "template": str, "keys": dict}
"""The entries and their kinds."""
FORMS = ("html", "docx")
"""The forms of minutes that can be written beside their Markdown."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen; whatever is not chosen has a default."""

    language: str = ""
    theme: str = DEFAULT_THEME
    mouse: bool = True
    """Whether the program takes the mouse; without it the terminal's own selection works as usual."""
    minutes: tuple[str, ...] = ()
    """The forms in which minutes are written beside their Markdown, of `FORMS`."""
    template: str = ""
    """The Word file whose looks minutes take in DOCX."""
    keymap: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of the command, `walk.done = "v"`."""
    faults: tuple[Fault, ...] = ()
    """The entries that do not count, and why."""


def place(environ: Mapping[str, str]) -> Path:
    """Return where the configuration lies."""
    chosen = Path(environ.get("XDG_CONFIG_HOME", ""))
    folder = chosen if chosen.is_absolute() else Path(environ.get("HOME") or Path.home()) / ".config"
    return folder / "tiekartta" / "config.toml"


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Read the configuration; without a file everything has its default."""
    try:
        text = place(environ).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, UnicodeDecodeError):
        return Settings(faults=(Fault("unreadable", str(place(environ))),))
    return settings_of(text)


def settings_of(text: str) -> Settings:
    """Make settings of a configuration's text."""
    try:
        entries = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(faults=(Fault("not-toml", str(error)),))
    faults = tuple(_wrong(entries))
    good = {name: value for name, value in entries.items() if name not in {fault.key for fault in faults}}
    keymap, wrong_keys = checked_keys(good.pop("keys", {}))
    good["minutes"] = tuple(good.get("minutes", ()))
    return Settings(**good, keymap=keymap, faults=(*faults, *wrong_keys))


def _wrong(entries: Mapping[str, object]) -> Iterator[Fault]:
    for name, value in entries.items():
        if name not in KNOWN:
            yield Fault("unknown-entry", name)
        elif not isinstance(value, KNOWN[name]):
            yield Fault("wrong-kind", name, str(value))
        elif name == "language" and value not in LANGUAGES:
            yield Fault("unknown-language", name, str(value))
        elif name == "minutes" and isinstance(value, list) and (unknown := [one for one in value if one not in FORMS]):
            yield Fault("unknown-form", name, str(unknown[0]))
