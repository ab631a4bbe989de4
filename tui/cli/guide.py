"""The verb guide: a user's guide in the person's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.call import DONE
from tui.cli.speech import say_text
from tui.guide import GUIDES, guide

if TYPE_CHECKING:
    from tui.cli.call import Call


def print_guide(call: Call) -> int:
    """Print one of the guides as it is written, in Markdown."""
    say_text(guide(call.words.language, call.options.about or GUIDES[0]))
    return DONE
