"""The clipboard: the desktop's own program where there is one, else the terminal; and what may be claimed of it.

A terminal is sent the text by an escape sequence (OSC 52) and never answers, so nothing is known of its success.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from exporters.words import Words

SECONDS = 2.0
LONGEST = 74_994
"""So many bytes, encoded, go through every terminal that takes OSC 52 at all."""


class Copied(Enum):
    """What is known of a copy."""

    SURELY = "the desktop's program took it"
    TMUX = "tmux has it and has passed it on"
    SENT = "the terminal was sent it and does not answer"
    NOT = "it is too long to be sent to the terminal"


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes the clipboard's text on its standard input."""

    command: tuple[str, ...]
    encoding: str = "utf-8"
    result: Copied = Copied.SURELY


def tools(environ: Mapping[str, str], platform: str = sys.platform) -> Iterator[Tool]:
    """Yield the programs worth trying in these surroundings."""
    if platform == "darwin":
        yield Tool(("pbcopy",))
    if environ.get("WAYLAND_DISPLAY"):
        yield Tool(("wl-copy",))
    if environ.get("DISPLAY"):
        yield Tool(("xclip", "-selection", "clipboard"))
    if platform == "win32" or environ.get("WSL_DISTRO_NAME"):
        yield Tool(("clip.exe",), encoding="utf-16")
    if environ.get("TMUX"):
        yield Tool(("tmux", "load-buffer", "-w", "-"), result=Copied.TMUX)


def copy(text: str, environ: Mapping[str, str], *, send: Callable[[str], None]) -> Copied:
    """Copy a text and return what is known of it; `send` writes it to the terminal as OSC 52."""
    for tool in tools(environ):
        if _taken(tool, text):
            return tool.result
    if len(b64encode(text.encode())) > LONGEST:
        return Copied.NOT
    send(text)
    return Copied.SENT


def told(copied: Copied, words: Words) -> str:
    """Return what may be said of a copy, and no more."""
    match copied:
        case Copied.SURELY:
            return words.t("Copied to the clipboard.")
        case Copied.TMUX:
            return words.t("Copied to tmux and sent to the clipboard; the terminal does not tell whether it arrived.")
        case Copied.SENT:
            return words.t("Sent to the clipboard; the terminal does not tell whether it arrived.")
        case Copied.NOT:
            return words.t("Too long for the terminal's clipboard: copy it from the file.")


def _taken(tool: Tool, text: str) -> bool:
    """Whether a program is there and took the text; one that forks to serve the clipboard holds no pipe of ours."""
    program = shutil.which(tool.command[0])
    if program is None:
        return False
    command = (program, *tool.command[1:])
    data = text.encode(tool.encoding)
    try:
        ran = subprocess.run(  # noqa: S603 - a program of the list above, the text on its standard input
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0
