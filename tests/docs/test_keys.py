"""docs/keys.md is what the table of commands says."""

from __future__ import annotations

from docs.keys import PAGE, page
from tui.commands import COMMANDS


def test_the_page_is_up_to_date() -> None:
    """The page equals what `make keys` would write."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_page_has_every_command() -> None:
    """Each command stands on the page once, by the name under which its key can be changed."""
    text = page()

    assert [command.id for command in COMMANDS if text.count(f"| `{command.id}` |") != 1] == []
