"""Git in trouble: a sentence on the screen says what is the matter, work goes on, and the file is saved anyway."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.e2e.autumn import BEGIN, WALK, decided

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.terminal import Terminal
    from tests.e2e.town import Town

UNRECORDED = "EI KIRJATTU"


def test_a_failing_hook_is_told_and_tried_again(town: Town) -> None:
    """What the hook said is on the screen; once it lets commits through, each decision gets its own after all."""
    town.hook("pre-commit", "echo 'Muotoilu pettää' >&2; exit 1")
    terminal = _decided(town)

    terminal.see(UNRECORDED, "Muotoilu pettää")
    assert town.subjects() == ["alku"]
    town.hook("pre-commit", "exit 0")
    WALK[1].play(terminal)

    _recorded(town, terminal, turns=2)
    assert not terminal.sees("Muotoilu pettää")
    assert town.subjects()[-2:] == [f"§ 5 {WALK[0].subject}", f"§ 6 {WALK[1].subject}"]


def test_a_lock_of_another_git_is_told_by_name(town: Town) -> None:
    """A lock that stays is named; when it is gone the next decision brings the commits that are owed."""
    lock = town.folder / ".git" / "index.lock"
    lock.touch()
    terminal = _decided(town)

    terminal.see(UNRECORDED, r"index\.lock")
    lock.unlink()
    WALK[1].play(terminal)

    _recorded(town, terminal, turns=2)
    assert len(town.subjects()) == 4


def test_a_slow_hook_keeps_nobody_waiting(town: Town) -> None:
    """The next card is up while a hook still runs, and every decision is a commit in the end."""
    gate = town.folder / ".git" / "portti"
    town.hook("pre-commit", f"until test -e {gate}; do sleep 0.05; done")
    terminal = _decided(town)

    for turn in WALK[1:3]:
        turn.play(terminal)
    assert town.subjects() == ["alku"]
    gate.touch()

    _recorded(town, terminal, turns=3)
    assert town.subjects()[-3:] == [f"§ {number} {turn.subject}" for number, turn in enumerate(WALK[:3], 5)]


def test_nobody_is_asked_on_the_screen(town: Town, tmp_path: Path) -> None:
    """A hook or a signing program that opens the terminal finds none: the screen stays ours, the commit is refused."""
    town.hook("pre-commit", "echo SALASANA? > /dev/tty && exit 0; stty -a < /dev/tty > /dev/null && exit 0", "exit 1")
    signer = tmp_path / "signer"
    shutil.copy(town.folder / ".git" / "hooks" / "pre-commit", signer)
    terminal = _decided(town)
    terminal.see(UNRECORDED)
    (town.folder / ".git" / "hooks" / "pre-commit").unlink()
    town.git("config", "commit.gpgsign", "true")
    town.git("config", "--global", "gpg.program", str(signer))

    WALK[1].play(terminal)

    terminal.see(UNRECORDED, "allekirjoit")
    assert b"SALASANA" not in terminal.raw
    assert "Koulutus pidetty" in town.text


def test_without_git_the_file_is_saved(folder: Town, tmp_path: Path) -> None:
    """Where no git is installed the decisions are in the file, and a sentence says what is missing."""
    bare = tmp_path / "bin"
    bare.mkdir()
    terminal = _decided(folder, environ={"PATH": str(bare)})

    terminal.see(UNRECORDED, r"git")
    assert "Koulutus pidetty" in folder.text
    WALK[1].play(terminal)
    terminal.press("h")
    terminal.see("Historia", "git")
    terminal.press("q")
    assert terminal.ended() == 0


def test_without_a_repository_the_file_is_saved(folder: Town) -> None:
    """A folder that is no repository keeps the decisions in the file; made one, it gets its first commits."""
    terminal = _decided(folder)

    terminal.see(UNRECORDED, "git init")
    assert "Koulutus pidetty" in folder.text
    folder.git("init", "--quiet")
    WALK[1].play(terminal)

    _recorded(folder, terminal, turns=2)


def test_a_merge_in_progress_is_told(town: Town) -> None:
    """In the middle of somebody's merge nothing is committed; the sentence says what to finish."""
    (town.folder / ".git" / "MERGE_HEAD").write_text(town.git("rev-parse", "HEAD") + "\n", encoding="utf-8")
    terminal = _decided(town)

    terminal.see(UNRECORDED, "kesken")
    assert town.subjects() == ["alku"]
    (town.folder / ".git" / "MERGE_HEAD").unlink()
    terminal.press("q")
    assert terminal.ended() == 0
    assert town.subjects()[-1] == f"§ 5 {WALK[0].subject}"


def _recorded(town: Town, terminal: Terminal, *, turns: int) -> None:
    """Wait until the latest of so many decisions is a commit and the screen says so."""
    last = decided(WALK[:turns])[-1]
    terminal.wait(lambda: town.subjects()[-1:] == [last], f"no commit {last!r}")
    terminal.see("tallennettu · kirjattu")


def _decided(town: Town, *, environ: dict[str, str | None] | None = None) -> Terminal:
    """Begin the meeting and give the first measure its outcome."""
    terminal = town.open(environ=environ)
    terminal.see("Enter Käy läpi")
    BEGIN.play(terminal)
    WALK[0].play(terminal)
    return terminal
