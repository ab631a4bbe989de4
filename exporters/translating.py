"""A roadmap as an export in another language reads it, and what that export lacks.

The file's own second texts come first (`model.translations`). A set phrase that the program itself wrote into the
file, such as `Hyväksyttiin esityslista.`, is said in the other language from the same catalogue; whatever a person
wrote and nobody translated stays as it is, and is listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.facts import Telling
from exporters.phrasebook import Phrasebook
from exporters.terms import LANGUAGE, field_name, word
from exporters.words import Words
from model.meeting import Item
from model.text import one_line
from model.translations import TEXTS, lacking, lacking_fields, translated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from model.meeting import Meeting
    from model.roadmap import Roadmap
    from model.translations import Lack

_PRINTED: Mapping[str, tuple[str, ...]] = {
    "roadmap": ("title", "organisation", "team", "owner", "foreword", "vision", "operating_model"),
    "sectors": ("name",),
    "members": ("role", "task"),
    "goals": ("title", "description", "theme"),
    "viewpoints": ("name",),
    "surveys": ("name",),
    "indicators": ("title", "unit"),
    "measures": ("title", "responsible", "public"),
}
"""The texts of the file that the roadmap document prints, by table."""


def in_language(roadmap: Roadmap, language: str) -> Roadmap:
    """Return the roadmap with each text in a language: the file's own, or the same set phrase in that language."""
    own = roadmap.head.language
    if language == own:
        return roadmap
    book = Phrasebook(roadmap, Words.of(roadmap.head), Words.of(roadmap.head, language))
    spoken = translated(roadmap, language)
    meetings = tuple(
        _spoken(before, after, book) for before, after in zip(roadmap.meetings, spoken.meetings, strict=True)
    )
    return spoken.model_copy(update={"meetings": meetings})


def lacks(roadmap: Roadmap, meeting: Meeting, language: str) -> tuple[Lack, ...]:
    """Return the texts of a meeting's minutes that an export in a language shows as they stand in the file."""
    book = Phrasebook(roadmap, Words.of(roadmap.head), Words.of(roadmap.head, language))
    own = {item.number: item for item in meeting.items}
    return tuple(
        lack
        for lack in lacking(roadmap, meeting, language)
        if lack.item is None or not book.said(getattr(own[lack.item], lack.field)).whole
    )


def lacking_lines(roadmap: Roadmap, meeting: Meeting, words: Words, *, language: str) -> tuple[str, ...]:
    """Return what an export of a meeting's minutes lacks in a language, a line each, or nothing when it lacks nothing.

    `words` are those of the person who is told.
    """
    return _told(lacks(roadmap, meeting, language), roadmap, words, language=language)


def document_lacks(roadmap: Roadmap, language: str) -> tuple[Lack, ...]:
    """Return the texts of the roadmap document that an export in a language shows as they stand in the file."""
    return lacking_fields(roadmap, language, _PRINTED)


def document_lacking_lines(roadmap: Roadmap, words: Words, *, language: str) -> tuple[str, ...]:
    """Return what the roadmap document lacks in a language, a line each; `words` are those of whoever is told."""
    return _told(document_lacks(roadmap, language), roadmap, words, language=language)


def _told(found: Sequence[Lack], roadmap: Roadmap, words: Words, *, language: str) -> tuple[str, ...]:
    if not found:
        return ()
    name = word(words, LANGUAGE, language)
    said = words.n(
        "{n} text is not in the file in this language ({language}) and is shown as it is:",
        "{n} texts are not in the file in this language ({language}) and are shown as they are:",
        len(found),
        language=name,
    )
    telling = Telling(words, roadmap)
    return (said, *dict.fromkeys(f"- {_place(telling, lack)}" for lack in found))


def _place(telling: Telling, lack: Lack) -> str:
    field = field_name(telling.words, lack.field)
    if lack.item is not None:
        return f"§ {lack.item}: {field}"
    if lack.action is not None:
        number = f"{one_line(lack.record)}-{lack.action}"
        return f"{telling.words.t('Task {number}', number=number)}: {field}"
    return f"{telling.label(lack.table, lack.record)}: {field}"


def _spoken(own: Meeting, meeting: Meeting, book: Phrasebook) -> Meeting:
    """Return a meeting in which each text of a § that has no companion is said in the other language, if it can be."""
    items = tuple(_item(before, after, book) for before, after in zip(own.items, meeting.items, strict=True))
    return meeting.model_copy(update={"items": items})


def _item(own: Item, item: Item, book: Phrasebook) -> Item:
    texts = {field: getattr(item, field) for field in TEXTS[Item]}
    left = {field: text for field, text in texts.items() if text and text == getattr(own, field)}
    return item.model_copy(update={field: book.said(text).text for field, text in left.items()})
