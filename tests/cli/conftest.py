"""The town in which commands are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.town import ROADMAP, Town

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Town:
    """A folder with a roadmap and no repository."""
    town = Town(tmp_path, capsys)
    town.roadmap.write_text(ROADMAP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return town


@pytest.fixture
def town(folder: Town) -> Town:
    """A repository in which the roadmap is committed once."""
    folder.git("init", "--quiet")
    folder.git("add", "roadmap.toml")
    folder.git("commit", "--quiet", "--message", "alku")
    return folder
