"""From what a person types to the record that is meant: `t7`, `T-07` and `T07` are one."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from exporters.terms import field_name
from model.enactment import decides
from model.records import TABLES
from model.register import PLACE, action_id
from model.roadmap import SINGLE, record_id
from model.search import folded
from tui.cli.errors import AmbiguousIdError, NoSuchIdError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from exporters.words import Words
    from model.record import Record
    from model.roadmap import Roadmap

Place = tuple[str, str]
"""A table and the id of a record in it."""

_ORDER = ("measures", "viewpoints", "goals", "meetings", "indicators", "services", "sectors", "members", "approvals")
_ITEM = re.compile(r"\s*§?\s*(\d{1,9})\s*")
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_NEAR = 3
_ALIKE = 0.7
_LOOKS = str.maketrans("ol", "01")


def measure_ids(roadmap: Roadmap, typed: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the measures that are meant, each once; raise NoSuchIdError, AmbiguousIdError."""
    return tuple(dict.fromkeys(_one(roadmap, "measures", name) for name in typed))


def item_number(typed: str) -> int | None:
    """Return the number of a §, typed as `7` or `§ 7`; None where it is none."""
    found = _ITEM.fullmatch(typed)
    return int(found[1]) if found else None


def viewpoint_id(roadmap: Roadmap, typed: str) -> str:
    """Return the viewpoint that is meant by id, short name, name or alias, or by the beginning of one.

    Raises NoSuchIdError, AmbiguousIdError.
    """
    return _called({v.id: (v.id, v.short, v.name, *v.aliases) for v in roadmap.viewpoints}, typed)


def indicator_id(roadmap: Roadmap, typed: str) -> str:
    """Return the indicator that is meant by id or title, or by a part of one.

    Raises NoSuchIdError, AmbiguousIdError.
    """
    return _called({one.id: (one.id, one.title) for one in roadmap.indicators}, typed)


def _called(known: Mapping[str, Sequence[str]], typed: str) -> str:
    """Return the id of which one of the names is meant: a whole name before a beginning before a part."""
    wanted = folded(typed)
    names = {name: [folded(called) for called in told if called] for name, told in known.items()}
    whole = [name for name, told in names.items() if wanted in told]
    begun = [name for name, told in names.items() if any(one.startswith(wanted) for one in told)]
    within = [name for name, told in names.items() if any(wanted in one for one in told)]
    found = whole or begun or within if wanted else []
    if not found:
        raise NoSuchIdError(typed, get_close_matches(wanted, names, n=_NEAR, cutoff=_ALIKE))
    if len(found) > 1:
        raise AmbiguousIdError(typed, found)
    return found[0]


def member_id(roadmap: Roadmap, typed: str) -> str:
    """Return the member that is meant by id or role; raise NoSuchIdError, AmbiguousIdError."""
    roles = [member.id for member in roadmap.members if folded(member.role) == folded(typed)]
    return roles[0] if len(roles) == 1 else _one(roadmap, "members", typed)


def sector_id(roadmap: Roadmap, typed: str) -> str:
    """Return the branch that is meant by id or name, or by the beginning of its name.

    Raises NoSuchIdError, AmbiguousIdError.
    """
    wanted = folded(typed)
    begun = [sector.id for sector in roadmap.sectors if folded(sector.name).startswith(wanted)]
    return begun[0] if len(begun) == 1 else _one(roadmap, "sectors", typed)


def action_places(roadmap: Roadmap, typed: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Return the meeting and number of the tasks that are meant, `3/2026-2`, each once; raise NoSuchIdError."""
    known = {
        action_id(m.number, action.number): (m.number, action.number) for m in roadmap.meetings for action in m.actions
    }
    found = {}
    for name in typed:
        if name not in known:
            raise NoSuchIdError(name, _near(known, name))
        found[known[name]] = name
    return tuple(found)


def decision_places(roadmap: Roadmap, typed: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Return the meeting and § of the decisions that are meant, `3/2026§5` or `3/2026 § 5`, each once.

    Raises NoSuchIdError.
    """
    text = " ".join(typed)
    known = {(meeting.number, item.number) for meeting in roadmap.meetings for item in meeting.items if decides(item)}
    found = dict.fromkeys((meeting, int(item)) for meeting, item in PLACE.findall(text))
    unknown = [f"{meeting} § {item}" for meeting, item in found if (meeting, item) not in known]
    if unknown or PLACE.sub("", text).strip() or not found:
        raise NoSuchIdError((unknown or [text])[0])
    return tuple(found)


def place_of(roadmap: Roadmap, typed: str) -> Place:
    """Return the record that is meant in any table; `members/tekninen` names the table as well.

    Raises NoSuchIdError, AmbiguousIdError.
    """
    if typed in SINGLE:
        return typed, ""
    table, slash, name = typed.partition("/")
    if slash and table in TABLES:
        return table, _one(roadmap, table, name)
    found = [(table, one) for table in _ORDER for one in _matching(roadmap.table(table), typed)]
    exact = [place for place in found if place[1] == typed]
    found = exact or found
    if not found:
        names = [record_id(record) for table in _ORDER for record in roadmap.table(table)]
        raise NoSuchIdError(typed, _near(names, typed))
    if len(found) > 1:
        raise AmbiguousIdError(typed, [f"{table}/{one}" for table, one in found])
    return found[0]


def _one(roadmap: Roadmap, table: str, typed: str) -> str:
    found = _matching(roadmap.table(table), typed)
    if not found:
        raise NoSuchIdError(typed, _near([record_id(record) for record in roadmap.table(table)], typed))
    if len(found) > 1:
        raise AmbiguousIdError(typed, found)
    return found[0]


def _matching(records: Sequence[Record], typed: str) -> list[str]:
    """Return the ids that are what was typed: letter by letter, else with case, signs and leading zeros apart.

    An id that a merge has changed leads to the new one.
    """
    names = [record_id(record) for record in records]
    if typed in names:
        return [typed]
    wanted = _parts(typed)
    alike = [name for name in names if _parts(name) == wanted] if wanted else []
    return alike or [
        name
        for name, record in zip(names, records, strict=True)
        if (old := getattr(record, "formerly", "")) and _parts(old) == wanted
    ]


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.lstrip("0") or "0" if part.isdecimal() else part for part in _PARTS.findall(folded(name)))


def _near(names: Iterable[str], typed: str) -> list[str]:
    """Return ids that look like what was typed, a letter o taken for a nought."""
    known = {_looks(name): name for name in names}
    return [known[look] for look in get_close_matches(_looks(typed), known, n=_NEAR, cutoff=_ALIKE)]


def _looks(name: str) -> str:
    return folded(name).translate(_LOOKS)


def field_called(words: Words, typed: str, known: Sequence[str]) -> str | None:
    """Return which of some fields is meant: by its key in the file, or by its name in the person's language."""
    wanted = folded(typed)
    return next((key for key in known if wanted in (folded(key), folded(field_name(words, key)))), None)
