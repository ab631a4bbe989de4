"""Three texts woven into one, unit by unit: what only one side changed is taken as that side wrote it.

This is all of the merge that is about texts. What both sides changed, or one changed and the other removed, is told,
not decided: `disjoint` gives no text then, and `model.file.merging` decides by the records' fields. Neither needs the
classes of the records, nor does anything that is imported here: most merges of git are over before those were loaded.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from model.file.blending import PLAIN, Version, blended, keeps_horizon
from model.file.document import document
from model.file.units import NOTE, ROOT, Unit, ends_in_comment, joined, units
from model.tables import SINGLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from model.file.document import Document
    from model.file.units import Key


class Side:
    """One of the three texts: its units by key, in order."""

    def __init__(self, found: Sequence[Unit]) -> None:
        """Begin with the units of a text."""
        self.units = {unit.key: unit for unit in found}
        self._texts = {unit.key: unit.text for unit in found}
        self.keys = list(self.units)
        self.below: dict[Key, Key | None] = dict(zip(self.keys, [*self.keys[1:], None], strict=True))
        """The key of the unit that follows each."""

    def text(self, key: Key) -> str | None:
        """Return a unit's text, or None where there is no such unit."""
        return self._texts.get(key)

    def gap(self, key: Key, below: Key | None) -> str | None:
        """Return the blank lines between two units, or None where they do not follow each other."""
        return self.units[key].gap if key in self.units and self.below[key] == below else None


class Sides(NamedTuple):
    """The three texts, with the line ends of ours."""

    base: Side
    ours: Side
    theirs: Side
    newline: str

    def keeps(self, key: Key) -> bool:
        """Whether a unit is in the result as a matter of lines: in both, or new in one."""
        base, ours, theirs = (key in side.units for side in self[:3])
        return (ours and theirs) or ((ours or theirs) and not base)

    def is_changed_twice(self, key: Key) -> bool:
        """Whether both sides have the unit, each with a text of its own."""
        base, ours, theirs = self.base.text(key), self.ours.text(key), self.theirs.text(key)
        return ours is not None and theirs is not None and ours not in (base, theirs) and theirs != base

    def text(self, key: Key) -> str:
        """Return a unit's text: of the side that changed it, ours where both did, the base's where none has it."""
        base, ours, theirs = self.base.text(key), self.ours.text(key), self.theirs.text(key)
        if ours is None:
            return theirs if theirs is not None else base or ""
        return theirs if theirs is not None and ours == base else ours


def sides(base: Document, ours: Document, theirs: Document) -> Sides:
    """Return the three texts as units; all must be simple."""
    near = [(ours, ours.newline), (base, ours.newline), (theirs, ours.newline)]
    mine, old, other = (Side(units(_ended_as(one, newline, near=ours))) for one, newline in near)
    return Sides(old, mine, other, ours.newline)


def disjoint(base: Document, ours: Document, theirs: Document) -> Document | None:
    """Return the merged text where the sides touched different things, and nothing hangs on more than one of them.

    Those are cases in which the merge of the records must say the same: nothing known is removed, the horizon
    of the roadmap is the same, a table has new records of one side only, the order is the same, no conflict
    is open, and of a record that both changed no key is concerned twice. For any other None. The result is proven: cut
    anew, it is the chosen units in the chosen order.
    """
    if not (base.is_simple and ours.is_simple and theirs.is_simple):
        return None
    three = sides(base, ours, theirs)
    known = {key for side in three[:3] for key in side.keys if key[0] != NOTE}
    twice = {key for key in known if three.is_changed_twice(key)}
    if not all(_is_plain(three, key) for key in known - twice) or _add_to_the_same(three) or _is_reordered(three):
        return None
    blend = _blended(three, twice)
    return blend and woven(blend, order(blend, blend.keeps), ours=ours, ends=ends(base, ours, theirs))


def order(three: Sides, keeps: Callable[[Key], bool]) -> list[Key]:
    """Return the kept units in the order of ours; what ours does not have goes behind what is above it elsewhere."""
    found = [key for key in three.ours.keys if keeps(key)]
    for side in (three.theirs, three.base):
        known, above = set(found), None
        for key in side.keys:
            if key not in known and keeps(key):
                found.insert(_behind(three, found, above), key)
                known.add(key)
            if key in known:
                above = key
    return found


def woven(three: Sides, keys: Sequence[Key], *, ours: Document, ends: bool) -> Document | None:
    """Return the text of units in an order; None when it does not come out as those units."""
    chosen = [Unit(key, three.text(key), "") for key in keys]
    placed = [
        unit._replace(gap=_gap(three, unit, below)) for unit, below in zip(chosen, [*chosen[1:], None], strict=True)
    ]
    text = joined(placed)
    found = proven(text if ends else text.rstrip("\r\n"), near=ours)
    if found is None or [unit[:2] for unit in units(found)] != [unit[:2] for unit in chosen]:
        return None
    return found


def proven(text: str, *, near: Document) -> Document | None:
    """Return a text as a simple document, or None when it is none."""
    try:
        found = document(text, has_bom=near.has_bom, near=near)
    except (ValueError, RecursionError):
        return None
    return found if found.is_simple else None


def ends(base: Document, ours: Document, theirs: Document) -> bool:
    """Whether the result has a line end at its end: as the side has it that changed that."""
    mine, other = ours.text.endswith("\n"), theirs.text.endswith("\n")
    return other if mine == base.text.endswith("\n") else mine


def _ended_as(one: Document, newline: str, *, near: Document) -> Document:
    """Return a document with the line ends of another, which is not only a matter of taste: a file has one kind."""
    text = one.text.replace("\r\n", "\n").replace("\n", newline)
    return one if one is near or text == one.text else document(text, near=near)


def _blended(three: Sides, twice: set[Key]) -> Sides | None:
    """Return the sides with one text for each record in which they changed different keys; None where that fails."""
    texts: dict[Key, tuple[Key, str]] = {}
    for key in twice:
        found = [side.units.get(key) for side in three[:3]]
        if None in found or key[0] not in PLAIN:  # the root keys are several tables' worth, and no version of one
            return None
        versions = tuple(Version.of(unit) for unit in found if unit is not None)
        text = blended(key[0], versions, newline=three.newline)
        if text is None:
            return None
        texts[key] = key, text
    return three._replace(ours=renamed(three.ours, texts), theirs=renamed(three.theirs, texts)) if texts else three


def _is_plain(three: Sides, key: Key) -> bool:
    base, ours, theirs = three.base.text(key), three.ours.text(key), three.theirs.text(key)
    if key[0] == "conflicts":
        return False
    if base is None:  # who had another id before is looked for under that, too
        return (ours is None or theirs is None or ours == theirs) and "formerly" not in (ours or theirs or "")
    if key == ROOT:
        return base == ours == theirs
    if key[0] in SINGLES and (ours is None or theirs is None or not keeps_horizon(base, ours, theirs)):
        return False
    return ours is not None and theirs is not None and (base in (ours, theirs) or ours == theirs)


def _add_to_the_same(three: Sides) -> bool:
    """Whether both sides have new records in one table: their order, and their numbers, are for the merge to say."""
    new = [
        {table for table, name in side.keys if table != NOTE and (table, name) not in three.base.units}
        for side in (three.ours, three.theirs)
    ]
    return not new[0].isdisjoint(new[1])


def _is_reordered(three: Sides) -> bool:
    """Whether a side has the records of the base in another order."""
    return any(
        [key for key in side.keys if key[0] != NOTE and key in three.base.units]
        != [key for key in three.base.keys if key[0] != NOTE and key in side.units]
        for side in (three.ours, three.theirs)
    )


def _behind(three: Sides, found: list[Key], above: Key | None) -> int:
    """Return the place behind a unit, and behind what ours has put there."""
    at = found.index(above) + 1 if above is not None else 0
    while at < len(found) and found[at] not in three.base.units and found[at] not in three.theirs.units:
        at += 1
    return at


def _gap(three: Sides, unit: Unit, below: Unit | None) -> str:
    """Return the blank lines below a unit: as the side has them that changed them, else those that are usual."""
    base, ours, theirs = (side.gap(unit.key, below.key if below else None) for side in three[:3])
    known = theirs if ours is None or (theirs is not None and ours == base) else ours
    if below is None:
        return known or ""
    needed = NOTE in (unit.key[0], below.key[0]) or ends_in_comment(unit.text)
    if known or (known is not None and not needed):
        return known
    own = (side.units[unit.key].gap for side in (three.ours, three.theirs) if unit.key in side.units)
    return next(filter(None, own), three.newline if needed else usual_gap(three.ours))


def usual_gap(side: Side) -> str:
    """Return the blank lines that most units of a side have below them."""
    counted = Counter(unit.gap for unit in list(side.units.values())[:-1])
    return counted.most_common(1)[0][0] if counted else "\n"


def renamed(side: Side, names: Mapping[Key, tuple[Key, str]]) -> Side:
    """Return a side with some units under another key and with another text."""
    return Side([Unit(*names[unit.key], unit.gap) if unit.key in names else unit for unit in side.units.values()])
