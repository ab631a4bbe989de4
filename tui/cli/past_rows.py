"""The rows of the verbs that look back: history, take-back, undo, redo."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument, Verb

FORMATS = ("md", "html", "docx")

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
        reads=True,
    ),
    Verb(
        "changes",
        "changes:changes",
        N_("Tell what is different from then, record by record: since a day, a meeting, the approval, a revision."),
        (
            Argument(
                ("--since",),
                N_("since when: a day, meeting:2/2026, approval or a revision; by default the last meeting"),
                N_("WHEN"),
            ),
            Argument(("--until",), N_("until when, said in the same ways; by default now"), N_("WHEN")),
            Argument(("--format",), N_("as a document of this form"), choices=FORMATS),
            Argument(("-o", "--output"), N_("the file to write; - prints it"), N_("FILE"), completes="file"),
            _JSON,
        ),
        reads=True,
    ),
    Verb(
        "take-back",
        "taking_back:take_back",
        N_("Take back one old entry of the history; what came later stays."),
        (
            Argument(
                ("commit",), N_("the entry: the beginning of its commit, or meeting and §, 3/2026§5"), N_("COMMIT")
            ),
            Argument(("--record",), N_("only what it changed in this record, such as T07"), N_("ID")),
            Argument(("--field",), N_("only what it changed in this field, by its key in the file"), N_("FIELD")),
            Argument(("--preview",), N_("only tell what would change")),
        ),
        changes=True,
    ),
    Verb("undo", "past:undo", N_("Take back the latest decision; it says which."), changes=True),
    Verb("redo", "past:redo", N_("Make the decision that was taken back once more."), changes=True),
)
