"""A picture before it is put into a file: its drawing, and the words that say the same to who does not see it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with its title and description; width and height are in pixels of CSS, 96 to the inch."""

    title: str
    description: str
    """What the picture tells, in sentences: the alternative text of a document, the `desc` of the drawing."""
    svg: str
    """A whole SVG document without XML declaration, ready to stand in a file or within HTML."""
    width: int
    height: int
