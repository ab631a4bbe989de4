"""The quick reader says what tomllib says, or nothing."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.roadmaps import roadmap
from model.file.blocks import cut
from model.file.pieces import strictly
from model.file.quick import quick
from model.file.same import same

PLAIN = """\
schema = 1  # root key
[roadmap]
title = "Digitiekartta # ei kommentti"\t# kommentti

[[measures]]
goals = [ "G1", "G2" , ]
empty = []
amount = 12.50
sample = true
day = 2026-11-24
clock = 09:00:00
ids = [
    "T01",
    "T02"
]
[[measures.log]]
text = ""
[[measures.log]]
[[measures]]
"""

PIECES = st.sampled_from([
    "a = 1", "a = 012", "a = -1", "a = 1_0", "a=0", "b = 1.50", "b = 1.", "b = 1e3", "b = inf", "c = true", "c = truex",
    "d = 2026-02-30", "d = 2026-11-24", "d = 2026-11-24 10:00:00", "d = 10:00:00", "0000-01-01 = 1", "d = 0000-01-01",
    'e = "x"', "e = 'x'", 'e = "\\n"', 'e = "\t"', 'e = "\x01"', 'e = ""', 'e = """', 'e = """x"""', 'e = "x" y',
    'f = ["a", "b"]', 'f = ["a" "b"]', 'f = ["a",,]', "f = [,]", "f = []", "f = [1]", 'f = ["a", ]', "f = [", "]",
    '"x",', '"x"', "# f = [", "d = 24:00:00", "d = 10:00:00.5",
    "[t]", "[ t ]", "[t.u]", "[[t]]", "[[t.u]]", "[[ t ]]", "[[t]", "[[a]]", "[a]", "[[t.e]]", "[[t.u.v]]", "[[a.t]]",
    "", " ", "\t# x", "# \x02", "#", "g.h = 1", '"q" = 1', "e = {}", "a = 1 # x", "a = 1\r", "\r", "k\u00e4 = 1",
    "a =", "= 1",
])  # fmt: skip


def by_tomllib(text: str) -> dict[str, Any] | None:
    """Return what tomllib reads, or None for what it refuses."""
    try:
        return strictly(text)
    except tomllib.TOMLDecodeError:
        return None


def test_plain_text_is_read() -> None:
    """All that counts as plain is read, with the types of tomllib."""
    found = quick(PLAIN)

    assert found is not None
    assert same(found, strictly(PLAIN))
    assert found["measures"][0]["amount"].as_tuple() == Decimal("12.50").as_tuple()


def test_windows_line_ends_are_read() -> None:
    """Lines may end as on Windows; a carriage return anywhere else is left to tomllib."""
    assert quick(PLAIN.replace("\n", "\r\n")) == strictly(PLAIN)
    assert quick("a = 1\r") is None


def test_a_roadmap_is_read_quickly() -> None:
    """Of a usual roadmap no record is left to tomllib."""
    blocks = cut(roadmap(40))

    assert blocks
    assert [block.text for block in blocks if quick(block.text) is None] == []


@pytest.mark.parametrize(
    "text",
    ["a = 1\na = 1", "[t]\n[t]", "t = []\n[[t]]", "[[t]]\n[t]", "[[t]]\nu = []\n[[t.u]]", "[[t.u]]", "t = 1\n[[t.u]]"],
)
def test_a_name_used_twice_is_left_to_tomllib(text: str) -> None:
    """What TOML forbids, or would take thought, gets no answer."""
    assert quick(text) is None


@given(st.lists(PIECES, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_it_never_says_anything_else(pieces: list[str], newline: str) -> None:
    """For any sequence of lines, plain or odd, valid or not, the answer is that of tomllib or none."""
    text = newline.join(pieces)
    found = quick(text)

    assert found is None or same(found, by_tomllib(text))


@given(st.data())
def test_a_damaged_text_gets_no_other_values(data: st.DataObject) -> None:
    """Whatever character is put anywhere into a plain text, the answer is that of tomllib or none."""
    place = data.draw(st.integers(0, len(PLAIN)))
    extra = data.draw(
        st.text(max_size=3) | st.sampled_from(['"', "\\", "\x00", "\r", "\x7f", "[", "]", "#", "\n", "=", "."])
    )
    text = PLAIN[:place] + extra + PLAIN[place + data.draw(st.integers(0, 2)) :]
    found = quick(text)

    assert found is None or same(found, by_tomllib(text))
