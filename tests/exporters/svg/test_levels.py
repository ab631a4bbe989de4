"""What the pictures of levels say: what is known, in two inks, and what is not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from exporters.svg.dumbbell import dumbbell
from exporters.svg.heat import heat_table
from exporters.svg.ink import JUDGEMENT, SURVEY
from exporters.svg.radar import radar
from exporters.svg.trend import trend
from model.records import Sector
from model.survey import Group, Survey
from tests.exporters.svg import drawn
from tests.exporters.svg.pictured import FI, SV, judgement, ordinary, roadmap, survey, viewpoint

DAY = date(2026, 5, 15)


def test_a_dumbbell_tells_its_row_in_words() -> None:
    """Baseline, now with its ink, target and gap, of the printed values."""
    told = dumbbell(ordinary(), FI).description

    assert "Palvelut (kehittämisen kärki): lähtö 2,9, nyt 3,3 (kysely), tavoite 4,0, ero −0,7." in told
    assert "Tieto: lähtö 2,6, nyt 3,0 (arvio), tavoite 3,8, ero −0,8." in told
    assert "Kokeilut: ei arvioitu, tavoite 3,0." in told


def test_levels_stand_at_their_place_on_the_axis() -> None:
    """Equal distances from level to level: 3 is midway between 1 and 5."""
    picture = dumbbell(roadmap(viewpoint("A", [survey(DAY, "1")]), viewpoint("B", [survey(DAY, "3")])), FI)
    low, middle = sorted({x for x, y in drawn.places(picture, "circle", "cx", "cy") if y > 120})

    assert middle - low == 2 * 73


def test_a_level_of_too_few_answers_is_not_drawn() -> None:
    """Under five answers a survey's level counts as not known."""
    picture = dumbbell(roadmap(viewpoint("A", [survey(DAY, "3.2", n=4)])), FI)

    assert "A: liian vähän vastauksia." in picture.description
    assert "3,2" not in picture.svg


def test_survey_and_judgement_are_never_joined() -> None:
    """Each ink has a line of its own; one score alone has none."""
    scores = [survey(date(2024, 1, 1), "2"), survey(DAY, "3"), judgement(date(2025, 1, 1), "4"), judgement(DAY, "5")]
    lines = list(drawn.root(trend(roadmap(viewpoint("A", scores)), FI)).iter(f"{drawn.SPACE}polyline"))

    assert [one.get("stroke") for one in lines] == [SURVEY, JUDGEMENT]
    assert [one.get("stroke-dasharray") for one in lines] == [None, "7 4"]
    assert all(len((one.get("points") or "").split()) == 2 for one in lines)


def test_the_axis_of_the_trend_is_one_of_true_dates() -> None:
    """A round two years later stands twice as far off as one a year later."""
    days = (date(2022, 1, 1), date(2023, 1, 1), date(2025, 1, 1))
    picture = trend(roadmap(viewpoint("A", [survey(day, "3") for day in days])), FI)
    first, second, third = sorted(x for x, y in drawn.places(picture, "circle", "cx", "cy") if y > 130)

    assert abs((third - second) - 2 * (second - first)) < 1


def test_a_change_within_random_variation_says_so() -> None:
    """With few answers a small change is no news."""
    scores = [survey(date(2024, 1, 1), "2.6", 30), survey(DAY, "2.8", 30)]

    assert "+0,2: muutos on satunnaisvaihtelun rajoissa" in drawn.texts(trend(roadmap(viewpoint("A", scores)), FI))


def test_a_trend_without_levels_says_so() -> None:
    """Nothing is drawn that is not known."""
    assert "Tasoja ei ole arvioitu." in drawn.texts(trend(roadmap(viewpoint("A")), FI))


def test_the_heat_table_has_a_digit_in_each_cell() -> None:
    """The whole first, then the sectors; what nobody said is a dash, what is hidden says so in words."""
    told = heat_table(ordinary(), FI).description

    assert "Palvelut: kaikki 3,3, Keskushallinto 3,4, Tekninen 2,5, Opetus ei näytetä." in told
    assert "Tieto: kaikki 2,7, Keskushallinto 3,0, Tekninen –, Opetus –." in told


def test_a_hidden_group_leaves_no_trace() -> None:
    """Even if the file held numbers beside the mark, none of them reaches the picture."""
    groups = (Group(viewpoint="a", sector="s", hidden=True, n=3, mean=Decimal("4.4")),)
    found = roadmap(
        viewpoint("A", [survey(DAY, "3", 20, name="k")]),
        surveys=[Survey(id="k", name="Kysely", date=DAY, groups=groups)],
        sectors=[Sector(id="s", name="Pieni")],
    )
    picture = heat_table(found, SV)

    assert "4,4" not in picture.svg
    assert "n = 3" not in picture.svg
    assert "visas inte" in drawn.texts(picture)


def test_a_small_group_that_somebody_wrote_into_the_file_is_hidden() -> None:
    """And the next smallest with it, for the whole less the others would tell it."""
    sizes = {"a": 40, "b": 12, "c": 4}
    groups = tuple(Group(viewpoint="a", sector=name, n=n, mean=Decimal(4)) for name, n in sizes.items())
    found = roadmap(
        viewpoint("A", [survey(DAY, "3", 56, name="k")]),
        surveys=[Survey(id="k", name="Kysely", date=DAY, groups=groups)],
        sectors=[Sector(id=name, name=name.upper()) for name in sizes],
    )

    assert "A: kaikki 3,0, A 4,0, B ei näytetä, C ei näytetä." in heat_table(found, FI).description


def test_results_of_few_answers_are_slanted() -> None:
    """Under thirty answers a comparison says little."""
    slanted = [e.text for e in drawn.root(heat_table(ordinary(), FI)).iter(f"{drawn.SPACE}text") if e.get("font-style")]

    assert slanted == ["2,5"]


def test_a_heat_table_without_results_says_so() -> None:
    """A round without sectors has no table."""
    assert "Ei tuloksia toimialoittain" in drawn.texts(heat_table(roadmap(viewpoint("A", [survey(DAY, "3")])), FI))


def test_a_line_of_the_radar_is_open_where_a_level_is_not_known() -> None:
    """Of three axes with two levels only one side is drawn."""
    rated = [viewpoint(name, [survey(DAY, "3")]) for name in "AB"]
    lines = drawn.root(radar(roadmap(*rated, viewpoint("C")), FI)).iter(f"{drawn.SPACE}line")

    assert len([one for one in lines if one.get("stroke") == SURVEY]) == 1


def test_two_viewpoints_are_no_radar() -> None:
    """A web needs three axes."""
    picture = radar(roadmap(viewpoint("A"), viewpoint("B")), FI)

    assert "Tutkakaavio tarvitsee vähintään 3 näkökulmaa." in drawn.texts(picture)


def test_a_roadmap_without_viewpoints_is_a_picture_that_says_so() -> None:
    """Nothing is invented."""
    assert "Näkökulmia ei ole." in drawn.texts(dumbbell(roadmap(), FI))
