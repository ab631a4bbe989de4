"""What every picture has around it: the heading, whose it is, that a sample is one, the legend and the remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.svg.canvas import Canvas
from exporters.svg.ink import INK, MUTED
from exporters.svg.letters import length, wrapped
from exporters.svg.marks import draw
from exporters.svg.telling import name_of
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.svg.canvas import Point
    from exporters.svg.marks import Mark
    from exporters.svg.picture import Picture
    from exporters.words import Words
    from model.records import Viewpoint
    from model.roadmap import Roadmap

WIDTH = 840
EDGE = 20
SMALL = 13
_TITLE, _SMALL_TITLE, _LEADING = 20, 16, 18
_LONGEST_TITLE = 3
_GAP, _APART = 22, 12
"""Before the meaning of a mark and behind it."""


class Sheet:
    """A canvas with its heading; `y` is where the next thing is drawn from."""

    def __init__(
        self, roadmap: Roadmap, words: Words, title: str, *, note: str = "", width: int = WIDTH, small: bool = False
    ) -> None:
        """Write the heading, and a note such as as of when it is; a `small` one says not whose it is."""
        self.words = words
        self.title = one_line(title)
        self.canvas = Canvas(width)
        self.y: float = EDGE + (4 if small else 16)
        self._told: list[str] = []
        size = _SMALL_TITLE if small else _TITLE
        for line in wrapped(self.title, size, width - 2 * EDGE, most=_LONGEST_TITLE):
            self.canvas.text((EDGE, self.y), line, size=size, bold=True)
            self.y += size + 4
        owner = (roadmap.head.organisation, roadmap.head.title)
        if not small:
            self.remark(" · ".join(part for part in map(one_line, owner) if part))
        if roadmap.head.sample:
            self.remark(words.t("SAMPLE: the contents are invented."), strong=True)
        if note:
            self.remark(note, strong=True)

    @property
    def room(self) -> float:
        """The width between the edges."""
        return self.canvas.width - 2 * EDGE

    def tell(self, *sentences: str) -> None:
        """Add sentences to the description."""
        self._told += (one_line(sentence) for sentence in sentences if sentence)

    def remark(self, text: str, *, strong: bool = False) -> None:
        """Write a remark over the whole width, and add it to the description."""
        self.tell(text)
        for line in wrapped(one_line(text), SMALL, self.room, most=4):
            self.canvas.text((EDGE, self.y), line, size=SMALL, ink=INK if strong else MUTED, bold=strong)
            self.y += _LEADING

    def name(self, viewpoint: Viewpoint, at: Point, *, room: float, size: float, most: int = 1) -> None:
        """Write a viewpoint's name around the foot of a line, in bold and behind a star where it is a focus area."""
        indent = size + 2 if viewpoint.focus else 0
        lines = wrapped(name_of(viewpoint), size * (1.08 if viewpoint.focus else 1), room - indent, most=most)
        x, y = at[0], at[1] - (size + 2) / 2 * (len(lines) - 1)
        if viewpoint.focus:
            draw(self.canvas, "focus", (x + size / 2 - 1, y - size * 0.36))
        for number, line in enumerate(lines):
            self.canvas.text((x + indent, y + (size + 2) * number), line, size=size, bold=viewpoint.focus)

    def legend(self, marks: Iterable[tuple[Mark, str]]) -> None:
        """Write what the marks mean, as many to a line as fit."""
        x: float = EDGE
        self.y += 6
        for mark, text in marks:
            shown = wrapped(one_line(text), SMALL, self.room - _GAP, most=1)[0]
            wide = _GAP + length(shown, SMALL) + _APART
            if x > EDGE and x + wide - _APART > self.canvas.width - EDGE:
                x, self.y = EDGE, self.y + _GAP
            draw(self.canvas, mark, (x + 9, self.y - 4))
            self.canvas.text((x + _GAP, self.y), shown, size=SMALL)
            x += wide
        self.y += _GAP

    def picture(self) -> Picture:
        """Return what was drawn, with all that was told as its description."""
        told = " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in self._told)
        return self.canvas.picture(self.title, told, height=self.y + 4, language=self.words.language)
