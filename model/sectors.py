"""Results by sector as they may be shown: what a file tells of too few answers by mistake is hidden all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.sound import LEVELS, Tally
from model.suppression import is_small
from model.survey import FEWEST, Group

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.survey import Survey


def told(survey: Survey) -> Mapping[tuple[str, str], Group]:
    """Return a round's results by viewpoint and sector; those of too few answers are hidden.

    An import hides them before anything is stored. Where somebody wrote a small group into the file, the next
    smallest one of the viewpoint is hidden with it if it would be the only one.
    """
    found = {(group.viewpoint, group.sector): group for group in survey.groups}
    for viewpoint in {group.viewpoint for group in survey.groups if _is_revealing(group)}:
        mine = [group for group in survey.groups if group.viewpoint == viewpoint]
        secret = [group for group in mine if group.hidden or _is_revealing(group)]
        others = sorted(
            (group for group in mine if group not in secret), key=lambda group: (group.n or 0, group.sector)
        )
        for group in (*secret, *(others[:1] if len(secret) == 1 else ())):
            found[viewpoint, group.sector] = Group(viewpoint=viewpoint, sector=group.sector, hidden=True)
    return found


def _is_revealing(group: Group) -> bool:
    """Whether a group that the file does not hide tells how single people answered."""
    if group.hidden:
        return False
    if len(group.counts) == len(LEVELS):
        one, two, three, four, five = group.counts
        return is_small(Tally((one, two, three, four, five)))
    return group.n is not None and group.n < FEWEST
