"""An entry of the history as sentences, whatever it is: a decision, a hand edit, a merge, or the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.sentences import sentences
from exporters.words import N_
from model.meeting import Meeting
from model.record import Record
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from exporters.words import Words
    from model.diff import Change
    from model.entry import Entry
    from model.roadmap import Roadmap

_FORMS: Mapping[str, str] = {
    "made": N_("The file came into being: {subject}"),
    "readable": N_("From here on the file can be read as a roadmap: {subject}"),
    "cut": N_("This copy of the history begins here: {subject}"),
    "unreadable": N_("This version of the file cannot be read: {subject}"),
    "removed": N_("The file was removed: {subject}"),
}
_WHY = ("reason", "text", "note")
"""The fields of a dated entry in which somebody's own words stand."""


def retold(entry: Entry, words: Words, roadmap: Roadmap, *, changes: tuple[Change, ...] = ()) -> tuple[str, ...]:
    """Return what an entry of the history did; `roadmap` names the records where its own version cannot be read.

    With `changes` only these of them are told.
    """
    subject = one_line(entry.subject)
    if entry.form in _FORMS:
        return (words.t(_FORMS[entry.form], subject=subject),)
    moved = (words.t("The file was called {name} before.", name=one_line(entry.renamed)),) if entry.renamed else ()
    return (*sentences(changes or entry.changes or (), words, entry.roadmap or roadmap), *moved) or (subject,)


def reasons(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return why things were changed, in the words in which it was recorded, each once."""
    entries = [change.after for change in changes if change.key is not None and isinstance(change.after, Record)]
    found = (getattr(entry, name, "") for entry in entries for name in _WHY)
    return tuple(dict.fromkeys(one_line(text) for text in found if isinstance(text, str) and text.strip()))


def heading(roadmap: Roadmap | None, meeting: str, item: int | None) -> str:
    """Return the heading of a § as it was then; empty where it had none or is not known."""
    held = roadmap.find("meetings", meeting) if roadmap else None
    items = held.items if isinstance(held, Meeting) else ()
    return next((one_line(one.heading) for one in items if one.number == item), "")
