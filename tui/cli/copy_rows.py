"""The rows of the verbs about several copies and the git around them."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument, Verb

_JSON = Argument(("--json",), N_("print JSON for scripts"))

YES = Argument(("--yes",), N_("write it without asking"))
SIDES = ("ours", "theirs", "base", "now")

COPIES: tuple[Verb, ...] = (
    Verb(
        "sync",
        "syncing:sync",
        N_("Receive what others have recorded, merge it, and send what was recorded here."),
        (Argument(("--yes",), N_("agree to where it is sent, which is asked the first time")), _JSON),
    ),
    Verb(
        "setup-git",
        "setup_git:setup_git",
        N_("Have git leave the merges of the roadmap to this program; it tells what it writes and asks."),
        (YES,),
    ),
    Verb(
        "conflicts",
        "conflicting:conflicts",
        N_("List what two people made of one thing, or settle which of the two stands."),
        (
            Argument(("what",), N_("settle; without it they are listed"), "", "?", ("settle",)),
            Argument(("conflict",), N_("the conflict by its number, such as R1"), "R1", "?"),
            Argument(("side",), N_("whose value stands; now keeps what is there"), "", "?", SIDES),
            _JSON,
        ),
        changes=True,
        reads=True,
    ),
    Verb(
        "merge-driver",
        "driving:merge_driver",
        N_("Merge three copies of a roadmap for git, which calls it; the second one takes the result."),
        (Argument(("copies",), N_("git's %O %A %B %P, and %X %Y where git knows them"), "%O %A %B %P", "+"),),
        hidden=True,
    ),
    Verb(
        "trust",
        "trusting:trust",
        N_("List the programs that came with the folder and that git would run; allow them."),
        (Argument(("--yes",), N_("allow what is listed")), _JSON),
    ),
)
