"""Take the pictures of README and of the user's guides: `python -m docs.screenshots`, which is `make screenshots`.

The program is run without a terminal on a copy of the repository's own roadmap, on a fixed day and at a fixed time:
in Finnish for README, in each language for its guides.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory

from exporters.words import LANGUAGES, Words
from tui.app import Tiekartta
from tui.session import Session
from tui.settings import Settings

ROADMAP = Path(__file__).parents[1] / "roadmap.toml"
IMAGES = Path(__file__).with_name("images")
TODAY = date(2026, 11, 24)
NINE = time(9)
SIZE = (100, 32)
GUIDE_SIZE = (96, 27)
IDENTITY = ("-c", "user.name=Digitiimi", "-c", "user.email=digitiimi@example.invalid")
PICTURES = {
    "schedule": (),
    "walk": ("enter", "enter"),
    "maturity": ("k",),
    "heat": ("k", "v"),
    "minutes": ("enter", "enter", "escape", "m"),
}
GUIDE = {
    "agenda": ("e", *["down"] * 15),
    "walk": ("e", "enter", "enter", "enter"),
    "minutes": ("m", *["pagedown"] * 2),
    "maturity": ("k",),
}
"""The keys behind each picture of the guides."""
FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
FAMILY = re.compile(r"font-family: [^;]+;")
PIECE = re.compile(r'x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)" (clip-path="[^"]+")>([^<]+)</text>')
CELL = 12.2
BLANK = "&#160;"


async def picture(folder: Path, keys: tuple[str, ...], *, language: str, size: tuple[int, int]) -> str:
    """Return the screen after some keys, as an SVG that fetches no fonts."""
    session = Session.open(folder / "roadmap.toml", today=TODAY, clock=lambda: NINE)
    app = Tiekartta(session, Words(language), settings=Settings(language=language))
    async with app.run_test(size=size) as pilot:
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
    for name, keys in PICTURES.items():
        take(IMAGES / f"{name}.svg", keys, language="fi", size=SIZE)
    for language in LANGUAGES:
        for name, keys in GUIDE.items():
            take(IMAGES / language / f"{name}.svg", keys, language=language, size=GUIDE_SIZE)


def take(path: Path, keys: tuple[str, ...], *, language: str, size: tuple[int, int]) -> None:
    """Take one picture and write it."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        shutil.copy(ROADMAP, folder)
        for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "alku")):
            subprocess.run(["git", *IDENTITY, *words], cwd=folder, check=True)
        drawn = asyncio.run(picture(folder, keys, language=language, size=size))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(drawn, encoding="utf-8", newline="\n")
    print(path)


if __name__ == "__main__":
    main()
