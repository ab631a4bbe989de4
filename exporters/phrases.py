"""The set phrases of decisions by number: what the room says in a word, the minutes say in a sentence.

A decision is in the past passive, a proposal in the present passive, as municipal minutes have them. After a
passive the object stands in the nominative, so the words that are typed go in as they are said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters.words import N_

if TYPE_CHECKING:
    from exporters.words import Words
    from model.meeting import Outcome


class Phrase(NamedTuple):
    """One set phrase: its outcome, its sentence alone and with what was typed, and how a proposal says it."""

    outcome: Outcome
    sentence: str
    with_text: str
    proposal: str = ""
    needs_text: bool = False
    """Whether the sentence says nothing without words of its own."""


_ADDED = "{sentence} {text}"

PHRASES: tuple[Phrase, ...] = (
    Phrase("approved", N_("Approved as proposed."), N_("Approved: {text}."), N_("To be approved.")),
    Phrase("noted", N_("Noted for information."), _ADDED, N_("To be noted for information.")),
    Phrase(
        "agreed",
        N_("It was agreed to proceed as proposed."),
        N_("It was agreed that {text}."),
        N_("To be agreed."),
        needs_text=True,
    ),
    Phrase("decided", N_("Decided as proposed."), N_("It was decided: {text}."), N_("To be decided."), needs_text=True),
    Phrase(
        "proposed",
        N_("It was decided to propose the matter to the management team."),
        N_("It was decided to propose to the management team that {text}."),
        N_("To be proposed to the management team."),
        needs_text=True,
    ),
    Phrase(
        "returned",
        N_("The matter was returned for preparation."),
        _ADDED,
        N_("To be returned for preparation."),
    ),
    Phrase("tabled", N_("The matter was left on the table."), _ADDED, N_("To be left on the table.")),
    Phrase(
        "appointed", N_("Appointed as proposed."), N_("Appointed: {text}."), N_("To be appointed."), needs_text=True
    ),
    Phrase("nothing", N_("There was no other business."), _ADDED),
)
"""The set phrases in the order of their numbers: the first is number 1."""

WITHDRAWN = N_("The matter was removed from the agenda.")
_UNDECIDED = N_("The matter was not handled.")


def phrase(words: Words, index: int, text: str = "", *, approver: str = "") -> tuple[Outcome, str]:
    """Return the outcome and the decision of a set phrase by its number (1 is the first), with what was typed.

    `approver` is whom the team proposes to, where that is not the management team. Raises IndexError.
    """
    found = PHRASES[index - 1] if index > 0 else PHRASES[len(PHRASES)]
    said = text.strip().rstrip(".")
    if found.outcome == "proposed" and approver.strip():
        return found.outcome, _proposed(words, said, approver.strip())
    if not said:
        return found.outcome, words.t(found.sentence)
    if found.with_text == _ADDED:
        return found.outcome, f"{words.t(found.sentence)} {_sentence(text)}"
    return found.outcome, words.t(found.with_text, text=said)


def proposal(words: Words, index: int) -> str:
    """Return the proposal that leads to a set phrase by its number; empty where none does."""
    found = PHRASES[index - 1]
    return words.t(found.proposal) if found.proposal else ""


def bare(words: Words, outcome: Outcome) -> str:
    """Return the decision of an outcome without words of its own."""
    if outcome == "withdrawn":
        return withdrawn(words)
    return next((words.t(found.sentence) for found in PHRASES if found.outcome == outcome), words.t(_UNDECIDED))


def withdrawn(words: Words) -> str:
    """Return the decision of a § that was taken off the agenda in the meeting."""
    return words.t(WITHDRAWN)


def _proposed(words: Words, text: str, approver: str) -> str:
    if not text:
        return words.t("It was decided to propose the matter onwards ({approver}).", approver=approver)
    return words.t("It was decided to propose that {text} ({approver}).", text=text, approver=approver)


def _sentence(text: str) -> str:
    said = text.strip()
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."
