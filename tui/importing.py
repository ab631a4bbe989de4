"""Reading a round of the survey from a file, on the screen: what is not understood is asked, the rest is confirmed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exporters.answers import Preview, of_cell, preview_lines, problem_lines
from exporters.refusals import refusal_sentence
from exporters.surveys import called_before, proposed_name
from exporters.typedround import FIELDS
from exporters.words import N_
from model.answers.problems import NotUnderstoodError, told_by_few
from model.answers.reading import understood
from model.answers.rounds import Told, imported_before, results_of, survey_of
from model.answers.scale import DONT_KNOW
from model.edits import RefusedError
from model.file.answermap import NAME, beside, keep_map, learnt, read_map
from model.file.answers import read_answers
from model.file.errors import SaveError
from model.text import one_line
from tui.prompts import AskText, Choice, Choose, Confirm
from tui.prompts.file import AskDay, AskPath, AskPeople
from tui.surveying import recorded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from model.answers.problems import AnswerProblem
    from model.answers.table import Book
    from model.answers.understood import Remembered, Understood
    from tui.app import Tiekartta

MOST_QUESTIONS = 15
"""So many things of a file are asked about; where more is not understood, it is another kind of file."""
QUESTIONS = {
    "unmatched-column": N_("Which viewpoint does the column “{heading}” tell of?"),
    "several-viewpoints": N_("Which viewpoint does the column “{heading}” tell of?"),
    "not-a-viewpoint": N_("Which viewpoint is “{text}”?"),
    "not-a-sector": N_("Which branch is “{text}”?"),
    "not-an-answer": N_("Which level is the answer “{text}”?"),
}
"""What somebody can say of a thing that is not understood, by its code."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was understood, and what was said of it."""

    path: Path
    book: Book
    remembered: Remembered
    found: Understood
    forgotten: frozenset[str]
    """What too few wrote to be remembered."""


async def import_round(app: Tiekartta) -> None:
    """Ask for a file, read it, ask what it does not tell, show it, and record it once it is confirmed."""
    path = await app.push_screen_wait(AskPath(app.words.t("Which file of survey results is read?")))
    if path is None:
        return
    try:
        read = await _understood(app, path)
    except NotUnderstoodError as error:
        await _refuse(app, error.problems)
        return
    told = await _told(app, read) if read else None
    if read and told:
        await _save(app, read, told)


async def _understood(app: Tiekartta, path: Path) -> Read | None:
    """Read a file and ask about what is not understood, until all is; None when a question was left."""
    roadmap, words = app.session.roadmap, app.words
    book = await asyncio.to_thread(read_answers, path)
    if before := imported_before(roadmap, book.sha256):
        app.say(called_before(before, words))
        return None
    remembered, forgotten = read_map(beside(app.session.path), roadmap), frozenset[str]()
    while True:
        try:
            found = await asyncio.to_thread(understood, book, roadmap, remembered)
        except NotUnderstoodError as error:
            if not _can_ask(error.problems):
                raise
            answered = await _asked(app, error.problems, remembered)
            if answered is None:
                return None
            remembered, forgotten = answered, forgotten | told_by_few(error.problems)
        else:
            return Read(path, book, remembered, found, forgotten)


def _can_ask(problems: Sequence[AnswerProblem]) -> bool:
    """Whether everything that is not understood can be said by somebody who knows the file."""
    known = {(problem.code, _about(problem)) for problem in problems}
    return all(code in QUESTIONS and about for code, about in known) and len(known) <= MOST_QUESTIONS


def _about(problem: AnswerProblem) -> str:
    """Return the text of the file that is not understood."""
    return str(problem.data.get("heading") or problem.data.get("text") or "")


async def _asked(app: Tiekartta, problems: Sequence[AnswerProblem], remembered: Remembered) -> Remembered | None:
    """Ask about each text once and return the mapping with the answers; None when a question was left."""
    asked = {(problem.code, _about(problem)): problem for problem in problems}
    for (code, about), problem in asked.items():
        shown = of_cell(about) if problem.row else one_line(about, limit=60)
        question = app.words.t(QUESTIONS[code], heading=shown, text=shown)
        chosen = await app.push_screen_wait(Choose(question, _choices(app, problem), at=None))
        if chosen is None:
            return None
        remembered = _with_answer(remembered, code, about, chosen=chosen)
    return remembered


def _choices(app: Tiekartta, problem: AnswerProblem) -> list[Choice[str]]:
    """Return what a text may mean: a level, a branch, a viewpoint, or none of them."""
    roadmap, t = app.session.roadmap, app.words.t
    if problem.code == "not-an-answer":
        levels = [Choice(f"{n} {text}", str(n)) for n, text in enumerate(roadmap.scale.words, 1)]
        return [*levels, Choice(t("Cannot say, or no answer"), str(DONT_KNOW))]
    if problem.code == "not-a-sector":
        return [*(Choice(one_line(s.name), s.id) for s in roadmap.sectors), Choice(t("None of these"), "")]
    may_be = problem.data.get("viewpoints", [viewpoint.id for viewpoint in roadmap.viewpoints])
    known = [Choice(one_line(v.called), v.id) for v in roadmap.viewpoints if v.id in may_be]
    return [*known, Choice(t("None of these; it is left out"), "")]


def _with_answer(remembered: Remembered, code: str, about: str, *, chosen: str) -> Remembered:
    if code == "not-an-answer":
        return replace(remembered, answers={**remembered.answers, about: int(chosen)})
    if code == "not-a-sector":
        return replace(remembered, sectors={**remembered.sectors, about: chosen})
    return replace(remembered, columns={**remembered.columns, about: chosen})


async def _told(app: Tiekartta, read: Read) -> Told | None:
    """Ask what the file does not tell: name, last day, how many were asked; None when a question was left."""
    session, words = app.session, app.words
    found = read.found.day
    usual = proposed_name(session.roadmap, session.words, day=found or session.today)
    name = await app.push_screen_wait(AskText(f"{words.t(FIELDS['name'])}:", value=usual, about=read.path.name))
    if name is None:
        return None
    value = words.date(found) if found else ""
    day = await app.push_screen_wait(AskDay(words.t("On which day did the survey end?"), session.today, value=value))
    if day is None:
        return None
    question = words.t("How many were asked? (Enter leaves it empty)")
    invited = await app.push_screen_wait(AskPeople(question))
    if invited is None:
        return None
    responses: int | None = 0
    if read.found.responses is None:
        responses = await app.push_screen_wait(AskPeople(words.t("How many answered? (Enter leaves it empty)")))
    return None if responses is None else Told(name, day, invited=invited or None, responses=responses or None)


async def _save(app: Tiekartta, read: Read, told: Told) -> None:
    """Show the round that a file becomes; when it is confirmed, record it and remember whose column is whose."""
    session, words = app.session, app.words
    try:
        survey = survey_of(session.roadmap, read.found, told, sha256=read.book.sha256)
        kept = results_of(survey, read.found)
        survey = survey.model_copy(update={"groups": kept.groups})
        after = recorded(session.roadmap, session, survey, scores=kept.scores)
    except RefusedError as error:
        app.say(refusal_sentence(error, words), is_error=True)
        return
    lines = preview_lines(Preview(read.path.name, read.book, read.found, survey, kept, after), words)
    question = words.t("Is this right? Only these figures are saved, no single answers.")
    if not await app.push_screen_wait(Confirm(question, lines=lines, yes=words.t("Save"), in_columns=True)):
        return
    if app.decide(lambda roadmap: recorded(roadmap, session, survey, scores=kept.scores)):
        _remember(app, read)


def _remember(app: Tiekartta, read: Read) -> None:
    """Keep the mapping beside the roadmap; where that fails the round is saved all the same."""
    said = app.notice.text
    try:
        learned = learnt(read.remembered, read.found, but=read.forgotten)
        keep_map(beside(app.session.path), learned, app.session.roadmap)
    except SaveError as error:
        why = refusal_sentence(error, app.words)
        app.say(f"{said} {app.words.t('The columns could not be remembered: {why}', why=why)}", is_error=True)


async def _refuse(app: Tiekartta, problems: Sequence[AnswerProblem]) -> None:
    """Show all that is not understood in a file; nothing of it is imported."""
    words = app.words
    lines = problem_lines(problems, words, app.session.roadmap, mapping=NAME)
    question = words.t("Nothing was imported. Put this right in the file and read it again:")
    await app.push_screen_wait(Confirm(question, lines=lines, yes=words.t("OK")))
