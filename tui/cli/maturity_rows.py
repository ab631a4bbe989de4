"""The row of the verb maturity and its pictures."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.picture_options import FILES, PICTURE
from tui.cli.row import Argument, Verb

MATURITY: tuple[Verb, ...] = (
    Verb(
        "maturity",
        "maturity:maturity",
        N_("Show the maturity of the viewpoints: baseline, now, target and gap."),
        (
            Argument(("--trend",), N_("the levels over the rounds of the survey")),
            Argument(("--heat",), N_("the levels by sector")),
            Argument(("--blind-spots",), N_("how many measures aim at each viewpoint, by half-year")),
            Argument(("--width",), N_("how many columns the picture may take"), N_("N")),
            *FILES,
            PICTURE,
            Argument(("--json",), N_("print JSON for scripts")),
        ),
        reads=True,
    ),
)
