"""Giving a paper to whoever asked for it: printed, written where it is said, or put beside the roadmap."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.call import DONE, REFUSED
from tui.cli.errors import MisusedError
from tui.cli.speech import complain, say, say_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.cli.call import Call
    from tui.papers import Form

STANDARD_OUTPUT = "-"
"""The name of a file that means: print it."""
_FORMS: Mapping[str, Form] = {"md": "md", "html": "html", "htm": "html", "docx": "docx"}
_OTHERS = frozenset({"pdf", "doc", "odt", "rtf", "xlsx", "pptx"})
"""Endings of forms that people know and no paper is written in."""


def form_of(call: Call) -> Form:
    """Return the form that was asked for, by its name or by the ending of the file; Markdown where neither says it.

    Raises MisusedError for the ending of a form that we do not write: `tiekartta.pdf` with Markdown in it would open
    nowhere.
    """
    name, form = call.option("output"), call.option("format")
    suffix = Path(name).suffix[1:].lower()
    if not form and suffix in _OTHERS:
        raise MisusedError(call.words.t("the file {path} is neither .md nor .html nor .docx", path=name))
    return _FORMS[form or (suffix if suffix in _FORMS else "md")]


def printed(call: Call, data: bytes, form: str, *, verb: str) -> int:
    """Print a paper; raise MisusedError for a form that is no text."""
    if form == "docx":
        raise MisusedError(call.words.t("A file of this form cannot be printed; name it with -o"), verb=verb)
    say_text(data.decode())
    return DONE


def given(call: Call, data: bytes, form: str, *, verb: str, name: str = "") -> int:
    """Print a paper or write it, and say where it is; raise MisusedError and SaveError.

    Under its `name` it is put beside the roadmap, unless another place is said. What is kept there is of now: one of
    the past, and one without a name, is printed.
    """
    is_kept = name and call.version is None
    output = call.option("output") or ("" if is_kept else STANDARD_OUTPUT)
    if output == STANDARD_OUTPUT:
        return printed(call, data, form, verb=verb)
    from tui.papers import put, replace

    if output:
        replace(Path(output), data)
        say(call.words.t("Written: {path}", path=output))
        return DONE
    path = put(call.path, name, data, environ=os.environ)
    if path is None:
        complain(
            call.words.t("{path} was written or changed by somebody else; name it with -o to replace it.", path=name)
        )
        return REFUSED
    say(call.words.t("Written: {path}", path=str(path)))
    return DONE
