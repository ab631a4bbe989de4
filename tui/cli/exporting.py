"""The verb export: the roadmap as a document."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from exporters.document import UNDER_PAGE_TITLE, BadTemplateError
from exporters.roadmap_document import document_name, roadmap_document
from exporters.translating import document_lacking_lines
from exporters.words import Words
from tui.cli.errors import MisusedError
from tui.cli.giving import form_of, given
from tui.cli.look import past_line, remark_past
from tui.cli.picturing import remark_undrawn
from tui.cli.speech import complain
from tui.keeper import UnreadableError
from tui.papers import in_form
from tui.settings import read_settings

if TYPE_CHECKING:
    from exporters.document import Document
    from model.roadmap import Roadmap
    from tui.cli.call import Call
    from tui.papers import Form


def export(call: Call) -> int:
    """Write the roadmap as a document beside it, where it is asked for, or print it."""
    reading = call.reading()
    if reading.roadmap is None:
        raise UnreadableError(call.path, reading.problems)
    remark_past(call, is_dated=True)
    # The reader's language is the roadmap's own unless another one was asked for.
    words = Words.of(reading.roadmap.head, call.language)
    if lacks := document_lacking_lines(reading.roadmap, call.words, language=words.language):
        complain(*lacks)
    form = form_of(call)
    document = _dated(call, reading.roadmap, words)
    if form == "docx":
        remark_undrawn(call, document)
    data = _written(call, document, form)
    return given(call, data, form, verb="export", name=document_name(words, day=call.today, extension=form))


def _dated(call: Call, roadmap: Roadmap, words: Words) -> Document:
    """Return the document; one of the past says so at its top."""
    document, past = roadmap_document(roadmap, words, today=call.today), past_line(call, words)
    if not past:
        return document
    from exporters.asof import dated

    return dated(document, past)


def _written(call: Call, document: Document, form: Form) -> bytes:
    from tui.filing import template_at

    path = call.option("template") or read_settings(os.environ).template
    try:
        template = template_at(path) if form == "docx" and path else None
        return in_form(document, form, top=UNDER_PAGE_TITLE if call.options.under_title else 1, template=template)
    except BadTemplateError as error:
        said = call.words.t("{path} is no Word file that could be a template.", path=path)
        raise MisusedError(said, verb="export") from error
