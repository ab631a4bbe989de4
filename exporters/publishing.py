"""What of a meeting may be published, taken out of the roadmap: all of it, or what concerns one branch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters.attendance import shown_member, sitting
from exporters.public import PublicMeasure, PublicMeeting, Rating, Section, Situation, Step, Task
from exporters.recognised import recognised
from exporters.values import record_name
from model.closing import begun_unfunded
from model.levels import levels
from model.meetings import undecided
from model.minuting import is_locked
from model.standing import counts, latest_meeting, standing, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from model.meeting import Action, Item, ItemKind, Meeting
    from model.records import Measure
    from model.roadmap import Roadmap

_FRAME: frozenset[ItemKind] = frozenset({"opening", "quorum", "agenda", "next", "closing"})
"""The kinds of § that every branch's extract has."""


def public_meeting(roadmap: Roadmap, meeting: Meeting, *, sector: str = "") -> PublicMeeting:
    """Return what may be published of a meeting; with `sector`, its id, only what concerns that branch."""
    view = _View(roadmap, meeting, sector)
    sections = view.sections
    return PublicMeeting(
        organisation=roadmap.head.organisation,
        team=roadmap.head.team,
        sample=roadmap.head.sample,
        number=meeting.number,
        date=meeting.date,
        place=meeting.place,
        chair=shown_member(roadmap, meeting, meeting.chair),
        secretary=shown_member(roadmap, meeting, meeting.secretary),
        case=meeting.case,
        publicity=meeting.publicity,
        state=meeting.state,
        checked=Step(meeting.checked, meeting.checked_by) if meeting.checked else None,
        published=Step(meeting.published, meeting.published_to) if meeting.published else None,
        reopenings=tuple(Step(reopening.date, reopening.reason) for reopening in meeting.reopenings),
        opened=meeting.opened,
        closed=meeting.closed,
        sitting=sitting(roadmap, meeting),
        sections=sections,
        total=len(meeting.items),
        branch=record_name(roadmap, "sectors", sector) if sector else "",
        tasks=view.tasks(sections),
        ratings=() if sector else _ratings(roadmap, meeting),
        unfunded=view.measures(begun_unfunded(roadmap, meeting)),
        situation=view.situation,
    )


def public_measure(roadmap: Roadmap, measure: Measure) -> PublicMeasure:
    """Return what may be published of a measure; a member who answers for it is told by role."""
    who = record_name(roadmap, "members", measure.responsible)
    return PublicMeasure(
        measure.id,
        measure.title,
        who,
        start=measure.start,
        end=measure.end,
        status=measure.status,
        kind=measure.kind,
        is_learnt=measure.is_learnt,
    )


class _View(NamedTuple):
    """A meeting as a branch sees it, or all of it."""

    roadmap: Roadmap
    meeting: Meeting
    sector: str

    def measures(self, measures: Iterable[Measure]) -> tuple[PublicMeasure, ...]:
        return tuple(public_measure(self.roadmap, measure) for measure in measures if self.concerns(measure))

    def concerns(self, measure: Measure) -> bool:
        return not self.sector or self.sector in measure.sectors

    @property
    def sections(self) -> tuple[Section, ...]:
        items = sorted(self.meeting.items, key=lambda item: item.number)
        return tuple(_section(self.roadmap, item) for item in items if self.has(item))

    def has(self, item: Item) -> bool:
        """Whether a § is shown: a branch sees the frame, what is about its measures and what its people do."""
        if not self.sector or item.number in self.frame:
            return True
        about = any(m.id in item.subjects and self.concerns(m) for m in self.roadmap.measures)
        return about or any(action.item == item.number and self.does(action) for action in self.meeting.actions)

    @property
    def frame(self) -> frozenset[int]:
        """The numbers of the §§ that every meeting has, known by their headings where they have no kind."""
        found = recognised(self.roadmap).meeting(self.meeting.number)
        return frozenset(item.number for item in found.items if item.kind in _FRAME)

    def does(self, action: Action) -> bool:
        return any(m.id == action.who and m.sector == self.sector for m in self.roadmap.members)

    def tasks(self, sections: Iterable[Section]) -> tuple[Task, ...]:
        shown = {section.number: section for section in sections}
        return tuple(
            _task(self.roadmap, self.meeting, action, section=shown.get(action.item or 0))
            for action in self.meeting.actions
            if not self.sector or action.item in shown or self.does(action)
        )

    @property
    def situation(self) -> Situation | None:
        latest = latest_meeting(self.roadmap)
        if latest is None or latest.number != self.meeting.number or is_locked(self.meeting):
            return None
        half = self.roadmap.head.step.containing(self.meeting.date)
        left = {m.id for m in walk(self.roadmap, half, self.meeting).left} | set(undecided(self.roadmap, self.meeting))
        return Situation(
            {} if self.sector else counts(self.roadmap),
            late=self.measures(standing(self.roadmap, half).late),
            left=self.measures(m for m in self.roadmap.measures if m.id in left),
        )


def _section(roadmap: Roadmap, item: Item) -> Section:
    return Section(
        item.number,
        kind=item.kind,
        is_handled=item.is_handled,
        heading=item.heading,
        subjects=tuple(public_measure(roadmap, m) for m in roadmap.measures if m.id in item.subjects),
        before=item.origin if "§" in item.origin else "",
        background=item.background,
        proposal=item.proposal,
        discussion=item.discussion,
        outcome=item.outcome,
        decision=item.decision,
        vote=item.vote,
        has_nothing_to_enact=item.enactment == "none",
    )


def _task(roadmap: Roadmap, meeting: Meeting, action: Action, *, section: Section | None) -> Task:
    who = record_name(roadmap, "members", action.who)
    measure = next((public_measure(roadmap, m) for m in roadmap.measures if m.id == action.subject), None)
    name = f"{meeting.number}-{action.number}"
    return Task(name, action.task, who, due=action.due, section=section, measure=measure)


def _ratings(roadmap: Roadmap, meeting: Meeting) -> tuple[Rating, ...]:
    found: list[Rating] = []
    for viewpoint in roadmap.viewpoints:
        given = [score for score in viewpoint.scores if score.meeting == meeting.number]
        others = tuple(score for score in viewpoint.scores if score not in given and score.date <= meeting.date)
        targets = tuple(target for target in viewpoint.targets if target.date <= meeting.date)
        before = levels(viewpoint.model_copy(update={"scores": others, "targets": targets}))
        was = before.current.value if before.current else None
        target = before.target.value if before.target else None
        name = viewpoint.called
        found.extend(
            Rating(name, was, score.value, basis=score.basis, target=target, reason=score.note) for score in given
        )
    return tuple(found)
