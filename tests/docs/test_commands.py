"""docs/command-line.md is what the table of verbs says, and README promises nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from docs.commands import PAGE, page
from tui.cli.table import VERBS

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
NAMES = {verb.name for verb in VERBS}


def test_the_page_is_up_to_date() -> None:
    """The page equals what `make keys` would write."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_page_has_every_verb_and_argument() -> None:
    """Each verb has its section, each of its arguments a row."""
    sections = dict(re.findall(r"^## `([\w-]+)`\n(.*?)(?=^## |\Z)", page(), re.DOTALL | re.MULTILINE))

    assert sections.keys() == NAMES
    for verb in VERBS:
        options = [name for argument in verb.arguments if argument.is_option for name in argument.names]
        assert [name for name in options if f"`{name}`" not in sections[verb.name]] == []


def test_readme_shows_verbs_that_exist() -> None:
    """What README shows at a glance can be typed."""
    shown = set(re.findall(r"^ {4}(?:\.venv/bin/)?tiekartta ([a-z][\w-]*)", README, re.MULTILINE))

    assert shown
    assert shown <= NAMES
