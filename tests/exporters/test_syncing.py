"""What two copies exchanged is told in the same words on the screen and the command line."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from exporters.syncing import sync_lines, unsent_line, where_line
from exporters.words import Words


@dataclass(frozen=True)
class Place:
    """A place to send to."""

    host: str = "git.kunta.example"
    branch: str = "main"


@dataclass(frozen=True)
class Exchanged:
    """What was exchanged."""

    received: int = 0
    sent: int = 0
    unsent: int = 0
    conflicts: tuple[str, ...] = ()
    asks: bool = False
    hindrance: Exception | None = None
    where: Place | None = Place()


@pytest.mark.parametrize(
    ("exchanged", "told"),
    [
        (Exchanged(), ("Kummallakaan puolella ei ollut uutta.",)),
        (
            Exchanged(received=2, sent=1),
            ("Vastaanotettu 2 kirjausta muilta.", "T07 jatkuu.", "Lähetetty 1 kirjaus."),
        ),
        (
            Exchanged(received=1, conflicts=("R1", "R2"), unsent=3),
            (
                "Vastaanotettu 1 kirjaus muilta.",
                "T07 jatkuu.",
                "2 ristiriitaa odottaa ratkaisua: R1 ja R2.",
                "3 kirjausta lähettämättä.",
            ),
        ),
    ],
)
def test_what_came_in_stands_before_what_went_out(exchanged: Exchanged, told: tuple[str, ...]) -> None:
    """Each is a sentence; the changes follow the count of what brought them."""
    came = ["T07 jatkuu."] if exchanged.received else []

    assert sync_lines(exchanged, Words("fi"), came=came) == told


@pytest.mark.parametrize(
    ("language", "one", "three"),
    [
        ("fi", "1 kirjaus lähettämättä", "3 kirjausta lähettämättä"),
        ("sv", "1 registrering inte skickad", "3 registreringar inte skickade"),
        ("en", "1 recording not sent", "3 recordings not sent"),
    ],
)
def test_what_waits_is_counted(language: str, one: str, three: str) -> None:
    """The standing line agrees with its count; where nothing waits there is none."""
    words = Words(language)

    assert [unsent_line(count, words) for count in (0, 1, 3)] == ["", one, three]


def test_the_question_names_host_and_branch() -> None:
    """Who agrees knows to what."""
    asked = where_line(Exchanged(unsent=3), Words("fi"))

    assert asked.startswith("Lähetetäänkö 3 kirjausta? Kohde: git.kunta.example, haara main.")
