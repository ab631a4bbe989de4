"""The domain's own words: statuses, kinds, states, and what the tables and keys of the file are called.

Every value of a closed set in `model.records` has its word here, marked for the catalogue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import N_
from model.text import one_line
from model.translations import parted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words
    from model.records import Measure

STATUS: Mapping[str, str] = {
    "planned": N_("not started"),
    "active": N_("in progress"),
    "done": N_("done"),
    "dropped": N_("discontinued"),
    "ready": N_("ready for use"),
    "reassess": N_("to be reassessed"),
}
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
EVENT: Mapping[str, str] = {
    **{event: OUTCOME[event] for event in ("note", "continues", "done", "moved", "dropped", "not-handled", "proposed")},
    "started": N_("started"),
    "reopened": N_("reopened"),
}
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
TARGET_STATE: Mapping[str, str] = {"proposed": N_("proposal"), "approved": N_("approved")}
SCOPE: Mapping[str, str] = {"own": N_("own work"), "city": N_("whole municipality")}
DIRECTION: Mapping[str, str] = {"up": N_("more is better"), "down": N_("less is better")}
APPROVAL_OF: Mapping[str, str] = {"roadmap": N_("the roadmap"), "changes": N_("changes to the roadmap")}
NUMBERING: Mapping[str, str] = {
    "meeting": N_("from § 1 in each meeting"),
    "year": N_("on through the year"),
    "plain": N_("plain numbers"),
}
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
    ("roadmap", "numbering"): NUMBERING,
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
    ("viewpoints.scores", "basis"): BASIS,
    ("viewpoints.targets", "state"): TARGET_STATE,
    ("meetings.attendance", "presence"): PRESENCE,
    ("meetings.items", "kind"): ITEM_KIND,
    ("meetings.items", "outcome"): OUTCOME,
    ("meetings.items", "enactment"): ENACTMENT,
    ("meetings.actions", "state"): ACTION_STATE,
}
"""For each field of a closed set, by table and key, the words of its values."""

TABLE: Mapping[str, str] = {
    "roadmap": N_("roadmap"),
    "scale": N_("scale"),
    "approvals": N_("approval"),
    "sectors": N_("sector"),
    "members": N_("member"),
    "goals": N_("goal"),
    "viewpoints": N_("viewpoint"),
    "indicators": N_("indicator"),
    "measures": N_("measure"),
    "meetings": N_("meeting"),
    "proposals": N_("matter put forward"),
}
"""What one record of a table is called."""

FIELD: Mapping[str, str] = {
    "title": N_("title"),
    "organisation": N_("organisation"),
    "language": N_("language"),
    "first": N_("first half-year"),
    "last": N_("last half-year"),
    "team": N_("team"),
    "owner": N_("owner"),
    "foreword": N_("foreword"),
    "vision": N_("vision"),
    "operating_model": N_("operating model"),
    "sample": N_("sample data"),
    "words": N_("words of the scale"),
    "body": N_("body"),
    "date": N_("date"),
    "section": N_("section"),
    "of": N_("what was approved"),
    "commit": N_("recorded as"),
    "name": N_("name"),
    "role": N_("role"),
    "sector": N_("sector"),
    "deputy": N_("deputy"),
    "task": N_("task"),
    "description": N_("description"),
    "theme": N_("theme"),
    "short": N_("short name"),
    "scope": N_("scope"),
    "focus": N_("focus area"),
    "aliases": N_("other names"),
    "scores": N_("levels"),
    "targets": N_("target level"),
    "unit": N_("unit"),
    "direction": N_("direction"),
    "source": N_("source"),
    "keeper": N_("keeper"),
    "official": N_("official indicator"),
    "values": N_("value"),
    "goals": N_("goals"),
    "viewpoints": N_("viewpoints"),
    "sectors": N_("sectors"),
    "kind": N_("type"),
    "responsible": N_("responsible"),
    "helpers": N_("helpers"),
    "start": N_("starts"),
    "end": N_("ends"),
    "status": N_("status"),
    "needs": N_("prerequisites"),
    "evidence": N_("evidence"),
    "public": N_("public note"),
    "internal": N_("internal note"),
    "funding": N_("appropriation"),
    "moves": N_("postponements"),
    "log": N_("log"),
    "number": N_("number"),
    "place": N_("place"),
    "chair": N_("chair"),
    "secretary": N_("secretary"),
    "state": N_("state"),
    "opened": N_("opened at"),
    "closed": N_("closed at"),
    "attendance": N_("attendance"),
    "items": N_("items"),
    "actions": N_("actions"),
    "id": N_("id"),
    "value": N_("value"),
    "basis": N_("basis"),
    "n": N_("number of answers"),
    "by": N_("rated by"),
    "meeting": N_("meeting"),
    "item": N_("item"),
    "note": N_("note"),
    "year": N_("year"),
    "amount": N_("amount"),
    "from": N_("from"),
    "to": N_("to"),
    "reason": N_("reason"),
    "event": N_("event"),
    "text": N_("text"),
    "member": N_("member"),
    "guest": N_("guest"),
    "presence": N_("attendance"),
    "heading": N_("heading"),
    "subjects": N_("subjects"),
    "background": N_("background"),
    "proposal": N_("proposed decision"),
    "outcome": N_("outcome"),
    "decision": N_("decision"),
    "who": N_("person in charge"),
    "due": N_("deadline"),
    "subject": N_("subject"),
    "approver": N_("approving body"),
    "numbering": N_("numbering of items"),
    "document": N_("form of the minutes"),
    "minutes": N_("minutes planned"),
    "quorum": N_("quorum"),
    "names": N_("names in minutes"),
    "intranet": N_("intranet"),
    "starts": N_("starts at"),
    "ends": N_("ends at"),
    "case": N_("case number"),
    "publicity": N_("publicity"),
    "checked": N_("checked on"),
    "checked_by": N_("checked by"),
    "published": N_("published on"),
    "published_to": N_("published in"),
    "digest": N_("fingerprint of the text"),
    "reopenings": N_("reopenings"),
    "time": N_("time"),
    "origin": N_("origin"),
    "discussion": N_("discussion"),
    "vote": N_("vote"),
    "enactment": N_("put into practice"),
    "enacted": N_("put into practice on"),
    "begun": N_("begun at"),
    "done": N_("done on"),
}
"""What a key of the file is called, wherever it stands."""


def word(words: Words, table: Mapping[str, str], value: str) -> str:
    """Return the word of a value of a closed set, `word(words, KIND, "pilot")`; an unknown value is its own word."""
    return words.t(table[value]) if value in table else one_line(value)


def status(words: Words, measure: Measure, *, late: bool = False) -> str:
    """Return a measure's status as people say it: its stored status, then overdue and postponed, which are computed."""
    said = [word(words, STATUS, measure.status)]
    if late:
        said.append(words.t("overdue"))
    if measure.is_open and measure.moves:
        said.append(moved(words, len(measure.moves)))
    return ", ".join(said)


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
