"""All pictures: plain SVG that nobody's name can break, readable without colour, with words that say the same."""

from __future__ import annotations

import colorsys
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from exporters.svg.canvas import Canvas
from exporters.svg.indicator import indicator_picture
from exporters.svg.ink import BLACK, INK, JUDGEMENT, MUTED, PAPER, SHADE, SURVEY, contrast, heat
from exporters.svg.kinds import PICTURES
from exporters.svg.letters import fitted, length, wrapped
from exporters.svg.sheet import EDGE
from tests.exporters.hostile import texts as strange
from tests.exporters.svg import drawn
from tests.exporters.svg.pictured import EN, FI, SV, TODAY, hostile, indicator, ordinary

if TYPE_CHECKING:
    from exporters.svg.kinds import Kind
    from exporters.svg.picture import Picture

GOLDEN = Path(__file__).parents[1] / "golden" / "svg"
KINDS: tuple[Kind, ...] = ("dumbbell", "heat", "trend", "radar")
HOSTILE, ORDINARY = hostile(), ordinary()


def food_waste() -> Picture:
    """Return an indicator that should fall, with a year without data and targets."""
    found = indicator(
        (2022, "20"), (2023, "18.4"), (2025, "15.2"), targets=[(2026, "13"), (2027, "10")], direction="down"
    )
    return indicator_picture(ORDINARY.model_copy(update={"indicators": (found,)}), "m1", FI, today=TODAY)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_plain_svg_with_title_and_description(kind: Kind) -> None:
    """Nothing but shapes and texts, with the role of an image and words for who does not see it."""
    picture = PICTURES[kind](ORDINARY, FI)
    root = drawn.root(picture)

    assert drawn.tags(picture) <= drawn.SHAPES
    assert root.get("role") == "img"
    assert root.get("viewBox") == f"0 0 {picture.width} {picture.height}"
    assert [root[0].text, root[1].text] == [picture.title, picture.description]
    assert (root.get("aria-labelledby") or "").split() == [root[0].get("id"), root[1].get("id")]
    assert root.get("lang") == "fi"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_drawn_is_looked_at_once_and_kept(kind: Kind) -> None:
    """The same facts give the same bytes, and those were looked at."""
    assert PICTURES[kind](ORDINARY, FI).svg == (GOLDEN / f"{kind}.svg").read_text(encoding="utf-8")


def test_an_indicator_is_looked_at_once_and_kept() -> None:
    """As the pictures of levels."""
    assert food_waste().svg == (GOLDEN / "indicator.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_names_stay_names(kind: Kind) -> None:
    """Whatever thirty viewpoints and twelve sectors are called, it is XML with no element or attribute but ours."""
    picture = PICTURES[kind](HOSTILE, FI)

    assert drawn.tags(picture) <= drawn.SHAPES
    assert not [name for name in drawn.attributes(picture) if name.startswith("on") or "href" in name]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", picture.svg)
    assert "SCRIPT" not in "".join(drawn.tags(picture)).upper()


@given(strange)
def test_any_text_is_a_text(text: str) -> None:
    """A parser reads back one text, with nothing in it that XML forbids."""
    canvas = Canvas(100)
    canvas.text((0, 0), text)
    picture = canvas.picture(text, text, height=10, language="fi")

    assert drawn.tags(picture) <= drawn.SHAPES


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stands_outside_the_picture(kind: Kind) -> None:
    """However long names are, each text begins and ends within the width."""
    picture = PICTURES[kind](HOSTILE, FI)
    for element in drawn.root(picture).iter(f"{drawn.SPACE}text"):
        if element.get("transform"):
            continue
        x, size = float(element.get("x", "0")), float(element.get("font-size", "0"))
        wide = length(element.text or "", size) / 1.06
        left = {"middle": x - wide / 2, "end": x - wide}.get(element.get("text-anchor", ""), x)

        assert left >= 0, element.text
        assert left + wide <= picture.width + 1, element.text


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_speaks_its_readers_language(kind: Kind) -> None:
    """What the program says is in that language."""
    titles = {PICTURES[kind](ORDINARY, one).title for one in (FI, SV, EN)}

    assert len(titles) == 3


@pytest.mark.parametrize("ink", [INK, MUTED, SURVEY, JUDGEMENT])
def test_texts_and_marks_are_dark_enough(ink: str) -> None:
    """At least 4.5 to 1 on paper and on the shade behind every second row."""
    assert min(contrast(ink, PAPER), contrast(ink, SHADE)) >= 4.5


def test_digits_are_readable_on_every_shade() -> None:
    """Black on the darkest shade has 4.5 to 1; from level to level it gets darker, so that grey keeps the order."""
    shades = [heat(1 + step / 10) for step in range(41)]
    lightness = [colorsys.rgb_to_hls(*(int(one[place : place + 2], 16) for place in (1, 3, 5)))[1] for one in shades]

    assert min(contrast(BLACK, shade) for shade in shades) >= 4.5
    assert lightness == sorted(lightness, reverse=True)


@pytest.mark.parametrize("kind", KINDS)
def test_all_texts_have_one_of_three_inks(kind: Kind) -> None:
    """Those whose contrast is tested."""
    assert drawn.inks(PICTURES[kind](HOSTILE, FI)) <= {INK, MUTED, BLACK}


@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_says_so(kind: Kind) -> None:
    """On the picture and in its description."""
    picture = PICTURES[kind](HOSTILE, FI)

    assert "ESIMERKKI: sisältö on keksitty." in drawn.texts(picture)
    assert "ESIMERKKI: sisältö on keksitty." in picture.description


def test_a_picture_of_the_past_says_so() -> None:
    """The note stands under the heading."""
    assert "Tilanne 1.1.2026" in drawn.texts(PICTURES["trend"](ORDINARY, FI, note="Tilanne 1.1.2026"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_rates_of_the_rounds_are_told(kind: Kind) -> None:
    """Of the round that is shown, or of all."""
    assert "Välikysely 2026, 15.5.2026: n = 143, vastausprosentti 24 %" in drawn.texts(PICTURES[kind](ORDINARY, FI))


@given(strange)
def test_a_text_is_cut_to_its_room(text: str) -> None:
    """In width and in lines; what was cut says so."""
    assert length(fitted(text, 14, 100), 14) <= 100
    lines = wrapped(text, 14, 100, most=2)

    assert len(lines) <= 2
    assert all(length(line, 14) <= 100 for line in lines)


def test_names_stand_within_the_edges() -> None:
    """Rows begin at the left edge."""
    assert min(x for (x,) in drawn.places(PICTURES["dumbbell"](HOSTILE, FI), "text", "x")) >= EDGE
