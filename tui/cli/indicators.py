"""The verbs of the indicators: indicators, indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.indicator import Indicator
from tui.cli.call import DONE
from tui.cli.picturing import draw_indicator, is_asked
from tui.cli.speech import say, say_json, say_text

if TYPE_CHECKING:
    from model.roadmap import Roadmap
    from tui.cli.call import Call


def indicators(call: Call) -> int:
    """Print the indicators, one a line, or one in full; raise NoSuchIdError, AmbiguousIdError."""
    from tui.cli.look import remark, unreadable

    reading = call.reading()
    if reading.roadmap is None:
        return unreadable(call, reading)
    found = _named(reading.roadmap, call.options.id) if call.options.id is not None else None
    remark(call, reading, is_dated=is_asked(call))
    if is_asked(call):
        return draw_indicator(call, reading.roadmap, found)
    if call.options.json:
        _print_data(call, reading.roadmap, found)
    elif found is not None:
        from exporters.indicator_page import indicator_page

        say_text(indicator_page(reading.roadmap, call.words, found, today=call.today))
    else:
        from exporters.indicators import indicator_lines

        told = indicator_lines(reading.roadmap, call.words, today=call.today, only_missing=call.options.missing)
        nothing = (
            call.words.t("No value is missing.") if call.options.missing else call.words.t("There are no indicators.")
        )
        say(*(tuple(told) or (nothing,)))
    return DONE


def give(call: Call) -> int:
    """Give an indicator a value or a target; in a meeting it stands in a §."""
    from model import indicating
    from tui.cli.work import carry_out, opened
    from tui.figuring import Figure, entry_of, recorded

    session = opened(call)
    found = _named(session.roadmap, call.options.id)
    value = indicating.value(found, " ".join(call.options.value))
    entry = entry_of(indicating.period(call.options.period), value, call.option("note"))
    given = Figure(found.id, entry, is_target=bool(call.options.target))
    return carry_out(call, session, lambda roadmap: recorded(roadmap, session, given))


def _print_data(call: Call, roadmap: Roadmap, one: Indicator | None) -> None:
    from exporters.indicator_page import indicator_data
    from model.indicators import readings

    found = readings(roadmap, call.today)
    if one is not None:
        say_json(next(indicator_data(roadmap, of) for of in found if of.indicator is one))
    else:
        say_json([indicator_data(roadmap, of) for of in found if of.is_missing or not call.options.missing])


def _named(roadmap: Roadmap, typed: str) -> Indicator:
    """Return the indicator that is meant by id or title, or by the beginning of either."""
    from tui.cli.ids import indicator_id

    found = roadmap.record("indicators", indicator_id(roadmap, typed))
    assert isinstance(found, Indicator)
    return found
