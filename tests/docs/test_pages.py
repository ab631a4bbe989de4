"""What the pages name exists: modules, functions, files and links."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from tui.settings import settings_of

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
DOTTED = re.compile(r"`((?:model|exporters|tui)(?:\.\w+)+)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
IN_CODE = re.compile(r"`((?:model|exporters|tui|docs|tests|benchmarks|requirements)/[\w./-]*)`")


def resolve(name: str) -> object:
    """Return the module, class or function of a dotted name; raise what says that there is none."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for attribute in parts[cut:]:
            found = getattr(found, attribute)
        return found
    raise ModuleNotFoundError(name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_what_is_there(page: Path) -> None:
    """Every dotted name in a page can be imported."""
    names = DOTTED.findall(page.read_text(encoding="utf-8"))

    assert all(resolve(name) is not None for name in names)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_leads_somewhere(page: Path) -> None:
    """Every link and every path in a page leads to a file or folder of the repository."""
    text = page.read_text(encoding="utf-8")

    targets = {target: page.parent / target for target in LINK.findall(text)}
    targets |= {target: ROOT / target for target in IN_CODE.findall(text)}

    assert [target for target, place in targets.items() if not place.exists()] == []


def test_the_reader_of_readme_finds_both_commands() -> None:
    """README names the two commands that a new user needs, and Windows' own."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [word for word in ("make run", "make test", "pipx install", "py -m venv") if word not in text] == []


def test_the_settings_in_readme_count() -> None:
    """What README shows as a configuration is one without a fault."""
    (example,) = re.findall(r"^```toml\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)

    settings = settings_of(example)

    assert settings.faults == ()
    assert (settings.language, settings.theme, settings.mouse) == ("fi", "tiekartta-light", False)
    assert settings.keymap
