"""Text from outside is data: the terminal is told nothing by the file, a commit, a hook or a folder."""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING

from tests.e2e.town import Town

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.terminal import Terminal

SEQUENCES = (
    "\x1b]52;c;VkFSQVM=\x07",  # writes the clipboard
    "\x1b]0;VARAS\x07",  # names the window
    "\x1b]8;;file:///VARAS\x1b\\",  # begins a link
    "\x1bPVARAS\x1b\\",  # a string to the terminal
    "\x1b[5;31;47m",  # blinks in red
    "\x1b[2J\x1b[6n\x1b[?47h\x1b[999;1H\x1bc",  # clears, asks, changes the screen, moves, resets
    "\x9b5;31;47m\x9d0;VARAS\x9c\x90VARAS\x9c",  # the same in eight bits
    "\x07\x08\x7f\x00\x0e",
)
MARKUP = "[/] [red]p[/red] [AI] [@click=app.quit]VARAS[/] [link=file:///VARAS]l[/link] $a \\"
BIDI = "\u202egnirts\u202c \u2066x\u2069 \u200f"
HOSTILE = f"VARAS {MARKUP} {BIDI} {' '.join(SEQUENCES)}"
TEXTS = re.compile(
    r"^(title|organisation|team|owner|name|short|role|deputy|task|description|theme|responsible|needs|evidence|public"
    r'|internal|reason|note|by|text|place|heading|background|decision|who|vision) = "(?!"").*"',
    re.MULTILINE,
)
# What Textual and we send: colours, places, modes, queries of modes, the shape of the mouse's pointer.
OURS = re.compile(rb"\x1b\[[\d;]*[mH]|\x1b\[\?[\d;]+(?:[hl]|\$p)|\x1b\[[<>]1?u|\x1b\]22;[a-z]*\x07|[\r\n]")
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P_^X\]][^\x07\x1b]*\x1b?)?\Z")
FOREIGN = re.compile("[\x00-\x1f\x7f-\x9f\u200f\u202a-\u202e\u2066-\u2069]")


JOURNEY = (
    *((("g",), f"Ryhmittely: {by}") for by in ("tavoite", "toimiala", "näkökulma", "(?:vastuu|rooli)", "ajan")),
    (("/",), "Haku:"),
    (tuple("VARAS"), r"OSUM|LÖYTY"),
    (("Esc",), "MYÖHÄSSÄ"),
    (("Ctrl+P",), r"Mikä komento\?"),
    (("Esc",), "Käy läpi"),
    (("Space",), "Nimi"),
    (("Enter",), "Enter OK"),
    (("Esc",), "Nimi"),
    (("k",), "Kypsyys"),
    (("Enter",), "Esc Peruuta"),
    (("Esc",), "␣ Avaa"),
    (("Space",), "Tavoitetasot"),
    (("m",), "Muistio 2/2026"),
    (("PageDown",), "Edustaa|VARAS"),
    (("h",), "Tiedosto luotiin"),
    (("Enter",), "Kirjaaja"),
    (("o",), "Virheet"),
    (("?",), "Ohje"),
    (("t", "Enter"), r"Aloitetaanko kokous 3/2026\?"),
    (("Enter",), "on alkanut"),
    (("l",), "Kuka on läsnä"),
    (("Esc",), "0 Palataan"),
    (("1",), "on valmis"),
    (("Enter",), "Kumoa: T07"),
    (("3",), "mille puolivuodelle"),
    (("1",), "miksi"),
    (("1",), "Kumoa: T19"),
    (("4",), "miksi keskeytetään"),
    (("Esc",), "0 Palataan"),
    (("j",), "Jatkuuko"),
    (("Enter",), "Kaikki ajankohtaiset"),
    (("h",), "§ 6.*\n(.*\n)*.*Tiedosto luotiin"),
    (("Enter",), "Kirjaaja"),
    (("m",), "Muistio 3/2026"),
    (("4",), "3/2026, sihteeri"),
    (("Esc",), "Päätä kokous"),
)
"""Keys, and what then stands on the screen: every screen and nearly every question."""


def hostile(text: str, *, long: int = 0) -> str:
    """Return a roadmap's text with hostile text in every field that people write, and one of so many letters more."""
    found = TEXTS.sub(lambda field: f"{field[1]} = {json.dumps(HOSTILE)}", text)
    return found.replace("VARAS", "VARAS" + "ä" * long, 1).replace(
        'id = "T07"\ntitle = "', f'id = "T07"\ntitle = "{"ö" * long}'
    )


def test_no_text_of_the_file_reaches_the_terminal_as_a_command(town: Town) -> None:
    """Every screen shows hostile text literally: no sequence of the file is sent, no markup acts, nothing ends."""
    town.roadmap.write_text(hostile(town.text, long=10_000), encoding="utf-8")
    town.git("commit", "--quiet", "--author", f"{HOSTILE.replace(chr(0), '').replace('<', '')} <a@b>", "-am", "VARAS")
    terminal = town.open(size=(120, 40))
    terminal.see("Enter Käy läpi", "VARAS")

    visit(terminal)

    harmless(terminal)
    terminal.press("q")
    assert terminal.ended() == 0
    harmless(terminal)


def test_no_hook_and_no_folder_reaches_the_terminal_as_a_command(town: Town, tmp_path: Path) -> None:
    """What a hook prints and what the folder is called is text, too."""
    folder = tmp_path / "VARAS\x1b]0;VARAS\x07[@click=app.quit]x"
    town.folder.rename(folder)
    elsewhere = Town(folder, town.environ, town.terminals)
    elsewhere.hook("pre-commit", r"printf 'VARAS \033]0;VARAS\007 \033[2J [/] \302\2332J' >&2; exit 1")
    terminal = elsewhere.open(size=(120, 40))
    terminal.see("Enter Käy läpi")

    terminal.press("Down", "v")
    terminal.see("on valmis")
    terminal.press("Enter")

    terminal.see(r"tallennettu.*EI KIRJATTU|EI KIRJATTU", "VARAS")
    terminal.press("o")
    terminal.see("Virheet")
    harmless(terminal)


def visit(terminal: Terminal) -> None:
    """Go to every screen and put every kind of question."""
    for keys, shows in JOURNEY:
        terminal.press(*keys)
        if keys == ("Esc",):
            terminal.lose("Esc Peruuta")
        terminal.see(shows)
        harmless(terminal)


def harmless(terminal: Terminal) -> None:
    """Check that all that was sent so far is ours."""
    # What has come may end in the middle of a sequence or of a letter.
    rest = codecs.getincrementaldecoder("utf-8")().decode(UNFINISHED.sub(b"", OURS.sub(b"", bytes(terminal.raw))))
    assert sorted(set(FOREIGN.findall(rest))) == []
    assert b"5;31;47m" not in re.findall(rb"\x1b\[([\d;]*m)", bytes(terminal.raw))
