"""meeting new, propose, add, withdraw, order: the agenda from the roadmap, and as people change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.town import Ran, Town


def called(town: Town, *options: str) -> Ran:
    """Call a meeting for 1 December 2026."""
    return town.types("meeting", "new", "--date", "1.12.2026", "--time", "9.00–10.30", *options)


def headings(town: Town, number: str = "1/2026") -> list[str]:
    """Return the headings of a meeting's §§, whose numbers run from 1."""
    items = town.types("show", number, "--json").json["items"]
    assert [item["number"] for item in items] == list(range(1, len(items) + 1))
    return [item["heading"] for item in items]


def test_a_meeting_is_called_with_its_agenda(town: Town) -> None:
    """It gets its number, and the agenda that the roadmap gives on its day; that is one commit and is printed."""
    ran = called(town, "--place", "Kunnantalo", "--chair", "Rehtori")

    assert (ran.status, ran.err) == (0, "")
    data = town.types("show", "1/2026", "--json").json
    assert (data["date"], data["starts"], data["ends"]) == ("2026-12-01", "09:00:00", "10:30:00")
    assert (data["place"], data["chair"]) == ("Kunnantalo", "koulu")
    assert "§ 4 T01 Sähköinen perehdytys\n§ 5 T02 Verkkomaksaminen\n§ 6 Alkavat toimenpiteet\n" in ran.out
    assert headings(town)[-3:] == ["Muut esille tulevat asiat", "Seuraava kokous", "Kokouksen päättäminen"]
    count = len(headings(town))
    assert town.subjects() == [f"Lisätty kokous 1/2026: 1.12.2026; esityslista {count} asiaa"]


def test_it_asks_for_what_nobody_knows(town: Town) -> None:
    """Without a planned meeting its day is needed; a day that is over is none."""
    unknown = town.types("meeting", "new")
    gone = town.types("meeting", "new", "--date", "1.11.2026")
    backwards = town.types("meeting", "new", "--date", "1.12.2026", "--time", "10", "--ends", "9")

    assert (unknown.status, gone.status, backwards.status) == (2, 1, 1)
    assert "--date" in unknown.err
    assert town.subjects() == []


def test_a_proposal_waits_for_the_agenda_and_is_taken_up(town: Town) -> None:
    """Until a meeting is called it is gathered; then it is a § that names it, and leaves the list."""
    town.types("meeting", "propose", "Etäyhteydet", "kuntoon", "--by", "Rehtori", "--background", "Katkeilee.")
    assert town.subjects()[0] == "Lisätty ehdotettu asia E1: Etäyhteydet kuntoon (Rehtori)"

    called(town)

    assert "Etäyhteydet kuntoon" in headings(town)
    assert "[[proposals]]" not in town.text
    assert 'origin = "E1"' in town.text
    assert "ehdotettu" not in town.subjects()[0]


def test_with_an_agenda_a_proposal_goes_onto_it(town: Town) -> None:
    """Before other business, under its own heading."""
    called(town)

    ran = town.types("meeting", "propose", "Tietoturva", "--proposal", "Sovitaan koulutuksesta.")

    assert ran.status == 0
    assert headings(town)[-4] == "Tietoturva"
    assert 'proposal = "Sovitaan koulutuksesta."' in town.text
    number = len(headings(town)) - 3
    assert town.subjects()[0] == f"Kokous 1/2026: esityslistalle lisätty § {number} Tietoturva"


def test_the_agenda_is_changed_by_its_numbers(town: Town) -> None:
    """A § is put before another, moved to the place of another, and withdrawn; several at once by their old numbers."""
    called(town)
    town.types("meeting", "add", "Tietoturva", "--before", "4")
    assert headings(town)[3] == "Tietoturva"

    town.types("meeting", "order", "4", "6")
    assert headings(town)[3:6] == ["T01 Sähköinen perehdytys", "T02 Verkkomaksaminen", "Tietoturva"]
    assert town.subjects()[0] == "Kokous 1/2026: esityslistan järjestys muuttui"

    ran = town.types("meeting", "withdraw", "4", "§6")
    assert headings(town)[3:5] == ["T02 Verkkomaksaminen", "Alkavat toimenpiteet"]
    assert ran.status == 0


@pytest.mark.parametrize("number", ["neljä", "-4", "4" * 5000])
def test_what_is_no_number_of_an_item_is_misused(town: Town, number: str) -> None:
    """It is said with the words that were typed; nothing is withdrawn, and nothing breaks."""
    called(town)
    before = headings(town)

    ran = town.types("meeting", "withdraw", "--", number)

    assert (ran.status, headings(town)) == (2, before)
    assert number in ran.err


def test_in_the_meeting_a_withdrawn_item_stays(town: Town) -> None:
    """Its number is in the notice; the § says that it was removed."""
    called(town)
    town.types("meeting", "start")

    town.types("meeting", "withdraw", "6")

    item = town.types("show", "1/2026", "--json").json["items"][5]
    assert (item["outcome"], item["decision"]) == ("withdrawn", "Asia poistettiin esityslistalta.")
    assert town.subjects()[0].startswith("Kokous 1/2026 § 6: Alkavat toimenpiteet")


@pytest.mark.parametrize(
    ("words", "status"),
    [(("withdraw", "99"), 1), (("withdraw", "yksi"), 2), (("order", "4"), 2), (("order", "1", "4"), 1), (("add",), 1)],
)
def test_what_makes_no_sense_is_refused(town: Town, words: tuple[str, ...], status: int) -> None:
    """A § that is not there, a number that is none, the opening, a § without a heading."""
    called(town)
    before = town.text

    ran = town.types("meeting", *words)

    assert (ran.status, ran.out, town.text) == (status, "", before)
    assert ran.err


def test_without_an_agenda_nothing_is_changed(town: Town) -> None:
    """The sentence says how a meeting is called."""
    for words in (("withdraw", "4"), ("add", "Asia"), ("order", "4", "5")):
        ran = town.types("meeting", *words)

        assert (ran.status, ran.out) == (1, "")
        assert "tiekartta meeting new" in ran.err
