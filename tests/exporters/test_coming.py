"""What was noted about who takes part, told in the history and in a commit's subject: by role, never by name."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from exporters.sentences import sentences, subject, trailers, undo_label
from exporters.words import Words
from model import agenda, attending
from model.diff import diff, inverted
from model.meeting import Item
from model.presence import Who
from model.records import Member
from tests.model.build import meeting, roadmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.roadmap import Roadmap

FI = Words("fi")
KOULU, GUEST = Who("koulu"), Who(guest="Talouspäällikkö")
TEAM = tuple(
    Member(id=name, role=role)
    for name, role in {
        "koulu": "Perusopetuksen edustaja",
        "tekninen": "Teknisen edustaja",
        "it": "Koordinaattori",
    }.items()
)
ITEMS = [{"number": n, "decision": "Päätettiin."} for n in range(1, 7)]


def held(*attendance: dict[str, object]) -> Roadmap:
    """Return a roadmap of three members and a meeting of six §§."""
    return roadmap(meeting(items=ITEMS, attendance=attendance), members=TEAM)


def told(edit: Callable[[Roadmap], Roadmap], *attendance: dict[str, object]) -> tuple[str, ...]:
    """Return the sentences of an edit."""
    before = held(*attendance)
    after = edit(before)
    return sentences(diff(before, after), FI, after)


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (lambda r: attending.attend(r, "3/2026", "it", presence="absent"), "Kokous 3/2026: Koordinaattori poissa"),
        (
            lambda r: attending.attend(r, "3/2026", "koulu", presence="remote"),
            "Kokous 3/2026: Perusopetuksen edustaja läsnä (etänä)",
        ),
        (lambda r: attending.come(r, "3/2026", Who("it"), item=4), "Kokous 3/2026: Koordinaattori saapui § 4 kohdalla"),
        (
            lambda r: attending.come(r, "3/2026", Who("it"), item=4, remote=True, at=time(9, 15)),
            "Kokous 3/2026: Koordinaattori etänä § 4 alkaen, klo 9.15",
        ),
        (
            lambda r: attending.leave(r, "3/2026", KOULU, item=6),
            "Kokous 3/2026: Perusopetuksen edustaja poistui § 6 jälkeen",
        ),
        (
            lambda r: attending.conflict(r, "3/2026", KOULU, item=6),
            "Kokous 3/2026: Perusopetuksen edustaja esteellinen § 6",
        ),
        (
            lambda r: attending.heard(r, "3/2026", "Talouspäällikkö", item=5),
            "Kokous 3/2026: Talouspäällikkö kuultavana § 5",
        ),
        (
            lambda r: attending.deputise(r, "3/2026", "it", deputy="Eeva"),
            "Kokous 3/2026: Koordinaattori läsnä, varahenkilö",
        ),
        (
            lambda r: attending.deputise(r, "3/2026", "koulu", deputy="Eeva"),
            "Kokous 3/2026: Perusopetuksen edustaja: varahenkilö",
        ),
        (
            lambda r: attending.name(r, "3/2026", KOULU, name="Olli"),
            "Kokous 3/2026: Perusopetuksen edustaja: nimi kirjattu",
        ),
    ],
)
def test_what_is_noted_is_one_sentence(edit: Callable[[Roadmap], Roadmap], line: str) -> None:
    """Who by role, what, and the § in the case that belongs to it."""
    assert told(edit, {"member": "koulu"}) == (line,)


def test_a_sheet_is_counted() -> None:
    """Several seats of the opening at once are one sentence; what is put right later is told by itself."""
    sheet = partial_sheet(koulu="present", tekninen="remote", it="absent")
    later = told(
        lambda r: attending.attend(r, "3/2026", "it", presence="remote"), {"member": "it", "presence": "absent"}
    )

    assert told(sheet) == ("Kokous 3/2026: läsnä 1, etänä 1, poissa 1",)
    assert later == ("Kokous 3/2026: Koordinaattori läsnä (etänä)",)


def partial_sheet(**ways: str) -> Callable[[Roadmap], Roadmap]:
    """Return the edit that records how seats are taken at the opening."""

    def edit(before: Roadmap) -> Roadmap:
        for member, presence in ways.items():
            before = attending.attend(before, "3/2026", member, presence=presence)  # type: ignore[arg-type] # words of the set
        return before

    return edit


def test_the_subject_and_the_trailers_of_a_commit() -> None:
    """One line, and the § at which it happened among the trailers."""
    before = held({"member": "koulu"})
    after = attending.conflict(before, "3/2026", KOULU, item=6)
    changes = diff(before, after)

    assert subject(changes, FI, after) == "Kokous 3/2026: Perusopetuksen edustaja esteellinen § 6"
    assert trailers(changes) == ("Meeting: 3/2026", "Item: 6")


def test_what_is_taken_back_says_so() -> None:
    """Undo names what it undoes; a whole sheet that is undone is still one sentence."""
    before = held({"member": "koulu"})
    after = attending.leave(before, "3/2026", KOULU, item=6)
    sheet = partial_sheet(koulu="present", tekninen="remote", it="absent")(held())

    assert (
        undo_label(diff(before, after), FI, after)
        == "Kumotaan: Kokous 3/2026: Perusopetuksen edustaja poistui § 6 jälkeen"
    )
    assert sentences(inverted(diff(before, after)), FI, before) == (
        "Kumottu: Kokous 3/2026: Perusopetuksen edustaja poistui § 6 jälkeen",
    )
    assert sentences(inverted(diff(held(), sheet)), FI, held()) == (
        "Kumottu: Kokous 3/2026: läsnä 1, etänä 1, poissa 1",
    )


def test_no_name_is_told() -> None:
    """Neither that of a member nor that of a deputy: git never forgets."""
    before = held({"member": "koulu", "name": "Olli Esimerkki", "deputy": "Eeva Esimerkki"})
    after = attending.name(attending.attend(before, "3/2026", "koulu", presence="remote"), "3/2026", KOULU, name="Aino")

    said = " ".join((*sentences(diff(before, after), FI, after), *sentences(diff(held(), before), FI, before)))

    assert not {"Olli", "Eeva", "Esimerkki", "Aino"} & set(said.split())


@pytest.mark.parametrize("presence", ["heard", "conflicted"])
def test_who_only_follows_the_matter_to_its_new_number_is_not_told(presence: str) -> None:
    """A § that comes before moves the one where an expert is heard; about the expert nothing has happened."""
    items = [{"number": 1, "kind": "other", "heading": "Agentit"}]
    noted = {"guest": "Tietosuojavastaava", "item": 1, "presence": presence}
    before = roadmap(meeting(items=items, attendance=[noted]), members=TEAM)
    after = agenda.add(before, "3/2026", Item(number=0, kind="other", heading="Tasot"), before=1)

    assert after.meetings[0].attendance[0].item == 2
    for changes in (diff(before, after), inverted(diff(before, after))):
        assert [line for line in sentences(changes, FI, after) if "Tietosuojavastaava" in line] == []
        assert "muuta muutosta" not in subject(changes, FI, after)
