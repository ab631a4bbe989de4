"""The rows of the verbs of the indicators: indicators, indicator."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.picture_options import FILES
from tui.cli.row import Argument, Verb

INDICATORS: tuple[Verb, ...] = (
    Verb(
        "indicators",
        "indicators:indicators",
        N_("List the indicators of the goals, or show one with its years and the measures meant to move it."),
        (
            Argument(("id",), N_("indicator by id or title"), N_("ID"), "?"),
            Argument(("--missing",), N_("only those whose value is missing")),
            *FILES,
            Argument(("--json",), N_("print JSON for scripts")),
        ),
        reads=True,
    ),
    Verb(
        "indicator",
        "indicators:give",
        N_("Give an indicator the value or the target of a year or half-year; one that it had is replaced."),
        (
            Argument(("id",), N_("indicator by id or title"), N_("ID")),
            Argument(("period",), N_("year or half-year, such as 2026 or 2026H1"), N_("YEAR")),
            Argument(("value",), N_("the value: a number, or a word of the indicator's scale"), N_("VALUE"), "+"),
            Argument(("--target",), N_("the target instead of the value")),
            Argument(("--note",), N_("a note of one line"), N_("TEXT")),
        ),
        changes=True,
    ),
)
