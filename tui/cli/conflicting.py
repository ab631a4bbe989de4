"""The verb conflicts: what two people made of one thing, and which of the two shall stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.cli.call import DONE
from tui.cli.errors import MisusedError
from tui.cli.look import remark_past
from tui.cli.speech import say, say_json

if TYPE_CHECKING:
    from tui.cli.call import Call


def conflicts(call: Call) -> int:
    """List the open conflicts, or settle one."""
    if not call.options.what:
        return _listed(call)
    if not call.options.conflict or not call.options.side:
        raise MisusedError(call.words.t("settle needs a conflict and a side: settle R1 ours"), verb="conflicts")
    return _settled(call)


def _listed(call: Call) -> int:
    from exporters.settling import conflict_data, conflict_lines
    from exporters.unsettled import waiting
    from tui.keeper import UnreadableError

    reading = call.reading()
    if reading.roadmap is None:
        raise UnreadableError(call.path, reading.problems)
    remark_past(call)
    found = reading.roadmap.conflicts
    if call.options.json:
        say_json(conflict_data(found, call.words, reading.roadmap))
    elif found:
        say(*conflict_lines(found, call.words, reading.roadmap))
        say(waiting(len(found), call.words))
        say(call.words.t("Settle: {command}", command=f"tiekartta conflicts settle {found[0].id} ours|theirs|base|now"))
    else:
        say(call.words.t("No conflict is open."))
    return DONE


def _settled(call: Call) -> int:
    from model.conflicts import settled
    from tui.cli.work import carry_out, opened

    edit = partial(settled, conflict=call.options.conflict.upper(), side=call.options.side)
    return carry_out(call, opened(call), edit)
