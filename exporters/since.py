"""What changed from one state of the roadmap to another, record by record: a document, lines, data.

It is the net change: what was done and taken back in between is not told, whoever wrote it and however often.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from exporters.asof import point
from exporters.data import Json, change_data
from exporters.document import Bullets, Document, Fields, Heading, Metadata, Paragraph, Strong
from exporters.facts import Telling
from exporters.notice import head
from exporters.sentences import told_of
from exporters.story import facts
from exporters.terms import measures
from exporters.translating import in_language
from exporters.words import N_
from model.diff import diff
from model.moving import net_changes
from model.records import TABLES, Measure
from model.search import sort_key
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from exporters.document import Block
    from exporters.facts import Fact
    from exporters.words import Words
    from model.diff import Change
    from model.record import Record
    from model.roadmap import Roadmap

_TITLES: Mapping[str, str] = {
    "measures": N_("Measures"),
    "viewpoints": N_("Viewpoints"),
    "goals": N_("Goals"),
    "indicators": N_("Indicators"),
    "meetings": N_("Meetings"),
    "proposals": N_("Matters put forward"),
    "approvals": N_("Approvals"),
    "conflicts": N_("Conflicts"),
    "sectors": N_("Branches"),
    "members": N_("Members"),
    "roadmap": N_("The roadmap itself"),
    "scale": N_("Scale"),
}
"""The tables in the order in which readers ask for them, and what their part is called."""


@dataclass(frozen=True)
class Span:
    """Two states of a roadmap and the days as which they count."""

    before: Roadmap
    after: Roadmap
    asked: str
    """How the earlier one was asked for: `meeting:2/2026`, `approval`, a day, a revision."""
    day: date
    until: date
    is_known: bool = True
    """False where the history begins only after what was asked for."""

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The net change between the two."""
        return diff(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Touched:
    """A record, and what happened to it in words that do not name it again."""

    table: str
    id: str
    name: str
    said: tuple[str, ...]

    @property
    def line(self) -> str:
        """The record and all that happened to it."""
        return f"{self.name}: {'; '.join(self.said)}" if self.name else "; ".join(self.said)


def touched(span: Span, words: Words) -> tuple[Touched, ...]:
    """Return the records that changed, by table and id, each with all that happened to it."""
    roadmap = in_language(span.after, words.language)
    groups: dict[tuple[str, str], list[Fact]] = {}
    telling, order = Telling(words, roadmap), tuple(dict.fromkeys((*_TITLES, *TABLES)))
    for fact in facts(telling, net_changes(span.changes, span.before, span.after)):
        groups.setdefault((fact.table, fact.id), []).append(fact)
    found = sorted(groups, key=lambda place: (order.index(place[0]), sort_key(place[1])))
    return tuple(_touched(telling, place, groups[place]) for place in found)


def since_title(span: Span, words: Words) -> str:
    """Return what it is called: `Muutokset kokouksen 2/2026 jälkeen`."""
    if span.asked.startswith("meeting:"):
        return words.t("Changes since meeting {number}", number=one_line(span.asked.partition(":")[2].strip()))
    if span.asked == "approval":
        return words.t("Changes since the approval of {date}", date=words.date(span.day))
    return words.t("Changes since {date}", date=words.date(span.day))


def since_name(words: Words, *, day: date, extension: str) -> str:
    """Return the name of the file: `muutokset-2026-11-24.md`."""
    return words.t("changes-since-{day}", day=day.isoformat()) + f".{extension}"


def since_document(span: Span, words: Words) -> Document:
    """Return the changes as a document: how many, then the records by table."""
    told = in_language(span.after, words.language)
    found = touched(span, words)
    pairs = ((words.t("From"), _from(span, words)), (words.t("Until"), words.date(span.until)))
    blocks: list[Block] = [*head(told, words), Fields(pairs), Paragraph(counted(span, words, found))]
    blocks.extend(Paragraph(text) for text in _unknown(span, words))
    for table in dict.fromkeys(one.table for one in found):
        blocks.append(Heading(2, words.t(_TITLES.get(table, table))))
        blocks.append(Bullets(tuple(map(_content, (one for one in found if one.table == table)))))
    title = since_title(span, words)
    return Document(
        title, words.language, tuple(blocks), Metadata(author=told.head.organisation, subject=title, date=span.until)
    )


def since_blocks(span: Span, words: Words, *, own: Callable[[Record], bool] = lambda _: False) -> Iterator[Block]:
    """Yield the changes as a part of another document, in one list: those of the reader's `own` records first."""
    found = sorted(touched(span, words), key=lambda one: not any(map(own, _records(span, one))))
    yield Heading(2, since_title(span, words))
    yield from (Paragraph(text) for text in _unknown(span, words))
    yield Bullets(tuple(map(_content, found))) if found else Paragraph(_nothing(span, words))


def since_lines(span: Span, words: Words) -> tuple[str, ...]:
    """Return a line that says how much has changed, then one for each record."""
    found = touched(span, words)
    title = f"{since_title(span, words)} ({words.date(span.day)} – {words.date(span.until)}): "
    return (title + counted(span, words, found), *_unknown(span, words), *(one.line for one in found))


def lately(span: Span, words: Words) -> str:
    """Return in one line how much has changed since a meeting, and the key that shows it; empty for nothing."""
    count = sum(len(one.said) for one in touched(span, words))
    if not count:
        return ""
    return words.n(
        "{n} change since meeting {number}; n shows it.",
        "{n} changes since meeting {number}; n shows them.",
        count,
        number=one_line(span.asked.partition(":")[2].strip()),
    )


def since_data(span: Span, words: Words) -> Json:
    """Return the changes as an object: both ends, then every change with the record and its sentence."""
    roadmap = in_language(span.after, words.language)
    return {
        "since": {"asked": span.asked, "date": span.day.isoformat(), "known": span.is_known},
        "until": span.until.isoformat(),
        "changes": [change_data(change, words, roadmap) for change in span.changes],
        "records": [
            {"table": one.table, "id": one.id, "name": one.name or None, "said": list(one.said)}
            for one in touched(span, words)
        ],
    }


def counted(span: Span, words: Words, found: Iterable[Touched]) -> str:
    """Return how much has changed: `12 muutosta, 7 toimenpidettä`."""
    listed = tuple(found)
    if not listed:
        return _nothing(span, words)
    told = words.n("{n} change", "{n} changes", sum(len(one.said) for one in listed))
    count = sum(one.table == "measures" for one in listed)
    return f"{told}, {measures(words, count)}" if count else told


def _nothing(span: Span, words: Words) -> str:
    """Return that nothing has changed, as far as that is known."""
    return words.t("Nothing has changed.") if span.is_known else words.t("No changes are known.")


def _from(span: Span, words: Words) -> str:
    named = point(words, span.asked)
    day = words.date(span.day)
    return day if named in (day, span.day.isoformat()) else f"{day} ({named})"


def _unknown(span: Span, words: Words) -> Iterator[str]:
    if not span.is_known:
        yield words.t(
            "The history of the roadmap begins later; of what changed before that only what is dated in the roadmap"
            " is known."
        )


def _content(one: Touched) -> tuple[Strong | str, ...]:
    said = "; ".join(one.said)
    return (Strong(f"{one.name}:"), f" {said}") if one.name else (said,)


def _records(span: Span, one: Touched) -> tuple[Record, ...]:
    """Return a record as it is and as it was."""
    found = (roadmap.find(one.table, one.id) for roadmap in (span.after, span.before))
    return tuple(record for record in found if record is not None)


def _touched(telling: Telling, place: tuple[str, str], told: Sequence[Fact]) -> Touched:
    """Return a record with its facts; one that came or went has no name: the sentence itself says which it is."""
    label, record = telling.label(*place), telling.roadmap.find(*place)
    name = f"{one_line(record.id)} {one_line(record.title)}" if isinstance(record, Measure) else label
    said = tuple(told_of(fact, telling.words, name=label) for fact in told)
    return Touched(*place, "" if told[0].first else name, said)
