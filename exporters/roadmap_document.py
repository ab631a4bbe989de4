"""The roadmap as a document in its eight parts: what a management team reads and a municipality publishes.

The parts and their order are those of the roadmaps that Finnish municipalities approve: foreword, levels, vision,
goals, measures, schedules, who answers for what, owner and operating model. A part of which the roadmap says nothing
is there, and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Document, Fields, Metadata
from exporters.notice import head
from exporters.parts.goals import goals_part
from exporters.parts.levels import levels_part
from exporters.parts.measures import measures_part, schedule_part
from exporters.parts.missing import text_part
from exporters.parts.owners import owner_part, responsible_part
from exporters.passages import marked
from exporters.publishing_roadmap import public_roadmap
from exporters.translating import document_lacks, in_language
from exporters.unsettled import unsettled
from model.halfyear import HalfYear

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from exporters.document import Block
    from exporters.public_roadmap import PublicRoadmap
    from exporters.words import Words
    from model.roadmap import Roadmap


def document_name(words: Words, *, day: date, extension: str) -> str:
    """Return the name of the document's file: `digitiekartta-2026-11-24.docx`."""
    return words.t("roadmap-{day}", day=day.isoformat()) + f".{extension}"


def roadmap_document(roadmap: Roadmap, words: Words, *, today: date) -> Document:
    """Return the roadmap as a document, as it is on a day.

    In another language than the roadmap's it has the file's own texts in it; the others are marked as foreign.
    """
    told = in_language(roadmap, words.language)
    title = told.head.title
    metadata = Metadata(author=told.head.organisation, subject=title, date=today)
    document = Document(title, words.language, tuple(_blocks(told, words, today)), metadata)
    return marked(document, _untranslated(roadmap, words.language), roadmap.head.language)


def _untranslated(roadmap: Roadmap, language: str) -> Iterator[str]:
    for lack in document_lacks(roadmap, language):
        yield str(getattr(roadmap.record(lack.table, lack.record), lack.field))


def _blocks(roadmap: Roadmap, words: Words, today: date) -> Iterator[Block]:
    seen = public_roadmap(roadmap, words, half=HalfYear.containing(today), today=today)
    yield from head(roadmap, words)
    yield Fields(
        ((words.t("Date"), words.date(today)), (words.t("Period covered"), words.halves(seen.first, seen.last)))
    )
    yield from _parts(seen, words)
    yield from unsettled(roadmap, words)


def _parts(seen: PublicRoadmap, words: Words) -> Iterator[Block]:
    yield from text_part(words.t("Foreword"), seen.foreword, words)
    yield from levels_part(seen, words)
    yield from text_part(words.t("Vision"), seen.vision, words)
    yield from goals_part(seen, words)
    yield from measures_part(seen, words)
    yield from schedule_part(seen, words)
    yield from responsible_part(seen, words)
    yield from owner_part(seen, words)
