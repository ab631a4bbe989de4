"""Rounds of the survey: only what may be kept is kept, and no small group can be worked out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits import RefusedError
from model.levels import levels
from model.records import Score
from model.rounds import recorded, results, rounds, scope_means
from model.sound import Tally
from model.suppression import hidden, is_small
from model.survey import Survey
from tests.model.build import roadmap, viewpoint

DAY = date(2026, 5, 15)
SURVEY = Survey(id="2026-05", name="Välikysely", date=DAY, invited=60, responses=30)

tallies = st.builds(
    Tally, st.tuples(*[st.integers(0, 6)] * 5) | st.tuples(*[st.just(0)] * 3, st.integers(0, 12), st.just(0))
)


def tally(*chosen: int) -> Tally:
    """Return answers by level, fewer levels given from 1 on."""
    one, two, three, four, five = (*chosen, 0, 0, 0, 0, 0)[:5]
    return Tally((one, two, three, four, five))


def test_a_small_group_is_hidden_with_the_next_smallest() -> None:
    """The whole less the others would reveal a group that is hidden alone."""
    groups = {"a": tally(2, 2), "b": tally(3, 4), "c": tally(9, 9)}

    assert hidden(groups) == {"a", "b"}


def test_two_small_groups_hide_each_other_when_they_are_enough_together() -> None:
    """Three and four answers are seven, which is no small group; one and two are hidden with a third."""
    assert hidden({"a": tally(1, 2), "b": tally(2, 2), "c": tally(9, 9)}) == {"a", "b"}
    assert hidden({"a": tally(1), "b": tally(1, 1), "c": tally(9, 9)}) == {"a", "b", "c"}


def test_answers_that_all_agree_are_hidden_under_ten() -> None:
    """Seven who all say four tell what each said; twelve do, too, but that is no secret of a few."""
    assert hidden({"a": tally(0, 0, 0, 7), "b": tally(3, 4), "c": tally(9, 9)}) == {"a", "b"}
    assert hidden({"a": tally(0, 0, 0, 12), "c": tally(9, 9)}) == frozenset()


def test_who_said_no_sector_is_not_worked_out_either() -> None:
    """Two answers without a sector are the whole less the sectors, unless one of those is hidden."""
    assert hidden({"a": tally(4, 4), "b": tally(9, 9)}, rest=tally(1, 1)) == {"a"}
    assert hidden({"a": tally(4, 4), "b": tally(9, 9)}, rest=tally(4, 4)) == frozenset()


def test_those_who_could_not_say_are_not_worked_out_either() -> None:
    """A group in which nobody could say stands behind the whole less the others like one that answered."""
    nobody = Tally(dont_know=3)

    assert hidden({"a": nobody, "b": tally(4, 4), "c": tally(9, 9)}) == {"a", "b"}


@given(st.dictionaries(st.sampled_from("abcdef"), tallies, max_size=6), tallies)
def test_no_small_group_can_be_worked_out(groups: dict[str, Tally], rest: Tally) -> None:
    """What is told never includes a small group, and the whole less what is told is no small group either."""
    secret = hidden(groups, rest=rest)
    left = sum((groups[name] for name in secret), rest)

    assert not any(is_small(groups[name]) for name in groups.keys() - secret)
    assert left.n == 0 or not is_small(left) or secret == groups.keys()
    assert all(is_small(groups[name]) or secret - {name} for name in secret) or rest.n


def test_a_round_keeps_sums_and_no_answer() -> None:
    """Mean, median, spread, counts and don't knows of the whole and of each sector that is large enough."""
    found = results(
        SURVEY, {"palvelut": {"a": Tally((1, 2, 3, 4, 0), 2), "b": tally(0, 1, 4), "c": tally(0, 1), "": tally(2, 2)}}
    )
    score = found.scores["palvelut"]

    assert (score.n, score.counts, score.dont_know) == (20, (3, 6, 7, 4, 0), 2)
    assert (score.value, score.median, score.survey) == (Decimal("2.6"), Decimal(3), "2026-05")
    assert [(group.sector, group.hidden, group.n, group.mean) for group in found.groups] == [
        ("a", False, 10, Decimal(3)),
        ("b", False, 5, Decimal("2.8")),
        ("c", True, None, None),
    ]


def test_a_viewpoint_of_few_answers_is_not_kept() -> None:
    """Under five answers there is no level, and it is told which viewpoint it was."""
    found = results(SURVEY, {"palvelut": {"": tally(1, 1, 1)}, "laitteet": {"": tally(3, 3)}, "data": {}})

    assert (list(found.scores), found.hidden) == (["laitteet"], ("palvelut",))


def scored(value: str, **fields: object) -> Score:
    """Return a survey's score of the day."""
    return Score.model_validate({"date": DAY, "value": Decimal(value), "basis": "survey", **fields})


def test_a_round_comes_in_as_one() -> None:
    """The record and the scores are there together; the round tells its day, its answers and the response rate."""
    after = recorded(roadmap(viewpoints=[viewpoint()]), SURVEY, {viewpoint().id: scored("2.6", n=30, survey="2026-05")})
    (found,) = rounds(after)

    assert (found.date, found.n, found.rate, found.name) == (DAY, 30, Decimal(50), "Välikysely")
    assert levels(after.viewpoints[0]).survey == found.scores[viewpoint().id]


def test_older_scores_are_rounds_by_their_day() -> None:
    """Scores that name no round belong together when they are of one day, and to the round recorded for it."""
    one = viewpoint(scores=[{"date": DAY, "value": Decimal(3), "basis": "survey", "n": 40, "by": "Kysely"}])
    found = rounds(roadmap(viewpoints=[one]))
    joined = rounds(roadmap(viewpoints=[one], surveys=[SURVEY]))

    assert [(r.date, r.n, r.rate, r.name) for r in found] == [(DAY, 40, None, "Kysely")]
    assert [(r.date, r.survey, list(r.scores)) for r in joined] == [(DAY, SURVEY, [one.id])]


@pytest.mark.parametrize(
    ("score", "code"),
    [({"n": 4}, "too-few-answers"), ({"n": 30}, "survey-same-day")],
)
def test_a_round_that_cannot_be_kept_is_refused(score: dict[str, object], code: str) -> None:
    """Too few answers, or a second survey of a viewpoint on one day."""
    before = roadmap(viewpoints=[viewpoint(scores=[{"date": DAY, "value": Decimal(3), "basis": "survey"}])])

    with pytest.raises(RefusedError) as refused:
        recorded(before, SURVEY, {viewpoint().id: scored("2.6", **score)})

    assert refused.value.code == code


def test_an_empty_round_and_a_known_one_are_refused() -> None:
    """There is something to save, and it is saved once."""
    once = recorded(roadmap(viewpoints=[viewpoint()]), SURVEY, {viewpoint().id: scored("2.6")})

    for scores, code in (({}, "survey-empty"), ({viewpoint().id: scored("2.6")}, "survey-known")):
        with pytest.raises(RefusedError) as refused:
            recorded(once, SURVEY, scores)
        assert refused.value.code == code


def test_a_level_of_few_answers_is_not_known() -> None:
    """A score that somebody typed into the file with three answers is shown nowhere."""
    found = levels(viewpoint(scores=[{"date": DAY, "value": Decimal(3), "basis": "survey", "n": 3}]))

    assert (found.survey, found.baseline, found.current) == (None, None, None)


def test_own_work_and_the_whole_city_have_means_of_their_own() -> None:
    """No mean is taken over both."""
    points = [viewpoint(id=name, scope=scope) for name, scope in (("a", "own"), ("b", "own"), ("c", "city"))]
    scores = {"a": scored("3.0"), "b": scored("3.5"), "c": scored("2.0")}

    assert scope_means(points, scores) == {"own": Decimal("3.25"), "city": Decimal("2.0")}
    assert scope_means(points, {"c": scores["c"]}) == {"city": Decimal("2.0")}


def test_the_mean_of_a_scope_is_that_of_the_exact_means() -> None:
    """8/3 and 79/30 are 2.65 together, though both were cut when they were kept."""
    points = [viewpoint(id=name, scope="own") for name in ("a", "b")]
    kept = results(SURVEY, {"a": {"": tally(0, 4, 8)}, "b": {"": tally(0, 11, 19)}}).scores

    assert sum(score.value for score in kept.values()) / 2 < Decimal("2.65")
    assert scope_means(points, kept) == {"own": Decimal("2.65")}
