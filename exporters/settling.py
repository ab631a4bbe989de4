"""The list of open conflicts: each with its values under the names of those who made them, and which one holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from exporters.conflicts import BOTH, conflict_place, conflict_sentence, is_secret, maker, side_value
from exporters.data import json_value
from exporters.values import record_name
from model.conflicts import GONE, Side, is_overtaken, value_at
from model.merging.exact import exactly
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.words import Words
    from model.conflict import Conflict
    from model.roadmap import Roadmap

_LONG = 200


@dataclass(frozen=True, slots=True)
class Told:
    """One of the values of a conflict."""

    side: Side
    who: str
    """Whose it is: `tiedostossa`, `Aino Malli`, `ennen kumpaakin`."""
    value: str
    holds: bool = False
    """Whether it stands in the roadmap now."""


def heading(conflict: Conflict, words: Words, roadmap: Roadmap) -> str:
    """Return what a conflict is about, with the name of its record: `T07, tila – Tekoälyn pelisäännöt`."""
    place = conflict_place(conflict, words, roadmap)
    name = record_name(roadmap, conflict.table, conflict.record) if conflict.record else ""
    return place if not name or name in place else f"{place} – {name}"


def sides(conflict: Conflict, words: Words, roadmap: Roadmap) -> tuple[Told, ...]:
    """Return the values that a conflict can be settled on: ours, theirs, what was before, and what is there by now."""
    now = value_at(roadmap, conflict)
    overtaken = now is GONE or is_overtaken(roadmap, conflict)

    def told(side: Side, who: str, of: object) -> Told:
        shown = side_value(conflict, side, words, roadmap=roadmap, limit=_LONG)
        # A value that one of the two left as it was stands as theirs.
        is_said = side == "base" and any(exactly(of, one) for one in (conflict.ours, conflict.theirs))
        return Told(side, who, shown, holds=not overtaken and not is_said and exactly(of, now))

    known = [
        told("ours", maker(conflict, "ours", words), conflict.ours),
        told("theirs", maker(conflict, "theirs", words), conflict.theirs),
        told("base", words.t("before both"), conflict.base),
    ]
    if now is GONE:
        known.append(Told("now", words.t("there now"), words.t("removed"), holds=True))
    elif overtaken:
        shown = side_value(conflict, "now", words, roadmap=roadmap, limit=_LONG)
        known.append(Told("now", words.t("there now"), shown, holds=True))
    return tuple(known)


def conflict_lines(conflicts: Iterable[Conflict], words: Words, roadmap: Roadmap) -> tuple[str, ...]:
    """Return the conflicts as plain lines: what each is about, and below it the sides."""
    lines: list[str] = []
    for conflict in conflicts:
        when = f" ({words.date(conflict.date)})" if conflict.date else ""
        lines.append(f"{one_line(conflict.id)}  {heading(conflict, words, roadmap)}{when}")
        lines += (f"    {_side(told, words)}" for told in sides(conflict, words, roadmap))
    return tuple(lines)


def conflict_data(conflicts: Iterable[Conflict], words: Words, roadmap: Roadmap) -> list[dict[str, Any]]:
    """Return the conflicts for scripts, with the sides as they are told and as they stand in the file."""
    return [
        {
            **_stored(conflict, roadmap),
            "about": conflict_place(conflict, words, roadmap),
            "sentence": conflict_sentence(conflict, words, roadmap),
            "sides": [
                {"side": told.side, "by": told.who, "value": told.value, "holds": told.holds}
                for told in sides(conflict, words, roadmap)
            ],
        }
        for conflict in conflicts
    ]


def _stored(conflict: Conflict, roadmap: Roadmap) -> dict[str, Any]:
    """Return a conflict as the file has it, without what small groups answered."""
    known = {name: json_value(part) for name, part in conflict.model_dump().items()}
    if is_secret(conflict, roadmap):
        return {name: None if name in {"base", *BOTH} else part for name, part in known.items()}
    if conflict.table != "surveys":
        return known
    return {
        name: {key: of for key, of in part.items() if key != "groups"} if isinstance(part, dict) else part
        for name, part in known.items()
    }


def _side(told: Told, words: Words) -> str:
    holds = f" ({words.t('stands now')})" if told.holds else ""
    return f"{told.side:<6}  {told.who}: {told.value}{holds}"
