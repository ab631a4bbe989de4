"""Bring changes into the text of the file, touching only what they change, and prove the result.

Three writers, each tried only where the one before cannot do it or does not pass the proof:

1. *splice*: the lines of the changed keys and entries (`splice`);
2. *record*: a record written anew, every comment that it had as lines above it;
3. *whole*: the file written anew, without its comments: only with `allow_loss`, or when it has none.

The proof: the new text, cut and parsed by tomllib, has exactly the values that were meant (strict types),
no comment outside a removed record or entry is gone, and no line end of another kind came in.
Blocks with the same text are not parsed again, so the proof costs what the change costs.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from model.file import render
from model.file.blocks import parsed
from model.file.document import Document, document
from model.file.draft import Draft
from model.file.errors import PatchFailedError, UnwritableTextError, WouldLoseCommentsError
from model.file.pieces import pieces, proved, strictly
from model.file.same import same
from model.file.scan import comments
from model.records import TABLES
from model.roadmap import SINGLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from model.diff import Change


def patched(document: Document, changes: Iterable[Change], *, allow_loss: bool = False) -> Document:
    """Return the document with the changes made in its text.

    Without an effect on the text the same document comes back. Raises WouldLoseCommentsError where only the
    coarsest writer is left and `allow_loss` is false, ChangedMeanwhileError for a change that does not fit (its
    record is not there, or twice),
    UnwritableTextError for text that UTF-8 cannot hold.
    """
    draft = Draft(document, changes)
    if same(draft.values, document.values):
        return document
    spliced = _proven(document, draft) if document.is_simple else None
    return spliced or _whole(document, draft, allow_loss=allow_loss)


def _proven(old: Document, draft: Draft) -> Document | None:
    for text in draft.texts():
        new = _document(text, has_bom=old.has_bom, near=old)
        if new is not None and _is_proven(old, new, draft):
            return new
    return None


def _whole(old: Document, draft: Draft, *, allow_loss: bool) -> Document:
    lost = tuple(comments(old.text))
    if lost and not allow_loss:
        raise WouldLoseCommentsError(lost)
    text = render.whole(_in_order(draft.values)).replace("\n", old.newline)
    new = _document(text, has_bom=old.has_bom)
    if new is None or not same(strictly(new.text), dict(draft.values)):
        raise PatchFailedError
    return new


def _document(text: str, *, has_bom: bool, near: Document | None = None) -> Document | None:
    try:
        new = document(text, has_bom=has_bom, near=near)
        new.data  # noqa: B018 - encoded now, so that what cannot be written is found before anything is opened
    except UnicodeEncodeError as error:
        raise UnwritableTextError from error
    except (ValueError, RecursionError):
        return None
    return new


def _is_proven(old: Document, new: Document, draft: Draft) -> bool:
    return (
        new.is_simple
        and same(dict(new.values), dict(draft.values))
        and all(map(_is_read_right, _new_texts(old, new)))
        and not _lost_comments(old, new, draft.gone)
        and _foreign_line_ends(new.text, old.newline) <= _foreign_line_ends(old.text, old.newline)
    )


def _new_texts(old: Document, new: Document) -> set[str]:
    """Return the blocks that were not there before: what is written is proved by tomllib, however it was read."""
    return {block.text for block in new.blocks}.difference(block.text for block in old.blocks)


def _is_read_right(text: str) -> bool:
    """Whether tomllib reads a block as it was read; of a long one, each piece, and no piece twice."""
    by_pieces = proved(text)
    return same(strictly(text), parsed(text)) if by_pieces is None else by_pieces


def _lost_comments(old: Document, new: Document, gone: Iterable[str]) -> Counter[str]:
    """Return the comments of changed blocks that are neither in the new text nor in removed parts of it."""
    before = Counter(block.text for block in old.blocks)
    after = Counter(block.text for block in new.blocks)
    was, now = _parts(before - after), _parts(after - before)
    had = Counter(note for text in (was - now).elements() for note in comments(text))
    has = Counter(note for text in (now - was).elements() for note in comments(text))
    return had - has - Counter(gone)


def _parts(blocks: Counter[str]) -> Counter[str]:
    """Return the pieces of blocks, which hold the same comments; a block without pieces is one."""
    found = ((text, pieces(text)) for text in blocks.elements())
    return Counter(part for text, made in found for part in ([piece.text for piece in made] if made else [text]))


def _foreign_line_ends(text: str, newline: str) -> int:
    windows = text.count("\r\n") if "\r" in text else 0
    return windows if newline == "\n" else text.count("\n") - windows


def _in_order(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values with the known tables in their canonical order, unknown ones last."""
    known = [name for name in (*SINGLE, *TABLES) if name in values]
    root = [name for name in values if name not in known]
    return {name: values[name] for name in (*root, *known)}
