"""The verb survey: add a round from arguments or row by row at the terminal, list the rounds, import a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from exporters.refusals import refusal_sentence
from exporters.typedround import called
from model.edits import RefusedError
from model.spoken import any_day
from model.typedround import COLUMNS, DATE, HEAD, INVITED, NAME, RESPONSES, blank, faults, made, missing
from tui.cli.call import DONE, REFUSED
from tui.cli.errors import MisusedError
from tui.cli.ids import viewpoint_id
from tui.cli.look import remark
from tui.cli.setup_git import can_ask
from tui.cli.speech import complain, say, say_json
from tui.cli.work import carry_out, opened
from tui.keeper import UnreadableError
from tui.surveying import recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from model.roadmap import Roadmap
    from model.survey import Survey
    from model.typedround import Cell, TypedRound
    from tui.cli.call import Call

_NEEDS_NAME = frozenset({"bad-level", "bad-count", "more-answers", "mean-missing"})
"""What is wrong in a way that does not say where."""
_OPTIONS: Mapping[str, Cell] = {"name": NAME, "date": DATE, "invited": INVITED, "responses": RESPONSES}


def survey(call: Call) -> int:
    """Do what is asked with the rounds of the survey."""
    return _DEEDS[call.options.what](call)


def add(call: Call) -> int:
    """Record a round: as its arguments say, or as it is answered row by row; tell all that is wrong in it at once."""
    session = opened(call)
    roadmap = session.roadmap
    typed = _given(call, roadmap)
    if not call.options.given and can_ask():
        answered = _asked(call, roadmap, typed)
        if answered is None:
            complain(call.words.t("Nothing changed."))
            return REFUSED
        typed = answered
    wrong = faults(typed, roadmap, today=call.today) | missing(typed)
    if wrong:
        complain(*(_told(call, roadmap, cell, error=wrong[cell]) for cell in typed.cells if cell in wrong))
        return REFUSED
    found, scores = made(typed, roadmap, today=call.today)
    found = found.model_copy(update=_besides(call, found))
    return carry_out(call, session, lambda now: recorded(now, session, found, scores=scores))


def listing(call: Call) -> int:
    """List the rounds, the newest first: day, answers, response rate."""
    from exporters.surveys import round_lines, rounds_data

    reading = call.reading()
    if reading.roadmap is None:
        raise UnreadableError(call.path, reading.problems)
    remark(call, reading)
    if call.options.json:
        say_json(rounds_data(reading.roadmap))
    else:
        say(*(round_lines(reading.roadmap, call.words) or (call.words.t("No survey has been recorded."),)))
    return DONE


def from_file(call: Call) -> int:
    """Import a round from the file that a survey tool wrote."""
    from tui.cli.importing import import_survey

    return import_survey(call)


def _besides(call: Call, found: Survey) -> dict[str, object]:
    """Return what only options tell of a round; raises RefusedError for a first day after the last one."""
    told: dict[str, object] = {"wording": call.option("wording")}
    if call.option("opened"):
        told["opened"] = opened_on = any_day(call.option("opened"))
        if opened_on > found.date:
            raise RefusedError("opened-after", opened=opened_on, date=found.date)
    return told


def _given(call: Call, roadmap: Roadmap) -> TypedRound:
    """Return the round as the options and arguments have it; raise MisusedError, NoSuchIdError, AmbiguousIdError."""
    typed = blank(roadmap)
    for option, cell in _OPTIONS.items():
        typed = typed.typing(cell, call.option(option))
    for text in call.options.given:
        name, equals, levels = text.rpartition("=")
        if not equals:
            raise MisusedError(
                call.words.t("{text}: write the viewpoint and its mean, such as palvelut=2,6:143", text=text),
                verb="survey",
            )
        viewpoint = viewpoint_id(roadmap, name)
        if viewpoint in typed.filled:
            raise MisusedError(call.words.t("{text}: this viewpoint is given twice", text=text), verb="survey")
        typed = _with_row(typed, viewpoint, levels)
    return typed


def _with_row(typed: TypedRound, viewpoint: str, text: str) -> TypedRound:
    """Return the round with a mean and, behind a colon or a space, its number of answers."""
    mean, _, n = text.strip().replace(":", " ", 1).partition(" ")
    for column, value in zip(COLUMNS, (mean, n), strict=True):
        typed = typed.typing((viewpoint, column), value.strip())
    return typed


def _asked(call: Call, roadmap: Roadmap, typed: TypedRound) -> TypedRound | None:
    """Ask for what was not said, a line each, and again for what is wrong; None when the answers end."""
    words = call.words
    say(words.t("Enter leaves a line empty: the viewpoint was not asked about. Ctrl+D leaves; nothing is saved then."))
    try:
        for cell in HEAD:
            if not typed.text(cell):
                typed = _answer(call, roadmap, typed, cell=cell)
        for viewpoint in typed.viewpoints:
            typed = _answer(call, roadmap, typed, cell=(viewpoint, "mean"))
    except EOFError:
        say("")
        return None
    return typed


def _answer(call: Call, roadmap: Roadmap, typed: TypedRound, *, cell: Cell) -> TypedRound:
    """Ask for a cell, of a viewpoint for its whole row, until nothing is wrong in it."""
    is_row, needed = cell not in HEAD, cell in (NAME, DATE)
    question = called(cell, roadmap, call.words)
    if is_row:
        question += f" ({call.words.t('mean and answers, such as 2,6 143')})"
    while True:
        print(f"{question}:", end=" ", flush=True)
        if not (text := sys.stdin.readline()):
            raise EOFError
        answered = _with_row(typed, cell[0], text) if is_row else typed.typing(cell, text)
        wrong = faults(answered, roadmap, today=call.today) | (missing(answered) if needed else {})
        cells = [(cell[0], column) for column in COLUMNS] if is_row else [cell]
        error = next((wrong[place] for place in cells if place in wrong), None)
        if error is None:
            return answered
        say(refusal_sentence(error, call.words))


def _told(call: Call, roadmap: Roadmap, cell: Cell, *, error: RefusedError) -> str:
    """Return what is wrong in a cell, after what the cell is called where the sentence does not say it."""
    said = refusal_sentence(error, call.words)
    return f"{called(cell, roadmap, call.words)}: {said}" if error.code in _NEEDS_NAME else said


_DEEDS: Mapping[str, Callable[[Call], int]] = {"add": add, "list": listing, "import": from_file}
