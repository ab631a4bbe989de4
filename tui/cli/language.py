"""Which language a person is spoken to in.

First what they ask for with `--lang`, then their configuration, then their locale if it is one that we speak;
else (C, POSIX, another language) the roadmap's own, which is Finnish where it says nothing.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.records import Periods

_DECLARED = re.compile(rb'^[ \t]*language[ \t]*=[ \t]*["\'](\w\w)["\']', re.MULTILINE)
_YEARS = re.compile(rb'^[ \t]*periods[ \t]*=[ \t]*["\']years["\']', re.MULTILINE)
_BEGINNING = 16_384
_CONFIGURATION = ("tiekartta", "config.toml")


def of_person(asked: str, environ: Mapping[str, str]) -> str:
    """Return the language asked for, else that of the configuration, else that of the locale, else nothing."""
    return (asked if asked in LANGUAGES else "") or _configured(environ) or of_locale(environ)


def of_locale(environ: Mapping[str, str]) -> str:
    """Return the first language of the locale that we speak, by gettext's rules; empty when there is none."""
    locale = next((found for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (found := environ.get(name))), "")
    if locale.partition(".")[0] in ("", "C", "POSIX"):
        return ""
    wanted = (*environ.get("LANGUAGE", "").split(":"), locale)
    return next((code for name in wanted if (code := name[:2].lower()) in LANGUAGES), "")


def _configured(environ: Mapping[str, str]) -> str:
    """Return the language of the configuration; what reads it is loaded only where there is one."""
    folders = (Path(environ.get("XDG_CONFIG_HOME", "")), Path("~", ".config").expanduser())
    if not any(folder.joinpath(*_CONFIGURATION).exists() for folder in folders):
        return ""
    from tui.settings import read_settings

    return read_settings(environ).language


def declared(path: Path) -> str:
    """Return the language that a roadmap's file declares, read off its beginning; the preferred one otherwise.

    Whatever is wrong with the file is told later, in the language found here.
    """
    found = _DECLARED.search(_start(path))
    code = found[1].decode() if found else ""
    return code if code in LANGUAGES else LANGUAGES[0]


def words_for(path: Path, language: str = "") -> Words:
    """Return the words for a roadmap's file: in the language given, else in its own, and in its steps of time."""
    periods: Periods = "years" if _YEARS.search(_start(path)) else "half-years"
    return Words(language or declared(path), periods=periods)


def _start(path: Path) -> bytes:
    """Return the beginning of a file, nothing of one that cannot be read; a pipe would never end."""
    try:
        return _beginning(path) if path.is_file() else b""
    except OSError:
        return b""


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_BEGINNING)
