"""The user's guides: where they are, and their Markdown made plain enough for a sheet on the screen.

Their one source is `docs`; an installed program has a copy beside this module.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDES = ("meeting", "maturity")
"""The guides: how a meeting goes; surveys, levels, indicators, pilots and documents."""
NAMES = {
    "meeting": {"fi": "kayttoohje.md", "sv": "kayttoohje.sv.md", "en": "kayttoohje.en.md"},
    "maturity": {"fi": "kypsyys.md", "sv": "kypsyys.sv.md", "en": "kypsyys.en.md"},
}
"""The file of each guide in each language."""

_HERE = Path(__file__).parent
_PLACES = (_HERE / "guide", _HERE.parent / "docs")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_CODE = re.compile(r"`([^`]+)`")
_BEGINS = re.compile(r"(#|\||- |\d+\. )")


def guide(language: str, name: str = "meeting") -> str:
    """Return a guide in a language as its Markdown stands in the file; raise FileNotFoundError."""
    file = NAMES[name][language]
    found = next((path for place in _PLACES if (path := place / file).is_file()), None)
    if found is None:
        raise FileNotFoundError(file)
    return found.read_text(encoding="utf-8")


def on_screen(markdown: str) -> str:
    """Return the guide as a sheet shows it: a paragraph on one line, without pictures, links as their words."""
    text = _LINK.sub(r"\1", _PICTURE.sub("", markdown))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_joined(_CODE.sub(r"**\1**", text).splitlines())))


def _joined(lines: list[str]) -> Iterator[str]:
    """Yield the lines with each wrapped paragraph, or point of a list, made one."""
    paragraph: list[str] = []
    for line in (*lines, ""):
        if paragraph and (not line.strip() or _BEGINS.match(line)):
            yield " ".join(paragraph)
            paragraph = []
        if not line.strip() or line.startswith(("#", "|")):
            yield line.strip()
        else:
            paragraph.append(line.strip())
