"""Two copies brought together, in sentences: what came in, what went out, what still waits, and why it did not work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from exporters.words import N_
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from exporters.words import Words

FAILURES: Mapping[str, str] = {
    "StoppedError": N_("it was stopped before it was done."),
    "UnrecordedError": N_("the latest decisions are not recorded yet; first see what hinders that."),
    "DetachedError": N_("the repository is not on any branch (detached HEAD); go to one with git switch."),
    "UnbornError": N_("nothing has been recorded yet."),
    "NoRemoteError": N_("no other repository is known; tell which one with git remote add origin and its address."),
    "NoUpstreamError": N_(
        "several other repositories are known ({remotes}); tell once which one it is, for example with "
        "git push -u origin {branch}."
    ),
    "UnsafeRemoteError": N_("the address {remote} is not used: it would run a program or pass for an option."),
    "RemoteError": N_("{host} could not be reached."),
    "OfflineError": N_("there is no connection to {host}; all is kept here and can be sent later."),
    "ConnectionRefusedByHostError": N_("{host} does not answer as it should; try again later."),
    "SilentRemoteError": N_("{host} did not answer in {seconds} seconds; try again later."),
    "HostKeyError": N_(
        "{host} has not proved to be the server that is known here (host key); ask its keepers before you go on."
    ),
    "CertificateError": N_("the certificate of {host} is not trusted; ask its keepers before you go on."),
    "SignInError": N_("{host} asks for a password or a key; sign in once in a terminal with git fetch."),
    "NoRightsError": N_("{host} does not allow this; ask for the right to use the repository."),
    "ForbiddenWayError": N_("the way to {host} is not used: it would run a program."),
    "NoSuchRepositoryError": N_(
        "the repository is not found now. Connect the disk on which it is, or check the address with git remote -v; "
        "what is recorded is kept here and can be sent later ({host})."
    ),
    "RemoteFailedError": N_("git did not get on with {host}: {lines}"),
    "OvertakenError": N_("others are sending to {host} at the same time; try again."),
    "PushRefusedError": N_("{host} did not accept what was sent: {lines}"),
    "PushHookError": N_("a check of the repository here (pre-push) did not let it be sent: {lines}"),
    "UnrelatedError": N_("the two copies have no history in common, so they cannot be merged."),
    "ShallowError": N_("this copy has only the newest recordings; get the others with git fetch --unshallow."),
    "ElsewhereConflictError": N_(
        "both sides have changed the same places of other files: {files}; merge them with git."
    ),
    "WouldOverwriteError": N_("what others have sent would go over unrecorded changes in {files}; record those first."),
    "BrokenVersionError": N_("the roadmap that others have sent cannot be read, so it was not taken in: {problems}"),
    "BrokenFileError": N_("the roadmap's file cannot be read, so it was not sent: {problems}"),
    "GoneThereError": N_("others have removed or renamed {file}; agree with them which one stays."),
    "RestlessError": N_("the roadmap was being changed all the time; try again."),
}
"""For each class of error that stands between two copies its sentence, as it goes on after a colon."""


class Place(Protocol):
    """Where a branch goes, as far as it is told here."""

    @property
    def host(self) -> str:
        """The machine, or the folder of a repository on a disk."""
        ...

    @property
    def branch(self) -> str:
        """The branch there."""
        ...


class Outcome(Protocol):
    """What became of bringing two copies together, as far as it is told here."""

    @property
    def received(self) -> int:
        """So many recordings came in."""
        ...

    @property
    def sent(self) -> int:
        """So many recordings went out."""
        ...

    @property
    def unsent(self) -> int:
        """So many recordings are still to be sent."""
        ...

    @property
    def conflicts(self) -> Sequence[str]:
        """The ids of the conflicts that came of it."""
        ...

    @property
    def asks(self) -> bool:
        """Whether nothing was sent because nobody has agreed to where it goes."""
        ...

    @property
    def hindrance(self) -> Exception | None:
        """Why nothing was sent."""
        ...

    @property
    def where(self) -> Place | None:
        """Where it went."""
        ...


def unsent_line(count: int, words: Words) -> str:
    """Return how much waits to be sent, `3 kirjausta lähettämättä`; empty when nothing does."""
    return words.n("{n} recording not sent", "{n} recordings not sent", count) if count else ""


def sync_lines(outcome: Outcome, words: Words, *, came: Iterable[str] = ()) -> tuple[str, ...]:
    """Return what came in and what went out, each a sentence; what hinders is not among them.

    `came` are the changes that came in, as they shall stand after their count.
    """
    said: list[str] = []
    if outcome.received:
        said.append(
            words.n("Received {n} recording of others.", "Received {n} recordings of others.", outcome.received)
        )
    said.extend(came)
    if outcome.conflicts:
        names = words.listing([one_line(name) for name in outcome.conflicts])
        said.append(
            words.n(
                "{n} conflict waits to be settled: {names}.",
                "{n} conflicts wait to be settled: {names}.",
                len(outcome.conflicts),
                names=names,
            )
        )
    if outcome.sent:
        said.append(words.n("Sent {n} recording.", "Sent {n} recordings.", outcome.sent))
    elif outcome.unsent:
        said.append(f"{unsent_line(outcome.unsent, words)}.")
    return tuple(said) or (words.t("Nothing new on either side."),)


def where_line(outcome: Outcome, words: Words) -> str:
    """Return where it would be sent, as a question that is asked before the first time."""
    where = outcome.where
    return words.n(
        "Send {n} recording to {host}, branch {branch}? Everybody who may read there sees it.",
        "Send {n} recordings to {host}, branch {branch}? Everybody who may read there sees them.",
        outcome.unsent,
        host=where.host if where else "",
        branch=where.branch if where else "",
    )
