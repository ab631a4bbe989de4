"""Take the pictures of README: `python -m docs.screenshots`, which is what `make screenshots` does.

The program is run without a terminal on a copy of the repository's own roadmap, in Finnish, on a fixed day.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from exporters.words import Words
from tui.app import Tiekartta
from tui.session import Session
from tui.settings import Settings

ROADMAP = Path(__file__).parents[1] / "roadmap.toml"
IMAGES = Path(__file__).with_name("images")
TODAY = date(2026, 11, 22)
SIZE = (100, 32)
PICTURES = {
    "schedule": (),
    "walk": ("enter", "enter"),
    "maturity": ("k",),
    "minutes": ("enter", "enter", "escape", "m"),
}
FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
FAMILY = re.compile(r"font-family: [^;]+;")
PIECE = re.compile(r'x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)" (clip-path="[^"]+")>([^<]+)</text>')
CELL = 12.2
BLANK = "&#160;"


async def picture(folder: Path, keys: tuple[str, ...]) -> str:
    """Return the screen after some keys, as an SVG that fetches no fonts."""
    session = Session.open(folder / "roadmap.toml", today=TODAY)
    app = Tiekartta(session, Words("fi"), settings=Settings(language="fi"))
    async with app.run_test(size=SIZE) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        session.close()  # waits for git
        await pilot.pause()
        drawn = app.export_screenshot(title="Tiekartta")
    return PIECE.sub(placed, FAMILY.sub("font-family: monospace;", FONTS.sub("", drawn)))


def placed(piece: re.Match[str]) -> str:
    """Return a piece of text without the blanks around it, put where its first sign is: some viewers drop them."""
    x, y, length, clip, text = piece.groups()
    before = after = 0
    while text.startswith(BLANK):
        text, before = text.removeprefix(BLANK), before + 1
    while text.endswith(BLANK):
        text, after = text.removesuffix(BLANK), after + 1
    width = float(length) - CELL * (before + after)
    return f'x="{float(x) + CELL * before:.1f}" y="{y}" textLength="{width:.1f}" {clip}>{text}</text>'


def main() -> None:
    """Take all pictures, each in a fresh copy."""
    IMAGES.mkdir(exist_ok=True)
    for name, keys in PICTURES.items():
        with TemporaryDirectory(ignore_cleanup_errors=True) as place:
            folder = Path(place)
            shutil.copy(ROADMAP, folder)
            subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
            drawn = asyncio.run(picture(folder, keys))
        (IMAGES / f"{name}.svg").write_text(drawn, encoding="utf-8", newline="\n")
        print(IMAGES / f"{name}.svg")


if __name__ == "__main__":
    main()
