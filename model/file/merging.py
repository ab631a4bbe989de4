"""Two people's texts of one file made one: the records merged by their fields, the text in the words of both.

What only one side changed is taken as that side wrote it, byte for byte (`weaving`). A record that both changed is our
text, patched to what the merge of the records says (`model.merge`), with the comments that are new on their side. The
result is proven as a patch is: read again it is exactly the merged roadmap, and no comment is gone that no side took
out. Where the finer ways do not pass, a coarser one does; the coarsest writes the file anew and keeps the comments
at its head. So a merge of two valid files never fails, and never leaves what cannot be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from model.diff import ChangedMeanwhileError, diff
from model.file import intent, render, splice
from model.file.blocks import parsed
from model.file.document import Document, document
from model.file.errors import PatchFailedError, WouldLoseCommentsError
from model.file.patch import patched
from model.file.reading import read_document
from model.file.remarks import lost_remarks, with_remarks
from model.file.same import same
from model.file.scan import comments
from model.file.units import NOTE, ROOT, Unit, joined, units
from model.file.weaving import Sides, disjoint, ends, order, proven, renamed, sides, woven
from model.merge import Sides as Names
from model.merge import merge
from model.plain import plain
from model.records import TABLES
from model.roadmap import SINGLE, Roadmap, by_name
from model.tables import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from model.conflict import Conflict
    from model.file.units import Key
    from model.problems import Problem
    from model.record import Record

_HEADS = {*SINGLE, ""}
Which = Literal["base", "ours", "theirs"]


class UnmergeableError(Exception):
    """One of the texts is no roadmap, so there is nothing to merge by its fields; nothing was changed."""

    def __init__(self, side: Which, problems: tuple[Problem, ...]) -> None:
        """Remember which one it is and what is wrong in it."""
        super().__init__(side, problems)
        self.side = side
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged text, and what two people made of one thing; the conflicts stand in the text, too."""

    document: Document
    conflicts: tuple[Conflict, ...]


def merged(
    base: Document,
    ours: Document,
    theirs: Document,
    *,
    by: Names | None = None,
    asked: Callable[[], Names] | None = None,
) -> Merged:
    """Return the text of ours with all that theirs made of the base; raise UnmergeableError.

    A conflict is no failure: the roadmap holds one of the two values, the other one stands in `[[conflicts]]`, with the
    names in `by`, or with those that `asked` returns, which is called only where there is a conflict.
    """
    found = disjoint(base, ours, theirs)
    if found is not None:
        return Merged(found, ())
    three = _roadmap("base", base), _roadmap("ours", ours), _roadmap("theirs", theirs)
    roadmap, conflicts = merge(*three, by=by or Names())
    if conflicts and asked:
        roadmap, conflicts = merge(*three, by=asked())
    lead = by.lead if by else "ours"
    return Merged(_written(base, ours, theirs, roadmap=roadmap, lead=lead), conflicts)


def _roadmap(side: Which, one: Document) -> Roadmap:
    reading = read_document(one)
    if reading.roadmap is None:
        raise UnmergeableError(side, tuple(problem for problem in reading.problems if problem.fatal))
    return reading.roadmap


def _written(base: Document, ours: Document, theirs: Document, *, roadmap: Roadmap, lead: str) -> Document:
    """Return a text that says the roadmap, by the finest way that passes the proof."""
    if base.is_simple and ours.is_simple and theirs.is_simple:
        three = _prepared(sides(base, ours, theirs), roadmap, lead=lead)
        found = _patched(three, ours, roadmap=roadmap, ends_so=ends(base, ours, theirs))
        if found is not None:
            found = _with_lost(found, base=base, ours=ours, theirs=theirs)
            if found is not None and _says(found, roadmap):
                return found
    found = _anew(base, ours, theirs, roadmap=roadmap)
    if not _says(found, roadmap):
        raise PatchFailedError
    return found


def _says(found: Document, roadmap: Roadmap) -> bool:
    """Whether a text says exactly a roadmap: every record, in this order, of the same types."""
    read = read_document(found).roadmap
    return read is not None and read == roadmap and not diff(read, roadmap)


def _records(roadmap: Roadmap) -> dict[Key, Record]:
    """Return the records of all tables by the keys of their units."""
    return {(table, name): record for table in TABLES for name, record in by_name(roadmap.table(table)).items()}


def _prepared(three: Sides, roadmap: Roadmap, *, lead: str) -> Sides:
    """Return the sides with new ids where the merge gave some, and with what is to be kept of removed records.

    The side that does not lead has the records that got another id.
    """
    wanted = _records(roadmap)
    known = {key for side in three[:3] for key in side.keys}
    new = {
        (key[0], str(formerly)): (key, record)
        for key, record in wanted.items()
        if key not in known and (formerly := getattr(record, "formerly", ""))
    }
    other = three.ours if lead == "theirs" else three.theirs
    numbered = {
        old: (key, _numbered(other.units[old], record, newline=three.newline))
        for old, (key, record) in new.items()
        if old in other.units and old not in three.base.units
    }
    notes = {name: dict(_kept_notes(three, name, wanted)) for name in ("ours", "theirs")}
    return three._replace(
        ours=renamed(three.ours, notes["ours"] | (numbered if lead == "theirs" else {})),
        theirs=renamed(three.theirs, notes["theirs"] | (numbered if lead == "ours" else {})),
    )


def _kept_notes(three: Sides, name: str, wanted: Mapping[Key, Record]) -> Iterator[tuple[Key, tuple[Key, str]]]:
    """Yield what is left of records that the other side removed: comments that are new on this side."""
    for unit in getattr(three, name).units.values():
        if unit.key[0] in KEYS and unit.key not in wanted:
            was = comments(three.base.text(unit.key) or "")
            new = [note for note in comments(unit.text) if note not in was]
            if new and unit.key in three.base.units:
                text = "".join(note + three.newline for note in new)
                yield unit.key, ((NOTE, text), text)


def _numbered(unit: Unit, record: Record, *, newline: str) -> str:
    """Return a side's text of a record with the id that the merge gave it."""
    text, table, values = unit.text, unit.key[0], plain(record)
    names = intent.keys_of(TABLES[table])
    for name in (KEYS[table][0], "formerly"):
        section = splice.sections(text)[0]
        text = splice.with_key(text, section, (name, values[name]), order=names, newline=newline)
    return text


def _patched(three: Sides, ours: Document, *, roadmap: Roadmap, ends_so: bool) -> Document | None:
    """Return the woven text with what the merge says of records that both sides changed; None where that fails."""
    wanted = _records(roadmap)
    keys = order(three, lambda key: key in wanted if key[0] in KEYS else key[0] in _HEADS or three.keeps(key))
    draft = woven(three, _in_order(keys, list(wanted)), ours=ours, ends=ends_so)
    before = read_document(draft).roadmap if draft else None
    if draft is None or before is None:
        return None
    try:
        found = patched(draft, diff(before, roadmap))
    except (WouldLoseCommentsError, ChangedMeanwhileError, PatchFailedError, splice.NotSpliceableError):
        return None
    twice = [key for key in keys if three.is_changed_twice(key)]
    texts = dict(_retold(found, three, twice=twice, roadmap=roadmap))
    return _with_texts(found, texts) if texts else found


def _in_order(keys: Sequence[Key], wanted: Sequence[Key]) -> list[Key]:
    """Return the keys with the records of each table in the wanted order, in the places that the table has."""
    here = set(keys)
    queues: dict[str, Iterator[Key]] = {
        table: iter([key for key in wanted if key[0] == table and key in here]) for table in KEYS
    }
    return [next(queues[key[0]]) if key[0] in KEYS else key for key in keys]


def _retold(found: Document, three: Sides, *, twice: Sequence[Key], roadmap: Roadmap) -> Iterator[tuple[Key, str]]:
    """Yield the units of a text that are not yet as they should be: comments of theirs to add, lists out of order."""
    wanted = _records(roadmap)
    read = read_document(found).roadmap
    records = _records(read) if read else {}
    for unit in units(found):
        text = unit.text
        if unit.key in wanted and records.get(unit.key) != wanted[unit.key]:
            text = _record_anew(unit, wanted[unit.key], newline=three.newline)
        if unit.key in twice:
            base, ours, theirs = (side.text(unit.key) or "" for side in three[:3])
            if unit.key[0] not in KEYS and unit.key[0] not in SINGLE:
                text = _foreign(text, three, unit.key)
            if text == theirs:
                ours, theirs = theirs, ours
            text = with_remarks(text, base=base, ours=ours, theirs=theirs, newline=three.newline)
        if text != unit.text:
            yield unit.key, text


def _record_anew(unit: Unit, record: Record, *, newline: str) -> str:
    """Return a record written anew, with its comments above it."""
    notes = "".join(f"{note}\n" for note in comments(unit.text))
    text = notes + render.table((unit.key[0],), plain(record), listed=True)
    return text.replace("\n", newline)


def _foreign(text: str, three: Sides, key: Key) -> str:
    """Return what this program does not know and both sides changed: ours, with theirs in it as a comment.

    Where ours has other comments only, it is theirs.
    """
    theirs = three.theirs.units[key].text
    if same(parsed(three.ours.units[key].text), parsed(three.base.text(key) or "")):
        return theirs
    was = set((three.base.text(key) or "").splitlines()) | set(three.ours.units[key].text.splitlines())
    lines = [line for line in theirs.splitlines() if line.strip() and line not in was]
    notes = "".join(f"# {line.strip()}{three.newline}" for line in lines if not line.lstrip().startswith("#"))
    return notes + text if key != ROOT else text + notes


def _with_texts(found: Document, texts: Mapping[Key, str]) -> Document | None:
    """Return a text with other texts for some of its units."""
    placed = [unit._replace(text=texts.get(unit.key, unit.text)) for unit in units(found)]
    text = joined(placed)
    return proven(text if found.text.endswith("\n") else text.rstrip("\r\n"), near=found)


def _with_lost(found: Document, *, base: Document, ours: Document, theirs: Document) -> Document | None:
    """Return a text with every comment that no side took out; one without a place of its own stands at the end."""
    lost = lost_remarks(base.text, ours.text, theirs.text, result=found.text)
    if not lost:
        return found
    end = "" if found.text.endswith("\n") else found.newline
    return proven(found.text + end + "".join(f"{found.newline}{note}" for note in lost) + found.newline, near=found)


def _anew(base: Document, ours: Document, theirs: Document, *, roadmap: Roadmap) -> Document:
    """Return the whole file written anew, with all comments at its head."""
    notes = [*comments(ours.text), *lost_remarks(base.text, ours.text, theirs.text, result=ours.text)]
    values = _values(base.values, ours.values, theirs.values)
    for table in (*SINGLE, *TABLES):
        records: list[dict[str, Any]] = [plain(record) for record in roadmap.table(table)]
        values[table] = records[0] if table in SINGLE else records
    text = "".join(f"{note}\n" for note in notes) + "\n" * bool(notes)
    text += render.whole({name: value for name, value in values.items() if value != []})
    return document(text.replace("\n", ours.newline), has_bom=ours.has_bom)


def _values(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Return what this program does not know of all sides, by key: theirs where ours has not changed it."""
    found: dict[str, Any] = {}
    for name in dict.fromkeys((*ours, *theirs)):
        is_ours = name not in theirs or not same(ours.get(name), base.get(name))
        value = ours.get(name) if is_ours else theirs[name]
        if value is not None:
            found[name] = value
    return found
