"""What a drawing holds, read back by a parser of XML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from exporters.svg.picture import Picture

SPACE = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "title", "desc", "g", "rect", "line", "polyline", "polygon", "circle", "text"}


def root(picture: Picture) -> ET.Element:
    """Return the root of a drawing that is XML."""
    return ET.fromstring(picture.svg)  # noqa: S314 - our own text


def tags(picture: Picture) -> set[str]:
    """Return the kinds of elements."""
    return {element.tag.removeprefix(SPACE) for element in root(picture).iter()}


def attributes(picture: Picture) -> set[str]:
    """Return the names of all attributes."""
    return {name for element in root(picture).iter() for name in element.keys()}  # noqa: SIM118 - an element is no dict


def texts(picture: Picture) -> list[str]:
    """Return the texts that are seen, in the order in which they are drawn."""
    return [element.text or "" for element in root(picture).iter(f"{SPACE}text")]


def inks(picture: Picture) -> set[str]:
    """Return the colours of the texts."""
    return {element.get("fill", "") for element in root(picture).iter(f"{SPACE}text")}


def places(picture: Picture, kind: str, *names: str) -> list[tuple[float, ...]]:
    """Return numbers of all elements of a kind."""
    return [tuple(float(one.get(name, "0")) for name in names) for one in root(picture).iter(f"{SPACE}{kind}")]
