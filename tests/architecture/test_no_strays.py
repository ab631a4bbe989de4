"""What no tracked file may hold: places of one machine, addresses of registries, work left for later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.architecture.source import ROOT, tracked

if TYPE_CHECKING:
    from pathlib import Path

HERE = "tests/architecture/test_no_strays.py"
STRAYS = {
    "a folder of one machine": r"/(?:work|root|home/\w+|Users/\w+)/\w|[A-Z]:\\Users\\",
    "notes that are not in this repository": r"\.\./shared\b|(?<![\w/])shared/\w|\bseeds/\d"
    r"|fault-catalogue|textual-notes|(?<![\w/])(?:domain|needs|asks|speed|screens|design|style)\.md",
    "the address of a registry": r"pypi\.org|pythonhosted|registry\.npmjs|(?:--|^)(?:extra-)?index-url|--find-links",
    "work left for later": r"\b(?:TODO|FIXME|XXX)\b",
    "a left-over of a merge": r"^(?:<{7}|>{7}) ",
}
PROSE = {"LICENSE"}


def texts() -> list[tuple[str, str]]:
    """Return the tracked text files: name and content."""
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data and str(path.relative_to(ROOT)) not in {HERE, *PROSE}:
            found.append((str(path.relative_to(ROOT)), data.decode("utf-8", "replace")))
    return found


@pytest.mark.parametrize("stray", STRAYS, ids=lambda name: name.replace(" ", "-"))
def test_no_tracked_file_holds(stray: str) -> None:
    """No tracked file names a machine's folders, a registry's address, outside notes, or work left for later."""
    # A left-over of a merge is looked for in code only: tests show conflicts in their own example files.
    pattern = re.compile(STRAYS[stray], re.MULTILINE)
    merges = stray == "a left-over of a merge"

    found = [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {hit.group()}"
        for name, text in texts()
        if not (merges and name.startswith(("tests/", "docs/")))
        for hit in pattern.finditer(text)
    ]

    assert found == []


def test_text_files_end_their_lines_alike() -> None:
    """Code and documents are UTF-8 with line feeds and a final newline."""
    kept: list[Path] = [path for path in tracked() if path.suffix in {".py", ".md", ".toml", ".tcss", ".po", ".txt"}]

    odd = [
        str(path.relative_to(ROOT))
        for path in kept
        if "golden" not in path.parts and (data := path.read_bytes()) and (b"\r" in data or not data.endswith(b"\n"))
    ]

    assert odd == []


def test_every_exception_to_a_rule_has_its_reason() -> None:
    """A `noqa` or a `type: ignore` names its rule and says why after it."""
    bare = re.compile(
        r"#\s*(?:noqa\b(?!:\s*[A-Z]+\d+[^#]*(?:\s[-–—:#]|\s\w{3,}))|type:\s*ignore\b(?!\[[\w, -]+\]\s+#))"
    )

    found = [f"{name}: {hit.group()}" for name, text in texts() if name.endswith(".py") for hit in bare.finditer(text)]

    assert found == []
