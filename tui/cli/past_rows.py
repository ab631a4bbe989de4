"""The rows of the verbs that look back: history, take-back, undo, redo."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument, Verb

FORMATS = ("md", "html", "docx")
CHANGES = (
    "added",
    "removed",
    "started",
    "moved",
    "done",
    "dropped",
    "reopened",
    "note",
    "score",
    "target",
    "funding",
    "meeting",
    "action",
    "approval",
    "conflict",
    "other",
)
"""The kinds of change, as `model.wanted.KINDS`: the rows load no records."""

_JSON = Argument(("--json",), N_("print JSON for scripts"))

PAST: tuple[Verb, ...] = (
    Verb(
        "history",
        "past:history",
        N_("Tell what has changed, the newest first."),
        (
            Argument(("id",), N_("id of a record, such as T07"), N_("ID"), "?"),
            Argument(("--field",), N_("who decided on this field of it, by its key in the file"), N_("FIELD")),
            Argument(("--measure",), N_("only what changed this measure"), N_("ID")),
            Argument(
                ("--viewpoint",), N_("only what changed this viewpoint or a measure that serves it"), N_("VIEWPOINT")
            ),
            Argument(("--who",), N_("only what somebody of this name recorded"), N_("NAME")),
            Argument(("--meeting",), N_("only those of the meeting of this number"), "3/2026"),
            Argument(("--since",), N_("only from this day, half-year or year on"), N_("DATE")),
            Argument(("--until",), N_("only up to this day, half-year or year"), N_("DATE")),
            Argument(("--kind",), N_("only changes of these kinds"), N_("KIND"), "+", CHANGES),
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
