"""What a walk came to, as labelled lines: what was decided, what was not handled, what should begin now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.briefing import BREAK, Line
from exporters.numbering import item_label
from exporters.terms import OUTCOME, capital, word
from exporters.values import record_name
from model.records import Measure
from model.standing import is_walked, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.meeting import Item, Meeting
    from model.roadmap import Roadmap


def wrap_up(roadmap: Roadmap, meeting: Meeting | None, words: Words, *, half: HalfYear) -> tuple[Line, ...]:
    """Return what is told after the last card, with where to go next."""
    now = standing(roadmap, half)
    groups = (
        tuple(_decided(roadmap, meeting, words)) if meeting else (),
        _named(words.t("Should begin"), now.starting),
        _named(words.t("Begins next"), now.upcoming),
    )
    told = [line for group in groups if group for line in (*group, BREAK)]
    places = {"maturity": words.t("Maturity"), "meeting": words.t("Meeting")}
    following = words.t("the levels ({maturity}), then the other items ({meeting})", **places)
    return (Line(words.t("Next"), following), BREAK, *told)


def _decided(roadmap: Roadmap, meeting: Meeting, words: Words) -> Iterator[Line]:
    """Yield each outcome with its §; those that were not handled stand last and cannot be missed."""
    given = [item for item in meeting.items if is_walked(item)]
    for item in sorted(given, key=lambda item: item.outcome == "not-handled"):
        outcome = capital(word(words, OUTCOME, item.outcome or ""))
        yield Line(
            item_label(roadmap.head, item.number),
            f"{outcome}: {_subjects(roadmap, item)}",
            weighty=item.outcome == "not-handled",
        )


def _subjects(roadmap: Roadmap, item: Item) -> str:
    found = [roadmap.find("measures", subject) for subject in item.subjects]
    if len(found) == 1 and isinstance(found[0], Measure):
        return f"{found[0].id} {found[0].title}"
    return ", ".join(_called(roadmap, subject) for subject in item.subjects)


def _called(roadmap: Roadmap, subject: str) -> str:
    """Return a subject's name; a measure is called by its id."""
    tables = (table for table in ("viewpoints", "surveys") if roadmap.find(table, subject))
    return next((record_name(roadmap, table, subject) for table in tables), subject)


def _named(label: str, measures: Iterable[Measure]) -> tuple[Line, ...]:
    return tuple(Line(label if n == 0 else "", f"{m.id} {m.title}") for n, m in enumerate(measures))
