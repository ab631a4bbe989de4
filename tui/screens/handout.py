"""What the screens of papers share: a document is laid out, written to a file, copied, opened in the browser."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from exporters.markdown import markdown
from exporters.refusals import refusal_sentence
from model.file.errors import SaveError
from tui import browser, clipboard, papers
from tui.handing import RICH
from tui.prompts.choose import Choice, Choose
from tui.safe import line
from tui.screens.base import QUESTION, RoadmapScreen
from tui.widgets.paper import paper
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.widget import Widget

    from exporters.document import Document

FORMS: dict[papers.Form, str] = {"md": "Markdown", "html": "HTML", "docx": "Word (docx)"}
"""The forms of a paper and what they are called in every language."""


class Handout(RoadmapScreen):
    """A screen that shows one paper; a subclass says which in `document`, and how its file is called in `name`."""

    def body(self) -> Iterable[Widget]:
        """Lay out the text."""
        yield Sheet(id="leaf")

    @property
    def document(self) -> Document | None:
        """The paper as it is now; None without a meeting."""
        return None

    def name_in(self, form: str) -> str:
        """Return the name of the paper's file in a form."""
        raise NotImplementedError

    def show(self) -> None:
        """Show the paper, or that there is none."""
        if document := self.document:
            self.query_one(Sheet).lay_out(partial(paper, document))
        else:
            self.query_one(Sheet).show(line(self.words.t("No meeting yet.")))

    @property
    def dated(self) -> Document | None:
        """The paper as it is given away: one of the past says so at its top."""
        document, past = self.document, self.session.past
        if document is None or past is None:
            return document
        from exporters.asof import as_of, dated

        return dated(document, as_of(self.words, day=past.day, asked=past.asked))

    def turned(self) -> None:
        """Show another paper from its top."""
        self.query_one(Sheet).scroll_home(animate=False)
        self.refresh_roadmap()

    def forms(self) -> tuple[Choice[str], ...]:
        """Return the forms in which the paper can be written."""
        return tuple(Choice(said, form) for form, said in FORMS.items())

    def written(self, form: str) -> bytes:
        """Return the paper in a form as the bytes of a file."""
        document = self.dated
        assert document is not None
        return papers.in_form(document, next(known for known in FORMS if known == form))

    @work(group=QUESTION)
    async def action_write(self) -> None:
        """Ask for the form, write the file beside the roadmap and say where it is."""
        if self.document:
            question = Choose(self.words.t("In which form?"), self.forms())
            if form := await self.app.push_screen_wait(question):
                await self.put(form)

    @work(exclusive=True, group="handout")
    async def action_copy(self) -> None:
        """Copy the paper: with headings and tables where the intranet takes those, else as Markdown."""
        if document := self.dated:
            plain, environ = markdown(document), dict(os.environ)
            rich = papers.in_form(document, "html").decode()
            if self.roadmap.head.intranet in RICH and await asyncio.to_thread(
                clipboard.copy_rich, rich, plain, environ
            ):
                done = clipboard.Copied.RICH
            else:
                send = partial(self.app.call_from_thread, self.app.copy_to_clipboard)
                done = await asyncio.to_thread(clipboard.copy, plain, environ, send=send)
            self.app.say(clipboard.told(done, self.words))

    @work(exclusive=True, group="handout")
    async def action_browse(self) -> None:
        """Write the paper as a page and open it in the browser."""
        if self.document and (path := await self.put("html")):
            await asyncio.to_thread(browser.opened, path, dict(os.environ))

    async def put(self, form: str) -> Path | None:
        """Write the paper, say where it is, and return its path; None where it was not written."""
        words, name = self.words, self.name_in(form)
        try:
            data = await asyncio.to_thread(self.written, form)
            path = papers.put(self.session.path, name, data, environ=dict(os.environ))
        except SaveError as error:
            why = refusal_sentence(error, words)
            self.app.say(words.t("{path} was not written: {why}", path=name, why=why), is_error=True)
            return None
        if path is None:
            said = words.t("{path} was written or changed by somebody else; move it away first.", path=name)
            self.app.say(said, is_error=True)
        else:
            self.app.say(words.t("Written: {path}", path=f"{path.parent.name}/{path.name}"))
        return path
