"""The commands of the indicators: their list, and the page of one."""

from __future__ import annotations

from exporters.words import N_
from tui.command import Command

BOTH = ("indicators", "indicator")

INDICATORS: tuple[Command, ...] = (
    Command(
        "indicators.value",
        "enter",
        "give",
        N_("Value"),
        N_("Give the indicator a value: of the period that is due, or of another one before it."),
        BOTH,
        also=N_("enter number figure result"),
    ),
    Command(
        "indicators.open",
        "space",
        "open",
        N_("Open"),
        N_("Show the indicator's values and targets, or the measure under the cursor."),
        BOTH,
    ),
    Command(
        "indicators.target",
        "plus",
        "target",
        N_("Set target…"),
        N_("Give the indicator a target for a year."),
        BOTH,
    ),
    Command(
        "indicators.missing",
        "a",
        "only_missing",
        N_("Only missing"),
        N_("Show only the indicators whose value is missing, or all again."),
        ("indicators",),
    ),
    Command(
        "go.indicators",
        "i",
        "app.go('indicators')",
        N_("Indicators"),
        N_("Go to the indicators of the goals: values, targets, what is missing."),
        ("schedule", "maturity", "viewpoint", "measure", "minutes", "register", "indicators"),
        spare=True,
        also=N_("figures values goals measure number"),
    ),
)
