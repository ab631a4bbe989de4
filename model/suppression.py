"""What is told of small groups: nothing, and nothing from which it could be worked out.

Under five answers a group is hidden. As the whole is told, so must be hidden whatever its difference from what is
told would reveal: if hidden groups are few, the next smallest is hidden with them. Answers that all agree tell what
each answered, so a group of under ten of them is hidden, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.levels import is_shown
from model.records import Score
from model.sound import Tally
from model.survey import FIGURES, Group, is_few

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from model.record import Record


def is_small(tally: Tally) -> bool:
    """Whether nothing may be told of these answers."""
    return is_few(tally.n, tally.counts)


def secret_fields(record: Record) -> frozenset[str]:
    """Return the fields of a record that are not told of it by itself.

    What a sector answered is told only among the others of its round: `model.sectors` knows from which of them a
    small one could be worked out.
    """
    is_secret = isinstance(record, Group) or (isinstance(record, Score) and not is_shown(record))
    return FIGURES if is_secret else frozenset()


def hidden(groups: Mapping[str, Tally], *, rest: Tally | None = None) -> frozenset[str]:
    """Return the groups of which nothing may be told, when the whole is told.

    `rest` are answers that belong to the whole and to no group: who did not say where they work. They are never told,
    but can be worked out like a hidden group.
    """
    rest = rest or Tally()
    chosen = {name for name, tally in groups.items() if is_small(tally)}
    others = sorted(groups.keys() - chosen, key=lambda name: (groups[name].n, name))
    while others and _is_revealed(groups, chosen, rest):
        chosen.add(others.pop(0))
    return frozenset(chosen)


def _is_revealed(groups: Mapping[str, Tally], chosen: Collection[str], rest: Tally) -> bool:
    """Whether the whole less what is told reveals a small group."""
    parts = [tally for tally in (*(groups[name] for name in chosen), rest) if tally.n or tally.dont_know]
    if not parts:
        return False
    together = sum(parts, Tally())
    return is_small(together) or (len(parts) == 1 and parts[0] is not rest)
