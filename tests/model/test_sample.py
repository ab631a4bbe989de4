"""The roadmaps that come with the program: the sample's figures, the template, the small example."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from model.file.reading import read
from model.halfyear import HalfYear
from model.levels import levels, maturity
from model.standing import counts, latest_meeting, open_meeting, standing
from tests.model.build import ROOT, ids

if TYPE_CHECKING:
    from pathlib import Path

    from model.records import LogEntry, Move, Score
    from model.roadmap import Roadmap

TODAY = date(2026, 11, 22)
SAMPLE = ROOT / "roadmap.toml"
TEMPLATE = ROOT / "exporters" / "templates" / "digitiekartta.toml"
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
FOCUS = {"osaaminen", "ohjelmistot", "tiedolla-johtaminen", "sahkoiset-palvelut", "strategia"}


def opened(path: Path) -> Roadmap:
    """Return a file's roadmap; it has no problem of any kind."""
    reading = read(path)
    assert reading.problems == ()
    assert reading.roadmap
    return reading.roadmap


@pytest.fixture(scope="module")
def sample() -> Roadmap:
    """Return the sample."""
    return opened(SAMPLE)


@pytest.mark.parametrize("path", [SAMPLE, TEMPLATE, *EXAMPLES], ids=lambda path: path.stem)
def test_what_is_delivered_has_no_problems(path: Path) -> None:
    """Every file that a new user may open reads without an error or a warning."""
    roadmap = opened(path)
    assert roadmap.viewpoints or roadmap.goals


@pytest.mark.parametrize("path", [SAMPLE, *EXAMPLES], ids=lambda path: path.stem)
def test_what_is_invented_says_so(path: Path) -> None:
    """Invented data is marked in the file, for every screen and export, and told to whoever reads the text."""
    head = path.read_text(encoding="utf-8").partition("schema = 1")[0].casefold()

    assert head.startswith("# esimerkki")
    assert opened(path).head.sample == ("keksi" in head)


def test_the_measures_stand_as_published(sample: Roadmap) -> None:
    """Of 40 measures 13 are done, 16 under way, 9 not begun (2 of them moved as a whole) and 2 dropped."""
    found = counts(sample)

    assert (found["done"], found["active"], found["planned"], found["dropped"]) == (13, 16, 9, 2)
    assert sum(found.values()) == len(sample.measures) == 40
    assert ids(tuple(m for m in sample.measures if m.status == "planned" and m.moves)) == ["T17", "T18"]
    assert ids(tuple(m for m in sample.measures if m.moves)) == ["T15", "T17", "T18"]


def test_the_half_year_has_its_late_due_and_waiting_measures(sample: Roadmap) -> None:
    """As of 22.11.2026: three late, seven ending, seven that should have started."""
    now = standing(sample, HalfYear.containing(TODAY))

    assert ids(now.late) == ["T07", "T19", "T38"]
    assert ids(now.ending) == ["T04", "T10", "T12", "T22", "T23", "T28", "T30"]
    assert sorted(ids(now.starting)) == ["T05", "T09", "T25", "T26", "T31", "T35", "T40"]
    assert ids(now.upcoming) == ["T17", "T18"]


def test_the_money_of_each_year_adds_up(sample: Roadmap) -> None:
    """81 500 € in 2025, 190 000 € in 2026 and 154 000 € in 2027; what was refused stays in the sum asked for."""
    asked: Counter[int] = Counter()
    for measure in sample.measures:
        for fund in measure.funding:
            asked[fund.year] += int(fund.amount)

    assert asked == {2025: 81_500, 2026: 190_000, 2027: 154_000}


def test_the_work_of_each_half_year(sample: Roadmap) -> None:
    """How many measures run in each half-year, as scheduled now."""
    halves = sample.head.first.until(sample.head.last)

    assert [sum(m.start <= half <= m.end for m in sample.measures) for half in halves] == [8, 19, 25, 22, 15, 6]


def test_titles_fit_on_a_line(sample: Roadmap) -> None:
    """A title has at most 70 characters, and ids are short and of one kind."""
    assert max(len(measure.title) for measure in sample.measures) <= 70
    assert ids(sample.measures) == [f"T{number:02}" for number in range(1, 41)]


def test_the_focus_areas_have_the_widest_gaps(sample: Roadmap) -> None:
    """The five focus viewpoints are the five widest gaps of the baseline; all eleven have all levels."""
    rows = maturity(sample)
    gaps = {row.viewpoint.id: row.baseline.value - row.target.value for row in rows if row.baseline and row.target}

    assert len(gaps) == 11
    assert set(sorted(gaps, key=lambda name: gaps[name])[:5]) == FOCUS
    assert {row.viewpoint.id for row in rows[:5]} == FOCUS


def test_two_viewpoints_have_a_judgement_that_overrides_no_survey(sample: Roadmap) -> None:
    """The later survey is what holds now, and the judgement stays beside it."""
    judged = [row for row in maturity(sample) if row.judgement]

    assert {row.viewpoint.id for row in judged} == {"tiedolla-johtaminen", "strategia"}
    assert all(row.current == row.survey for row in judged)


def test_a_decision_of_a_meeting_is_found_from_both_ends(sample: Roadmap) -> None:
    """Each § that a record names is a § of that day's meeting about that record."""
    items = {(meeting.number, item.number): item for meeting in sample.meetings for item in meeting.items}
    days = {meeting.number: meeting.date for meeting in sample.meetings}
    told: list[tuple[str, LogEntry | Move | Score]] = []
    told += [(measure.id, entry) for measure in sample.measures for entry in measure.log]
    told += [(measure.id, move) for measure in sample.measures for move in measure.moves]
    told += [(viewpoint.id, score) for viewpoint in sample.viewpoints for score in viewpoint.scores]
    decided = [(record, entry) for record, entry in told if entry.meeting]

    assert len(decided) > 10
    for record, entry in decided:
        assert entry.item
        assert record in items[entry.meeting, entry.item].subjects
        assert entry.date == days[entry.meeting]


def test_the_status_of_a_measure_follows_from_its_log(sample: Roadmap) -> None:
    """Whoever reads the log from its first line comes to the status, also as of the meeting before."""
    now, before = state_on(sample, TODAY), state_on(sample, date(2026, 9, 1))

    assert now == {measure.id: measure.status for measure in sample.measures}
    assert Counter(before.values()) == {"done": 11, "active": 17, "planned": 10, "dropped": 2}


def state_on(sample: Roadmap, day: date) -> dict[str, str]:
    """Return the status of each measure on a day, as the log tells it."""
    states = {measure.id: "planned" for measure in sample.measures}
    for measure in sample.measures:
        assert [entry.date for entry in measure.log] == sorted(entry.date for entry in measure.log)
        for entry in measure.log:
            if entry.date <= day and entry.event in {"started", "done", "dropped"}:
                states[measure.id] = "active" if entry.event == "started" else entry.event
    return states


def test_the_next_meeting_is_planned_and_not_begun(sample: Roadmap) -> None:
    """3/2026 waits to be opened; the latest minutes are those of 2/2026."""
    coming, latest = open_meeting(sample), latest_meeting(sample)

    assert coming
    assert latest
    assert (coming.number, coming.date, coming.opened, coming.items) == ("3/2026", date(2026, 11, 24), None, ())
    assert (latest.number, latest.state) == ("2/2026", "published")
    members = {member.id for member in sample.members}
    assert all({meeting.chair, meeting.secretary} <= members for meeting in sample.meetings)


def test_the_sample_names_no_person(sample: Roadmap) -> None:
    """Roles only: nobody is called by a name of the kind that Finns have."""
    people = [m.responsible for m in sample.measures] + [name for m in sample.measures for name in m.helpers]
    people += [a.guest for meeting in sample.meetings for a in meeting.attendance]
    people += [action.who for meeting in sample.meetings for action in meeting.actions]

    assert not [name for name in people if re.fullmatch(r"[A-ZÅÄÖ][a-zåäö-]+ [A-ZÅÄÖ][a-zåäö-]+", name)]


def test_an_indicator_may_fall_for_the_better(sample: Roadmap) -> None:
    """Food waste is to be halved, 20 % → 10 %, and the year that was not measured is left out."""
    (waste,) = [found for found in sample.indicators if found.direction == "down"]

    assert [str(waste.values[0].value), str(waste.targets[-1].value)] == ["20", "10"]
    assert 2024 not in {value.year for value in waste.values}


def test_a_new_roadmap_knows_the_viewpoints_and_no_levels() -> None:
    """The template has eleven viewpoints, four on one's own work, five in focus, and nothing invented."""
    found = opened(TEMPLATE)

    assert len(found.viewpoints) == 11
    assert [viewpoint.scope for viewpoint in found.viewpoints] == ["own"] * 4 + ["city"] * 7
    assert {viewpoint.id for viewpoint in found.viewpoints if viewpoint.focus} == FOCUS
    assert all(levels(viewpoint).current is None for viewpoint in found.viewpoints)
    assert (found.measures, found.goals, found.meetings, found.approvals, found.indicators) == ((), (), (), (), ())
    assert len(found.members) == 6
    assert not found.head.sample


def test_the_sample_and_the_template_mean_the_same_viewpoints(sample: Roadmap) -> None:
    """Where wordings of a viewpoint differ, each knows the other's as an alias."""
    for one, other in zip(sample.viewpoints, opened(TEMPLATE).viewpoints, strict=True):
        assert (one.id, one.short, one.scope) == (other.id, other.short, other.scope)
        assert one.name in {other.name, *other.aliases}
        assert other.name in {one.name, *one.aliases}
