"""The names under which a recorded decision says more than a sentence: how it is called, what it is about, and where.

A program reads them back from the last paragraph of a commit's text (`model.git.message`).
"""

from __future__ import annotations

CHANGE_ID = "Change-Id"
REVERTS = "Reverts"
REAPPLIES = "Reapplies"
TAKES_BACK = "Takes-Back"
"""Names the decision of which this one, chosen from the history, takes back a part, or all: then it `Reverts` it."""
MEETING = "Meeting"
ITEM = "Item"
