"""Results by sector as they may be shown."""

from __future__ import annotations

from datetime import date

from model.sectors import told
from model.survey import Survey


def hidden(*groups: tuple[str, dict[str, object]]) -> dict[str, bool]:
    """Return which sectors are hidden in a round with these groups."""
    survey = Survey.model_validate(
        {
            "id": "k",
            "name": "Kysely",
            "date": date(2026, 5, 15),
            "groups": [{"viewpoint": "v", "sector": sector, **fields} for sector, fields in groups],
        }
    )
    return {sector: group.hidden for (_, sector), group in told(survey).items()}


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
