"""Keys as they are written on a Finnish keyboard."""

from __future__ import annotations

_WRITTEN = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "␣",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "question_mark": "?",
    "exclamation_mark": "!",
    "tab": "Tab",
    "comma": ",",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "full_stop": ".",
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "delete": "Del",
}
_HELD = {"ctrl+": "Ctrl+", "shift+": "Shift+"}


def written(keys: str) -> str:
    """Return the first of some keys as it stands on the keyboard: `?` for `question_mark,f1`."""
    first = keys.split(",", maxsplit=1)[0]
    for held, name in _HELD.items():
        if first.startswith(held):
            other = first.removeprefix(held)
            return f"{name}{_WRITTEN.get(other, other.upper())}"
    return _WRITTEN.get(first, first.upper() if first.startswith("f") and first[1:].isdecimal() else first)
