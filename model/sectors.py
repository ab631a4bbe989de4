"""Results by sector as they may be shown: what a file tells of too few answers by mistake is hidden all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.rounds import rounds
from model.survey import FEWEST, Group, is_few

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from model.roadmap import Roadmap
    from model.rounds import Round

COMPARABLE = 30
"""Under so many answers a mean is too unsure to be compared with that of another sector."""


def round_by_sector(roadmap: Roadmap) -> Round | None:
    """Return the latest round that has results by sector; None without one."""
    return next((one for one in reversed(rounds(roadmap)) if one.survey and one.survey.groups), None)


def told(found: Round | None) -> Mapping[tuple[str, str], Group]:
    """Return a round's results by viewpoint and sector; those of too few answers are hidden.

    An import hides them before anything is stored. Where somebody wrote a small group into the file, the next
    smallest ones of the viewpoint are hidden with it until what is left of the whole tells nothing of it.
    """
    groups = found.survey.groups if found and found.survey else ()
    shown: dict[tuple[str, str], Group] = {}
    for viewpoint in dict.fromkeys(group.viewpoint for group in groups):
        whole = found.scores.get(viewpoint) if found else None
        mine = [group for group in groups if group.viewpoint == viewpoint]
        secret = _secret(mine, whole.n if whole else None)
        for group in mine:
            bare = Group(viewpoint=viewpoint, sector=group.sector, hidden=True)
            shown[viewpoint, group.sector] = bare if group.sector in secret else group
    return shown


def _secret(groups: Sequence[Group], whole: int | None) -> Collection[str]:
    """Return the sectors of which nothing may be told; `whole` is how many answered in all."""
    secret = {group.sector for group in groups if group.hidden or is_few(group.n, group.counts)}
    others = sorted((one for one in groups if one.sector not in secret), key=lambda one: (one.n or 0, one.sector))
    while others and _is_revealed(groups, secret, whole):
        secret.add(others.pop(0).sector)
    return secret


def _is_revealed(groups: Sequence[Group], secret: Collection[str], whole: int | None) -> bool:
    """Whether the whole less what is told reveals somebody: a small group that stands alone, or so few at all."""
    hidden = [group for group in groups if group.sector in secret]
    if len(hidden) == 1 and hidden[0].n is not None:
        return True
    counts = [group.n for group in groups if (group.sector in secret) == (whole is None)]
    if None in counts:
        return False
    known = sum(n for n in counts if n is not None)
    return 0 < (known if whole is None else whole - known) < FEWEST
