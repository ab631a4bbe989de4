"""No credential on a screen: what git and other machines say goes through here before anybody reads it."""

from __future__ import annotations

import re

_HIDDEN = "…"
_HEX = frozenset("0123456789abcdefABCDEF")
_RULES = (
    # A password with a stroke or a blank in it, or before a machine without `//`, is a mistake that git refuses, and
    # repeats in saying so.
    (re.compile(r"(['\"]\w+://)[^'\"]*@"), rf"\1{_HIDDEN}@"),
    (re.compile(r"(//)[^\s'\"]*@"), rf"\1{_HIDDEN}@"),
    (re.compile(r"(?<![\w/])[\w.-]+:[^\s/@:'\"]+@(?=[\w.-]+)"), f"{_HIDDEN}@"),
    (re.compile(r"(?i)\b(bearer|basic|digest|negotiate)(\s+)[^\s,;]+"), rf"\1\2{_HIDDEN}"),
    (re.compile(r"\b(?:gh[a-z]_|github_pat_|glpat-|gitea_|ATBB|xox[a-z]-)\w[\w-]*"), _HIDDEN),
    (
        re.compile(
            r"(?i)([\w-]*(?:token|secret|passw(?:or)?d|passphrase|salasana|lösenord|api[_-]?key)\w*[\"']?\s*[=:]\s*)"
            r"(?:\"[^\"]*\"|'[^']*'|[^\s&'\"]+)"
        ),
        rf"\1{_HIDDEN}",
    ),
)
_LONG = re.compile(r"[A-Za-z0-9+/_=-]{32,}")


def masked(text: str) -> str:
    """Return a text with what may be a password or a token as `…`; names of commits stay.

    Hidden are: who signs in, within an address; what follows the name of a secret or of a way to sign in; tokens
    of known kinds; and long runs of letters and digits that are no path and no hexadecimal number.
    """
    for rule, shown in _RULES:
        text = rule.sub(shown, text)
    return _LONG.sub(lambda found: found[0] if _is_plain(found[0]) else _HIDDEN, text)


def _is_plain(run: str) -> bool:
    """Whether a long run of characters is a commit's name, or words: a secret mixes letters and digits in a part."""
    if set(run) <= _HEX:
        return True
    parts = re.split(r"[/_=+-]", run)
    return all(len(part) < 20 or not any(c.isdigit() for c in part) for part in parts)  # noqa: PLR2004 - as a word
