"""Questions with a typed answer: each is a modal screen that returns data and never does the deed itself.

Esc answers None everywhere. A caller in a worker writes `await app.push_screen_wait(AskText(…))`.
"""

from __future__ import annotations

from tui.prompts.ask import AskLevel, AskText, AskTime
from tui.prompts.choose import AskHalf, AskReason, Choice, Choose
from tui.prompts.confirm import Confirm

__all__ = ["AskHalf", "AskLevel", "AskReason", "AskText", "AskTime", "Choice", "Choose", "Confirm"]
