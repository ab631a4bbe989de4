"""Laws of the patch over any roadmap: every kind of record, odd texts, keys that nobody knows."""

from __future__ import annotations

from hypothesis import given

from model.diff import diff, inverted
from model.file import render
from model.file.patch import patched
from model.file.reading import read_bytes, read_document
from model.plain import plain
from model.records import TABLES
from model.roadmap import SINGLE, Roadmap
from tests.model.strategies import edited_pairs


def written(roadmap: Roadmap) -> bytes:
    """Return a roadmap as a new file has it."""
    single = {table: plain(roadmap.table(table)[0]) for table in SINGLE}
    listed = {table: [plain(record) for record in roadmap.table(table)] for table in TABLES if roadmap.table(table)}
    return render.whole({"schema": 1, **single, **listed}).encode()


@given(edited_pairs())
def test_the_file_follows_the_changes_there_and_back(pair: tuple[Roadmap, Roadmap]) -> None:
    """What is read after the patch is the roadmap that was meant, and undoing it in the text gives the first one."""
    before, after = pair
    reading = read_bytes(written(before))
    assert reading.document
    assert reading.roadmap == before
    changes = diff(before, after)

    there = patched(reading.document, changes)
    back = patched(there, inverted(changes))

    assert read_document(there).roadmap == after
    assert read_document(back).roadmap == before
