"""Who approved the roadmap, and who its changes: a line for the front page of every export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.approved import approved_end, approved_on
from model.records import Measure
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from exporters.words import Words
    from model.record import Record
    from model.records import Approval
    from model.roadmap import Roadmap


def approved_line(roadmap: Roadmap, words: Words, *, day: date | None = None) -> str:
    """Return who approved the roadmap and who the latest changes to it, as known on a day; empty for nobody.

    `Tiekartan hyväksynyt: Kaupunginhallitus 9.12.2024 § 318. Muutokset hyväksynyt: Johtoryhmä 9.12.2025 § 94.`
    """
    known = [one for one in roadmap.approvals if day is None or one.date <= day]
    whole = _latest([one for one in known if one.of == "roadmap"])
    changes = _latest([one for one in known if one.of == "changes" and (whole is None or one.date >= whole.date)])
    said = []
    if whole:
        said.append(words.t("Roadmap approved by: {who}.", who=approval_name(whole, words)))
    if changes:
        said.append(words.t("Changes approved by: {who}.", who=approval_name(changes, words)))
    return " ".join(said)


def approved_end_text(roadmap: Roadmap, words: Words, record: Record) -> str:
    """Return the half-year in which a measure was to end when it was approved; empty where it still is."""
    end = approved_end(record, approved_on(roadmap)) if isinstance(record, Measure) else None
    return words.t("approved: {half}", half=words.half(end)) if end else ""


def approval_name(approval: Approval, words: Words) -> str:
    """Return an approval by its body, day and §: `Johtoryhmä 9.12.2025 § 94`."""
    parts = (one_line(approval.body), words.date(approval.date), one_line(approval.section))
    return " ".join(part for part in parts if part)


def _latest(approvals: Sequence[Approval]) -> Approval | None:
    return max(reversed(approvals), key=lambda one: one.date, default=None)
