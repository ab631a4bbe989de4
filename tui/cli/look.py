"""The verbs that only look: check, show, list. They load neither git nor the writer of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.call import DONE, REFUSED
from tui.cli.speech import complain, complain_of, say, say_json, say_text

if TYPE_CHECKING:
    from exporters.words import Words
    from model.file.reading import Reading
    from model.halfyear import HalfYear
    from model.records import Measure
    from model.roadmap import Roadmap
    from tui.cli.call import Call


def check(call: Call) -> int:
    """Tell all problems; REFUSED if there are any."""
    from exporters.lines import problem_lines

    remark_past(call)
    reading = _read(call)
    problems = reading.problems
    if call.options.json:
        from exporters.data import problem_data

        say_json(problem_data(problems, call.words))
    elif problems:
        say(*problem_lines(problems, call.words))
        say(call.words.n("{n} problem.", "{n} problems.", len(problems)))
    else:
        say(call.words.t("Nothing is wrong in {path}.", path=str(call.path)))
    if reading.roadmap and reading.roadmap.conflicts and not call.options.json:
        from exporters.unsettled import waiting

        say(waiting(len(reading.roadmap.conflicts), call.words))
    return REFUSED if problems else DONE


def show(call: Call) -> int:
    """Print the first screen, or one record."""
    reading = call.reading()
    if reading.roadmap is None:
        return unreadable(call, reading)
    half = _half(call, reading.roadmap)
    remark(call, reading, is_dated=call.options.id is None and not call.options.json)
    if call.options.id is not None:
        return _one(call, reading.roadmap, half)
    if call.options.json:
        from exporters.data import show_data

        say_json(show_data(reading.roadmap, today=call.today, half=half))
    else:
        from exporters.show import first_screen

        past = past_line(call, call.words)
        said = first_screen(reading.roadmap, call.words, today=call.today, half=half)
        say_text(f"{past}\n{said}" if past else said)
    return DONE


def listing(call: Call) -> int:
    """Print the measures that fit all options, one a line."""
    reading = call.reading()
    if reading.roadmap is None:
        return unreadable(call, reading)
    half = _half(call, reading.roadmap)
    remark(call, reading)
    found = [measure for measure in reading.roadmap.measures if _fits(call, reading.roadmap, measure, half=half)]
    if call.options.json:
        from exporters.data import list_data

        say_json(list_data(found, half=half))
    elif found:
        from exporters.show import list_lines

        say(*list_lines(found, call.words, half=half))
    else:
        say(call.words.t("No such measures."))
    return DONE


def _read(call: Call) -> Reading:
    """Read the file as it is or was, also where it gives no roadmap."""
    if call.version is None:
        return call.reading()
    from model.file.reading import read_bytes

    return read_bytes(call.version.data)


def _one(call: Call, roadmap: Roadmap, half: HalfYear) -> int:
    from exporters.card import card
    from tui.cli.ids import place_of

    place = place_of(roadmap, call.options.id)
    if call.options.json:
        from exporters.data import record_data

        say_json(record_data(roadmap.record(*place), half=half))
    else:
        say_text(card(roadmap, call.words, place, half=half, today=call.today))
    return DONE


def _half(call: Call, roadmap: Roadmap) -> HalfYear:
    """Return the half-year (or year) that was asked for, else the one that is now; raise RefusedError."""
    step = roadmap.head.step
    if not call.options.half:
        return step.containing(call.today)
    from model.typed import half_year

    return step(half_year(call.options.half, step))


def _fits(call: Call, roadmap: Roadmap, measure: Measure, *, half: HalfYear) -> bool:
    from model.standing import is_late

    options = call.options
    return (
        (not options.half or options.late or (measure.start <= half.ends and half <= measure.end))
        and (not options.status or measure.status == options.status)
        and (not options.late or is_late(measure, half))
        and (not options.owner or _answers(roadmap, measure, options.owner))
    )


def _answers(roadmap: Roadmap, measure: Measure, owner: str) -> bool:
    """Whether a role answers for a measure: by what stands there, or by the role of the member it names."""
    from model.search import folded

    member = roadmap.find("members", measure.responsible)
    names = (measure.responsible, getattr(member, "role", ""))
    return any(folded(owner) in folded(name) for name in names)


def unreadable(call: Call, reading: Reading) -> int:
    """Tell why the file cannot be read at all."""
    complain_of(reading.problems, call.words)
    return REFUSED


def remark(call: Call, reading: Reading, *, is_dated: bool = False) -> None:
    """Say as of when the roadmap is, if not of now and what is printed says it not itself; and that it has problems."""
    remark_past(call, is_dated=is_dated)
    if reading.problems:
        complain(
            call.words.n(
                "The file has {n} problem; tiekartta check tells more.",
                "The file has {n} problems; tiekartta check tells more.",
                len(reading.problems),
            )
        )


def remark_past(call: Call, *, is_dated: bool = False) -> None:
    """Say as of when the roadmap is, where it is not that of now, and where its history begins only after that.

    With `is_dated` what is printed says as of when it is itself.
    """
    if call.version is None:
        return
    if not is_dated:
        complain(past_line(call, call.words))
    if call.version.is_first:
        day = call.words.date(call.version.when.astimezone().date())
        complain(call.words.t("The history begins on {date}; what was before it is not known.", date=day))


def past_line(call: Call, words: Words) -> str:
    """Return as of when the roadmap is; empty for that of now."""
    if call.version is None:
        return ""
    from exporters.asof import as_of

    return as_of(words, day=call.version.day, asked=call.version.asked)
