"""Write docs/keys.md from the table of commands: `python -m docs.keys`, which is what `make keys` does."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.words import Words
from tui.commands import COMMANDS
from tui.keys import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.command import Command

PAGE = Path(__file__).with_name("keys.md")
HEAD = """\
# Keys

Written by `make keys` from the table of commands in `tui/commands.py`. The same table makes the key bar, the palette
and the help page (`?`) of the program, so this page cannot differ from it.

All keys are on a Nordic keyboard without AltGr. Any of them can be given to another command in the configuration, by
the name in the last column. The mouse works everywhere and is needed nowhere.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *_sections()])


def _sections() -> Iterator[str]:
    own = [command for command in COMMANDS if command.screens != ("*",)]
    for screens, rows in groupby(sorted(own, key=_place), key=lambda command: command.screens):
        yield _section(" and ".join(screens).capitalize(), rows)
    yield _section("Everywhere", (command for command in COMMANDS if command.screens == ("*",)))


def _place(command: Command) -> int:
    """Screens stand in the order in which the table first names them."""
    return next(number for number, other in enumerate(COMMANDS) if other.screens == command.screens)


def _section(title: str, rows: Iterable[Command]) -> str:
    head = "| key | suomeksi | in English | | name |\n| --- | --- | --- | --- | --- |"
    return "\n".join([f"## {title}\n", head, *map(_row, rows), ""])


def _row(command: Command) -> str:
    keys = ", ".join(f"`{written(key)}`" for key in command.keys.split(","))
    finnish, english = Words("fi"), Words("en")
    cells = (keys, finnish.t(command.label), english.t(command.label), english.t(command.help), f"`{command.id}`")
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
