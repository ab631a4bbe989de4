"""Which keys a person may give to which command: those that every terminal and a Nordic keyboard can tell apart."""

from __future__ import annotations

import re
import string
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.commands import COMMANDS, EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.command import Command

NORDIC = ".,-'+<§!\"#%&/()=?;:_*>½"
"""Signs that a Finnish keyboard gives with Shift at the most."""
ALTGR = "@£$€{[]}\\|~\u00b4`¨^"
"""Signs that need AltGr, or are dead keys, on a Nordic keyboard."""
NAMED = frozenset({"enter", "escape", "space", "tab", "shift+tab", "backspace", "delete", "insert"})
RESERVED = frozenset(
    {"ctrl+c", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+h", "tab", "shift+tab"}
    | {"up", "down", "left", "right", "home", "end", "pageup", "pagedown"}
)
"""Keys that move about, or that a terminal cannot tell from another key."""
_SPOKEN = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus"}
_SPOKEN |= {"plus_sign": "plus", "low_line": "underscore"}
_FUNCTION = re.compile(r"(ctrl\+|shift\+)?f([1-9]|1[0-2])")
_CONTROL = re.compile(r"ctrl\+[a-z]")


@dataclass(frozen=True, slots=True)
class Fault:
    """An entry of the configuration that does not count."""

    code: str
    key: str
    value: str = ""
    other: str = ""
    """What the entry clashes with, where it does."""


def name_of(char: str) -> str:
    """Return the name by which Textual knows the key of a sign: `plus` for `+`."""
    if char.isalnum():
        return char
    name = unicodedata.name(char).lower().replace("-", "_").replace(" ", "_")
    return _SPOKEN.get(name, name)


_BY_NAME = {name_of(char): char for char in NORDIC + ALTGR}


def checked_keys(entries: Mapping[str, object]) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """Return the keys by command that count, by Textual's names, and what is wrong with the others."""
    keymap: dict[str, str] = {}
    faults: list[Fault] = []
    known = {command.id: command for command in COMMANDS}
    for name, value in entries.items():
        if name not in known:
            faults.append(Fault("unknown-command", name))
        elif not isinstance(value, str) or not value.strip():
            faults.append(Fault("wrong-kind", name, str(value)))
        elif wrong := next(_wrong_keys(name, value), None):
            faults.append(wrong)
        else:
            keymap[name] = ",".join(_named(part) for part in _parts(value))
    return _without_clashes(keymap, faults)


def _without_clashes(keymap: dict[str, str], faults: list[Fault]) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """Leave out what gives one key to two commands of a screen, the later entry first."""
    for name in reversed(list(keymap)):
        command = next(command for command in COMMANDS if command.id == name)
        if clash := next(clashes(command, keymap), None):
            key, other = clash
            faults.append(Fault("clash", name, key, other.id))
            del keymap[name]
    return keymap, tuple(faults)


def clashes(command: Command, keymap: Mapping[str, str]) -> Iterator[tuple[str, Command]]:
    """Yield each key that a command shares with another command of one of its screens, and that command."""
    own = set(keymap.get(command.id, command.keys).split(","))
    for other in COMMANDS:
        if other.id != command.id and _meet(command, other):
            for key in sorted(own & set(keymap.get(other.id, other.keys).split(","))):
                yield key, other


def _meet(command: Command, other: Command) -> bool:
    screens = {*command.screens, *other.screens}
    return EVERYWHERE[0] in screens or bool({*command.screens} & {*other.screens})


def _parts(value: str) -> list[str]:
    """Return the keys of an entry; a lone comma is a key itself."""
    return [part.strip() for part in value.split(",")] if value.strip() != "," else [","]


def _named(key: str) -> str:
    return name_of(key) if len(key) == 1 else key


def _wrong_keys(name: str, value: str) -> Iterator[Fault]:
    for key in _parts(value):
        if code := _wrong(key):
            yield Fault(code, name, key)


def _wrong(key: str) -> str:
    """Return why something is no key that can be given to a command; empty when it is one."""
    sign = key if len(key) == 1 else _BY_NAME.get(key, "")
    if sign and sign in ALTGR:
        return "altgr"
    if sign and sign in NORDIC + string.ascii_letters + string.digits + "åäöÅÄÖ":
        return ""
    if key in RESERVED:
        return "reserved"
    if key in NAMED or _FUNCTION.fullmatch(key) or _CONTROL.fullmatch(key):
        return ""
    return "upper-case" if _FUNCTION.fullmatch(key.lower()) or key.lower() in NAMED else "unknown-key"
