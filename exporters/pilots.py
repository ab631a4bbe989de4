"""Pilots in words and as data: the counts by state beside the planned number, each pilot, where those in use live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exporters.terms import field_name, status_word
from exporters.words import NN_
from model.pilots import in_use, lacking, pilots, state, tally
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from exporters.words import Words
    from model.pilots import State
    from model.records import Measure
    from model.roadmap import Roadmap

COUNTED: Mapping[State, tuple[str, str]] = {
    "in-use": NN_("{n} in use", "{n} in use"),
    "ready": NN_("{n} ready for use", "{n} ready for use"),
    "reassess": NN_("{n} to be reassessed", "{n} to be reassessed"),
    "trial": NN_("{n} on trial", "{n} on trial"),
    "idea": NN_("{n} still an idea", "{n} still ideas"),
    "learnt": NN_("{n} stopped – learnt", "{n} stopped – learnt"),
    "stopped": NN_("{n} stopped", "{n} stopped"),
}
"""How many pilots are in a state: one, and several."""
_BETWEEN = " · "


def counts_line(roadmap: Roadmap, words: Words) -> str:
    """Return the pilots by state and how many were planned: `2 käytössä · 9 käyttöönottovalmista; tavoite 5`."""
    found = tally(roadmap)
    told = [words.n(*COUNTED[name], count) for name, count in found.counts.items() if count]
    said = _BETWEEN.join(told) or words.t("no pilots")
    return said if found.planned is None else f"{said}; {words.t('planned {n}', n=words.number(found.planned))}"


def ended_line(roadmap: Roadmap, words: Words, *, today: date) -> str:
    """Return when the programme ended, or ends; empty while nobody has closed it."""
    ended = roadmap.head.ended
    if ended is None:
        return ""
    day = words.date(ended)
    return words.t("closed on {date}", date=day) if ended <= today else words.t("to be closed on {date}", date=day)


def pilot_lines(roadmap: Roadmap, words: Words, *, today: date) -> Iterator[str]:
    """Yield the counts, each pilot, where those in use live, and which pilots lack their continuation."""
    yield f"{words.t('Pilots')}: {counts_line(roadmap, words)}"
    if said := ended_line(roadmap, words, today=today):
        yield words.t("The programme: {ended}", ended=said)
    yield from (_pilot(pilot, words) for pilot in pilots(roadmap))
    if found := in_use(roadmap):
        yield ""
        yield f"{words.t('In use now')}:"
        yield from (f"{_name(pilot)}: {one_line(pilot.home) or words.t('home not recorded')}" for pilot in found)
    if waiting := lacking(roadmap):
        yield ""
        yield f"{words.t('It is not written how these go on')}: {words.listing(one_line(p.id) for p in waiting)}"


def pilots_data(roadmap: Roadmap) -> dict[str, Any]:
    """Return the pilots as data: counts by state, how many were planned and are, each pilot, and what is missing."""
    found = tally(roadmap)
    ended = roadmap.head.ended
    return {
        "counts": dict(found.counts),
        "planned": found.planned,
        "actual": found.actual,
        "ended": ended.isoformat() if ended else None,
        "lacking_continuation": [pilot.id for pilot in lacking(roadmap)],
        "pilots": [_data(pilot) for pilot in pilots(roadmap)],
    }


def outcome(pilot: Measure, words: Words) -> str:
    """Return what becomes or became of a pilot: how it goes on, where it lives, what was learnt; else nothing."""
    home = (
        f"{field_name(words, 'home')}: {one_line(pilot.home)}" if pilot.status == "done" and pilot.home.strip() else ""
    )
    return "; ".join((*_told(pilot, words), *filter(None, [home])))


def _pilot(pilot: Measure, words: Words) -> str:
    return f"{_name(pilot)}: {'; '.join((status_word(words, pilot), *_told(pilot, words)))}"


def _told(pilot: Measure, words: Words) -> Iterator[str]:
    if pilot.is_open and pilot.continuation.strip():
        yield words.t("how it goes on: {text}", text=one_line(pilot.continuation))
    if pilot.is_learnt:
        yield words.t("what was learnt: {text}", text=one_line(pilot.lesson))


def _name(pilot: Measure) -> str:
    return f"{one_line(pilot.id)} {one_line(pilot.title)}"


def _data(pilot: Measure) -> dict[str, Any]:
    texts = {key: getattr(pilot, key) or None for key in ("continuation", "home", "lesson")}
    about = {"id": pilot.id, "title": pilot.title, "state": state(pilot), "status": pilot.status}
    return {**about, **texts, "services": list(pilot.services)}
