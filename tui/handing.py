"""Handing minutes over to the intranet: a copy in the form that it takes, and the page in the browser.

What the copy key does is a setting of the roadmap (`intranet`): some editors turn plain Markdown into headings and
tables, others take rich text only. Where rich text cannot reach the clipboard, the page is opened to be copied from.
"""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING

from exporters.document import UNDER_PAGE_TITLE
from exporters.minutes import minutes, minutes_document
from exporters.refusals import refusal_sentence
from model.file.errors import SaveError
from tui import browser, clipboard
from tui.clipboard import Copied
from tui.filing import filed

if TYPE_CHECKING:
    from model.meeting import Meeting
    from model.records import Intranet
    from tui.app import Tiekartta

RICH: frozenset[Intranet] = frozenset({"sharepoint", "teams", "drupal"})
"""The intranets whose editors take headings and tables from rich text, not from Markdown."""


async def copied(app: Tiekartta, meeting: Meeting) -> Copied:
    """Copy the minutes as the intranet takes them and return what is known of it."""
    session, environ = app.session, dict(os.environ)
    plain = minutes(session.roadmap, meeting, session.words)
    if session.roadmap.head.intranet not in RICH:
        return await asyncio.to_thread(clipboard.copy, plain, environ, send=partial(_send, app))
    from exporters.html import html

    rich = html(minutes_document(session.roadmap, meeting, session.words), top=UNDER_PAGE_TITLE)
    return Copied.RICH if await asyncio.to_thread(clipboard.copy_rich, rich, plain, environ) else Copied.PLAIN


async def copy(app: Tiekartta, meeting: Meeting) -> None:
    """Copy the minutes for the intranet and say what is known of it, or open the page to be copied from."""
    done = await copied(app, meeting)
    if done is Copied.PLAIN:
        await browse(app, meeting)
    else:
        app.say(clipboard.told(done, app.words))


async def browse(app: Tiekartta, meeting: Meeting) -> None:
    """Write the minutes as a page beside the roadmap and open it in the browser, or say where it is."""
    words = app.words
    try:
        page = filed(app.session, meeting, dict(os.environ), form="html")
    except SaveError as error:
        app.say(words.t("The page was not written: {why}", why=refusal_sentence(error, words)), is_error=True)
        return
    shown, path = page.shown, str(page.path)
    if page.was == "theirs":
        said = words.t("{path} was written or changed by somebody else; move it away first.", path=shown)
        app.say(said, is_error=True)
    elif await asyncio.to_thread(browser.opened, page.path, dict(os.environ)):
        app.say(
            words.t(
                "Opened in the browser: select all, copy, and paste it into the intranet. File: {path}.", path=shown
            )
        )
    else:
        app.say(words.t("No browser can be opened here. Open this file on your own computer: {path}", path=path))


def _send(app: Tiekartta, text: str) -> None:
    """Hand a text to the terminal; this is called in another thread than the screen's."""
    app.call_from_thread(app.copy_to_clipboard, text)
