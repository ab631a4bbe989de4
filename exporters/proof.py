"""The proof of published minutes: a digest of their text, by which a saved copy is known again years later.

White space does not count, for an intranet sets a text anew; every other character does.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, NamedTuple

from exporters.markdown import markdown
from exporters.minutes import minutes, minutes_document
from exporters.terms import INTRANET, word
from exporters.words import LANGUAGES, Words
from model.minuting import publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from exporters.document import Document
    from model.meeting import Meeting
    from model.roadmap import Roadmap

Verdict = Literal["published", "current", "differs"]
"""The copy is what was published; or it is what the minutes read today, though no digest tells it; or neither."""


class Proof(NamedTuple):
    """What a saved copy of minutes is, and how the minutes of today differ from it."""

    verdict: Verdict
    language: str
    """The language of the minutes with which it was compared."""
    removed: tuple[str, ...]
    """Lines of the copy that the minutes of today do not have."""
    added: tuple[str, ...]
    """Lines of the minutes of today that the copy does not have."""

    @property
    def is_equal(self) -> bool:
        """Whether the copy equals the recorded text."""
        return self.verdict != "differs"

    @property
    def has_changed(self) -> bool:
        """Whether what is recorded now reads otherwise than the copy."""
        return bool(self.removed or self.added)


def normalised(text: str) -> str:
    """Return a text with every white space as one space and its letters composed, as they are compared."""
    return " ".join(unicodedata.normalize("NFC", text).removeprefix("\ufeff").split())


def digest(text: str) -> str:
    """Return the digest of a text, white space normalised: sha256 in hexadecimal."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()


def published(roadmap: Roadmap, number: str, day: date, *, to: str) -> Roadmap:
    """Record that minutes were published, with the digest of their text as it reads when that is recorded.

    Raises RefusedError as `model.minuting.publish` does.
    """
    staged = publish(roadmap, number, day, to=to)
    text = minutes(staged, staged.meeting(number), Words.of(roadmap.head))
    return publish(staged, number, day, to=to, digest=digest(text))


def usual_place(roadmap: Roadmap, words: Words) -> str:
    """Return where minutes were published last, else what the intranet is; empty where neither is known."""
    told = [m for m in roadmap.meetings if m.published_to and m.published]
    last = max(told, key=lambda m: str(m.published), default=None)
    if last:
        return last.published_to
    return "" if roadmap.head.intranet == "other" else word(words, INTRANET, roadmap.head.intranet)


def proof(
    roadmap: Roadmap,
    meeting: Meeting,
    copy: str,
    *,
    written: Callable[[Document], str] = markdown,
    sector: str = "",
) -> Proof:
    """Return what a saved copy of a meeting's minutes is, in whichever language it was written.

    `written` gives a document the form of the copy; `sector` is the branch whose extract it is. The digest is
    that of the whole minutes in Markdown; another copy is published when it reads as the minutes do today and
    they are what was published.
    """
    own = roadmap.head.language
    trees = {
        name: minutes_document(roadmap, meeting, Words.of(roadmap.head, name), sector=sector)
        for name in (own, *LANGUAGES)
    }
    texts = {name: written(tree) for name, tree in trees.items()}
    same = next((name for name, text in texts.items() if normalised(text) == normalised(copy)), "")
    if same:
        is_whole = _is_published(meeting, copy) or _is_published(
            meeting, minutes(roadmap, meeting, Words.of(roadmap.head))
        )
        return Proof("published" if is_whole else "current", same, (), ())
    language = own if _is_published(meeting, copy) else _nearest(texts, copy)
    removed, added = _differing(_lines(copy), _lines(texts[language]))
    return Proof("published" if _is_published(meeting, copy) else "differs", language, removed, added)


def meeting_of(roadmap: Roadmap, copy: str) -> Meeting | None:
    """Return the meeting of whose minutes a copy is: by its digest, else by the first number of a meeting in it."""
    found = next((m for m in roadmap.meetings if _is_published(m, copy)), None)
    if found or not roadmap.meetings:
        return found
    numbers = {m.number: m for m in roadmap.meetings}
    named = re.search(rf"(?<![\w/])({'|'.join(map(re.escape, numbers))})(?![\w/])", copy)
    return numbers[named[1]] if named else None


def _is_published(meeting: Meeting, copy: str) -> bool:
    return bool(meeting.digest) and meeting.digest == digest(copy)


def _nearest(texts: Mapping[str, str], copy: str) -> str:
    """Return the language whose minutes have most lines in common with the copy; the roadmap's own one first."""
    lines = set(_lines(copy))
    return max(texts, key=lambda name: len(lines.intersection(_lines(texts[name]))))


def _lines(text: str) -> list[str]:
    return [line for part in text.splitlines() if (line := normalised(part))]


def _differing(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that only the first text has, and those that only the second has."""

    def only(first: bool) -> Iterator[str]:  # noqa: FBT001 - which of the two sides
        for kind, *places in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if kind != "equal":
                yield from before[places[0] : places[1]] if first else after[places[2] : places[3]]

    return tuple(only(first=True)), tuple(only(first=False))
