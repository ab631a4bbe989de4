"""Pictures as plain SVG: no script, no outside font, real text, a title and a description that tells the same."""

from __future__ import annotations
