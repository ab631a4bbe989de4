"""docs/command-line.md is what the table of verbs says, and README promises nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docs.commands import HEAD, PAGE, page
from tui.cli.table import VERBS
from tui.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMES = {verb.name for verb in VERBS}
PERIOD = re.compile(r"\d{4}H[12]")


def keys(value: object) -> Iterator[str]:
    """Yield the keys of a value of JSON, but for half-years."""
    if isinstance(value, dict):
        yield from (key for key in value if not PERIOD.fullmatch(key))
        yield from (key for inner in value.values() for key in keys(inner))
    elif isinstance(value, list):
        yield from (key for inner in value for key in keys(inner))


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


@pytest.mark.parametrize(
    ("words", "example"),
    [
        ("maturity", "kuopio"),
        ("survey list", "kuopio"),
        ("pilots", "kuopio"),
        ("services", "kuopio"),
        ("indicators", "ilmasto"),
        ("overview", "kuopio"),
    ],
)
def test_the_page_names_every_key_of_json(words: str, example: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What a script finds in the JSON of a verb is described where the page tells of it."""
    folder = [str(ROOT / "examples")] if words == "overview" else []
    main(["--today", "2026-11-24", "-f", str(ROOT / "examples" / f"{example}.toml"), *words.split(), *folder, "--json"])
    (told,) = (part for part in HEAD.split("\n\n") if part.startswith(f"`{words} --json`"))

    found = set(keys(json.loads(capsys.readouterr().out)))

    assert len(found) > 5
    assert [key for key in sorted(found) if f"`{key}`" not in told] == []
