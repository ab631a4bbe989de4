"""Pictures of maturity on the screen: the tones of their lines as styles of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exporters.pictures.line import Line, Picture

STYLES: Mapping[str, str] = {
    "muted": "$text-muted",
    "strong": "bold",
    "alarm": "bold $text-warning",
    "now": "bold $accent",
    "heat1": "",
    "heat2": "on $primary 10%",
    "heat3": "on $primary 20%",
    "heat4": "on $primary 30%",
    "heat5": "on $primary 40%",
}
"""How each tone looks; a shade under a level never stands for the digit in it."""

SIDES = 5
"""Cells beside a picture: the margins and the scroll bar of its rows."""


def content(line: Line) -> Content:
    """Return a line as the screen shows it."""
    return Content.assemble(*((span.text, STYLES.get(span.tone, "")) for span in line))


def head(picture: Picture) -> Content:
    """Return the lines above the rows."""
    return Content("\n").join(map(content, picture.head))


def legend(picture: Picture) -> Content:
    """Return what the signs mean."""
    return Content.styled("\n".join(picture.legend), "$text-muted")


def rows(picture: Picture) -> Sequence[Row]:
    """Return the rows for a list; each has its viewpoint's id."""
    return [Row(row.id, content(row.line)) for row in picture.rows]
