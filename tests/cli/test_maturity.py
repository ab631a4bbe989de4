"""`tiekartta maturity`: what the screen draws, as plain text, and all of it as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.town import Town


def test_json_has_what_scripts_need(folder: Town) -> None:
    """Each viewpoint with its survey, judgement, target and gap; what is not known is null."""
    data = folder.types("maturity", "--json").json
    services, knowledge = data["viewpoints"]

    assert services["id"] == "palvelut"
    assert {key: services["survey"][key] for key in ("on", "n", "mean")} == {"on": "2024-10-01", "n": 287, "mean": 2.9}
    assert (services["judgement"], services["target"], services["gap"]) == (None, 4, -1.1)
    assert (knowledge["survey"], knowledge["target"], knowledge["gap"]) == (None, None, None)
    assert data["rounds"][0]["means"] == {"own": None, "city": 2.9}


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ((), "● kysely 2024"),
        (("--heat",), "ei tuloksia toimialoittain"),
        (("--trend",), "1.10.2024"),
        (("--blind-spots",), "avoinna"),
    ],
)
def test_each_picture_is_plain_text(folder: Town, option: tuple[str, ...], said: str) -> None:
    """As the screen shows it, without a colour, and no line wider than asked."""
    ran = folder.types("maturity", *option, "--width", "76")

    assert ran.status == 0
    assert said in ran.out
    assert "★ Sähköiset" in ran.out
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines()[2:])) <= 76


@pytest.mark.parametrize("wrong", [("--heat", "--trend"), ("--width", "5"), ("--width", "leveä")])
def test_what_makes_no_picture_is_refused(folder: Town, wrong: tuple[str, ...]) -> None:
    """Two pictures at a time, or a width in which nothing can be read."""
    assert folder.types("maturity", *wrong).status == 2
