"""What a proposal suggests for the decision: a set phrase by its number, and the words that go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters.phrases import PHRASES, proposal
from exporters.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words
    from model.meeting import Item, ItemKind, Outcome
    from model.records import Head

_USUAL: Mapping[ItemKind | None, Outcome] = {
    "quorum": "noted",
    "agenda": "approved",
    "previous": "approved",
    "status": "noted",
    "other": "nothing",
    "next": "agreed",
}
"""The outcome of the §§ that every meeting has, where no proposal says another one."""
_ONWARDS, _THAT = N_("It is proposed that {approver} {does}."), N_("it {does}")
"""How something is proposed onwards, and what of it follows `It was decided to propose that`."""
_REST = "…"


class Suggestion(NamedTuple):
    """A set phrase by its number (1 is the first), and its words."""

    number: int
    text: str = ""


def suggested(head: Head, words: Words, item: Item) -> Suggestion:
    """Return what the proposal of a § suggests, else what is usual for its kind."""
    said = item.proposal.strip()
    for index in range(1, len(PHRASES) + 1):
        if said and said == proposal(words, index):
            return Suggestion(index)
    if text := _onwards(head, words, said):
        return Suggestion(_number("proposed"), text)
    return Suggestion(_number(_USUAL.get(item.kind) or ("approved" if said else "noted")))


def _onwards(head: Head, words: Words, said: str) -> str:
    """Return what is proposed to somebody else, as the decision goes on with it; empty where nothing is."""
    approver = head.approver.strip() or words.t("the management team")
    begins, _, _ = words.t(_ONWARDS, approver=approver, does=_REST).partition(_REST)
    return words.t(_THAT, does=said.removeprefix(begins).rstrip(".")) if said.startswith(begins) else ""


def _number(outcome: Outcome) -> int:
    return next(number for number, found in enumerate(PHRASES, 1) if found.outcome == outcome)
