"""The rows of the verbs about several copies and the git around them."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument, Verb

_JSON = Argument(("--json",), N_("print JSON for scripts"))

COPIES: tuple[Verb, ...] = (
    Verb(
        "trust",
        "trusting:trust",
        N_("List the programs that came with the folder and that git would run; allow them."),
        (Argument(("--yes",), N_("allow what is listed")), _JSON),
    ),
)
