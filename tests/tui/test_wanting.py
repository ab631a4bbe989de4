"""What a typed line asks of the history, and how a filter is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from exporters.filters import KIND, told
from exporters.words import Words
from model.meeting import Meeting
from model.wanted import KINDS, Wanted
from tests.model.build import measure, roadmap, viewpoint
from tui.wanting import span, typed

FI = Words("fi")
HERE = roadmap(
    measure("T07"),
    measure("T12"),
    viewpoint("palvelut", short="Sähköiset palvelut"),
    Meeting(number="3/2026", date=date(2026, 11, 24)),
)
AUTUMN = Wanted(first=date(2026, 7, 1), last=date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", Wanted()),
        ("t7", Wanted(table="measures", record="T07")),
        ("T99", Wanted(table="measures", record="T99")),
        ("3/2026", Wanted(meeting="3/2026")),
        ("palvelut", Wanted(viewpoint="palvelut")),
        ("sähköiset", Wanted(viewpoint="palvelut")),
        ("s26", AUTUMN),
        ("syksy 2026", AUTUMN),
        ("2026", Wanted(first=date(2026, 1, 1), last=date(2026, 12, 31))),
        ("1.8.2026–30.9.2026", Wanted(first=date(2026, 8, 1), last=date(2026, 9, 30))),
        ("1.8.2026-", Wanted(first=date(2026, 8, 1))),
        ("huomiot", Wanted(kinds=frozenset({"note"}))),
        ("Maija Meri", Wanted(person="Maija Meri")),
        ("T07, 3/2026", Wanted(table="measures", record="T07", meeting="3/2026")),
        ("T07 s26 Maija", replace(AUTUMN, table="measures", record="T07", person="Maija")),
        ("[red] \\ ' %", Wanted(person="[red] \\ ' %")),
    ],
)
def test_a_line_is_read_as_it_is_said(text: str, wanted: Wanted) -> None:
    """Ids, meetings, times and kinds in any order; what is none of these is somebody's name."""
    assert typed(text, HERE, FI) == wanted


@pytest.mark.parametrize("text", ["", "-", "huomenna", "1/2026", "32.1.2026"])
def test_what_is_no_time_is_none(text: str) -> None:
    """`1/2026` is a meeting before it is anything else."""
    assert span(text) is None


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (Wanted(), ""),
        (replace(AUTUMN, table="measures", record="T07", meeting="3/2026"), "T07 · 3/2026 · syksy 2026"),
        (Wanted(viewpoint="palvelut", person="Maija"), "Sähköiset palvelut · Maija"),
        (Wanted(first=date(2026, 1, 1), last=date(2026, 12, 31)), "2026"),
        (Wanted(first=date(2026, 8, 1), last=date(2026, 9, 30)), "1.8.2026–30.9.2026"),
        (Wanted(first=date(2026, 8, 1), last=date(2026, 8, 1)), "1.8.2026"),
        (Wanted(first=date(2026, 8, 1)), "1.8.2026 alkaen"),
        (Wanted(last=date(2026, 8, 1)), "1.8.2026 asti"),
        (Wanted(kinds=frozenset({"score", "moved"})), "aikataulumuutokset, tasot"),
    ],
)
def test_a_filter_is_told_in_a_few_words(wanted: Wanted, text: str) -> None:
    """As it stands in the title."""
    assert told(wanted, FI, HERE) == text


def test_every_kind_has_its_word() -> None:
    """In the order in which they are offered."""
    assert tuple(KIND) == KINDS
