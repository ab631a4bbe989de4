"""The rows of the verbs about pilots, the outside services that measures depend on, and the end of a programme."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument, Verb

HOME = Argument(("--home",), N_("where it lives now: a body, an instruction, a process"), N_("TEXT"))
"""What is told of something that is taken into use."""
LESSON = Argument(("--lesson",), N_("what was learnt from a pilot that is stopped"), N_("TEXT"))
"""What is told of a pilot that is stopped."""

_JSON = Argument(("--json",), N_("print JSON for scripts"))
_IDS = Argument(("ids",), N_("ids of pilots; several are one decision"), N_("ID"), "+")

PILOTS: tuple[Verb, ...] = (
    Verb(
        "ready",
        "decide:ready",
        N_("Record that pilots are ready to be taken into use."),
        (_IDS, Argument(("--note",), N_("a note of one line"), N_("TEXT"))),
        changes=True,
    ),
    Verb(
        "reassess",
        "decide:reassess",
        N_("Record that pilots are to be reassessed."),
        (_IDS, Argument(("--reason",), N_("the reason"), N_("TEXT"))),
        changes=True,
    ),
    Verb(
        "pilots",
        "piloting:pilots",
        N_("Tell how the pilots stand, how many were planned, and where those in use live."),
        (_JSON,),
        reads=True,
    ),
    Verb(
        "services",
        "piloting:services",
        N_("List the outside services, when each ends, and the measures that depend on it."),
        (_JSON,),
        reads=True,
    ),
    Verb(
        "end",
        "piloting:end",
        N_("Close the programme; it is told which pilots lack how they go on."),
        (Argument(("--date",), N_("the day on which it ended; by default today"), N_("DATE")),),
        changes=True,
    ),
)
