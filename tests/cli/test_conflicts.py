"""What two people made of one thing is listed and settled from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.town import Town

CONFLICTS = """
[[conflicts]]
id = "R1"
table = "measures"
record = "T02"
field = "end"
base = "2026H1"
ours = "2026H2"
theirs = "2027H1"
ours_by = "Aino Malli"
theirs_by = "tiedostossa"
date = 2026-11-20

[[conflicts]]
id = "R2"
table = "measures"
record = "T03"
field = "title"
base = "Data"
ours = "Avoin data"
theirs = "Avoimet aineistot"
"""


@pytest.fixture
def torn(town: Town) -> Town:
    """A town whose roadmap has two open conflicts."""
    town.roadmap.write_text(town.text + CONFLICTS, encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "yhdistetty")
    return town


def test_each_is_told_with_both_sides_by_name(torn: Town) -> None:
    """Where, who, what, and which one holds; at the end how many there are and how they are settled."""
    ran = torn.types("conflicts")

    assert ran.status == 0
    assert "R1  T02" in ran.out
    assert "Aino Malli: syksy 2026 (voimassa)" in ran.out
    assert "tiedostossa: kevät 2027" in ran.out
    assert "ennen kumpaakin: kevät 2026" in ran.out
    assert "Avoimet aineistot" in ran.out
    assert "2 ristiriitaa odottaa ratkaisua." in ran.out
    assert "tiekartta conflicts settle R1" in ran.out


def test_scripts_get_the_values_as_the_file_has_them(torn: Town) -> None:
    """JSON has the record of the file, the sides as they are told, and all of it as a sentence."""
    first, second = torn.types("conflicts", "--json").json

    assert first["sentence"].startswith("T02, ")
    assert first["sentence"].endswith("Toistaiseksi voimassa syksy 2026 (Aino Malli).")
    assert (first["id"], first["theirs"], first["date"]) == ("R1", "2027H1", "2026-11-20")
    assert [(side["side"], side["value"], side["holds"]) for side in second["sides"]] == [
        ("ours", "Avoin data", True),
        ("theirs", "Avoimet aineistot", False),
        ("base", "Data", False),
    ]


@pytest.mark.parametrize(("side", "end"), [("ours", "2026H2"), ("theirs", "2027H1"), ("base", "2026H1")])
def test_one_word_settles_it(torn: Town, side: str, end: str) -> None:
    """The value of that side stands, the conflict is gone, and one commit says so; undo brings both back."""
    ran = torn.types("conflicts", "settle", "r1", side)

    assert (ran.status, ran.err) == (0, "")
    assert f'end = "{end}"' in torn.text
    assert 'id = "R1"' not in torn.text
    assert 'id = "R2"' in torn.text
    assert "T02" in torn.subjects()[0]

    torn.types("undo")
    assert 'id = "R1"' in torn.text
    assert 'end = "2026H2"  # sopimus ratkaisee' in torn.text


def test_a_third_value_is_kept(torn: Town) -> None:
    """Edited since, the conflict is settled on what is there now, and on nothing else."""
    torn.types("edit", "T03", "title", "Aineistot")

    assert "siinä nyt: Aineistot (voimassa)" in torn.types("conflicts").out
    refused = torn.types("conflicts", "settle", "R2", "theirs")
    assert refused.status == 1
    assert "R2" in refused.err
    assert torn.types("conflicts", "settle", "R2", "now").status == 0
    assert 'title = "Aineistot"' in torn.text
    assert 'id = "R2"' not in torn.text


def test_what_makes_no_sense_is_refused(torn: Town) -> None:
    """An unknown conflict is refused in a sentence; without a side there is nothing to settle on."""
    assert torn.types("conflicts", "settle", "R9", "ours").status == 1
    assert torn.types("conflicts", "settle", "R1").status == 2
    assert torn.types("conflicts", "settle", "R1", "kumpi").status == 2


def test_without_conflicts_that_is_said(town: Town) -> None:
    """There is nothing to settle."""
    assert town.types("conflicts").out == "Ristiriitoja ei ole.\n"
    assert town.types("conflicts", "--json").json == []


def test_check_notes_them_and_finds_nothing_wrong(torn: Town) -> None:
    """A conflict is no fault: the file can be read, edited and saved as it is."""
    ran = torn.types("check")

    assert ran.status == 0
    assert ran.out.splitlines()[-1] == "2 ristiriitaa odottaa ratkaisua."
    assert torn.types("check", "--json").json == []
    assert torn.types("done", "T01").status == 0
