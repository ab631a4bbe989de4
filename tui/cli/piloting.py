"""The verbs about pilots and outside services as a whole: pilots, services, end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.cli.call import DONE
from tui.cli.look import remark, unreadable
from tui.cli.speech import complain, say, say_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from model.roadmap import Roadmap
    from tui.cli.call import Call


def pilots(call: Call) -> int:
    """Print how the pilots stand beside how many were planned, each of them, and where those in use live."""
    from exporters.pilots import pilot_lines, pilots_data

    return _printed(call, pilots_data, lambda roadmap: pilot_lines(roadmap, call.words, today=call.today))


def services(call: Call) -> int:
    """Print the outside services, when each ends, and the open measures that depend on it."""
    from exporters.services import service_lines, services_data

    def told(roadmap: Roadmap) -> Iterable[str]:
        said = service_lines(roadmap, call.words, today=call.today)
        return said or (call.words.t("No outside services are recorded."),)

    return _printed(call, partial(services_data, today=call.today), told)


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


def _printed(call: Call, data: Callable[[Roadmap], object], lines: Callable[[Roadmap], Iterable[str]]) -> int:
    """Print what a roadmap tells, as JSON when that is asked for, else line by line."""
    reading = call.reading()
    if reading.roadmap is None:
        return unreadable(call, reading)
    remark(call, reading)
    if call.options.json:
        say_json(data(reading.roadmap))
    else:
        say(*lines(reading.roadmap))
    return DONE
