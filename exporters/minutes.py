"""The minutes of a meeting in Markdown, ready to be pasted into an intranet: one function for each section.

The order is the one usual in Finnish municipal memos; the end matter follows the §§. Nothing is
invented: what was not recorded is said to be so, and what cannot be known is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exporters import markdown
from exporters.public import public_meeting
from exporters.terms import BASIS, MEETING_STATE, OUTCOME, PRESENCE, STATUS, capital, word
from exporters.words import N_

if TYPE_CHECKING:
    from exporters.public import Paragraph, PublicMeasure, PublicMeeting
    from exporters.words import Words
    from model.meeting import Meeting
    from model.roadmap import Roadmap

_RATING = (N_("Viewpoint"), N_("Before"), N_("Now"), N_("Basis"), N_("Target"), N_("Reasoning"))


def minutes_name(meeting: Meeting, words: Words) -> str:
    """Return the name of the file in which the minutes of a meeting are kept: `muistio-3-2026.md`."""
    number = "-".join(re.findall(r"\w+", meeting.number))
    return words.t("minutes-{number}.md", number=number)


def minutes(roadmap: Roadmap, meeting: Meeting, words: Words) -> str:
    """Return the minutes of a meeting of the roadmap as Markdown with LF line ends."""
    seen = public_meeting(roadmap, meeting)
    return markdown.document(
        (
            _title(seen, words),
            _sample(seen, words),
            _metadata(seen, words),
            _attendance(seen, words),
            *(_paragraph(item, words) for item in seen.items),
            _ratings(seen, words),
            _situation(seen, words),
            _left(seen, words),
            _remarks(seen, words),
            _tasks(seen, words),
            _end(seen, words),
        )
    )


def _title(meeting: PublicMeeting, words: Words) -> str:
    whose = ", ".join(part for part in (meeting.organisation, meeting.team) if part.strip())
    title = markdown.heading(1, words.t("Minutes of meeting {number}", number=meeting.number))
    return f"{title}\n\n{markdown.escaped(whose)}"


def _sample(meeting: PublicMeeting, words: Words) -> str:
    return markdown.strong(words.t("SAMPLE: the contents are invented.")) if meeting.sample else ""


def _metadata(meeting: PublicMeeting, words: Words) -> str:
    missing = words.t("not recorded")
    return markdown.fields(
        (
            (words.t("State"), word(words, MEETING_STATE, meeting.state)),
            (words.t("Time"), _time(meeting, words)),
            (words.t("Place"), meeting.place or missing),
            (words.t("Chair"), meeting.chair or missing),
            (words.t("Secretary"), meeting.secretary or missing),
        )
    )


def _time(meeting: PublicMeeting, words: Words) -> str:
    day = words.date(meeting.date, weekday=True)
    if meeting.opened is None:
        return words.t("{date}, time of day not recorded", date=day)
    if meeting.closed is None:
        return words.t("{date} {time}, end not recorded", date=day, time=words.time(meeting.opened))
    return f"{day} {words.times(meeting.opened, meeting.closed)}"


def _attendance(meeting: PublicMeeting, words: Words) -> str:
    header = (words.t("Member"), words.t("Represents"), words.t("Attendance"))
    missing, empty = words.t("not recorded"), words.listing(meeting.unrepresented)
    rows = [
        (seat.role, seat.sector or "–", word(words, PRESENCE, seat.presence) if seat.presence else missing)
        for seat in meeting.seats
    ]
    blocks = [
        markdown.heading(2, words.t("Attendance")),
        markdown.table(header, rows) if rows else markdown.escaped(capital(missing)),
        markdown.escaped(words.t("Invited: {names}", names="; ".join(meeting.guests))) if meeting.guests else "",
        markdown.escaped(words.t("Not represented: {branches}", branches=empty)) if empty else "",
    ]
    return "\n\n".join(block for block in blocks if block)


def _paragraph(item: Paragraph, words: Words) -> str:
    several = len(item.subjects) > 1
    blocks = [
        markdown.heading(2, f"§ {item.number} {_heading(item, words)}"),
        markdown.bullets(f"{subject.id} {subject.title}" for subject in item.subjects) if several else "",
        _background(item, words),
        markdown.labelled(words.t("Proposal"), item.proposal) if item.proposal.strip() else "",
        _decision(item, words),
    ]
    return "\n\n".join(block for block in blocks if block)


def _heading(item: Paragraph, words: Words) -> str:
    """Return the heading; a § about one measure names it by its id, too."""
    if len(item.subjects) != 1:
        return item.heading or words.t("no heading")
    subject = item.subjects[0]
    title = item.heading or subject.title
    return title if subject.id in title else f"{title} ({subject.id})"


def _background(item: Paragraph, words: Words) -> str:
    """Return what was told; where nothing was proposed or decided it needs no label."""
    if not item.background.strip():
        return ""
    if item.proposal.strip() or item.decision.strip() or item.outcome:
        return markdown.labelled(words.t("Background"), item.background)
    return markdown.paragraphs(item.background)


def _decision(item: Paragraph, words: Words) -> str:
    if item.decision.strip():
        return markdown.labelled(words.t("Decision"), item.decision)
    if item.outcome:
        return markdown.labelled(words.t("Decision"), f"{capital(word(words, OUTCOME, item.outcome))}.")
    if item.proposal.strip() or not item.background.strip():
        return markdown.labelled(words.t("Decision"), words.t("not recorded"))
    return ""


def _ratings(meeting: PublicMeeting, words: Words) -> str:
    if not meeting.ratings:
        return ""
    header = tuple(words.t(name) for name in _RATING)
    rows = [
        (
            rating.viewpoint,
            words.level(rating.before),
            words.level(rating.value),
            word(words, BASIS, rating.basis),
            words.t("not set") if rating.target is None else words.level(rating.target),
            rating.reason or "–",
        )
        for rating in meeting.ratings
    ]
    return f"{markdown.heading(2, words.t('Levels rated'))}\n\n{markdown.table(header, rows, numbers=(1, 2, 4))}"


def _situation(meeting: PublicMeeting, words: Words) -> str:
    if meeting.situation is None:
        return ""
    counted = meeting.situation.counts
    rows = [(capital(word(words, STATUS, status)), words.number(count)) for status, count in counted.items() if count]
    total = words.n("The roadmap has {n} measure.", "The roadmap has {n} measures.", sum(counted.values()))
    late = meeting.situation.late
    overdue = words.n("{n} measure is overdue.", "{n} measures are overdue.", len(late))
    return "\n\n".join(
        (
            markdown.heading(2, words.t("The roadmap when these minutes were written")),
            markdown.escaped(total),
            markdown.table((words.t("Status"), words.t("Count")), rows, numbers=(1,)),
            *((markdown.escaped(overdue), _listed(late, words)) if late else ()),
        )
    )


def _listed(found: tuple[PublicMeasure, ...], words: Words) -> str:
    """List measures with who answers for them and when they end."""
    return markdown.bullets(
        f"{measure.id} {measure.title} ({measure.responsible or words.t('responsible not recorded')}; "
        f"{words.t('ends: {half}', half=words.half(measure.end))})"
        for measure in found
    )


def _left(meeting: PublicMeeting, words: Words) -> str:
    left = meeting.situation.left if meeting.situation else ()
    return f"{markdown.heading(2, words.t('Left unhandled'))}\n\n{_listed(left, words)}" if left else ""


def _remarks(meeting: PublicMeeting, words: Words) -> str:
    if not meeting.unfunded:
        return ""
    remark = words.t("Started although the appropriation has not been granted:")
    names = markdown.bullets(f"{measure.id} {measure.title}" for measure in meeting.unfunded)
    return f"{markdown.heading(2, words.t('Remarks'))}\n\n{markdown.escaped(remark)}\n\n{names}"


def _tasks(meeting: PublicMeeting, words: Words) -> str:
    title = markdown.heading(2, words.t("Summary of tasks"))
    if not meeting.tasks:
        return f"{title}\n\n{markdown.escaped(words.t('No tasks were given.'))}"
    missing = words.t("not recorded")
    header = (words.t("Number"), words.t("Task"), words.t("In charge"), words.t("Deadline"))
    rows = [
        (task.id, task.task, task.who or missing, words.date(task.due) if task.due else missing)
        for task in meeting.tasks
    ]
    return f"{title}\n\n{markdown.table(header, rows)}"


def _end(meeting: PublicMeeting, words: Words) -> str:
    secretary = meeting.secretary or words.t("not recorded")
    return "\n\n".join(
        (
            markdown.escaped(words.t("Minutes written by: {secretary}", secretary=secretary)),
            markdown.escaped(words.t("Spring is 1 January to 30 June, autumn 1 July to 31 December.")),
        )
    )
