"""Why a talk with another machine failed, judged by what git, ssh and the machine say under the C locale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from model.git import sync_errors as errors
from model.git.state import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from model.git.process import Ran

_SAID: Mapping[type[errors.RemoteError], tuple[str, ...]] = {
    errors.ForbiddenWayError: ("transport '[^']*' not allowed", "strange (hostname|pathname)"),
    errors.HostKeyError: (
        "host key verification failed",
        "host identification has changed",
        "host key is not cached",
    ),
    errors.CertificateError: (
        "certificate (problem|verif)",
        "certificate .*(expired|signed)",
        "unable to get local issuer",
    ),
    errors.OfflineError: (
        "could not resolve",
        "unable to look up",
        "name or service not known",
        "temporary failure in name",
        "network is (unreachable|down)",
        "no route to host",
        "nodename nor servname",
    ),
    errors.SilentRemoteError: ("timed out", "operation too slow"),
    errors.SignInError: (
        "authentication failed",
        r"permission denied \(",
        "could not read (username|password)",
        "prompts disabled",
        "returned error: 401",
        "too many authentication failures",
        "unable to get password",
    ),
    errors.NoRightsError: (
        "returned error: 403",
        "access denied",
        "permission to .* denied",
        "insufficient permission",
        "permission denied",
        "not enabled",
        "write access",
        "read-only",
    ),
    errors.NoSuchRepositoryError: (
        "does not appear to be a git repo",
        "repository .*not (found|exist)",
        "returned error: 404",
        "no such file or directory",
        "not a git repository",
    ),
    errors.ConnectionRefusedByHostError: (
        "connection (was )?(refused|reset|closed)",
        "failed to connect",
        "couldn't connect",
        "unable to connect",
        "hung up unexpectedly",
        "early eof",
        "empty reply",
    ),
}
"""The first kind of which something was said is the one: a host key that fails also closes the connection."""


def failure(ran: Ran, host: str, *, limit: float) -> errors.RemoteError:
    """Return the error for a talk with a machine that failed; `limit` is the time in seconds that it had."""
    said = words(ran.err)
    kind = next(_kinds("\n".join(said)), errors.RemoteFailedError)
    if kind is errors.SilentRemoteError:
        return errors.SilentRemoteError(host, said, limit)
    return kind(host, said)


def _kinds(text: str) -> Iterator[type[errors.RemoteError]]:
    for kind, phrases in _SAID.items():
        if re.search("|".join(phrases), text, re.IGNORECASE):
            yield kind
