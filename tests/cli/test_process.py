"""The program as a process: without a terminal, in any locale, with its reader gone, interrupted in mid-save."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.town import DAY, ROADMAP, program, surrounded

if TYPE_CHECKING:
    from tests.cli.town import Town

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, pipes and locales as on POSIX")

# A save in which the moment before the swap lasts until somebody ends the program.
SLOW = """\
import os, time
synced = os.fsync
def waiting(fd):
    print("saving", flush=True)
    time.sleep(60)
    synced(fd)
os.fsync = waiting
"""
FAILING = """\
import model.standing
def broken(*words, **options):
    secret = "henkilötieto"
    raise ZeroDivisionError(secret)
model.standing.standing = broken
"""


def test_without_a_terminal_the_bare_command_prints(folder: Town) -> None:
    """Nothing is drawn into a pipe: `tiekartta` and `tiekartta FILE` say what `show` says."""
    shown = folder.runs("show")

    assert (shown.status, shown.err) == (0, "")
    assert folder.runs() == shown
    assert folder.runs("roadmap.toml") == shown


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_cannot_draw_is_printed_to(folder: Town, term: str) -> None:
    """With TERM dumb or unset the bare command prints, though there is a terminal on both ends."""
    master, terminal = os.openpty()
    with subprocess.Popen(
        program(*DAY),
        cwd=folder.folder,
        env=surrounded({"TERM": term}),
        stdin=terminal,
        stdout=terminal,
        stderr=subprocess.STDOUT,
    ) as process:
        os.close(terminal)
        shown = b""
        while chunk := _read(master):
            shown += chunk
    os.close(master)

    assert process.returncode == 0
    assert shown.decode().replace("\r\n", "\n") == folder.runs("show").out


def _read(master: int) -> bytes:
    """Read from a terminal; empty when the other end is closed."""
    try:
        return os.read(master, 65_536)
    except OSError:
        return b""


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "fi_FI.ISO-8859-1", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "ascii:strict"},
    ],
    ids=["C", "ascii", "latin-1", "strict"],
)
def test_any_locale_will_do(town: Town, environ: dict[str, str]) -> None:
    """What goes into a pipe is UTF-8 whatever the locale says; no letter stops the program."""
    shown = town.runs("show", **environ)
    assert (shown.status, shown.err) == (0, "")
    assert "Sähköinen perehdytys: käynnissä, myöhässä" in shown.out

    done = town.runs("done", "T01", "--result", "Käytössä → ääkköset", **environ)
    assert (done.status, done.err) == (0, "")
    assert "Käytössä → ääkköset" in town.text


def test_a_latin_1_terminal_gets_what_it_can_show(folder: Town) -> None:
    """On a terminal of another encoding letters come out right; what it has no letter for is a question mark."""
    folder.roadmap.write_text(ROADMAP.replace("Avoin data", "Avoin data → käyttöön"), encoding="utf-8")
    master, terminal = os.openpty()
    environ = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    subprocess.run(
        program(*DAY, "show", "T03"),
        cwd=folder.folder,
        env=surrounded(environ),
        stdin=terminal,
        stdout=terminal,
        check=True,
    )
    shown = os.read(master, 65_536)
    os.close(master)
    os.close(terminal)

    assert "Avoin data ? käyttöön".encode("latin-1") in shown


def test_a_reader_that_leaves_is_no_failure_worth_a_word(folder: Town) -> None:
    """`tiekartta list | head -1` prints one line and no complaint."""
    many = "".join(
        f'\n[[measures]]\nid = "X{number}"\ntitle = "{"pitkä " * 50}"\nstart = "2026H1"\nend = "2026H2"\n'
        for number in range(2000)
    )
    folder.roadmap.write_text(ROADMAP + many, encoding="utf-8")

    with subprocess.Popen(
        program(*DAY, "list"),
        cwd=folder.folder,
        env=surrounded({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"T01")
        process.stdout.close()
        complaint = process.stderr.read()

    assert (process.returncode, complaint) == (141, b"")


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["SIGINT", "SIGTERM", "SIGHUP"],
)
def test_ended_in_mid_save_the_old_file_is_whole(town: Town, number: signal.Signals, status: int) -> None:
    """Ctrl+C, a hang-up or a request to end in the middle of a save: the old file, and nothing beside it."""
    run, code, start, *words = program(*DAY, "done", "T01")

    with subprocess.Popen(
        [run, code, f"{SLOW}{start}", *words],
        cwd=town.folder,
        env=surrounded({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"saving\n"
        process.send_signal(number)
        complaint = process.stderr.read()

    assert (process.returncode, b"Traceback" in complaint) == (status, False)
    assert town.text == ROADMAP
    assert sorted(path.name for path in town.folder.iterdir()) == [".git", "roadmap.toml"]


def test_a_failure_of_the_program_is_a_sentence(folder: Town) -> None:
    """No traceback and nothing of the roadmap; where in the code it failed is in a file."""
    run, code, start, *words = program(*DAY, "show")

    ran = subprocess.run(
        [run, code, f"{FAILING}{start}", *words],
        cwd=folder.folder,
        env=surrounded({"TMPDIR": os.fspath(folder.folder)}),
        capture_output=True,
        check=False,
    )

    (line,) = ran.stderr.decode().splitlines()
    (details,) = folder.folder.glob("tiekartta-*.txt")
    assert (ran.returncode, os.fspath(details) in line) == (1, True)
    assert "henkilötieto" not in details.read_text(encoding="utf-8") + line


def test_a_folder_that_is_gone(folder: Town) -> None:
    """The folder in which a command is typed may have been removed."""
    gone = folder.folder / "gone"
    gone.mkdir()
    code = f"import os; os.chdir({os.fspath(gone)!r}); os.rmdir({os.fspath(gone)!r}); "
    run, option, start, *words = program(*DAY, "show")

    ran = subprocess.run([run, option, code + start, *words], env=surrounded({}), capture_output=True, check=False)

    assert (ran.returncode, ran.stdout) == (1, b"")
    assert b"Traceback" not in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
