"""Recording a round of the survey: as of its own day, in a meeting as a § of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters import surveyitem
from model import agenda, meetings, rounds
from model.edits import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.meeting import Item, Meeting
    from model.records import Score
    from model.roadmap import Roadmap
    from model.survey import Survey
    from tui.session import Session


def recorded(roadmap: Roadmap, session: Session, survey: Survey, *, scores: Mapping[str, Score]) -> Roadmap:
    """Return the roadmap with a round more: in a meeting it is the § that waits for it, else the next one.

    Raises RefusedError as `model.rounds.recorded` does.
    """
    meeting, words = session.meeting, session.words
    if meeting is None:
        return rounds.recorded(roadmap, survey, scores)
    heading = words.t(surveyitem.HEADING)
    planned = _planned(meeting, heading)
    number = planned.number if planned else agenda.next_item(meeting)
    stamp = {"meeting": meeting.number, "item": number}
    stamped = {name: score.model_copy(update=stamp) for name, score in scores.items()}
    said = {
        "subjects": (survey.id,),
        "background": surveyitem.background(roadmap, words, survey, scores=scores),
        "outcome": "score",
        "decision": surveyitem.decision(survey, words),
    }
    after = rounds.recorded(roadmap, survey, stamped)
    if planned is None:
        place = Place(session.today, meeting.number, number)
        after = meetings.decide(
            after, place, "score", subjects=(survey.id,), heading=heading, decision=surveyitem.decision(survey, words)
        )
    return agenda.take(after, meeting.number, number, **said)


def _planned(meeting: Meeting, heading: str) -> Item | None:
    """Return the § of the annual clock that waits for the results, or None."""
    same = (one for one in agenda.waiting(meeting) if one.kind == "season" and one.heading == heading)
    return next(same, None)
