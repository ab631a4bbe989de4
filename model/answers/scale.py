"""One answer read from a cell: a level from 1 to 5, "cannot say", or nothing; anything else is not understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from model.answers.text import SIGNS, even, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MISSING = -1
"""The question was not answered."""
DONT_KNOW = 0
"""It was answered that one cannot say."""

LABELS: Mapping[str, int] = {
    label: level
    for words in (
        ("heikko", "välttävä", "tyydyttävä", "hyvä", "erinomainen"),
        ("svag", "försvarlig", "nöjaktig", "god", "utmärkt"),
        ("poor", "passable", "satisfactory", "good", "excellent"),
    )
    for level, label in enumerate(map(even, words), 1)
}
"""The words of the levels where the roadmap does not say its own."""
CANNOT_SAY = frozenset(
    map(
        even,
        (
            *("en osaa sanoa", "eos", "en osaa sanoa (eos)", "en tiedä", "ei osaa sanoa", "en osaa arvioida"),
            *("vet ej", "vet inte", "kan inte säga", "kan ej säga", "kan inte bedöma"),
            *("don't know", "dont know", "do not know", "cannot say", "can't say", "i don't know"),
        ),
    )
)
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "ei vastausta", "inget svar", "no answer"})
_LONGEST = 200
"""A longer cell is an open answer."""
_MARKED = re.compile(r"(\d{1,2})(?:[.,]0+)?(?:\s*[-=:.)(]\s*|\s+)([^\W\d_].*)")
_NUMBER = re.compile(r"([1-5])(?:[.,]0+)?")
_TRAILED = re.compile(r"([^\W\d_].*?)\s*[-=:(]\s*(\d)")


class Answers:
    """Reads answers in the words of one roadmap; each different cell is read once."""

    def __init__(self, words: Sequence[str] = (), own: Mapping[str, int] | None = None) -> None:
        """Know the roadmap's words of the levels, 1 first, and further words with their levels (0: cannot say)."""
        self.labels = dict(LABELS)
        told = {even(word): level for level, word in enumerate(words, 1) if even(word)}
        if any(self.labels.get(word, level) != level for word, level in told.items()):
            # A word of the roadmap's scale has another place in the usual one: only its own words are sure.
            self.labels.clear()
        self.labels.update(told)
        self.own = {even(word): level for word, level in (own or {}).items()}
        self._read: dict[object, int | None] = {}

    def read(self, cell: object) -> int | None:
        """Return the level, DONT_KNOW or MISSING; None when the cell is no answer."""
        try:
            return self._read[cell]
        except KeyError:
            found = self._read[cell] = self._level(cell)
            return found

    def _level(self, cell: object) -> int | None:
        said = shown(cell).strip()
        is_text = isinstance(cell, (str, int, float, type(None))) and not isinstance(cell, bool)
        if not is_text or len(said) > _LONGEST:
            return None
        if said.casefold() in _NOTHING:
            return MISSING
        text = even(said)
        if text in self.own:
            return self.own[text]
        if text in CANNOT_SAY:
            return DONT_KNOW
        if number := _NUMBER.fullmatch(said):
            return int(number[1])
        return self.labels.get(text) or self._marked(said)

    def _marked(self, said: str) -> int | None:
        """Read `4 – Hyvä`, `4=Hyvä`, `Hyvä (4)`: the number counts, unless the word says another one."""
        plain = said.translate(SIGNS).rstrip(" )")
        if found := _MARKED.fullmatch(plain):
            digit, label = found[1], even(found[2])
            is_marked = not plain[len(digit) :][0].isspace() or not plain[len(digit) :].lstrip()[0].isalpha()
        elif found := _TRAILED.fullmatch(plain):
            digit, label, is_marked = found[2], even(found[1]), False
        else:
            return None
        known = DONT_KNOW if label in CANNOT_SAY else self.own.get(label, self.labels.get(label))
        if known == DONT_KNOW:
            return DONT_KNOW
        level = int(digit)
        if known is None:
            return level if is_marked and 1 <= level <= 5 else None  # noqa: PLR2004 - the scale
        return level if known == level else None
