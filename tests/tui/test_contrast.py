"""Both themes of our own can be read by everyone in the room: text stands out by 7:1, wherever there is text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.meeting_files import session_of
from tests.tui.session_files import running
from tui.app import screen_named
from tui.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.color_triplet import ColorTriplet
    from rich.segment import Segment
    from textual.pilot import Pilot

LEAST = 7.0
SCREENS = {
    "schedule": (),
    "measure": ("T30",),
    "maturity": (),
    "meeting": (),
    "minutes": (),
    "history": (),
    "problems": (),
    "help": (),
}
SIGNS_WITHOUT_TEXT = frozenset("▁▂▃▄▅▆▇█▔▕▏▎▍▌▋▊▉━─│╸╺▰▱ ")
"""Bars, borders and scroll bars are no text."""


def written(pilot: Pilot[None]) -> Iterator[Segment]:
    """Yield the pieces in which something is written; behind a question the screen is dimmed on purpose."""
    strips = pilot.app.screen._compositor.render_strips()  # noqa: SLF001 - Textual gives no other way to the cells
    top = min((widget.region.y for widget in pilot.app.screen.query("#prompt")), default=0)
    for strip in strips[top:]:
        yield from (segment for segment in strip if not set(segment.text) <= SIGNS_WITHOUT_TEXT)


def contrast(segment: Segment) -> float:
    """Return how much a piece of text stands out from what is behind it, as WCAG counts it."""
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    light, dark = sorted(
        (luminance(style.color.get_truecolor()), luminance(style.bgcolor.get_truecolor(foreground=False)))
    )
    return (dark + 0.05) / (light + 0.05)


def luminance(triplet: ColorTriplet) -> float:
    """Return the relative luminance of a colour, 0 to 1."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in triplet.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def faint(pilot: Pilot[None]) -> dict[str, float]:
    """Return the pieces of text that do not stand out enough."""
    ratios = {segment.text.strip(): contrast(segment) for segment in written(pilot)}
    return {text: round(ratio, 1) for text, ratio in ratios.items() if ratio < LEAST}


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("name", SCREENS)
async def test_all_text_stands_out(repository: Path, theme: str, name: str) -> None:
    """On every screen of the sample each piece of text has a contrast of at least 7:1."""
    async with running(session_of(repository), size=(120, 40)) as pilot:
        pilot.app.theme = theme
        if name != "schedule":
            await pilot.app.push_screen(screen_named(name, *(["T30"] if name == "measure" else [])))
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

        assert faint(pilot) == {}


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("keys", [("v",), ("s",), ("slash", "v"), ("ctrl+p",), ("enter",), ("k", "v")], ids="/".join)
async def test_questions_stand_out(repository: Path, theme: str, keys: tuple[str, ...]) -> None:
    """A question, its answers and what is typed can be read as well as the screen behind it."""
    async with running(session_of(repository)) as pilot:
        pilot.app.theme = theme
        await pilot.press(*keys)
        await pilot.pause()

        assert faint(pilot) == {}
