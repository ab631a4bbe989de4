"""One § of the minutes: what it was about, what was proposed and said, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.attendance import remarks
from exporters.document import Block, Bullets, Heading, Paragraph, labelled, paragraphs
from exporters.numbering import item_label
from exporters.terms import OUTCOME, capital, word

if TYPE_CHECKING:
    from exporters.attendance import Sitting
    from exporters.public import Section
    from exporters.words import Words
    from model.records import Head


def section(found: Section, sitting: Sitting, head: Head, *, words: Words) -> tuple[Block, ...]:
    """Return a § in the order of time: background, proposal, discussion, who came and went, decision."""
    came = " ".join(remarks(sitting, found.number, words))
    several = len(found.subjects) > 1
    return (
        Heading(2, f"{item_label(head, found.number)} {title(found, words)}"),
        *((Bullets(tuple(f"{subject.id} {subject.title}" for subject in found.subjects)),) if several else ()),
        *_told(words.t("Earlier handling"), found.before),
        *_background(found, words),
        *_told(words.t("Proposal"), found.proposal),
        *_told(words.t("Discussion"), found.discussion),
        *((Paragraph(came),) if came else ()),
        *_decision(found, words),
    )


def title(found: Section, words: Words) -> str:
    """Return the heading; a § about one measure names it by its id, too."""
    if len(found.subjects) != 1:
        return found.heading or words.t("no heading")
    subject = found.subjects[0]
    name = found.heading or subject.title
    return name if subject.id in name else f"{name} ({subject.id})"


def vote(found: str, words: Words) -> str:
    """Return how a decision was voted on as a sentence; nothing where that was not noted."""
    if not found.strip():
        return ""
    if found == "unanimous":
        return words.t("The decision was unanimous.")
    return words.t("Vote: {votes}.", votes=found.replace("-", "–"))


def _told(label: str, text: str) -> tuple[Paragraph, ...]:
    return labelled(label, text) if text.strip() else ()


def _background(found: Section, words: Words) -> tuple[Paragraph, ...]:
    """Return what was told; where nothing was proposed or decided it needs no label."""
    others = (found.proposal, found.discussion, found.decision, found.outcome or "")
    if any(text.strip() for text in others) or not found.is_handled:
        return _told(words.t("Background"), found.background)
    return paragraphs(found.background)


def _decision(found: Section, words: Words) -> tuple[Paragraph, ...]:
    """Return the decision and what belongs to it; a planned § says that it has none yet."""
    if not found.is_handled:
        return (Paragraph(words.t("Not yet handled.")),)
    if found.decision.strip():
        decided = found.decision.strip()
    elif found.outcome:
        decided = f"{capital(word(words, OUTCOME, found.outcome))}."
    elif found.proposal.strip() or not found.background.strip():
        return labelled(words.t("Decision"), words.t("not recorded"))
    else:
        return ()
    nothing = words.t("There is nothing to put into practice.") if found.has_nothing_to_enact else ""
    added = " ".join(text for text in (vote(found.vote, words), nothing) if text)
    return labelled(words.t("Decision"), f"{decided} {added}".strip())
