"""The options of verbs that draw a picture into a file."""

from __future__ import annotations

from exporters.words import N_
from tui.cli.row import Argument

PICTURES = ("dumbbell", "heat", "trend", "radar")
FILES = (
    Argument(("--svg",), N_("draw the picture into this file as SVG; - prints it"), N_("FILE"), completes="file"),
    Argument(("--png",), N_("draw the picture into this file as PNG"), N_("FILE"), completes="file"),
)
PICTURE = Argument(("--picture",), N_("which picture is drawn into the file"), choices=PICTURES)
