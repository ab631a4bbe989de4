"""A picture as PNG, by the optional extra `tiekartta[png]`, at two pixels for each one of the drawing.

Letters come from the machine. One that has none would give a picture without a word, so that is refused.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from exporters.svg.canvas import FONT

if TYPE_CHECKING:
    from exporters.svg.picture import Picture

SCALE = 2
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="15"{looks}>{text}</text></svg>'

_LOWERED = re.compile("[₀-₉]+")
"""Digits such as that of CO₂, which Arial has not got: the renderer would set the whole line in other letters."""


class NoRendererError(Exception):
    """The extra that makes PNG out of SVG is not installed."""


class NoLettersError(Exception):
    """The machine has no letters with which a PNG could be written."""


def png(picture: Picture, *, fonts: bool = True) -> bytes:
    """Return a picture as PNG; raise NoRendererError, NoLettersError. Without `fonts` those of the machine are left."""
    if not _has_letters(fonts):
        raise NoLettersError
    return _rendered(_LOWERED.sub(_as_digit, picture.svg), fonts=fonts)


def is_able() -> bool:
    """Whether a PNG can be made here: the extra is installed and there are letters."""
    try:
        import resvg_py  # noqa: F401, PLC0415 - an extra, loaded when a PNG is asked for
    except ImportError:
        return False
    return _has_letters(True)  # noqa: FBT003 - kept by its value


def _as_digit(found: re.Match[str]) -> str:
    return f'<tspan baseline-shift="sub" font-size="0.7em">{unicodedata.normalize("NFKC", found[0])}</tspan>'


def _rendered(svg: str, *, fonts: bool) -> bytes:
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415 - an extra, loaded when a PNG is asked for
    except ImportError as error:
        raise NoRendererError from error
    return bytes(svg_to_bytes(svg_string=svg, zoom=SCALE, skip_system_fonts=not fonts))


@cache
def _has_letters(fonts: bool) -> bool:  # noqa: FBT001 - kept by its value
    """Whether a letter leaves a trace."""
    looks = f' font-family="{FONT}"'
    drawn, empty = (_rendered(_PROBE.format(looks=looks, text=text), fonts=fonts) for text in ("W", ""))
    return drawn != empty
