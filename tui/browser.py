"""The web browser: a local file opened in it, where there is a desktop to show it on."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SECONDS = 10.0
_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


def has_desktop(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window could be opened here: over SSH only where the far end lends its display."""
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return True
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return False
    return platform in ("darwin", "win32")


def opened(path: Path, environ: Mapping[str, str], *, platform: str = sys.platform) -> bool:
    """Open a local file in the browser and return whether one was found; without a desktop nothing is tried.

    It runs in a process of its own with nothing to write to: a browser's complaints, or one that
    itself runs in a terminal, must not draw over the screen. One that does not return at once is taken as open.
    """
    if not has_desktop(environ, platform):
        return False
    try:
        ran = subprocess.run(  # noqa: S603 - this interpreter, with a file's address as its only data
            (sys.executable, "-c", _OPEN, path.resolve().as_uri()),
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
    return ran.returncode == 0
