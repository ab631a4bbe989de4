"""The minutes of a meeting as a document: one function for each of its parts.

The order is the one usual in Finnish municipal memos; the end matter follows the §§. Nothing is
invented: what was not recorded is said to be so, and what cannot be known is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exporters import attendance
from exporters.approvals import approved_line
from exporters.document import Block, Bullets, Document, Fields, Heading, Metadata, Paragraph, Strong, Table, plain
from exporters.markdown import markdown
from exporters.numbering import item_label
from exporters.passages import marked, untranslated
from exporters.publishing import public_meeting
from exporters.sections import section, title
from exporters.terms import BASIS, LANGUAGE, MEETING_STATE, STATUS, capital, word
from exporters.translating import in_language
from exporters.unsettled import unsettled
from exporters.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.public import PublicMeasure, PublicMeeting, Step, Task
    from exporters.words import Words
    from model.meeting import Meeting
    from model.records import Document as Naming
    from model.records import Head
    from model.roadmap import Roadmap

_RATING = (N_("Viewpoint"), N_("Before"), N_("Now"), N_("Basis"), N_("Target"), N_("Reasoning"))
_TASK = (N_("Number"), N_("Task"), N_("In charge"), N_("Deadline"), N_("Matter"))


def minutes_name(
    meeting: Meeting, words: Words, *, naming: Naming = "memo", suffix: str = "md", branch: str = ""
) -> str:
    """Return the name of the file in which the minutes of a meeting are kept: `muistio-3-2026.md`.

    `branch` is the id of the branch whose extract it is.
    """
    number = "-".join(re.findall(r"\w+", f"{meeting.number} {branch}"))
    if naming == "minutes":
        return words.t("official-minutes-{number}.{suffix}", number=number, suffix=suffix)
    return words.t("minutes-{number}.{suffix}", number=number, suffix=suffix)


def minutes(roadmap: Roadmap, meeting: Meeting, words: Words, *, sector: str = "") -> str:
    """Return the minutes of a meeting of the roadmap as Markdown with LF line ends."""
    return markdown(minutes_document(roadmap, meeting, words, sector=sector))


def minutes_document(roadmap: Roadmap, meeting: Meeting, words: Words, *, sector: str = "") -> Document:
    """Return the minutes of a meeting of the roadmap; with `sector`, its id, the extract for that branch.

    In another language than the roadmap's they have the file's own texts in it, and its set phrases.
    """
    own = roadmap.head.language
    if words.language != own:
        spoken = in_language(roadmap, words.language)
        document = _document(spoken, spoken.meeting(meeting.number), words, sector=sector)
        return marked(document, untranslated(roadmap, meeting, words.language), own)
    return _document(roadmap, meeting, words, sector=sector)


def _document(roadmap: Roadmap, meeting: Meeting, words: Words, *, sector: str) -> Document:
    head = roadmap.head
    seen = public_meeting(roadmap, meeting, sector=sector)
    return Document(
        title=_title(seen, head, words),
        language=words.language,
        blocks=(
            Paragraph(_whose(seen)),
            *_sample(seen, words),
            *_approved(roadmap, meeting, words),
            _fields(seen, words),
            *_extract(seen, words),
            *_attendance(seen, words),
            *(block for found in seen.sections for block in section(found, seen.sitting, head, words=words)),
            *_ratings(seen, words),
            *_situation(seen, words),
            *_left(seen, head, words),
            *_remarks(seen, words),
            *_tasks(seen, head, words),
            *_end(seen, head, words),
            # What is checked is not written anew because of something later.
            *(unsettled(roadmap, words) if meeting.state == "draft" else ()),
        ),
        metadata=Metadata(author=_whose(seen), subject=words.t("Meeting {number}", number=seen.number), date=seen.date),
    )


def _title(meeting: PublicMeeting, head: Head, words: Words) -> str:
    if head.document == "minutes":
        name = words.t("Official minutes of meeting {number}", number=meeting.number)
    else:
        name = words.t("Minutes of meeting {number}", number=meeting.number)
    return words.t("{title}, extract: {branch}", title=name, branch=meeting.branch) if meeting.branch else name


def _whose(meeting: PublicMeeting) -> str:
    return ", ".join(part for part in (meeting.organisation, meeting.team) if part.strip())


def _sample(meeting: PublicMeeting, words: Words) -> tuple[Block, ...]:
    return (Paragraph((Strong(words.t("SAMPLE: the contents are invented.")),)),) if meeting.sample else ()


def _approved(roadmap: Roadmap, meeting: Meeting, words: Words) -> tuple[Block, ...]:
    """Say who had approved the roadmap by the day of the meeting; later approvals do not change its minutes."""
    said = approved_line(roadmap, words, day=meeting.date)
    return (Paragraph(said),) if said else ()


def _fields(meeting: PublicMeeting, words: Words) -> Fields:
    missing = words.t("not recorded")
    return Fields(
        (
            (words.t("State"), _state(meeting, words)),
            *(((words.t("Case number"), meeting.case),) if meeting.case.strip() else ()),
            (words.t("Time"), _time(meeting, words)),
            (words.t("Place"), meeting.place or missing),
            (words.t("Chair"), meeting.chair or missing),
            (words.t("Secretary"), meeting.secretary or missing),
        )
    )


def _state(meeting: PublicMeeting, words: Words) -> str:
    """Return how far the minutes are: draft, or when and by whom they were checked and where they were published."""
    steps = (("checked", meeting.checked), ("published", meeting.published))
    said = [_step(word(words, MEETING_STATE, state), step, words) for state, step in steps if step]
    return ", ".join(said) or word(words, MEETING_STATE, meeting.state)


def _step(state: str, step: Step, words: Words) -> str:
    """Return a step with its day and who took it or where: `tarkastettu 1.12.2026 (4/2026 § 3)`."""
    shown = f"{state} {words.date(step.day)}"
    return f"{shown} ({step.said})" if step.said.strip() else shown


def _time(meeting: PublicMeeting, words: Words) -> str:
    day = words.date(meeting.date, weekday=True)
    if meeting.opened is None:
        return words.t("{date}, time of day not recorded", date=day)
    if meeting.closed is None:
        return words.t("{date} {time}, end not recorded", date=day, time=words.time(meeting.opened))
    return f"{day} {words.times(meeting.opened, meeting.closed)}"


def _extract(meeting: PublicMeeting, words: Words) -> tuple[Block, ...]:
    """Say that this is not the whole, so that nobody takes it for that."""
    if not meeting.branch:
        return ()
    said = words.n(
        "Of the meeting’s {n} item, only what concerns {branch} is here.",
        "Of the meeting’s {n} items, only what concerns {branch} is here.",
        meeting.total,
        branch=meeting.branch,
    )
    return (Paragraph(said),)


def _attendance(meeting: PublicMeeting, words: Words) -> tuple[Block, ...]:
    header = (words.t("Member"), words.t("Represents"), words.t("Attendance"))
    rows = tuple((row.member, row.represents, row.attendance) for row in attendance.rows(meeting.sitting, words))
    others = (attendance.invited(meeting.sitting, words), attendance.not_represented(meeting.sitting, words))
    return (
        Heading(2, words.t("Attendance")),
        Table(words.t("Who took part:"), header, rows) if rows else Paragraph(capital(words.t("not recorded"))),
        *(Paragraph(said) for said in others if said),
    )


def _ratings(meeting: PublicMeeting, words: Words) -> tuple[Block, ...]:
    if not meeting.ratings:
        return ()
    rows = tuple(
        (
            rating.viewpoint,
            words.level(rating.before),
            words.level(rating.value),
            word(words, BASIS, rating.basis),
            words.t("not set") if rating.target is None else words.level(rating.target),
            rating.reason or "–",
        )
        for rating in meeting.ratings
    )
    header = tuple(words.t(name) for name in _RATING)
    caption = words.t("Levels from 1 to 5 before the meeting and after it:")
    return (Heading(2, words.t("Levels rated")), Table(caption, header, rows, numeric=frozenset({1, 2, 4})))


def _situation(meeting: PublicMeeting, words: Words) -> tuple[Block, ...]:
    """Return how the roadmap stands; a meeting that reviewed that in a § has it there, as it was then."""
    if meeting.situation is None or not meeting.situation.counts or _reviewed(meeting):
        return ()
    counted, late = meeting.situation.counts, meeting.situation.late
    rows = tuple((capital(word(words, STATUS, status)), words.number(n)) for status, n in counted.items() if n)
    total = words.n("The roadmap has {n} measure:", "The roadmap has {n} measures:", sum(counted.values()))
    overdue = words.n("{n} measure is overdue.", "{n} measures are overdue.", len(late))
    return (
        Heading(2, words.t("The roadmap when these minutes were written")),
        Table(total, (words.t("Status"), words.t("Count")), rows, numeric=frozenset({1})),
        *((Paragraph(overdue), Bullets(_listed(late, words))) if late else ()),
    )


def _reviewed(meeting: PublicMeeting) -> bool:
    return any(found.kind == "status" and found.is_handled for found in meeting.sections)


def _listed(found: Iterable[PublicMeasure], words: Words) -> tuple[str, ...]:
    """Return measures with who answers for them and when they end."""
    return tuple(
        f"{measure.id} {measure.title} ({measure.responsible or words.t('responsible not recorded')}; "
        f"{words.t('ends: {half}', half=words.half(measure.end))})"
        for measure in found
    )


def _left(meeting: PublicMeeting, head: Head, words: Words) -> tuple[Block, ...]:
    """Return the §§ that the meeting did not handle, and what was due and had none."""
    passed = [found for found in meeting.sections if found.outcome == "not-handled"]
    named = {subject.id for found in meeting.sections for subject in found.subjects}
    due = [measure for measure in (meeting.situation.left if meeting.situation else ()) if measure.id not in named]
    left = (*(f"{item_label(head, found.number)} {title(found, words)}" for found in passed), *_listed(due, words))
    return (Heading(2, words.t("Left unhandled")), Bullets(left)) if left else ()


def _remarks(meeting: PublicMeeting, words: Words) -> tuple[Block, ...]:
    remarks: list[Block] = []
    if meeting.unfunded:
        remarks.append(Paragraph(words.t("Started although the appropriation has not been granted:")))
        remarks.append(Bullets(tuple(f"{measure.id} {measure.title}" for measure in meeting.unfunded)))
    remarks.extend(
        Paragraph(
            words.t("These minutes were reopened on {date}: {reason}", date=words.date(step.day), reason=step.said)
        )
        for step in meeting.reopenings
    )
    return (Heading(2, words.t("Remarks")), *remarks) if remarks else ()


def _tasks(meeting: PublicMeeting, head: Head, words: Words) -> tuple[Block, ...]:
    heading = Heading(2, words.t("Summary of tasks"))
    if not meeting.tasks:
        return (heading, Paragraph(words.t("No tasks were given.")))
    missing = words.t("not recorded")
    rows = tuple(
        (
            task.id,
            task.task,
            task.who or missing,
            words.date(task.due) if task.due else missing,
            _origin(task, head, words) or "–",
        )
        for task in meeting.tasks
    )
    return (heading, Table(words.t("Who does what by when:"), tuple(words.t(name) for name in _TASK), rows))


def _origin(task: Task, head: Head, words: Words) -> str:
    """Return the measure and § that a task came from: `Selvitetään` alone means nothing a month later."""
    found = task.section
    where = item_label(head, found.number) if found else ""
    if task.measure is None:
        return f"{where} {title(found, words)}" if found else ""
    return ", ".join(part for part in (f"{task.measure.id} {task.measure.title}", where) if part)


def _end(meeting: PublicMeeting, head: Head, words: Words) -> tuple[Block, ...]:
    missing = words.t("not recorded")
    secretary = meeting.secretary or missing
    if head.document == "minutes":
        written = words.t("Official minutes written by: {secretary}", secretary=secretary)
    else:
        written = words.t("Minutes written by: {secretary}", secretary=secretary)
    return (
        Paragraph(written),
        Paragraph(words.t("Spring is 1 January to 30 June, autumn 1 July to 31 December.")),
        Heading(2, words.t("Details for case management")),
        Fields(
            (
                (words.t("Title"), plain(f"{_whose(meeting)}: {_title(meeting, head, words)}")),
                (words.t("Number of the meeting"), meeting.number),
                (words.t("Date"), words.date(meeting.date)),
                (words.t("Case number"), meeting.case or missing),
                (words.t("Publicity"), meeting.publicity or missing),
                (words.t("Language"), word(words, LANGUAGE, words.language)),
            )
        ),
    )
