"""The pictures of maturity in characters: digits are the truth, two inks never join, what is hidden stays hidden."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.pictures import axis
from exporters.pictures.details import details
from exporters.pictures.line import cells, cut, left, plain, text
from exporters.pictures.views import TITLES, VIEWS, after, picture
from exporters.words import Words
from tests.model.build import THIS_HALF, parsed
from tests.model.strategies import roadmaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.roadmap import Roadmap

FI = Words("fi")
HEAD = """
schema = 1
[roadmap]
title = "Digitiekartta"
organisation = "Kunta"
first = "2026H1"
last = "2027H2"
"""
TOWN = (
    HEAD
    + """
[[sectors]]
id = "a"
name = "Keskushallinto"
[[sectors]]
id = "b"
name = "Perusopetus"
[[sectors]]
id = "c"
name = "Tekninen toimiala"
[[viewpoints]]
id = "osaaminen"
name = "Digitaalinen osaaminen"
scope = "own"
[[viewpoints.scores]]
date = 2024-01-01
value = 3.0
basis = "survey"
n = 100
sd = 0.9
survey = "k24"
[[viewpoints.scores]]
date = 2025-07-02
value = 2.0
basis = "judgement"
[[viewpoints.scores]]
date = 2026-01-01
value = 3.1
basis = "survey"
n = 100
sd = 0.9
survey = "k26"
[[viewpoints.targets]]
date = 2024-12-09
value = 4.0
[[viewpoints]]
id = "palvelut"
name = "Sähköiset palvelut"
scope = "city"
focus = true
[[viewpoints.scores]]
date = 2026-01-01
value = 2.0
basis = "survey"
n = 90
survey = "k26"
[[viewpoints.targets]]
date = 2024-12-09
value = 4.0
[[viewpoints]]
id = "uusi"
name = "Uusi näkökulma"
scope = "city"
[[surveys]]
id = "k24"
name = "Kysely 2024"
date = 2024-01-01
[[surveys]]
id = "k26"
name = "Kysely 2026"
date = 2026-01-01
invited = 300
responses = 101
[[surveys.groups]]
viewpoint = "palvelut"
sector = "a"
hidden = true
[[surveys.groups]]
viewpoint = "palvelut"
sector = "b"
n = 20
mean = 2.45
[[surveys.groups]]
viewpoint = "palvelut"
sector = "c"
hidden = true
[[measures]]
id = "T01"
title = "Kurssi"
viewpoints = ["osaaminen"]
start = "2026H1"
end = "2026H2"
status = "active"
[[measures]]
id = "T02"
title = "Koe"
viewpoints = ["osaaminen"]
start = "2026H2"
end = "2027H1"
status = "planned"
"""
)


@pytest.fixture(scope="module", name="town")
def a_town() -> Roadmap:
    """Return a town with two rounds, one judgement, hidden groups and a viewpoint nobody assessed."""
    return parsed(TOWN)


def drawn(view: str, roadmap: Roadmap, width: int = 75) -> list[str]:
    """Return a view as lines of text."""
    return list(text(picture(view, roadmap, FI, width=width, now=THIS_HALF)))


def row(lines: Sequence[str], name: str) -> str:
    """Return the line that begins with a viewpoint's name."""
    (found,) = [line for line in lines if line.strip(" ★!").startswith(name)]
    return found


def test_dumbbells_have_their_digits_beside_them(town: Roadmap) -> None:
    """Focus areas come first; baseline, now, target and gap stand at the end of the row."""
    lines = drawn("dumbbells", town)

    assert lines[1].startswith("★ Sähköiset palvelut")
    assert row(lines, "Sähköiset").split()[-4:] == ["2,0", "2,0", "4,0", "−2,0"]
    assert row(lines, "Digitaalinen").split()[-4:] == ["3,0", "3,1", "4,0", "−0,9"]
    assert "ei arvioitu" in row(lines, "Uusi")


def test_a_level_takes_ten_cells_where_there_is_room_and_six_where_not(town: Roadmap) -> None:
    """At 80 columns six, on a wide screen ten."""
    assert axis.ruler(6) in drawn("dumbbells", town, 75)[0]
    assert axis.ruler(10) in drawn("dumbbells", town, 115)[0]


def test_own_work_and_the_whole_town_have_each_a_mean_and_never_one(town: Roadmap) -> None:
    """Two scopes, two means; and the response rate, also where it is not known."""
    told = "\n".join(drawn("dumbbells", town))

    assert "Oma työ, keskiarvo 3,0 → 3,1" in told
    assert "Koko kunta, keskiarvo 2,0" in told
    assert "vastausprosentti ei tiedossa → 34\u00a0%" in told


def test_the_heat_table_has_the_digit_in_the_cell(town: Roadmap) -> None:
    """Half up to one decimal; under thirty answers it is marked; hidden groups are dots with their meaning."""
    lines = drawn("heat", town)

    assert row(lines, "Sähköiset").split()[-4:] == ["··", "~2,5", "··", "2,0"]
    assert any("·· liian vähän vastauksia" in line for line in lines)
    assert any("~ alle 30 vastausta" in line for line in lines)


def test_narrow_columns_have_letters_that_are_explained(town: Roadmap) -> None:
    """What is cut would be no name any more."""
    narrow, wide = drawn("heat", town, 60), drawn("heat", town, 115)

    assert narrow[0].split() == ["A", "B", "C", "kaikki"]
    assert any("B Perusopetus" in line for line in narrow)
    assert "Perusopetus" in wide[1]


def test_a_group_of_too_few_that_somebody_wrote_into_the_file_is_hidden_too() -> None:
    """And with it the next smallest, for the whole less the rest would tell it."""
    lines = drawn(
        "heat",
        parsed(TOWN.replace("hidden = true", "n = 4\nmean = 1.0", 1).replace("hidden = true", "n = 66\nmean = 2.0")),
    )

    assert row(lines, "Sähköiset").split()[-4:] == ["··", "··", "2,0", "2,0"]


def test_surveys_are_joined_by_a_line_and_judgements_stand_on_their_own(town: Roadmap) -> None:
    """The judgement's line has no stroke at all; halfway in time is halfway on the axis."""
    lines = drawn("trend", town)
    surveys = row(lines, "Digitaalinen")
    judged = lines[lines.index(surveys) + 1]

    assert "●3,0──" in surveys
    assert "◇" not in surveys
    assert judged.strip() == "◇2,0"
    first, last = surveys.index("●"), surveys.rindex("●")
    assert abs(judged.index("◇") - (first + (last - first) * 0.75)) < 1


def test_a_change_within_random_variation_says_so(town: Roadmap) -> None:
    """+0,1 of a hundred answers each is no news; one round has no change."""
    lines = drawn("trend", town)

    assert row(lines, "Digitaalinen").endswith("+0,1 ≈")
    assert row(lines, "Sähköiset").endswith("–")
    assert any("≈ muutos on satunnaisvaihtelun rajoissa" in line for line in lines)


def test_the_trend_tells_each_round_with_its_answers_and_their_share(town: Roadmap) -> None:
    """The response rate says more about a survey than its interval."""
    lines = [" ".join(line.split()) for line in drawn("trend", town)]

    assert "1.1.2026 n = 101, vastausprosentti 34 % Kysely 2026" in lines
    assert "1.1.2024 n = 100, vastausprosentti ei tiedossa Kysely 2024" in lines


def test_the_blind_spots_are_marked_and_said_in_words(town: Roadmap) -> None:
    """A gap, a count for each half-year, how many are open; where nothing aims it is said."""
    lines = drawn("blind_spots", town)

    assert row(lines, "Digitaalinen").split()[2:] == ["−0,9", "1", "2", "1", "·", "2"]
    assert row(lines, "Sähköiset").startswith("! ★")
    assert row(lines, "Sähköiset").endswith("−2,0  ei toimenpiteitä")
    assert "▸syksy" in lines[1]


def test_a_long_schedule_shows_the_half_years_around_now() -> None:
    """And says that there are more."""
    lines = drawn("blind_spots", parsed(TOWN.replace('"2027H2"', '"2040H2"', 1)))

    assert "▸s26" in lines[0]
    assert "s40" not in lines[0]
    assert any("koko aikataulu ei mahdu" in line for line in lines)


@pytest.mark.parametrize("view", VIEWS)
def test_a_roadmap_without_levels_has_rows_and_nothing_invented(view: str) -> None:
    """No digit stands where nothing is known."""
    roadmap = parsed(HEAD + '[[viewpoints]]\nid = "v"\nname = "Näkökulma"\nscope = "own"\n')

    found = row(drawn(view, roadmap), "Näkökulma")
    assert not any(char.isdigit() for char in found)
    assert any(said in found for said in ("ei arvioitu", "ei tuloksia toimialoittain", "ei toimenpiteitä"))


def test_a_survey_that_too_few_answered_is_not_taken_for_none() -> None:
    """Four answers are hidden, and it is told that they are."""
    roadmap = parsed(
        HEAD
        + """
[[viewpoints]]
id = "v"
name = "Näkökulma"
scope = "own"
[[viewpoints.scores]]
date = 2026-05-15
value = 1.7
basis = "survey"
n = 4
"""
    )

    for view in ("dumbbells", "trend"):
        assert "liian vähän vastauksia" in row(drawn(view, roadmap), "Näkökulma")
        assert not any("1,7" in line for line in drawn(view, roadmap))
    assert "liian vähän vastauksia" in details("dumbbells", roadmap, roadmap.viewpoints[0], words=FI)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("dumbbells", "edellisestä kyselystä +0,1: muutos on satunnaisvaihtelun rajoissa"),
        ("heat", "ei tuloksia toimialoittain"),
        ("trend", "1.1.2024 3,0 ±0,18 (n = 100)"),
        ("blind_spots", "toimenpiteet: T01 ja T02"),
    ],
)
def test_below_a_picture_stands_what_it_has_no_room_for(town: Roadmap, view: str, said: str) -> None:
    """Of the viewpoint under the cursor."""
    assert said in details(view, town, town.viewpoint("osaaminen"), words=FI)


def test_an_interval_lies_around_its_mark() -> None:
    """As many cells to either side, and none beyond the ends of the scale."""
    low, top, reach = Decimal("3.0"), Decimal("5.0"), Decimal("0.3")

    assert axis.marked("●", low, 6, interval=reach) == "┼─────┼───━━●━━───┼─────┼"
    assert axis.marked("●", top, 6, interval=reach) == "┼─────┼─────┼─────┼───━━●"


def test_every_view_leads_to_the_next_and_back_to_the_first() -> None:
    """Four views in a ring, each with a name."""
    shown = [VIEWS[0]]
    while (view := after(shown[-1])) != VIEWS[0]:
        shown.append(view)

    assert tuple(shown) == VIEWS == tuple(TITLES)


@settings(max_examples=60)
@given(found=roadmaps(), width=st.integers(60, 160), view=st.sampled_from(VIEWS))
def test_no_picture_is_wider_than_it_may_be(found: Roadmap, width: int, view: str) -> None:
    """Whatever the roadmap says: no line passes the width, and every viewpoint has a row."""
    shown = picture(view, found, FI, width=width, now=THIS_HALF)

    assert max((cells(line) for line in text(shown)), default=0) <= width
    assert {r.id for r in shown.rows if r.id} == {v.id for v in found.viewpoints if v.id}
    assert all(plain(line).isprintable() for line in shown.head)


def test_wide_letters_take_two_cells() -> None:
    """And accents set over a letter none, so that columns stay columns."""
    assert (cells("漢字"), cells("a\u0308"), cells("Näkö")) == (4, 1, 4)
    assert cut("漢字漢字", 5) == "漢字…"
    assert left("abc", 5) == "abc  "
