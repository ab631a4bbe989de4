"""packet and approve: a year of changes is put forward, then approved in a commit and a tag, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.town import ROADMAP, Town
from tests.trusted import allow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.town import Ran

APPROVED = """
[[approvals]]
body = "Kunnanhallitus"
date = 2025-12-16
section = "§ 318"
of = "roadmap"
"""
LATER = ("--today", "2026-12-09")
TARGETS = """
[[viewpoints.targets]]
date = 2026-11-24
value = 4.5
state = "proposed"
"""


@pytest.fixture
def town(town: Town) -> Town:
    """The town with a roadmap that was approved once, before git knew it."""
    text = ROADMAP.replace('\n[[viewpoints]]\nid = "tieto"', f'{TARGETS}\n[[viewpoints]]\nid = "tieto"')
    town.roadmap.write_text(text + APPROVED, encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "hyväksytty")
    return town


def approve(town: Town, *words: str) -> Ran:
    """Approve on 8.12.2026, told a day later."""
    return town.types(*LATER, "approve", "--date", "8.12.2026", "--section", "§ 12", *words)


def test_a_year_goes_by(town: Town) -> None:
    """What was changed and proposed is put forward; approved it is in force, and the packet is empty."""
    town.types("move", "T02", "k27", "--reason", "resurssi")
    town.types("move", "T01", "s27", "--reason", "sopimus", "--propose")
    asked = town.types("packet", "--json").json
    before = town.git("rev-parse", "HEAD")
    ran = approve(town)

    assert [one["id"] for one in asked["proposals"]] == ["T01", "palvelut"]
    assert asked["approve"]["counts"] == {"period": 2, "target": 1}
    assert (ran.status, ran.err) == (0, "")
    assert "Lisätty hyväksyntä Johtoryhmä: 8.12.2026 § 12" in ran.out
    assert "Näkökulma Sähköiset palvelut tavoitetaso: 4,5 (hyväksytty)" in ran.out
    assert "Kumottu" not in ran.out
    assert "Merkitty tunnisteella: hyvaksytty-2026-12-08" in ran.out
    assert f'section = "§ 12"\ncommit = "{before}"\n' in town.text
    assert 'reason = "sopimus, Johtoryhmä § 12"' in town.text
    assert town.types(*LATER, "packet", "--json").json["empty"]
    assert town.git("rev-parse", "hyvaksytty-2026-12-08^{}") == town.git("rev-parse", "HEAD")
    assert town.git("cat-file", "-p", "hyvaksytty-2026-12-08").count("Johtoryhmä päättää hyväksyä") == 1


MOVED = """
[[measures.moves]]
date = 2026-09-01
from = "2026H2"
to = "2027H1"
reason = "resurssi"
"""


def test_where_the_history_begins_later_the_packet_says_so(folder: Town) -> None:
    """What is dated after the approval is put forward although git knows no version before it; the rest is unknown."""
    text = ROADMAP + APPROVED
    folder.roadmap.write_text(text, encoding="utf-8")
    folder.git("init", "--quiet")
    folder.git("add", ".")
    folder.git("commit", "--quiet", "--message", "alku")
    nothing = folder.types("packet", "-o", "-").out
    at = text.index('id = "T02"')
    moved = text[:at] + text[at:].replace('end = "2026H2"', f'end = "2027H1"\n{MOVED}', 1)
    folder.roadmap.write_text(moved, encoding="utf-8")
    folder.git("commit", "--quiet", "--all", "--amend", "--message", "alku")
    ran = folder.types("packet", "-o", "-").out

    assert "Edellisen hyväksynnän jälkeen ei tunneta hyväksyttäviä muutoksia." in " ".join(nothing.split())
    assert "sitä aiemmista muutoksista tunnetaan vain" in " ".join(ran.split())
    assert "- T02 siirretty: syksy 2026 → kevät 2027 (resurssi)" in ran
    assert folder.types("packet", "--json").json["begins"]


def test_what_is_dated_after_an_approval_was_not_approved_by_it(folder: Town) -> None:
    """Somebody wrote the approval down long after its day, and into a version that had been moved meanwhile."""
    at = ROADMAP.index('id = "T02"')
    moved = ROADMAP[:at] + ROADMAP[at:].replace('end = "2026H2"', f'end = "2027H1"\n{MOVED}', 1)
    folder.git("init", "--quiet")
    for text in (moved, moved + APPROVED):
        folder.roadmap.write_text(text, encoding="utf-8")
        folder.git("add", ".")
        folder.git("commit", "--quiet", "--message", "vuosi")
    ran = folder.types("packet", "-o", "-").out

    assert "- T02 siirretty: syksy 2026 → kevät 2027 (resurssi)" in ran
    assert "Tiekartan historia alkaa" not in ran


def test_the_approved_end_is_told_beside_todays(town: Town) -> None:
    """In words, for whoever reads no signs."""
    town.types("move", "T02", "k27", "--reason", "resurssi")

    assert "Päättyy: kevät 2027 (hyväksytty: syksy 2026)" in town.types("show", "T02").out
    assert approve(town).status == 0
    assert "hyväksytty:" not in town.types("show", "T02").out


def test_an_approved_end_that_is_typed_is_moved(town: Town) -> None:
    """Whichever command it is: nobody loses sight of what was approved."""
    assert town.types("edit", "T02", "päättyy", "k27").status == 0

    assert "Päättyy: kevät 2027 (hyväksytty: syksy 2026)" in town.types("show", "T02").out
    assert "siirretty: syksy 2026 → kevät 2027" in town.types("show", "T02").out


def test_a_target_level_is_proposed(town: Town) -> None:
    """By the viewpoint's name; a second one of the day takes the first one's place. What the scale lacks is refused."""
    first = town.types("target", "tieto", "3,5", "--note", "resurssi")
    town.types("target", "tieto", "3,8")

    assert "tavoitetaso: 3,5 (ehdotus)" in first.out
    assert "Tiedon hyödyntäminen: tavoitetaso 3,8, esitetty 24.11.2026" in town.types("packet", "-o", "-").out
    assert "value = 3.5" not in town.text
    assert town.types("target", "tieto", "6").status == 1


def test_what_was_not_approved_says_so(town: Town) -> None:
    """It changes nothing, waits no more, and can be proposed again."""
    town.types("drop", "T01", "--reason", "turha", "--propose")
    ran = approve(town, "--without", "T01,palvelut", "--of", "roadmap")
    asked = town.types(*LATER, "packet", "--json").json
    town.types("drop", "T01", "--reason", "turha", "--propose")

    assert "T01 esitystä ei hyväksytty: ”Johtoryhmä § 12”" in ran.out
    assert "tavoitetaso: 4,5 (ei hyväksytty)" in ran.out
    assert asked["empty"]
    assert 'status = "dropped"' not in town.text
    assert [one["id"] for one in town.types("packet", "--json").json["proposals"]] == ["T01"]


def test_what_was_decided_after_the_approval_is_in_the_next_packet(town: Town) -> None:
    """Everything since, counted from the approval on."""
    approve(town)
    town.types("drop", "T03", "--reason", "turha")

    assert town.types("packet", "--json").json["approve"]["counts"] == {"drop": 1}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--date", "8.12.2026"), "Hyväksyttävää ei ole"),
        (("--date", "10.12.2026"), "10.12.2026 on vasta tulossa"),
        (("--date", "1.12.2025"), "Viimeisin hyväksyntä on 8.12.2026 (Johtoryhmä)"),
        (("--date", "8.12.2026", "--body", "johtoryhmä"), "Hyväksyntä on jo kirjattu: Johtoryhmä 8.12.2026"),
        (
            (
                "--date",
                "eilen",
            ),
            "eilen",
        ),
        (
            (
                "--without",
                "T99",
            ),
            "T99",
        ),
    ],
)
def test_an_approval_that_cannot_be_is_refused_in_a_sentence(town: Town, words: tuple[str, ...], why: str) -> None:
    """Nothing to approve, ahead of time, out of order, twice, no day, nobody's proposal; nothing is written."""
    approve(town)
    text = town.text
    ran = town.types(*LATER, "approve", "--body", "Kunnanhallitus", *words)

    assert ran.status != 0
    assert why in ran.err
    assert (town.text, len(town.git("tag").splitlines())) == (text, 1)


def test_trouble_comes_first(town: Town) -> None:
    """What git does not have, faults of the file, and an unfinished merge: each in a sentence."""
    town.roadmap.write_text(town.text.replace("Avoin data", "Avoin tieto"), encoding="utf-8")
    unrecorded = approve(town)
    town.roadmap.write_text(town.text.replace('goals = ["asiointi"]', 'goals = ["muu"]'), encoding="utf-8")
    faulty = approve(town)
    town.git("checkout", "--quiet", "--", "roadmap.toml")
    (town.folder / ".git" / "MERGE_HEAD").write_text(town.git("rev-parse", "HEAD"), encoding="ascii")
    unfinished = approve(town)

    assert "ei ole kirjattu gitiin" in unrecorded.err
    assert "Tiedostossa on virheitä (1)" in faulty.err
    assert "kesken" in unfinished.err
    assert {unrecorded.status, faulty.status, unfinished.status} == {1}
    assert not town.git("tag")


def test_open_conflicts_come_first(town: Town) -> None:
    """What two people made of one thing is settled before it is approved."""
    conflict = (
        '\n[[conflicts]]\nid = "R1"\ntable = "measures"\nrecord = "T01"\nfield = "title"\nours = "A"\ntheirs = "B"\n'
    )
    town.roadmap.write_text(town.text + conflict + "date = 2026-11-24\n", encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "ristiriita")

    assert "Ristiriitoja odottaa ratkaisua (1)" in approve(town).err


def test_a_tag_that_cannot_be_made_loses_nothing(town: Town) -> None:
    """The approval is in the file and in a commit; why there is no tag is told."""
    allow(town.folder)
    town.git("config", "--global", "tag.gpgSign", "true")
    town.git("config", "--global", "gpg.program", "/bin/false")
    ran = approve(town)

    assert ran.status == 1
    assert "tunnistetta ei voitu lisätä" in ran.err
    assert "Lisätty hyväksyntä" in town.git("log", "-1", "--format=%s")


def test_an_approval_can_be_undone_and_made_again(town: Town) -> None:
    """What came into force is taken back with it; that the tag stays is said, and the next one has a number."""
    before = town.types("packet", "--json").json
    approve(town)
    undone = town.types("undo")

    assert "tunniste jää gitiin" in undone.out
    assert town.types("packet", "--json").json["approve"] == before["approve"]
    assert "hyvaksytty-2026-12-08-2" in approve(town).out


def test_the_packet_is_a_paper_beside_the_roadmap(town: Town, tmp_path: Path) -> None:
    """Markdown unless another form is asked for; printed with `-o -`; in the language that is asked for."""
    assert town.types("packet").status == 0
    assert (town.folder / "minutes" / "muutosesitys-2026-11-24.md").read_text(encoding="utf-8").startswith("# Esitys")
    for form, begins in (("html", b"<!"), ("docx", b"PK")):
        target = tmp_path / f"paketti.{form}"
        assert town.types("packet", "--format", form, "-o", str(target)).status == 0
        assert target.read_bytes().startswith(begins)
    assert town.types("packet", "-o", "-", "--lang", "sv").out.startswith("# Förslag till ändringar")
    assert town.types("packet", "--format", "docx", "-o", "-").status == 2


def test_a_packet_that_somebody_changed_is_left_alone(town: Town) -> None:
    """It is written over only where its path is named."""
    path = town.folder / "minutes" / "muutosesitys-2026-11-24.md"
    path.parent.mkdir()
    path.write_text("käsin\n", encoding="utf-8")

    assert town.types("packet").status == 1
    assert path.read_text(encoding="utf-8") == "käsin\n"


def test_a_roadmap_that_was_never_approved_is_approved_as_a_whole(folder: Town) -> None:
    """The first approval is of the roadmap; without git there is neither packet nor approval, and that is said."""
    without = folder.types("approve")
    folder.git("init", "--quiet")
    folder.git("add", "roadmap.toml")
    folder.git("commit", "--quiet", "--message", "alku")

    assert without.status == 1
    assert "git" in without.err
    assert "päättää hyväksyä tiekartan ”Pikkukunnan digitiekartta”." in folder.types("packet", "-o", "-").out.replace(
        "\n", " "
    )
    assert folder.types("approve", "--body", "Kunnanhallitus").status == 0
    assert 'of = "roadmap"' in folder.text


def test_what_another_copy_changed_meanwhile_was_not_approved(
    town: Town, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes with a merge after the approval, and is put forward in the next packet, in both copies alike."""
    other = Town(tmp_path_factory.mktemp("toinen"), town.capsys)
    other.git("clone", "--quiet", str(town.folder), ".")
    monkeypatch.chdir(other.folder)
    other.types("drop", "T03", "--reason", "turha")
    monkeypatch.chdir(town.folder)
    approve(town)
    town.git("pull", "--quiet", "--no-rebase", "--no-edit", str(other.folder))

    found = town.types(*LATER, "packet", "--json").json
    assert (found["approve"]["counts"], found["proposals"]) == ({"drop": 1}, [])
    other.git("pull", "--quiet", "--no-rebase", "--no-edit", "--tags", "origin")
    monkeypatch.chdir(other.folder)
    assert other.types(*LATER, "packet", "--json").json["approve"] == found["approve"]


def test_the_packet_as_it_was(town: Town) -> None:
    """On an earlier version of the roadmap; an approval of the past is refused."""
    before = town.git("rev-parse", "HEAD")
    town.types("drop", "T03", "--reason", "turha")

    assert town.types("packet", "--json", "--as-of", before).json["approve"]["counts"] == {"target": 1}
    assert town.types("--as-of", before, "approve").status != 0


def test_an_approved_version_that_cannot_be_read_is_no_first_approval(town: Town) -> None:
    """What has changed since then is not known, so nothing is put forward; the sentence says why."""
    text = town.text
    town.roadmap.write_text("rikki [", encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "rikki")
    broken = town.git("rev-parse", "HEAD").strip()
    named = APPROVED.replace('of = "roadmap"\n', f'of = "roadmap"\ncommit = "{broken}"\n')
    town.roadmap.write_text(text.replace(APPROVED, named), encoding="utf-8")
    town.git("commit", "--quiet", "--all", "--message", "korjattu")

    for words in (("packet", "-o", "-"), ("approve",)):
        ran = town.types(*LATER, *words)
        assert (ran.status, ran.out) == (1, "")
        assert "ei voi lukea" in ran.err


def test_a_packet_of_the_past_is_printed(town: Town, tmp_path: Path) -> None:
    """Beside the roadmap lies that of now; one of the past says so, and its file's ending tells the form."""
    before = town.git("rev-parse", "HEAD").strip()
    town.types("move", "T02", "k27", "--reason", "resurssi")
    town.types("packet")
    kept = (town.folder / "minutes" / "muutosesitys-2026-11-24.md").read_bytes()
    target = tmp_path / "silloin.html"

    ran = town.types("packet", "--as-of", before)
    town.types("packet", "--as-of", before, "-o", str(target))

    assert "Tilanne" in ran.out
    assert "T02" not in ran.out
    assert (town.folder / "minutes" / "muutosesitys-2026-11-24.md").read_bytes() == kept
    assert target.read_text(encoding="utf-8").startswith("<!")
