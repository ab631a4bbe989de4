"""A path is taken as people give it: quoted, dragged, as an address, from the home folder; Tab completes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.paths import completed, path_of

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with two surveys, a folder and a hidden file."""
    for name in ("Digikysely (1).csv", "Digikysely 2026.xlsx", ".piilossa"):
        (tmp_path / name).touch()
    (tmp_path / "Lataukset").mkdir()
    return tmp_path


@pytest.mark.parametrize("written", ["{path}", "'{path}'", '"{path}"', "  {path}  ", "& '{path}'", "'{path}"])
def test_quotes_and_spaces_around_a_path_are_none_of_it(folder: Path, written: str) -> None:
    """What a terminal or a file manager puts around a dragged file goes."""
    path = folder / "Digikysely (1).csv"

    assert path_of(written.format(path=path)) == path


def test_escaped_spaces_and_addresses_are_read(folder: Path) -> None:
    """A backslash before a space, and `file://` with its codes."""
    path = folder / "Digikysely (1).csv"

    assert path_of(str(path).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")) == path
    assert path_of(path.as_uri()) == path
    assert path_of("file:///C:/Omat/kysely.csv") == Path("C:/Omat/kysely.csv")


def test_a_tilde_is_the_home_folder(surroundings: Path) -> None:
    """As in a shell."""
    assert path_of("~/kysely.csv") == surroundings / "kysely.csv"


@pytest.mark.parametrize(
    ("begun", "found"),
    [
        (("Digikysely (",), ("Digikysely (1).csv",)),
        (("Digi",), ("Digikysely ",)),
        (("Lat",), ("Lataukset", "")),
        (("tuntematon",), ("tuntematon",)),
        (("Lataukset", ""), ("Lataukset", "")),
    ],
)
def test_as_much_is_completed_as_is_certain(folder: Path, begun: Sequence[str], found: Sequence[str]) -> None:
    """One file wholly, several as far as they agree, a folder with its separator, nothing where there is nothing."""
    assert completed("/".join((str(folder), *begun))) == "/".join((str(folder), *found))


@pytest.mark.parametrize("text", ["", "\0", "/ei/ole/tällaista"])
def test_what_cannot_be_completed_stays_as_it_is(text: str) -> None:
    """No path makes the question fail."""
    assert completed(text) == text or not text
