"""Minutes are handed over as the intranet takes them: rich text, plain Markdown, or a page in the browser."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.tui.meeting_files import press, session_of
from tests.tui.session_files import running, screen_text, settled
from tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

PAGE = "minutes/muistio-2-2026.html"


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose clipboard writes what it takes, and how it was called, into a folder; without a browser."""
    folder = tmp_path / "desktop"
    folder.mkdir()
    program(folder, "xclip", f'echo "$@" > "{folder}/told"; cat > "{folder}/taken"')
    monkeypatch.setenv("PATH", f"{folder}:{sys.exec_prefix}/bin:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("BROWSER", str(program(folder, "selain", f'echo "$1" > "{folder}/opened"')) + " %s")
    for name in ("WAYLAND_DISPLAY", "TMUX", "WSL_DISTRO_NAME", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    return folder


def program(folder: Path, name: str, script: str) -> Path:
    """Put a program into a folder."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def with_intranet(repository: Path, intranet: str) -> Session:
    """Open the roadmap of a town with this intranet."""
    session = session_of(repository)
    text = session.path.read_text(encoding="utf-8")
    session.path.write_text(text.replace("[roadmap]\n", f'[roadmap]\nintranet = "{intranet}"\n'), encoding="utf-8")
    return Session.open(session.path, today=session.today)


async def after(pilot: Pilot[None], *keys: str) -> str:
    """Press keys among the minutes and return what the screen says."""
    await press(pilot, "m", *keys)
    await settled(pilot)
    return screen_text(pilot)


@pytest.mark.parametrize("intranet", ["sharepoint", "teams", "drupal"])
async def test_an_editor_of_rich_text_gets_headings_and_tables(repository: Path, desktop: Path, intranet: str) -> None:
    """The clipboard is told that it is HTML; the headings begin under that of the page."""
    async with running(with_intranet(repository, intranet), size=(120, 40)) as pilot:
        text = await after(pilot, "c")

    assert "otsikoineen ja taulukoineen" in text
    assert "text/html" in (desktop / "told").read_text(encoding="utf-8")
    taken = (desktop / "taken").read_text(encoding="utf-8")
    assert "<h2" in taken
    assert "<h1" not in taken


@pytest.mark.parametrize("intranet", ["wordpress", "confluence", "other"])
async def test_an_editor_of_markdown_gets_plain_text(repository: Path, desktop: Path, intranet: str) -> None:
    """Plain Markdown, and no HTML beside it that the editor would prefer."""
    async with running(with_intranet(repository, intranet), size=(120, 40)) as pilot:
        text = await after(pilot, "c")

    assert "Kopioitu leikepöydälle." in text
    assert "text/html" not in (desktop / "told").read_text(encoding="utf-8")
    assert (desktop / "taken").read_text(encoding="utf-8").startswith("# ")


async def test_without_a_program_for_rich_text_the_page_is_opened(repository: Path, desktop: Path) -> None:
    """The page lies beside the roadmap, is open in the browser, and the screen says to copy it from there."""
    program(desktop, "xclip", "exit 1")
    async with running(with_intranet(repository, "sharepoint"), size=(120, 40)) as pilot:
        text = await after(pilot, "c")

    assert "Avattu selaimessa" in text
    assert (repository / PAGE).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (desktop / "opened").read_text(encoding="utf-8").strip() == (repository / PAGE).as_uri()


async def test_where_no_browser_can_be_opened_the_path_is_told(
    repository: Path, desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over a bare SSH nothing is tried."""
    monkeypatch.delenv("DISPLAY")
    async with running(with_intranet(repository, "sharepoint"), size=(200, 40)) as pilot:
        text = await after(pilot, "w")

    assert "Selainta ei voi avata täällä" in text
    assert str(repository / PAGE) in text
    assert not (desktop / "opened").exists()


async def test_a_page_that_somebody_else_wrote_is_left_alone(repository: Path, desktop: Path) -> None:
    """What stands in the way is named; nothing is opened."""
    (repository / "minutes").mkdir()
    (repository / PAGE).write_text("oma", encoding="utf-8")
    async with running(with_intranet(repository, "sharepoint"), size=(120, 40)) as pilot:
        text = await after(pilot, "w")

    assert "siirrä se ensin muualle" in text
    assert (repository / PAGE).read_text(encoding="utf-8") == "oma"
    assert not (desktop / "opened").exists()


async def test_writing_the_minutes_copies_them_as_the_intranet_takes_them(repository: Path, desktop: Path) -> None:
    """Enter writes the Markdown and copies rich text where the intranet wants that; else it says what to do."""
    async with running(with_intranet(repository, "teams"), size=(160, 40)) as pilot:
        rich = await after(pilot, "enter")
        program(desktop, "xclip", "exit 1")
        plain = await after(pilot, "enter")

    assert "otsikoineen ja taulukoineen" in rich
    assert "avaa muistio selaimessa" in plain
