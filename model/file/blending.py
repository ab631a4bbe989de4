"""A record that both sides changed, each in other keys: our text with the statements that theirs has otherwise.

This needs no class of a record, only that nothing else hangs on these keys: a measure's dates, status, log and moves
tell one thing together, a meeting's parts do, and lists of tables have an order of their own. All that is left to the
merge of the records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from model.file.blocks import parsed
from model.file.remarks import listed, lost_remarks, with_remarks
from model.file.same import same

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from model.file.scan import Statement
    from model.file.units import Unit

PLAIN = frozenset(
    {
        "roadmap",
        "sectors",
        "members",
        "goals",
        "viewpoints",
        "surveys",
        "indicators",
        "services",
        "measures",
        "proposals",
    }
)
"""Tables whose records are merged key by key, but for what TOGETHER says."""
TOGETHER = frozenset({"start", "end", "status", "log", "moves"})
"""Keys of a measure that tell one thing: only one side may have changed any of them."""
_HORIZON = frozenset({"first", "last"})

Values = dict[str, Any]


class Version(NamedTuple):
    """A record's text and what it says."""

    text: str
    values: Values

    @classmethod
    def of(cls, unit: Unit) -> Version:
        """Return a unit's; with its blank lines it has mostly been parsed before."""
        return cls(unit.text, _values(unit.text + unit.gap))


def blended(table: str, versions: Sequence[Version], *, newline: str) -> str | None:
    """Return the text of a record with what both sides changed; None where keys alone cannot tell what is right.

    The versions are those of the base, of ours and of theirs.
    """
    if table not in PLAIN:
        return None
    base, ours, theirs = versions
    one, two = _changed(base.values, ours.values), _changed(base.values, theirs.values)
    if one & two or (one & TOGETHER and two & TOGETHER) or (table == "roadmap" and (one | two) & _HORIZON):
        return None
    into, source, keys = ours, theirs, two
    # The text is that of the side that changed a list of tables; the other one's keys are easier to bring along.
    if _has_tables(two, base.values, theirs.values):
        if _has_tables(one, base.values, ours.values):
            return None
        into, source, keys = theirs, ours, one
    text = into.text
    for key in (*source.values, *base.values):
        if key in keys:
            brought = _brought(text, source.text, key)
            if brought is None:
                return None
            text, keys = brought, keys - {key}
    text = with_remarks(text, base=base.text, ours=into.text, theirs=source.text, newline=newline)
    meant = {key: value for key, value in ours.values.items() if key not in two}
    meant |= {key: value for key, value in theirs.values.items() if key in two}
    is_right = _says(text, meant) and not lost_remarks(base.text, ours.text, theirs.text, result=text)
    return text if is_right else None


def keeps_horizon(base: str, ours: str, theirs: str) -> bool:
    """Whether the half-years in which all measures must lie are the same in three texts of the roadmap's head."""
    old, *sides = (_values(text) for text in (base, ours, theirs))
    return all(_HORIZON.isdisjoint(_changed(old, side)) for side in sides)


def _says(text: str, meant: Values) -> bool:
    try:
        return same(_values(text), meant)
    except ValueError:
        return False


def _values(text: str) -> Values:
    """Return the values of a record's text; empty for what is none."""
    (found,) = parsed(text).values() or ({},)
    values: Values = found[0] if isinstance(found, list) else found
    return values


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> set[str]:
    return {key for key in {**old, **new} if not same(old.get(key), new.get(key))}


def _has_tables(keys: set[str], *sides: Values) -> bool:
    return any(_is_tables(side.get(key)) for key in keys for side in sides)


def _is_tables(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value))


def _own(text: str) -> list[Statement]:
    """Return the record's header and keys, without those of its entries."""
    found = [here for here in listed(text) if here.kind in {"header", "key"}]
    ends = [at for at, here in enumerate(found) if here.kind == "header"][1:]
    return found[: ends[0]] if ends else found


def _brought(text: str, theirs: str, key: str) -> str | None:
    """Return the text with a key as theirs has it, perhaps without it; None where that is not plain to do."""
    here = {found.path: found for found in _own(text)}
    there = {found.path: found for found in _own(theirs)}
    known, other = here.get((key,)), there.get((key,))
    if any(path[0] == key and len(path) > 1 for found in (here, there) for path in found if found[path].kind == "key"):
        return None
    if other is None:
        return None if known is None else text[: known.start] + text[known.end :]
    value = theirs[slice(*other.value)]
    if known is not None:
        return text[: known.value[0]] + value + text[known.value[1] :]
    line = theirs[other.start : other.end]
    above = list(there)[: list(there).index((key,))]
    after = next((here[path] for path in reversed(above) if path in here), None)
    if after is None or not line.endswith("\n") or not text[: after.end].endswith("\n"):
        return None
    return text[: after.end] + line + text[after.end :]
