"""Two people's copies of a roadmap and the repository between them; servers on this machine, real and broken ones."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import TYPE_CHECKING, ClassVar

from model.git.state import locate
from model.git.sync import Desk, Synced, Terms, sync
from tests.cli.town import ROADMAP
from tests.git.conftest import Town

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from model.git.process import Halt
    from model.git.remote import Destination

DAY = date(2026, 11, 24)
LIMIT = 60.0


def always(where: Destination) -> bool:
    """Agree to wherever it goes."""
    del where
    return True


def told(before: bytes | None, found: bytes) -> str:
    """Return the text of the commit for a hand edit."""
    del before, found
    return "käsin muutettu\n"


@dataclass(frozen=True, slots=True)
class Copy(Town):
    """One person's copy."""

    def syncs(
        self,
        *,
        agreed: Callable[[Destination], bool] = always,
        limit: float = LIMIT,
        desk: Desk | None = None,
        halt: Halt | None = None,
    ) -> Synced:
        """Bring this copy and the repository between together."""
        terms = Terms(describe=told, merging="yhdistetty\n", day=DAY, agreed=agreed, taken=bytes, limit=limit)
        return sync(self.roadmap, terms, desk=desk, halt=halt)

    @property
    def text(self) -> str:
        """What the roadmap's file says."""
        return self.roadmap.read_text("utf-8")

    def edits(self, old: str, new: str, *, records: bool = True) -> None:
        """Change a word of the roadmap, and commit it unless told otherwise."""
        assert old in self.text
        self.write(self.text.replace(old, new).encode())
        if records:
            self.git("commit", "-q", "-m", f"{old} → {new}", "roadmap.toml")

    def writes(self, name: str, text: str, *, records: bool = True) -> None:
        """Write another file, and commit it unless told otherwise."""
        (self.folder / name).write_text(text, encoding="utf-8")
        if records:
            self.git("add", name)
            self.git("commit", "-q", "-m", name, "--", name)

    @property
    def head(self) -> str:
        """The commit at HEAD."""
        return self.git("rev-parse", "HEAD")

    def parents(self) -> int:
        """Count the parents of HEAD."""
        return len(self.git("log", "-1", "--format=%P").split())

    def status(self) -> str:
        """Return what git says of the work tree."""
        return self.git("status", "--porcelain")


@dataclass(frozen=True, slots=True)
class Copies:
    """A repository between, and two copies of it."""

    between: Path
    ours: Copy
    theirs: Copy

    def git(self, *words: str) -> str:
        """Run git in the repository between."""
        return Town(self.between).git(*words)


def made(folder: Path) -> Copies:
    """Make a bare repository and two clones, whose owners are Erkki and Saara."""
    between = folder / "between.git"
    subprocess.run(["git", "init", "-q", "--bare", str(between)], check=True)
    copies = Copies(between, Copy(folder / "ours"), Copy(folder / "theirs"))
    subprocess.run(["git", "clone", "-q", str(between), str(copies.ours.folder)], check=True, capture_output=True)
    copies.ours.write(ROADMAP.encode())
    copies.ours.git("add", "roadmap.toml")
    copies.ours.git("commit", "-q", "-m", "alku")
    copies.ours.git("push", "-q", "-u", "origin", "main")
    subprocess.run(["git", "clone", "-q", str(between), str(copies.theirs.folder)], check=True)
    copies.theirs.git("config", "user.name", "Saara Sihteeri")
    return copies


def sound(copies: Copies) -> bool:
    """Whether all three repositories are whole and the copies have nothing unfinished."""
    for folder in (copies.between, copies.ours.folder, copies.theirs.folder):
        subprocess.run(["git", "fsck", "--strict"], cwd=folder, check=True, capture_output=True)
    return locate(copies.ours.roadmap).unfinished is None


@contextmanager
def serving(server: ThreadingTCPServer | ThreadingHTTPServer) -> Iterator[int]:
    """Run a server on this machine and give its port."""
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def git_daemon(folder: Path, *options: str) -> Iterator[str]:
    """Serve the repositories of a folder by git's own daemon; give the address."""

    class Handler(BaseRequestHandler):
        """Hands a connection over to the daemon."""

        def handle(self) -> None:
            """Run a daemon for this connection."""
            command = ["git", "daemon", "--inetd", "--export-all", f"--base-path={folder}", *options, str(folder)]
            connection = self.request.fileno()
            subprocess.run(command, stdin=connection, stdout=connection, stderr=subprocess.DEVNULL, check=False)

    with serving(ThreadingTCPServer(("127.0.0.1", 0), Handler)) as port:
        yield f"git://127.0.0.1:{port}"


@dataclass
class Web:
    """A server of git over http: what it asks of who comes, and what it was told."""

    folder: Path
    user: str = ""
    """Who must sign in, as `name:password` in base 64; anybody may when empty."""
    forbids: bool = False
    asked: list[str] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    """Answers by git's own program for the web."""

    web: ClassVar[Web]

    def do_GET(self) -> None:
        """Answer a question."""
        self._answer(b"")

    def do_POST(self) -> None:
        """Take in what is sent."""
        self._answer(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that it has there
        """Say nothing."""

    def _answer(self, body: bytes) -> None:
        given = self.headers.get("Authorization", "")
        self.web.asked.append(given)
        if self.web.user and given != f"Basic {self.web.user}":
            self._refuse(401, ("WWW-Authenticate", 'Basic realm="git"'))
        elif self.web.forbids:
            self._refuse(403)
        else:
            head, _, content = self._run(body).partition(b"\r\n\r\n")
            lines = [line.partition(": ") for line in head.decode().split("\r\n")]
            status = next((value for name, _, value in lines if name == "Status"), "200 OK")
            self.send_response(int(status.split()[0]))
            for name, _, value in lines:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

    def _refuse(self, status: int, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", "0")):
            self.send_header(name, value)
        self.end_headers()

    def _run(self, body: bytes) -> bytes:
        path, _, query = self.path.partition("?")
        environ = {
            **os.environ,
            "GIT_PROJECT_ROOT": str(self.web.folder),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "REMOTE_USER": "saara",
        }
        return subprocess.run(["git", "http-backend"], input=body, env=environ, capture_output=True, check=True).stdout


@contextmanager
def web_server(web: Web) -> Iterator[str]:
    """Serve the repositories of a folder over http; give the address."""

    class Handler(_Handler):
        """Answers for one folder."""

    Handler.web = web
    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def silent_server() -> Iterator[tuple[str, socket.socket]]:
    """Take connections and never answer; give the address and the socket that they come to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(LIMIT)
        yield f"git://127.0.0.1:{server.getsockname()[1]}", server
