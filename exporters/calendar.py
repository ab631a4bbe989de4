"""A meeting as an iCalendar file (RFC 5545) that any calendar takes in.

Written here and not by a library: one event with its time zone is all there is. Tests read it back with one. The
clock of Finland is told by the rules of the European Union, in force since 1996, so no table of time zones is needed.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from exporters.notice import as_called
from exporters.numbering import item_label
from exporters.values import record_name
from model.text import clean, one_line
from model.timing import planned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.words import Words
    from model.meeting import Meeting
    from model.roadmap import Roadmap

OCTETS = 75
"""A line has at most so many bytes; a longer one goes on after a line end and a space."""
ZONE = "Europe/Helsinki"
_WINTER, _SUMMER = timedelta(hours=2), timedelta(hours=3)
_SUNDAY = 6
_MARCH, _OCTOBER = 3, 10
_TIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19961027T040000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0300",
    "TZOFFSETTO:+0200",
    "TZNAME:EET",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0300",
    "TZNAME:EEST",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)


def calendar(roadmap: Roadmap, meeting: Meeting, words: Words, *, stamp: datetime, sequence: int = 0) -> str:
    """Return a meeting as a calendar of one event, with CRLF line ends.

    `stamp` is when this version was made, in UTC; `sequence` grows with every change of time or place, by which a
    calendar knows that it has an older one. A meeting without a time of day takes the whole day.
    """
    seen, held = as_called(roadmap, meeting, words)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Tiekartta//Tiekartta//{words.language.upper()}",
        "METHOD:PUBLISH",
        *(_TIMEZONE if held.starts else ()),
        "BEGIN:VEVENT",
        f"UID:{_uid(roadmap, meeting)}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{sequence}",
        *_times(held),
        f"SUMMARY:{_text(_summary(seen, held, words))}",
        *((f"LOCATION:{_text(held.place)}",) if held.place.strip() else ()),
        f"DESCRIPTION:{_text(_description(seen, held, words))}",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def in_utc(day: date, at: time) -> datetime:
    """Return a day and a time of the Finnish clock as UTC; the hour that comes twice in autumn is the first one."""
    local = datetime.combine(day, at)
    begins = datetime.combine(_last_sunday(day.year, _MARCH), time(3))
    ends = datetime.combine(_last_sunday(day.year, _OCTOBER), time(4))
    return (local - (_SUMMER if begins <= local < ends else _WINTER)).replace(tzinfo=UTC)


def folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 bytes; no character is cut, and each later part begins with a space."""
    part, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + char, size + width
    yield part


def _times(meeting: Meeting) -> Iterator[str]:
    """Yield when a meeting begins and ends; an end that is not known follows from the agenda, if that tells it."""
    if meeting.starts is None:
        yield f"DTSTART;VALUE=DATE:{meeting.date:%Y%m%d}"
        return
    yield _clock("DTSTART", meeting.date, meeting.starts)
    if meeting.ends is not None and meeting.ends > meeting.starts:
        yield _clock("DTEND", meeting.date, meeting.ends)
    elif minutes := planned(meeting.model_copy(update={"ends": None})):
        yield f"DURATION:PT{minutes}M"


def _clock(name: str, day: date, at: time) -> str:
    return f"{name};TZID={ZONE}:{day:%Y%m%d}T{at:%H%M%S}"


def _summary(roadmap: Roadmap, meeting: Meeting, words: Words) -> str:
    team = roadmap.head.team.strip() or roadmap.head.organisation
    return words.t("{team}, meeting {number}", team=one_line(team), number=meeting.number)


def _description(roadmap: Roadmap, meeting: Meeting, words: Words) -> str:
    """Return what the meeting is about: who chairs, and its agenda, a § on each line."""
    chair = record_name(roadmap, "members", meeting.chair) if meeting.chair.strip() else ""
    said = [words.t("SAMPLE: the contents are invented.")] if roadmap.head.sample else []
    if chair:
        said.append(f"{words.t('Chair')}: {chair}")
    if meeting.items:
        said += ["", f"{words.t('Agenda')}:"]
    items = sorted(meeting.items, key=lambda item: item.number)
    said += (f"{item_label(roadmap.head, item.number)} {one_line(item.heading)}" for item in items)
    return "\n".join(said)


def _uid(roadmap: Roadmap, meeting: Meeting) -> str:
    """Return the name by which calendars know the meeting again, however often its time or title changes."""
    return f"{uuid5(NAMESPACE_URL, f'tiekartta:{roadmap.head.organisation}:{meeting.number}')}@tiekartta"


def _text(text: str) -> str:
    """Return a text as the value of a property: control characters are pictures, and what has a meaning is escaped."""
    shown = clean(text.replace("\r\n", "\n")).replace("\t", " ").strip()
    for char in ("\\", ";", ","):
        shown = shown.replace(char, f"\\{char}")
    return shown.replace("\n", "\\n")


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() - _SUNDAY) % 7)
