"""The verb maturity: the levels as a picture, or as data. It loads neither git nor the writer of the file."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from tui.cli.call import DONE
from tui.cli.errors import MisusedError
from tui.cli.look import past_line, remark, unreadable
from tui.cli.picturing import draw_maturity, is_asked
from tui.cli.speech import say, say_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.pictures.line import Picture
    from model.roadmap import Roadmap
    from tui.cli.call import Call

_NARROWEST, _WIDEST = 60, 400
_USUAL = 80


def maturity(call: Call) -> int:
    """Print a picture of the levels, or all that is known of them as JSON."""
    reading = call.reading()
    if reading.roadmap is None:
        return unreadable(call, reading)
    width = _width(call)
    remark(call, reading, is_dated=not call.options.json)
    if is_asked(call):
        return draw_maturity(call, reading.roadmap)
    if call.options.json:
        from exporters.maturity_data import maturity_data

        say_json(maturity_data(reading.roadmap, today=call.today))
    else:
        say(*_lines(call, reading.roadmap, width))
    return DONE


def _lines(call: Call, roadmap: Roadmap, width: int) -> Iterator[str]:
    """Yield the picture under a heading: as of when it is, that it is invented where it is."""
    from exporters.pictures.line import text
    from exporters.pictures.views import TITLES
    from model.text import one_line

    view = _view(call)
    yield from filter(None, [past_line(call, call.words)])
    yield f"{one_line(roadmap.head.title)}, {one_line(roadmap.head.organisation)}: {call.words.t(TITLES[view])}"
    if roadmap.head.sample:
        yield call.words.t("SAMPLE: the contents are invented.")
    yield ""
    if not roadmap.viewpoints:
        yield call.words.t("There are no viewpoints.")
    else:
        yield from text(_picture(call, roadmap, view, width=width))


def _picture(call: Call, roadmap: Roadmap, view: str, *, width: int) -> Picture:
    from exporters.pictures.views import picture
    from model.halfyear import HalfYear

    return picture(view, roadmap, call.words, width=width, now=HalfYear.containing(call.today))


def _view(call: Call) -> str:
    """Return which picture was asked for; raise MisusedError for more than one."""
    asked = [name for name in ("trend", "heat", "blind_spots") if getattr(call.options, name)]
    if len(asked) > 1:
        raise MisusedError(call.words.t("one picture at a time"), verb="maturity")
    return asked[0] if asked else "dumbbells"


def _width(call: Call) -> int:
    """Return how many columns a picture may take: as asked, else as the terminal has; raise MisusedError."""
    typed = call.option("width")
    if not typed:
        columns = shutil.get_terminal_size((_USUAL, 0)).columns if sys.stdout.isatty() else _USUAL
        return max(_NARROWEST, min(columns, _WIDEST))
    if typed.isdecimal() and _NARROWEST <= int(typed) <= _WIDEST:
        return int(typed)
    said = call.words.t("--width is a number from {least} to {most}", least=_NARROWEST, most=_WIDEST)
    raise MisusedError(said, verb="maturity")
