"""What two people do to their copies of a roadmap, by the program's own edits; from a seed."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from model import edits, meetings
from model.edits import Place, RefusedError
from model.halfyear import HalfYear
from model.meeting import Item, Outcome
from model.typed import set_field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from model.records import FundingState
    from model.roadmap import Roadmap

    Act = Callable[[Roadmap, str, Random], Roadmap]

DAY = date(2026, 11, 24)
MEETING = "3/2026"
AGENDA = 8
MOST = 8
NEAR = 0.7
"""So large a part of what is done around a meeting is done to the measures of its agenda."""
HALVES = tuple(HalfYear(f"{year}H{half}") for year in (2026, 2027) for half in (1, 2))
WORDS = ("kilpailutus", "määräraha", "koulutus", "käyttöönotto", "sopimus", "resurssi", "aikataulu", "pilotti")
ROLES = ("Talouspäällikkö", "Sivistysjohtaja", "Tekninen johtaja", "Viestintäpäällikkö")


def in_session(roadmap: Roadmap) -> tuple[Roadmap, tuple[str, ...]]:
    """Return the roadmap with its meeting opened, and the measures on the agenda."""
    found = [measure for measure in roadmap.measures if measure.is_open][:AGENDA]
    items = [Item(number=0, kind="measure", heading=one.title, subjects=(one.id,)) for one in found]
    opened, _ = meetings.begin(roadmap, DAY, time(9), items=[Item(number=0, kind="opening", heading="Avaus"), *items])
    return opened, tuple(one.id for one in found)


def edited(
    roadmap: Roadmap, chance: Random, *, agenda: Sequence[str] = (), acts: Sequence[Act] | None = None
) -> Roadmap:
    """Return the roadmap after one to eight things that one person did; with an agenda most of it to its measures."""
    every = tuple(measure.id for measure in roadmap.measures)
    for _ in range(chance.randint(1, MOST)):
        is_near = bool(agenda) and chance.random() < NEAR
        name = chance.choice(agenda if is_near else every)
        act = chance.choice(acts if acts and is_near else ACTS)
        try:
            roadmap = act(roadmap, name, chance)
        except (RefusedError, LookupError):
            continue
    return roadmap


def _words(chance: Random) -> str:
    return f"{chance.choice(WORDS).capitalize()} ja {chance.choice(WORDS)}."


def _field(field: str, values: Callable[[Random], str]) -> Act:
    def act(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
        return set_field(roadmap, ("measures", name), field, values(chance))

    return act


def _note(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
    return edits.note(roadmap, name, Place(DAY), text=_words(chance))


def _done(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
    return edits.mark_done(roadmap, name, Place(DAY), result=_words(chance))


def _start(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
    _ = chance
    return edits.start(roadmap, name, Place(DAY))


def _drop(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
    return edits.drop(roadmap, name, Place(DAY), reason=_words(chance))


def _move(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
    return edits.move(roadmap, name, Place(DAY), to=chance.choice(HALVES), reason=chance.choice(WORDS))


def _fund(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
    states: tuple[FundingState, ...] = ("applied", "proposed", "granted", "refused")
    return edits.set_funding(
        roadmap, name, 2027, amount=Decimal(chance.randint(1, 40) * 1000), state=chance.choice(states)
    )


def _rate(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
    _ = name
    viewpoint = chance.choice(roadmap.viewpoints).id
    return meetings.score(roadmap, viewpoint, Place(DAY), value=Decimal(chance.randint(20, 45)) / 10)


def _add(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
    like = roadmap.measure(name)
    fields = {"title": _words(chance), "goals": like.goals, "start": like.start, "end": like.end}
    return edits.add_measure(roadmap, **fields)[0]


def _take_out(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
    return roadmap.without("measures", name) if chance.random() < 1 / 3 else roadmap


def _decided(outcome: Outcome) -> Act:
    def act(roadmap: Roadmap, name: str, chance: Random) -> Roadmap:
        place = meetings.place_of_next_item(roadmap, MEETING, DAY, subject=name)
        heading = roadmap.measure(name).title
        decision = f"Päätettiin: {_words(chance)}"
        edit = partial(_edit_of(outcome), chance=chance)
        return meetings.decide(roadmap, place, outcome, subjects=(name,), heading=heading, decision=decision, edit=edit)

    return act


def _edit_of(outcome: Outcome) -> Callable[..., Roadmap]:
    """Return what an outcome does to a measure."""

    def edit(roadmap: Roadmap, name: str, place: Place, *, chance: Random) -> Roadmap:
        if outcome == "done":
            return edits.mark_done(roadmap, name, place, result=_words(chance))
        if outcome == "moved":
            return edits.move(roadmap, name, place, to=chance.choice(HALVES), reason=chance.choice(WORDS))
        if outcome == "dropped":
            return edits.drop(roadmap, name, place, reason=_words(chance))
        return edits.carry_on(roadmap, name, place, note=_words(chance))

    return edit


ACTS: tuple[Act, ...] = (
    _field("responsible", lambda chance: chance.choice(ROLES)),
    _field("needs", _words),
    _field("public", _words),
    _field("kind", lambda chance: chance.choice(("project", "procurement", "training"))),
    _field("end", lambda chance: chance.choice(HALVES)),
    _note,
    _note,
    _done,
    _start,
    _drop,
    _move,
    _fund,
    _rate,
    _add,
    _take_out,
)
"""What somebody does at a desk."""

DECISIONS: tuple[Act, ...] = (
    _decided("done"),
    _decided("continues"),
    _decided("continues"),
    _decided("moved"),
    _decided("dropped"),
)
"""What somebody records in the meeting: a § with its outcome."""
