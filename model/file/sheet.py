"""The texts of a document's blocks while changes go in: records put in, taken out, written anew, joined again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from model.file import intent, render, splice
from model.file.scan import comments
from model.records import TABLES, kind_of
from model.roadmap import SINGLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from model.file.document import Document

_ORDER = (*SINGLE, *TABLES)


@dataclass(slots=True)
class Part:
    """A block in the making."""

    table: str
    text: str
    first: str
    """The text before its keys were edited, from which a record written anew takes its comments."""
    values: Mapping[str, Any] | None = None
    """What a record written anew says; None while it is unchanged."""
    broken: bool = False
    """Whether its text could not be edited line by line."""

    def edit(self, change: Callable[[str], str]) -> None:
        """Edit the text; a record that cannot be edited line by line is written anew in the end."""
        if not self.broken:
            try:
                self.text = change(self.text)
            except splice.NotSpliceableError:
                self.broken = True


class Sheet:
    """The parts of a text in order, the root keys first; made for one patch and then thrown away."""

    def __init__(self, document: Document) -> None:
        """Begin with the blocks as they are; a document that is not simple has none."""
        self._parts = [Part(block.table, block.text, block.text) for block in document.blocks]
        self._had_end = document.text.endswith("\n")
        self._newline = document.newline
        self.gone: list[str] = []
        """The comments of removed records and entries."""

    def parts(self, table: str) -> list[Part]:
        """Return the parts of a table's records in order."""
        return [self._parts[number] for number in self._places(table)]

    def insert(self, table: str, rendered: str, position: int) -> Part:
        """Put a record in at a position of its table; the last one goes before comments of no record."""
        text, places = rendered.replace("\n", self._newline), self._places(table)
        above = self._parts[places[-1] - 1].text if places else ""
        blank = splice.blank_lines(above) if above else 1
        if position < len(places):
            part = Part(table, text + self._newline * blank, text + self._newline * blank)
            self._parts.insert(places[position], part)
            return part
        earlier = _ORDER[: _ORDER.index(table)]
        after = places or [number for number, part in enumerate(self._parts) if part.table in earlier] or [0]
        anchor = self._parts[after[-1]]
        tail = _tail(anchor.text)
        if anchor.text:
            body = anchor.text.removesuffix(tail)
            gap = self._newline * max(blank, splice.needed_blank_lines(body))
            anchor.text = self._ended(body) + gap
            anchor.first = self._ended(anchor.first.removesuffix(tail)) + gap
        part = Part(table, text + tail, text + tail)
        self._parts.insert(after[-1] + 1, part)
        return part

    def remove(self, part: Part) -> None:
        """Take a record out with its own comment; what stands below it, apart, stays."""
        number = next(number for number, other in enumerate(self._parts) if other is part)
        above = self._parts[number - 1]
        del self._parts[number]
        tail = _tail(part.text)
        self.gone.extend(comments(part.first.removesuffix(tail)))
        if number == len(self._parts) and not tail.strip():
            above.text, above.first = splice.trimmed(above.text), splice.trimmed(above.first)
            return
        if splice.blank_lines(above.text):
            tail = splice.beheaded(tail)
        above.text, above.first = above.text + tail, above.first + tail

    def text(self, *, all_anew: bool = False) -> str:
        """Return the whole text; records that could not be edited (or all changed ones) are written anew."""
        texts = [
            self._anew(part, part.values) if part.values and (part.broken or all_anew) else part.text
            for part in self._parts
        ]
        return self._joined(texts)

    def _places(self, table: str) -> list[int]:
        return [number for number, part in enumerate(self._parts) if part.table == table and number]

    def _anew(self, part: Part, values: Mapping[str, Any]) -> str:
        """Return a record in the canonical order, every comment that it had as lines above it."""
        body_end = splice.sections(part.first)[-1].body_end
        notes = [f"{note}\n" for note in comments(part.first[:body_end])]
        order = (*intent.keys_of(kind_of(part.table)), *values)
        ordered = {name: values[name] for name in order if name in values}
        text = "".join(notes) + render.table((part.table,), ordered, listed=part.table not in SINGLE)
        return text.replace("\n", self._newline) + part.first[body_end:]

    def _joined(self, texts: list[str]) -> str:
        """Return the texts as one: only the last line may be without a line end, and only if it was."""
        joined = "".join([*map(self._ended, texts[:-1]), texts[-1]])
        return self._ended(joined) if self._had_end else joined.removesuffix("\n").removesuffix("\r")

    def _ended(self, text: str) -> str:
        return text if not text or text.endswith("\n") else text + self._newline


def _tail(text: str) -> str:
    """Return the blank lines and the comments of no record at the end of a block."""
    found = splice.sections(text)
    return text[found[-1].body_end :] if found else ""
