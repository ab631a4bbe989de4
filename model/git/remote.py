"""The other repository that a branch goes with: where it is, fetching from it, sending to it, and why that fails.

A failure is known by what git says under the C locale; what nobody foresaw is passed on in git's own words, masked.
Nothing is forced, and no address or name from the configuration ever stands where git could take it for an option.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from model.git import runner
from model.git import sync_errors as errors
from model.git.errors import TimedOutError
from model.git.failing import failure
from model.git.masking import masked
from model.git.trust import Trust
from model.text import clean, one_line

if TYPE_CHECKING:
    from model.git.process import Halt, Ran
    from model.git.state import Repository

LIMIT = 60.0
"""Seconds for one talk with another machine."""
_HEADS = "refs/heads/"
_TRACKING = "refs/remotes/"
_PROGRAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9+.-]*::")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_SSH = "ssh -oBatchMode=yes -oConnectTimeout=10"
_SETTINGS = ("core.quotePath=false", "http.lowSpeedLimit=1", "http.lowSpeedTime=20", "protocol.ext.allow=never")
_REJECTED = re.compile(
    r"\[rejected\]|cannot lock ref|incorrect old value|failed to update ref|reference already exists"
)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a branch goes: the other repository, and the branch there."""

    remote: str
    host: str
    """The machine, or the folder of a repository on a disk; safe to show."""
    address: str
    """The whole address without who signs in; safe to show."""
    here: str
    """The branch here, as `refs/heads/main`."""
    there: str
    """The branch there, as `refs/heads/main`."""
    tracking: str
    """The reference here that says what was last known of the branch there."""
    is_set: bool = True
    """Whether the branch is set to go there; else it is the only other repository that is known."""

    @property
    def branch(self) -> str:
        """The short name of the branch there, safe to show."""
        return one_line(self.there.removeprefix(_HEADS))


def may_run(repository: Repository) -> None:
    """Raise UntrustedError when git would run what came with this repository and nobody has allowed it.

    Asked before anything else whenever two copies are brought together: helpers, hooks, a command for ssh.
    """
    Trust(os.environ, sends=True).require(repository)


def destination(repository: Repository) -> Destination:
    """Return where the branch goes: what it is set to go with, else the only other repository that is known.

    Raises DetachedError, NoRemoteError, NoUpstreamError and UnsafeRemoteError; nobody is asked over the network.
    """
    here = _first(runner.read(repository.root, "symbolic-ref", "-q", "HEAD"))
    if not here:
        raise errors.DetachedError
    form = "%(refname)%00%(upstream:remotename)%00%(upstream:remoteref)%00%(upstream)%00"
    listed = runner.read(repository.root, "for-each-ref", f"--format={form}", "--", here)
    found = next((line.split(b"\0") for line in listed.out.splitlines() if line.split(b"\0")[0] == here.encode()), [])
    remote, there, tracking = (
        (part.decode("utf-8", "surrogateescape") for part in found[1:4]) if found else ("", "", "")
    )
    is_set = bool(remote and remote != "." and there and tracking)
    if not is_set:
        remote = _only_remote(repository, here)
        there, tracking = here, ""
    if not tracking.startswith(_TRACKING):  # what is known of the other side never goes into a branch of this one
        tracking = f"{_TRACKING}{remote}/{there.removeprefix(_HEADS)}"
    addresses = _addresses(repository, remote)
    hosts = ", ".join(dict.fromkeys(_host(address) for address in addresses))
    shown = ", ".join(dict.fromkeys(one_line(masked(address)) for address in addresses))
    return Destination(remote, hosts, shown, here, there, tracking, is_set)


def _only_remote(repository: Repository, here: str) -> str:
    remotes = runner.read(repository.root, "remote").fields
    if not remotes:
        raise errors.NoRemoteError
    if len(remotes) > 1:
        raise errors.NoUpstreamError(one_line(here.removeprefix(_HEADS)), tuple(map(one_line, remotes)))
    return remotes[0]


def _addresses(repository: Repository, remote: str) -> tuple[str, ...]:
    """Return the addresses for fetching and sending; raise UnsafeRemoteError for one that is more than an address."""
    if remote.startswith("-"):
        raise errors.UnsafeRemoteError(one_line(remote))
    found: list[str] = []
    for way in ((), ("--push",)):
        ran = runner.read(repository.root, "remote", "get-url", *way, "--all", data=(remote,))
        found.extend(ran.fields)
    if not found:
        raise errors.NoRemoteError
    for address in found:
        if not _is_plain(address):
            raise errors.UnsafeRemoteError(one_line(masked(address)))
    return tuple(found)


def _is_plain(address: str) -> bool:
    """Whether an address is one: no option, no program to run, nothing but git's own transports."""
    if address.startswith("-") or _PROGRAM.match(address) or clean(address) != address or "\n" in address:
        return False
    scheme = _SCHEME.match(address)
    if scheme:
        netloc = address[scheme.end() :].partition("/")[0]
        return scheme[1].lower() in runner.TRANSPORTS and not netloc.rpartition("@")[2].startswith("-")
    return not _machine(address).startswith("-")


def _machine(address: str) -> str:
    """Return the machine of `user@machine:path`, empty for the path of a folder."""
    before, colon, _ = address.partition(":")
    return before.rpartition("@")[2] if colon and "/" not in before else ""


def _host(address: str) -> str:
    """Return the machine that an address names, or the folder."""
    if _SCHEME.match(address) and not address.lower().startswith("file:"):
        try:
            name = urlsplit(address).hostname or ""
        except ValueError:
            name = ""
        return one_line(name or masked(address))
    return one_line(_machine(address) or address)


def fetch(repository: Repository, where: Destination, *, limit: float = LIMIT, halt: Halt | None = None) -> str | None:
    """Get what the branch there holds and return its commit; None when it is not there yet.

    Raises a RemoteError, UnsafeRemoteError, StoppedError; nothing of the work tree or a branch here is touched.
    """
    spec = f"+{where.there}:{where.tracking}"
    ran = _talk(
        repository,
        where,
        *("fetch", "--quiet", "--no-prune", "--no-recurse-submodules", "--refmap="),
        *("--end-of-options", where.remote, spec),
        limit=limit,
        halt=halt,
    )
    if ran.status:
        if b"couldn't find remote ref" in ran.err:
            return None
        raise failure(ran, where.host, limit=limit)
    return _first(runner.read(repository.root, "rev-parse", "--verify", "-q", "--end-of-options", where.tracking))


def push(repository: Repository, where: Destination, *, limit: float = LIMIT, halt: Halt | None = None) -> None:
    """Send the branch with its annotated tags, never by force; one without a place to go to is set to go there.

    Raises OvertakenError when somebody else was first, PushRefusedError when the other side did not accept it,
    PushHookError, another RemoteError, StoppedError.
    """
    ran = _talk(
        repository,
        where,
        *("push", "--porcelain", "--follow-tags", "--no-recurse-submodules", *(() if where.is_set else ("-u",))),
        *("--end-of-options", where.remote, f"{where.here}:{where.there}"),
        limit=limit,
        halt=halt,
    )
    if not ran.status:
        return
    refused = [line for line in ran.out.decode("utf-8", "replace").splitlines() if line.startswith("!")]
    if not refused:
        why = failure(ran, where.host, limit=limit)
        if type(why) is errors.RemoteFailedError and b"failed to push some refs" in ran.err:
            why = errors.PushHookError(where.host, why.lines)
        raise why
    if all(_REJECTED.search(line) for line in refused):
        raise errors.OvertakenError(where.host)
    raise errors.PushRefusedError(where.host, _their_words(ran, refused))


def _their_words(ran: Ran, refused: list[str]) -> tuple[str, ...]:
    """Return what the other side said about a refusal: its reason, and the lines that it wrote."""
    reasons = [found[1] for line in refused if (found := re.search(r"\(([^()]*)\)\s*$", line))]
    said = [line.strip() for line in ran.err.decode("utf-8", "replace").splitlines() if line.startswith("remote:")]
    lines = [line.removeprefix("remote:").strip() for line in said]
    return tuple(one_line(masked(line)) for line in (*reasons, *lines) if line)


def _talk(repository: Repository, where: Destination, *template: str, limit: float, halt: Halt | None) -> Ran:
    """Run a command that talks to the other side; raise SilentRemoteError when it takes too long."""
    own = runner.write(repository.root, "config", "--get", "core.sshCommand", limit=runner.READING_LIMIT)
    ssh = () if own.out.strip() else (f"core.sshCommand={_SSH}",)
    try:
        return runner.network(repository.root, *template, settings=(*_SETTINGS, *ssh), limit=limit, halt=halt)
    except TimedOutError as error:
        raise errors.SilentRemoteError(where.host, seconds=error.seconds) from error


def _first(ran: Ran) -> str | None:
    return ran.fields[0] if not ran.status and ran.fields else None
