"""Bring the catalogues of words up to date: `python -m docs.catalogues`, which is what `make catalogues` does.

The marked words (`words.t`, `words.n`, `N_`, `NN_`) are read off the syntax tree, for gettext's own reader does
not look into f-strings. What is translated stays, what is new waits with an empty translation, and what
is not used any more goes.
"""

from __future__ import annotations

import ast
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
LANGUAGES = ("fi", "sv")
_COUNT = {"t": 1, "N_": 1, "n": 2, "NN_": 2}
"""For each mark how many texts it takes: with a plural two."""

Message = str | tuple[str, str]


def marked() -> Iterator[Message]:
    """Yield every marked word of the code; one with a plural is a pair."""
    for package in ("exporters", "tui"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    yield from _message(node)


def _message(call: ast.Call) -> Iterator[Message]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    count = _COUNT.get(name, 0)
    texts = [arg.value for arg in call.args[:count] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    if count and len(texts) == count and texts[0]:
        yield texts[0] if count == 1 else (texts[0], texts[1])


def template() -> Catalog:
    """Return a catalogue of the marked words without translations."""
    catalogue = Catalog()
    for message in marked():
        catalogue.add(message)
    return catalogue


def po_path(language: str) -> Path:
    """Return where the translations of a language are."""
    return ROOT / "exporters" / "locale" / language / "LC_MESSAGES" / "tiekartta.po"


def translations(language: str) -> Catalog:
    """Return the translations of a language as they are on disk."""
    path = po_path(language)
    if not path.exists():
        return _new(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _new(language: str) -> Catalog:
    day = datetime(2026, 11, 22, tzinfo=UTC)
    return Catalog(
        locale=language,
        header_comment=f"# The words of Tiekartta: {language}",
        project="tiekartta",
        version="0",
        copyright_holder="",
        last_translator="Tiekartta",
        language_team="Tiekartta",
        creation_date=day,
        revision_date=day,
        fuzzy=False,
    )


def updated(language: str) -> Catalog:
    """Return the translations of a language with exactly the marked words."""
    catalogue = translations(language)
    catalogue.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the program reads it."""
    made = BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def main() -> None:
    """Update and compile the catalogue of each language, and say how many words wait for a translation."""
    for language in LANGUAGES:
        catalogue = updated(language)
        path = po_path(language)
        with path.open("wb") as file:
            write_po(file, catalogue, width=0, sort_output=True)
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        waiting = sum(1 for message in catalogue if message.id and not is_translated(message.string))
        sys.stdout.write(f"{language}: {len(catalogue)} words, {waiting} without a translation\n")


def is_translated(text: str | list[str] | tuple[str, ...] | None) -> bool:
    """Return whether a translation, or each form of one with a plural, is there."""
    return all((text,) if isinstance(text, str) else text or ("",))


if __name__ == "__main__":
    main()
