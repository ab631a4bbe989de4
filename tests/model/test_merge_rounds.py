"""Two people's copies as one where both have recorded a survey: its figures belong together and are never mixed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from model.conflicts import settled
from model.indicator import Indicator
from model.merge import merge
from model.rounds import recorded, results
from model.sound import Tally
from model.survey import Survey
from tests.model.build import DAY
from tests.model.merging import BASE

if TYPE_CHECKING:
    from model.roadmap import Roadmap

VIEWPOINT = BASE.viewpoints[0].id


def with_round(times: int) -> Roadmap:
    """Return the roadmap with a round in which each level of the first viewpoint was given so many times."""
    survey = Survey(id="kysely-2026", name="Kysely", date=DAY, responses=5 * times, sha256=str(times) * 64)
    answers = {VIEWPOINT: {"a": Tally((times,) * 5), "b": Tally((times,) * 5)}}
    kept = results(survey, answers)
    return recorded(BASE, survey.model_copy(update={"groups": kept.groups}), kept.scores)


def test_two_files_of_one_day_are_chosen_between_as_wholes() -> None:
    """A list of five counts is no set: ten of them would be no counts, and the file could not be written."""
    ours, theirs = with_round(5), with_round(7)

    found, conflicts = merge(BASE, ours, theirs)

    assert found.replacing("viewpoints", ours.viewpoint(VIEWPOINT)).viewpoints == ours.viewpoints
    assert found.surveys == ours.surveys
    assert [(one.table, one.field) for one in conflicts] == [("viewpoints", "scores"), ("surveys", "")]
    for one in conflicts:
        found = settled(found, one.id, "theirs")
    assert (found.viewpoints, found.surveys) == (theirs.viewpoints, theirs.surveys)


def test_the_same_file_on_both_sides_is_one_round() -> None:
    """Nothing to be asked about."""
    found, conflicts = merge(BASE, with_round(5), with_round(5))

    assert (found, conflicts) == (with_round(5), ())


def test_a_remark_on_a_round_and_its_corrected_figures_go_together() -> None:
    """Where one side has not touched the figures, there is nothing to choose between."""
    base = with_round(5)
    viewpoint = base.viewpoint(VIEWPOINT)

    def changed(**values: object) -> Roadmap:
        scores = (*viewpoint.scores[:-1], viewpoint.scores[-1].model_copy(update=values))
        return base.replacing("viewpoints", viewpoint.model_copy(update={"scores": scores}))

    found, conflicts = merge(base, changed(note="vain esimiehet"), changed(value=Decimal("2.5")))

    last = found.viewpoint(VIEWPOINT).scores[-1]
    assert (last.note, last.value, conflicts) == ("vain esimiehet", Decimal("2.5"), ())


def test_the_words_of_a_scale_keep_their_places() -> None:
    """The third word means three: words of two scales together would be a third scale."""
    ours, theirs = (
        BASE.adding("indicators", Indicator(id="M9", title="Aste", words=words))
        for words in (("ei", "osin", "on"), ("ei", "kyllä"))
    )

    found, conflicts = merge(BASE, ours, theirs)

    assert found.indicators[-1].words == ("ei", "osin", "on")
    assert [one.field for one in conflicts] == ["words"]
