"""What scripts read: names as in the file, levels as numbers, dates ISO, the unknown null."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from decimal import Decimal

from exporters.data import change_data, history_data, json_value, list_data, problem_data, record_data, show_data
from exporters.words import Words
from model.diff import diff
from model.edits import Place, mark_done, move
from model.entry import Entry
from model.halfyear import HalfYear
from model.problems import Problem
from model.records import Goal
from model.wanted import Wanted
from tests.exporters.test_show import JUDGEMENT, SURVEY
from tests.model.build import DAY, THIS_HALF, measure, meeting, roadmap, viewpoint

FI = Words("fi")
FUND = {"year": 2026, "amount": Decimal("12000.5"), "state": "granted"}
MOVE = {"date": DAY, "from": HalfYear("2026H1"), "to": THIS_HALF, "meeting": "3/2026", "item": 5}


def test_the_first_screen_as_data() -> None:
    """All that the first screen shows, and each measure and viewpoint once."""
    found = roadmap(
        measure(funding=[FUND], moves=[MOVE], internal="salaisuus", oma="salaisuus"),
        measure("T30", status="done"),
        viewpoint(scores=[SURVEY, JUDGEMENT], targets=[{"date": DAY, "value": 4}]),
        viewpoint("laitteet"),
    )
    shown = show_data(found, today=date(2026, 11, 22))
    first, second = shown.pop("measures")
    known, unknown = shown.pop("viewpoints")

    assert shown == {
        "title": "Digitiekartta",
        "organisation": "Esimerkkilän kaupunki",
        "sample": False,
        "as_of": "2026-11-22",
        "half": "2026H2",
        "counts": {"planned": 0, "active": 1, "done": 1, "dropped": 0, "ready": 0, "reassess": 0},
        "late": ["T07"],
        "ending": [],
        "starting": [],
        "upcoming": [],
    }
    assert list(first)[:4] == ["id", "title", "status", "late"]
    assert (first["late"], second["late"]) == (True, False)
    assert (first["start"], first["end"], first["responsible"]) == ("2025H2", "2026H1", "")
    assert first["funding"] == [{"year": 2026, "amount": 12000.5, "state": "granted"}]
    assert first["moves"] == [
        {"date": "2026-11-24", "from": "2026H1", "to": "2026H2", "reason": "", "meeting": "3/2026", "item": 5}
    ]
    assert "salaisuus" not in json.dumps(first)
    assert known == {
        "id": "osaaminen",
        "name": "Osaaminen",
        "short": "",
        "focus": False,
        "baseline": 2.9,
        "current": 3.3,
        "target": 4,
        "gap": -0.7,
        "basis": "judgement",
        "n": None,
    }
    assert [unknown[key] for key in ("baseline", "current", "target", "gap", "basis", "n")] == [None] * 6


def test_lateness_depends_on_the_half_year() -> None:
    """A list for an earlier half-year says what was late in it."""
    assert [m["late"] for m in list_data([measure()], half=HalfYear("2026H1"))] == [False]


def test_a_record_is_whole() -> None:
    """One record has everything, with what is computed beside what is stored."""
    assert record_data(measure(internal="x"), half=THIS_HALF)["internal"] == "x"
    assert record_data(measure(), half=THIS_HALF)["late"] is True
    assert record_data(viewpoint(scores=[SURVEY]), half=THIS_HALF)["scores"][0]["value"] == 2.9
    assert record_data(viewpoint(scores=[SURVEY]), half=THIS_HALF)["current"] == 2.9
    assert record_data(Goal(id="G1", title="Tieto"), half=THIS_HALF) == {
        "id": "G1",
        "formerly": "",
        "title": "Tieto",
        "description": "",
        "theme": "",
    }


def test_an_entry_is_whole() -> None:
    """What the file leaves out because it is usual stands here, and unknown keys are kept."""
    noted = record_data(measure(log=[{"date": DAY, "text": "Kesken", "oma": [Decimal("1.5")]}]), half=THIS_HALF)
    held = record_data(meeting(attendance=[{"member": "koulu", "presence": "remote"}]), half=THIS_HALF)

    entry = {"date": "2026-11-24", "event": "note", "text": "Kesken", "meeting": "", "item": None, "unfunded": False}
    entry |= {"proposes": None, "to": None, "reason": ""}
    assert noted["log"] == [entry | {"oma": [1.5]}]
    assert held["attendance"] == [
        {
            "member": "koulu",
            "guest": "",
            "presence": "remote",
            "item": None,
            "time": None,
            "name": "",
            "deputy": "",
        }
    ]
    assert held["state"] == "draft"


def test_the_history_as_data() -> None:
    """A commit has its place and its changes; a change says the field, both values and the sentence."""
    before = roadmap(measure())
    after = move(before, "T07", Place(DAY), to=THIS_HALF, reason="resurssi")
    when = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
    commit = Entry("c" * 40, when, "Erkki", "T07: siirretty", (), diff(before, after))
    (entry,) = history_data([commit], FI, after)
    changes = {change["field"]: change for change in entry.pop("changes")}

    assert entry == {
        "commit": "c" * 40,
        "when": "2026-11-24T09:05:00+00:00",
        "who": "Erkki",
        "meeting": None,
        "item": None,
        "subject": "T07: siirretty",
        "form": "change",
    }
    assert changes["end"] == {
        "table": "measures",
        "record": "T07",
        "field": "end",
        "before": "2026H1",
        "after": "2026H2",
        "sentence": "T07 päättyy: kevät 2026 → syksy 2026",
    }
    (ends,) = history_data([commit], FI, after, wanted=Wanted(kinds=frozenset({"score"})))
    assert ends["changes"] == []
    unread = Entry("c" * 40, when, "Erkki", "rikki", (), None, "unreadable")
    assert [(one["form"], one["changes"]) for one in history_data([unread], FI, after)] == [("unreadable", [])]
    assert changes["moves"]["before"] is None
    assert changes["moves"]["after"] == {
        "date": "2026-11-24",
        "from": "2026H1",
        "to": "2026H2",
        "reason": "resurssi",
        "meeting": "",
        "item": None,
    }


def test_a_whole_record_is_a_change_without_field() -> None:
    """Before it there was nothing."""
    before, after = roadmap(), roadmap(measure())
    (change,) = diff(before, after)

    data = change_data(change, FI, after)
    assert (data["field"], data["before"], data["after"]["id"]) == (None, None, "T07")


def test_every_value_can_be_written_as_json() -> None:
    """Times, dates, lists and exact numbers of any record."""
    done = mark_done(roadmap(measure()), "T07", Place(DAY)).measure("T07")

    assert json.loads(json.dumps(json_value(done)))["log"][0]["event"] == "done"
    assert json_value(meeting(opened=time(9)))["opened"] == "09:00:00"
    assert json_value((Decimal("1.50"), Decimal(2))) == [1.5, 2]


def test_problems_as_data() -> None:
    """The place is in fields of its own, null where it is not known."""
    (found,) = problem_data([Problem("missing-schema", "error", 1, key="schema")], FI)

    assert found == {
        "severity": "error",
        "code": "missing-schema",
        "line": 1,
        "column": None,
        "table": None,
        "record": None,
        "key": "schema",
        "sentence": "Rivi 1, schema: rivi schema = 1 puuttuu; lisää se ensimmäiseksi riviksi.",
    }


def test_an_unknown_table_of_a_record_is_data_too() -> None:
    """What somebody else put into the file comes out as it is, dates and all."""
    found = record_data(measure(liitteet={"päivä": DAY, "luvut": [Decimal("1.5")]}), half=THIS_HALF)

    assert found["liitteet"] == {"päivä": "2026-11-24", "luvut": [1.5]}
