"""Whatever happens to an agenda is written into the file exactly, can be taken back, and reads as one line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.agenda import begun, closing, entries
from exporters.sentences import LONGEST_SUBJECT, subject
from exporters.words import Words
from model import agenda, edits, meetings
from model.diff import apply, diff, inverted
from model.edits import RefusedError
from model.file.patch import patched
from model.file.reading import Reading, read_bytes
from model.meeting import Action, Item
from tests.model.build import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.roadmap import Roadmap

FI, DAY, NUMBER = Words("fi"), date(2026, 11, 24), "3/2026"
SAMPLE = read_bytes((ROOT / "roadmap.toml").read_bytes())
WAYS = st.sampled_from(["add", "withdraw", "shift", "take", "text", "give", "decide", "note"])
STEPS = st.lists(st.tuples(WAYS, st.integers(1, 25), st.integers(-5, 5)), max_size=8)


@dataclass
class Writer:
    """A file that is written after every edit."""

    reading: Reading

    @property
    def roadmap(self) -> Roadmap:
        """The roadmap as the file has it."""
        assert self.reading.roadmap
        return self.reading.roadmap

    def edit(self, edit: Callable[[Roadmap], Roadmap]) -> None:
        """Make an edit, write it and read it again; one that is refused changes nothing."""
        before = self.roadmap
        try:
            after = edit(before)
        except RefusedError:
            return
        changes = diff(before, after)
        if changes:
            assert self.reading.document
            self.reading = read_bytes(patched(self.reading.document, changes).data)
            assert self.roadmap == after
            assert apply(after, inverted(changes)) == before
            line = subject(changes, FI, after)
            assert line != FI.t("no change")
            assert len(line) <= LONGEST_SUBJECT


def step(found: Roadmap, way: tuple[str, int, int]) -> Roadmap:
    """Return the roadmap after one thing that may happen to an agenda."""
    what, number, steps = way
    measure = found.measures[number].id
    mine = meetings.place_of_next_item(found, NUMBER, DAY, subject=measure)
    place = meetings.place_of_next_item(found, NUMBER, DAY)
    decide = partial(meetings.decide, found, subjects=[measure], heading=measure, decision="Sovittiin.")
    new, task = Item(number=0, heading="Uusi äö"), Action(number=0, task="Luonnos", item=number)
    ways: dict[str, Callable[[], Roadmap]] = {
        "add": lambda: agenda.add(found, NUMBER, new, before=number if steps > 0 else None),
        "withdraw": lambda: agenda.withdraw(found, NUMBER, number, decision="Poistettiin."),
        "shift": lambda: agenda.shift(found, NUMBER, number, steps),
        "take": lambda: agenda.take(found, NUMBER, number, outcome="noted", decision="Merkittiin tiedoksi."),
        "text": lambda: agenda.take(found, NUMBER, number, background='a\n\nb "c"'),
        "give": lambda: agenda.give(found, NUMBER, task),
        "decide": lambda: decide(mine, "continues"),
        "note": lambda: decide(place, "note", edit=partial(edits.note, text="Huomio")),
    }
    return ways[what]()


@settings(max_examples=10)
@given(before=STEPS, during=STEPS)
def test_an_agenda_is_written_as_it_changes(
    before: list[tuple[str, int, int]], during: list[tuple[str, int, int]]
) -> None:
    """From the call to the closing: each edit reads back the same, its way back is exact, no number lacks."""
    writer = Writer(SAMPLE)
    writer.edit(lambda found: meetings.convene(found, DAY, items=entries(found, FI, day=DAY))[0])
    for way in before:
        writer.edit(partial(step, way=way))
    nine = time(9)
    writer.edit(lambda found: meetings.begin(found, DAY, nine, items=begun(found, FI, day=DAY, opened=nine))[0])
    for way in during:
        writer.edit(partial(step, way=way))
    ten = time(10)
    writer.edit(lambda found: meetings.close(found, NUMBER, ten, items=closing(FI, closed=ten)))

    held = writer.roadmap.meeting(NUMBER)
    assert held.closed == ten
    assert sorted(item.number for item in held.items) == list(range(1, len(held.items) + 1))
    assert agenda.waiting(held) == ()
