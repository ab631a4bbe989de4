"""The sample's walk of autumn 2026, key by key: every outcome, two measures put aside, the minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.e2e.terminal import Terminal

ITEMS = 24
"""How many §§ the meeting comes to: the agenda has 23, and a note is one of its own."""


@dataclass(frozen=True, slots=True)
class Move:
    """Keys, and what the screen shows after them."""

    keys: tuple[str, ...]
    shows: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What is done about a card: the moves of one decision, or of one that puts it aside."""

    card: str
    moves: tuple[Move, ...]
    subject: str = ""
    """The subject of the commit that records it, after its §; empty when nothing is recorded."""
    item: int = 0
    """The § that decides it: the one that the agenda has for its measure; 0 where no § does."""

    @property
    def keys(self) -> int:
        """How many keys it takes."""
        return sum(len(move.keys) for move in self.moves)

    def play(self, terminal: Terminal) -> None:
        """Do it, waiting after each move as a person would."""
        for move in self.moves:
            terminal.press(*move.keys)
            terminal.see(move.shows)

    def play_part(self, terminal: Terminal, keys: int) -> None:
        """Press so many of the keys and do not wait for what the last ones bring about."""
        for move in self.moves:
            terminal.press(*move.keys[:keys])
            keys -= len(move.keys)
            if keys <= 0:
                return
            terminal.see(move.shows)


def moves(*pairs: str) -> tuple[Move, ...]:
    """Return moves of texts in turn: keys (a name in angle brackets is one key), and what the screen shows."""
    return tuple(
        Move(tuple(key.strip("<>") for key in re.findall(r"<[^>]+>|.", keys)), shows)
        for keys, shows in zip(pairs[::2], pairs[1::2], strict=True)
    )


BEGIN = Turn(
    "",
    moves("<Enter>", r"Aloitetaanko kokous 3/2026\?", "<Enter>", r"Kokous 3/2026 on alkanut"),
    "Kokous 3/2026: ",
)
ATTENDANCE = Turn(
    "T07",
    moves("l", r"1 .*ei kirjattu", "<Space>", r"6 .*✓ läsnä", "66", r"6 .*etänä", "<Enter>", r"läsnä 5, etänä 1"),
    "Kokous 3/2026: läsnä 5, etänä 1",
)
WALK = (
    Turn(
        "T07",
        moves("1", r"T07 on valmis\.", "Koulutus pidetty, ohjeet jaettu<Enter>", "T07 merkitty valmiiksi"),
        "T07: merkitty valmiiksi ”Koulutus pidetty, ohjeet jaettu”",
        5,
    ),
    Turn("T19", moves("2", r"T19 jatkuu\. Huomio", "<Enter>", "Kumoa: T19 jatkuu"), "T19: jatkuu", 6),
    Turn(
        "T38",
        moves("3", r"1  kevät 2027", "1", r"2  määrärahaa ei", "2", r"Kumoa: T38 siirretty: kevät 2026 → kevät 2027"),
        "T38: siirretty kevät 2026 → kevät 2027 (määrärahaa ei myönnetty)",
        7,
    ),
    Turn("T04", moves("0", r"T04: palataan muiden")),
    Turn(
        "T10",
        moves("4", r"2  Keskeytetään silti", "2", r"2  ei enää tarpeen", "2", "Kumoa: T10 keskeytetty"),
        "T10: keskeytetty ”ei enää tarpeen”",
        9,
    ),
    Turn("T12", moves("5", "Kumoa: T12 ei käsitelty"), "T12: ei käsitelty", 10),
    Turn(
        "T22",
        moves("+", r"T22, huomio:", "Työpajat: 3/5, åäö<Enter>", "Kumoa: T22 huomio"),
        "T22: huomio ”Työpajat: 3/5, åäö”",
        11,
    ),
    Turn(
        "T22",
        moves("2", r"T22 jatkuu\. Huomio", "Viides talvella<Enter>", "Kumoa: T22 jatkuu"),
        "T22: jatkuu ”Viides talvella”",
        12,
    ),
    Turn("T23", moves("0", r"T23: palataan muiden")),
    Turn(
        "T28",
        moves(
            "3",
            r"2  syksy 2027",
            "0s27<Enter>",
            r"1  resurssit",
            "0uusi laki<Enter>",
            r"Kumoa: T28 siirretty: .*→ syksy",
        ),
        "T28: siirretty syksy 2026 → syksy 2027 (uusi laki)",
        14,
    ),
    Turn("T30", moves("j", r"Jatkuuko 1 toimenpide", "<Enter>", "Kumoa: T30 jatkuu"), "T30: jatkuu", 15),
    Turn(
        "T04",
        moves("1", r"T04 on valmis\.", "Tuutori 31 yksikössä<Enter>", r"T04 merkitty valmiiksi"),
        "T04: merkitty valmiiksi ”Tuutori 31 yksikössä”",
        8,
    ),
    Turn("T23", moves("2", r"T23 jatkuu\. Huomio", "<Enter>", r"Kaikki ajankohtaiset"), "T23: jatkuu", 13),
)
CLOSE = Turn(
    "",
    moves(
        "m",
        r"Kokousmuistio 3/2026",
        "p",
        r"6 puutetta",
        "p",
        r"Kokous 3/2026 päättyy kello:",
        "<Enter>",
        r"Milloin on seuraava kokous\?",
        "16.3.2027<Enter>",
        r"Päätetäänkö kokous 3/2026\?",
        "<Enter>",
        r"Kokous 3/2026 on päätetty",
    ),
    "Kokous 3/2026: päätetty",
)
NEXT = "Lisätty kokous 1/2027: 16.3.2027"
"""The commit of the next meeting, which closing calls."""
WRITE = Turn("", moves("<Enter>", r"Tiedosto: minutes/muistio-3-2026\.md"), "Kokousmuistio 3/2026")


def decided(turns: Iterable[Turn] = WALK) -> list[str]:
    """Return the subjects of the commits that the walk makes, each with its §."""
    return [f"§ {turn.item} {turn.subject}" for turn in turns if turn.subject]
