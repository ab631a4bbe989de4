"""Why something was not done, said to a person: refused edits, and what hindered saving or recording.

An error is known here by the name of its class, so that a sentence loads neither git nor the file's
code. A sentence says what is in the way and what to do; that nothing is lost is said where it is shown.
"""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import PurePath
from typing import TYPE_CHECKING

from exporters.examples import example
from exporters.names import FIELD, TABLE
from exporters.problems import problem_sentence
from exporters.syncing import FAILURES as BETWEEN_COPIES
from exporters.terms import OUTCOME, PILOT, STATUS, capital, word
from exporters.words import N_
from model.edits import RefusedError
from model.halfyear import HalfYear
from model.problems import Problem
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words

REFUSALS: Mapping[str, str] = {
    "not-open": N_("{measure} is not open (status: {status}); open it again first."),
    "not-planned": N_("{measure} has been started already (status: {status})."),
    "not-a-pilot": N_("{measure} is not a pilot."),
    "same-status": N_("{measure} is so already: {status}."),
    "already-ended": N_("The programme was closed on {date} already."),
    "no-continuation": N_(
        "The programme cannot be closed yet: write first how these pilots go on (field continuation): {pilots}."
    ),
    "already-open": N_("{measure} is open already (status: {status})."),
    "same-half": N_("{measure} already ends in that half-year: {half}."),
    "after-roadmap": N_("{half} is after the roadmap's last half-year, {last}."),
    "closes-before-opening": N_("Meeting {meeting} was opened at {opened}; it cannot end at {closed}."),
    "ends-before-start": N_("{measure} would end before it starts (start: {start}, end: {half})."),
    "empty-text": N_("The text is empty; write something first."),
    "bad-level": N_("“{value}” is not a level; give a number from 1 to 5, with a decimal if you like."),
    "survey-empty": N_("The survey has no level to save; give at least one."),
    "survey-known": N_("The roadmap has the survey {survey} already."),
    "survey-same-day": N_("{viewpoint} has a survey's level of {date} already; give the survey another day."),
    "too-few-answers": N_(
        "{viewpoint}: too few answers ({n}); a level needs at least {fewest}, so that nobody's answer shows."
    ),
    "bad-count": N_("“{text}” is not a number of people; give a whole number, for example 143."),
    "more-answers": N_("{n} answers are more than all who answered ({responses}); put one of the two right."),
    "more-responses": N_("{responses} answers are more than were asked ({invited}); put one of the two right."),
    "too-few-responses": N_("Too few answers ({n}); a level needs at least {fewest}, so that nobody's answer shows."),
    "mean-missing": N_("The number of answers has no mean beside it; give a level from 1 to 5."),
    "opened-after": N_("The survey cannot have begun after its last day ({opened}, {date})."),
    "survey-ahead": N_("{date} is still to come (today is {today}); give the day on which the survey ended."),
    "name-missing": N_("The survey has no name; write for example what its report is called."),
    "day-missing": N_("The survey's last day is missing; write for example {date}."),
    "no-such-file": N_("There is no such file: {path}"),
    "n-missing": N_("How many answered? Give it for the whole survey, or for each viewpoint."),
    "bad-value": N_("“{text}” will not do in this field ({field})."),
    "unknown-name": N_("“{text}” is none of these: {known}."),
    "bad-period": N_("“{text}” is neither a year nor a half-year; write for example 2026 or {short}."),
    "no-such-word": N_("“{text}” is not on the scale; its words are, from 1 on: {known}."),
    "figure-ahead": N_("{period} has not begun yet; what is aimed at is given as a target."),
    "not-a-figure": N_("“{text}” is not a number; write for example 52,5."),
    "no-figure": N_("Write the year and the value, or the value alone."),
    "bad-half": N_("“{text}” is not a half-year; write for example {short} or {spring}."),
    "ambiguous-half": N_("“{text}” can mean a half-year, a month or a meeting; write for example {short} or {spring}."),
    "bad-day": N_("“{text}” is not a day; write for example {day} or {date}."),
    "day-gone": N_("{text} is over already (today is {today})."),
    "bad-times": N_("“{text}” tells no time of a meeting; write for example 9.00–10.30."),
    "bad-vote": N_("“{text}” is not a vote; write for example 4–2, or leave it empty for unanimous."),
    "unknown-field": N_("There is no field {field}; the fields are: {known}."),
    "no-outcome": N_("The decision is not complete ({outcome})."),
    "nobody": N_("Nobody was named; write who it is."),
    "already-here": N_("{who} is there already at § {item}."),
    "not-here": N_("{who} is not there at § {item}."),
    "not-left": N_("{who} has not left before § {item}."),
    "leaves-before-arriving": N_("{who} came only after § {item} and cannot leave there."),
    "item-not-reached": N_("There is no § {item} in the meeting; its items are § {first}–{last}."),
    "nothing-noted": N_("Nothing is noted of {who} at § {item}."),
    "meeting-not-open": N_("Meeting {meeting} is not under way."),
    "meeting-not-closed": N_("Meeting {meeting} is not over yet; close it first."),
    "meeting-locked": N_(
        "The minutes of meeting {meeting} have been checked and are locked. Reopen them first: key 7 among the"
        " minutes, or the command minutes reopen."
    ),
    "already-checked": N_("The minutes of meeting {meeting} have been checked already."),
    "not-checked": N_("The minutes of meeting {meeting} have not been checked; check them first."),
    "meeting-closed": N_("Meeting {meeting} is closed; its agenda does not change any more."),
    "ends-before-beginning": N_("A meeting that begins at {starts} cannot end at {ends}."),
    "agenda-exists": N_("Meeting {meeting} has its agenda already."),
    "no-such-item": N_("Meeting {meeting} has no § {item}."),
    "item-handled": N_("§ {item} of meeting {meeting} has been handled."),
    "item-stays": N_("§ {item} opens or closes meeting {meeting}; it stays in its place."),
    "no-such-action": N_("Meeting {meeting} gave no task {action}."),
    "nothing-to-approve": N_(
        "There is nothing to approve: nothing that needs approval has changed since the last one."
    ),
    "already-approved": N_("{body} has approved the roadmap on {date} already."),
    "approved-before": N_("{body} approved on {date}; an approval recorded now cannot be of an earlier day."),
    "approved-ahead": N_("{date} is still to come (today is {today}); an approval is recorded when it has been made."),
    "faults-first": N_("The file has faults ({n}); put them right first, tiekartta check tells which."),
    "conflicts-first": N_("Conflicts wait to be settled ({n}); settle them first."),
    "record-first": N_(
        "The roadmap has changes that are not recorded in git; they are recorded with the next decision, or by"
        " git commit."
    ),
    "no-such-conflict": N_("There is no conflict {conflict}; it has been settled, or its id is another."),
    "conflict-gone": N_(
        "Conflict {conflict} cannot be settled so: {record} is no longer there. Settle it on what stands there now."
    ),
    "conflict-overtaken": N_(
        "Conflict {conflict} cannot be settled so: {record} has been edited there since. Settle it on what stands"
        " there now, or edit the field."
    ),
    "conflict-breaks": N_("Conflict {conflict} cannot be settled so: that would not be right any more. {problems}"),
    "nothing-decided": N_("Nothing was decided in item {item} of meeting {meeting}."),
    "past": N_("The past is only looked at; nothing in it can be changed."),
    "no-such-entry": N_("The history has no entry “{text}”."),
    "nothing-of-it": N_("This entry of the history did not change that."),
    "taken-back-already": N_("This has been taken back already; nothing would change."),
    "decided-together": N_("The same § also decided on {records}; take back the whole entry."),
    "changed-since": N_("{record} ({field}) has been changed later; take the later change back first."),
    "changed-unrecorded": N_("{record} ({field}) has been changed since, and that has not been recorded yet."),
    "removed-since": N_("{record} has been removed later; take that back first."),
    "would-be-wrong": N_("Something would be wrong in the roadmap afterwards: {problem}"),
}
"""For each code of a RefusedError its sentence."""

FAILURES: Mapping[str, str] = {
    "NoSuchRecordError": N_("This does not exist: {table} {record}."),
    "AmbiguousHalfYearError": REFUSALS["ambiguous-half"],
    "StandsOnItError": REFUSALS["changed-since"],
    "ChangedMeanwhileError": N_("Somebody else has changed this meanwhile: {record}. Look at it and try again."),
    "NothingToUndoError": N_("There is nothing to undo or redo."),
    "UnreadableError": N_("The file {path} cannot be opened. {problems}"),
    "WouldLoseCommentsError": N_("Saving would lose comments of the file: {comments}."),
    "UnwritableTextError": N_("The text has a character that cannot be saved in the file."),
    "PatchFailedError": N_("The change could not be written into the file so that it reads back the same."),
    "UnmergeableError": N_("the two copies were not merged, because one of them cannot be read as a roadmap."),
    "SaveError": N_("the file could not be written{reason}; check the disk."),
    "ChangedOutsideError": N_("somebody else has changed the file; read it again."),
    "VanishedError": N_("the file or its folder is no longer there; bring it back."),
    "ReadOnlyError": N_("the file is read-only; allow writing to it."),
    "FolderReadOnlyError": N_("the folder is read-only; allow writing to it."),
    "ReadOnlyDiskError": N_("the disk is read-only."),
    "DiskFullError": N_("the disk is full; make room on it."),
    "ForbiddenError": N_("the system forbids writing{reason}; check the permissions."),
    "NotAFileError": N_("in place of the file there is something else, such as a folder."),
    "SharedFileError": N_("the file has other names or is mounted by itself, so it cannot be replaced safely."),
    "ExistsError": N_("there is already a file of that name: {path}"),
    "UnconfirmedError": N_("the file was written, but the system did not confirm that it is safe on the disk."),
    "GitError": N_("git did not succeed."),
    "NoGitError": N_("there is no git program on this computer; install git."),
    "NoRepositoryError": N_("the folder {folder} is not in a git repository; make one with git init."),
    "BareRepositoryError": N_("the repository {folder} has no work tree."),
    "DubiousOwnershipError": N_("the repository {folder} belongs to another user; allow it with git's safe.directory."),
    "NoIdentityError": N_("git does not know your name; set user.name and user.email with git config."),
    "UnfinishedError": N_("an operation of git has been left unfinished ({kind}); finish or abort it."),
    "UnfinishedError.merge": N_(
        "a merge of git has been left unfinished: copy the file aside, run git merge --abort (it takes back what is"
        " not recorded), then synchronise (F5)."
    ),
    "IndexLockedError": N_("another git is at work or was interrupted; when none is running, delete the file {name}."),
    "UntrustedError": N_(
        "git would run programs that came with this folder ({runs}); look at them and allow them: "
        "key !, or the command tiekartta trust."
    ),
    "UnrememberedError": N_(
        "what you agreed to cannot be remembered in the folder {folder}{reason}; allow writing to it."
    ),
    "IgnoredPathError": N_("git has been told to ignore the file {path} (rule {rule}); change the rule."),
    "HookRefusedError": N_("a hook of the repository refused the commit: {lines}"),
    "SigningFailedError": N_("the commit could not be signed: {lines}"),
    "TimedOutError": N_("git did not finish in {seconds} seconds and was stopped."),
    "GitFailedError": N_("git failed: {lines}"),
    **BETWEEN_COPIES,
    "NoVersionError": N_("The roadmap as it was then is not in git."),
    "BadRevisionError": N_(
        "“{text}” names no earlier version; write for example {date}, meeting:2/2026, approval or HEAD~3."
    ),
    "UnknownRevisionError": N_("Git knows nothing called “{text}”."),
    "NotThereError": N_("The roadmap’s file was not there then ({text})."),
    "NeverRecordedError": N_("The roadmap’s file has not been recorded in git, so nothing earlier is known."),
    "BeforeHistoryError": N_("The roadmap’s history begins on {first}; nothing earlier is known ({text})."),
    "ShallowHistoryError": N_(
        "This copy knows the history only from {first} on ({text}); fetch the rest with git fetch --unshallow."
    ),
    "UnreadableVersionError": N_("The roadmap as it was then ({text}) cannot be read. {problems}"),
    "StillToComeError": N_("{text} is still to come (today is {today})."),
    "UnheldMeetingError": N_("No meeting {text} has been held and closed."),
    "NoApprovalError": N_("The roadmap has not been approved yet."),
}
"""For each class of error its sentence; those of saving and recording go on after a colon."""

_KIND: Mapping[str, str] = {
    "merge": N_("merge"),
    "rebase": N_("rebase"),
    "cherry-pick": N_("cherry-pick"),
    "revert": N_("revert"),
    "am": N_("applying patches"),
    "bisect": N_("bisect"),
}
_NAMES: Mapping[str, Mapping[str, str]] = {
    "status": STATUS,
    "field": FIELD,
    "table": TABLE,
    "kind": _KIND,
    "outcome": OUTCOME,
}
_EXAMPLE = HalfYear("2026H1")
_EXAMPLE_DAY = date(2026, 12, 15)
_LONGEST = 200


def refusal_sentence(error: Exception, words: Words) -> str:
    """Return why something was refused or failed; an error of an unknown class is told in its own words."""
    if isinstance(error, RefusedError):
        known, data = REFUSALS.get(error.code), error.data
    else:
        data = _data(error)
        names = [
            name for kind in type(error).__mro__ for name in (f"{kind.__name__}.{data.get('kind')}", kind.__name__)
        ]
        known = next((FAILURES[name] for name in names if name in FAILURES), None)
    if known is None:
        return words.t("This did not succeed: {reason}", reason=one_line(str(error) or type(error).__name__))
    shown = {name: _shown(words, name, of) for name, of in data.items()}
    if data.get("is_pilot"):
        shown["status"] = word(words, PILOT, str(data["status"]))
    examples = {
        "spring": words.half(_EXAMPLE),
        "short": words.half(_EXAMPLE, short=True),
        "day": words.date(_EXAMPLE_DAY, year=False),
        "date": words.date(_EXAMPLE_DAY),
    }
    return " ".join(part for part in (one_line(words.t(known, **(examples | shown))), _hint(error, words)) if part)


def _hint(error: Exception, words: Words) -> str:
    """Return what may be typed instead, `Esim. 24.11.2026.`, where that is plain."""
    kind = str(error.data.get("kind", "")) if isinstance(error, RefusedError) else ""
    text = example(words, kind)
    return f"{capital(text)}." if text else ""


def _data(error: Exception) -> dict[str, object]:
    """Return what an error knows; of a change the record, of a bare text the text itself."""
    data: dict[str, object] = {"text": str(error), **vars(error)}
    change = data.get("change")
    data.setdefault("record", getattr(change, "record", "") or getattr(change, "table", ""))
    return data


def _shown(words: Words, name: str, of: object) -> str:
    """Return a datum of an error in words; the name of a system's error stands in brackets."""
    match of:
        case HalfYear():
            shown = words.half(of)
        case PurePath():
            shown = of.name
        case datetime():
            shown = words.time(of.time())
        case date():
            shown = words.date(of)
        case time():
            shown = words.time(of)
        case Problem():
            shown = problem_sentence(of, words)
        case tuple() | list():
            shown = (" " if name == "problems" else ", ").join(_shown(words, "", part) for part in of)
        case float():
            shown = words.number(round(of))
        case _:
            shown = word(words, _NAMES[name], str(of)) if name in _NAMES else str(of)
    shown = one_line(shown, limit=_LONGEST)
    return f" ({shown})" if name == "reason" and shown else shown
