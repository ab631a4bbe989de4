"""Pictures of maturity in characters: laid out here as lines of spans, coloured by the screen, printed as they are."""

from __future__ import annotations
