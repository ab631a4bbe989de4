"""survey import: a file of answers read, shown as it was understood, confirmed and recorded as one round."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.answers import Preview, preview_data, preview_lines, problem_lines, problems_data
from exporters.surveys import called_before, proposed_name
from model.answers.problems import NotUnderstoodError, refused
from model.answers.reading import understood
from model.answers.rounds import Told, imported_before, results_of, survey_of
from model.edits import RefusedError
from model.file.answermap import beside, keep_map, learnt, read_map
from model.file.answers import read_answers
from model.file.errors import SaveError
from model.spoken import any_day
from model.survey import Survey
from model.typed import typed
from tui.cli.call import DONE, REFUSED
from tui.cli.errors import MisusedError
from tui.cli.setup_git import YES, can_ask
from tui.cli.speech import complain, reason, say, say_json
from tui.cli.work import carry_out, opened
from tui.surveying import recorded

if TYPE_CHECKING:
    from model.answers.understood import Remembered, Understood
    from model.roadmap import Roadmap
    from tui.cli.call import Call
    from tui.session import Session


def import_survey(call: Call) -> int:
    """Read a file of answers, show what was understood, and record it when it is confirmed.

    With `--dry-run` it is only shown. A file that was imported before changes nothing.
    """
    session = opened(call)
    try:
        return _imported(call, session, _file(call))
    except NotUnderstoodError as error:
        return _refused(call, session.roadmap, error)


def _file(call: Call) -> Path:
    if len(call.options.given) != 1:
        raise MisusedError(call.words.t("name one file to import"), verb="survey")
    return Path(call.options.given[0])


def _imported(call: Call, session: Session, path: Path) -> int:
    roadmap, words = session.roadmap, call.words
    book = read_answers(path)
    if before := imported_before(roadmap, book.sha256):
        say(called_before(before, call.words))
        return DONE
    remembered = _remembered(call, roadmap)
    found = understood(book, roadmap, remembered, sector_column=call.option("sector_column"))
    survey = survey_of(roadmap, found, _told(call, session, found), sha256=book.sha256)
    kept = results_of(survey, found)
    survey = survey.model_copy(update={"groups": kept.groups})
    after = recorded(roadmap, session, survey, scores=kept.scores)  # refused here, before anything is asked
    _show(call, Preview(path.name, book, found, survey, kept, after))
    if call.options.dry_run:
        return DONE
    if not (call.options.yes or _agreed(call)):
        complain(words.t("Nothing changed."))
        return REFUSED
    status = carry_out(call, session, lambda now: recorded(now, session, survey, scores=kept.scores))
    _keep(call, remembered, found, roadmap=session.roadmap)
    return status


def _show(call: Call, preview: Preview) -> None:
    if call.options.json:
        say_json(preview_data(preview))
    else:
        say(*preview_lines(preview, call.words))


def _remembered(call: Call, roadmap: Roadmap) -> Remembered:
    given = call.option("map")
    return read_map(Path(given) if given else beside(call.path), roadmap, must_be=bool(given))


def _told(call: Call, session: Session, found: Understood) -> Told:
    """Return what the options say of the round; raises RefusedError for what cannot be read, NotUnderstoodError."""
    ended = any_day(call.option("date")) if call.option("date") else found.day
    if ended is None:
        raise refused("date-needed")
    if ended > session.today:
        raise RefusedError("survey-ahead", date=ended, today=session.today)
    return Told(
        call.option("name") or proposed_name(session.roadmap, session.words, day=ended),
        ended,
        opened=any_day(call.option("opened")) if call.option("opened") else None,
        invited=_people(call, "invited"),
        responses=_people(call, "responses"),
        wording=call.option("wording"),
    )


def _people(call: Call, key: str) -> int | None:
    """Return how many were asked, or answered; None where it is not said."""
    found = typed(Survey, key, call.option(key)) if call.option(key) else None
    assert found is None or isinstance(found, int)
    return found


def _agreed(call: Call) -> bool:
    """Ask at the terminal; without one nobody has confirmed it."""
    words = call.words
    if not can_ask():
        complain(words.t("Add {option} to save this without being asked.", option="--yes"))
        return False
    print(words.t("Is this right, shall it be saved? (y/n)"), end=" ", flush=True)
    answer = sys.stdin.readline().strip().casefold()
    return bool(answer) and answer[0] in {words.t(YES), "y"}


def _keep(call: Call, remembered: Remembered, found: Understood, *, roadmap: Roadmap) -> None:
    """Remember the mapping beside the roadmap; that it cannot be kept is a remark, the round is saved."""
    path, words = beside(call.path), call.words
    try:
        if keep_map(path, learnt(remembered, found), roadmap):
            say(words.t("The columns are remembered in {file}.", file=path.name))
    except SaveError as error:
        complain(words.t("The columns could not be remembered: {why}", why=reason(error, words)))


def _refused(call: Call, roadmap: Roadmap, error: NotUnderstoodError) -> int:
    if call.options.json:
        say_json({"problems": problems_data(error.problems)})
    else:
        name = Path(call.option("map") or beside(call.path)).name
        complain(*problem_lines(error.problems, call.words, roadmap, mapping=name))
        complain(call.words.t("Nothing was imported."))
    return REFUSED
