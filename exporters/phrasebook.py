"""What the program itself writes into the file, said again in another language from the same catalogue.

A text is taken for a set phrase only when each of its sentences is one, word for word; anything else is a person's own.
"""

from __future__ import annotations

import re
from datetime import time
from itertools import product
from typing import TYPE_CHECKING, get_args

from exporters.formats import Case
from model.roadmap import record_id
from model.translations import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.words import Words
    from model.roadmap import Roadmap

PHRASES: tuple[str, ...] = (
    "Opening of the meeting",
    "Quorum",
    "Approval of the agenda",
    "Minutes of the previous meeting and its tasks",
    "Official minutes of the previous meeting and its tasks",
    "Status of the roadmap",
    "Measures that start",
    "Other business",
    "Next meeting",
    "Closing of the meeting",
    "Measures completed",
    "Measures that continue",
    "Measures postponed",
    "Measures discontinued",
    "Measures not handled",
    "Rating the levels",
    "Notes",
    "The chair opened the meeting at {time}.",
    "The chair closed the meeting at {time}.",
    "The agenda is approved.",
    "The agenda was approved.",
    "The meeting is found quorate.",
    "The minutes of meeting {number} were approved.",
    "The official minutes of meeting {number} were approved.",
    "To be noted for information.",
    "Noted for information.",
    "Approved as proposed.",
    "Decided as proposed.",
    "It was agreed to proceed as proposed.",
    "It was decided to propose the matter to the management team.",
    "The matter was returned for preparation.",
    "The matter was left on the table.",
    "The matter was removed from the agenda.",
    "There was no other business.",
    "The time of the next meeting was not agreed.",
    "Measure {id} was found to be done.",
    "Measures {ids} were found to be done.",
    "It was agreed that measure {id} continues.",
    "It was agreed that measures {ids} continue.",
    "It was decided to postpone measure {id} from {from_half} to {to_half}.",
    "It was decided to postpone measures {ids} to {to_half}.",
    "It was decided to discontinue measure {id}.",
    "It was decided to discontinue measures {ids}.",
    "Measure {id} was not handled.",
    "Measures {ids} were not handled.",
    "Reason: {text}",
)
"""Headings and sentences that the program writes into the file, by their keys in the catalogue."""

REASONS: tuple[str, ...] = (
    "resources",
    "appropriation not granted",
    "supplier's schedule",
    "waits for another measure",
    "priority changed",
    "no longer needed",
    "replaced by another measure",
    "no suitable solution was found",
)
"""The reasons that the screen offers, which stand inside a sentence."""

_CASES: dict[str, Case] = {"from_half": "ablative", "to_half": "allative"}
_ENDS = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])")
_LOOKS = {"from_half": r"\w+ \d{4}", "to_half": r"\w+ \d{4}"}
_FIELD = re.compile(r"\{(\w+)\}")


class Phrasebook:
    """Set phrases, and the names of a roadmap's records, from its own language to another."""

    def __init__(self, roadmap: Roadmap, own: Words, other: Words) -> None:
        """Learn what a roadmap says in its own language and in the other."""
        self._own, self._other = own, other
        fixed = (msgid for msgid in (*PHRASES, *REASONS) if "{" not in msgid)
        self._fixed = {own.t(msgid): other.t(msgid) for msgid in fixed}
        self._forms = tuple((_form(own.t(msgid)), msgid) for msgid in PHRASES if "{" in msgid)
        self._names = dict(_names(roadmap, other.language))
        self._halves = {
            (case, own.half(half, case)): other.half(half, case)
            for half, case in product(roadmap.head.first.until(roadmap.head.last), get_args(Case))
        }

    def said(self, said: str) -> str:
        """Return a text in the other language; one that is not made of set phrases as it stands."""
        if said in self._names:
            return self._names[said]
        parts = [self._sentence(part) for part in _ENDS.split(said)]
        return " ".join(parts) if all(parts) else said

    def _sentence(self, said: str) -> str:
        if said in self._fixed:
            return self._fixed[said]
        for form, msgid in self._forms:
            if found := form.fullmatch(said):
                data = {name: self._datum(name, part) for name, part in found.groupdict().items()}
                return self._other.t(msgid, **data) if all(data.values()) else ""
        return ""

    def _datum(self, name: str, said: str) -> str:
        """Return what stands in a phrase in the other language, or nothing where that is not known."""
        if name in _CASES:
            return self._halves.get((_CASES[name], said), "")
        if name == "time":
            return next((self._other.time(at) for at in _minutes() if self._own.time(at) == said), "")
        if name == "text":
            reason = self._fixed.get(said.removesuffix("."), "")
            return f"{reason}." if reason and said.endswith(".") else reason
        last = self._own.listing(("", ""))
        ids = re.split(rf", |{re.escape(last)}", said)
        return self._other.listing(self._names.get(one, one) for one in ids)


def _form(template: str) -> re.Pattern[str]:
    """Return what a phrase with placeholders looks like."""
    looks = (
        f"(?P<{part}>{_LOOKS.get(part, '.+')})" if number % 2 else re.escape(part)
        for number, part in enumerate(_FIELD.split(template))
    )
    return re.compile("".join(looks))


def _names(roadmap: Roadmap, language: str) -> Iterator[tuple[str, str]]:
    """Yield the titles that stand in headings and decisions, with those in the other language."""
    for table, field in (("measures", "title"), ("viewpoints", "name"), ("viewpoints", "short")):
        for record in roadmap.table(table):
            own, other = getattr(record, field), text(record, field, language)
            if own and own != other:
                yield own, other
                if table == "measures":
                    yield f"{record_id(record)} {own}", f"{record_id(record)} {other}"


def _minutes() -> Iterator[time]:
    yield from (time(hour, minute) for hour, minute in product(range(24), range(60)))
