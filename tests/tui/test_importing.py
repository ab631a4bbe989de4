"""Reading a survey's file on the screen: what is not understood is asked, the rest shown and confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tests.tui.meeting_files import session_of
from tests.tui.session_files import running, until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.pilot import Pilot

SHORT = ("Digitaalinen osaaminen", "Laitteiden hyödyntäminen", "Mihin menemme?")
LEVELS = ("Hyvä", "Heikko", "Tyydyttävä", "Erinomainen", "En osaa sanoa", "Hyvä", "Välttävä", "Hyvä")


def answers(folder: Path, *, names: Sequence[str] = SHORT, levels: Sequence[str] = LEVELS) -> Path:
    """Write a file of answers as web Excel saves one: Windows-1252, semicolons."""
    head = ";".join(("ID", "Valmistumisaika", "Toimiala", *names))
    rows = (f"{n};2.11.2026 9.00;Keskushallinto;{';'.join([level] * len(names))}" for n, level in enumerate(levels, 1))
    path = folder / "Kysely (1).csv"
    path.write_bytes("\r\n".join((head, *rows)).encode("cp1252"))
    return path


async def asked_for(pilot: Pilot[None], path: Path) -> None:
    """Ask for a file's import, its path quoted as a terminal quotes what is dragged into it."""
    pilot.app.post_message(events.Key("l", "l"))
    await until(pilot, "Mistä tiedostosta")
    pilot.app.post_message(events.Paste(f"'{path}'"))
    await pilot.pause()
    await pilot.press("enter")


async def test_a_file_becomes_a_round_when_it_is_confirmed(repository: Path) -> None:
    """A column that nobody knows is asked about; name, day and invited are told; then all is shown and saved.

    No answer to a question is lit before one chooses: Enter guesses nothing. What one person wrote is not remembered.
    """
    session = session_of(repository)
    async with running(session, size=(100, 40)) as pilot:
        await pilot.press("k")
        await asked_for(pilot, answers(repository, levels=(*LEVELS, "Kysy Matilta")))
        await until(pilot, "Mihin menemme?")
        await pilot.press("enter", "4")
        await until(pilot, "Kysy Matilta")
        await pilot.press("enter", "6", "enter", "enter", *"400", "enter")
        shown = await until(pilot, "Onko tämä oikein?")
        await pilot.press("enter")
        await until(pilot, "3 näkökulmaa")
        survey = session.roadmap.surveys[-1]
        await asked_for(pilot, repository / "Kysely (1).csv")
        await until(pilot, "jo tuotu")

    assert "Windows-1252" in shown
    assert "Tiedon keruu " in shown
    assert (survey.responses, survey.invited) == (9, 400)
    assert session.roadmap.viewpoint("tiedonkeruu").scores[-1].n == 7
    remembered = (repository / "kyselykartta.toml").read_text(encoding="utf-8")
    assert ("Mihin menemme?" in remembered, "Matilta" in remembered) == (True, False)


async def test_what_nobody_can_say_is_shown_and_nothing_is_imported(repository: Path) -> None:
    """A path that leads nowhere is asked again; a file without viewpoints is refused with the reason."""
    session = session_of(repository)
    before = session.roadmap
    other = answers(repository, names=("Jokin", "Muu"), levels=("x", "y", "z", "å", "ä"))
    async with running(session) as pilot:
        await pilot.press("k", "l", *"ei.csv", "enter")
        await until(pilot, "ei ole: ei.csv")
        await pilot.press("escape")
        await asked_for(pilot, other)
        await until(pilot, "Mitään ei tuotu")
        await pilot.press("enter")

    assert session.roadmap is before
