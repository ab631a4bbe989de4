"""The rows of the verbs that look back: history, undo, redo."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument, Verb

_JSON = Argument(("--json",), N_("print JSON for scripts"))

PAST: tuple[Verb, ...] = (
    Verb(
        "history",
        "past:history",
        N_("Tell what has changed, the newest first."),
        (
            Argument(("id",), N_("id of a record, such as T07"), N_("ID"), "?"),
            Argument(("-n", "--number"), N_("at most so many; 0 for all"), N_("N")),
            _JSON,
        ),
    ),
    Verb("undo", "past:undo", N_("Take back the latest decision; it says which."), changes=True),
    Verb("redo", "past:redo", N_("Make the decision that was taken back once more."), changes=True),
)
