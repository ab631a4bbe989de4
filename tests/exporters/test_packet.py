"""The packet as a document: the decision asked for, both groups in sentences, the money, and the front page."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from exporters.approvals import approved_line
from exporters.briefing import briefing
from exporters.card import card
from exporters.document import Drawing
from exporters.docx import docx
from exporters.docxtext import docx_text
from exporters.html import html
from exporters.markdown import markdown
from exporters.minutes import minutes
from exporters.notice import agenda_paper, invitation
from exporters.packet import decision, packet_document, packet_name
from exporters.packet_data import packet_data
from exporters.terms import FUNDING
from exporters.words import Words
from model import edits
from model.approval import propose
from model.halfyear import HalfYear
from model.meeting import Item
from model.packet import packet
from model.proposals import gather
from model.records import Approval, Move, Score, Target
from model.typed import set_field
from tests.exporters.papers import TEXT
from tests.exporters.parsing import meant, read, rendered
from tests.model.build import meeting, parsed, viewpoint

if TYPE_CHECKING:
    from model.packet import Packet
    from model.roadmap import Roadmap

DAY = date(2026, 11, 24)
PLACE = edits.Place(DAY, "3/2026", 5)
WHOLE = Approval(body="Kaupunginhallitus", date=date(2024, 12, 16), section="§ 318", of="roadmap")
CHANGES = Approval(body="Johtoryhmä", date=date(2025, 12, 9), section="§ 94")
FI = Words("fi")
ASKED = (
    "Johtoryhmä päättää hyväksyä tiekartan ”Digitiekartta 2025–2027” muutokset esityksen mukaisesti"
    " (lisääminen 1, keskeyttäminen 1, aikataulu 2)."
)


@pytest.fixture(scope="module")
def town() -> Roadmap:
    """The town of the papers, approved twice."""
    return parsed(TEXT).adding("approvals", WHOLE).adding("approvals", CHANGES)


@pytest.fixture(scope="module")
def asked(town: Roadmap) -> Packet:
    """A year's changes of every kind."""
    after = edits.move(town, "T07", PLACE, to=HalfYear("2027H1"), reason="resurssi")
    after = edits.drop(after, "T31", PLACE, reason="ei tarvetta")
    after = propose(after, "T30", PLACE, text="x", to=HalfYear("2027H2"), reason="sopimus")
    after = edits.note(after, "T30", PLACE, text="Sopimus tulossa")
    after = edits.set_funding(after, "T30", 2027, amount=Decimal(12000), state="applied")
    after = set_field(after, ("measures", "T30"), "internal", "salaa: hinta")
    return packet(town, edits.add_measure(after, title="Uusi", start="2027H1", end="2027H2")[0])


def text_of(found: Packet, words: Words = FI) -> str:
    """Return the packet as Markdown without its line breaks."""
    return " ".join(markdown(packet_document(found, words, day=DAY, commit="c0ffee" * 7)).split())


def test_the_decision_asked_for_is_ready_to_be_made(asked: Packet) -> None:
    """Counted by kind; what is proposed takes effect, what the team decided is noted."""
    assert decision(asked, FI) == (
        ASKED,
        "Esitetyt muutokset tulevat voimaan tällä päätöksellä.",
        "Johtoryhmä merkitsee digitiimin päättämät muutokset tiedoksi.",
    )


def test_the_roadmap_itself_is_approved_first(town: Roadmap) -> None:
    """A roadmap that nobody has approved is put forward as a whole, with all its measures."""
    found = packet(None, town.model_copy(update={"approvals": ()}))

    assert decision(found, FI) == ("Johtoryhmä päättää hyväksyä tiekartan ”Digitiekartta 2025–2027”.",)
    assert "**Edellinen hyväksyntä:** ei vielä hyväksytty" in text_of(found)
    assert "T31 Tiketöinti" in text_of(found)


def test_nothing_to_approve_says_so(town: Roadmap) -> None:
    """What the team has decided is told all the same."""
    done = packet(town, edits.mark_done(town, "T07", PLACE))

    assert decision(packet(town, town), FI)[0].startswith("Edellisen hyväksynnän jälkeen ei ole")
    assert decision(done, FI)[1] == "Johtoryhmä merkitsee digitiimin päättämät muutokset tiedoksi."


def test_the_body_is_the_one_that_the_roadmap_names(asked: Packet) -> None:
    """The *johtoryhmä* is only where nothing is said."""
    named = asked._replace(now=set_field(asked.now, ("roadmap", ""), "approver", "hallintojaosto"))

    assert decision(named, FI)[0].startswith("Hallintojaosto päättää")


def test_both_groups_are_told_in_sentences(asked: Packet) -> None:
    """By kind under headings; what waits for approval stands before them, and nothing internal is there."""
    text = text_of(asked)
    places = [
        text.index(part)
        for part in (
            "## Päätösehdotus",
            "- T30 Verkkomaksaminen: päättyminen siirretään, syksy 2026 → syksy 2027 (sopimus), esitetty 24.11.2026",
            "## Hyväksyttävät muutokset",
            "### Lisääminen",
            "### Keskeyttäminen",
            "- T31 keskeytetty: ”ei tarvetta”",
            "### Aikataulu",
            "- T07 siirretty: kevät 2026 → kevät 2027 (resurssi)",
            "## Digitiimin päättämät muutokset (tiedoksi)",
            "- T30 huomio: ”Sopimus tulossa”",
            "## Määrärahat",
        )
    ]

    assert places == sorted(places)
    assert "salaa" not in text


def test_a_measure_that_two_people_moved_is_moved_once(town: Roadmap) -> None:
    """Two ways from the approved end are on record; the body reads the one that is in force, and counts one."""
    moves = tuple(
        Move(date=DAY, from_=HalfYear("2026H1"), to=to, reason=why)
        for to, why in ((HalfYear("2027H1"), "kouluttaja"), (HalfYear("2027H2"), "resurssit"))
    )
    found = town.measure("T07").model_copy(update={"end": HalfYear("2027H2"), "moves": moves})
    text = text_of(packet(town, town.replacing("measures", found)))

    assert "- T07 siirretty: kevät 2026 → syksy 2027 (resurssit) " in text
    assert "kouluttaja" not in text
    assert "(aikataulu 1)" in text


def test_a_matter_that_an_agenda_took_up_was_not_removed(town: Roadmap) -> None:
    """It is no longer gathered because a meeting dealt with it; one that nobody took up and that went was removed."""
    before = gather(gather(town, DAY, "Tietoturva"), DAY, "Digituki")
    taken = Item(number=1, kind="proposed", heading="Tietoturva", origin="E1")
    after = before.without("proposals", "E1").without("proposals", "E2")
    found = packet(before, after.adding("meetings", meeting("9/2026", opened=time(9), items=[taken])))

    assert "Poistettu ehdotettu asia E2" in text_of(found)
    assert "E1" not in text_of(found)
    assert {change.record for change in found.team} == {"E2", "9/2026"}


def test_the_money_is_told_by_year_and_state(asked: Packet) -> None:
    """As approved, now, and the difference; then each appropriation that changed."""
    cells = [text.replace("\u00a0", " ") for kind, text in meant(packet_document(asked, FI, day=DAY)) if kind == "cell"]
    year = cells.index("2027")

    assert cells[year : year + 5] == ["2027", "Haettu", "0 €", "12 000 €", "+12 000 €"]
    assert "12 000 € (haettu)" in cells


def test_the_meetings_and_the_money_that_nobody_needs_are_told(town: Roadmap) -> None:
    """Only the meetings held since; money that is not needed has no sum."""
    after = town.adding("meetings", meeting("9/2026", opened=time(9)))
    after = edits.set_funding(after, "T30", 2027, amount=Decimal(0), state="not-needed")
    text = text_of(packet(town, after))

    assert "**Kokoukset:** 9/2026 (24.11.2026)" in text
    assert f"| T30 | 2027 | – | {FI.t(FUNDING['not-needed'])} |" in text


def test_the_packet_can_be_written_in_every_form(asked: Packet) -> None:
    """Markdown, HTML and DOCX tell the same, and say who approved what and when."""
    document = packet_document(asked, FI, day=DAY)
    approved = approved_line(asked.now, FI)

    assert read(html(document))[0] == rendered(markdown(document)) == meant(document)
    assert approved in docx_text(docx(document))
    assert approved in html(document)
    assert packet_name(FI, day=DAY, extension="docx") == "muutosesitys-2026-11-24.docx"


@pytest.mark.parametrize(("language", "asks"), [("sv", "Ledningsgruppen beslutar godkänna"), ("en", "The management")])
def test_the_packet_in_other_languages(asked: Packet, language: str, asks: str) -> None:
    """Every word of it; only the roadmap's own texts stay."""
    text = text_of(asked, Words(language))

    assert asks in text
    assert "hyväksyä" not in text


def test_the_packet_as_data(asked: Packet) -> None:
    """The same sentences and sums; what changed is by kind."""
    found: dict[str, Any] = packet_data(asked, FI, commit="c0ffee")

    assert found["since"] == {"body": "Johtoryhmä", "date": "2025-12-09", "section": "§ 94"}
    assert found["approve"]["counts"] == {"add": 1, "drop": 1, "period": 2}
    assert found["team"]["counts"] == {"notes": 1, "funding": 1}
    assert [one["id"] for one in found["proposals"]] == ["T30"]
    assert found["decision"] == list(decision(asked, FI))


def test_a_proposed_target_tells_both_levels(town: Roadmap) -> None:
    """And where it was proposed."""
    target = Target(date=DAY, value=Decimal("4.2"), state="proposed", meeting="3/2026", item=7)
    old = Target(date=date(2024, 12, 16), value=Decimal("3.5"))
    after = town.adding("viewpoints", viewpoint("palvelu", targets=(old, target)))

    assert "- Palvelu: tavoitetaso 3,5 → 4,2, esitetty 24.11.2026 (3/2026 § 7)" in text_of(packet(town, after))


def test_levels_are_shown_where_one_is_decided_on(town: Roadmap, asked: Packet) -> None:
    """With a proposed target, and with the roadmap as a whole; else the packet is about other things."""
    target = Target(date=DAY, value=Decimal("4.2"), state="proposed", meeting="3/2026", item=7)
    scores = (Score(date=DAY, value=Decimal("2.9"), basis="survey", n=143),)
    after = town.adding("viewpoints", viewpoint("palvelu", targets=(target,), scores=scores))

    assert "## Lähtö- ja tavoitetasot" in text_of(packet(town, after))
    assert "## Lähtö- ja tavoitetasot" in text_of(packet(None, after))
    assert "## Lähtö- ja tavoitetasot" not in text_of(asked)
    blocks = packet_document(packet(town, after), FI, day=DAY).blocks
    assert [block.picture.description.count("Palvelu") for block in blocks if isinstance(block, Drawing)] == [1]


def test_every_export_says_who_approved_it(town: Roadmap) -> None:
    """Minutes tell what was approved by the day of their meeting: a later approval does not change them."""
    line = approved_line(town, FI)
    later = town.adding("approvals", Approval(body="Johtoryhmä", date=date(2026, 12, 8)))
    held, coming = town.meetings[0], town.meetings[-1]

    assert line == (
        "Tiekartan hyväksynyt: Kaupunginhallitus 16.12.2024 § 318. Muutokset hyväksynyt: Johtoryhmä 9.12.2025 § 94."
    )
    assert all(line in " ".join(markdown(make(town, coming, FI)).split()) for make in (invitation, agenda_paper))
    assert line in " ".join(minutes(town, held, FI).split())
    assert minutes(later, held, FI) == minutes(town, held, FI)
    assert approved_line(parsed(TEXT), FI) == ""
    assert "hyväksynyt" not in minutes(parsed(TEXT), held, FI)


def test_changes_approved_before_the_roadmap_itself_are_not_told() -> None:
    """A new roadmap takes the place of what was approved in the old one."""
    anew = parsed(TEXT).adding("approvals", CHANGES).adding("approvals", WHOLE.model_copy(update={"date": DAY}))

    assert approved_line(anew, FI) == "Tiekartan hyväksynyt: Kaupunginhallitus 24.11.2026 § 318."


def test_the_approved_end_is_told_wherever_the_schedule_is(town: Roadmap) -> None:
    """On a measure's card and in the walk, until it is approved anew."""
    after = edits.move(town, "T07", PLACE, to=HalfYear("2027H1"), reason="resurssi")
    half = HalfYear("2026H2")
    told = [line.text for line in briefing(after, after.measure("T07"), FI, half=half)]
    anew = after.adding("approvals", Approval(body="Johtoryhmä", date=DAY))

    assert "syksy 2025 – kevät 2027 (hyväksytty: kevät 2026)" in told
    assert "Päättyy: kevät 2027 (hyväksytty: kevät 2026)" in card(after, FI, ("measures", "T07"), half=half)
    assert "hyväksytty:" not in card(anew, FI, ("measures", "T07"), half=half)
