"""The colours of pictures: few, on white, dark enough to be read, and told apart by their lightness in grey, too."""

from __future__ import annotations

PAPER = "#ffffff"
INK = "#1f2937"
MUTED = "#4b5563"
"""Of what is not the matter itself: scales, remarks, numbers of answers."""
RULE = "#d1d5db"
"""Of lines that only guide the eye."""
SHADE = "#f3f4f6"
SURVEY = "#1d4ed8"
JUDGEMENT = "#9a3412"
"""The two inks; their marks differ in shape."""
TARGET = "#111827"
BLACK = "#000000"
"""Of the digits on a shade."""
_LOW, _HIGH = (0xF5, 0xF9, 0xFF), (0x4F, 0x7F, 0xD9)
_LINEAR = 0.04045


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 has it: 1 of equal ones, 21 of black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def heat(level: float) -> str:
    """Return the colour of a level from 1 (light) to 5 (dark): of one hue, so that grey keeps the order.

    The darkest is light enough for black digits.
    """
    share = (level - 1) / 4
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in zip(_LOW, _HIGH, strict=True))


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
