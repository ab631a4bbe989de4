"""Pictures in files, as SVG and as PNG, for the verbs that show figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from exporters.document import Drawing
from exporters.words import Words
from tui.cli.call import DONE, REFUSED
from tui.cli.errors import MisusedError
from tui.cli.giving import STANDARD_OUTPUT
from tui.cli.look import past_line
from tui.cli.speech import complain, say, say_text

if TYPE_CHECKING:
    from exporters.document import Document
    from exporters.svg.kinds import Kind
    from exporters.svg.picture import Picture
    from model.indicator import Indicator
    from model.roadmap import Roadmap
    from tui.cli.call import Call


def is_asked(call: Call) -> bool:
    """Whether a picture was asked for in a file; raise MisusedError where one was chosen and no file named."""
    is_named = bool(call.option("svg") or call.option("png"))
    if not is_named and getattr(call.options, "picture", None):
        raise MisusedError(call.words.t("--picture is drawn into a file; name it with --svg or --png"), verb="maturity")
    return is_named


def draw_maturity(call: Call, roadmap: Roadmap) -> int:
    """Draw a picture of the levels into the files that were named; raise MisusedError, SaveError."""
    from exporters.svg.kinds import PICTURES

    kind = _kind(call)
    words = Words.of(roadmap.head, call.language)
    return _given(call, PICTURES[kind](roadmap, words, note=past_line(call, words)), verb="maturity")


def draw_indicator(call: Call, roadmap: Roadmap, indicator: Indicator | None) -> int:
    """Draw an indicator into the files that were named; raise MisusedError where none is, SaveError."""
    from exporters.svg.indicator import indicator_picture

    if indicator is None or call.options.json:
        raise MisusedError(call.words.t("a picture is of one indicator; name it"), verb="indicators")
    words = Words.of(roadmap.head, call.language)
    picture = indicator_picture(roadmap, indicator.id, words, today=call.today, note=past_line(call, words))
    return _given(call, picture, verb="indicators")


def remark_undrawn(call: Call, document: Document) -> None:
    """Say that a Word file is without its pictures, where it has some and they cannot be drawn here."""
    if not any(isinstance(block, Drawing) for block in document.blocks):
        return
    from exporters.svg.png import is_able

    if not is_able():
        said = call.words.t("The Word file has tables in place of its pictures; they need the addition tiekartta[png].")
        complain(said)


def _kind(call: Call) -> Kind:
    """Return which picture was asked for, by its name or by the view that was asked for; raise MisusedError."""
    options = call.options
    if options.json or options.blind_spots:
        said = call.words.t("this view has no picture for a file; choose one with --picture")
        raise MisusedError(said, verb="maturity")
    view: Kind = "trend" if options.trend else "heat" if options.heat else "dumbbell"
    found: Kind = call.option("picture", view)
    return found


def _given(call: Call, picture: Picture, *, verb: str) -> int:
    """Write the picture in the forms that were asked for; where a PNG cannot be made nothing is written."""
    from exporters.svg.png import NoLettersError, NoRendererError, png

    for form, other in (("svg", ".png"), ("png", ".svg")):
        if Path(name := call.option(form)).suffix.lower() == other:
            said = call.words.t("--{form} writes no {path}; choose the other one or another name", form=form, path=name)
            raise MisusedError(said, verb=verb)
    files: list[tuple[str, bytes]] = []
    if name := call.option("svg"):
        files.append((name, picture.svg.encode()))
    try:
        if name := call.option("png"):
            files.append((name, png(picture)))
    except NoRendererError:
        complain(call.words.t("A PNG needs the addition tiekartta[png]; --svg needs nothing more."))
        return REFUSED
    except NoLettersError:
        complain(
            call.words.t("A PNG needs letters such as Arial or DejaVu Sans, and this machine has none; try --svg.")
        )
        return REFUSED
    if call.option("png") == STANDARD_OUTPUT:
        raise MisusedError(call.words.t("A PNG cannot be printed; name a file"), verb=verb)
    for name, data in files:
        _write(call, name, data)
    return DONE


def _write(call: Call, name: str, data: bytes) -> None:
    """Write a file, over whatever is there, or print it; raise SaveError."""
    from tui.papers import replace

    if name == STANDARD_OUTPUT:
        say_text(data.decode())
        return
    replace(Path(name), data)
    say(call.words.t("Written: {path}", path=name))
