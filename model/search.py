"""Finding and sorting: what a person types against what the roadmap says, the Finnish way."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.records import Measure
    from model.roadmap import Roadmap

# å ä ö end the alphabet in this order: { | } follow z.
_ALPHABET = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y", "đ": "d"}
_DIGITS = re.compile(r"(\d+)")


@lru_cache(maxsize=16_384)
def sort_key(text: str) -> tuple[tuple[bool, int, str], ...]:
    """Return a key that sorts as a Finnish reader expects: å ä ö last, T2 before T10, case apart only at last."""
    folded = unicodedata.normalize("NFC", text).casefold()
    parts = _DIGITS.split("".join(_ALPHABET.get(char) or _plain(char) for char in folded))
    return (*(_rank(part) for part in parts if part), (False, -1, text))


def _rank(part: str) -> tuple[bool, int, str]:
    """Return how a run of digits or of other characters sorts; numbers by length, for they may have any."""
    if not part.isdecimal():
        return True, 0, part
    number = part.lstrip("0")
    return False, len(number), number


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """Return the text without case and without marks: `äänestys` and `Aanestys` become one."""
    return "".join(_plain(char) for char in unicodedata.normalize("NFC", text).casefold())


def _plain(char: str) -> str:
    if char < "\x80":
        return char
    return "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))


class Finder:
    """Finds measures of one roadmap; what is looked at is folded once, so that it can follow the typing."""

    def __init__(self, roadmap: Roadmap) -> None:
        """Find in a roadmap."""
        self.roadmap = roadmap
        self._haystacks: dict[int, str] = {}

    def search(self, measures: Sequence[Measure], query: str) -> tuple[Measure, ...]:
        """Return the measures in which every word of the query occurs, exact hits first, each group in its order.

        A word is looked for in the id, the title, the roles, the goals', viewpoints' and sectors' names
        and the notes. An exact hit has the query's own letters (å is not a) in the id or the title.
        """
        words = folded(query).split()
        if not words:
            return tuple(measures)
        hits = [measure for measure in measures if _mentions(self._haystack(measure), words)]
        spoken = query.casefold().strip()

        def rank(measure: Measure) -> int:
            if measure.id.casefold() == spoken:
                return 0
            return 1 if spoken in f"{measure.id} {measure.title}".casefold() else 2

        return tuple(sorted(hits, key=rank))

    def _haystack(self, measure: Measure) -> str:
        # The roadmap keeps its measures alive, so that their identity names them.
        found = self._haystacks.get(id(measure))
        if found is None:
            found = self._haystacks[id(measure)] = haystack(self.roadmap, measure)
        return found


def search(roadmap: Roadmap, measures: Sequence[Measure], query: str) -> tuple[Measure, ...]:
    """Return the measures that a query finds, as `Finder.search` does."""
    return Finder(roadmap).search(measures, query)


def _mentions(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def haystack(roadmap: Roadmap, measure: Measure) -> str:
    """Return all words by which a measure can be found, folded."""
    names = (
        *((roadmap.find("goals", goal), "title") for goal in measure.goals),
        *((roadmap.find("viewpoints", viewpoint), "name") for viewpoint in measure.viewpoints),
        *((roadmap.find("sectors", sector), "name") for sector in measure.sectors),
    )
    spoken = (getattr(record, field) for record, field in names if record is not None)
    log = (entry.text for entry in measure.log)
    own = (measure.id, measure.title, measure.responsible, *measure.helpers, measure.public, measure.needs)
    return folded(" ".join((*own, *measure.goals, *measure.viewpoints, *measure.sectors, *spoken, *log)))
