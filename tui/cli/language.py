"""Which language a person is spoken to in.

First what they ask for with `--lang`, then their configuration, then their locale if it is one that we speak;
else (C, POSIX, another language) the roadmap's own, which is Finnish where it says nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exporters.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_DECLARED = re.compile(rb'^[ \t]*language[ \t]*=[ \t]*["\'](\w\w)["\']', re.MULTILINE)
_BEGINNING = 16_384


def of_locale(environ: Mapping[str, str]) -> str:
    """Return the first language of the locale that we speak, by gettext's rules; empty when there is none."""
    locale = next((found for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (found := environ.get(name))), "")
    if locale.partition(".")[0] in ("", "C", "POSIX"):
        return ""
    wanted = (*environ.get("LANGUAGE", "").split(":"), locale)
    return next((code for name in wanted if (code := name[:2].lower()) in LANGUAGES), "")


def declared(path: Path) -> str:
    """Return the language that a roadmap's file declares, read off its beginning; the preferred one otherwise.

    Whatever is wrong with the file is told later, in the language found here.
    """
    try:
        with path.open("rb") as file:
            found = _DECLARED.search(file.read(_BEGINNING))
    except OSError:
        found = None
    code = found[1].decode() if found else ""
    return code if code in LANGUAGES else LANGUAGES[0]
