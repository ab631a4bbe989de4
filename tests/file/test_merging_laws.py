"""Laws of the merge of texts over files as people write them; `-m long` tries ten thousand pairs of edits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.diff import diff
from model.file.document import Document, document
from model.file.merging import merged
from model.file.patch import patched
from model.file.reading import read_bytes, read_document
from model.file.scan import comments
from model.file.weaving import disjoint
from model.merge import merge
from tests.file.edited import edited
from tests.file.written import written

if TYPE_CHECKING:
    from model.roadmap import Roadmap

SEEDS = st.integers(min_value=0, max_value=2**32)
LONG_RUN = 10_000


@dataclass(frozen=True)
class Pair:
    """A file and two edits of it, each with comments of its own."""

    base: Document
    ours: Document
    theirs: Document


def pair(seed: int) -> Pair:
    """Make a file and two edits from a seed."""
    reading = read_bytes(written(seed).encode())
    assert reading.document is not None
    assert reading.roadmap is not None
    sides = [side(reading.document, reading.roadmap, Random(f"{seed} {number}")) for number in range(2)]
    return Pair(reading.document, *sides)


def side(base: Document, roadmap: Roadmap, random: Random) -> Document:
    """Return the file after one to four edits and up to two new comments."""
    found = patched(base, diff(roadmap, edited(roadmap, random)), allow_loss=True)
    for _ in range(random.randint(0, 2)):
        found = with_a_comment(found, random)
    return found


def with_a_comment(one: Document, random: Random) -> Document:
    """Return a document with one comment more on a line of its own, wherever that changes no value."""
    lines = one.text.split("\n")
    for at in range(random.randrange(len(lines)), len(lines)):
        try:
            found = document("\n".join([*lines[:at], f"# {random.random()}", *lines[at:]]), has_bom=one.has_bom)
        except ValueError:
            continue
        if found.values == one.values:
            return found
    return one


def roadmap_of(one: Document) -> Roadmap:
    """Return what a document says."""
    roadmap = read_document(one).roadmap
    assert roadmap is not None
    return roadmap


def holds(made: Pair) -> None:
    """Hold all laws for one pair."""
    result = merged(made.base, made.ours, made.theirs)
    meant, conflicts = merge(*map(roadmap_of, (made.base, made.ours, made.theirs)))
    reading = read_document(document(result.document.text))

    assert reading.roadmap == meant
    assert diff(reading.roadmap, meant) == ()
    assert result.conflicts == conflicts
    errors = {(one.code, one.table, one.record) for one in reading.problems if one.severity == "error"}
    had = [read_document(one).problems for one in (made.base, made.ours, made.theirs)]
    assert errors <= {(one.code, one.table, one.record) for problems in had for one in problems}
    assert comments_are_kept(made, result.document)
    ends = {line[-2:] == "\r\n" for line in made.ours.text.splitlines(keepends=True)}
    assert len(ends) > 1 or {line[-2:] == "\r\n" for line in result.document.text.splitlines(keepends=True)} == ends


def comments_are_kept(made: Pair, result: Document) -> bool:
    """Whether every comment is there that one side wrote, or that the base had and no side took out."""
    was, ours, theirs, has = (Counter(comments(one.text)) for one in (made.base, made.ours, made.theirs, result))
    return not ((ours - was) | (theirs - was)) - has and not (was & ours & theirs) - has


@given(SEEDS)
def test_the_text_says_what_the_merge_of_the_records_says(seed: int) -> None:
    """Read again it is exactly the merged roadmap, without a new error and without the loss of a comment."""
    holds(pair(seed))


@given(SEEDS)
def test_the_woven_text_is_the_same_as_by_the_records(seed: int) -> None:
    """Where the texts alone decide, the merge of the records says the same and finds no conflict."""
    made = pair(seed)
    found = disjoint(made.base, made.ours, made.theirs)
    if found is not None:
        meant, conflicts = merge(*map(roadmap_of, (made.base, made.ours, made.theirs)))
        assert (roadmap_of(found), conflicts) == (meant, ())


@given(SEEDS)
def test_merging_with_the_base_or_with_oneself_is_neutral(seed: int) -> None:
    """No byte of the changed side is touched, nor of the other one's."""
    made = pair(seed)

    assert merged(made.base, made.ours, made.base).document.text == made.ours.text
    assert merged(made.base, made.ours, made.ours).document.text == made.ours.text


@pytest.mark.long
@settings(max_examples=LONG_RUN)
@given(SEEDS)
def test_ten_thousand_pairs_merge(seed: int) -> None:
    """As above, over many more."""
    holds(pair(seed))
