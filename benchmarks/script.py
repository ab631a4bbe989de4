"""The sample's meeting 3/2026, key by key, as a person holds it: from opening the program to published minutes.

A script is turns; a turn is what somebody does in one go, and what becomes of it is one fact of the file and one
commit. Whoever plays it (`benchmarks.meeting` in the app itself, the tests in a real terminal) waits after each move
until the screen shows what the move brings about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = "2026-11-24"
PART = re.compile(r"«([^»]*)»|<([^>]+)>|(.)")


@dataclass(frozen=True, slots=True)
class Key:
    """A key: a character, or a name such as Enter; it types something new, or it does something."""

    name: str
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """Keys, and what the screen shows after them that it did not show before."""

    keys: tuple[Key, ...]
    shows: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where turns are taken: how one gets there from the first screen, and by what one knows it."""

    way: tuple[Key, ...]
    shows: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What is done in one go: the moves, and the beginning of what the history says of it."""

    place: Place
    moves: tuple[Move, ...]
    says: str = ""
    """Empty for what is no fact: a look, a way to another screen."""
    anew: tuple[Move, ...] = ()
    """The moves when the turn is begun after a restart, where they are not the same."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """All its keys."""
        return tuple(key for move in self.moves for key in move.keys)


def keys(text: str) -> tuple[Key, ...]:
    """Return keys: `«new text»` is typed, `<Enter>` is one key, any other character is one as well."""
    return tuple(key for found in PART.finditer(text) for key in _keys(*found.groups()))


def _keys(text: str | None, name: str | None, character: str | None) -> Iterator[Key]:
    if text is not None:
        yield from (Key(letter, is_text=True) for letter in text)
    else:
        yield Key(name or character or "")


def moves(*pairs: str) -> tuple[Move, ...]:
    """Return moves of texts in turn: keys, and what the screen shows after them."""
    return tuple(Move(keys(pressed), shows) for pressed, shows in zip(pairs[::2], pairs[1::2], strict=True))


FIRST = Place((), r"Enter Käy läpi")
WALK = Place(keys("<Enter>"), r"Läpikäynti .* § \d+ · kokous 3/2026")
MATURITY = Place(keys("k"), r"Enter Arvioi taso")
ROOM = Place(keys("e"), r"Enter Käsittele")
MINUTES = Place(keys("m"), r"Enter Kirjoita tiedosto")

OPENING = (
    Turn(
        FIRST,
        moves("<Enter>", r"Aloitetaanko kokous 3/2026\?", "<Enter>", r"Kokous 3/2026 on alkanut"),
        "Kokous 3/2026: avattu",
    ),
    Turn(
        WALK,
        moves(
            "l",
            r"1 .*ei kirjattu",
            "<Space>",
            r"6 .*✓ läsnä",
            "3e",
            r"3 .*etänä",
            "4",
            r"4 .*poissa",
            "5",
            r"5 .*poissa",
            "<Enter>",
            r"läsnä 3, etänä 1, poissa 2",
        ),
        "Kokous 3/2026: läsnä 3, etänä 1, poissa 2",
    ),
)
"""The meeting is opened and its agenda built; six members: one remote, one away, one not there yet."""


def done(measure: str, result: str) -> Turn:
    """Say that a measure is done, with its result."""
    answered = moves("1", rf"{measure} on valmis\.", f"«{result}»<Enter>", f"Kumoa: {measure} merkitty valmiiksi")
    return Turn(WALK, answered, f"{measure}: merkitty valmiiksi ”{result}”")


def moved(measure: str, reason: int) -> Turn:
    """Move a measure to the next half-year for one of the usual reasons."""
    answered = moves(
        "3", rf"{measure}: mille puolivuodelle", "1", rf"{measure}: miksi", str(reason), f"Kumoa: {measure} siirretty"
    )
    return Turn(WALK, answered, f"{measure}: siirretty")


WALKED = (
    done("T07", "Ohjeet jaettu, 214 osallistujaa"),
    moved("T19", 1),
    moved("T38", 4),
    Turn(
        WALK,
        moves("l", r"4 .*poissa", "4", r"▸4", "l", r"Perusopetuksen edustaja saapui"),
        "Kokous 3/2026: Perusopetuksen edustaja saapui § 8 kohdalla",
    ),
    done("T04", "Tuutori 31 yksikössä"),
    moved("T10", 3),
    moved("T12", 1),
    Turn(
        WALK,
        moves("j", r"Jatkuuko 4 toimenpidettä", "<Enter>", r"Kaikki ajankohtaiset"),
        "§ 11–14 T22, T23, T28, T30: jatkuvat",
    ),
)
"""Three late measures and seven that end: two are done, four moved, four go on; a member arrives meanwhile."""


def scored(row: int, level: str, said: str) -> Turn:
    """Give the viewpoint of a row, from 0, a new level by judgement, and go on to the next row."""
    asked = (
        "<Enter>",
        r"uusi taso 1–5",
        f"«{level}»<Enter>",
        r"Mihin taso perustuu",
        "<Enter>",
        r"Huomio yhdellä rivillä",
    )
    answered = moves(*asked, "<Enter>", rf"Näkökulma {said}")
    down = keys("<Down>")
    anew = (Move((*down * row, *answered[0].keys), answered[0].shows), *answered[1:])
    first = Move((*down, *answered[0].keys), answered[0].shows) if row else answered[0]
    return Turn(MATURITY, (first, *answered[1:]), f"§ {15 + row} Näkökulma {said}", anew)


SCORED = (
    Turn(MATURITY, (Move(MATURITY.way, MATURITY.shows),)),
    scored(0, "2,5", "Tavoitteet ja mittarit: 2,4"),
    scored(1, "3,0", "Tiedon hyödyntäminen: 2,9"),
    scored(2, "3,4", "Sähköiset palvelut: 3,3"),
)
"""Three levels are judged anew."""


def decided(item: int, how: str, says: str, *, text: str = "", shows: str = "") -> Turn:
    """Decide on a § by a key, and by new words where its phrase needs them; the history tells it by its decision."""
    worded = (how, PHRASES[how], f"«{text}»<Enter>") if text else (how,)
    shown = shows or rf"Kokous 3/2026 § {item}: "
    answered = moves("<Enter>", rf"§ {item} .*: mitä päätettiin\?", *worded, shown)
    return Turn(ROOM, answered, f"Kokous 3/2026 § {item}: {says}")


def settled(item: int) -> Turn:
    """Say of the § just decided that there is nothing to carry out."""
    says = f"Kokous 3/2026 § {item}: ei toimeenpantavaa"
    anew = moves("<Up>w", rf"§ {item}: miten toimeenpano etenee", "1", says, "<Down>", says)
    return Turn(ROOM, moves("2", says), says, anew)


def tasked(number: int, member: int, said: str, *, task: str = "") -> Turn:
    """Give a task out of the § just decided: what stands ready, or new words; who by number, the first day offered."""
    told = (f"«{task}»<Enter>" if task else "<Enter>", r"Kuka tekee\?", str(member), r"Mihin mennessä\?")
    says = f"Tehtävä 3/2026-{number}: {said}"
    anew = moves("<Up>a", r"Mitä on tehtävä\?", f"«{task or said}»<Enter>", *told[1:], "<Enter>", says, "<Down>", says)
    return Turn(ROOM, moves("1", r"Mitä on tehtävä\?", *told, "<Enter>", says), says, anew)


OWNER = r"kuka toimeenpanee"
PHRASES = {"3": r"\n +Sovittiin, että …\n", "4": r"\n +Päätettiin …\n"}
"""The set phrases that need words, by their keys."""
DECIDED = (
    Turn(ROOM, (Move(ROOM.way, ROOM.shows),)),
    Turn(
        ROOM,
        moves("<Enter>", r"Mitkä toimenpiteet aloitetaan nyt\?", "<Enter>", r"Kokous 3/2026 § 18: "),
        "Kokous 3/2026 § 18: Alkavat toimenpiteet ”Merkittiin tiedoksi",
    ),
    decided(19, "1", "Esitys digitiekartan muutoksista 2026 ”Hyväksyttiin", shows=OWNER),
    tasked(1, 1, "Muutosten vienti johtoryhmään", task="Muutosten vienti johtoryhmään"),
    decided(20, "1", "Vuoden 2027 aikataulu ”Hyväksyttiin", shows=OWNER),
    settled(20),
    decided(21, "3", "Vuoden 2026 tilinpäätöksen", text="luonnos käsitellään helmikuussa", shows=OWNER),
    tasked(2, 2, "Luonnoksen kirjoittaminen", task="Luonnoksen kirjoittaminen"),
    decided(22, "1", "Sähköisen allekirjoituksen käyttöönotto ”Hyväksyttiin", shows=OWNER),
    settled(22),
    decided(23, "4", "Digituen ajat kirjastossa ”Päätettiin", text="kokeilla iltaopastusta", shows=OWNER),
    tasked(3, 5, "Opastajien haku", task="Opastajien haku"),
    decided(24, "<Enter>", "Muut esille tulevat asiat ”Muita asioita ei ollut"),
)
"""What else is on the agenda: four decisions in words of their own or as proposed, three tasks."""

CLOSED = (
    Turn(
        ROOM,
        moves(
            "p",
            r"Kokous 3/2026 päättyy kello:",
            "<Enter>",
            r"Milloin on seuraava kokous\?",
            "<Enter>",
            r"Päätetäänkö kokous 3/2026\?",
            "<Enter>",
            r"Kokous 3/2026 on päätetty",
        ),
        "Kokous 3/2026: päätetty",
    ),
    Turn(
        MINUTES,
        moves("5", r"Kuka on tarkastanut muistion 3/2026\?", "1", r"Muistio 3/2026 +tarkastettu"),
        "Muistio 3/2026: tarkastettu",
    ),
    Turn(
        MINUTES,
        moves("6", r"Missä muistio 3/2026 julkaistaan\?", "<Enter>", r"Tiedosto:\s+minutes/muistio-3-2026\.md"),
        "Muistio 3/2026: julkaistu",
    ),
)
"""The meeting is closed and the next one called; the minutes are checked, published and written."""

MEETING: tuple[Turn, ...] = (*OPENING, *WALKED, *SCORED, *DECIDED, *CLOSED)
