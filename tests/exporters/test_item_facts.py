"""What happens to the §§ of a meeting reads well in the history: an agenda is one fact, a new number is none."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from exporters.agenda import begun, closing, entries
from exporters.sentences import sentences, subject, trailers, undo_label
from exporters.words import Words
from model import agenda, edits, meetings
from model.diff import diff, inverted
from model.enactment import enact
from model.meeting import Action, Item
from model.proposals import gather
from tests.model.build import DAY, measure, meeting, roadmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.roadmap import Roadmap

FI = Words("fi")
NUMBER = "3/2026"
NINE = time(9)


def called() -> Roadmap:
    """Return a roadmap of three late measures whose meeting has ten §§, 4 to 6 about the measures."""
    found = roadmap(meeting(), *(measure(name) for name in ("T07", "T10", "T12")))
    items = [item for item in entries(found, FI, day=DAY) if item.kind != "season"]
    found, _ = meetings.convene(found, DAY, starts=NINE, items=items)
    return agenda.add(found, NUMBER, Item(number=0, heading="Tietoturva"))


def running() -> Roadmap:
    """Return it with the meeting opened."""
    found, _ = meetings.begin(called(), DAY, NINE, items=begun(called(), FI, day=DAY, opened=NINE))
    return found


def told(before: Roadmap, edit: Callable[[Roadmap], Roadmap]) -> tuple[str, ...]:
    """Return the sentences of an edit."""
    after = edit(before)
    return sentences(diff(before, after), FI, after)


def committed(before: Roadmap, edit: Callable[[Roadmap], Roadmap]) -> str:
    """Return the subject of the commit of an edit."""
    after = edit(before)
    return subject(diff(before, after), FI, after)


def outcome(found: Roadmap, *names: str) -> Roadmap:
    """Let measures go on, each in its own §."""
    for name in names:
        place = meetings.place_of_next_item(found, NUMBER, DAY, subject=name)
        found = meetings.decide(found, place, "continues", subjects=[name], heading=name, decision="Jatkuu.")
    return found


def note(found: Roadmap) -> Roadmap:
    """Note something about a measure, which takes a § of its own."""
    place = meetings.place_of_next_item(found, NUMBER, DAY)
    edit = partial(edits.note, text="Kouluttaja löytyi")
    return meetings.decide(found, place, "note", subjects=["T07"], heading="T07", decision="Tiedoksi.", edit=edit)


def closed(found: Roadmap) -> Roadmap:
    """Close the meeting."""
    return meetings.close(found, NUMBER, time(10), items=closing(FI, closed=time(10)))


def test_a_meeting_that_is_called_is_one_line() -> None:
    """Its day, and how many §§ its agenda has; the same of one that was planned without an agenda."""
    bare = roadmap(measure("T07"))
    planned = roadmap(measure("T07"), meeting())
    items = entries(bare, FI, day=DAY)

    def call(found: Roadmap) -> Roadmap:
        return meetings.convene(found, DAY, items=items)[0]

    assert committed(bare, call) == "Lisätty kokous 1/2026: 24.11.2026; esityslista 10 asiaa"
    assert committed(planned, call) == "Kokous 3/2026: esityslista 10 asiaa"
    after = call(planned)
    assert undo_label(diff(planned, after), FI, planned) == "Kumotaan: Kokous 3/2026 esityslista: 10 asiaa"
    assert sentences(inverted(diff(planned, after)), FI, planned) == ("Kumottu: Kokous 3/2026 esityslista: 10 asiaa",)


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (
            partial(agenda.add, number=NUMBER, item=Item(number=0, heading="Uusi"), before=4),
            "esityslistalle lisätty § 4 Uusi",
        ),
        (partial(agenda.withdraw, number=NUMBER, item=7), "esityslistalta poistettu § 7 Tietoturva"),
        (partial(agenda.shift, number=NUMBER, item=7, steps=-3), "esityslistan järjestys muuttui"),
    ],
)
def test_a_change_of_the_agenda_is_one_line(edit: Callable[[Roadmap], Roadmap], line: str) -> None:
    """However many §§ have got another number by it; no § and no measure is named in the trailers."""
    after = edit(called())
    changes = diff(called(), after)

    assert len(changes) > 1
    assert subject(changes, FI, after) == f"Kokous 3/2026: {line}"
    assert trailers(changes) == ("Meeting: 3/2026",)


def test_texts_of_an_item_are_told_by_field() -> None:
    """What was written, in its new words; what is internal, without them; a new heading under the same number."""
    take = partial(agenda.take, number=NUMBER, item=7)
    assert told(called(), partial(take, proposal="Hyväksytään.", internal="salaisuus")) == (
        "Kokous 3/2026 § 7: päätösehdotus ”Hyväksytään.”; sisäinen huomautus muutettu",
    )
    assert told(called(), partial(take, heading="Tietosuoja")) == ("Kokous 3/2026 § 7: otsikko Tietosuoja",)


def test_how_far_a_decision_is_says_of_itself_what_it_is_about() -> None:
    """`toimeenpano toimeenpano kesken` would say it twice."""
    decided = agenda.take(running(), NUMBER, 7, outcome="agreed", decision="Sovittiin.")

    assert told(decided, partial(enact, number=NUMBER, item=7, state="under-way", day=DAY)) == (
        "Kokous 3/2026 § 7: toimeenpano kesken",
    )


def test_the_opening_is_one_line() -> None:
    """The first §§ are decided by it, and that is no decision of one §."""
    after, _ = meetings.begin(called(), DAY, NINE, items=begun(called(), FI, day=DAY, opened=NINE))
    changes = diff(called(), after)

    assert subject(changes, FI, after) == "Kokous 3/2026: avattu klo 9.00"
    assert trailers(changes) == ("Meeting: 3/2026",)


def test_a_planned_item_that_is_decided_reads_like_any_decision() -> None:
    """Of a measure by its outcome, of another matter by its heading and decision; the trailers name the §."""
    take = partial(agenda.take, number=NUMBER, item=7, outcome="agreed", decision="Sovittiin.")
    after = outcome(running(), "T10")

    assert (
        committed(
            running(),
            partial(
                outcome,
            ),
        )
        == "ei muutoksia"
    )
    assert subject(diff(running(), after), FI, after) == "§ 5 T10: jatkuu"
    assert trailers(diff(running(), after)) == ("Meeting: 3/2026", "Item: 5", "Measure: T10")
    assert committed(running(), take) == "Kokous 3/2026 § 7: Tietoturva ”Sovittiin.”"
    assert trailers(diff(running(), take(running()))) == ("Meeting: 3/2026", "Item: 7")


def test_many_planned_items_are_a_range() -> None:
    """The rest continues: several §§, one commit."""
    after = outcome(running(), "T07", "T10", "T12")
    with_gap = outcome(running(), "T07", "T12")

    assert subject(diff(running(), after), FI, after) == "§ 4–6 T07, T10, T12: jatkuvat"
    assert subject(diff(running(), with_gap), FI, with_gap) == "§ 4, 6 T07, T12: jatkuvat"
    assert sentences(diff(running(), after), FI, after) == ("T07, T10 ja T12 jatkuvat",)


def test_an_item_in_between_is_told_and_the_later_numbers_are_not() -> None:
    """A note pushes the planned §§ on; the history has the note alone, and undoing it reads the same."""
    after = note(running())
    changes = diff(running(), after)

    assert len([change for change in changes if change.field == "items"]) > 1
    assert subject(changes, FI, after) == "§ 4 T07: huomio ”Kouluttaja löytyi”"
    assert trailers(changes) == ("Meeting: 3/2026", "Item: 4", "Measure: T07")
    assert sentences(inverted(changes), FI, running()) == ("Kumottu: T07 huomio: ”Kouluttaja löytyi”",)


def test_an_outcome_that_is_undone_says_so() -> None:
    """The § is planned again; the history says what was taken back."""
    changes = diff(running(), outcome(running(), "T10"))

    assert sentences(inverted(changes), FI, running()) == ("Kumottu: T10 jatkuu",)


def test_an_item_withdrawn_in_the_meeting_is_a_decision() -> None:
    """It stands in the minutes with its words."""
    edit = partial(agenda.withdraw, number=NUMBER, item=7, decision="Asia poistettiin esityslistalta.")

    assert committed(running(), edit) == "Kokous 3/2026 § 7: Tietoturva ”Asia poistettiin esityslistalta.”"


def test_closing_tells_what_was_not_handled() -> None:
    """The hour tells of the last §§; what nobody came to is named."""
    assert told(outcome(running(), "T07"), closed) == (
        "Kokous 3/2026 päätetty: klo 10.00",
        "Kokous 3/2026 ei käsitelty: § 7",
        "T10 ja T12 ei käsitelty",
    )
    assert committed(outcome(running(), "T07"), closed) == (
        "Kokous 3/2026: päätetty klo 10.00; ei käsitelty § 7; T10, T12: ei käsitelty"
    )


def test_a_proposal_is_gathered_and_taken_up() -> None:
    """Gathered, it is told by its heading; taken up, the agenda tells of it."""
    empty = roadmap(meeting(date=date(2026, 12, 1)))
    found = gather(empty, DAY, "Tietoturva", by="Rehtori")

    assert committed(empty, partial(gather, day=DAY, heading="Tietoturva", by="Rehtori")) == (
        "Lisätty ehdotettu asia E1: Tietoturva (Rehtori)"
    )
    items = entries(found, FI, day=DAY)
    assert told(found, partial(agenda.laid_out, number=NUMBER, items=items)) == (
        f"Kokous 3/2026 esityslista: {len(items)} asiaa",
    )


def test_tasks_and_enactments_are_told() -> None:
    """A task with who and by when; that it is done; how far a decision is put into practice."""
    action = Action(number=0, task="Luonnos", who="Rehtori", due=date(2026, 12, 15), item=4)
    decided = outcome(running(), "T07")
    given = agenda.give(decided, NUMBER, action)

    assert told(decided, partial(agenda.give, number=NUMBER, action=action)) == (
        "Tehtävä 3/2026-1: Luonnos (Rehtori, 15.12.2026 mennessä)",
    )
    assert told(given, partial(agenda.set_action, number=NUMBER, action=1, state="done", day=DAY)) == (
        "Tehtävä 3/2026-1: Luonnos tehty",
    )
    (said,) = told(given, partial(enact, number=NUMBER, item=4, state="done", day=DAY))
    assert said == "Kokous 3/2026 § 4: pantu toimeen 24.11.2026"
