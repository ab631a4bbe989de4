"""Small files: a plain one, and one with comments in many places, with what the patch tests ask of it."""

from __future__ import annotations

import difflib
from datetime import date
from typing import TYPE_CHECKING

from model.diff import diff
from model.file.patch import patched
from model.file.reading import read_bytes

if TYPE_CHECKING:
    from model.file.document import Document
    from model.roadmap import Roadmap

DAY = date(2026, 11, 22)
HEAD = """\
schema = 1

[roadmap]
title = "Digitiekartta"
organisation = "Esimerkkilä"
first = "2025H1"
last = "2027H2"
"""
PLAIN = """
[[measures]]
id = "T01"
title = "Kertakirjautuminen"
start = "2025H2"
end = "2026H2"
"""
"""A measure with nothing but what it must have."""
MEASURE = """
# Tietohallinnon oma
[[measures]]
id = "T01"
title    = "Kertakirjautuminen"   # ei vielä nimeä
start = "2025H2"
end = "2026H2"
status = "active" # nyt
goals = [
    "G1", # ensin
    "G2",
]
public = '''
Kerrotaan
asukkaille'''

  [[measures.log]]
  date = 2026-01-15
  text = "alku"

# ---- tavoitteet ----

[[goals]]
id = "G1"
title = "Osaaminen"
"""
TEXT = HEAD + MEASURE


def read(text: str) -> tuple[Document, Roadmap]:
    """Return a text's document and roadmap."""
    reading = read_bytes(text.encode())
    assert reading.document is not None
    assert reading.roadmap is not None
    return reading.document, reading.roadmap


def changed(before: str, after: str) -> list[str]:
    """Return the lines that went and came, with their signs."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:3] not in {"---", "+++"} and line[:2] != "@@"]


def with_fields(text: str, **fields: object) -> str:
    """Return the text after fields of its first measure were set."""
    before, roadmap = read(text)
    measure = roadmap.measures[0].model_copy(update=fields)
    return patched(before, diff(roadmap, roadmap.replacing("measures", measure))).text
