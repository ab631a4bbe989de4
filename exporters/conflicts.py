"""Conflicts as people read them: what two copies made of one thing, who made which, and what holds for now."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from exporters.facts import ARROW, Fact, Telling
from exporters.terms import WORDS_OF, field_name, word
from exporters.values import LONGEST, NOTHING, value
from exporters.words import N_
from model.conflicts import is_overtaken, value_at
from model.halfyear import HalfYear
from model.merging.exact import exactly
from model.moving import last_move
from model.records import Measure
from model.survey import is_few
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.words import Words
    from model.conflict import Conflict
    from model.conflicts import Side
    from model.roadmap import Roadmap

_HALF = re.compile(r"\d{4}H[12]")
BOTH: tuple[Side, Side] = ("ours", "theirs")
"""The two whose values conflict."""
_ENTRY = {
    "scores": N_("level"),
    "targets": N_("target level"),
    "moves": N_("move"),
    "actions": N_("task"),
    "items": "§",
}
"""What an entry of a list is called that has a name of its own."""
_MOST = 3
"""So many changed fields of a record are told, the others counted."""


def conflict_sentence(conflict: Conflict, words: Words, roadmap: Roadmap) -> str:
    """Return a conflict on one line: where, what each of the two made of it, and what holds until it is settled.

    `T07, päättyy – Virtanen: syksy 2026; Korhonen: kevät 2027. Toistaiseksi voimassa syksy 2026 (Virtanen).`
    An internal note is told without its words.
    """
    sides = (
        f"{maker(conflict, side, words)}: {side_value(conflict, side, words, roadmap=roadmap, openly=False)}"
        for side in BOTH
    )
    place = conflict_place(conflict, words, roadmap)
    return f"{place} – {'; '.join(sides)}. {standing(conflict, words, roadmap)}"


def conflict_place(conflict: Conflict, words: Words, roadmap: Roadmap) -> str:
    """Return where a conflict is: `T07, päättyy`; of an entry what tells it apart, `T07, määräraha 2026, summa`."""
    parts = [Telling(words, roadmap).label(conflict.table, conflict.record)]
    key, _, inner = conflict.field.partition(".") if conflict.entry else (conflict.field, "", "")
    if key:
        entry = " ".join(_identifying(conflict, part, words, roadmap=roadmap) for part in _parts(conflict))
        named = words.t(_ENTRY[key]) if entry and key in _ENTRY else field_name(words, key)
        parts.append(f"{named} {entry}".strip())
    if inner:
        parts.append(field_name(words, inner))
    return ", ".join(parts)


def _parts(conflict: Conflict) -> Iterator[str]:
    """Return what is said of what identifies an entry: of a value of a whole year not that it is of no half."""
    is_of_years = conflict.table == "indicators"
    return (part for part in conflict.entry if part and not (is_of_years and part == "0"))


def maker(conflict: Conflict, side: Side, words: Words) -> str:
    """Return who made a side's value, or that it is one copy and the other."""
    if side == "ours":
        return one_line(conflict.ours_by) or words.t("one copy")
    return one_line(conflict.theirs_by) or words.t("the other copy")


def side_value(
    conflict: Conflict, side: Side, words: Words, *, roadmap: Roadmap, openly: bool = True, limit: int | None = LONGEST
) -> str:
    """Return what a side has, in words: a value, `poistettu`, or of a record what is changed in it.

    `base` is what was before, `now` what stands there. Not `openly` tells no internal note.
    """
    if is_secret(conflict, roadmap):
        return words.t("not shown")
    found = {"ours": conflict.ours, "theirs": conflict.theirs, "base": conflict.base}
    of = value_at(roadmap, conflict) if side == "now" else found[side]
    if not openly and conflict.field.rpartition(".")[2] == "internal":
        return words.t("a text of its own")
    if of is None:
        return words.t("removed") if _is_record(conflict) and side != "base" else NOTHING
    if isinstance(of, dict):
        return _changed(conflict, of, words, roadmap=roadmap, openly=openly)
    said = _said(conflict, of, words, roadmap=roadmap, limit=limit)
    return f"{said}{_rescheduled(conflict, words, roadmap)}" if side in BOTH and exactly(of, conflict.base) else said


def is_secret(conflict: Conflict, roadmap: Roadmap) -> bool:
    """Whether a conflict is about what a sector answered, or about a level that too few gave."""
    listed = conflict.field.partition(".")[0]
    if (conflict.table, listed) != ("viewpoints", "scores"):
        return (conflict.table, listed) == ("surveys", "groups")
    entry = value_at(roadmap, conflict.model_copy(update={"field": listed})) if conflict.entry else None
    known = [one for one in (entry, conflict.base, conflict.ours, conflict.theirs) if isinstance(one, dict)]
    return any(one.get("basis") == "survey" and is_few(one.get("n"), one.get("counts", ())) for one in known)


def _rescheduled(conflict: Conflict, words: Words, roadmap: Roadmap) -> str:
    """Return what somebody did who left a status as it was, while the other one ended the measure: when it ends now."""
    measure = roadmap.find(conflict.table, conflict.record)
    if conflict.field != "status" or not isinstance(measure, Measure):
        return ""
    move = last_move(measure)
    if move is None:
        return f" ({field_name(words, 'end')} {words.half(measure.end)})"
    what = words.t("postponed") if move.to > move.from_ else words.t("brought forward")
    return f" ({what}: {words.half(move.from_)}{ARROW}{words.half(move.to)})"


def standing(conflict: Conflict, words: Words, roadmap: Roadmap) -> str:
    """Return what holds while nobody has settled a conflict: `Toistaiseksi voimassa syksy 2026 (Virtanen)`."""
    if is_overtaken(roadmap, conflict):
        return words.t("Changed since.")
    now = value_at(roadmap, conflict)
    side: Side = "ours" if exactly(now, conflict.ours) else "theirs"
    if _is_record(conflict) and _is_removal(conflict):
        return words.t("For now it is kept.") if now is not None else words.t("For now it is removed.")
    return words.t(
        "For now {value} holds ({who}).",
        value=side_value(conflict, side, words, roadmap=roadmap, openly=False),
        who=maker(conflict, side, words),
    )


def conflict_fact(telling: Telling, conflict: Conflict, *, settled: bool) -> Fact:
    """Return that a conflict arose or was settled, for the history and the commit's subject."""
    words, roadmap = telling.words, telling.roadmap
    name = telling.label(conflict.table, conflict.record)
    field = conflict_place(conflict, words, roadmap).removeprefix(f"{name}, ")
    fact = Fact(name, id=conflict.record, table=conflict.table)
    if not conflict.field and _is_removal(conflict):
        said = words.t("conflict on its removal settled") if settled else words.t("conflict on its removal")
        return replace(fact, what=said)
    if not conflict.field:
        return replace(fact, what=words.t("conflict settled") if settled else words.t("conflict"))
    if settled:
        return replace(fact, what=words.t("conflict settled ({field})", field=field))
    sides = [side_value(conflict, side, words, roadmap=roadmap, openly=False) for side in BOTH]
    return replace(fact, what=words.t("conflict ({field})", field=field), detail=" / ".join(sides))


def _is_record(conflict: Conflict) -> bool:
    """Whether a whole record or entry is meant."""
    return not conflict.field or (bool(conflict.entry) and "." not in conflict.field)


def _is_removal(conflict: Conflict) -> bool:
    """Whether one of the two has taken out what the other one edited; else both have made something else of it."""
    return None in (conflict.ours, conflict.theirs)


def _changed(conflict: Conflict, of: dict[str, object], words: Words, *, roadmap: Roadmap, openly: bool) -> str:
    """Return what a side changed in a record: the fields that differ from before, else from the other's."""
    other = conflict.theirs if of is conflict.ours else conflict.ours
    base = next((one for one in (conflict.base, other) if isinstance(one, dict)), {})
    keys = [key for key in {**base, **of} if not exactly(base.get(key), of.get(key))]
    told = []
    for key in keys[:_MOST]:
        new = of.get(key)
        hidden = isinstance(new, list | dict) or (key == "internal" and not openly)
        shown = "" if hidden else _said(conflict, new, words, roadmap=roadmap, key=key)
        told.append(f"{field_name(words, key)} {shown}".strip())
    if len(keys) > _MOST:
        told.append(words.n("{n} more change", "{n} more changes", len(keys) - _MOST))
    return words.t("changed ({what})", what=", ".join(told)) if told else words.t("as it was")


def _identifying(conflict: Conflict, part: str, words: Words, *, roadmap: Roadmap) -> str:
    """Return a part of what tells an entry apart: a day and a word of a closed set as people say them."""
    with suppress(ValueError):
        return words.date(date.fromisoformat(part))
    table = f"{conflict.table}.{conflict.field.partition('.')[0]}"
    known = (sayings for (place, _), sayings in WORDS_OF.items() if place == table and part in sayings)
    return next((f"({word(words, sayings, part)})" for sayings in known), _said(conflict, part, words, roadmap=roadmap))


def _said(
    conflict: Conflict, of: object, words: Words, *, roadmap: Roadmap, key: str = "", limit: int | None = LONGEST
) -> str:
    """Return a TOML value of a conflict in words."""
    listed, _, inner = conflict.field.partition(".") if conflict.entry else ("", "", conflict.field)
    place = f"{conflict.table}.{listed}" if listed else conflict.table, key or inner
    return value(words, roadmap, place, of=_typed(place, of), limit=limit)


def _typed(place: tuple[str, str], of: object) -> object:
    """Return a TOML value as the roadmap has it: half-years, lists and sums with their types."""
    if isinstance(of, list):
        return tuple(_typed(place, part) for part in of)
    if isinstance(of, str) and _HALF.fullmatch(of):
        return HalfYear(of)
    if place == ("measures.funding", "amount") and type(of) is int:
        return Decimal(of)
    return of
