"""The verb minutes after the meeting: check, publish, reopen, and verify that a saved copy is what was recorded."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.document import UNDER_PAGE_TITLE
from model import minuting
from model.text import one_line
from tui.cli.call import DONE, MISUSED, REFUSED
from tui.cli.errors import MisusedError
from tui.cli.ids import sector_id
from tui.cli.look import remark_past
from tui.cli.meeting import asked
from tui.cli.speech import complain, say, say_json
from tui.cli.work import carry_out, looked, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from exporters.document import Document
    from exporters.proof import Proof
    from exporters.words import Words
    from model.meeting import Meeting
    from tui.cli.call import Call

_MOST = 40
"""So many lines are shown of what differs; the rest is counted."""


def minutes(call: Call) -> int:
    """Write minutes, record a step of theirs after the meeting, or verify a copy."""
    steps: dict[str, Callable[[Call], int]] = {"check": _check, "publish": _publish, "reopen": _reopen}
    what = call.option("what", "write")
    if what == "verify":
        return _verify(call)
    if call.options.copy:
        raise MisusedError(call.words.t("unrecognized arguments: %s") % call.options.copy, verb="minutes")
    if what == "write":
        from tui.cli.minutes import minutes as written

        return written(call)
    return steps[what](call)


def _check(call: Call) -> int:
    session, by = opened(call), _needed(call, "by")
    number = asked(session.roadmap, call.option("meeting")).number
    return carry_out(call, session, partial(minuting.check, number=number, day=session.today, by=by))


def _publish(call: Call) -> int:
    from exporters.proof import published, usual_place

    session = opened(call)
    number = asked(session.roadmap, call.option("meeting")).number
    to = call.option("to") or usual_place(session.roadmap, session.words) or _needed(call, "to")
    status = carry_out(call, session, partial(published, number=number, day=session.today, to=to))
    if digest := session.roadmap.meeting(number).digest:
        say(call.words.t("The digest of their text: sha256 {digest}", digest=digest))
    return status


def _reopen(call: Call) -> int:
    session, reason = opened(call), _needed(call, "reason")
    number = asked(session.roadmap, call.option("meeting")).number
    by = call.option("by")
    return carry_out(call, session, partial(minuting.reopen, number=number, day=session.today, reason=reason, by=by))


def _needed(call: Call, option: str) -> str:
    value: str = call.option(option)
    if not value.strip():
        raise MisusedError(call.words.t("{name}: a value is missing", name=f"--{option}"), verb="minutes")
    return value


def _verify(call: Call) -> int:
    """Tell whether a saved copy is the recorded text; the status is 0 when it is, 1 when not, 2 without a copy."""
    from exporters.proof import meeting_of, proof

    if not call.options.copy:
        raise MisusedError(call.words.t("{name}: a value is missing", name="verify"), verb="minutes")
    try:
        copy, written = _copy(Path(call.options.copy), top=UNDER_PAGE_TITLE if call.options.under_title else 1)
    except (OSError, ValueError):
        complain(call.words.t("{path} cannot be read as minutes.", path=one_line(call.options.copy)))
        return MISUSED
    roadmap = looked(call).roadmap
    remark_past(call)
    sector = sector_id(roadmap, call.options.sector) if call.options.sector else ""
    named = None if call.options.meeting else meeting_of(roadmap, copy)
    meeting = named or asked(roadmap, call.option("meeting"))
    found = proof(roadmap, meeting, copy, written=written, sector=sector)
    if call.options.json:
        say_json(_data(found, meeting))
    else:
        say(*_told(found, meeting, call.words, path=call.options.copy))
    return DONE if found.is_equal else REFUSED


def _copy(path: Path, *, top: int) -> tuple[str, Callable[[Document], str]]:
    """Return the text of a saved copy and the writer of its form; raise OSError or ValueError."""
    data, suffix = path.read_bytes(), path.suffix.lower()
    if suffix == ".docx":
        from exporters.docx import docx
        from exporters.docxtext import docx_text

        return docx_text(data), lambda document: docx_text(docx(document))
    from exporters.html import html
    from exporters.markdown import markdown

    return data.decode("utf-8-sig"), partial(html, top=top) if suffix in (".html", ".htm") else markdown


def _told(found: Proof, meeting: Meeting, words: Words, *, path: str) -> Iterator[str]:
    """Yield the sentences of a proof, and the lines in which what is recorded now differs from the copy."""
    data = {"path": one_line(path), "number": one_line(meeting.number), "to": one_line(meeting.published_to)}
    day = words.date(meeting.published) if meeting.published else ""
    match found.verdict:
        case "published":
            yield words.t("{path} is what was published as minutes {number} on {date} ({to}).", date=day, **data)
        case "current":
            yield words.t("{path} is what minutes {number} read now; no digest of them has been published.", **data)
        case "differs":
            yield words.t("{path} is not the recorded text of minutes {number}.", **data)
    for trace in meeting.reopenings:
        yield words.t(
            "They were reopened on {date}: {reason}", date=words.date(trace.date), reason=one_line(trace.reason)
        )
    if found.has_changed:
        yield words.t("What is recorded now reads otherwise (- the copy, + now):")
        lines = [*(f"- {one_line(line)}" for line in found.removed), *(f"+ {one_line(line)}" for line in found.added)]
        yield from lines[:_MOST]
        if len(lines) > _MOST:
            yield words.n("… and {n} more line", "… and {n} more lines", len(lines) - _MOST)


def _data(found: Proof, meeting: Meeting) -> dict[str, object]:
    return {
        "meeting": meeting.number,
        "verdict": found.verdict,
        "equal": found.is_equal,
        "language": found.language,
        "state": meeting.state,
        "published": meeting.published.isoformat() if meeting.published else None,
        "published_to": meeting.published_to,
        "digest": meeting.digest,
        "reopened": [{"date": trace.date.isoformat(), "reason": trace.reason} for trace in meeting.reopenings],
        "removed": list(found.removed),
        "added": list(found.added),
    }
