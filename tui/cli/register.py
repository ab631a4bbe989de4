"""The verbs that look at what was decided in all meetings, and mark tasks done: decisions, actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters.recognised import recognised
from model.register import actions as all_actions
from model.register import decisions as all_decisions
from model.register import fitting
from tui.cli.call import DONE
from tui.cli.errors import MisusedError
from tui.cli.look import remark, unreadable
from tui.cli.speech import say, say_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Literal

    from model.meeting import Enactment
    from model.roadmap import Roadmap
    from tui.cli.call import Call

_ENACTMENTS: dict[str, Enactment | None] = {
    "done": "done",
    "under-way": "under-way",
    "open": "open",
    "none": "none",
    "computed": None,
}
_STATES: dict[str, Literal["open", "done", "dropped"]] = {"open": "open", "done": "done", "drop": "dropped"}


def decisions(call: Call) -> int:
    """Print the decisions that fit all options, the latest meeting first; formalities when they are asked for.

    Or record how far decisions have been put into practice.
    """
    if call.options.what:
        return _enact(call)
    if call.options.places:
        raise MisusedError(call.words.t("Say how far the decisions are, such as done"), verb="decisions")
    reading = call.reading()
    if reading.roadmap is None:
        return unreadable(call, reading)
    remark(call, reading)
    found = fitting(
        all_decisions(recognised(reading.roadmap)),
        query=call.option("search"),
        sector=_sector(call, reading.roadmap),
        meeting=call.option("meeting"),
        open_only=call.options.open,
    )
    if not (call.options.all or call.options.search):
        found = tuple(entry for entry in found if not entry.is_formality)
    if call.options.json:
        from exporters.data import decision_data

        say_json(decision_data(found))
    else:
        from exporters.register import decision_lines

        say(*decision_lines(found, call.words) or (call.words.t("No such decisions."),))
    return DONE


def actions(call: Call) -> int:
    """Print the tasks that fit all options; or mark tasks done, open again or lapsed."""
    if call.options.what:
        return _mark(call)
    if call.options.ids:
        raise MisusedError(call.words.t("Say what becomes of the tasks: done, open or drop"), verb="actions")
    reading = call.reading()
    if reading.roadmap is None:
        return unreadable(call, reading)
    remark(call, reading)
    found = fitting(
        all_actions(reading.roadmap),
        query=call.option("search"),
        sector=_sector(call, reading.roadmap),
        meeting=call.option("meeting"),
        owner=call.option("owner"),
        open_only=call.options.open,
    )
    if call.options.json:
        from exporters.data import action_data

        say_json(action_data(found, reading.roadmap, today=call.today))
    else:
        from exporters.register import action_lines

        said = action_lines(found, call.words, reading.roadmap, today=call.today)
        say(*said or (call.words.t("No such tasks."),))
    return DONE


def _enact(call: Call) -> int:
    """Record how far decisions have been put into practice, as one decision; raise NoSuchIdError."""
    from model.enactment import enact
    from tui.cli.ids import decision_places
    from tui.cli.work import carry_out, opened

    if not call.options.places:
        raise MisusedError(call.words.t("Name the decisions, such as {example}", example="3/2026§5"), verb="decisions")
    session = opened(call)
    places = decision_places(session.roadmap, call.options.places)
    edit = partial(enact, state=_ENACTMENTS[call.options.what], day=session.today)
    return carry_out(call, session, partial(_at_all, places=places, edit=edit))


def _mark(call: Call) -> int:
    """Set the state of tasks as one decision; raise NoSuchIdError."""
    from model.agenda import set_action
    from tui.cli.ids import action_places
    from tui.cli.work import carry_out, opened

    if not call.options.ids:
        raise MisusedError(call.words.t("Name the tasks, such as {example}", example="3/2026-2"), verb="actions")
    session = opened(call)
    places = action_places(session.roadmap, call.options.ids)
    edit = partial(set_action, state=_STATES[call.options.what], day=session.today)
    return carry_out(call, session, partial(_at_all, places=places, edit=edit))


def _at_all(
    roadmap: Roadmap, *, places: Iterable[tuple[str, int]], edit: Callable[[Roadmap, str, int], Roadmap]
) -> Roadmap:
    """Make an edit at several numbered places of meetings."""
    for meeting, number in places:
        roadmap = edit(roadmap, meeting, number)
    return roadmap


def _sector(call: Call, roadmap: Roadmap) -> str:
    """Return the id of the branch that was asked for; empty when none was."""
    if not call.options.sector:
        return ""
    from tui.cli.ids import sector_id

    return sector_id(roadmap, call.options.sector)
