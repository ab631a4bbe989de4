"""The agenda that the roadmap gives on a day: its order, its texts, what comes back, what the opening decides."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from exporters.agenda import begun, entries, refreshed
from exporters.words import LANGUAGES, Words
from model import agenda, edits, meetings
from model.edits import Place
from model.file.reading import read
from model.halfyear import HalfYear
from model.records import Proposal
from tests.model.build import DAY, HEAD, ROOT, measure, meeting, roadmap

if TYPE_CHECKING:
    from model.meeting import Item
    from model.roadmap import Roadmap

FI = Words("fi")
NINE = time(9)


def sample() -> Roadmap:
    """Return the sample."""
    found = read(ROOT / "roadmap.toml").roadmap
    assert found
    return found


def by_kind(found: Roadmap, kind: str, day: date = DAY) -> list[Item]:
    """Return the §§ of a kind on the agenda of a day."""
    return [item for item in entries(found, FI, day=day) if item.kind == kind]


def last_time(*items: dict[str, Any], **fields: Any) -> Roadmap:  # noqa: ANN401 - fields of records
    """Return a roadmap whose last meeting had these §§; `fields` are measures' and the roadmap's."""
    held = meeting("2/2026", date=date(2026, 9, 1), opened=NINE, closed=time(10), items=items)
    return roadmap(held, **fields)


def test_the_agenda_of_the_sample() -> None:
    """The usual order: the first four, the late and the ending measures, starting, season, gathered, the last three."""
    items = entries(sample(), FI, day=DAY)

    assert [item.number for item in items] == list(range(1, 24))
    assert [item.kind for item in items[:4]] == ["opening", "agenda", "previous", "status"]
    assert [item.subjects for item in items[4:7]] == [("T07",), ("T19",), ("T38",)]
    assert [item.kind for item in items[4:]] == [
        *["measure"] * 10,
        "starting",
        *["season"] * 3,
        *["proposed"] * 2,
        "other",
        "next",
        "closing",
    ]
    assert not any(item.is_handled for item in items)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_there_in_each_language(language: str) -> None:
    """Every § has its heading, and no placeholder is left in a text."""
    for item in entries(sample(), Words(language), day=DAY):
        assert item.heading
        assert "{" not in item.heading + item.background + item.proposal


def test_a_quorum_is_asked_for_where_the_roadmap_has_one() -> None:
    """Off by default; then the § comes after the opening."""
    wanted = roadmap(head=HEAD.model_copy(update={"quorum": True}))

    assert by_kind(roadmap(), "quorum") == []
    assert [item.kind for item in entries(wanted, FI, day=DAY)][:3] == ["opening", "quorum", "agenda"]


def test_the_previous_item_tells_what_was_put_into_practice() -> None:
    """Done, under way, no recorded progress, and after how many days: from measures, log and tasks."""
    items = [
        {"number": n, "subjects": [name], "outcome": "continues", "decision": "Sovittiin."}
        for n, name in ((5, "T01"), (6, "T02"), (7, "T03"))
    ]
    logged = [{"date": date(2026, 10, 1), "event": "note", "text": "Puolivälissä."}]
    found = last_time(*items, measures=(measure("T01", status="done"), measure("T02", log=logged), measure("T03")))
    (previous,) = by_kind(found, "previous")

    assert previous.background == (
        "Muistio 2/2026 (1.9.2026). "
        "Päätösten toimeenpano 84 päivän kuluttua: toteutettu § 5 (T01); kesken § 6 (T02); "
        "ei kirjattua edistystä § 7 (T03)."
    )
    assert previous.proposal == "Hyväksytään muistio 2/2026 (1.9.2026)."


def test_official_minutes_are_called_so() -> None:
    """A team that keeps official minutes approves those."""
    head = HEAD.model_copy(update={"document": "minutes"})
    found = last_time(head=head)
    (previous,) = by_kind(found, "previous")

    assert previous.proposal == "Hyväksytään pöytäkirja 2/2026 (1.9.2026)."
    assert begun(found, FI, day=DAY, opened=NINE)[2].decision == "Hyväksyttiin pöytäkirja 2/2026."


def test_the_status_is_told_against_the_last_meeting() -> None:
    """The counts of today, and those of the day on which the last meeting began."""
    (status,) = by_kind(sample(), "status")

    assert "(ei aloitettu 9, käynnissä 16, valmis 13, keskeytetty 2)." in status.background
    assert (
        "Edellisessä kokouksessa 1.9.2026: ei aloitettu 10, käynnissä 17, valmis 11, keskeytetty 2."
    ) in status.background


def test_a_meeting_whose_hours_nobody_recorded_was_held_all_the_same() -> None:
    """Minutes of older years tell the day only; published they are those of the previous meeting."""
    left = {"number": 4, "kind": "proposed", "heading": "Uusi alusta", "outcome": "tabled"}
    held = meeting("2/2026", date=date(2026, 9, 1), state="published", items=[left])

    assert "2/2026" in by_kind(roadmap(held), "previous")[0].background
    assert [item.origin for item in by_kind(roadmap(held), "carried")] == ["2/2026 § 4"]


def test_what_was_left_comes_back_with_its_origin() -> None:
    """Tabled, returned, not handled, or never reached: as a § that names the old one, which stays whole."""
    items = [
        {"number": 6, "kind": "proposed", "heading": "Tietoturva", "proposal": "Hyväksytään.", "outcome": "tabled"},
        {"number": 7, "heading": "Lomakkeet", "background": "Vanha.", "outcome": "returned"},
        {"number": 8, "kind": "season", "heading": "Budjetti"},
        {"number": 9, "heading": "Valmis asia", "outcome": "approved"},
        {"number": 10, "kind": "starting", "heading": "Alkavat", "outcome": "not-handled"},
    ]
    found = last_time(*items)
    carried = by_kind(found, "carried")

    assert [(item.heading, item.origin) for item in carried] == [
        ("Tietoturva", "2/2026 § 6"),
        ("Lomakkeet", "2/2026 § 7"),
        ("Budjetti", "2/2026 § 8"),
    ]
    assert carried[0].background == "Asia jätettiin pöydälle kokouksessa 2/2026 § 6."
    assert carried[0].proposal == "Hyväksytään."
    assert carried[1].background.endswith("\n\nVanha.")


def test_a_measure_that_was_not_handled_has_one_item_only() -> None:
    """Its own, while it is due; brought back, when it is open and not due; none, when it is done."""
    items = [
        {"number": n, "kind": "measure", "heading": name, "subjects": [name], "outcome": "not-handled"}
        for n, name in ((5, "T01"), (6, "T02"), (7, "T03"))
    ]
    kept = (measure("T01"), measure("T02", end="2027H2"), measure("T03", status="done"))
    found = last_time(*items, measures=kept)

    assert [item.subjects for item in by_kind(found, "measure")] == [("T01",)]
    assert [item.subjects for item in by_kind(found, "carried")] == [("T02",)]


def test_a_seasonal_matter_is_decided_once_and_comes_back_once() -> None:
    """Decided in an earlier meeting of its season it is not there again; left on the table it is there one time."""
    heading = "Vuoden 2027 talousarvioesitys"
    august = {"date": date(2026, 8, 18), "opened": NINE, "closed": time(10)}
    day = date(2026, 9, 15)
    done = roadmap(meeting("2/2026", **august, items=[{"number": 5, "heading": heading, "decision": "Esitettiin."}]))
    left = roadmap(
        meeting("2/2026", **august, items=[{"number": 5, "kind": "season", "heading": heading, "outcome": "tabled"}])
    )

    assert heading not in [item.heading for item in entries(done, FI, day=day)]
    (again,) = [item for item in entries(left, FI, day=day) if item.heading == heading]
    assert (again.kind, again.origin) == ("season", "2/2026 § 5")


def test_gathered_proposals_are_taken_up() -> None:
    """With who put them forward, by role."""
    gathered = Proposal(id="E1", heading="Tietoturva", background="Syy.", by="Rehtori", date=DAY)
    (item,) = by_kind(roadmap(proposals=(gathered,)), "proposed")

    assert (item.heading, item.origin, item.background) == ("Tietoturva", "E1", "Syy.\n\nEhdottaja: Rehtori.")


def test_the_opening_decides_the_first_items() -> None:
    """A meeting without an agenda gets it then; what its opening decides is decided, the rest is planned."""
    items = begun(sample().model_copy(update={"meetings": sample().meetings[:-1]}), FI, day=DAY, opened=NINE)

    assert [item.is_handled for item in items[:5]] == [True, True, True, True, False]
    assert items[0].background == "Puheenjohtaja avasi kokouksen klo 9.00."
    assert [item.decision for item in items[1:4]] == [
        "Hyväksyttiin esityslista.",
        "Hyväksyttiin muistio 2/2026.",
        "Merkittiin tiedoksi.",
    ]
    assert len(items) == 23


def test_an_agenda_that_was_sent_is_opened_as_it_stands() -> None:
    """Its status is told as of the day it is held; what people wrote into it stays, and so do its §§."""
    called, planned = meetings.convene(sample(), DAY, items=entries(sample(), FI, day=date(2026, 11, 3)))
    status = planned.items[3]
    called = agenda.take(called, "3/2026", 4, background=f"{status.background}\n\nHuomaa T38.")
    called = agenda.take(called, "3/2026", 3, background="Muistio jaetaan kokouksessa.")

    after, _ = meetings.begin(called, DAY, NINE, items=begun(called, FI, day=DAY, opened=NINE))

    items = after.meeting("3/2026").items
    assert status.background.startswith("Tilanne 3.11.2026")
    assert items[3].background.startswith("Tilanne 24.11.2026")
    assert items[3].background.endswith("\n\nHuomaa T38.")
    assert items[2].background == "Muistio jaetaan kokouksessa."
    assert [item.heading for item in items] == [item.heading for item in planned.items]
    assert [item.number for item in agenda.waiting(after.meeting("3/2026"))] == list(range(5, 24))


def test_a_computed_background_is_told_anew_when_its_item_is_taken() -> None:
    """The year's changes are proposed after the walk that makes some of them; people's own words stay."""
    found, _ = meetings.begin(sample(), DAY, NINE, items=begun(sample(), FI, day=DAY, opened=NINE))
    item = next(item for item in found.meeting("3/2026").items if item.heading.startswith("Esitys "))
    moved = edits.move(found, "T30", Place(DAY, "3/2026", 14), to=HalfYear("2027H1"), reason="sopimus")

    assert refreshed(found, FI, item, day=DAY) == {}
    assert refreshed(moved, FI, item, day=DAY) == {
        "background": "Vuonna 2026 tähän mennessä: siirretty 3, keskeytetty 2."
    }
    assert refreshed(moved, FI, item.model_copy(update={"background": "Liite 1."}), day=DAY) == {}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_measures_background_is_told_anew_when_somebody_has_moved_it_meanwhile(language: str) -> None:
    """An end that another copy brought is what the minutes say; own words after ours stay, own words alone too."""
    words = Words(language)
    found, _ = meetings.begin(sample(), DAY, NINE, items=begun(sample(), words, day=DAY, opened=NINE))
    item = next(item for item in found.meeting("3/2026").items if item.subjects == ("T30",))
    own = item.model_copy(update={"background": f"{item.background}\n\nSopimus puuttuu."})
    moved = edits.move(found, "T30", Place(DAY), to=HalfYear("2027H1"), reason="sopimus")
    again = edits.move(moved, "T30", Place(DAY), to=HalfYear("2027H2"), reason="sopimus")

    assert refreshed(found, words, item, day=DAY) == {}
    assert words.half(HalfYear("2027H2"), "adessive") in refreshed(again, words, item, day=DAY)["background"]
    assert refreshed(again, words, own, day=DAY)["background"].endswith("\n\nSopimus puuttuu.")
    assert refreshed(again, words, item.model_copy(update={"background": "Liite 1."}), day=DAY) == {}
