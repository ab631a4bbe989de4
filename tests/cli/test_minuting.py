"""minutes check, publish, reopen and verify: the steps after a meeting, and the proof of a saved copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exporters.proof import digest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.town import Town

MEETING = """
[[meetings]]
number = "1/2026"
date = 2026-11-24
place = "Kunnantalo"
opened = 09:00:00
closed = 10:00:00

[[meetings.items]]
number = 1
heading = "Kokouksen avaus"
background = "Puheenjohtaja avasi kokouksen klo 9.00."

[[meetings.actions]]
number = 1
task = "Selvitys"
who = "tekninen"
due = 2026-12-15
"""


@pytest.fixture
def held(town: Town) -> Town:
    """The town after a meeting."""
    town.roadmap.write_text(town.roadmap.read_text("utf-8") + MEETING, encoding="utf-8")
    return town


@pytest.fixture
def copy(held: Town) -> Path:
    """The minutes as they were published and saved."""
    held.types("minutes", "check", "--by", "Rehtori")
    held.types("minutes", "publish", "--to", "Intranet")
    held.types("minutes", "-o", "kopio.md")
    return held.roadmap.parent / "kopio.md"


def test_minutes_are_checked_published_and_reopened(held: Town) -> None:
    """Each step is one sentence and one commit; the meeting is refused every edit in between."""
    checked = held.types("minutes", "check", "--by", "Rehtori")
    locked = held.types("edit", "1/2026", "place", "Koulu")
    published = held.types("minutes", "publish", "--to", "Intranet")
    reopened = held.types("minutes", "reopen", "--reason", "Väärä paikka", "--by", "Rehtori")
    edited = held.types("edit", "1/2026", "place", "Koulu")

    assert checked.out.startswith("Muistio 1/2026 tarkastettu: 24.11.2026, Rehtori\n")
    assert (locked.status, locked.out) == (1, "")
    assert locked.err.startswith("Muistio 1/2026 on tarkastettu ja lukittu.")
    assert published.out.startswith("Muistio 1/2026 julkaistu: 24.11.2026, Intranet\n")
    assert "sha256" in published.out
    assert reopened.out.startswith("Muistio 1/2026 avattu uudelleen: ”Väärä paikka”\n")
    assert edited.status == 0
    assert held.types("show", "1/2026", "--json").json["reopenings"] == [
        {"date": "2026-11-24", "reason": "Väärä paikka", "by": "Rehtori"}
    ]


def test_undo_takes_back_a_step(held: Town) -> None:
    """A check made by mistake is undone like any other decision, and told so."""
    held.types("minutes", "check", "--by", "Rehtori")
    said = held.types("undo").out

    assert said.startswith("Kumotaan: Muistio 1/2026 tarkastettu")
    assert held.types("show", "1/2026", "--json").json.get("state", "draft") == "draft"
    assert held.subjects()[0].startswith("Kumottu: Muistio 1/2026")


def test_a_step_that_lacks_its_word_is_misused(held: Town) -> None:
    """Who checked and why it is reopened are not guessed; a place of publishing is, where one is known."""
    assert held.types("minutes", "check").status == 2
    assert held.types("minutes", "reopen").status == 2
    assert held.types("minutes", "publish").status == 2
    assert held.types("minutes", "verify").status == 2
    assert held.types("minutes", "write", "kopio.md").status == 2
    assert held.types("minutes", "publish", "--to", "Intranet").status == 1


def test_a_saved_copy_is_what_was_published(held: Town, copy: Path) -> None:
    """White space does not count: an intranet wraps lines anew and Windows ends them its own way."""
    copy.write_bytes(copy.read_bytes().replace(b"\n", b"\r\n\r\n"))
    ran = held.types("minutes", "verify", "kopio.md")
    stored = held.types("show", "1/2026", "--json").json["digest"]

    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "kopio.md on se, mikä julkaistiin muistiona 1/2026 24.11.2026 (Intranet).\n"
    assert stored == digest(copy.read_text("utf-8"))


def test_a_copy_that_was_changed_is_told_line_by_line(held: Town, copy: Path) -> None:
    """The status says it, too; both lines are shown."""
    copy.write_text(copy.read_text("utf-8").replace("Kunnantalo", "Koulu"), encoding="utf-8")
    ran = held.types("minutes", "verify", "kopio.md")

    assert ran.status == 1
    assert ran.out.splitlines() == [
        "kopio.md ei ole muistion 1/2026 kirjattu teksti.",
        "Nyt kirjattu teksti eroaa (- kopio, + nyt):",
        "- - **Paikka:** Koulu",
        "+ - **Paikka:** Kunnantalo",
    ]


def test_a_hostile_copy_is_shown_harmlessly(held: Town, copy: Path) -> None:
    """What steers a terminal is made visible before it is shown."""
    copy.write_text("# 1/2026\x1b]0;omistettu\x07\x1b[2J" + "x" * 5000, encoding="utf-8")
    ran = held.types("minutes", "verify", copy.name)

    assert ran.status == 1
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out


def test_what_changed_in_the_data_since_is_told_of_a_true_copy(held: Town, copy: Path) -> None:
    """The copy is what was published, though a role in it is called otherwise by now."""
    held.types("edit", "members/tekninen", "role", "Tekninen päällikkö")
    ran = held.types("minutes", "verify", copy.name, "--json")

    assert ran.status == 0
    assert (ran.json["verdict"], ran.json["meeting"], ran.json["published_to"]) == ("published", "1/2026", "Intranet")
    assert any("Tekninen johtaja" in line for line in ran.json["removed"])
    assert any("Tekninen päällikkö" in line for line in ran.json["added"])


@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_other_forms_are_verified_by_writing_them_again(held: Town, copy: Path, suffix: str) -> None:
    """The copy for the intranet or the case management is the same minutes."""
    held.types("minutes", "-o", f"kopio.{suffix}")
    same = held.types("minutes", "verify", f"kopio.{suffix}")
    held.types("edit", "members/tekninen", "role", "Tekninen päällikkö")
    other = held.types("minutes", "verify", f"kopio.{suffix}")

    assert copy.exists()
    assert (same.status, other.status) == (0, 1)
    assert "Tekninen päällikkö" in other.out


def test_an_extract_and_a_part_of_a_page_are_verified_as_what_they_are(held: Town) -> None:
    """With the options with which they were written."""
    held.types("minutes", "--sector", "tekninen", "-o", "ote.md")
    held.types("minutes", "--under-title", "-o", "sivu.html")

    assert held.types("minutes", "verify", "ote.md").status == 1
    assert held.types("minutes", "verify", "ote.md", "--sector", "tekninen").status == 0
    assert held.types("minutes", "verify", "sivu.html", "--under-title").status == 0


def test_a_copy_tells_itself_of_which_meeting_it_is(held: Town) -> None:
    """Its title names the meeting, in every form; a later meeting is not taken for it."""
    held.types("minutes", "-o", "kopio.html")
    later = '\n[[meetings]]\nnumber = "2/2026"\ndate = 2026-12-01\nopened = 09:00:00\n'
    held.roadmap.write_text(held.roadmap.read_text("utf-8") + later, encoding="utf-8")
    ran = held.types("minutes", "verify", "kopio.html", "--json")

    assert ran.json["meeting"] == "1/2026"


def test_a_copy_in_another_language_is_known(held: Town) -> None:
    """Minutes written in Swedish equal what is recorded, though no digest is of them."""
    held.types("--lang", "sv", "minutes", "-o", "kopia.md")
    ran = held.types("minutes", "verify", "kopia.md", "--json")

    assert (ran.status, ran.json["verdict"], ran.json["language"]) == (0, "current", "sv")


@pytest.mark.parametrize(("name", "data"), [("ei-ole.md", None), ("roska.docx", b"PK"), ("roska.md", b"\xff\xfe\x00")])
def test_what_cannot_be_read_is_no_copy(held: Town, name: str, data: bytes | None) -> None:
    """It is neither equal nor different: the status is another one."""
    if data is not None:
        (held.roadmap.parent / name).write_bytes(data)
    ran = held.types("minutes", "verify", name)

    assert ran.status == 2
    assert name in ran.err
