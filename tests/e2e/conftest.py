"""Towns for the tests in which the real program runs in a real terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.town import Town

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Town]:
    """A copy of the sample in a folder without git; programs that still run end with the test."""
    town = Town.of_sample(tmp_path / "kaupunki")
    yield town
    town.close()


@pytest.fixture
def town(folder: Town) -> Town:
    """A copy of the sample in a repository with one commit."""
    folder.commit()
    return folder
