"""Git runs without a terminal, without the surroundings' settings, and reading runs nobody's programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from model.git import runner
from model.git.errors import NoGitError, TimedOutError
from model.git.history import history
from model.git.record import commit
from model.git.state import inspect

if TYPE_CHECKING:
    from tests.git.conftest import Town

ROOT = Path(__file__).parents[2]
PROGRAMS = (
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.sshCommand",
    "core.askPass",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "credential.helper",
    "diff.external",
    "diff.d.command",
    "diff.d.textconv",
    "filter.f.clean",
    "filter.f.process",
    "gpg.program",
    "gpg.ssh.program",
    "pager.log",
    "pager.ls-files",
    "remote.o.uploadpack",
    "sequence.editor",
)
ASKING = """
import fcntl, sys, termios
from pathlib import Path
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from model.git.errors import HookRefusedError
from model.git.record import commit
try:
    commit(Path(sys.argv[1]), "x\\n", content=Path(sys.argv[1]).read_bytes())
except HookRefusedError:
    sys.exit(7)
"""


@pytest.mark.skipif(os.name != "posix", reason="controlling terminals are POSIX's")
def test_hook_cannot_ask_at_the_terminal(town: Town) -> None:
    """A hook that wants an answer finds no terminal: it fails at once, and nothing is drawn over the screen."""
    town.hook("pre-commit", "echo Salasana: > /dev/tty", "read answer < /dev/tty")
    town.write(b"a = 1\n")
    screen, terminal = os.openpty()

    asked = subprocess.run(
        [sys.executable, "-c", ASKING, str(town.roadmap)],
        stdin=terminal,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
        timeout=60,
        check=False,
    )

    os.close(terminal)
    os.set_blocking(screen, False)
    assert asked.returncode == 7
    try:
        assert os.read(screen, 100) == b""
    except OSError:
        pass  # a terminal that nobody holds any more and nobody wrote to
    finally:
        os.close(screen)


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"])
def test_surroundings_do_not_choose_the_repository(town: Town, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A GIT_DIR left over from a hook or a script does not lead the commit elsewhere."""
    content = town.write(b"a = 1\n")
    monkeypatch.setenv(name, str(town.folder / "muualla"))

    commit(town.roadmap, "x\n", content=content)

    monkeypatch.delenv(name)
    assert town.git("show", "HEAD:roadmap.toml") == "a = 1"
    assert not (town.folder / "muualla").exists()


def test_environment_names_no_way_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both profiles drop GIT_* but the identity, and answer every question with no."""
    for name in ("GIT_SSH_COMMAND", "GIT_CONFIG_COUNT", "GPG_TTY", "GIT_AUTHOR_NAME"):
        monkeypatch.setenv(name, "1")

    for writing in (True, False):
        found = runner.environment(writing=writing)
        assert not {"GIT_SSH_COMMAND", "GIT_CONFIG_COUNT", "GPG_TTY"} & set(found)
        assert found["GIT_AUTHOR_NAME"] == "1"
        assert (found["GIT_TERMINAL_PROMPT"], found["GIT_EDITOR"], found["LC_ALL"]) == ("0", "false", "C.UTF-8")


def test_git_of_the_current_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file called git beside the roadmap is a file; only absolute folders of the search path count."""
    trap = tmp_path / "git"
    trap.write_text("#!/bin/sh\n", encoding="utf-8")
    trap.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "bin"]))

    with pytest.raises(NoGitError):
        runner.program()


def test_reading_has_a_time_limit(
    town: Town, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A git that never ends is ended, also while its answer is read as a stream."""
    place = tmp_path_factory.mktemp("slow")
    town.script(place / "git", "echo alku", "sleep 600")
    monkeypatch.setenv("PATH", os.pathsep.join([str(place), os.environ["PATH"]]))
    monkeypatch.setattr(runner, "READING_LIMIT", 0.3)

    with pytest.raises(TimedOutError):
        runner.read(town.folder, "version")
    with pytest.raises(TimedOutError), runner.reading(town.folder, "version") as stream:
        assert b"alku\n".startswith(stream.read())  # nothing, where the limit came first


def test_stream_may_be_left_early(town: Town) -> None:
    """Whoever has seen enough leaves, and the command ends."""
    with runner.reading(town.folder, "cat-file", "--batch-check", given=b"HEAD\n" * 10) as stream:
        assert b"commit" in stream.readline()


def planted(town: Town, folder: Path) -> Path:
    """Make the repository run a program wherever git lets it; return the file which that program would write."""
    caught = folder / "ansa"
    program = str(town.script(folder / "ohjelma", f"echo $0 $* >> {caught}", "cat"))
    hooks = town.folder / ".git" / "hooks"
    for name in ("post-index-change", "pre-commit", "post-checkout", "reference-transaction", "fsmonitor-watchman"):
        town.script(hooks / name, f"echo {name} >> {caught}")
    for key in PROGRAMS:
        town.git("config", key, program)
    for alias in ("log", "ls-files", "rev-parse", "cat-file", "check-ignore"):
        town.git("config", f"alias.{alias}", f"!{program}")
    settings = {"log.showSignature": "true", "remote.o.promisor": "true", "remote.o.url": f"ext::{program}"}
    for key, value in (settings | {"core.repositoryFormatVersion": "1", "extensions.partialClone": "o"}).items():
        town.git("config", key, value)
    (town.folder / ".gitattributes").write_text("*.toml filter=f diff=d\n", encoding="utf-8")
    caught.unlink(missing_ok=True)
    return caught


def test_reading_a_foreign_repository_runs_nothing_of_it(town: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Looking at a folder that somebody sent runs none of the programs that its configuration names."""
    caught = planted(town, tmp_path_factory.mktemp("trap"))
    town.write(b"a = 1\n")

    state = inspect(town.roadmap)
    assert len(list(history(town.roadmap))) == 1
    with runner.reading(town.folder, "cat-file", "--batch", given=b"HEAD:roadmap.toml\n" + b"1" * 40 + b"\n") as stream:
        stream.read()

    assert state.kept.keeping == "tracked"
    assert not caught.exists()
    town.git("status", fails=True)
    assert caught.exists(), "the trap itself works"
