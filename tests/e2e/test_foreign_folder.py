"""A folder that somebody sent: looking at it, with every verb and on every screen, runs nothing of theirs."""

from __future__ import annotations

from contextlib import suppress
from subprocess import CalledProcessError
from typing import TYPE_CHECKING

import pytest

from tui.cli.table import VERBS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.town import Town

HOOKS = ("pre-commit", "post-commit", "post-index-change", "reference-transaction", "post-checkout", "pre-push")
PROGRAMS = (
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.askPass",
    "core.sshCommand",
    "core.gitProxy",
    "credential.helper",
    "diff.external",
    "diff.d.textconv",
    "diff.d.command",
    "filter.f.clean",
    "filter.f.smudge",
    "filter.f.process",
    "gpg.program",
    "merge.tiekartta.driver",
    "pager.log",
    "sequence.editor",
    "uploadpack.packObjectsHook",
)
ALIASES = ("log", "rev-parse", "cat-file", "config", "ls-files", "status", "fetch")
LOOKING = (
    "check",
    "show",
    "show T07",
    "list",
    "decisions",
    "actions",
    "meeting show 2/2026",
    "minutes --output -",
    "meeting agenda 2/2026",
    "meeting catch-up 2/2026",
    "history",
    "history T07 --json",
    "history T07 --field end",
    "packet",
    "conflicts",
    "trust",
    "show --as-of HEAD",
    "changes --since HEAD",
    "export --output -",
    "survey list",
    "maturity",
    "indicators",
    "pilots",
    "services",
)
"""The command lines that only look."""


@pytest.fixture
def caught(town: Town, tmp_path: Path) -> Path:
    """Plant a program wherever git would run one; return the file which that program writes."""
    caught, program = tmp_path / "ajettu", tmp_path / "ansa"
    program.write_text(f"#!/bin/sh\necho $0 $* >> {caught}\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    hooks = town.folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in HOOKS:
        (hooks / name).symlink_to(program)
    included = town.folder / ".git" / "lisa"
    included.write_text("".join(f"[alias]\n\t{name} = !{program}\n" for name in ALIASES), encoding="utf-8")
    town.git("config", "include.path", "lisa")
    for key in PROGRAMS:
        town.git("config", key, str(program))
    town.git("config", "remote.origin.url", f"ext::{program}")
    (town.folder / ".gitattributes").write_text("*.toml filter=f diff=d merge=tiekartta\n", encoding="utf-8")
    caught.unlink(missing_ok=True)
    return caught


@pytest.mark.parametrize("line", LOOKING)
def test_no_reading_verb_runs_anything(town: Town, caught: Path, line: str) -> None:
    """Each verb that only looks does its work beside forty planted programs and starts none of them."""
    ran = town.run(*line.split())

    assert ran.stdout.strip(), ran.stderr
    assert not caught.exists()


def test_every_reading_verb_is_among_them() -> None:
    """A new verb that reads is tried here, too."""
    assert {verb.name for verb in VERBS if verb.reads} <= {line.split()[0] for line in LOOKING}


def test_no_screen_runs_anything(town: Town, caught: Path) -> None:
    """Opening the folder and looking at its history, levels, minutes and a measure starts none of them."""
    terminal = town.open()
    terminal.see("MYÖHÄSSÄ")
    terminal.press("h")
    terminal.see("Historia", "alku")
    terminal.press("\x1b")
    terminal.press("k")
    terminal.see("Kypsyys")
    terminal.press("q")
    assert terminal.ended() == 0

    assert not caught.exists()


def test_the_trap_works(town: Town, caught: Path) -> None:
    """Git itself, without our care, runs what was planted."""
    with suppress(CalledProcessError):
        town.git("commit", "--allow-empty", "--message", "x")

    assert caught.exists()
