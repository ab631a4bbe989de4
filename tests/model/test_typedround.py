"""A round as it is typed: what is wrong in its cells, what is missing, and the round that it makes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits import RefusedError
from model.records import Head, Score, Viewpoint
from model.roadmap import Roadmap
from model.rounds import recorded
from model.survey import Survey
from model.typedround import (
    DATE,
    INVITED,
    NAME,
    RESPONSES,
    TypedRound,
    blank,
    faults,
    made,
    may_become,
    missing,
    next_survey_id,
    usual_name,
)

TODAY = date(2026, 11, 24)
OLD = Score(date=date(2024, 9, 27), value=Decimal("2.9"), basis="survey", n=287)


def town(*surveys: Survey) -> Roadmap:
    """Make a roadmap of three viewpoints, one of them measured in 2024."""
    head = Head.model_validate({"title": "D", "organisation": "O", "first": "2025H1", "last": "2027H2"})
    names = ("palvelut", "tieto", "osaaminen")
    viewpoints = tuple(
        Viewpoint(id=name, name=name, scope="own", scores=(OLD,) if name == "palvelut" else ()) for name in names
    )
    return Roadmap(head=head, viewpoints=viewpoints, surveys=surveys)


def typed(
    *rows: tuple[str, str, str], day: str = "1.11.2026", invited: str = "296", responses: str = "142"
) -> TypedRound:
    """Type a round of rows (viewpoint, mean, n)."""
    found = blank(town(), name="Digikysely 2026")
    for cell, text in ((DATE, day), (INVITED, invited), (RESPONSES, responses)):
        found = found.typing(cell, text)
    for viewpoint, mean, n in rows:
        found = found.typing((viewpoint, "mean"), mean).typing((viewpoint, "n"), n)
    return found


def codes(found: TypedRound) -> dict[tuple[str, str], str]:
    """Return the codes of what is wrong by cell."""
    return {cell: error.code for cell, error in faults(found, town(), today=TODAY).items()}


def test_a_mean_is_typed_with_comma_or_point() -> None:
    """2,6 and 2.6 are one level."""
    _, scores = made(typed(("palvelut", "2,6", "140"), ("tieto", "2.6", "141")), town(), today=TODAY)

    assert [score.value for score in scores.values()] == [Decimal("2.6"), Decimal("2.6")]


def test_a_row_without_a_number_counts_all_who_answered() -> None:
    """The number is that of the row, else that of the round."""
    _, scores = made(typed(("palvelut", "2,6", "140"), ("tieto", "3", "")), town(), today=TODAY)

    assert {name: score.n for name, score in scores.items()} == {"palvelut": 140, "tieto": 142}


def test_an_empty_row_was_not_asked_about() -> None:
    """Nothing is invented for a viewpoint of which nothing is typed."""
    survey, scores = made(typed(("tieto", "3,4", "")), town(), today=TODAY)

    assert set(scores) == {"tieto"}
    assert (survey.name, survey.date, survey.invited, survey.responses) == (
        "Digikysely 2026",
        date(2026, 11, 1),
        296,
        142,
    )


def test_the_round_can_be_recorded() -> None:
    """What is made is a round that the roadmap takes."""
    survey, scores = made(typed(("tieto", "3,4", "140")), town(), today=TODAY)

    after = recorded(town(), survey, scores)

    assert after.viewpoint("tieto").scores[-1].survey == after.surveys[0].id == "kysely-2026-11-01"


@pytest.mark.parametrize("text", ["0", "0,9", "5,1", "6", "26", "kolme", "2,6,1", "-2", "2,1234567"])
def test_a_level_outside_the_scale_is_wrong(text: str) -> None:
    """A level is a number from 1 to 5."""
    assert codes(typed(("tieto", text, ""))) == {("tieto", "mean"): "bad-level"}


@pytest.mark.parametrize("n", ["1", "4"])
def test_under_five_answers_are_too_few(n: str) -> None:
    """A level of four answers would show how one answered."""
    assert codes(typed(("tieto", "3", n))) == {("tieto", "n"): "too-few-answers"}


@pytest.mark.parametrize(
    ("n", "code"), [("0", "bad-count"), ("x", "bad-count"), ("1,5", "bad-count"), ("143", "more-answers")]
)
def test_a_number_of_answers_is_whole_and_not_above_all(n: str, code: str) -> None:
    """No viewpoint has more answers than the survey."""
    assert codes(typed(("tieto", "3", n))) == {("tieto", "n"): code}


def test_a_number_without_a_mean_is_wrong() -> None:
    """An n alone measures nothing."""
    assert codes(typed(("tieto", "", "140"))) == {("tieto", "mean"): "mean-missing"}


def test_more_cannot_answer_than_were_asked() -> None:
    """142 of 100 is a slip of the pen."""
    assert codes(typed(("tieto", "3", ""), invited="100")) == {RESPONSES: "more-responses"}


def test_under_five_responses_are_too_few() -> None:
    """The whole round needs five answers, too."""
    assert codes(typed(("tieto", "3", ""), responses="4")) == {RESPONSES: "too-few-responses"}


@pytest.mark.parametrize(("day", "code"), [("31.11.2026", "bad-day"), ("25.11.2026", "survey-ahead")])
def test_the_last_day_is_a_day_that_has_been(day: str, code: str) -> None:
    """A survey of tomorrow has no results."""
    assert codes(typed(("tieto", "3", ""), day=day)) == {DATE: code}


def test_two_surveys_of_one_day_are_refused_while_typing() -> None:
    """A viewpoint has one survey's level a day; rows that are not filled are not asked."""
    assert codes(typed(("palvelut", "3", ""), day="27.9.2024")) == {DATE: "survey-same-day"}
    assert codes(typed(("tieto", "3", ""), day="27.9.2024")) == {}


def test_what_is_missing_is_told_only_when_it_is_saved() -> None:
    """An empty sheet has no faults; it lacks a name, a day, a level."""
    empty = blank(town())

    assert faults(empty, town(), today=TODAY) == {}
    assert {error.code for error in missing(empty).values()} == {"name-missing", "day-missing", "survey-empty"}


def test_a_survey_never_stands_without_its_number_of_answers() -> None:
    """Where neither the row nor the round has one, it is asked for."""
    found = missing(typed(("tieto", "3", ""), responses=""))

    assert {cell: error.code for cell, error in found.items()} == {RESPONSES: "n-missing"}
    assert missing(typed(("tieto", "3", "140"), responses="")) == {}


def test_the_first_fault_is_raised_in_the_order_of_reading() -> None:
    """What is asked first is told first."""
    with pytest.raises(RefusedError) as refused:
        made(typed(("tieto", "9", ""), day="x"), town(), today=TODAY)

    assert refused.value.code == "bad-day"


@pytest.mark.parametrize("text", ["", "2", "2,", "2,6", "2."])
def test_a_number_half_typed_is_not_wrong_yet(text: str) -> None:
    """Nobody is corrected in the middle of 2,6."""
    assert may_become(("tieto", "mean"), text)


@pytest.mark.parametrize(("column", "text"), [("mean", "6"), ("mean", "26"), ("mean", "a"), ("n", "1,"), ("n", "x")])
def test_what_cannot_become_right_is_wrong_at_once(column: str, text: str) -> None:
    """6 is no beginning of a level."""
    assert not may_become(("tieto", column), text)


def test_a_block_of_a_spreadsheet_goes_right_and_down() -> None:
    """Rows are lines, columns are divided by tabs; what has no place is left out."""
    pasted = blank(town()).pasting(("tieto", "mean"), "2,6\t140\n3,1\t139\n4\t1")

    assert pasted.contents == {
        ("tieto", "mean"): "2,6",
        ("tieto", "n"): "140",
        ("osaaminen", "mean"): "3,1",
        ("osaaminen", "n"): "139",
    }


def test_a_typed_round_can_be_taken_up_again() -> None:
    """What was typed is put into a fresh sheet, as far as there are cells for it."""
    other = TypedRound(("gone",)).typing(("gone", "mean"), "3").typing(NAME, "Toinen")

    assert blank(town(), name="Oma").with_texts(other).contents == {NAME: "Toinen"}


def test_ids_tell_the_day_and_are_free() -> None:
    """Two copies call no two rounds the same; a second one of a day gets a number."""
    first = Survey(id="kysely-2026-11-24", name="K", date=TODAY)

    assert next_survey_id(town(), TODAY) == "kysely-2026-11-24"
    assert next_survey_id(town(first), TODAY) == "kysely-2026-11-24-2"


def test_a_round_is_probably_called_like_the_last_one() -> None:
    """With this year in its name; a second round of the year needs another name."""
    earlier = Survey(id="a", name="Digikysely 2024", date=date(2024, 9, 27))
    same = Survey(id="b", name="Digikysely 2026", date=date(2026, 5, 15))

    assert usual_name(town(earlier), first="Kysely", today=TODAY) == "Digikysely 2026"
    assert usual_name(town(earlier, same), first="Kysely", today=TODAY) == "Kysely"
    assert usual_name(town(), first="Kysely", today=TODAY) == "Kysely"


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_nothing_typed_breaks_the_reading(mean: str, n: str, responses: str) -> None:
    """Whatever is typed is either right or has a fault; right is a level of at least five answers."""
    found = typed(("tieto", mean, n), responses=responses)

    wrong = faults(found, town(), today=TODAY) | missing(found)

    if not wrong:
        _, scores = made(found, town(), today=TODAY)
        score = scores["tieto"]
        assert 1 <= score.value <= 5
        assert score.n is not None
        assert score.n >= 5
