"""The register as lines that stand alone and as data: what was decided and what became of it, never mixed."""

from __future__ import annotations

import json

from exporters.data import action_data, decision_data
from exporters.register import action_lines, decision_lines
from exporters.words import Words
from model.register import actions, decisions
from tests.model.build import DAY, parsed

FI, SV = Words("fi"), Words("sv")
FOUND = parsed(
    """
schema = 1
[roadmap]
title = "Digitiekartta"
organisation = "Esimerkkilä"
first = "2025H1"
last = "2027H2"
[[members]]
id = "tekn"
role = "Tekninen johtaja"
[[measures]]
id = "T30"
title = "Verkkomaksaminen"
start = "2026H1"
end = "2026H2"
status = "done"
internal = "salaisuus"
log = [{ date = 2026-10-02, event = "done" }]
[[measures]]
id = "T31"
title = "Tiketöinti"
start = "2026H1"
end = "2026H2"
status = "dropped"
log = [{ date = 2026-10-02, event = "dropped" }]
[[meetings]]
number = "2/2026"
date = 2026-09-01
items = [
    { number = 5, heading = "T30", subjects = ["T30"], outcome = "continues", decision = "Jatkuu", internal = "salaa" },
    { number = 6, heading = "T31", subjects = ["T31"], outcome = "moved", decision = "Siirrettiin." },
    { number = 7, outcome = "decided" },
    { number = 8, heading = "\u001b[31mPaha", decision = "Yksi\\nkaksi." },
]
actions = [
    { number = 1, task = "Taulukko", who = "tekn", due = 2026-09-18, state = "done", done = 2026-09-10, item = 7 },
    { number = 2, task = "Sopimus", who = "Kirjaamo", due = 2026-11-13, subject = "T30", item = 5 },
    { number = 3, task = "Kysely" },
]
""".replace("\u001b", "\\u001b")
)


def test_a_decision_is_a_line_with_both_its_days() -> None:
    """Where and when it was decided, what, and how far it is, with the day of that."""
    assert list(decision_lines(decisions(FOUND), FI)) == [
        "2/2026 § 5, 1.9.2026: T30. Jatkuu. Toimeenpano kesken.",
        "2/2026 § 6, 1.9.2026: T31. Siirrettiin. Ei toimeenpantavaa; keskeytetty myöhemmin: T31.",
        "2/2026 § 7, 1.9.2026: ei otsikkoa. Päätetty. Pantu toimeen 10.9.2026.",
        "2/2026 § 8, 1.9.2026: ␛[31mPaha. Yksi kaksi. Toimeenpanoa ei ole kirjattu.",
    ]


def test_what_was_opened_again_is_told_with_the_decision() -> None:
    """The decision that ended a measure is no longer what the roadmap says."""
    again = FOUND.measure("T30").model_copy(update={"status": "active"})
    meeting = FOUND.meetings[0]
    ended = meeting.items[0].model_copy(update={"outcome": "done"})
    found = FOUND.replacing("measures", again).replacing(
        "meetings", meeting.model_copy(update={"items": (ended,), "actions": ()})
    )

    (line,) = decision_lines(decisions(found), FI)
    assert line.endswith("avattu uudelleen: T30.")


def test_a_task_is_a_line_with_who_and_by_when() -> None:
    """The number by which it is marked done, how it stands on the day, the § and the measure that it comes from."""
    assert list(action_lines(actions(FOUND), FI, FOUND, today=DAY)) == [
        "2/2026-2 Sopimus: myöhässä; Kirjaamo; 13.11.2026 mennessä (§ 5, T30 Verkkomaksaminen)",
        "2/2026-3 Kysely: avoin; vastuu ei kirjattu; ei määräaikaa",
        "2/2026-1 Taulukko: tehty 10.9.2026; Tekninen johtaja; 18.9.2026 mennessä (§ 7)",
    ]


def test_the_register_speaks_its_readers_language() -> None:
    """Words of the reader around the roadmap's own."""
    assert decision_lines(decisions(FOUND), SV)[2].endswith("Beslutat. Verkställt 10.9.2026.")


def test_data_is_whole_and_tells_what_was_recorded_apart_from_what_is_computed() -> None:
    """Days are ISO, the unknown is null, and nothing internal is among it."""
    data = decision_data(decisions(FOUND))

    assert data[0] == {
        "meeting": "2/2026",
        "date": "2026-09-01",
        "item": 5,
        "heading": "T30",
        "outcome": "continues",
        "decision": "Jatkuu",
        "vote": None,
        "subjects": ["T30"],
        "sectors": [],
        "enactment": "under-way",
        "enactment_recorded": False,
        "enacted": None,
        "dropped_later": [],
        "opened_again": [],
    }
    assert "salaa" not in json.dumps(data)


def test_data_of_a_task_has_its_number_everywhere() -> None:
    """The id is what is said aloud and typed; whether it is overdue depends on the day."""
    found, *_ = action_data(actions(FOUND), FOUND, today=DAY)

    assert (found["id"], found["overdue"], found["due"], found["done"]) == ("2/2026-2", True, "2026-11-13", None)
    assert (found["who"], found["role"], found["measure"], found["title"]) == (
        "Kirjaamo",
        "Kirjaamo",
        "T30",
        "Verkkomaksaminen",
    )


def test_what_was_approved_as_proposed_says_what_was_proposed() -> None:
    """Whoever reads the register, or was away, does not have the agenda at hand."""
    (meeting,) = FOUND.meetings
    said = {"outcome": "approved", "decision": "Hyväksyttiin ehdotuksen mukaan.", "proposal": "Aloitetaan keväällä."}
    items = (meeting.items[0].model_copy(update=said),)
    found = FOUND.replacing("meetings", meeting.model_copy(update={"items": items}))
    (line, *_) = decision_lines(decisions(found), FI)

    assert "Hyväksyttiin ehdotuksen mukaan. Ehdotus: Aloitetaan keväällä." in line
