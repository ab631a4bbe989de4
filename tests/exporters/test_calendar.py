"""The calendar file: what RFC 5545 asks for, and what a parser of it reads back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from exporters.calendar import OCTETS, calendar, folded, in_utc
from exporters.words import Words
from tests.exporters.papers import COMING, FOUND

if TYPE_CHECKING:
    from icalendar import Event

    from model.meeting import Meeting

FI = Words("fi")
STAMP = datetime(2026, 11, 2, 7, 30, tzinfo=UTC)
HELSINKI = ZoneInfo("Europe/Helsinki")


def written(meeting: Meeting = COMING, sequence: int = 0) -> str:
    """Return the file of a meeting."""
    return calendar(FOUND.replacing("meetings", meeting), meeting, FI, stamp=STAMP, sequence=sequence)


def event(text: str) -> Event:
    """Return the one event that a parser finds in a file."""
    (found,) = Calendar.from_ical(text).walk("VEVENT")
    return found


def test_a_parser_reads_the_meeting_back() -> None:
    """When, where, what, as they stand in the roadmap; the time is that of Helsinki."""
    found = event(written(sequence=2))

    assert found["DTSTART"].dt == datetime(2026, 11, 24, 9, tzinfo=HELSINKI)
    assert found["DTEND"].dt == datetime(2026, 11, 24, 10, 40, tzinfo=HELSINKI)
    assert found["DTSTAMP"].dt == STAMP
    assert found["SEQUENCE"] == 2
    assert found["SUMMARY"] == "Digitiimi, kokous 3/2026"
    assert found["LOCATION"] == "Kaupungintalo, kokoushuone Lehtori, ja Teams"
    description = str(found["DESCRIPTION"]).splitlines()
    assert description[:2] == ["ESIMERKKI: sisältö on keksitty.", "Puheenjohtaja: Tietohallintokoordinaattori"]
    assert description[-2:] == ["§ 5 # Paha | <script>", "§ 6 Kokouksen päättäminen"]
    assert "salaa" not in written()


def test_the_file_is_lines_of_crlf_and_75_bytes() -> None:
    """Each line ends in CRLF, is no longer than 75 bytes, and is whole UTF-8."""
    text = written()

    assert text.replace("\r\n", "").isprintable()
    assert all(len(line.encode()) <= OCTETS for line in text.split("\r\n"))
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")


def test_a_meeting_keeps_its_name_however_it_changes() -> None:
    """A calendar knows the event again by its UID when day, place or title change; another meeting has another."""
    moved = COMING.model_copy(update={"date": date(2026, 12, 1), "place": "Kirjasto"})
    other = COMING.model_copy(update={"number": "4/2026"})

    assert event(written())["UID"] == event(written(moved))["UID"]
    assert event(written())["UID"] != event(calendar(FOUND.adding("meetings", other), other, FI, stamp=STAMP))["UID"]


def test_a_meeting_without_a_time_takes_the_whole_day() -> None:
    """No time of day is made up."""
    found = event(written(COMING.model_copy(update={"starts": None})))

    assert found["DTSTART"].dt == date(2026, 11, 24)
    assert "DTEND" not in found


def test_an_end_that_is_not_known_follows_from_the_agenda() -> None:
    """The planned minutes of the §§ are its length; without them there is none."""
    open_end = COMING.model_copy(update={"ends": None})
    unplanned = open_end.model_copy(update={"items": ()})

    assert event(written(open_end))["DURATION"].dt == timedelta(minutes=10)
    assert "DURATION" not in event(written(unplanned))


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 3, 30), date(2026, 10, 24), date(2026, 10, 26)])
def test_the_zone_of_the_file_has_the_clock_changes_of_finland(day: date) -> None:
    """Around both changes a reader that knows only the file's own zone gets the right moment."""
    meeting = COMING.model_copy(update={"date": day})
    text = written(meeting).replace("Europe/Helsinki", "Tuntematon/Vyöhyke")

    assert event(text)["DTSTART"].dt.astimezone(UTC) == datetime.combine(day, time(9), HELSINKI).astimezone(UTC)


@given(st.dates(date(1997, 1, 1), date(2099, 12, 31)), st.times())
def test_the_finnish_clock_in_utc_is_that_of_the_zone_table(day: date, at: time) -> None:
    """Our two rules say the same as the table of time zones, but for the hour that spring leaves out."""
    local = datetime.combine(day, at, HELSINKI)
    utc = local.astimezone(UTC)
    exists = utc.astimezone(HELSINKI).replace(tzinfo=None) == local.replace(tzinfo=None)

    assert in_utc(day, at) == utc or not exists


@given(st.text(max_size=300))
def test_whatever_people_type_comes_back_and_nothing_else(place: str) -> None:
    """No text makes a property, a line or an event of its own."""
    text = written(COMING.model_copy(update={"place": f"Sali {place}"}))

    assert text.count("\nBEGIN:") == 4
    assert all(len(line.encode()) <= OCTETS for line in text.split("\r\n"))
    assert str(event(text)["LOCATION"]).startswith("Sali")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_folding_loses_nothing(line: str) -> None:
    """Put together again, the parts are the line."""
    first, *others = folded(line)

    assert first + "".join(part.removeprefix(" ") for part in others) == line
    assert all(len(part.encode()) <= OCTETS for part in (first, *others))
