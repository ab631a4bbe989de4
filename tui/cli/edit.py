"""The verbs that fill in fields: add, edit, score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model import edits
from model.records import Measure, Score
from model.typed import editable, level, referred, set_end, set_field, typed
from tui.cli.ids import field_called, place_of, viewpoint_id
from tui.cli.work import carry_out, opened
from tui.outcomes import place_now
from tui.rescoring import Answer, recorded

if TYPE_CHECKING:
    from model.roadmap import Roadmap
    from tui.cli.call import Call


def add(call: Call) -> int:
    """Add a measure under the next free id, each field checked as typed."""
    session = opened(call)
    given = {field: text for field in editable(Measure) if (text := getattr(call.options, field, None)) is not None}
    fields = {
        field: referred(
            session.roadmap, ("measures", field), typed(Measure, field, text, step=session.roadmap.head.step)
        )
        for field, text in given.items()
    }
    return carry_out(call, session, lambda roadmap: edits.add_measure(roadmap, **fields)[0])


def edit(call: Call) -> int:
    """Set a field of a record to what was typed; without a value it is emptied. An approved end is moved."""
    session = opened(call)
    table, name = place_of(session.roadmap, call.options.id)
    field = _field(call, session.roadmap, (table, name))
    text = " ".join(call.options.value)
    if (table, field) == ("measures", "end") and text.strip():
        place = place_now(session)
        return carry_out(call, session, lambda roadmap: set_end(roadmap, name, place, text=text))
    return carry_out(call, session, lambda roadmap: set_field(roadmap, (table, name), field, text))


def score(call: Call) -> int:
    """Give a viewpoint a new level; in a meeting it is the next §."""
    session = opened(call)
    viewpoint = viewpoint_id(session.roadmap, call.options.viewpoint)
    number = typed(Score, "n", call.option("n"))
    assert number is None or isinstance(number, int)
    answer = Answer(
        level(call.options.level),
        call.option("basis", "survey" if number else "judgement"),
        number,
        call.option("note"),
    )
    return carry_out(call, session, lambda roadmap: recorded(roadmap, session, viewpoint, answer=answer))


def _field(call: Call, roadmap: Roadmap, place: tuple[str, str]) -> str:
    """Return the field that is meant: by its key in the file, or by what it is called in the person's language."""
    known = editable(type(roadmap.record(*place)))
    return field_called(call.words, call.options.field, known) or call.options.field
