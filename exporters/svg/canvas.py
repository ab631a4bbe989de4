"""A small builder of SVG over xml.etree, which escapes; every shape of every picture is drawn through it.

Places are pixels from the top left, as `(x, y)`. Nothing in what it writes depends on when or where it runs.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from exporters.svg.ink import INK, PAPER
from exporters.svg.picture import Picture
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    Point = tuple[float, float]
    Anchor = Literal["start", "middle", "end"]

FONT = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif"
SIZE = 14
_NAMESPACE = "http://www.w3.org/2000/svg"


class Canvas:
    """An empty sheet of a width, on which later shapes lie over earlier ones; the height is said at the end."""

    def __init__(self, width: int) -> None:
        """Begin a drawing."""
        self.width = width
        self._shapes = ET.Element("g")

    def text(
        self,
        at: Point,
        text: str,
        *,
        size: float = SIZE,
        anchor: Anchor = "start",
        ink: str = INK,
        bold: bool = False,
        italic: bool = False,
        upward: bool = False,
    ) -> None:
        """Write a text on one line, its foot at a place; `upward` turns it so that it is read from below."""
        if not (shown := one_line(text)):
            return
        looks = {"font-size": _number(size), "fill": ink, "text-anchor": anchor if anchor != "start" else ""}
        looks |= {"font-weight": "bold" if bold else "", "font-style": "italic" if italic else ""}
        looks["transform"] = f"rotate(-90 {_number(at[0])} {_number(at[1])})" if upward else ""
        self._add("text", {"x": _number(at[0]), "y": _number(at[1]), **looks}).text = shown

    def line(self, start: Point, end: Point, *, ink: str = INK, width: float = 1, dash: str = "") -> None:
        """Draw a straight line."""
        ends = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
        shape = {name: _number(value) for name, value in ends.items()}
        self._add("line", {**shape, "stroke": ink, "stroke-width": _number(width), "stroke-dasharray": dash})

    def path(
        self,
        points: Sequence[Point],
        *,
        ink: str = INK,
        fill: str = "none",
        width: float = 1.5,
        dash: str = "",
        closed: bool = False,
    ) -> None:
        """Draw a line through points, or with `closed` the surface between them."""
        looks = {"fill": fill, "stroke": ink, "stroke-width": _number(width), "stroke-dasharray": dash}
        shape = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
        self._add("polygon" if closed else "polyline", {"points": shape, **looks, "stroke-linejoin": "round"})

    def circle(self, at: Point, radius: float, *, ink: str = INK, fill: str = PAPER, width: float = 2) -> None:
        """Draw a circle around a place."""
        shape = {"cx": _number(at[0]), "cy": _number(at[1]), "r": _number(radius)}
        self._add("circle", {**shape, "fill": fill, "stroke": ink, "stroke-width": _number(width)})

    def box(self, at: Point, size: Point, *, fill: str = "none", ink: str = "none", dash: str = "") -> None:
        """Draw a rectangle of a width and height, its top left at a place."""
        shape = {"x": at[0], "y": at[1], "width": size[0], "height": size[1]}
        looks = {"fill": fill, "stroke": ink, "stroke-dasharray": dash}
        self._add("rect", {**{name: _number(value) for name, value in shape.items()}, **looks})

    def picture(self, title: str, description: str, *, height: float, language: str) -> Picture:
        """Return the drawing as a picture with a title and description."""
        told = (one_line(title), one_line(description))
        tall = round(height)
        name = f"p{zlib.crc32(repr((told, self.width, tall)).encode()):08x}"
        root = ET.Element("svg", self._head(name, tall, language))
        for tag, text in zip(("title", "desc"), told, strict=True):
            ET.SubElement(root, tag, {"id": f"{name}-{tag}"}).text = text
        ET.SubElement(root, "rect", {"width": str(self.width), "height": str(tall), "fill": PAPER})
        root.extend(self._shapes)
        ET.indent(root, space=" ")
        return Picture(*told, ET.tostring(root, encoding="unicode") + "\n", self.width, tall)

    def _head(self, name: str, height: int, language: str) -> dict[str, str]:
        """Return what the root says; the language stands in both ways, for XML and for HTML."""
        return {
            "xmlns": _NAMESPACE,
            "width": str(self.width),
            "height": str(height),
            "viewBox": f"0 0 {self.width} {height}",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
            "xml:lang": language,
            "lang": language,
            "font-family": FONT,
            "style": "max-width: 100%; height: auto",
        }

    def _add(self, tag: str, attributes: dict[str, str]) -> ET.Element:
        return ET.SubElement(self._shapes, tag, {name: value for name, value in attributes.items() if value})


def _number(value: float) -> str:
    """Return a number with at most one decimal, and without one where it is whole."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown
