"""Allowing what a repository would run, as a person who knows its hooks has done."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from model.git import trust
from model.git.state import locate

if TYPE_CHECKING:
    from pathlib import Path


def allow(folder: Path) -> None:
    """Allow everything that the repository around a folder would run now."""
    repository = locate(folder)
    trust.allow(repository, trust.runs(repository), os.environ)
