"""A file is opened in the browser where there is a desktop, and nowhere else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tui.browser import has_desktop, opened

if TYPE_CHECKING:
    from pathlib import Path

SSH = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}


@pytest.mark.parametrize(
    ("environ", "platform", "is_there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
        (SSH, "darwin", False),
        (SSH, "linux", False),
        (SSH | {"DISPLAY": "localhost:10.0"}, "linux", True),
    ],
)
def test_a_window_needs_a_desktop(environ: dict[str, str], platform: str, *, is_there: bool) -> None:
    """Over SSH the far end may lend its display; without one there is nothing to open a window on."""
    assert has_desktop(environ, platform) is is_there


def test_the_browser_gets_the_files_address(tmp_path: Path) -> None:
    """The address is that of the local file, with what is no plain letter written as addresses have it."""
    browser, page = tmp_path / "selain", tmp_path / "muistio ä.html"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\necho drawn over the screen\n', encoding="utf-8")
    browser.chmod(0o755)

    assert opened(page, {**os.environ, "DISPLAY": ":0", "BROWSER": f"{browser} %s"}, platform="linux")
    assert (tmp_path / "opened").read_text(encoding="utf-8").strip() == page.as_uri()


def test_without_a_desktop_or_a_browser_nothing_is_opened(tmp_path: Path) -> None:
    """The caller says where the file is instead."""
    page = tmp_path / "muistio.html"

    assert not opened(page, {}, platform="linux")
    assert not opened(page, {"DISPLAY": ":0", "PATH": str(tmp_path), "HOME": str(tmp_path)}, platform="linux")
