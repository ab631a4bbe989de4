"""The verb changes: what is different from a day, a meeting, an approval or a revision, record by record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import Words
from model.standing import last_closed
from tui.cli.call import DONE
from tui.cli.errors import MisusedError
from tui.cli.giving import form_of, given
from tui.cli.look import remark_past
from tui.cli.speech import say, say_json
from tui.keeper import UnreadableError
from tui.spanning import span

if TYPE_CHECKING:
    from datetime import date

    from exporters.since import Span
    from model.file.reading import Reading
    from tui.cli.call import Call


def changes(call: Call) -> int:
    """Tell the net change since a state that is asked for, else since the last meeting, up to now or another state."""
    found = _span(call)
    if call.options.json:
        from exporters.since import since_data

        say_json(since_data(found, call.words))
    elif call.options.format or call.options.output:
        return _written(call, found)
    else:
        from exporters.since import since_lines

        say(*since_lines(found, call.words))
    return DONE


def _span(call: Call) -> Span:
    reading, until = _later(call)
    if reading.roadmap is None:
        raise UnreadableError(call.path, reading.problems)
    last = last_closed(reading.roadmap)
    asked = call.option("since") or (f"meeting:{last.number}" if last else "")
    if not asked:
        said = call.words.t("No meeting has been held yet; say since when, such as {example}", example="--since HEAD~3")
        raise MisusedError(said, verb="changes")
    return span(call.path, asked, reading.roadmap, until=until)


def _later(call: Call) -> tuple[Reading, date]:
    """Return the later state and its day: the one asked for, else now; raises as `version` does."""
    if not call.options.until:
        remark_past(call)
        return call.reading(), call.today
    from model.git.at import reading_of, version

    found = version(call.path, call.options.until, today=call.today)
    return reading_of(found), found.day


def _written(call: Call, found: Span) -> int:
    """Print the changes as a document, or write them where it is said."""
    from exporters.since import since_document
    from tui.papers import in_form

    # The reader's language is the roadmap's own unless another one was asked for.
    words = call.words if call.language else Words.of(found.after.head)
    form = form_of(call)
    return given(call, in_form(since_document(found, words), form), form, verb="changes")
