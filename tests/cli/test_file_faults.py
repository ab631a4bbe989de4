"""What can be wrong with the file, as the person at the command line meets it: a sentence, and the file untouched."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from model.file import recovery
from model.file.digest import digest
from tests.cli.town import DAY, ROADMAP, program, surrounded

if TYPE_CHECKING:
    from tests.cli.town import Ran, Town

READING = [("check",), ("show",), ("list",), ("show", "T01"), ("history",), ("minutes",)]
WRITING = [("done", "T01"), ("add", "measure", "--title", "x", "--start", "k27", "--end", "k27"), ("undo",)]
CONFLICT = ROADMAP.replace(
    'status = "active"\n', '<<<<<<< HEAD\nstatus = "active"\n=======\nstatus = "done"\n>>>>>>> sivu\n', 1
)
IN_MB = 1_000_000

BROKEN: dict[str, tuple[bytes, str]] = {
    "invalid TOML": (ROADMAP.replace('title = "Avoin data"', 'title = "Avoin data').encode(), "Rivi "),
    "conflict markers": (CONFLICT.encode(), "Rivi "),
    "wrong type": (ROADMAP.replace('title = "Avoin data"', "title = 5").encode(), "T03"),
    "newer schema": (ROADMAP.replace("schema = 1", "schema = 2").encode(), "schema"),
    "empty": (b"", "tyhjä"),
    "binary": (b"\x7fELF\x00\x01\x02" * 100, "tekstitiedosto"),
    "latin-1": (ROADMAP.encode("latin-1"), "UTF-8"),
    "50 MB": (b"# " + b"x" * 50 * IN_MB, "50 M"),
}


def refused(ran: Ran) -> None:
    """A refusal: status 1, nothing said, one or more sentences and no traceback."""
    assert (ran.status, ran.out) == (1, "")
    assert ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("fault", BROKEN)
def test_a_file_that_cannot_be_read(folder: Town, fault: str) -> None:
    """Every verb says what is wrong and where, and leaves the file as it is."""
    data, said = BROKEN[fault]
    folder.roadmap.write_bytes(data)

    for words in READING[1:] + WRITING:
        ran = folder.types(*words)
        refused(ran)
        assert said in ran.err

    ran = folder.types("check")
    assert (ran.status, ran.err) == (1, "")
    assert said in ran.out
    assert folder.roadmap.read_bytes() == data


def test_a_folder_is_no_file(folder: Town) -> None:
    """`-f` names the file, not its folder."""
    ran = folder.types("-f", os.fspath(folder.folder), "show")

    refused(ran)
    assert "kansio" in ran.err


def test_no_such_file(folder: Town) -> None:
    """A name that is none says so, and how to make a roadmap."""
    ran = folder.types("-f", "puuttuu.toml", "show")

    refused(ran)
    assert "init" in ran.err


def test_a_pipe_is_no_file(folder: Town) -> None:
    """Something that would never end is not waited for."""
    os.mkfifo(folder.folder / "putki.toml")

    refused(folder.types("-f", "putki.toml", "show"))


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (('id = "T02"', 'id = "T01"'), "duplicate-id"),
        (('goals = ["asiointi"]', 'goals = ["muu"]'), "dangling"),
        (('title = "Avoin data"', 'title = "Avoin data"\nkustannus = 5'), "unknown-key"),
        (("[[goals]]", "[uusi]\nx = 1\n[[goals]]"), "unknown-table"),
        (('start = "2027H1"', 'start = "2029H1"'), "ends-before-start"),
    ],
)
def test_a_fault_that_can_be_worked_with(folder: Town, fault: tuple[str, str], code: str) -> None:
    """It is told with its line and kept as it is; decisions can be taken all the same."""
    old, new = fault
    folder.roadmap.write_text(ROADMAP.replace(old, new), encoding="utf-8")
    problems = folder.types("check", "--json").json
    assert code in [problem["code"] for problem in problems]
    assert all(problem["line"] for problem in problems)

    ran = folder.types("score", "palvelut", "3,5")

    assert ran.status == 0
    assert new in folder.text


def test_a_read_only_file_stays_as_it_is(town: Town) -> None:
    """Who marked the file read-only meant it."""
    town.roadmap.chmod(0o444)
    before = town.text

    ran = town.types("done", "T01")

    refused(ran)
    assert (town.text, town.subjects()) == (before, [])
    assert stat.S_IMODE(town.roadmap.stat().st_mode) == 0o444


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are set as on POSIX")
def test_a_full_disk_leaves_the_file_whole(town: Town) -> None:
    """No room for the new file: the old one stays, nothing half-written lies about."""
    before = town.text
    limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)); "
    run, code, start, *words = program(*DAY, "done", "T01")

    ran = subprocess.run(
        [run, code, limit + start, *words], cwd=town.folder, env=surrounded({}), capture_output=True, check=False
    )

    assert (ran.returncode, ran.stdout) == (1, b"")
    assert "tilaa" in ran.stderr.decode()
    assert (town.text, sorted(path.name for path in town.folder.iterdir())) == (before, [".git", "roadmap.toml"])


def test_what_failed_is_not_brought_back_later(town: Town, surroundings: os.PathLike[str]) -> None:
    """A command that could not save is over: no copy of it waits for the next session."""
    town.roadmap.chmod(0o444)
    town.types("done", "T01")

    left = [path for path in os.scandir(surroundings) if path.name != ".gitconfig"]
    assert [name for folder in left for _, _, names in os.walk(folder.path) for name in names] == []


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_mark_stay(town: Town, newline: str, mark: str) -> None:
    """A file with Windows line ends or a byte order mark keeps them."""
    town.roadmap.write_bytes((mark + ROADMAP.replace("\n", newline)).encode())

    assert town.types("done", "T01").status == 0

    assert town.text.startswith(mark + "schema")
    assert town.text.count("\r\n") == (town.text.count("\n") if newline == "\r\n" else 0)


@pytest.mark.parametrize("target", [".", "roadmap.toml/muistio.md"])
def test_minutes_that_cannot_be_put_there(town: Town, target: str) -> None:
    """A folder is no place for a text, nor is a file one for a folder."""
    town.types("meeting", "start")

    ran = town.types("minutes", "-o", target)

    refused(ran)
    assert len(ran.err.splitlines()) == 1


def test_work_that_waits_is_not_buried(town: Town) -> None:
    """What an earlier session could not save is decided about on the screen before anything new is written."""
    wanted = ROADMAP.replace('status = "active"', 'status = "done"')
    kept = recovery.Recovery(town.roadmap, digest(ROADMAP.encode()), wanted.encode())
    recovery.write(kept, os.environ)

    for words in (("done", "T02"), ("undo",)):
        refused(town.types(*words))

    assert town.text == ROADMAP
    assert recovery.read(town.roadmap, os.environ) == kept
    assert town.types("show").status == 0


def test_comments_are_given_up_only_by_name(town: Town) -> None:
    """A file that can only be written anew is left alone and its comments are named; `--allow-loss` gives them up."""
    inline = 'schema = 1 # muoto\ngoals = [{ id = "asiointi", title = "Helppo asiointi" }]\n'
    goals = '[[goals]]\nid = "asiointi"\ntitle = "Helppo asiointi"\n'
    town.roadmap.write_text(ROADMAP.replace(goals, "").replace("schema = 1\n", inline), encoding="utf-8")
    before = town.text

    ran = town.types("done", "T01")
    refused(ran)
    assert "# muoto" in ran.err
    assert "--allow-loss" in ran.err
    assert town.text == before

    assert town.types("done", "T01", "--allow-loss").status == 0
    assert "#" not in town.text
    assert town.types("undo").status == 0
    assert town.types("show", "T01", "--json").json["status"] == "active"
