"""The verb minutes: the minutes of a meeting, or a branch's extract, in one of their forms."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exporters.document import UNDER_PAGE_TITLE, BadTemplateError
from tui.cli.call import DONE, REFUSED
from tui.cli.errors import MisusedError
from tui.cli.giving import STANDARD_OUTPUT, form_of, printed
from tui.cli.ids import sector_id
from tui.cli.look import past_line, remark_past
from tui.cli.meeting import asked
from tui.cli.speech import complain, say
from tui.cli.work import listened, looked, recorded
from tui.settings import read_settings

if TYPE_CHECKING:
    from exporters.words import Words
    from model.meeting import Meeting
    from tui.cli.call import Call
    from tui.papers import Form
    from tui.session import Session


class _Wanted(NamedTuple):
    """What was asked for: whose minutes, in which words and form, and for which branch."""

    meeting: Meeting
    words: Words
    form: Form
    sector: str
    top: int
    template: bytes | None
    past: str
    """As of when they are, in the words of the minutes; empty for now."""

    @property
    def is_recorded(self) -> bool:
        """Whether git gets it: the Markdown of the whole. The others can be made again."""
        return self.form == "md" and not self.sector and not self.past


def minutes(call: Call) -> int:
    """Write the minutes of a meeting beside the roadmap and have them recorded, or print them.

    Those of the past are only printed, or written where it is said.
    """
    session = looked(call)
    remark_past(call, is_dated=True)
    try:
        wanted = _wanted(call, session)
        _tell_lacks(call, session, wanted)
        is_put = call.options.output or call.version is not None
        return _put(call, session, wanted) if is_put else _filed(call, session, wanted)
    except BadTemplateError as error:
        said = call.words.t("{path} is no Word file that could be a template.", path=_template(call))
        raise MisusedError(said, verb="minutes") from error


def _wanted(call: Call, session: Session) -> _Wanted:
    from tui.filing import template_at

    words = call.words if call.language else session.words
    form = form_of(call)
    return _Wanted(
        asked(session.roadmap, call.option("meeting")),
        words,
        form,
        sector=sector_id(session.roadmap, call.options.sector) if call.options.sector else "",
        top=UNDER_PAGE_TITLE if call.options.under_title else 1,
        template=template_at(template) if form == "docx" and (template := _template(call)) else None,
        past=past_line(call, words),
    )


def _template(call: Call) -> str:
    """Return the template that was asked for, else the one of the person's settings."""
    return call.option("template") or read_settings(os.environ).template


def _tell_lacks(call: Call, session: Session, wanted: _Wanted) -> None:
    """Say which texts the file does not have in the language that was asked for."""
    language = wanted.words.language
    if language != session.roadmap.head.language:
        from exporters.translating import lacking_lines

        complain(*lacking_lines(session.roadmap, wanted.meeting, call.words, language=language))


def _filed(call: Call, session: Session, wanted: _Wanted) -> int:
    """Write the minutes where they are kept, unless somebody else's text is there."""
    from tui.filing import filed

    outcomes = listened(session)
    done = filed(
        session,
        wanted.meeting,
        os.environ,
        words=wanted.words,
        form=wanted.form,
        sector=wanted.sector,
        top=wanted.top,
        template=wanted.template,
    )
    if done.was == "theirs":
        complain(
            call.words.t(
                "{path} was written or changed by somebody else; name it with -o to replace it.", path=done.shown
            )
        )
        return REFUSED
    _say_where(call, wanted, done.path)
    return recorded(call, session, outcomes) if wanted.is_recorded else DONE


def _put(call: Call, session: Session, wanted: _Wanted) -> int:
    """Write the minutes where they were asked for, or print them."""
    from exporters.minutes import minutes_document
    from tui.papers import in_form, replace

    document = minutes_document(session.roadmap, wanted.meeting, wanted.words, sector=wanted.sector)
    if wanted.past:
        from exporters.asof import dated

        document = dated(document, wanted.past)
    data = in_form(document, wanted.form, top=wanted.top, template=wanted.template)
    if (call.options.output or STANDARD_OUTPUT) == STANDARD_OUTPUT:
        return printed(call, data, wanted.form, verb="minutes")
    target = Path(call.options.output)
    replace(target, data)
    _say_where(call, wanted, target)
    if not wanted.is_recorded:
        return DONE
    outcomes = listened(session)
    session.record_file(target, data, document.title)
    return recorded(call, session, outcomes)


def _say_where(call: Call, wanted: _Wanted, path: Path) -> None:
    say(call.words.t("Minutes of meeting {number}: {path}", number=wanted.meeting.number, path=str(path)))
