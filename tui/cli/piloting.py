"""The verbs about pilots and outside services as a whole: pilots, services, end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.cli.call import DONE
from tui.cli.look import remark, unreadable
from tui.cli.speech import complain, say, say_json

if TYPE_CHECKING:
    from tui.cli.call import Call


def pilots(call: Call) -> int:
    """Print how the pilots stand beside how many were planned, each of them, and where those in use live."""
    from exporters.pilots import pilot_lines, pilots_data

    reading = call.reading()
    if reading.roadmap is None:
        return unreadable(call, reading)
    remark(call, reading)
    if call.options.json:
        say_json(pilots_data(reading.roadmap))
    else:
        say(*pilot_lines(reading.roadmap, call.words, today=call.today))
    return DONE


def services(call: Call) -> int:
    """Print the outside services, when each ends, and the open measures that depend on it."""
    from exporters.services import service_lines, services_data

    reading = call.reading()
    if reading.roadmap is None:
        return unreadable(call, reading)
    remark(call, reading)
    if call.options.json:
        say_json(services_data(reading.roadmap, today=call.today))
    else:
        said = service_lines(reading.roadmap, call.words, today=call.today)
        say(*said or (call.words.t("No outside services are recorded."),))
    return DONE


def end(call: Call) -> int:
    """Close the programme; where pilots lack how they go on list them, and raise RefusedError."""
    from model.edits import RefusedError
    from model.pilots import end as ended
    from model.pilots import lacking
    from model.spoken import any_day
    from tui.cli.work import carry_out, opened

    session = opened(call)
    day = any_day(call.options.date) if call.options.date else session.today
    try:
        return carry_out(call, session, partial(ended, day=day))
    except RefusedError as error:
        if error.code == "no-continuation":
            from exporters.show import list_lines

            complain(*list_lines(lacking(session.roadmap), call.words, half=session.half))
        raise
