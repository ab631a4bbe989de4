"""The domain's own words: statuses, kinds, states, and what the tables and keys of the file are called.

Every value of a closed set in `model.records` has its word here, marked for the catalogue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from exporters.names import FIELD, TABLE
from exporters.words import N_
from model.text import one_line
from model.translations import parted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words
    from model.records import Kind, Measure, Status

STATUS: Mapping[str, str] = {
    "planned": N_("not started"),
    "active": N_("in progress"),
    "done": N_("done"),
    "dropped": N_("discontinued"),
    "ready": N_("ready for use"),
    "reassess": N_("to be reassessed"),
}
PILOT: Mapping[str, str] = {
    "planned": N_("still an idea"),
    "active": N_("on trial"),
    "done": N_("in use"),
    "dropped": N_("stopped"),
    "ready": N_("ready for use"),
    "reassess": N_("to be reassessed"),
}
"""The statuses as people say them of a pilot."""
KIND: Mapping[str, str] = {
    "project": N_("project"),
    "procurement": N_("procurement"),
    "training": N_("training"),
    "pilot": N_("pilot"),
    "continuous": N_("continuous"),
}
FUNDING: Mapping[str, str] = {
    "not-needed": N_("no extra money needed"),
    "applied": N_("applied for"),
    "proposed": N_("put forward"),
    "granted": N_("granted"),
    "refused": N_("refused"),
}
BASIS: Mapping[str, str] = {"survey": N_("survey"), "judgement": N_("judgement")}
OUTCOME: Mapping[str, str] = {
    "done": N_("done"),
    "continues": N_("continues"),
    "moved": N_("postponed"),
    "dropped": N_("discontinued"),
    "ready": N_("ready for use"),
    "reassess": N_("to be reassessed"),
    "not-handled": N_("not handled"),
    "score": N_("level rated"),
    "note": N_("note"),
    "approved": N_("approved"),
    "noted": N_("noted for information"),
    "agreed": N_("agreed"),
    "decided": N_("decided"),
    "proposed": N_("proposed onwards"),
    "appointed": N_("appointed"),
    "returned": N_("returned for preparation"),
    "tabled": N_("left on the table"),
    "withdrawn": N_("removed from the agenda"),
    "nothing": N_("nothing to handle"),
}
ITEM_KIND: Mapping[str, str] = {
    "opening": N_("opening"),
    "quorum": N_("quorum"),
    "agenda": N_("agenda"),
    "previous": N_("previous meeting"),
    "status": N_("status review"),
    "measure": N_("measure"),
    "starting": N_("measures that start"),
    "carried": N_("carried over"),
    "season": N_("annual clock"),
    "indicators": N_("indicators"),
    "service": N_("end of an outside service"),
    "proposed": N_("put forward"),
    "other": N_("other business"),
    "next": N_("next meeting"),
    "closing": N_("closing"),
}
ENACTMENT: Mapping[str, str] = {
    "open": N_("no progress"),
    "under-way": N_("being put into practice"),
    "done": N_("enacted"),
    "none": N_("nothing to put into practice"),
}
_EVENTS = ("note", "continues", "done", "moved", "dropped", "ready", "reassess", "not-handled", "proposed")
EVENT: Mapping[str, str] = {
    **{event: OUTCOME[event] for event in _EVENTS},
    "started": N_("started"),
    "reopened": N_("reopened"),
    "refused": N_("proposal not approved"),
}
PILOT_EVENT: Mapping[str, str] = {
    "in-use": N_("taken into use"),
    "ready": N_("found ready for use"),
    "reassess": N_("to be reassessed"),
    "stopped": N_("stopped"),
    "learnt": N_("stopped, learnt"),
}
"""What happened to a pilot."""
PROPOSES: Mapping[str, str] = {proposes: OUTCOME[proposes] for proposes in ("moved", "dropped")}
PRESENCE: Mapping[str, str] = {
    "present": N_("present"),
    "remote": N_("present (remotely)"),
    "absent": N_("absent"),
    "late": N_("present, arrived late"),
    "left": N_("present, left early"),
    "conflicted": N_("conflicted"),
    "heard": N_("heard"),
}
MEETING_STATE: Mapping[str, str] = {"draft": N_("draft"), "checked": N_("checked"), "published": N_("published")}
ACTION_STATE: Mapping[str, str] = {"open": N_("open"), "done": N_("completed"), "dropped": N_("lapsed")}
TARGET_STATE: Mapping[str, str] = {
    "proposed": N_("proposal"),
    "approved": N_("approved"),
    "refused": N_("not approved"),
}
SCOPE: Mapping[str, str] = {"own": N_("own work"), "city": N_("whole municipality")}
DIRECTION: Mapping[str, str] = {"up": N_("more is better"), "down": N_("less is better")}
APPROVAL_OF: Mapping[str, str] = {"roadmap": N_("the roadmap"), "changes": N_("changes to the roadmap")}
POWER: Mapping[str, str] = {
    "add": N_("adding"),
    "drop": N_("discontinuing"),
    "owner": N_("responsible party"),
    "period": N_("schedule"),
    "target": N_("target level"),
    "focus": N_("focus area"),
    "status": N_("status"),
    "notes": N_("notes"),
    "funding": N_("appropriation"),
    "level": N_("level"),
    "content": N_("contents"),
    "team": N_("team and settings"),
    "actions": N_("meetings and tasks"),
}
NUMBERING: Mapping[str, str] = {
    "meeting": N_("from § 1 in each meeting"),
    "year": N_("on through the year"),
    "plain": N_("plain numbers"),
}
PERIODS: Mapping[str, str] = {"half-years": N_("half-years"), "years": N_("years")}
DOCUMENT: Mapping[str, str] = {"memo": N_("memo"), "minutes": N_("official minutes")}
NAMING: Mapping[str, str] = {"roles": N_("roles only"), "names": N_("roles and names")}
INTRANET: Mapping[str, str] = {
    "sharepoint": "SharePoint",
    "teams": "Teams",
    "wordpress": "WordPress",
    "confluence": "Confluence",
    "drupal": "Drupal",
    "other": N_("another one"),
}
LANGUAGE: Mapping[str, str] = {"fi": N_("Finnish"), "sv": N_("Swedish"), "en": N_("English")}

WORDS_OF: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("roadmap", "language"): LANGUAGE,
    ("roadmap", "approves"): POWER,
    ("roadmap", "numbering"): NUMBERING,
    ("roadmap", "periods"): PERIODS,
    ("roadmap", "document"): DOCUMENT,
    ("roadmap", "names"): NAMING,
    ("roadmap", "intranet"): INTRANET,
    ("approvals", "of"): APPROVAL_OF,
    ("viewpoints", "scope"): SCOPE,
    ("indicators", "direction"): DIRECTION,
    ("measures", "kind"): KIND,
    ("measures", "status"): STATUS,
    ("meetings", "state"): MEETING_STATE,
    ("measures.funding", "state"): FUNDING,
    ("measures.log", "event"): EVENT,
    ("measures.log", "proposes"): PROPOSES,
    ("viewpoints.scores", "basis"): BASIS,
    ("viewpoints.targets", "state"): TARGET_STATE,
    ("meetings.attendance", "presence"): PRESENCE,
    ("meetings.items", "kind"): ITEM_KIND,
    ("meetings.items", "outcome"): OUTCOME,
    ("meetings.items", "enactment"): ENACTMENT,
    ("meetings.actions", "state"): ACTION_STATE,
}
"""For each field of a closed set, by table and key, the words of its values."""


def word(words: Words, table: Mapping[str, str], value: str) -> str:
    """Return the word of a value of a closed set, `word(words, KIND, "pilot")`; an unknown value is its own word."""
    return words.t(table[value]) if value in table else one_line(value)


def status(words: Words, measure: Measure, *, late: bool = False) -> str:
    """Return a measure's status as people say it: its stored status, then overdue and postponed, which are computed."""
    said = [status_word(words, measure)]
    if late:
        said.append(words.t("overdue"))
    if measure.is_open and measure.moves:
        said.append(moved(words, len(measure.moves)))
    return ", ".join(said)


class Standing(Protocol):
    """What has a status: a measure, or what the public may see of it."""

    @property
    def kind(self) -> Kind:
        """Its kind."""

    @property
    def status(self) -> Status:
        """Its stored status."""

    @property
    def is_learnt(self) -> bool:
        """Whether it is a pilot that was stopped with its lesson."""


def status_word(words: Words, measure: Standing) -> str:
    """Return a measure's stored status in a word or two; a pilot has words of its own."""
    if measure.is_learnt:
        return words.t("stopped – learnt")
    return word(words, PILOT if measure.kind == "pilot" else STATUS, measure.status)


def moved(words: Words, times: int) -> str:
    """Return how often a measure was postponed: `siirretty 2 kertaa`."""
    return words.n("postponed {n} time", "postponed {n} times", times)


def table_name(words: Words, table: str) -> str:
    """Return what one record of a table is called: `toimenpide`."""
    return word(words, TABLE, table)


def field_name(words: Words, key: str) -> str:
    """Return what a key of the file is called, `vastuu`; a key that the program does not know is its own name.

    A text in a second language, `title_sv`, is named with its language: `nimi (ruotsi)`.
    """
    field, language = parted(key)
    if language and field in FIELD:
        return f"{word(words, FIELD, field)} ({word(words, LANGUAGE, language)})"
    return word(words, FIELD, key)


def capital(text: str) -> str:
    """Return the text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def measures(words: Words, count: int) -> str:
    """Return a count of measures: `7 toimenpidettä`."""
    return words.n("{n} measure", "{n} measures", count)
