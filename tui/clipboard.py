"""The clipboard: the desktop's own program where there is one, else the terminal; and what may be claimed of it.

A terminal is sent the text by an escape sequence (OSC 52) and never answers, so nothing is known of its success.
Rich text goes through a desktop's program only: no terminal takes HTML.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from exporters.clipboard import apple_input, windows_input

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from exporters.words import Words

SECONDS = 2.0
SLOW = 15.0
"""So long a system's own script may take, which first has to be loaded."""
LONGEST = 74_994
"""So many bytes, encoded, go through every terminal that takes OSC 52 at all."""

_POWERSHELL = (
    "Add-Type -AssemblyName System.Windows.Forms;"
    "$html=[Convert]::FromBase64String([Console]::In.ReadLine());"
    "$text=[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadLine()));"
    "$data=New-Object Windows.Forms.DataObject;"
    "$data.SetData('HTML Format',(New-Object IO.MemoryStream(,$html)));"
    "$data.SetText($text,'UnicodeText');"
    "[Windows.Forms.Clipboard]::SetDataObject($data,$true)"
)


class Copied(Enum):
    """What is known of a copy."""

    SURELY = "the desktop's program took it"
    RICH = "the desktop's program took it, with headings and tables"
    TMUX = "tmux has it and has passed it on"
    SENT = "the terminal was sent it and does not answer"
    NOT = "it is too long to be sent to the terminal"
    PLAIN = "the intranet takes rich text, and no program here does"


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes the clipboard's text on its standard input."""

    command: tuple[str, ...]
    encoding: str = "utf-8"
    result: Copied = Copied.SURELY


@dataclass(frozen=True, slots=True)
class RichTool:
    """A program that takes a document on its standard input, as `data` makes it of the HTML and the plain text."""

    command: tuple[str, ...]
    data: Callable[[str, str], bytes]
    seconds: float = SECONDS


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


def rich_tools(environ: Mapping[str, str], platform: str = sys.platform) -> Iterator[RichTool]:
    """Yield the programs by which rich text reaches the clipboard in these surroundings; none over a bare SSH."""
    if platform == "darwin" and not environ.get("SSH_CONNECTION"):
        yield RichTool(("osascript", "-"), apple_input, SLOW)
    if environ.get("WAYLAND_DISPLAY"):
        yield RichTool(("wl-copy", "--type", "text/html"), _document)
    if environ.get("DISPLAY"):
        yield RichTool(("xclip", "-selection", "clipboard", "-t", "text/html"), _document)
    if platform == "win32" or environ.get("WSL_DISTRO_NAME"):
        powershell = ("powershell.exe", "-NoProfile", "-NonInteractive", "-STA", "-Command", _POWERSHELL)
        yield RichTool(powershell, windows_input, SLOW)


def copy(text: str, environ: Mapping[str, str], *, send: Callable[[str], None]) -> Copied:
    """Copy a text and return what is known of it; `send` writes it to the terminal as OSC 52."""
    for tool in tools(environ):
        if _taken(tool.command, text.encode(tool.encoding)):
            return tool.result
    if len(b64encode(text.encode())) > LONGEST:
        return Copied.NOT
    send(text)
    return Copied.SENT


def copy_rich(html: str, plain: str, environ: Mapping[str, str]) -> bool:
    """Copy a document as rich text and return whether a program of the desktop took it."""
    return any(_taken(tool.command, tool.data(html, plain), tool.seconds) for tool in rich_tools(environ))


def told(copied: Copied, words: Words) -> str:
    """Return what may be said of a copy, and no more."""
    match copied:
        case Copied.SURELY:
            return words.t("Copied to the clipboard.")
        case Copied.RICH:
            return words.t("Copied to the clipboard with headings and tables: paste it into the intranet's editor.")
        case Copied.TMUX:
            return words.t("Copied to tmux and sent to the clipboard; the terminal does not tell whether it arrived.")
        case Copied.SENT:
            return words.t("Sent to the clipboard; the terminal does not tell whether it arrived.")
        case Copied.NOT:
            return words.t("Too long for the terminal's clipboard: copy it from the file.")
        case Copied.PLAIN:
            return words.t("Headings and tables cannot be copied here: open the minutes in the browser and copy there.")


def _document(html: str, plain: str) -> bytes:
    del plain
    return html.encode()


def _taken(command: tuple[str, ...], data: bytes, seconds: float = SECONDS) -> bool:
    """Whether a program is there and took the data; one that forks to serve the clipboard holds no pipe of ours."""
    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        ran = subprocess.run(  # noqa: S603 - a program of the lists above, the text on its standard input
            (program, *command[1:]),
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0
