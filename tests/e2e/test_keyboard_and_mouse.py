"""What a Nordic keyboard, the clipboard and the mouse send arrives as meant, in a real terminal."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from tests.e2e.autumn import BEGIN

if TYPE_CHECKING:
    from tests.e2e.terminal import Terminal
    from tests.e2e.town import Town

ALTGR = "@£$€{[]}\\|~"
LETTERS = f"{ALTGR} åäöÅÄÖ õüéñ \u00b4`¨^ §½ 漢 –"
PROTOCOLS = re.compile(rb"\x1b\[[>=]\d*u|\x1b\[>4;?\d*m|\x1b\[>\d+;\d+f")
"""What turns on key protocols in which AltGr characters get lost: kitty's, and xterm's modifyOtherKeys."""


def test_every_character_of_the_keyboard_can_be_typed(town: Town) -> None:
    """AltGr characters, å ä ö and what dead keys make go into a text and the file; no key protocol is turned on."""
    terminal = _asked(town)

    terminal.type(LETTERS)
    terminal.see(re.escape(LETTERS[:20]))
    terminal.press("Enter")

    terminal.see("Kumoa: T07 merkitty")
    logged = next(one for one in tomllib.loads(town.text)["measures"] if one["id"] == "T07")["log"][-1]
    assert logged["text"] == LETTERS
    terminal.press("q")
    terminal.ended()
    assert not PROTOCOLS.search(terminal.raw)


def test_keys_that_come_in_a_burst_are_the_answer(town: Town) -> None:
    """Over a slow connection an outcome and its text arrive at once: the text is the result, no letter a command."""
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    BEGIN.play(terminal)

    terminal.send(b"1Tehty, kumottu ja muistettu\r")
    terminal.see("Kumoa: T07 merkitty valmiiksi")
    terminal.send(b"30s27\r")
    terminal.see("1  resurssit")
    terminal.send(b"0uusi laki 2\r")

    terminal.see("Kumoa: T19 siirretty")
    assert "Tulos: Tehty, kumottu ja muistettu." in town.text
    assert "Syy: uusi laki 2." in town.text
    terminal.press("t")
    terminal.see("Enter Käy läpi")
    terminal.send(b"/vasusu")
    terminal.see("Haku: vasusu")


def test_a_burst_of_several_decisions_is_taken_one_by_one(town: Town) -> None:
    """What comes behind the Enter of an answer is meant for the next card: no letter of it gets into a note."""
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    BEGIN.play(terminal)

    terminal.send(b"2\r2\r53121huomio\r")

    terminal.see("Kumoa: T10 merkitty valmiiksi")
    assert _told(town, terminal) == [
        "T07: jatkuu",
        "T19: jatkuu",
        "T38: ei käsitelty",
        "T04: siirretty syksy 2026 → kevät 2027 (määrärahaa ei myönnetty)",
        "T10: merkitty valmiiksi ”huomio”",
    ]


def test_what_comes_behind_enter_is_no_part_of_the_answer(town: Town) -> None:
    """A key that arrives in one go with the Enter before it acts on what follows the question, or answers that."""
    terminal = _asked(town)

    terminal.send(b"Tulos\r3")
    terminal.see("T19: mille puolivuodelle")
    terminal.send(b"\r2")
    terminal.see("Kumoa: T19 siirretty")
    terminal.send(b"2levyt\r2")
    terminal.see("T04 jatkuu. Huomio")
    terminal.send(b"\r")
    terminal.see("Kumoa: T04 jatkuu")

    assert _told(town, terminal) == [
        "T07: merkitty valmiiksi ”Tulos”",
        "T19: siirretty kevät 2026 → kevät 2027 (määrärahaa ei myönnetty)",
        "T38: jatkuu ”levyt”",
        "T04: jatkuu",
    ]


def test_a_paste_outside_a_field_is_refused(town: Town) -> None:
    """Pasted letters are no keys: a megabyte of them changes nothing, and a sentence says so."""
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    before = town.text

    terminal.paste("v\nq\n1\nu\nT07 valmis\n" * 60_000)

    terminal.see("[Ll]iit")
    terminal.press("k")
    terminal.see("★ Tavoitteet")
    assert town.text == before
    assert len(town.subjects()) == 1


def test_a_paste_into_a_field_is_one_step(town: Town) -> None:
    """Several pasted lines become one line without control characters; a new line among them answers nothing."""
    terminal = _asked(town)

    terminal.paste("eka rivi\n\n\ttoka\x07 rivi\nkolmas\n")

    terminal.see("\n  eka rivi toka rivi kolmas\n")
    terminal.press("Enter")
    terminal.see("Kumoa: T07 merkitty")
    assert "Tulos: eka rivi toka rivi kolmas." in town.text
    terminal.press("u")
    terminal.see("Kumotaan: T07")
    terminal.lose("Kumoa: T07")


def test_the_mouse_selects_acts_and_scrolls(town: Town) -> None:
    """A click puts the cursor on a measure, one on a key of the bar presses it, the wheel scrolls."""
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    top = _titles(terminal)

    terminal.wheel(5)
    terminal.lose("T07 ")
    terminal.wheel(-9)
    terminal.wait(lambda: _titles(terminal) == top, "the wheel does not lead back to the top")
    terminal.click("T12 ")
    terminal.press("Space")
    terminal.see("T12 Yksi yhteinen intranet", "Vastuu")
    terminal.click("Takaisin")
    terminal.see("Enter Käy läpi")
    terminal.click("k Kypsyys")

    terminal.see("Kypsyys", "★ Tavoitteet")


def _told(town: Town, terminal: Terminal) -> list[str]:
    """Leave the program; return what the history tells of measures, without the numbers of the §§."""
    terminal.press("q")
    assert terminal.ended() == 0
    said = [re.match(r"§ \d+ (T\d\d: [^;]+)", subject) for subject in town.subjects()]
    return [found[1] for found in said if found]


def _titles(terminal: Terminal) -> list[str]:
    """Return the measures that stand on the screen, in their order."""
    return re.findall(r"^  (T\d\d) ", terminal.text, re.MULTILINE)


def _asked(town: Town) -> Terminal:
    """Go to the walk and ask for the result of the first measure."""
    terminal = town.open()
    terminal.see("Enter Käy läpi")
    BEGIN.play(terminal)
    terminal.press("1")
    terminal.see("T07 on valmis")
    return terminal
