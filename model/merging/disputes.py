"""The conflicts of the two sides and those of the merge itself as one list, each of them once.

What one side has settled stays settled. The same two values for one place, found by both, are one conflict whichever
was called ours. Where both settled one conflict, and not to the same, that is a conflict again.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from model.conflict import Conflict
from model.conflicts import GONE, put, value_at
from model.merging.clash import Clash
from model.merging.exact import exactly, frozen
from model.merging.order import ordered
from model.search import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from model.merging.names import Three
    from model.roadmap import Roadmap

Key = tuple[object, ...]
_NUMBER = re.compile(r"R(\d{1,18})")


def with_disputes(
    roadmap: Roadmap, versions: Three, clashes: Sequence[Clash], *, by: tuple[str, str, date | None]
) -> tuple[Roadmap, tuple[Conflict, ...]]:
    """Return a merged roadmap with all conflicts that are open, and those of them that are new."""
    if not clashes and not any(version.conflicts for version in versions):
        return roadmap, ()
    roadmap, again = _settled_apart(roadmap, versions)
    standing = _standing(versions)
    roadmap = _as_met(roadmap, versions, standing)
    known = [_turned(roadmap, versions, conflict) for conflict in standing]
    seen = {_matter(conflict) for conflict in known}
    used = {conflict.id for version in versions for conflict in version.conflicts}
    new = []
    for clash in (*clashes, *again):
        conflict = _conflict(clash, by)
        if _matter(conflict) not in seen:
            seen.add(_matter(conflict))
            new.append(conflict.model_copy(update={"id": _free(used)}))
    return roadmap.model_copy(update={"conflicts": (*known, *new)}), tuple(new)


def _conflict(clash: Clash, by: tuple[str, str, date | None]) -> Conflict:
    table, record, field, entry = clash.place
    return Conflict(
        id="",
        table=table,
        record=record,
        field=field,
        entry=entry,
        base=clash.base,
        ours=clash.ours,
        theirs=clash.theirs,
        ours_by=by[0],
        theirs_by=by[1],
        date=by[2],
    )


def _matter(conflict: Conflict) -> tuple[object, ...]:
    """Return what makes two conflicts one: the place and the two values, whichever is ours."""
    values = frozenset((frozen(conflict.ours), frozen(conflict.theirs)))
    return conflict.table, conflict.record, conflict.field, conflict.entry, values


def _keyed(conflicts: Iterable[Conflict], known: Mapping[Key, Conflict]) -> dict[Key, Conflict]:
    """Return conflicts by what makes each of them one; equal ones are told apart by their count.

    One that the base knows by its id and matter has the base's key.
    """
    keys = {(conflict.id, key[:-1]): key for key, conflict in known.items()}
    listed = [(conflict, _matter(conflict)) for conflict in conflicts]
    used = {key for conflict, matter in listed if (key := keys.get((conflict.id, matter)))}
    found: dict[Key, Conflict] = {}
    for conflict, matter in listed:
        key = keys.get((conflict.id, matter))
        if key is None or key in found:
            key = next(key for number in count() if (key := (*matter, number)) not in used and key not in found)
        found[key] = conflict
    return found


def _standing(versions: Three) -> list[Conflict]:
    """Return the conflicts of both sides that neither has settled, in order, each under an id of its own."""
    base = _keyed(versions[0].conflicts, {})
    ours, theirs = (_keyed(side.conflicts, base) for side in versions[1:])
    taken = {conflict.id for side in versions for conflict in side.conflicts}
    kept = {
        key: conflict for key, conflict in {**theirs, **ours}.items() if key not in base or key in ours.keys() & theirs
    }
    names = {key: conflict.id for key, conflict in {**theirs, **ours}.items()}
    order = ordered(list(base), list(ours), list(theirs), kept=kept, rank=lambda key: sort_key(names[key]))
    own = {conflict.id for key, conflict in ours.items() if key in kept}
    found = []
    for key in order:
        conflict = kept[key]
        if key in theirs and base.get(key) == conflict:
            conflict = theirs[key]
        if conflict.id in own and key not in ours:
            conflict = conflict.model_copy(update={"id": _free(taken)})
        found.append(conflict)
    return found


def _free(used: set[str]) -> str:
    """Return the next free id, `R3`, and note it as used."""
    last = max((int(known[1]) for name in used if (known := _NUMBER.fullmatch(name))), default=0)
    used.add(f"R{last + 1}")
    return f"R{last + 1}"


def _turned(roadmap: Roadmap, versions: Three, conflict: Conflict) -> Conflict:
    """Return a conflict that theirs brought such that the value that came to stand is the one called ours."""
    if conflict in versions[1].conflicts:
        return conflict
    then, now = value_at(versions[2], conflict), value_at(roadmap, conflict)
    if not exactly(then, conflict.ours) or exactly(now, conflict.ours) or not exactly(now, conflict.theirs):
        return conflict
    return conflict.model_copy(
        update={
            "ours": conflict.theirs,
            "theirs": conflict.ours,
            "ours_by": conflict.theirs_by,
            "theirs_by": conflict.ours_by,
        }
    )


def _as_met(roadmap: Roadmap, versions: Three, conflicts: Iterable[Conflict]) -> Roadmap:
    """Let stand what a side let stand that has met a conflict already, where the other side has the other value."""
    base, ours, theirs = versions
    for conflict in conflicts:
        if (
            not conflict.field
            or conflict in base.conflicts
            or (conflict in ours.conflicts) == (conflict in theirs.conflicts)
        ):
            continue
        met, other = (ours, theirs) if conflict in ours.conflicts else (theirs, ours)
        stood = value_at(met, conflict)
        pairs = ((conflict.ours, conflict.theirs), (conflict.theirs, conflict.ours))
        if any(exactly(stood, one) and exactly(value_at(other, conflict), two) for one, two in pairs) and not exactly(
            value_at(roadmap, conflict), stood
        ):
            roadmap = put(roadmap, conflict, stood)
    return roadmap


def _settled_apart(roadmap: Roadmap, versions: Three) -> tuple[Roadmap, list[Clash]]:
    """Find what both sides settled, one by leaving what stood there: of the two decisions ours stands for now."""
    base, ours, theirs = versions
    left = {_matter(conflict) for side in (ours, theirs) for conflict in side.conflicts}
    found: list[Clash] = []
    for conflict in base.conflicts:
        if _matter(conflict) in left:
            continue
        was, mine, yours = (value_at(side, conflict) for side in versions)
        if GONE in (mine, yours) or exactly(mine, yours) or not (exactly(was, mine) or exactly(was, yours)):
            continue
        place = Clash(conflict.table, conflict.record, conflict.field, conflict.entry)
        found.append(place.of(was, mine, yours))
        roadmap = put(roadmap, conflict, mine)
    return roadmap, found
