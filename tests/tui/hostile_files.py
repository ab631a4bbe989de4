"""A roadmap in which every text tries to be more than text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import tomli_w

HOSTILE = (
    "[red]X[/] [/] [x] [@click=app.quit]q[/] [AI] $a \\ <b>&amp;"
    " \x1b[31m\x1b]0;t\x07\x9b2J\x1bPq\x1b\\\x00\x7f\r \u202erlo\u2066 \u200b\ufeff"
    " 👨\u200d👩\u200d👧 👍🏽 🇫🇮 ⚠\ufe0f e\u0301 漢字\n\tline"
)
"""Markup of Textual and Rich, escape sequences, bidi controls, joined emoji, a new line."""
LONG = HOSTILE + "ä" * 3_000
"""More than a screen of 80 columns and 24 lines holds."""
TEXTS = {
    *("title", "organisation", "team", "owner", "foreword", "vision", "operating_model", "name", "short", "role"),
    *("deputy", "task", "description", "theme", "responsible", "helpers", "needs", "evidence", "public", "internal"),
    *("reason", "note", "by", "text", "place", "chair", "secretary", "guest", "heading", "background", "proposal"),
    *("decision", "who", "unit", "source", "keeper", "body", "section", "aliases", "words", "commit"),
}
"""The keys under which people write freely."""
SAMPLE = Path(__file__).parents[2] / "roadmap.toml"


def hostile(text: str) -> str:
    """Return the sample roadmap with every text replaced."""
    return tomli_w.dumps({key: _replaced(key, value, text) for key, value in _sample().items()})


def _sample() -> dict[str, object]:
    return tomllib.loads(SAMPLE.read_text(encoding="utf-8"))


def _replaced(key: str, value: object, text: str) -> object:
    if isinstance(value, dict):
        return {name: _replaced(name, of, text) for name, of in value.items()}
    if isinstance(value, list):
        return [_replaced(key, of, text) for of in value]
    return text if isinstance(value, str) and key in TEXTS else value
