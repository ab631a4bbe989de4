"""The clipboard: which program is tried where, and what may be said of the result."""

from __future__ import annotations

import os
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest

from exporters.clipboard import windows
from exporters.words import Words
from tui.clipboard import LONGEST, Copied, copy, copy_rich, rich_tools, told, tools

if TYPE_CHECKING:
    from pathlib import Path


def program(folder: Path, name: str, script: str) -> dict[str, str]:
    """Put a program on a path of its own and return the surroundings that have it."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin"}


@pytest.mark.parametrize(
    ("environ", "platform", "names"),
    [
        ({}, "linux", []),
        ({}, "darwin", ["pbcopy"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip"]),
        ({"TMUX": "/tmp/tmux-1/default,1,0"}, "linux", ["tmux"]),  # noqa: S108 - a socket's name, never opened
        ({"WSL_DISTRO_NAME": "Ubuntu"}, "linux", ["clip.exe"]),
        ({}, "win32", ["clip.exe"]),
    ],
)
def test_each_desktop_has_its_program(environ: dict[str, str], platform: str, names: list[str]) -> None:
    """The surroundings say which programs are worth trying; in none of them the terminal is sent the text."""
    assert [tool.command[0] for tool in tools(environ, platform)] == names


def test_a_program_that_takes_the_text_is_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text arrives whole, in the program's encoding, and the terminal is not sent it."""
    environ = program(tmp_path, "xclip", f'cat > "{tmp_path}/taken"')
    monkeypatch.setenv("PATH", environ["PATH"])
    sent: list[str] = []

    assert copy("§ 5 ä €", {"DISPLAY": ":0"}, send=sent.append) is Copied.SURELY
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "§ 5 ä €"
    assert sent == []


def test_windows_takes_utf_16(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """clip.exe reads anything else as the old code page and spoils ä."""
    monkeypatch.setenv("PATH", program(tmp_path, "clip.exe", f'cat > "{tmp_path}/taken"')["PATH"])

    assert copy("ä €", {"WSL_DISTRO_NAME": "Ubuntu"}, send=lambda _: None) is Copied.SURELY
    assert (tmp_path / "taken").read_bytes().decode("utf-16") == "ä €"


def test_a_program_that_fails_leaves_it_to_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failing program is no copy; the next way is tried."""
    monkeypatch.setenv("PATH", program(tmp_path, "xclip", "exit 1")["PATH"])
    sent: list[str] = []

    assert copy("§ 5", {"DISPLAY": ":0"}, send=sent.append) is Copied.SENT
    assert sent == ["§ 5"]


def test_tmux_does_not_tell_what_the_terminal_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tmux has the text for sure; whether the desktop has it is not known."""
    monkeypatch.setenv("PATH", program(tmp_path, "tmux", "cat > /dev/null")["PATH"])

    assert copy("§ 5", {"TMUX": "yes"}, send=lambda _: None) is Copied.TMUX


def test_what_is_too_long_for_a_terminal_is_not_sent() -> None:
    """Half a text on the clipboard would be worse than none."""
    sent: list[str] = []

    assert copy("ä" * LONGEST, {}, send=sent.append) is Copied.NOT
    assert sent == []


def test_no_more_is_claimed_than_is_known() -> None:
    """Only a program that took the text makes the sentence say copied, flatly."""
    said = {copied: told(copied, Words("fi")) for copied in Copied}

    assert said[Copied.SURELY] == "Kopioitu leikepöydälle."
    assert "ei kerro" in said[Copied.SENT]
    assert "ei kerro" in said[Copied.TMUX]
    assert "tiedostosta" in said[Copied.NOT]


@pytest.mark.parametrize(
    ("environ", "platform", "names"),
    [
        ({}, "linux", []),
        ({"TMUX": "yes"}, "linux", []),
        ({}, "darwin", ["osascript"]),
        ({"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}, "darwin", []),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip"]),
        ({"WSL_DISTRO_NAME": "Ubuntu"}, "linux", ["powershell.exe"]),
        ({}, "win32", ["powershell.exe"]),
    ],
)
def test_rich_text_goes_by_a_program_of_the_desktop(environ: dict[str, str], platform: str, names: list[str]) -> None:
    """No terminal takes HTML: without a desktop there is no way for it."""
    assert [tool.command[0] for tool in rich_tools(environ, platform)] == names


@pytest.mark.parametrize(
    ("name", "environ", "arguments"),
    [
        ("wl-copy", {"WAYLAND_DISPLAY": "wayland-0"}, "--type text/html"),
        ("xclip", {"DISPLAY": ":0"}, "-selection clipboard -t text/html"),
    ],
)
def test_a_linux_desktop_takes_the_document_itself(
    name: str, environ: dict[str, str], *, arguments: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program is told that it is HTML and gets it whole."""
    script = f'echo "$@" > "{tmp_path}/told"; cat > "{tmp_path}/taken"'
    monkeypatch.setenv("PATH", program(tmp_path, name, script)["PATH"])

    assert copy_rich("<p>§ 5 ä</p>", "§ 5 ä", environ)
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "<p>§ 5 ä</p>"
    assert (tmp_path / "told").read_text(encoding="utf-8").strip() == arguments


def test_windows_takes_rich_and_plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PowerShell reads CF_HTML and the plain text as two lines of base64, and the script holds nothing of ours."""
    script = f'echo "$@" > "{tmp_path}/told"; cat > "{tmp_path}/taken"'
    monkeypatch.setenv("PATH", program(tmp_path, "powershell.exe", script)["PATH"])

    assert copy_rich("<p>§ 5 ä</p>", "§ 5 ä", {"WSL_DISTRO_NAME": "Ubuntu"})
    rich, plain = (tmp_path / "taken").read_bytes().splitlines()
    assert b64decode(rich) == windows("<p>§ 5 ä</p>")
    assert b64decode(plain).decode() == "§ 5 ä"
    assert "§" not in (tmp_path / "told").read_text(encoding="utf-8")


def test_a_desktop_without_its_program_takes_no_rich_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a missing program nor one that fails is a copy."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not copy_rich("<p>x</p>", "x", {"DISPLAY": ":0"})

    monkeypatch.setenv("PATH", program(tmp_path, "xclip", "exit 1")["PATH"])
    assert not copy_rich("<p>x</p>", "x", {"DISPLAY": ":0"})
