"""A small roadmap on disk, in a git repository of its own, for the tests of session and screens."""

from __future__ import annotations

import asyncio
import subprocess
from contextlib import asynccontextmanager, suppress
from datetime import date, time
from typing import TYPE_CHECKING

from exporters.words import Words
from tui.app import Tiekartta
from tui.session import Session
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

TODAY = date(2026, 11, 22)
NINE = time(9)

SMALL = """\
schema = 1

[roadmap]
title = "Digitiekartta"
organisation = "Esimerkkilä"
language = "fi"
first = "2025H1"
last = "2027H2"

[[sectors]]
id = "tekninen"
name = "Tekninen toimiala"

[[members]]
id = "puheenjohtaja"
role = "Tietohallintokoordinaattori"
sector = "tekninen"

[[goals]]
id = "asiointi"
title = "Helppo asiointi"

[[viewpoints]]
id = "palvelut"
name = "Sähköisten palvelujen kattavuus ja laatu"
short = "Sähköiset palvelut"
scope = "city"
focus = true

[[viewpoints.scores]]
date = 2024-09-27
value = 2.9
basis = "survey"
n = 270

[[viewpoints.targets]]
date = 2024-12-09
value = 4.0

# Odottaa toimittajaa.
[[measures]]
id = "T01"
title = "Verkkomaksaminen"
goals = ["asiointi"]
viewpoints = ["palvelut"]
responsible = "Vapaa-aikapäällikkö"
start = "2026H1"
end = "2026H2"
status = "active"  # tarkistettu syyskuussa

[[measures.funding]]
year = 2026
amount = 12000
state = "granted"

[[measures]]
id = "T02"
title = "Tiketöinti"
start = "2025H2"
end = "2026H1"
status = "active"

[[measures]]
id = "T03"
title = "Kuljetukset"
start = "2027H1"
end = "2027H2"
"""


def committed(folder: Path, text: str = SMALL) -> Path:
    """Write a roadmap into a repository and commit it; return the file."""
    path = folder / "roadmap.toml"
    path.write_text(text, encoding="utf-8")
    git(folder, "add", "roadmap.toml")
    git(folder, "commit", "--quiet", "--message", "alku")
    return path


def opened(folder: Path) -> Session:
    """Open the small roadmap in a repository, as of TODAY."""
    return Session.open(committed(folder), today=TODAY)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    return subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


@asynccontextmanager
async def running(
    session: Session, *, size: tuple[int, int] = (80, 24), settings: Settings | None = None
) -> AsyncIterator[Pilot[None]]:
    """Run the app over a session, in Finnish; at the end git has finished."""
    app = Tiekartta(session, Words("fi"), settings=settings or Settings())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot
    session.close()


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what was begun in the background has been shown; no question must be open."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()


async def until(pilot: Pilot[None], text: str) -> str:
    """Wait until a text is on the screen, whatever is done beside it; return the whole screen."""
    shown = ""
    with suppress(TimeoutError):
        async with asyncio.timeout(20):
            while text not in (shown := screen_text(pilot)):
                await pilot.pause()
    assert text in shown
    return shown


def screen_text(pilot: Pilot[None]) -> str:
    """Return what stands on the screen, line by line."""
    return "\n".join(
        "".join(segment.text for segment in strip).rstrip()
        for strip in pilot.app.screen._compositor.render_strips()  # noqa: SLF001 - Textual gives no other way to the text
    )
