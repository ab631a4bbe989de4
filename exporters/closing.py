"""What a meeting lacks before it closes, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.numbering import item_label
from exporters.room import vote
from exporters.values import record_name
from exporters.words import N_
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words
    from model.closing import Hole, HoleKind
    from model.meeting import Meeting
    from model.roadmap import Roadmap

HOLES: Mapping[HoleKind, str] = {
    "unhandled": N_("{measure}: no outcome"),
    "undecided": N_("{item}: no decision"),
    "unowned": N_("{item}: nobody and no date for putting it into practice"),
    "task": N_("Task {task}: {lacks}"),
    "attendance": N_("The attendance is not recorded."),
    "chair": N_("The chair is not recorded."),
    "secretary": N_("The secretary is not recorded."),
    "chair-away": N_("The chair is recorded as absent: {chair}"),
    "votes": N_("{item}: more votes than members present ({votes})"),
    "place": N_("The place is not recorded."),
    "figures": N_("Indicators: value missing: {indicators}"),
    "unproposed": N_("{item}: money has been granted; the management team has to approve that it is discontinued"),
    "unfunded": N_("{measure}: started without granted money; it will stand among the remarks"),
}
"""For each kind of hole how it is told."""


def hole_sentence(hole: Hole, roadmap: Roadmap, meeting: Meeting, *, words: Words) -> str:
    """Return what lacks, on one line."""
    item = next((one for one in meeting.items if one.number == hole.item), None)
    task = next((one for one in meeting.actions if one.number == hole.task), None)
    lacking = [] if task is None else _lacking(words, who=task.who, due=task.due)
    data = {
        "measure": f"{one_line(hole.measure)} {record_name(roadmap, 'measures', hole.measure)}",
        "item": f"{item_label(roadmap.head, item.number)} {one_line(item.heading)}".strip() if item else "",
        "task": f"{one_line(meeting.number)}-{hole.task} {one_line(task.task)}" if task else "",
        "chair": record_name(roadmap, "members", meeting.chair),
        "votes": vote(item.vote, words) if item else "",
        "indicators": ", ".join(record_name(roadmap, "indicators", name) for name in hole.indicators),
        "lacks": words.listing(lacking),
    }
    return one_line(words.t(HOLES[hole.kind], **data))


def _lacking(words: Words, *, who: str, due: object) -> list[str]:
    found = () if who.strip() else (words.t("nobody named"),)
    return [*found, *(() if due else (words.t("no date"),))]
