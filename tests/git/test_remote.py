"""Talking to another machine: over real servers, and what is said when it refuses, hangs or is not there."""

from __future__ import annotations

import base64
import os
import socket
import threading
from typing import TYPE_CHECKING

import pytest

from exporters.refusals import refusal_sentence
from exporters.words import LANGUAGES, Words
from model.git import sync_errors as errors
from model.git.errors import GitError, UntrustedError
from model.git.masking import masked
from model.git.process import Halt
from model.git.remote import destination
from model.git.state import locate
from model.git.trust import allow, runs
from model.git.unsent import unsent
from tests.git.copies import Copies, Copy, Web, git_daemon, made, silent_server, web_server

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "hunter2hunter2"  # noqa: S105 - a canary


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    """Two clones of one bare repository, each with something to send."""
    found = made(tmp_path)
    found.theirs.edits("Avoin data", "Avoin tieto")
    found.theirs.git("push", "-q")
    found.ours.edits("Verkkomaksaminen", "Verkkomaksut")
    return found


def leads(copies: Copies, address: str) -> Copy:
    """Have our copy go to an address."""
    copies.ours.git("remote", "set-url", "origin", address)
    return copies.ours


def refused(copy: Copy, *, limit: float = 60.0, waiting: int | None = 1) -> GitError:
    """Return why it did not work, with nothing received, changed or half done, and no secret in any sentence.

    `waiting` commits are known to be unsent; where it leads nowhere that could be used that is None.
    """
    before = (copy.head, copy.text, copy.status())
    with pytest.raises(GitError) as caught:
        copy.syncs(limit=limit)
    assert (copy.head, copy.text, copy.status()) == before
    assert unsent(copy.roadmap) == waiting
    assert locate(copy.roadmap).lock is None
    for language in LANGUAGES:
        said = refusal_sentence(caught.value, Words(language))
        assert SECRET not in said
        assert said.endswith(".") or isinstance(caught.value, errors.RemoteFailedError)
    return caught.value


def test_gits_own_daemon(copies: Copies) -> None:
    """Over git:// what they sent comes in; a server that only gives says so when something is sent."""
    with git_daemon(copies.between.parent) as address:
        done = leads(copies, f"{address}/between.git").syncs()

    assert (done.received, done.merged, done.sent) == (1, True, 0)
    assert isinstance(done.hindrance, errors.NoRightsError)
    assert done.hindrance.host == "127.0.0.1"

    with git_daemon(copies.between.parent, "--enable=receive-pack") as address:
        assert leads(copies, f"{address}/between.git").syncs().sent == 1


def test_a_real_server_over_http(copies: Copies) -> None:
    """Fetch, merge and push over http, as on any server of git."""
    with web_server(Web(copies.between.parent)) as address:
        done = leads(copies, f"{address}/between.git").syncs()

    assert (done.received, done.sent, done.hindrance) == (1, 1, None)
    assert copies.git("rev-parse", "main") == copies.ours.head


def test_a_password_that_is_known_is_used_and_never_shown(copies: Copies) -> None:
    """Who signs in by the address does; the address is shown without it."""
    user = base64.b64encode(f"erkki:{SECRET}".encode()).decode()
    with web_server(Web(copies.between.parent, user=user)) as address:
        copy = leads(copies, f"{address.replace('//', f'//erkki:{SECRET}@')}/between.git")
        done = copy.syncs()

    assert done.sent == 1
    assert SECRET not in repr(done)


def test_a_password_that_is_asked_for(copies: Copies) -> None:
    """There is no terminal to ask at: it ends at once and says what to do."""
    web = Web(copies.between.parent, user="x")
    with web_server(web) as address:
        for place in (address, address.replace("//", f"//erkki:{SECRET}@")):
            error = refused(leads(copies, f"{place}/between.git"))

            assert isinstance(error, errors.SignInError)
    assert any(web.asked)


def test_no_rights_and_no_such_repository(copies: Copies) -> None:
    """A server that knows who asks may still refuse, or know nothing of the kind."""
    with web_server(Web(copies.between.parent, forbids=True)) as address:
        assert isinstance(refused(leads(copies, f"{address}/between.git")), errors.NoRightsError)
    with web_server(Web(copies.between.parent)) as address:
        assert isinstance(refused(leads(copies, f"{address}/nowhere.git")), errors.NoSuchRepositoryError)
    assert isinstance(refused(leads(copies, str(copies.between / "nowhere"))), errors.NoSuchRepositoryError)


def test_nobody_listens(copies: Copies) -> None:
    """A machine that takes no connection is told apart from one that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    for scheme in ("git", "http"):
        error = refused(leads(copies, f"{scheme}://127.0.0.1:{port}/x.git"))

        assert isinstance(error, errors.ConnectionRefusedByHostError)


@pytest.mark.parametrize("address", ["git://kunta.invalid/x.git", "http://kunta.invalid/x.git"])
def test_no_such_machine(copies: Copies, address: str) -> None:
    """Offline is normal: the sentence says that all is kept, and how much waits is known."""
    error = refused(leads(copies, address))

    assert isinstance(error, errors.OfflineError)
    assert error.host == "kunta.invalid"


def test_a_server_that_hangs(copies: Copies) -> None:
    """After the time that it has, git is ended with all its children."""
    with silent_server() as (address, _):
        error = refused(leads(copies, f"{address}/x.git"), limit=0.5)

    assert isinstance(error, errors.SilentRemoteError)
    assert error.seconds == 0.5


def test_a_server_that_hangs_is_left_by_hand(copies: Copies) -> None:
    """As soon as somebody asks for the end it ends."""
    halt, ended = Halt(), list[Exception]()

    def syncs() -> None:
        try:
            copies.ours.syncs(halt=halt)
        except GitError as error:
            ended.append(error)

    with silent_server() as (address, server):
        leads(copies, f"{address}/x.git")
        thread = threading.Thread(target=syncs)
        thread.start()
        connection, _ = server.accept()
        with connection:
            halt.ask()
            thread.join(30)

    assert not thread.is_alive()
    assert [type(error) for error in ended] == [errors.StoppedError]
    assert locate(copies.ours.roadmap).lock is None


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (
            (
                "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@",
                "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @",
                "Host key verification failed.",
            ),
            errors.HostKeyError,
        ),
        (("No ED25519 host key is known for kunta and you have requested strict checking.",), errors.RemoteFailedError),
        (("erkki@kunta: Permission denied (publickey,password).",), errors.SignInError),
        (("ssh: Could not resolve hostname kunta: Name or service not known",), errors.OfflineError),
        (("ssh: connect to host kunta port 22: Connection timed out",), errors.SilentRemoteError),
        (("ssh: connect to host kunta port 22: Connection refused",), errors.ConnectionRefusedByHostError),
        (("ssh: connect to host kunta port 22: No route to host",), errors.OfflineError),
        (("ERROR: Repository not found.",), errors.NoSuchRepositoryError),
        (("ERROR: Permission to kunta/kartta.git denied to erkki.",), errors.NoRightsError),
        ((f"Authorization: Bearer {SECRET}", "kummallista"), errors.RemoteFailedError),
    ],
)
def test_what_ssh_says(copies: Copies, tmp_path: Path, *, said: tuple[str, ...], error: type[Exception]) -> None:
    """Each of its complaints is a sentence of its own; nobody is asked, for there is nobody to ask."""
    lines = (f"printf '%s\\n' '{line}' >&2" for line in said)
    script = Copy.script(tmp_path / "ssh", *lines, "exit 255")
    copies.ours.git("config", "--global", "core.sshCommand", str(script))

    found = refused(leads(copies, "erkki@kunta:kartta.git"))

    assert type(found) is error
    assert isinstance(found, errors.RemoteError)
    assert found.host == "kunta"


def test_ssh_is_told_to_ask_nothing(copies: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody has a command of their own for ssh, it is ours: without questions, with a limit for connecting."""
    Copy.script(tmp_path / "bin" / "ssh", f'echo "$@" > {tmp_path}/asked', "exit 255")
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:/usr/bin:/bin")

    refused(leads(copies, "ssh://kunta/kartta.git"))

    asked = (tmp_path / "asked").read_text("utf-8")
    assert "-oBatchMode=yes" in asked
    assert "-oConnectTimeout=10" in asked


@pytest.mark.parametrize(
    "address",
    [
        "-oProxyCommand=touch ran",
        "--upload-pack=touch ran",
        "ext::sh -c 'touch ran'",
        "transport::kunta",
        "fd::7",
        "ftp://kunta/x.git",
        "ssh://-oProxyCommand=touch/x",
        "ssh://erkki@-oProxyCommand=touch/x",
        "-oProxyCommand=touch:x",
        "kunta:x\x1b[2J",
    ],
)
def test_an_address_that_is_more_than_one_is_refused(copies: Copies, address: str) -> None:
    """No address becomes an option or runs a program; nothing was run to find that out."""
    copies.ours.git("config", "remote.origin.url", address)

    error = refused(copies.ours, waiting=None)

    assert isinstance(error, (errors.UnsafeRemoteError, UntrustedError))
    assert not (copies.ours.folder / "ran").exists()
    with pytest.raises(errors.UnsafeRemoteError):
        destination(locate(copies.ours.roadmap))


def test_a_remote_that_is_called_as_an_option(copies: Copies) -> None:
    """The name of a remote comes from a file that anybody may have written."""
    copies.ours.git("config", "remote.--upload-pack=touch ran.url", str(copies.between))
    copies.ours.git("config", "branch.main.remote", "--upload-pack=touch ran")

    assert isinstance(refused(copies.ours, waiting=None), (errors.UnsafeRemoteError, errors.NoUpstreamError))
    assert not (copies.ours.folder / "ran").exists()


@pytest.mark.parametrize(
    ("name", "value"), [("remote.origin.vcs", "ext"), ("remote.origin.uploadpack", "touch ran; git-upload-pack")]
)
def test_a_program_in_the_place_of_a_transport(copies: Copies, name: str, value: str) -> None:
    """What the configuration of the folder would have run for a remote is not run before somebody has allowed it."""
    copies.ours.git("config", name, value)

    assert isinstance(refused(copies.ours), UntrustedError)
    assert not (copies.ours.folder / "ran").exists()


def test_a_server_that_checks_what_it_takes(copies: Copies) -> None:
    """What a hook there says is passed on, masked; what came in before stays, and can be sent later."""
    lines = ("Haara on suojattu.", f"https://x:{SECRET}@kunta/")
    Copy.script(copies.between / "hooks" / "pre-receive", *(f"echo '{line}' >&2" for line in lines), "exit 1")
    repository = locate(copies.ours.roadmap)
    allow(repository, runs(repository), os.environ)

    done = copies.ours.syncs()

    assert isinstance(done.hindrance, errors.PushRefusedError)
    assert done.hindrance.lines[:2] == ("pre-receive hook declined", "Haara on suojattu.")
    assert SECRET not in repr(done.hindrance.lines)
    assert (done.received, done.merged, done.sent, done.unsent) == (1, True, 0, 1)

    (copies.between / "hooks" / "pre-receive").unlink()
    assert copies.ours.syncs().sent == 1


def test_a_branch_that_somebody_works_on(copies: Copies) -> None:
    """A repository with a work tree does not take what would change it."""
    done = leads(copies, str(copies.theirs.folder)).syncs()

    assert isinstance(done.hindrance, errors.PushRefusedError)
    assert "checked out" in done.hindrance.lines[0]


def test_a_check_of_our_own_before_sending(copies: Copies) -> None:
    """The hook here runs only when a person has allowed it, and says why nothing goes out."""
    Copy.script(copies.ours.folder / ".git" / "hooks" / "pre-push", "echo ei nyt >&2", "exit 1")
    assert isinstance(refused(copies.ours), UntrustedError)
    repository = locate(copies.ours.roadmap)
    allow(repository, runs(repository), os.environ)

    done = copies.ours.syncs()

    assert isinstance(done.hindrance, errors.PushHookError)
    assert done.hindrance.lines[0] == "ei nyt"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("https://erkki:s4l4@kunta/x.git", "https://…@kunta/x.git"),
        ("https://ghp_abc123def456@github.example/x", "https://…@github.example/x"),
        ("https://a:p@ss@kunta/x", "https://…@kunta/x"),
        ("Authorization: Bearer abc.def", "Authorization: Bearer …"),
        ("token ghp_0123456789abcdef0123456789abcdef0123", "token …"),
        ("password=hunter2 user=erkki", "password=… user=erkki"),
        ('"private_token": "x y"', '"private_token": …'),
        ("https://kunta/x?access_token=abc&y=1", "https://kunta/x?access_token=…&y=1"),
        ("0123456789abcdef0123456789abcdef01234567", "0123456789abcdef0123456789abcdef01234567"),
        ("AAAAB3NzaC1yc2EAAAADAQABAAABgQC7vbqajDw4o6gJy8UtmIbku", "…"),
        (
            "remote: tarkistus epäonnistui tiedostossa roadmap.toml",
            "remote: tarkistus epäonnistui tiedostossa roadmap.toml",
        ),
        (f"fatal: 'https://a:1/{SECRET}@kunta.fi/x/': illegal", "fatal: 'https://…@kunta.fi/x/': illegal"),
        (f"//a:{SECRET}@levy/x.git", "//…@levy/x.git"),
        ("unable to access 'https://a:b c@kunta.fi/x': URL", "unable to access 'https://…@kunta.fi/x': URL"),
        ("erkki:s4l4@kunta.fi:tiekartta.git", "…@kunta.fi:tiekartta.git"),
        ("git@kunta.fi:tiekartta.git, klo 9:30 erkki@kunta.fi", "git@kunta.fi:tiekartta.git, klo 9:30 erkki@kunta.fi"),
        (
            "refs/heads/kunta-tiekartta-kevät-paljon-pitkiä-sanoja",
            "refs/heads/kunta-tiekartta-kevät-paljon-pitkiä-sanoja",
        ),
    ],
)
def test_secrets_are_masked_and_words_are_not(said: str, shown: str) -> None:
    """What may be a secret is `…`; the name of a commit or a branch is no secret."""
    assert masked(said) == shown
