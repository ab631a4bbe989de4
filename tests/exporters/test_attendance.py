"""Who took part, in words: the list, the guests, and what a § says of those who came, left or were conflicted."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from exporters.attendance import (
    guests,
    invited,
    not_represented,
    quorum_sentence,
    remarks,
    rows,
    shown_member,
    sitting,
    tally,
)
from exporters.minutes import minutes
from exporters.words import Words
from model.records import Member, Sector
from tests.model.build import HEAD, meeting, roadmap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.meeting import Meeting
    from model.records import Head
    from model.roadmap import Roadmap

FI, SV, EN = Words("fi"), Words("sv"), Words("en")
TEAM = (
    Member(id="koulu", role="Perusopetuksen edustaja", sector="perusopetus", deputy="Kehittäjäopettaja"),
    Member(id="tekninen", role="Teknisen edustaja", sector="tekninen"),
    Member(id="it", role="Tietohallintokoordinaattori"),
)
SECTORS = (Sector(id="perusopetus", name="Perusopetus"), Sector(id="tekninen", name="Tekninen toimiala"))
NAMED = HEAD.model_copy(update={"names": "names"})
PLAIN = HEAD.model_copy(update={"numbering": "plain"})
NINE_15 = time(9, 15)


def held(*attendance: Mapping[str, object], **fields: object) -> tuple[Roadmap, Meeting]:
    """Return a roadmap of three members and its meeting."""
    found = roadmap(meeting(attendance=attendance), members=TEAM, sectors=SECTORS, **fields)
    return found, found.meeting("3/2026")


def koulu(*told: Mapping[str, object], words: Words = FI, head: Head = HEAD) -> str:
    """Return what the list says of the member from school."""
    return rows(sitting(*held(*({"member": "koulu", **one} for one in told), head=head)), words)[0].attendance


ARRIVED: dict[str, object] = {"presence": "late", "item": 4}
LEFT: dict[str, object] = {"presence": "left", "item": 7}
CONFLICTED: dict[str, object] = {"presence": "conflicted", "item": 6}


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ([], "ei kirjattu"),
        ([{}], "läsnä"),
        ([{"presence": "remote"}], "läsnä (etänä)"),
        ([{"presence": "absent"}], "poissa"),
        ([{"presence": "late"}], "läsnä, saapui kesken kokouksen"),
        ([ARRIVED], "läsnä, saapui § 4 kohdalla"),
        ([{"presence": "absent"}, ARRIVED | {"time": NINE_15}], "läsnä, saapui klo 9.15 (§ 4)"),
        ([{"presence": "remote"}, ARRIVED], "läsnä (etänä), saapui § 4 kohdalla"),
        ([{}, LEFT], "läsnä, poistui § 7 jälkeen"),
        ([{}, LEFT | {"time": time(10, 15)}], "läsnä, poistui klo 10.15 (§ 7 jälkeen)"),
        ([{}, {"presence": "left", "item": 5}, {"item": 7}], "läsnä, poistui § 5 jälkeen, palasi § 7 kohdalla"),
        ([{}, {"presence": "remote", "item": 5}], "läsnä, etänä § 5 alkaen"),
        ([{"presence": "remote"}, {"item": 5}], "läsnä (etänä), paikan päällä § 5 alkaen"),
        ([{}, CONFLICTED], "läsnä, esteellinen § 6"),
        ([{}, CONFLICTED, CONFLICTED | {"item": 8}, LEFT], "läsnä, poistui § 7 jälkeen, esteellinen § 6 ja § 8"),
        ([{"deputy": "Kehittäjäopettaja"}], "läsnä, varahenkilönä Kehittäjäopettaja"),
        (
            [{"presence": "absent"}, ARRIVED | {"deputy": "Kehittäjäopettaja"}],
            "läsnä, saapui § 4 kohdalla, varahenkilönä Kehittäjäopettaja",
        ),
    ],
)
def test_a_row_of_the_list(told: list[dict[str, object]], line: str) -> None:
    """How a seat was taken and what happened to it, in the order of the §§; the time of day where it was noted."""
    assert koulu(*told) == line


def test_a_row_in_other_languages_and_without_the_sign() -> None:
    """Swedish and English say the same; plainly numbered §§ are items."""
    told = [ARRIVED, CONFLICTED, LEFT]

    assert koulu(*told, words=SV) == "närvarande, anlände vid § 4, avlägsnade sig efter § 7, jävig i § 6"
    assert koulu(*told, words=EN) == "present, arrived at § 4, left after § 7, conflict of interest in § 6"
    assert koulu(*told, head=PLAIN) == "läsnä, saapui asian 4 kohdalla, poistui asian 7 jälkeen, esteellinen asiassa 6"


def test_roles_are_printed_and_names_only_where_they_are_wanted() -> None:
    """By default a name in the file is in no text, and a deputy only by the role that the file knows."""
    told = {"member": "koulu", "name": "Olli Esimerkki", "deputy": "Eeva Esimerkki"}
    guest = {"guest": "talouspäällikkö", "name": "Leena Luonnos", "presence": "heard", "item": 7}

    by_role, by_name = held(told, guest), held(told, guest, head=NAMED)

    assert [(row.member, row.represents, row.attendance) for row in rows(sitting(*by_role), FI)] == [
        ("Perusopetuksen edustaja", "Perusopetus", "läsnä, varahenkilö"),
        ("Teknisen edustaja", "Tekninen toimiala", "ei kirjattu"),
        ("Tietohallintokoordinaattori", "–", "ei kirjattu"),
    ]
    assert guests(sitting(*by_role), FI) == ("talouspäällikkö, § 7",)
    assert rows(sitting(*by_name), FI)[0].member == "Olli Esimerkki"
    assert rows(sitting(*by_name), FI)[0].attendance == "läsnä, varahenkilönä Eeva Esimerkki"
    assert guests(sitting(*by_name), FI) == ("talouspäällikkö Leena Luonnos, § 7",)
    assert "Esimerkki" not in repr(sitting(*by_role))
    assert "Luonnos" not in repr(sitting(*by_role))


def test_no_name_leaks_into_minutes_of_roles() -> None:
    """The whole text of the minutes, in each language, has the names only where the roadmap asks for them."""
    told = {"member": "koulu", "name": "Olli Salanimi", "deputy": "Eeva Salanimi"}
    guest = {"guest": "talouspäällikkö", "name": "Leena Salanimi", "presence": "heard", "item": 7}

    for words in (FI, SV, EN):
        assert "Salanimi" not in minutes(*held(told, guest), words)
        assert minutes(*held(told, guest, head=NAMED), words).count("Salanimi") == 3


def test_the_chair_is_called_as_the_list_calls_them() -> None:
    """By role or by name; who is no member is called as typed."""
    told = {"member": "koulu", "name": "Olli Esimerkki"}

    assert shown_member(*held(told), "koulu") == "Perusopetuksen edustaja"
    assert shown_member(*held(told, head=NAMED), "koulu") == "Olli Esimerkki"
    assert shown_member(*held(told), "Konsultti") == "Konsultti"
    assert shown_member(*held(told), "") == ""


def test_a_named_member_without_branch_represents_a_role() -> None:
    """The column is not left empty where there is something to say."""
    found = rows(sitting(*held({"member": "it", "name": "Aino Malli"}, head=NAMED)), FI)

    assert (found[2].member, found[2].represents) == ("Aino Malli", "Tietohallintokoordinaattori")


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ([("heard", 7), ("left", 8)], "Leena, § 7–8"),
        ([("heard", 7), ("heard", 8), ("heard", 10)], "Leena, § 7–8, 10"),
        ([("present", None)], "Leena"),
        ([("present", None), ("left", 3)], "Leena, § 1–3"),
        ([("present", 7)], "Leena, § 7–"),
        ([("present", None), ("heard", 7)], "Leena"),
    ],
)
def test_guests_with_their_items(told: list[tuple[str, int | None]], line: str) -> None:
    """The §§ for which they were there, as ranges; one who was there all the time has none."""
    log = ({"guest": "Leena", "presence": presence, "item": item} for presence, item in told)

    assert guests(sitting(*held(*log)), FI) == (line,)


def test_the_lines_under_the_list() -> None:
    """Who was invited, and the branches that nobody represented; nothing where there is nothing."""
    told = (
        {"guest": "Talouspäällikkö", "presence": "heard", "item": 7},
        {"guest": "Konsultti"},
        {"member": "tekninen", "presence": "absent"},
    )

    assert invited(sitting(*held(*told)), FI) == "Kutsuttuna: Konsultti; Talouspäällikkö, § 7."
    assert invited(sitting(*held(*told, head=PLAIN)), FI) == "Kutsuttuna: Konsultti; Talouspäällikkö, asia 7."
    assert not_represented(sitting(*held(*told)), FI) == "Edustamatta jäi: Tekninen toimiala"
    assert (invited(sitting(*held()), FI), not_represented(sitting(*held()), FI)) == ("", "")


def test_what_an_item_says_of_those_who_take_part() -> None:
    """First who came, then who was away for it or heard at it, last who left after it."""
    found = sitting(
        *held(
            {"member": "koulu", "presence": "left", "item": 6},
            {"member": "tekninen"},
            {"member": "tekninen", "presence": "conflicted", "item": 6},
            {"member": "it", "presence": "late", "item": 6, "time": NINE_15},
            {"guest": "Leena Luonnos", "presence": "heard", "item": 6},
        )
    )

    assert remarks(found, 6, FI) == (
        "Tietohallintokoordinaattori saapui kokoukseen klo 9.15.",
        "Teknisen edustaja oli esteellinen ja poistui asian käsittelyn ajaksi.",
        "Asiantuntijana kuultiin: Leena Luonnos.",
        "Perusopetuksen edustaja poistui kokouksesta asian käsittelyn jälkeen.",
    )
    assert remarks(found, 5, FI) == ()
    assert remarks(found, 6, SV)[1] == "Teknisen edustaja var jävig och avlägsnade sig för behandlingen av ärendet."


def test_a_tally_counts_each_way() -> None:
    """The ways that nobody took are not named."""
    assert tally(("present", "present", "remote", "absent", "late"), FI) == "läsnä 2, myöhässä 1, etänä 1, poissa 1"
    assert tally(("remote",), SV) == "på distans 1"
    assert tally((), FI) == ""


def test_a_quorum_in_words() -> None:
    """With the count of the members; a meeting without one says so."""
    met = held({"member": "koulu"}, {"member": "it"})
    lost = held({"member": "koulu"})

    assert quorum_sentence(*met, 2, words=FI) == "Kokous todettiin päätösvaltaiseksi (2/3 jäsentä läsnä)."
    assert quorum_sentence(*lost, 2, words=FI) == "Todettiin, että kokous ei ole päätösvaltainen (1/3 jäsentä läsnä)."


def test_what_people_type_stays_on_its_line() -> None:
    """A name of several lines or with control characters is one harmless line."""
    told = {"guest": "Leena\n# Otsikko \x1b[31m", "presence": "heard", "item": 7}

    (said,) = guests(sitting(*held(told)), FI)

    assert said.isprintable()
