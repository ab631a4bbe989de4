"""Headings matched with viewpoints: by their words, by their other names, or by words that are nearly the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from model.answers.text import LONGEST, question, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from model.answers.table import Row
    from model.roadmap import Roadmap

How = Literal["name", "alias", "map", "like"]
NEARLY = 0.9
"""So alike are two texts that count as the same question put in other words."""
_MOST_COMPARED = 500
"""So many texts are compared letter by letter with every name; a survey has tens of questions."""
_BRACKETED = re.compile(r"\[([^\[\]]{2,})\]\s*$")
_PARTS = re.compile(r"\s*(?::\s|\s[-–—|/]\s|\n|\|)\s*")
_CODED = re.compile(r"^[A-Za-z]{1,6}\d{1,4}(?:[\[_.]\w{1,8}\]?)?[.:]\s*")


@dataclass(frozen=True, slots=True)
class Match:
    """A viewpoint that a text names, and how that is known; several when it cannot be told which."""

    viewpoints: tuple[str, ...]
    how: How


class Names:
    """What the viewpoints of a roadmap are called, in every form that a survey's export may have."""

    def __init__(self, roadmap: Roadmap, remembered: Mapping[str, str]) -> None:
        """Know a roadmap's names, and what was confirmed before: a heading and its viewpoint, `""` for none."""
        self._known: dict[str, dict[str, How]] = {}
        for viewpoint in roadmap.viewpoints:
            self._learn(viewpoint.aliases, viewpoint.id, "alias")
            self._learn((viewpoint.name, viewpoint.short, viewpoint.id), viewpoint.id, "name")
        self._alike: dict[str, set[str]] = {}
        self._mapped = {question(heading): viewpoint for heading, viewpoint in remembered.items()}

    def _learn(self, texts: Iterable[str], viewpoint: str, how: How) -> None:
        for text in texts:
            if said := question(text):
                self._known.setdefault(said, {})[viewpoint] = how

    def match(self, headings: Sequence[str]) -> Match | None:
        """Return the viewpoint that one of a column's headings names; None when none does."""
        said = list(dict.fromkeys(text for heading in headings for text in _forms(heading)))
        for text in said:
            if text in self._mapped:
                name = self._mapped[text]
                return Match((name,), self._known.get(text, {}).get(name, "map")) if name else None
        for text in said:
            if found := self._known.get(text):
                return Match(tuple(found), next(iter(found.values())))
        near = {viewpoint for text in said for viewpoint in self._near(text)}
        return Match(tuple(sorted(near)), "like") if near else None

    def is_left_out(self, headings: Sequence[str]) -> bool:
        """Whether it was confirmed before that a column tells of no viewpoint."""
        return any(self._mapped.get(text) == "" for heading in headings for text in _forms(heading))

    def _near(self, text: str) -> set[str]:
        if text not in self._alike and len(self._alike) < _MOST_COMPARED:
            self._alike[text] = {
                name for known, viewpoints in self._known.items() if _is_like(text, known) for name in viewpoints
            }
        return self._alike.get(text, set())


def _is_like(text: str, known: str) -> bool:
    """Whether two texts are nearly the same, with the same numbers in them."""
    if len(known) < 10 or not 0.8 <= len(text) / len(known) <= 1.25:  # noqa: PLR2004 - else no nine tenths are alike
        return False
    if re.findall(r"\d+", text) != re.findall(r"\d+", known):
        return False
    matcher = SequenceMatcher(None, text, known, autojunk=False)
    return matcher.quick_ratio() >= NEARLY and matcher.ratio() >= NEARLY


def _forms(heading: str) -> Iterable[str]:
    """Yield what a heading may mean: the whole, then its last part, where the tool has put the question before it."""
    text = heading[:LONGEST].strip()
    bare = _CODED.sub("", text)
    candidates = [text, bare]
    if found := _BRACKETED.search(text):
        candidates.append(found[1])
    parts = [part for part in _PARTS.split(bare) if part]
    candidates += [" - ".join(parts[place:]) for place in range(1, len(parts))]
    return filter(None, map(question, candidates))


def headings_of(rows: Sequence[Row], width: int) -> tuple[tuple[str, ...], ...]:
    """Return the headings of each column, the lowest first, then all of them joined.

    A heading above others stands over the columns to its right, too: its cells are merged or left empty there.
    """
    filled = [_spread(row, width, is_last=place == len(rows) - 1) for place, row in enumerate(rows)]
    columns = []
    for texts in zip(*filled, strict=True):
        own = [text for text in reversed(texts) if text]
        columns.append(tuple(dict.fromkeys((*own, " ".join(reversed(own))))) if len(own) > 1 else tuple(own))
    return tuple(columns)


def _spread(row: Row, width: int, *, is_last: bool) -> list[str]:
    texts = [shown(cell).strip() for cell in row[:width]]
    texts += [""] * (width - len(texts))
    if not is_last:
        for place in range(1, width):
            texts[place] = texts[place] or texts[place - 1]
    return texts
