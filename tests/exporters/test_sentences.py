"""Changes are told as the room would tell them: who, what, from what to what, and why."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from exporters.sentences import LONGEST_SUBJECT, redo_label, sentences, subject, trailers, undo_label
from exporters.words import Words
from model import attending, edits, meetings
from model.diff import Change, diff, inverted
from model.edits import Place
from model.halfyear import HalfYear
from model.indicator import Indicator, YearValue
from model.meeting import Item
from model.records import Approval, Funding, Goal, Member, Target
from model.text import clean
from tests.model.build import DAY, HEAD, IN_MEETING, measure, meeting, roadmap, viewpoint
from tests.model.strategies import edited_pairs

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.meeting import Outcome
    from model.roadmap import Roadmap

FI, EN = Words("fi"), Words("en")
AUTUMN, SPRING_27 = HalfYear("2026H2"), HalfYear("2027H1")
PLACE = Place(DAY)
SURVEYED = {"date": date(2024, 9, 27), "value": Decimal("2.9"), "basis": "survey", "n": 270}
E_SERVICES = viewpoint("sahkoiset", short="Sähköiset palvelut", scores=[SURVEYED])
COORDINATOR = Member(id="koordinaattori", role="Tietohallintokoordinaattori")


def start() -> Roadmap:
    """Return a roadmap of four measures, a viewpoint, a member and a meeting under way."""
    named = (measure(name) for name in ("T07", "T10", "T12"))
    planned = measure("T20", status="planned", start="2026H2", end="2026H2")
    held = meeting(opened=time(9), items=[{"number": n, "heading": "Avaus"} for n in range(1, 5)])
    return roadmap(*named, planned, E_SERVICES, held, members=(COORDINATOR,))


def told(edit: Callable[[Roadmap], Roadmap]) -> tuple[str, ...]:
    """Return the Finnish sentences of an edit."""
    after = edit(start())
    return sentences(diff(start(), after), FI, after)


def committed(edit: Callable[[Roadmap], Roadmap]) -> str:
    """Return the Finnish subject of the commit of an edit."""
    after = edit(start())
    return subject(diff(start(), after), FI, after)


def replaced(table: str, record: str, **fields: object) -> Callable[[Roadmap], Roadmap]:
    """Return the edit that sets fields of a record."""

    def edit(before: Roadmap) -> Roadmap:
        found = before.record(table, record)
        return before.replacing(table, found.model_copy(update=fields))

    return edit


def decided(outcome: Outcome, *names: str, edit: Callable[..., Roadmap] | None = None) -> Callable[[Roadmap], Roadmap]:
    """Return the edit that gives records an outcome as § 5."""

    def decide(before: Roadmap) -> Roadmap:
        return meetings.decide(
            before, IN_MEETING, outcome, subjects=names, heading="Otsikko", decision="Päätettiin.", edit=edit
        )

    return decide


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (partial(edits.mark_done, measure="T07", place=PLACE, result="Pidetty"), "T07 merkitty valmiiksi: ”Pidetty”"),
        (partial(edits.mark_done, measure="T07", place=PLACE), "T07 merkitty valmiiksi"),
        (partial(edits.start, measure="T20", place=PLACE), "T20 aloitettu"),
        (partial(edits.carry_on, measure="T12", place=PLACE, note="Hyvin"), "T12 jatkuu: ”Hyvin”"),
        (partial(edits.note, measure="T12", place=PLACE, text="a\nb"), "T12 huomio: ”a b”"),
        (partial(edits.drop, measure="T12", place=PLACE, reason="Turha"), "T12 keskeytetty: ”Turha”"),
        (
            partial(edits.move, measure="T07", place=PLACE, to=AUTUMN, reason="resurssi"),
            "T07 siirretty: kevät 2026 → syksy 2026 (resurssi)",
        ),
        (
            partial(edits.move, measure="T07", place=PLACE, to=HalfYear("2025H2"), reason=""),
            "T07 aikaistettu: kevät 2026 → syksy 2025",
        ),
        (
            partial(meetings.score, viewpoint="sahkoiset", place=PLACE, value=Decimal("3.3")),
            "Näkökulma Sähköiset palvelut: 2,9 (kysely) → 3,3 (arvio)",
        ),
        (
            partial(
                meetings.score, viewpoint="sahkoiset", place=PLACE, value=Decimal(3), basis="survey", n=9, note="!"
            ),
            "Näkökulma Sähköiset palvelut: 2,9 → 3,0 (kysely, n = 9) ”!”",
        ),
        (
            partial(meetings.propose_target, viewpoint="sahkoiset", place=PLACE, value=Decimal(4)),
            "Näkökulma Sähköiset palvelut tavoitetaso: 4,0 (ehdotus)",
        ),
        (
            partial(attending.attend, number="3/2026", member="koordinaattori", presence="remote"),
            "Kokous 3/2026: Tietohallintokoordinaattori läsnä (etänä)",
        ),
        (
            partial(attending.welcome, number="3/2026", guest="Leena Luonnos"),
            "Kokous 3/2026: Leena Luonnos läsnä",
        ),
        (partial(meetings.close, number="3/2026", closed=time(10, 40)), "Kokous 3/2026 päätetty: klo 10.40"),
        (replaced("meetings", "3/2026", state="checked"), "Muistio 3/2026 tarkastettu"),
        (replaced("measures", "T07", responsible="koordinaattori"), "T07 vastuu: – → Tietohallintokoordinaattori"),
        (replaced("measures", "T07", status="done"), "T07 tila: käynnissä → valmis"),
        (replaced("measures", "T07", viewpoints=("sahkoiset",)), "T07 näkökulmat: – → Sähköiset palvelut"),
        (
            replaced("viewpoints", "sahkoiset", focus=True),
            "Näkökulma Sähköiset palvelut kehittämisen kärki: ei → kyllä",
        ),
        (replaced("roadmap", "", last=HalfYear("2028H2")), "Tiekartta viimeinen puolivuosi: syksy 2027 → syksy 2028"),
        (
            lambda r: r.without("measures", "T12"),
            "Poistettu toimenpide T12: Tekoälyn pelisäännöt (syksy 2025 – kevät 2026)",
        ),
        (lambda r: r.adding("goals", Goal(id="G1", title="Tieto käyttöön")), "Lisätty tavoite Tieto käyttöön"),
        (
            lambda r: r.adding("approvals", Approval(body="Johtoryhmä", date=DAY, section="§ 4")),
            "Lisätty hyväksyntä Johtoryhmä: 24.11.2026 § 4 (tiekartan muutokset)",
        ),
        (lambda r: r.adding("meetings", meeting("4/2026")), "Lisätty kokous 4/2026: 24.11.2026"),
        (
            lambda r: r.adding("meetings", meeting("4/2026", opened=time(9))),
            "Kokous 4/2026 avattu: 24.11.2026 klo 9.00",
        ),
        (
            replaced("measures", "T07", funding=(Funding(year=2026, amount=Decimal(12000), state="applied"),)),
            "T07 määräraha 2026: 12\u00a0000\u00a0€ (haettu)",
        ),
        (
            replaced("measures", "T07", funding=(Funding(year=2026, state="not-needed"),)),
            "T07 määräraha 2026: ei lisämäärärahaa",
        ),
        (
            replaced(
                "meetings",
                "3/2026",
                items=(
                    *meeting(items=[{"number": n, "heading": "Avaus"} for n in range(1, 5)]).items,
                    Item(number=5, heading="Muut asiat", decision="Ei ollut."),
                ),
            ),
            "Kokous 3/2026 § 5: Muut asiat ”Ei ollut.”",
        ),
    ],
)
def test_an_edit_in_one_sentence(edit: Callable[[Roadmap], Roadmap], sentence: str) -> None:
    """Each kind of change has its sentence, and what a dated entry explains is not told again."""
    assert told(edit) == (sentence,)


def test_a_new_measure_says_when() -> None:
    """The sentence of a new measure has its title and its schedule."""
    added = partial(edits.add_measure, title="Uusi", start=AUTUMN, end=SPRING_27)

    assert told(lambda r: added(r)[0]) == ("Lisätty toimenpide T21: Uusi (syksy 2026 – kevät 2027)",)


def test_a_task_says_who_and_by_when() -> None:
    """A task is named by the meeting and its number; a new state is told, not the whole task."""
    task = {"number": 1, "task": "Sopimus", "who": "koordinaattori", "due": date(2026, 12, 15)}
    given = replaced("meetings", "3/2026", actions=meeting(actions=[task]).actions)(start())
    done = replaced("meetings", "3/2026", actions=meeting(actions=[task | {"state": "done"}]).actions)(given)

    expected = "Tehtävä 3/2026-1: Sopimus (Tietohallintokoordinaattori, 15.12.2026 mennessä)"
    assert sentences(diff(start(), given), FI, given) == (expected,)
    assert sentences(diff(given, done), FI, done) == ("Tehtävä 3/2026-1: Sopimus tehty",)


def test_money_and_levels_that_are_put_right_say_both_values() -> None:
    """An entry that is edited says what it was."""
    money = replaced("measures", "T07", funding=(Funding(year=2026, amount=Decimal(5), state="applied"),))(start())
    granted = replaced("measures", "T07", funding=(Funding(year=2026, amount=Decimal(5), state="granted"),))(money)
    none = replaced("measures", "T07", funding=())(granted)
    right = replaced("viewpoints", "sahkoiset", scores=viewpoint(scores=[SURVEYED | {"value": Decimal(3)}]).scores)

    euros = "5\u00a0€"
    assert sentences(diff(money, granted), FI, granted) == (
        f"T07 määräraha 2026: {euros} (haettu) → {euros} (myönnetty)",
    )
    assert sentences(diff(granted, none), FI, none) == (f"T07 määräraha 2026: {euros} (myönnetty) → –",)
    assert told(right) == ("Näkökulma Sähköiset palvelut: 2,9 → 3,0 (kysely, n = 270)",)


def test_a_note_that_is_put_right_is_no_new_level() -> None:
    """Nothing went from a level to the same."""
    first = meetings.score(start(), "sahkoiset", PLACE, value=Decimal(3))
    after = meetings.score(first, "sahkoiset", PLACE, value=Decimal(3), note="Uudet asioinnit")

    assert sentences(diff(first, after), FI, after) == ("Näkökulma Sähköiset palvelut: 3,0 (arvio) ”Uudet asioinnit”",)


def test_a_target_that_is_put_right_says_both_values() -> None:
    """A target of the same day and state is the same one."""
    first = replaced("viewpoints", "sahkoiset", targets=(Target(date=DAY, value=Decimal(3)),))(start())
    second = replaced("viewpoints", "sahkoiset", targets=(Target(date=DAY, value=Decimal(4)),))(first)

    assert sentences(diff(first, second), FI, second) == (
        "Näkökulma Sähköiset palvelut tavoitetaso: 3,0 → 4,0 (hyväksytty)",
    )


def test_a_year_of_an_indicator() -> None:
    """A figure is told with its year, a corrected one with both values."""
    before = start().adding("indicators", Indicator(id="M1", title="Ruokahävikki", unit="%"))
    one = before.replacing(
        "indicators",
        Indicator(id="M1", title="Ruokahävikki", unit="%", values=(YearValue(year=2025, value=Decimal(20)),)),
    )
    two = before.replacing(
        "indicators",
        Indicator(id="M1", title="Ruokahävikki", unit="%", values=(YearValue(year=2025, value=Decimal("19.5")),)),
    )

    assert sentences(diff(before, one), FI, one) == ("Mittari Ruokahävikki arvo 2025: 20\u00a0%",)
    assert sentences(diff(one, two), FI, two) == ("Mittari Ruokahävikki arvo 2025: 20\u00a0% → 19,5\u00a0%",)


def test_a_field_that_the_program_does_not_know_is_told_all_the_same() -> None:
    """A key of somebody else's has its own name and both values; what it holds is made safe."""
    before, after = roadmap(measure(väri="sininen")), roadmap(measure(väri="pun\x1b[31mainen"))

    assert sentences(diff(before, after), FI, after) == ("T07 väri: sininen → pun␛[31mainen",)


def test_an_unknown_score_was_not_rated() -> None:
    """Before the first score nothing was known, and no number says otherwise."""
    before = roadmap(viewpoint())
    after = meetings.score(before, "osaaminen", PLACE, value=Decimal(3))

    assert sentences(diff(before, after), FI, after) == ("Näkökulma Osaaminen: ei arvioitu → 3,0 (arvio)",)


def test_the_words_of_an_internal_note_are_not_told() -> None:
    """Sentences go into the history and may be read by anybody: the note itself stays in its field."""
    assert told(replaced("measures", "T07", internal="salaisuus")) == ("T07 sisäinen huomautus: muutettu",)


def test_what_happens_to_several_measures_is_one_sentence() -> None:
    """One decision about many measures is read once, with their ids in order."""
    edit = decided("moved", "T10", "T07", edit=partial(edits.move, to=AUTUMN, reason="resurssi"))

    assert told(edit) == ("T07 ja T10 siirretty: kevät 2026 → syksy 2026 (resurssi)",)


def test_a_decision_that_changes_nothing_is_told_by_its_item() -> None:
    """Measures that go on as scheduled are told of by the § alone."""
    assert told(decided("continues", "T12")) == ("T12 jatkuu",)
    assert told(decided("continues", "T07", "T10", "T12")) == ("T07, T10 ja T12 jatkuvat",)
    assert told(decided("not-handled", "T07")) == ("T07 ei käsitelty",)
    noted = decided("continues", "T07", "T10", edit=partial(edits.carry_on, note="Hyvin"))
    assert told(noted) == ("T07 ja T10 jatkuvat: ”Hyvin”",)


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (
            decided("moved", "T07", edit=partial(edits.move, to=AUTUMN, reason="resurssi")),
            "§ 5 T07: siirretty kevät 2026 → syksy 2026 (resurssi)",
        ),
        (decided("continues", "T07", "T10", "T12"), "§ 5 T07, T10, T12: jatkuvat"),
        (
            partial(meetings.close, number="3/2026", closed=time(10), items=[Item(number=0, heading="Päättäminen")]),
            "Kokous 3/2026: päätetty klo 10.00; § 5 Päättäminen",
        ),
        (partial(edits.mark_done, measure="T07", place=PLACE), "T07: merkitty valmiiksi"),
        (
            lambda r: r.without("measures", "T12"),
            "Poistettu toimenpide T12: Tekoälyn pelisäännöt (syksy 2025 – kevät 2026)",
        ),
        (
            replaced("measures", "T07", responsible="Johtaja", needs="Lupa"),
            "T07: vastuu – → Johtaja; edellytykset – → Lupa",
        ),
        (lambda r: r, "ei muutoksia"),
    ],
)
def test_the_subject_of_a_commit(edit: Callable[[Roadmap], Roadmap], line: str) -> None:
    """The § comes first when there is one, then the record and what happened."""
    assert committed(edit) == line


def test_many_measures_are_counted_in_the_subject() -> None:
    """More than six ids say less than their number."""
    names = [f"T{n:02}" for n in range(1, 9)]
    before = roadmap(*(measure(name) for name in names), meeting(opened=time(9)))
    after = decided("continues", *names)(before)

    assert subject(diff(before, after), FI, after) == "§ 5 8 toimenpidettä: jatkuu"


def test_a_long_subject_is_cut() -> None:
    """One line of at most a hundred characters; what does not fit is counted."""
    long = "sana " * 40
    several = committed(replaced("measures", "T07", needs=long, evidence=long, public=long))
    single = committed(partial(edits.note, measure="T07", place=PLACE, text=long))

    assert max(len(several), len(single)) <= LONGEST_SUBJECT
    assert several.endswith("; 2 muuta muutosta")
    assert subject((), EN, start()) == "no change"
    assert single.endswith("…")


def test_a_meeting_that_opens_is_one_line() -> None:
    """What it took at once is told together: first that it opened, then its §§; no single § stands for them."""
    items = [Item(number=1, heading="Avaus", decision="Avattiin."), Item(number=2, heading="Esityslista")]
    before = roadmap(meeting(date=date(2026, 11, 23)))
    after, _ = meetings.begin(before, DAY, time(9), items=items)
    changes = diff(before, after)

    assert sentences(changes, FI, after) == (
        "Kokous 3/2026 avattu: klo 9.00",
        "Kokous 3/2026 päivä: 23.11.2026 → 24.11.2026",
        "Kokous 3/2026 pykälät: § 1 Avaus, § 2 Esityslista",
    )
    assert subject(changes, FI, after) == (
        "Kokous 3/2026: avattu klo 9.00; päivä 23.11.2026 → 24.11.2026; pykälät § 1 Avaus, § 2 Esityslista"
    )
    assert trailers(changes) == ("Meeting: 3/2026",)
    assert "Kumottu: Kokous 3/2026 pykälät: § 1 Avaus, § 2 Esityslista" in sentences(inverted(changes), FI, before)


def test_trailers_name_the_meeting_the_item_and_the_measures() -> None:
    """A commit can be found by where it was decided and by what it is about."""
    after = decided("moved", "T07", edit=partial(edits.move, to=AUTUMN, reason="resurssi"))(start())
    rescored = decided("score", "sahkoiset", edit=partial(meetings.score, value=Decimal(3)))(start())

    assert trailers(diff(start(), after)) == ("Meeting: 3/2026", "Item: 5", "Measure: T07")
    assert trailers(diff(start(), rescored)) == ("Meeting: 3/2026", "Item: 5", "Viewpoint: sahkoiset")
    assert trailers(()) == ()


def test_undo_and_redo_say_what() -> None:
    """The label is short: it leaves out the reason, and counts what else goes along."""
    after = edits.mark_done(start(), "T07", PLACE, result="Pidetty")
    changes = diff(start(), after)
    more = diff(start(), edits.drop(after, "T12", PLACE, reason="Turha"))

    assert undo_label(changes, FI, after) == "Kumotaan: T07 merkitty valmiiksi"
    assert redo_label(changes, FI, start()) == "Tehdään uudelleen: T07 merkitty valmiiksi"
    assert undo_label(more, FI, after) == "Kumotaan: T07 merkitty valmiiksi (1 muu muutos)"
    assert undo_label((), FI, after) == "Kumotaan: ei muutoksia"


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (partial(edits.mark_done, measure="T07", place=PLACE), "Kumottu: T07 merkitty valmiiksi"),
        (
            decided("moved", "T07", "T10", edit=partial(edits.move, to=AUTUMN, reason="resurssi")),
            "Kumottu: T07 ja T10 siirretty: kevät 2026 → syksy 2026 (resurssi)",
        ),
        (decided("continues", "T12"), "Kumottu: T12 jatkuu"),
        (partial(meetings.close, number="3/2026", closed=time(10, 40)), "Kumottu: Kokous 3/2026 päätetty: klo 10.40"),
        (lambda r: r.adding("goals", Goal(id="G1", title="Tieto")), "Poistettu tavoite Tieto"),
    ],
)
def test_an_undone_edit_reads_as_undone(edit: Callable[[Roadmap], Roadmap], sentence: str) -> None:
    """What takes a dated entry away says which, so the history reads the same forwards and backwards."""
    after = edit(start())

    assert sentences(inverted(diff(start(), after)), FI, start()) == (sentence,)
    assert subject(inverted(diff(start(), after)), FI, start()) == sentence


def test_an_entry_that_makes_way_for_another_is_told_beside_it() -> None:
    """A score taken away while a new one comes was undone; the new one has its own sentence."""
    before = meetings.score(start(), "sahkoiset", Place(date(2026, 11, 1)), value=Decimal(3))
    gone = replaced("viewpoints", "sahkoiset", scores=viewpoint(scores=[SURVEYED]).scores)(before)
    after = meetings.score(gone, "sahkoiset", PLACE, value=Decimal(4))

    assert sentences(diff(before, after), FI, after) == (
        "Kumottu: Näkökulma Sähköiset palvelut: 2,9 (kysely) → 3,0 (arvio)",
        "Näkökulma Sähköiset palvelut: 2,9 (kysely) → 4,0 (arvio)",
    )


def test_the_verb_agrees_with_who_is_named() -> None:
    """One measure is moved, several are: in Swedish the participle agrees, in Finnish the verb of those named."""
    one = decided("dropped", "T07", edit=partial(edits.drop, reason="onödig"))(start())
    both = decided("dropped", "T07", "T10", edit=partial(edits.drop, reason="onödig"))(start())
    swedish = Words("sv")

    assert sentences(diff(start(), one), swedish, one) == ("T07 avbruten: ”onödig”",)
    assert sentences(diff(start(), both), swedish, both) == ("T07 och T10 avbrutna: ”onödig”",)
    assert subject(diff(start(), both), swedish, both) == "§ 5 T07, T10: avbrutna ”onödig”"
    continued = decided("continues", "T07", "T10")(start())
    assert sentences(diff(start(), continued), EN, continued) == ("T07 and T10 continue",)


def test_english_has_the_same_facts() -> None:
    """Another language changes the words and the formats, nothing else."""
    after = decided("moved", "T07", edit=partial(edits.move, to=AUTUMN, reason="resources"))(start())

    assert sentences(diff(start(), after), EN, after) == ("T07 postponed: spring 2026 → autumn 2026 (resources)",)


@given(edited_pairs())
def test_any_change_can_be_told(pair: tuple[Roadmap, Roadmap]) -> None:
    """Whatever the file holds, each change gives a safe line, a subject of one line, and a way back in words."""
    before, after = pair
    changes = diff(before, after)
    lines = (*sentences(changes, FI, after), subject(changes, FI, after), undo_label(changes, FI, after))

    assert bool(changes) == bool(sentences(changes, FI, after))
    assert all("\n" not in line and clean(line) == line for line in lines)
    assert len(subject(changes, FI, after)) <= LONGEST_SUBJECT
    assert all("\n" not in line for line in trailers(changes))


def test_an_entry_of_a_list_from_the_future_is_told_by_its_key() -> None:
    """A list of records that this program does not know has no sentence of its own, and is told all the same."""
    change = Change("goals", "G1", "steps", key=(1, "a\n"), after=Goal(id="x", title="y"))

    assert sentences((change,), FI, roadmap()) == ("Tavoite G1 steps: 1 a",)


@pytest.mark.parametrize(("numbering", "begins"), [("meeting", "§ 5 "), ("year", "§ 5 "), ("plain", "5. ")])
def test_the_subject_numbers_a_section_as_the_roadmap_has_it(numbering: str, begins: str) -> None:
    """Plainly numbered minutes have plainly numbered commits; a number that runs through the year is a § as ever."""
    before = roadmap(measure(), meeting(), head=HEAD.model_copy(update={"numbering": numbering}))
    item = Item(number=5, heading="T07", subjects=("T07",), outcome="continues", decision="Jatkuu.")
    after = before.replacing("meetings", meeting(items=(item,)))

    assert subject(diff(before, after), FI, after).startswith(f"{begins}T07")


def test_an_id_that_went_to_another_record_is_no_renaming() -> None:
    """Two copies added T41: ours is T42 now, and T41 the other one; nobody renamed anything."""
    ours = start().adding("measures", measure("T41", title="Chatbotti"))
    both = start().adding("measures", measure("T41", title="Allekirjoitus"))
    both = both.adding("measures", measure("T42", title="Chatbotti", formerly="T41"))

    found = sentences(diff(ours, both), FI, both)

    assert [sentence.partition(" (")[0] for sentence in found] == [
        "Lisätty toimenpide T41: Allekirjoitus",
        "Lisätty toimenpide T42: Chatbotti",
    ]
    assert found[1].endswith("(aiemmin T41)")


def test_an_entry_whose_status_a_conflict_keeps_out_is_told_as_not_in_force() -> None:
    """The log tells what somebody decided; what stands is something else, and the sentence says so."""
    dropped = edits.drop(start(), "T07", PLACE, reason="ei tarvita")
    settled = dropped.replacing("measures", dropped.measure("T07").model_copy(update={"status": "active"}))
    moved = edits.move(start(), "T10", PLACE, to=SPRING_27, reason="resurssi")
    kept = moved.replacing("measures", moved.measure("T10").model_copy(update={"end": start().measure("T10").end}))

    assert sentences(diff(start(), settled), FI, settled) == ("T07 keskeytetty: ”ei tarvita” (ei voimassa)",)
    assert sentences(diff(start(), kept), FI, kept)[0].endswith("(resurssi) (ei voimassa)")
    assert "ei voimassa" not in " ".join(sentences(diff(start(), dropped), FI, dropped))
