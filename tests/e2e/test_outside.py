"""The file is other people's, too: what they do to it while the program is open is seen, said and never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.autumn import BEGIN, WALK

if TYPE_CHECKING:
    from tests.e2e.terminal import Terminal
    from tests.e2e.town import Town

TITLE = "Tekoälyn käytön pelisäännöt ja koulutus"


def test_a_change_from_outside_is_said_and_the_cursor_stays(town: Town) -> None:
    """An edit in somebody's editor comes to the screen by itself, in a sentence, under an unmoved cursor."""
    terminal = town.open(size=(120, 40))
    terminal.see("Enter Käy läpi")
    terminal.click("T12 ")
    terminal.press("Space")
    terminal.see("T12 Yksi yhteinen intranet")
    terminal.press("Esc")
    terminal.see("Enter Käy läpi")

    _replace(town, TITLE, "Tekoäly haltuun")

    terminal.see("T07  Tekoäly haltuun", "T07.* → Tekoäly haltuun")
    terminal.press("Space")
    terminal.see("T12 Yksi yhteinen intranet")
    assert len(town.subjects()) == 1


def test_a_change_at_the_first_moment_is_said(town: Town) -> None:
    """What somebody writes while the first screen is being put up is seen as well, and not taken for what was read."""
    terminal = town.open(size=(120, 40))
    terminal.wait(lambda: bool(terminal.raw), "nothing was drawn")

    _replace(town, TITLE, "Tekoäly haltuun")

    terminal.see("T07  Tekoäly haltuun")


def test_a_hand_edit_and_a_decision_go_together(town: Town) -> None:
    """A decision made right after an edit from outside keeps both, each in a commit of its own."""
    terminal = _begun(town)

    _replace(town, TITLE, "Tekoäly haltuun")
    WALK[0].play(terminal)

    terminal.see("tallennettu · kirjattu")
    assert 'title = "Tekoäly haltuun"' in town.text
    assert "Koulutus pidetty" in town.text
    assert town.subjects()[-1] == f"§ 5 {WALK[0].subject}"
    assert "+title" not in town.git("show", "--format=", "HEAD")
    assert town.git("status", "--porcelain") == ""


@pytest.mark.parametrize("noticed", [False, True])
def test_two_values_for_one_field_are_asked_about(town: Town, *, noticed: bool) -> None:
    """When a field was changed here and there at once, both values are named and a person chooses.

    So it is when the other change is on the screen, under the question, before the answer is given.
    """
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    terminal.press("Space")
    terminal.see("T07 Tekoälyn", "Enter Muokkaa")
    terminal.press("Enter")
    terminal.see("Enter OK", rf"\n  {TITLE}\n")
    terminal.press("Backspace")
    terminal.lose(rf"\n  {TITLE}\n")
    terminal.type("Meidän nimi")
    terminal.see("Meidän nimi")

    _replace(town, TITLE, "Heidän nimi")
    if noticed:
        terminal.see("T07 +Heidän nimi")
    terminal.press("Enter")

    terminal.see("Meidän nimi", "Heidän nimi", "1 ", "2 ")
    terminal.press("2")
    terminal.lose("Enter OK")
    assert 'title = "Heidän nimi"' in town.text
    terminal.see("T07 Heidän nimi")


def test_a_broken_file_is_told_and_left_alone(town: Town) -> None:
    """Invalid TOML from outside is told with its line; no decision overwrites it, and all goes on once it is right."""
    terminal = _begun(town)
    good = town.text

    town.roadmap.write_text(good.replace('id = "T07"', "id = T07", 1), encoding="utf-8")

    line = good[: good.index('id = "T07"')].count("\n") + 1
    terminal.see(rf"(?:rivi|Rivi)\D*{line}")
    broken = town.text
    terminal.press("5", "Right")
    terminal.see("T19 ", rf"(?:rivi|Rivi)\D*{line}")
    assert town.text == broken
    terminal.press("Left")
    terminal.see("T07 ")
    town.roadmap.write_text(good, encoding="utf-8")
    terminal.lose(rf"(?:rivi|Rivi)\D*{line}")
    terminal.press("5")
    terminal.see("Kumoa: T07 ei käsitelty")
    assert "Toimenpidettä T07 ei käsitelty" in town.text


def test_a_file_that_is_gone_is_told_and_not_made_anew(town: Town) -> None:
    """When the file is removed the screen says so; a decision made meanwhile is saved when the file is back."""
    terminal = _begun(town)
    aside = town.folder / "sivussa.toml"

    town.roadmap.rename(aside)
    terminal.press("5")

    terminal.see("EI TALLENNETTU|ei ole|poistettu")
    assert not town.roadmap.exists()
    aside.rename(town.roadmap)
    terminal.see("tallennettu · kirjattu", "T07 ei käsitelty")
    assert "Toimenpidettä T07 ei käsitelty" in town.text


def _begun(town: Town) -> Terminal:
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    BEGIN.play(terminal)
    terminal.see("tallennettu · kirjattu")
    return terminal


def _replace(town: Town, old: str, new: str) -> None:
    """Save the file as an editor does that writes in place."""
    town.roadmap.write_text(town.text.replace(f'title = "{old}"', f'title = "{new}"', 1), encoding="utf-8")


def test_a_decision_in_a_second_window_comes_to_the_first(town: Town) -> None:
    """Two windows on one file are two programs: each sees what the other decides, and both are recorded once."""
    first = town.open(size=(120, 40))
    first.see("Enter Käy läpi")
    second = town.open(size=(120, 40))
    second.see("Enter Käy läpi")

    second.press("v")
    second.see("T07 on valmis")
    second.type("Ohje annettu")
    second.press("Enter")
    second.see("tallennettu · kirjattu")
    first.see("Muuttunut ohjelman ulkopuolella: T07 merkitty valmiiksi")
    first.press("v")
    first.see("T19 on valmis")
    first.type("Levyt siivottu")
    first.press("Enter")
    first.see("tallennettu · kirjattu")
    second.see("Muuttunut ohjelman ulkopuolella: T19 merkitty valmiiksi")

    assert ["T07" in town.subjects()[1], "T19" in town.subjects()[2]] == [True, True]
    assert len(town.subjects()) == 3
    assert town.git("status", "--porcelain") == ""


def test_an_old_copy_saved_over_the_file_takes_nothing_away(town: Town) -> None:
    """An editor saves what it opened before: both sides' edits stand, a half-typed answer too, a conflict waits."""
    opened_there = town.text
    terminal = town.open(size=(120, 40))
    terminal.see("Enter Käy läpi")
    terminal.press("v")
    terminal.see("T07 on valmis")
    terminal.type("Ohje annettu")
    terminal.press("Enter")
    terminal.see("tallennettu · kirjattu")
    terminal.press("v")
    terminal.see("T19 on valmis")
    terminal.type("Levyt sii")
    terminal.see("Levyt sii")

    theirs = opened_there.replace(f'title = "{TITLE}"', 'title = "Tekoäly haltuun"', 1)
    start = theirs.index('id = "T07"')
    status = theirs.index('status = "active"', start)
    theirs = theirs[:status] + theirs[status:].replace('status = "active"', 'status = "dropped"', 1)
    town.roadmap.write_text(theirs, encoding="utf-8")

    terminal.wait(lambda: "[[conflicts]]" in town.text, "the conflict is not in the file")
    terminal.see("Levyt sii")
    terminal.type("vottu")
    terminal.press("Enter")
    terminal.see("1 ristiriita odottaa ratkaisua", "Levyt siivottu.* · Tiedostoon tallennettiin vanhempi versio")
    terminal.press("F6")
    terminal.see("T07, tila", "1  tässä ohjelmassa: valmis", "2  tiedostossa: keskeytetty")
    terminal.press("1")
    terminal.see("Ristiriitoja ei ole.")

    assert "Tekoäly haltuun" in town.text
    assert "Ohje annettu" in town.text
    assert "[[conflicts]]" not in town.text
    assert (town.folder / "roadmap.toinen-2026-11-22.toml").read_text(encoding="utf-8") == theirs
    assert town.git("status", "--porcelain") == "?? roadmap.toinen-2026-11-22.toml"
