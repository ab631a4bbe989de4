"""Changing a roadmap from the command line: open, change, save, have it recorded, and say what became of it.

What is saved but cannot be recorded because there is no git or no repository is a remark, for many keep a
roadmap without one; a commit that should have been made and was not is a failure, though the file is saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.numbering import item_label
from exporters.sentences import items, sentences
from model.edits import RefusedError
from model.file.errors import UnconfirmedError
from tui.cli.call import DONE, REFUSED
from tui.cli.errors import UnsavedWorkError
from tui.cli.speech import complain, reason, say
from tui.recording import PATIENCE
from tui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from exporters.words import Words
    from model.diff import Change
    from model.git.errors import GitError
    from model.git.record import Recorded
    from model.git.recorder import Outcome
    from model.roadmap import Roadmap
    from tui.cli.call import Call

_SHORT = 7


def opened(call: Call) -> Session:
    """Open the roadmap to change it; raise UnreadableError with its problems, RefusedError for one that is over."""
    if call.version is not None:
        raise RefusedError("past")
    return looked(call)


def looked(call: Call) -> Session:
    """Open the roadmap to look at it, as it is or as it was; raise UnreadableError, UnreadableVersionError."""
    return Session.open(call.path, today=call.today, version=call.version)


def carry_out(call: Call, session: Session, edit: Callable[[Roadmap], Roadmap]) -> int:
    """Make an edit, save it, have it recorded, and tell each; raise why it was not made or saved."""
    refuse_to_bury(session)
    outcomes = listened(session)
    changes = session.change(edit(session.roadmap), allow_loss=call.options.allow_loss)
    refuse_unsaved(call, session)
    if not changes:
        say(call.words.t("Nothing changed."))
        return DONE
    say(*told(changes, call.words, session.roadmap))
    return recorded(call, session, outcomes)


def told(changes: Sequence[Change], words: Words, roadmap: Roadmap) -> tuple[str, ...]:
    """Return what changed as sentences, after the § in which a meeting decided it: `§ 5 T07 merkitty valmiiksi`."""
    numbers = items(changes)
    begins = f"{item_label(roadmap.head, numbers[0])} " if len(numbers) == 1 else ""
    return tuple(f"{begins}{sentence}" for sentence in sentences(changes, words, roadmap))


def listened(session: Session) -> list[Outcome]:
    """Return a list into which the session puts what git makes of its decisions."""
    outcomes: list[Outcome] = []
    session.keeper.recording.on_outcome = outcomes.append
    return outcomes


def refuse_to_bury(session: Session) -> None:
    """Raise UnsavedWorkError while decisions of an earlier session wait: a new one would leave them behind."""
    if session.keeper.recovered is not None:
        raise UnsavedWorkError


def refuse_unsaved(call: Call, session: Session) -> None:
    """Raise why the file could not be written; the command is over, so no copy of its edit is kept.

    What is in the file, only not yet sure to survive a power cut, is a remark.
    """
    error = session.keeper.unsaved
    if isinstance(error, UnconfirmedError):
        complain(reason(error, call.words))
    elif error:
        session.keeper.forget_recovered()
        raise error


def recorded(call: Call, session: Session, outcomes: list[Outcome]) -> int:
    """Wait for git and say what it made of the decision."""
    session.close(seconds=PATIENCE)
    words = call.words
    if not outcomes:
        complain(words.t("Saved, but git has not finished recording it."))
        return REFUSED
    result = outcomes[-1].result
    if isinstance(result, Exception):
        complain(words.t("Saved, but not recorded in git: {why}", why=reason(result, words)))
        return DONE if expected(result) else REFUSED
    say(*_recording(call, result))
    return DONE


def expected(error: GitError) -> bool:
    """Whether recording was not to be expected at all: there is no git, or no repository around the file."""
    from model.git.errors import BareRepositoryError, NoGitError, NoRepositoryError

    return isinstance(error, (NoGitError, NoRepositoryError, BareRepositoryError))


def _recording(call: Call, result: Recorded) -> list[str]:
    words = call.words
    name = result.commit[:_SHORT]
    said = [
        words.t("Recorded: {commit}", commit=name) if result.new else words.t("Was recorded: {commit}", commit=name)
    ]
    if result.detached:
        said.append(words.t("Note: no branch leads to this commit (detached HEAD); make a branch to keep it."))
    if not result.exact:
        said.append(words.t("Note: the commit holds other bytes than the file, changed by a hook or meanwhile."))
    return said
