"""Why something was not done, said to a person: refused edits and the errors of the file and of git.

An error is known here by the name of its class, so that reading a sentence loads neither git nor the
file's code. Every sentence says what happened to the work and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.terms import STATUS, field_name, table_name, word
from exporters.words import N_
from model.diff import ChangedMeanwhileError
from model.edits import RefusedError
from model.halfyear import AmbiguousHalfYearError, HalfYear
from model.roadmap import NoSuchRecordError
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words

REFUSALS: Mapping[str, str] = {
    "not-open": N_("{measure} is not open (status: {status}); open it again first."),
    "not-planned": N_("{measure} has been started already (status: {status})."),
    "already-open": N_("{measure} is open already (status: {status})."),
    "same-half": N_("{measure} ends in that half-year already: {half}."),
    "after-roadmap": N_("{half} is after the roadmap's last half-year, {last}."),
    "ends-before-start": N_("{measure} would end before it starts: {half}, starts {start}."),
    "empty-text": N_("The text is empty; write something first."),
    "bad-level": N_("{value} is not a level; give a number from 1 to 5, such as 3 or 3.4."),
    "bad-value": N_("{text} is not a value of this field: {field}."),
    "bad-half": N_("{text} is not a half-year; write it as {spring} or {short}."),
    "ambiguous-half": N_("{text} can be read in two ways; is it a half-year ({spring}) or a month or meeting?"),
    "unknown-field": N_("There is no field {field}; the fields are: {known}."),
    "meeting-not-open": N_("Meeting {meeting} is not under way; open it first."),
}
"""For each code of a RefusedError its sentence."""

_EXAMPLE = HalfYear("2026H1")


def refusal_sentence(error: Exception, words: Words) -> str:
    """Return why something was refused or failed, as a sentence; one of an unknown class is told by its own words."""
    match error:
        case RefusedError():
            return _refused(error, words)
        case NoSuchRecordError():
            return _no_such_record(error, words)
        case AmbiguousHalfYearError():
            return _refused(RefusedError("ambiguous-half", text=str(error)), words)
        case ChangedMeanwhileError():
            return words.t(
                "{record} has been changed meanwhile by somebody else; look at it again and then repeat the change.",
                record=error.change.record or table_name(words, error.change.table),
            )
        case _:
            return words.t("This did not succeed: {reason}", reason=one_line(str(error) or type(error).__name__))


def _refused(error: RefusedError, words: Words) -> str:
    data = {name: _shown(words, name, of) for name, of in error.data.items()}
    data["spring"] = words.half(_EXAMPLE)
    data["short"] = words.half(_EXAMPLE, short=True)
    known = REFUSALS.get(error.code)
    return words.t(known, **data) if known else one_line(f"{error.code} {error.data}")


def _shown(words: Words, name: str, of: object) -> str:
    if isinstance(of, HalfYear):
        return words.half(of)
    if isinstance(of, tuple | list):
        return ", ".join(one_line(str(part)) for part in of)
    text = one_line(str(of), limit=60)
    if name == "status":
        return word(words, STATUS, text)
    return field_name(words, text) if name == "field" else text


def _no_such_record(error: NoSuchRecordError, words: Words) -> str:
    return words.t("There is no {table} {record}.", table=table_name(words, error.table), record=error.record)
