"""Results by sector as they may be shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from model.records import Score
from model.rounds import Round
from model.sectors import told
from model.survey import Survey

DAY = date(2026, 5, 15)


def hidden(*groups: tuple[str, dict[str, object]], whole: int | None = None) -> dict[str, bool]:
    """Return which sectors are hidden in a round with these groups; `whole` is how many answered in all."""
    scores = {} if whole is None else {"v": Score(date=DAY, value=Decimal(3), basis="survey", n=whole)}
    survey = Survey.model_validate(
        {
            "id": "k",
            "name": "Kysely",
            "date": DAY,
            "groups": [{"viewpoint": "v", "sector": sector, **fields} for sector, fields in groups],
        }
    )
    return {sector: group.hidden for (_, sector), group in told(Round(DAY, survey, scores)).items()}


def test_what_an_import_hid_stays_as_it_is() -> None:
    """Two hidden ones need no third."""
    assert hidden(("a", {"hidden": True}), ("b", {"hidden": True}), ("c", {"n": 9, "mean": 3})) == {
        "a": True,
        "b": True,
        "c": False,
    }


def test_a_small_group_in_the_file_is_hidden_with_the_next_smallest() -> None:
    """The whole less what is told would tell it."""
    assert hidden(("a", {"n": 4, "mean": 3}), ("b", {"n": 30, "mean": 3}), ("c", {"n": 9, "mean": 3})) == {
        "a": True,
        "b": False,
        "c": True,
    }


def test_two_small_groups_hide_each_other() -> None:
    """Neither can be worked out, so the third may be told; nine who all agree are a small group."""
    agreed = {"n": 9, "mean": 4, "counts": [0, 0, 0, 9, 0]}

    assert hidden(("a", {"n": 4, "mean": 3}), ("b", agreed), ("c", {"n": 30, "mean": 3})) == {
        "a": True,
        "b": True,
        "c": False,
    }


def test_what_is_left_of_the_whole_is_no_small_group() -> None:
    """Two who answered alone would be told by 32 less 30; of six together nothing can be said of one."""
    assert all(
        hidden(("a", {"n": 1, "mean": 5}), ("b", {"n": 1, "mean": 1}), ("c", {"n": 30, "mean": 3}), whole=32).values()
    )
    assert hidden(("a", {"hidden": True}), ("c", {"n": 30, "mean": 3}), whole=33) == {"a": True, "c": True}
    assert hidden(("a", {"hidden": True}), ("c", {"n": 30, "mean": 3}), whole=36) == {"a": True, "c": False}


def test_numbers_that_stand_beside_hidden_are_hidden() -> None:
    """Somebody wrote `hidden = true` and left the numbers: they are not told, and the next smallest group with them."""
    assert hidden(("a", {"hidden": True, "n": 3, "mean": 5}), ("c", {"n": 30, "mean": 3})) == {"a": True, "c": True}


def test_a_file_with_thousands_of_groups_is_looked_through_once() -> None:
    """Each of them compared with each hidden one would take minutes."""
    groups: list[tuple[str, dict[str, object]]] = [
        (f"s{n}", {"n": 3 if n % 2 else 10, "mean": 3}) for n in range(6_000)
    ]

    found = hidden(*groups, whole=60_000)

    assert (sum(found.values()), len(found)) == (3_000, 6_000)
