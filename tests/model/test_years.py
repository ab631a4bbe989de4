"""A roadmap that goes by years: halves are stored, and what is late, due and starting is told by the year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import edits
from model.approved import approved_end
from model.check import check
from model.closing import holes
from model.edits import RefusedError
from model.halfyear import AmbiguousHalfYearError, HalfYear, Year
from model.records import Approval, Measure, Service
from model.services import flagged
from model.standing import is_late, standing, walk
from model.typed import half_year, moved_to, set_end, set_field, typed
from tests.model.build import DAY, HEAD, IN_MEETING, measure, meeting, roadmap

YEARS = HEAD.model_copy(update={"first": HalfYear("2020H1"), "last": HalfYear("2030H2"), "periods": "years"})
SPRING, AUTUMN = date(2026, 5, 12), DAY
HALVES = st.builds(HalfYear.of, st.integers(1900, 2199), st.integers(1, 2))


@given(HALVES, st.integers(-50, 50))
def test_a_year_moves_by_years_and_covers_its_halves(half: HalfYear, steps: int) -> None:
    """It is the same value for both halves; so many years on, it is that many steps away."""
    year = Year(half)

    assert (year.first_day, year.last_day) == (date(half.year, 1, 1), date(half.year, 12, 31))
    assert [one for one in half.shifted(-3).until(half.shifted(3)) if year.covers(one)] == [year, year.ends]
    assert year.shifted(steps).year == half.year + steps
    assert year.steps_to(year.shifted(steps)) == steps
    assert half.ends == half
    assert half.covers(half)


def test_a_horizon_of_years_has_a_step_for_each() -> None:
    """From 2020 to 2030 there are eleven."""
    assert [step.year for step in YEARS.step(YEARS.first).until(YEARS.last)] == list(range(2020, 2031))


@pytest.mark.parametrize("day", [SPRING, AUTUMN], ids=["spring", "autumn"])
def test_what_is_due_is_told_by_the_year(day: date) -> None:
    """What ends in 2026 is due in both meetings of the year and late from 2027 on; what starts in it should start."""
    known = roadmap(
        measure("T1", end="2025H2"),
        measure("T2", end="2026H1"),
        measure("T3", end="2026H2"),
        measure("T4", "2026H1", "2027H2", status="planned"),
        measure("T5", "2026H2", "2027H2", status="planned"),
        measure("T6", "2027H2", "2027H2", status="planned"),
        measure("T7", "2028H1", "2028H2", status="planned"),
        head=YEARS,
    )

    now = standing(known, YEARS.step.containing(day))

    groups = {name: [m.id for m in getattr(now, name)] for name in ("late", "ending", "starting", "upcoming")}
    assert groups == {"late": ["T1"], "ending": ["T2", "T3"], "starting": ["T4", "T5"], "upcoming": ["T6"]}
    assert standing(known, HalfYear.containing(day)) == now


def test_a_measure_is_late_from_the_next_year_on() -> None:
    """A measure that ends in the spring of a year is not late in its autumn, where the roadmap goes by years."""
    found = measure(end="2026H1")

    assert is_late(found, HalfYear("2026H2"))
    assert not is_late(found, YEARS.step.containing(AUTUMN))
    assert is_late(found, YEARS.step.containing(date(2027, 1, 1)))


def test_a_service_that_ends_within_the_year_flags_its_measures() -> None:
    """In May a service that ends in December is flagged, where the roadmap goes by years."""
    found = measure("T3", end="2026H2", services=("aurora",))
    service = Service(id="aurora", name="AuroraAI", ends=date(2026, 12, 31))

    assert flagged(roadmap(found, services=(service,), head=YEARS), SPRING)
    assert not flagged(roadmap(found, services=(service,)), SPRING)


def test_both_meetings_of_a_year_walk_the_same_year() -> None:
    """What was let go on in spring comes up again in autumn; each meeting closes only when it has handled it."""
    known = roadmap(measure("T3", end="2026H2"), head=YEARS)

    for day in (SPRING, AUTUMN):
        held = meeting("1/2026", date=day)
        assert [m.id for m in walk(known, YEARS.step.containing(day), held).left] == ["T3"]
        assert [hole.measure for hole in holes(known.adding("meetings", held), held) if hole.blocks] == ["T3"]


@pytest.mark.parametrize(("text", "half"), [("2027", "2027H1"), ("vuosi 2027", "2027H1"), ("år 2027", "2027H1")])
def test_a_year_is_its_first_half_as_a_start_and_its_last_as_an_end(text: str, half: str) -> None:
    """`2027` is typed as it is read."""
    assert typed(Measure, "start", text, step=Year) == half
    assert typed(Measure, "end", text, step=Year) == "2027H2"
    assert (half_year(text, Year), half_year(text, Year).ends) == (half, "2027H2")
    assert type(typed(Measure, "start", text, step=Year)) is HalfYear


@pytest.mark.parametrize("text", ["k27", "kevät 2027", "2027H1", "H1/27"])
def test_half_years_are_still_understood(text: str) -> None:
    """Whoever types a half of a year has that half."""
    assert typed(Measure, "end", text, step=Year) == "2027H1"


@pytest.mark.parametrize(
    ("text", "code"), [("27", "bad-half"), ("ensi vuosi", "bad-half"), ("1/2027", "ambiguous-half")]
)
def test_what_is_no_year_is_refused(text: str, code: str) -> None:
    """Two digits may be anything; `1/2027` may be a month or a meeting."""
    with pytest.raises(RefusedError) as refused:
        half_year(text, Year)

    assert refused.value.code == code


def test_a_roadmap_of_half_years_takes_no_bare_year() -> None:
    """There `2027` is no half-year, as before."""
    with pytest.raises(RefusedError):
        half_year("2027")
    with pytest.raises(AmbiguousHalfYearError):
        Year.typed("1/2027")


def test_a_field_takes_a_year() -> None:
    """The fields of a measure and of the roadmap itself, each half in its place."""
    known = roadmap(measure("T3", end="2026H2"), head=YEARS)

    after = set_field(set_field(known, ("measures", "T3"), "end", "2027"), ("measures", "T3"), "start", "2026")
    longer = set_field(set_field(after, ("roadmap", ""), "last", "2031"), ("roadmap", ""), "first", "2021")

    assert (after.measure("T3").start, after.measure("T3").end) == ("2026H1", "2027H2")
    assert (longer.head.first, longer.head.last) == ("2021H1", "2031H2")


def test_a_measure_moves_by_whole_years() -> None:
    """One that has not begun keeps its years; one that ended in a spring is not moved within that year."""
    known = roadmap(measure("T3", "2026H1", "2026H2", status="planned"), measure("T4", end="2026H1"), head=YEARS)

    moved = edits.move(known, "T3", IN_MEETING, to=HalfYear("2028H2"), reason="").measure("T3")

    assert (moved.start, moved.end) == ("2028H1", "2028H2")
    with pytest.raises(RefusedError) as refused:
        edits.move(known, "T4", IN_MEETING, to=HalfYear("2026H2"), reason="")
    assert refused.value.code == "same-half"


def test_the_last_year_of_a_roadmap_is_whole() -> None:
    """Where the file says that the roadmap ends in the spring of 2030, all of 2030 is in it."""
    head = YEARS.model_copy(update={"last": HalfYear("2030H1")})
    known = roadmap(measure("T3", end="2026H2"), measure("T4", end="2030H2"), head=head)

    assert check(known) == ()
    assert edits.move(known, "T3", IN_MEETING, to=HalfYear("2030H2"), reason="").measure("T3").end == "2030H2"
    with pytest.raises(RefusedError, match="after-roadmap"):
        edits.move(known, "T3", IN_MEETING, to=HalfYear("2031H2"), reason="")


def test_an_approved_end_moves_by_the_year() -> None:
    """A typed end within the same year moves nothing; another year is a move from what was approved."""
    approval = Approval(body="Johtoryhmä", date=date(2026, 1, 15), of="roadmap")
    known = roadmap(measure("T3", end="2026H2"), head=YEARS, approvals=(approval,))

    assert moved_to(known, "T3", "2026") is None
    after = set_end(known, "T3", IN_MEETING, text="2027", reason="resurssit").measure("T3")
    assert [(move.from_, move.to) for move in after.moves] == [("2026H2", "2027H2")]
    assert approved_end(after, approval.date) == "2026H2"
