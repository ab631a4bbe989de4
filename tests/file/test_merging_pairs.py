"""Two people's edits by the program's own hand, merged through the file: what may never happen to a pair."""

from __future__ import annotations

import pytest

from benchmarks.pairs import KINDS, WRONG, counted


@pytest.mark.parametrize("kind", KINDS)
def test_a_pair_reads_hides_nothing_and_asks_real_questions(kind: str) -> None:
    """A few of the thousand pairs that `python -m benchmarks pairs` counts; git asks more often than we do."""
    found = counted(kind, 25)

    assert {what: found[what] for what in WRONG if found[what]} == {}
    assert found["we ask"] <= found["git asks"]
