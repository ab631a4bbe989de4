"""meeting attend: who takes part, from the opening on and at a §, as one commit each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.town import Ran, Town


def started(town: Town) -> int:
    """Start a meeting in which both members are present; return the § that is under way."""
    ran = town.types("meeting", "start", "--present", "tekninen, rehtori")
    assert (ran.status, ran.err) == (0, "")
    waiting: list[int] = [
        item["number"] for item in shown(town)["items"] if not item.get("decision") and item["kind"] != "opening"
    ]
    return min(waiting)


def shown(town: Town) -> dict[str, Any]:
    """Return the meeting as JSON."""
    found: dict[str, Any] = town.types("meeting", "show", "--json").json
    return found


def later(town: Town) -> list[tuple[str, str, int]]:
    """Return what happened after the opening: who, what, at which §."""
    log = shown(town)["attendance"]
    return [(one["member"] or one["guest"], one["presence"], one["item"]) for one in log if one["item"]]


def attends(town: Town, *options: str) -> Ran:
    """Note something about who takes part."""
    return town.types("meeting", "attend", *options)


def test_what_happens_is_noted_at_the_item_under_way(town: Town) -> None:
    """Nothing but who and what is typed; who leaves heard the § that was handled last."""
    item = started(town)

    said = attends(town, "--conflicted", "rehtori").out
    attends(town, "--left", "tekninen")
    attends(town, "--heard", "Leena Luonnos, talous")
    attends(town, "--left", "Leena Luonnos, talous", "--at", str(item))

    assert said.startswith(f"Kokous 1/2026: Rehtori esteellinen § {item}\n")
    assert later(town) == [
        ("koulu", "conflicted", item),
        ("tekninen", "left", item - 1),
        ("Leena Luonnos, talous", "heard", item),
        ("Leena Luonnos, talous", "left", item),
    ]


def test_who_comes_back_says_so_with_the_item(town: Town) -> None:
    """With `--at` present and remote are those who come back; without it they are those of the opening."""
    item = started(town)
    attends(town, "--absent", "rehtori")
    attends(town, "--late", "rehtori", "--at", "3", "--clock", "9.15")
    attends(town, "--left", "tekninen", "--at", "2")

    ran = attends(town, "--remote", "tekninen", "--at", f"§ {item}")

    assert ran.status == 0
    assert later(town) == [("koulu", "late", 3), ("tekninen", "left", 2), ("tekninen", "remote", item)]
    assert [one["time"] for one in shown(town)["attendance"] if one["item"] == 3] == ["09:15:00"]
    assert town.subjects()[0] == f"Kokous 1/2026: Tekninen johtaja etänä § {item} alkaen"


def test_deputies_and_names(town: Town) -> None:
    """A deputy needs a name where the file knows none; a person's name is in no commit."""
    started(town)

    nobody = attends(town, "--deputy", "koulu")
    attends(town, "--deputy", "koulu=Apulaisrehtori", "--name", "tekninen=Timo Tyyli")

    assert (nobody.status, nobody.out) == (1, "")
    assert "Ketään ei nimetty" in nobody.err
    assert {one["member"]: (one["name"], one["deputy"]) for one in shown(town)["attendance"]} == {
        "tekninen": ("Timo Tyyli", ""),
        "koulu": ("", "Apulaisrehtori"),
    }
    assert "Timo" not in town.git("log", "--format=%B")


def test_a_note_can_be_deleted(town: Town) -> None:
    """Of a member or a guest, at the § alone; when nothing was noted that is said."""
    item = started(town)
    attends(town, "--conflicted", "rehtori", "--heard", "Leena Luonnos, talous")

    attends(town, "--forget", "Leena Luonnos, talous", "--at", str(item))
    ran = attends(town, "--forget", "tekninen")

    assert later(town) == [("koulu", "conflicted", item)]
    assert ran.status == 1
    assert "Tekninen johtaja" in ran.err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--late", "rehtori"), "Rehtori on jo paikalla"),
        (("--left", "rehtori", "--at", "99"), "Kokouksessa ei ole pykälää 99"),
        (("--heard", " "), "Ketään ei nimetty"),
        (("--conflicted", "rehtori", "--at", "kolme"), "kolme"),
        (("--late", "rehtori", "--clock", "25.00"), "25.00"),
        (("--left", "Kirjastonhoitaja"), "Kirjastonhoitaja"),
    ],
)
def test_nonsense_changes_nothing(town: Town, options: tuple[str, ...], sentence: str) -> None:
    """The sentence says what is in the way; neither file nor history changes."""
    started(town)
    before = town.text

    ran = attends(town, *options)

    assert (ran.status, ran.out) == (1, "")
    assert sentence in ran.err
    assert town.text == before
