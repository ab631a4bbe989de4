"""The history in plain lines: each stands alone, those of a meeting together."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from exporters.past import deciders_data, decision_lines, history_lines
from exporters.words import Words
from model.diff import Change, diff, inverted
from model.edits import Place, mark_done, move
from model.entry import Decision, Entry
from model.halfyear import HalfYear
from model.records import Move, Score, Viewpoint
from model.undo import folded
from model.wanted import Wanted
from tests.model.build import DAY, HEAD, measure, meeting, roadmap

if TYPE_CHECKING:
    from model.entry import Form

FI = Words("fi")
WHEN = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
BEFORE = roadmap(measure(), measure("T08"), meeting(), head=HEAD.model_copy(update={"team": "Digitiimi"}))
DONE = diff(BEFORE, mark_done(BEFORE, "T07", Place(DAY)))
END = Change("measures", "T07", "end")


def entry(
    number: int = 0, meeting: str = "", item: int = 0, *, changes: tuple[Change, ...] | None = DONE, **more: str
) -> Entry:
    """Return a commit that marks T07 done, the higher its number the older."""
    trailers = [("Meeting", meeting)] if meeting else []
    trailers += [("Item", str(item))] if item else []
    trailers += [(name.replace("_", "-"), value) for name, value in more.items()]
    return Entry(f"{number:040x}", WHEN - timedelta(days=number), "Erkki", "aihe", tuple(trailers), changes)


def lines(*entries: Entry, wanted: Wanted = Wanted()) -> tuple[str, ...]:  # noqa: B008 - a frozen value
    """Return the history of some commits."""
    return history_lines(folded(entries), FI, BEFORE, wanted=wanted)


def test_each_line_stands_alone() -> None:
    """It has its day, what was done and, when that was decided in a meeting, § and meeting."""
    assert lines(entry()) == ("24.11.2026 T07 merkitty valmiiksi",)
    assert lines(entry(0, "3/2026", 5), entry(1, "3/2026")) == (
        "Digitiimi 3/2026, 24.11.2026",
        "24.11.2026 T07 merkitty valmiiksi, § 5, Digitiimi 3/2026",
        "23.11.2026 T07 merkitty valmiiksi, Digitiimi 3/2026",
    )


def test_a_move_reads_as_a_sentence() -> None:
    """From when to when, why, in which § and meeting."""
    after = move(BEFORE, "T07", Place(DAY), to=HalfYear("2026H2"), reason="resurssi")

    (_, line) = lines(entry(0, "3/2026", 5, changes=diff(BEFORE, after)))

    assert line == "24.11.2026 T07 siirretty: kevät 2026 → syksy 2026 (resurssi), § 5, Digitiimi 3/2026"


def test_meetings_and_the_time_between_have_headings() -> None:
    """A meeting that the roadmap does not know is named without a day."""
    shown = lines(entry(0), entry(1, "3/2026", 5), entry(2), entry(3, "9/2020", 1))

    assert [line for line in shown if not line[:1].isdigit()] == [
        "Kokousten välillä",
        "",
        "Digitiimi 3/2026, 24.11.2026",
        "",
        "Kokousten välillä",
        "",
        "Digitiimi 9/2020",
    ]


def test_what_was_recorded_on_the_day_after_the_closing_is_no_part_of_the_meeting() -> None:
    """A hand edit of the day stands with the decisions around it, an approval recorded after the closing does not."""
    closed = roadmap(measure(), meeting(opened=time(9), closed=time(10)))
    approval = replace(entry(0, Change_Id="c" * 12), roadmap=closed, commit="c" * 40)
    during = replace(approval, roadmap=roadmap(measure(), meeting(opened=time(9))))
    first, last = entry(0, "3/2026", 5), replace(entry(0, "3/2026"), commit="d" * 40)

    def headings(between: Entry) -> int:
        return sum(not line[:1].isdigit() for line in lines(last, between, first) if line)

    assert (headings(entry(0)), headings(during), headings(approval)) == (1, 1, 3)


def test_an_undo_is_folded() -> None:
    """A decision that was taken back is one line that says so."""
    undo = entry(0, changes=inverted(DONE), Change_Id="b" * 12, Reverts="a" * 12)

    assert lines(undo, entry(1, Change_Id="a" * 12)) == ("23.11.2026 (kumottu) T07 merkitty valmiiksi",)


def test_only_what_is_wanted_is_told() -> None:
    """Of a commit that decided on several records, those that were asked for."""
    both = mark_done(mark_done(BEFORE, "T07", Place(DAY)), "T08", Place(DAY))
    commit = entry(changes=diff(BEFORE, both))

    assert lines(commit) == ("24.11.2026 T07 ja T08 merkitty valmiiksi",)
    assert lines(commit, wanted=Wanted(record="T08")) == ("24.11.2026 T08 merkitty valmiiksi",)


def test_what_is_no_change_is_told_all_the_same() -> None:
    """Beginnings and versions that cannot be read say what they are."""
    forms: tuple[Form, ...] = ("made", "cut", "unreadable", "removed", "readable")
    shown = [lines(Entry("c" * 40, WHEN, "Erkki", "alku", (), (), form)) for form in forms]

    assert len({line for (line,) in shown}) == len(forms)
    assert all("alku" in line for (line,) in shown)


def decision(**fields: object) -> Decision:
    """Return a decision on the end of T07."""
    known: dict[str, object] = {"commit": "c" * 40, "when": WHEN, "who": "Erkki", "subject": "x", "meeting": "3/2026"}
    return Decision(**(known | {"item": 5, "before": HalfYear("2026H1"), "after": HalfYear("2026H2")} | fields))  # type: ignore[arg-type] # each test its own


def test_who_decided_a_field() -> None:
    """When, from what to what, why, in which §, and who recorded it; at the beginning only what it was."""
    found = [decision(why="resurssi"), decision(form="made", before=None, meeting="", item=None)]

    assert decision_lines(found, FI, BEFORE, place=END) == (
        "24.11.2026 kevät 2026 → syksy 2026 (resurssi), § 5, Digitiimi 3/2026, Erkki",
        "24.11.2026 syksy 2026 alusta alkaen, Erkki",
    )


def test_who_decided_as_data() -> None:
    """Values as the file has them; an entry of a list whole."""
    moved = Move.model_validate({"date": DAY, "from": "2026H1", "to": "2026H2", "reason": "resurssi"})
    place = Change("measures", "T07", "moves")
    (end,) = deciders_data([decision()], place=END)
    (entry_,) = deciders_data([decision(before=None, after=moved, key=(DAY,))], place=place)

    assert (end["before"], end["after"], end["field"], end["meeting"], end["item"]) == (
        "2026H1",
        "2026H2",
        "end",
        "3/2026",
        5,
    )
    assert (end["record"], end["when"], end["why"]) == ("T07", "2026-11-24T09:05:00+00:00", None)
    assert entry_["after"]["reason"] == "resurssi"


def test_a_sentence_of_the_history_speaks_of_the_roadmap_as_it_was_then() -> None:
    """A level that was given later is not taken for the earlier one."""
    day = date(2026, 11, 22)
    first = roadmap().adding("viewpoints", Viewpoint(id="v", name="Palvelut", scope="own"))
    survey = Score(date=date(2026, 5, 15), value=Decimal("3.7"), basis="survey", n=10)
    before = first.replacing("viewpoints", first.viewpoint("v").model_copy(update={"scores": (survey,)}))
    judged = Score(date=day, value=Decimal("3.5"), basis="judgement")
    after = before.replacing("viewpoints", before.viewpoint("v").model_copy(update={"scores": (survey, judged)}))
    now = before.replacing(
        "viewpoints",
        before.viewpoint("v").model_copy(
            update={"scores": (survey, judged.model_copy(update={"value": Decimal("3.4")}))}
        ),
    )
    entry = Entry("c" * 40, WHEN, "Erkki", "x", (), diff(before, after), roadmap=after)

    (line,) = history_lines(folded([entry]), FI, now, wanted=Wanted())

    assert "3,7 (kysely) → 3,5 (arvio)" in line
