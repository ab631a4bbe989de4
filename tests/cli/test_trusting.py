"""The verb trust: what a folder would have git run, and leave for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.town import Town


def foreign_hook(town: Town) -> Path:
    """Put a hook into the folder that nobody has allowed; return the file that it would write."""
    caught = town.folder / "ajettu"
    hook = town.folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {caught}\n", encoding="utf-8")
    hook.chmod(0o755)
    return caught


def test_a_decision_is_saved_and_says_what_would_run(town: Town) -> None:
    """Nothing of the folder runs: the decision is in the file, and the sentence names the hook and the remedy."""
    caught = foreign_hook(town)

    ran = town.types("done", "T01")

    assert ran.status == 1
    assert 'status = "done"' in town.text
    assert "pre-commit" in ran.err
    assert "tiekartta trust" in ran.err
    assert not caught.exists()


def test_looking_allows_nothing(town: Town) -> None:
    """The list alone is no leave."""
    caught = foreign_hook(town)

    ran = town.types("trust")
    town.types("done", "T01")

    assert "pre-commit" in ran.out
    assert "tiekartta trust --yes" in ran.out
    assert not caught.exists()


def test_what_was_listed_is_allowed(town: Town) -> None:
    """After `--yes` the hook runs, and what waited gets its commit with the next decision."""
    caught = foreign_hook(town)
    town.types("done", "T01")

    ran = town.types("trust", "--yes", "--json")
    again = town.types("note", "T01", "Kiitos")

    assert json.loads(ran.out) == {"runs": ["tarkistus (hook) pre-commit"], "allowed": True}
    assert again.status == 0
    assert caught.exists()


def test_a_folder_without_programs_says_so(town: Town) -> None:
    """There is nothing to allow in an ordinary folder."""
    assert town.types("trust").out.strip() == "Git ei aja mitään tämän kansion omaa."
