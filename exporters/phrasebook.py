"""What the program itself writes into the file, said again in another language from the same catalogue.

A sentence is taken for a set phrase word for word only; from the first one that is a person's own, a text stays as it
was written.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, time
from functools import partial
from itertools import product, takewhile
from typing import TYPE_CHECKING, NamedTuple, get_args

from exporters import phrases
from exporters.formats import Case
from exporters.surveyitem import retold_levels
from exporters.terms import STATUS, capital, measures
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
    "Pilots ready for use",
    "Pilots to be reassessed",
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
    "Noted for information.",
    "The time of the next meeting was not agreed.",
    "Measure {id} was found to be done.",
    "Measures {ids} were found to be done.",
    "It was agreed that measure {id} continues.",
    "It was agreed that measures {ids} continue.",
    "It was decided to postpone measure {id} from {from_half} to {to_half}.",
    "It was decided to postpone measures {ids} to {to_half}.",
    "It was decided to discontinue measure {id}.",
    "It was decided to discontinue measures {ids}.",
    "Pilot {id} was found to be in use.",
    "Pilots {ids} were found to be in use.",
    "Pilot {id} was found ready for use.",
    "Pilots {ids} were found ready for use.",
    "It was decided to reassess pilot {id}.",
    "It was decided to reassess pilots {ids}.",
    "It was decided to stop pilot {id}.",
    "It was decided to stop pilots {ids}.",
    "Measure {id} was not handled.",
    "Measures {ids} were not handled.",
    "Reason: {text}",
    "Result: {text}",
    "What was learnt: {text}",
    "It lives now here: {text}",
    "The end of a service: {service}",
    "{service} ended on {date}.",
    "{service} ends on {date}.",
    "On it depend: {ids}.",
    "It is decided how the measures that depend on it go on.",
    "Status on {date}: {measures} ({counts}).",
    "In the previous meeting {date}: {counts}.",
    "Overdue: {ids}.",
    "Ending in this half-year ({half}): {ids}.",
    "Tasks done: {done}/{tasks}.",
    "Still open: {open}.",
    "Should have started: {ids}.",
    "Starting in {half}: {ids}.",
    "Ends in {half}.",
    "Was to end in {half} (overdue).",
    "Responsible: {who}.",
    "To approve: {minutes}.",
    "The digital part of the financial statement {year}",
    "Preparing the digital part of the financial statement {year}",
    "Ideas for the measures of {year}",
    "Arranging the survey",
    "Results of the survey",
    "Budget proposal {year}",
    "Proposal on the changes to the roadmap {year}",
    "Schedule of {year}",
    "It is decided which measures are started.",
    "The text is approved to be sent to the financial services.",
    "It is agreed who prepares the text and by when.",
    "It is agreed that the branches gather their ideas by the end of August.",
    "It is agreed when the survey is held and who arranges it.",
    "It is proposed that {approver} puts the appropriations of the measures of {year} into the budget.",
    "It is proposed that {approver} approves the changes of {year}.",
    "The schedule of {year} is approved.",
    "So far in {year}: postponed {moved}, discontinued {dropped}.",
    "{starting} start and {ending} end in {year}.",
    "The results of the survey were noted for information: {survey} ({date}).",
    "{responses} of the {invited} who were asked answered: response rate {rate}.",
    "Levels of one's own work: {levels}.",
    "Levels of the whole municipality: {levels}.",
    "The change is within random variation: {viewpoints}.",
)
"""Headings and sentences that the program writes into the file, by their keys in the catalogue."""

NAMED: tuple[str, ...] = ("minutes {number} ({date})", "official minutes {number} ({date})")
"""What minutes are called, which as a sentence has a capital letter and a full stop."""

COUNTED: tuple[tuple[str, str], ...] = (
    ("It was decided to start measure {ids}.", "It was decided to start measures {ids}."),
)
"""Sentences that agree with how many they name."""

INSIDE: tuple[str, ...] = (
    "resources",
    "appropriation not granted",
    "supplier's schedule",
    "waits for another measure",
    "priority changed",
    "no longer needed",
    "replaced by another measure",
    "no suitable solution was found",
    "the management team",
)
"""What stands inside a sentence: the reasons that the screen offers, and who approves."""

_CASES: dict[str, Case] = {
    "from_half": "ablative",
    "to_half": "allative",
    "Ends in {half}.": "adessive",
    "Was to end in {half} (overdue).": "adessive",
    "Starting in {half}: {ids}.": "adessive",
}
_NUMBERED = (
    *(text for one in phrases.PHRASES for text in (one.sentence, one.proposal) if text),
    phrases.WITHDRAWN,
)
_LONGEST = 4000
"""Letters of the longest sentence that is looked up; none of the program's own comes near it."""
_ENDS = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])")
_HALVES = ("from_half", "to_half")
_FIELD = re.compile(r"\{(\w+)\}")


_LABELLED = ("Reason: {text}", "Result: {text}", "What was learnt: {text}", "It lives now here: {text}")
"""Labels after which somebody's own words stand."""


class Said(NamedTuple):
    """A text in another language, and whether all of it is."""

    text: str
    whole: bool


class Phrasebook:
    """Set phrases, and the names of a roadmap's records, from its own language to another."""

    def __init__(self, roadmap: Roadmap, own: Words, other: Words) -> None:
        """Learn what a roadmap says in its own language and in the other."""
        self._own, self._other = own, other
        fixed = (msgid for msgid in (*PHRASES, *_NUMBERED, *INSIDE, *STATUS.values()) if "{" not in msgid)
        self._fixed = {own.t(msgid): other.t(msgid) for msgid in fixed}
        half = r"\w+ \d{4}" if " " in own.half(roadmap.head.first, "ablative") else r"\d{4}"
        forms = {msgid: own.t(msgid) for msgid in PHRASES if "{" in msgid}
        forms |= {msgid: f"{capital(own.t(msgid))}." for msgid in NAMED}
        self._forms = tuple((_form(text, half), msgid, partial(other.t, msgid)) for msgid, text in forms.items())
        self._forms += tuple(
            (_form(own.n(*pair, count, ids="{ids}"), half), pair[0], partial(other.n, *pair, count))
            for pair, count in product(COUNTED, (1, 2))
        )
        self._names = dict(_names(roadmap, other.language))
        self._halves = {
            (case, own.half(half, case)): other.half(half, case)
            for half, case in product(roadmap.head.first.until(roadmap.head.last), get_args(Case))
        }

    def said(self, text: str) -> Said:
        """Return a text in the other language as far as it is made of set phrases; a person's own words stay."""
        if text in self._names:
            return Said(self._names[text], whole=True)
        parts = _ENDS.split(text)
        known = list(takewhile(bool, map(self._sentence, parts)))
        left = parts[len(known) :]
        if left and (label := self._labelled(left[0])):
            left[0] = label
        return Said(" ".join((*known, *left)), whole=not left)

    def _sentence(self, said: str) -> str:
        if said in self._fixed or len(said) > _LONGEST:
            return self._fixed.get(said, "")
        for form, msgid, told in self._forms:
            found = form.fullmatch(said)
            data = self._data(msgid, found.groupdict()) if found else {}
            if data and all(data.values()):
                ready = told(**data)
                return f"{capital(ready)}." if msgid in NAMED else ready
        return ""

    def _data(self, msgid: str, parts: dict[str, str]) -> dict[str, str]:
        return {name: self._datum(msgid, name, said=part) for name, part in parts.items()}

    def _labelled(self, said: str) -> str:
        """Return a reason or a result in somebody's own words, after its label in the other language."""
        for msgid in _LABELLED:
            own, other = (words.t(msgid, text="") for words in (self._own, self._other))
            if said.startswith(own):
                return f"{other}{said.removeprefix(own)}"
        return ""

    def _datum(self, msgid: str, name: str, *, said: str) -> str:
        """Return what stands in a phrase in the other language, or nothing where that is not known."""
        match name:
            case "half" | "from_half" | "to_half":
                shown = self._halves.get((_CASES.get(name) or _CASES.get(msgid, "nominative"), said), "")
            case "time":
                shown = next((self._other.time(at) for at in _minutes() if self._own.time(at) == said), "")
            case "date":
                shown = next((self._other.date(day) for day in _day(said)), "")
            case "counts":
                shown = ", ".join(map(self._count, said.split(", ")))
            case "measures" | "starting" | "ending":
                count = said.partition(" ")[0]
                shown = measures(self._other, int(count)) if count.isdecimal() else ""
            case "minutes":
                whole = self._sentence(f"{capital(said)}.").removesuffix(".")
                shown = whole[:1].lower() + whole[1:]
            case "text":
                reason = self._fixed.get(said.removesuffix("."), "")
                shown = f"{reason}." if reason and said.endswith(".") else reason
            case "levels" | "viewpoints":
                shown = retold_levels(said, self._names, self._other)
            case "open":  # in whose words the tasks were given
                shown = said
            case _:
                shown = self._listed(said)
        return shown

    def _listed(self, said: str) -> str:
        parts = re.split(rf", |{re.escape(self._own.listing(('', '')))}", said)
        return self._other.listing(self._names.get(one) or self._fixed.get(one, one) for one in parts)

    def _count(self, said: str) -> str:
        status, _, count = said.rpartition(" ")
        return f"{self._fixed.get(status, status)} {count}"


def _day(said: str) -> Iterator[date]:
    """Yield the day that a text of digits names, if it is one."""
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", said)
    with suppress(ValueError):
        yield from [date(int(found[3]), int(found[2]), int(found[1]))] if found else []


def _form(template: str, half: str) -> re.Pattern[str]:
    """Return what a phrase with placeholders looks like; `half` is how a half-year does."""
    looks = (
        f"(?P<{part}>{half if part in _HALVES else '.+'})" if number % 2 else re.escape(part)
        for number, part in enumerate(_FIELD.split(template))
    )
    return re.compile("".join(looks))


def _names(roadmap: Roadmap, language: str) -> Iterator[tuple[str, str]]:
    """Yield the titles that stand in headings and decisions, with those in the other language."""
    for table, field in (("measures", "title"), ("viewpoints", "name"), ("viewpoints", "short"), ("members", "role")):
        for record in roadmap.table(table):
            own, other = getattr(record, field), text(record, field, language)
            if own and own != other:
                yield own, other
                if table == "measures":
                    yield f"{record_id(record)} {own}", f"{record_id(record)} {other}"


def _minutes() -> Iterator[time]:
    yield from (time(hour, minute) for hour, minute in product(range(24), range(60)))
