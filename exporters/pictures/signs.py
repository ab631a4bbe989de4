"""The signs of the pictures of maturity and what they mean, for the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.pictures.axis import BASELINE, INTERVAL, JUDGEMENT, SURVEY, TARGET
from exporters.pictures.blindspots import BLIND
from exporters.pictures.heat import UNSURE
from exporters.pictures.line import HIDDEN, STAR
from exporters.pictures.telling import NOISE
from exporters.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

MATURITY: Mapping[str, str] = {
    BASELINE: N_("baseline"),
    SURVEY: N_("latest survey"),
    JUDGEMENT: N_("judgement"),
    TARGET: N_("target"),
    STAR.strip(): N_("focus area"),
    INTERVAL: N_("where the mean of all may be as well"),
    NOISE: N_("the change is within random variation"),
    HIDDEN: N_("too few answers"),
    UNSURE: N_("so few answers that it should be compared with care"),
    BLIND: N_("target not reached and no open measures"),
}
