"""The § on the measures that start: which of them start now is ticked, and the decision says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.phrases import bare
from exporters.starting import started
from model import agenda, edits
from model.edits import Place
from model.records import Measure
from tui.finding import found_again
from tui.handling import settle
from tui.outcomes import unfunded_remarks
from tui.pace import paced
from tui.prompts import Choice
from tui.prompts.tick import Tick

if TYPE_CHECKING:
    from datetime import date

    from model.meeting import Item, Meeting
    from model.roadmap import Roadmap
    from tui.app import Tiekartta


def waiting(roadmap: Roadmap, item: Item) -> tuple[Measure, ...]:
    """Return the measures of a § that have not been started."""
    found = (roadmap.find("measures", subject) for subject in item.subjects)
    return tuple(one for one in found if isinstance(one, Measure) and one.status == "planned")


async def start(app: Tiekartta, meeting: Meeting, item: Item) -> None:
    """Ask which measures start now and decide it in their §; that money has not been granted is told."""
    words, session = app.words, app.session
    choices = [Choice(f"{one.id} {one.title}", one.id) for one in waiting(session.roadmap, item)]
    question = words.t("Which measures start now? (Enter without a tick: noted for information)")
    chosen = await app.push_screen_wait(Tick(question, choices, about=item.background))
    if chosen is None:
        return
    remarks = unfunded_remarks(session, chosen, words)
    decision = started(session.words, chosen) if chosen else bare(session.words, "noted")
    fields = {"day": session.today, "measures": chosen, "decision": decision}
    if app.decide(paced(session, found_again(_started, meeting.number, item, **fields))):
        if remarks:
            app.say(" ".join(remarks))
        await settle(app, meeting.number, item, matter=decision)


def _started(
    roadmap: Roadmap, number: str, item: int, *, day: date, measures: tuple[str, ...], decision: str
) -> Roadmap:
    for measure in measures:
        roadmap = edits.start(roadmap, measure, Place(day, number, item))
    outcome = "decided" if measures else "noted"
    return agenda.take(roadmap, number, item, outcome=outcome, decision=decision)
