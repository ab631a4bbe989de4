"""How the number of a § is written: `§ 5`, or plainly `5.`; and how another text refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.values import item_place
from model.text import one_line

if TYPE_CHECKING:
    from model.records import Head


def item_label(head: Head, number: int | str) -> str:
    """Return the number of a § as the roadmap has it printed: `§ 5`; with `numbering = "plain"` it is `5.`."""
    shown = one_line(str(number))
    return f"{shown}." if head.numbering == "plain" else f"§ {shown}"


def reference(head: Head, meeting: str, item: int | str | None) -> str:
    """Return how another text refers to a §: `digitiimi 3/2026 § 5`.

    The meeting's number is in it, so it is the same in every manner of numbering and means one § only.
    """
    return " ".join(part for part in (one_line(head.team), item_place(meeting, item)) if part)
