"""The picture of an indicator: values, targets, which way is good, and years without data."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from exporters.svg.indicator import indicator_picture
from exporters.svg.ink import SHADE
from model.indicator import Indicator, YearValue
from tests.exporters.hostile import texts as strange
from tests.exporters.svg import drawn
from tests.exporters.svg.pictured import FI, TODAY, indicator, roadmap

if TYPE_CHECKING:
    from exporters.svg.picture import Picture

numbers = st.decimals(min_value=-(10**12), max_value=10**12, places=6)
years = st.integers(min_value=-(10**9), max_value=10**9) | st.integers(min_value=2000, max_value=2030)


def draw(found: Indicator, *, small: bool = False) -> Picture:
    """Return the picture of an indicator of a small roadmap."""
    told = roadmap().model_copy(update={"indicators": (found,)})
    return indicator_picture(told, found.id, FI, today=TODAY, small=small)


def shaded(picture: Picture) -> list[tuple[float, float]]:
    """Return top and height of where the target is met."""
    boxes = [one for one in drawn.root(picture).iter(f"{drawn.SPACE}rect") if one.get("fill") == SHADE]
    return [(float(one.get("y", "0")), float(one.get("height", "0"))) for one in boxes]


def test_a_year_without_data_is_a_gap_and_marked() -> None:
    """The line is not drawn over it, and it says so in words."""
    picture = draw(indicator((2022, "20"), (2023, "18"), (2025, "15")))
    lines = [one for one in drawn.root(picture).iter(f"{drawn.SPACE}polyline") if one.get("stroke-width") == "2.5"]

    assert [len((one.get("points") or "").split()) for one in lines] == [2, 1]
    assert drawn.texts(picture).count("ei tietoa") == 1
    assert "2024: ei tietoa." in picture.description


def test_less_is_better_is_drawn_so() -> None:
    """The target is met below it; where more is better, above."""
    aim = [(2026, "13")]
    ((down, tall),) = shaded(draw(indicator((2025, "20"), targets=aim, direction="down")))
    ((up, _),) = shaded(draw(indicator((2025, "20"), targets=aim, direction="up")))

    assert up < down
    assert tall > 0


def test_the_axis_begins_at_zero_or_says_that_it_does_not() -> None:
    """A picture must not make much of little."""
    assert "0" in drawn.texts(draw(indicator((2024, "10"), (2025, "30"))))
    assert "Asteikko ei ala nollasta." in drawn.texts(draw(indicator((2024, "90"), (2025, "95"))))


def test_values_stand_in_the_finnish_way() -> None:
    """With a space between thousands."""
    assert "1 476" in drawn.texts(draw(indicator((2025, "1476"), unit="koulutuspäivää")))


def test_a_small_picture_tells_as_much() -> None:
    """One of several in a document leaves to the page whose it is, and says how the indicator stands unseen."""
    found = indicator((2024, "90"), (2025, "95"), targets=[(2026, "99")])
    small, usual = draw(found, small=True), draw(found)

    assert small.height < usual.height * 3 / 4
    assert "tavoitetta ei ole vielä saavutettu" in small.description
    assert not any("Esimerkkilän kaupunki" in text for text in drawn.texts(small))
    assert "Asteikko ei ala nollasta." in " ".join(drawn.texts(small))


def test_the_mark_of_a_target_hides_no_digits() -> None:
    """Where it lies just above the value of its year, the digits stand below."""
    picture = draw(indicator((2025, "10"), (2026, "78"), targets=[(2026, "80")]))
    (label,) = (one for one in drawn.root(picture).iter(f"{drawn.SPACE}text") if one.text == "78")

    assert float(label.get("y", "0")) > drawn.places(picture, "circle", "cy")[-1][0]


def test_words_of_a_scale_stand_on_the_axis() -> None:
    """Values that are words are read as words."""
    picture = draw(indicator((2024, "1"), (2025, "3"), words=("alku", "matkalla", "valmis"), unit=""))

    assert [one for one in drawn.texts(picture) if one in {"alku", "matkalla", "valmis"}].count("matkalla") == 1
    assert "2025: valmis." in picture.description


def test_halves_follow_each_other() -> None:
    """Spring and autumn of a year are joined, and autumn with the next spring."""
    halves = ((2025, 1), (2025, 2), (2026, 1))
    values = tuple(YearValue(year=year, half=half, value=Decimal(half)) for year, half in halves)
    picture = draw(Indicator(id="m1", title="Kirjautumiset", values=values))
    lines = [one for one in drawn.root(picture).iter(f"{drawn.SPACE}polyline") if one.get("stroke-width") == "2.5"]

    assert [len((one.get("points") or "").split()) for one in lines] == [3]


def test_an_indicator_without_anything_says_so() -> None:
    """No axis is invented for it."""
    picture = draw(indicator())

    assert not drawn.places(picture, "circle", "cx")
    assert "Ei tietoa" in picture.description


@given(st.lists(st.tuples(years, numbers), max_size=5), st.lists(st.tuples(years, numbers), max_size=3))
def test_any_values_are_a_picture_in_bounded_size(
    values: list[tuple[int, object]], targets: list[tuple[int, object]]
) -> None:
    """Mistyped years and enormous numbers are drawn within the frame, with few marks on the axes."""
    picture = draw(
        indicator(*((year, str(value)) for year, value in values), targets=[(y, str(v)) for y, v in targets])
    )

    assert len(picture.svg) < 60_000
    for x, y in drawn.places(picture, "circle", "cx", "cy"):
        assert 0 <= x <= picture.width
        assert 0 <= y <= picture.height


@given(strange)
def test_any_name_is_a_text(text: str) -> None:
    """Title, unit, source and the words of a scale may be anything; the picture stays XML of our own elements."""
    found = indicator((2024, "1"), (2025, "2"), targets=[(2025, "2")], title=text, unit=text, source=text)

    assert drawn.tags(draw(found)) <= drawn.SHAPES
    assert drawn.tags(draw(found.model_copy(update={"words": (text, text)}))) <= drawn.SHAPES
