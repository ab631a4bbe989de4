"""The words of what is proposed onwards instead of decided: a move, a drop or a target level for others to approve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.phrases import PHRASES, phrase
from exporters.values import record_name
from exporters.words import N_
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from exporters.words import Words
    from model.approval import Matter
    from model.halfyear import HalfYear
    from model.records import Measure
    from model.roadmap import Roadmap

_WHY: Mapping[Matter, str] = {
    "third-move": N_("{id} has been postponed {n} times already."),
    "beyond-roadmap": N_("{half} is after the roadmap's last half-year, {last}."),
    "granted-money": N_("Money has been granted to {id}."),
}
_PROPOSED = next(number for number, found in enumerate(PHRASES, 1) if found.outcome == "proposed")


def proposal_decision(
    roadmap: Roadmap, words: Words, measure: Measure, *, to: HalfYear | None = None, reason: str = ""
) -> str:
    """Return the decision that proposes to move a measure `to` a half-year or, without one, to discontinue it."""
    if to is None:
        matter = words.t("measure {id} be discontinued", id=one_line(measure.id))
    else:
        matter = words.t(
            "measure {id} be postponed from {from_half} to {to_half}",
            id=one_line(measure.id),
            from_half=words.half(measure.end, "ablative"),
            to_half=words.half(to, "allative"),
        )
    return _proposed(roadmap, words, matter, reason=reason)


def target_decision(roadmap: Roadmap, words: Words, viewpoint: str, *, level: Decimal, reason: str = "") -> str:
    """Return the decision that proposes a viewpoint's target level."""
    name = record_name(roadmap, "viewpoints", viewpoint)
    matter = words.t("the target level of the viewpoint {name} be {level}", name=name, level=words.level(level))
    return _proposed(roadmap, words, matter, reason=reason)


def matter_sentence(words: Words, matter: Matter, **data: object) -> str:
    """Return why something has to be approved above the team; `data` are `id`, `n` postponements, `half`, `last`."""
    return words.t(_WHY[matter], **data)


def propose_label(roadmap: Roadmap, words: Words) -> str:
    """Return how the choice to propose onwards reads: to the management team, or to whom the roadmap says."""
    body = one_line(roadmap.head.approver)
    return words.t("Propose onwards ({body})", body=body) if body else words.t("Propose to the management team")


def _proposed(roadmap: Roadmap, words: Words, matter: str, *, reason: str) -> str:
    said = phrase(words, _PROPOSED, matter, approver=one_line(roadmap.head.approver))[1]
    return f"{said} {words.t('Reason: {text}', text=one_line(reason).rstrip('.'))}." if reason.strip() else said
