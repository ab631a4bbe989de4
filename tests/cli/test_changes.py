"""changes: what is different from a day, a meeting, an approval or a revision, record by record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_as_of import HELD, amended, types
from tests.cli.town import ROADMAP

if TYPE_CHECKING:
    from tests.cli.town import Town

APPROVAL = '\n[[approvals]]\nbody = "Johtoryhmä"\ndate = 2026-10-06\nsection = "§ 12"\n'
LATER = '\n[[measures]]\nid = "T04"\ntitle = "Digituki"\nstart = "2027H1"\nend = "2027H2"\n'


@pytest.fixture
def town(folder: Town) -> Town:
    """A year by hand: the beginning, a meeting, an approval, and two decisions after both."""
    folder.git("init", "--quiet")
    amended(folder, ROADMAP, "2026-08-30T12:00:00")
    amended(folder, ROADMAP + HELD, "2026-09-01T10:30:00")
    amended(folder, ROADMAP + HELD + APPROVAL, "2026-10-07T12:00:00")
    folder.types("move", "T02", "k27", "--reason", "resurssi")
    folder.git("commit", "--quiet", "--amend", "--no-edit", "--date", "2026-11-19T12:00:00")
    amended(folder, folder.text + LATER, "2026-11-20T12:00:00")
    return folder


def told(town: Town, *words: str) -> list[str]:
    """Return the lines that a command prints, without the first one, which counts."""
    ran = town.types("changes", *words)
    assert (ran.status, ran.err) == (0, "")
    return ran.out.splitlines()[1:]


def test_without_a_day_it_is_since_the_last_meeting(town: Town) -> None:
    """The first line says since when and how much; a record has one line, however many commits it took."""
    town.types("note", "T02", "Sopimus allekirjoitettu")
    ran = town.types("changes")

    first, *lines = ran.out.splitlines()
    assert first == "Muutokset kokouksen 1/2026 jälkeen (1.9.2026 – 24.11.2026): 4 muutosta, 2 toimenpidettä"
    assert lines == [
        "T02 Verkkomaksaminen: siirretty: syksy 2026 → kevät 2027 (resurssi); huomio: ”Sopimus allekirjoitettu”",
        "Lisätty toimenpide T04: Digituki (kevät 2027 – syksy 2027)",
        "Lisätty hyväksyntä Johtoryhmä: 6.10.2026 § 12 (tiekartan muutokset)",
    ]


@pytest.mark.parametrize(
    ("since", "records"),
    [
        ("meeting:1/2026", ["T02", "T04", "Johtoryhmä"]),
        ("approval", ["T02", "T04"]),
        ("2026-10-31", ["T02", "T04"]),
        ("31.8.2026", ["T02", "T04", "Kokous 1/2026", "Johtoryhmä"]),
        ("HEAD~1", ["T04"]),
        ("HEAD", []),
    ],
)
def test_since_can_be_said_in_four_ways(town: Town, since: str, records: list[str]) -> None:
    """A meeting, the approval, a day in both ways of writing, a revision; only what came later is told."""
    lines = told(town, "--since", since)

    assert len(lines) == len(records), lines
    assert [name in line for name, line in zip(records, lines, strict=True)] == [True] * len(records), lines


def test_what_was_taken_back_is_not_told(town: Town) -> None:
    """It is the net change: between two equal states there is none."""
    before = town.text
    town.types("done", "T01")
    town.types("undo")

    assert town.text == before
    assert told(town, "--since", "HEAD~2") == []
    assert "Mikään ei ole muuttunut" in town.types("changes", "--since", "HEAD~2").out


def test_a_measure_that_was_moved_twice_was_moved_once(town: Town) -> None:
    """From where it ended then to where it ends now, with the reason of the last move."""
    town.types("move", "T02", "s27", "--reason", "kilpailutus")

    assert told(town, "--since", "approval")[0] == (
        "T02 Verkkomaksaminen: siirretty: syksy 2026 → syksy 2027 (kilpailutus)"
    )


def test_it_may_end_before_now(town: Town) -> None:
    """`--until` and `--as-of` name the later state; between the two lies what happened in that time."""
    first = ("--since", "2026-08-30")

    assert told(town, *first, "--until", "2026-09-30") == told(town, *first, "--until", "meeting:1/2026")
    ran = town.types("changes", *first, "--as-of", "2026-09-30")
    assert ran.out.splitlines()[1:] == told(town, *first, "--until", "2026-09-30")
    assert types(town, "changes", "--as-of", "2026-10-31").out.startswith("Muutokset kokouksen 1/2026 jälkeen")


def test_what_somebody_changes_by_hand_is_there_before_it_is_recorded(town: Town) -> None:
    """The later state is the file as it stands."""
    town.roadmap.write_text(town.text.replace('"Avoin data"', '"Avoimet aineistot"'), encoding="utf-8")

    assert told(town, "--since", "HEAD") == ["T03 Avoimet aineistot: nimi: Avoin data → Avoimet aineistot"]


def test_as_json_every_change_has_its_sentence(town: Town) -> None:
    """Since when, until when, each change by record and field, and the records as they are told."""
    data = town.types("changes", "--since", "approval", "--json").json

    assert data["since"] == {"asked": "approval", "date": "2026-10-06", "known": True}
    assert data["until"] == "2026-11-24"
    assert {change["record"] for change in data["changes"]} == {"T02", "T04"}
    assert all(change["sentence"] for change in data["changes"])
    assert [record["id"] for record in data["records"]] == ["T02", "T04"]


def test_it_is_a_document_in_three_forms(town: Town) -> None:
    """Markdown and HTML are printed or written, Word is written; the form follows the name of the file."""
    printed = town.types("changes", "--since", "approval", "--format", "md").out
    assert printed.startswith("# Muutokset hyväksynnän 6.10.2026 jälkeen\n")
    assert "## Toimenpiteet\n\n- **T02 Verkkomaksaminen:** siirretty" in printed
    assert (
        "# Ändringar efter godkännandet" in town.types("changes", "--since", "approval", "-o", "-", "--lang", "sv").out
    )
    assert town.types("changes", "--format", "docx").status == 2

    for name in ("erot.docx", "erot.html", "erot.md"):
        assert town.types("changes", "--since", "approval", "-o", name).out == f"Kirjoitettu: {name}\n"
    assert (town.folder / "erot.docx").read_bytes().startswith(b"PK")
    assert "<h2>Toimenpiteet</h2>" in (town.folder / "erot.html").read_text(encoding="utf-8")
    assert (town.folder / "erot.md").read_text(encoding="utf-8") == printed


def test_where_the_history_begins_later_it_says_so(folder: Town) -> None:
    """What was before the first version is known as far as it is dated; nothing is made up, not even a quiet time."""
    folder.git("init", "--quiet")
    note = '\n[[measures.log]]\ndate = 2026-09-15\ntext = "Sopimus"\n'
    amended(folder, ROADMAP + HELD, "2026-10-01T12:00:00")
    unknown = folder.types("changes").out
    amended(folder, ROADMAP + note + HELD, "2026-10-01T12:00:00")
    folder.git("checkout", "--quiet", "--orphan", "alku")
    folder.git("commit", "--quiet", "--message", "alku")

    assert "Muutoksia ei tunneta" in unknown
    assert "Mikään ei ole muuttunut" not in unknown
    lines = told(folder)
    assert "sitä aiemmista muutoksista tunnetaan vain tiekarttaan päivättyinä kirjatut" in lines[0]
    assert lines[1:] == ["T03 Avoin data: huomio: ”Sopimus”"]


def test_without_a_meeting_it_asks_since_when(folder: Town) -> None:
    """Nothing is guessed."""
    folder.git("init", "--quiet")
    amended(folder, ROADMAP, "2026-10-01T12:00:00")

    ran = folder.types("changes")
    assert (ran.status, ran.out) == (2, "")
    assert "--since HEAD~3" in ran.err


def test_the_catch_up_begins_with_it(town: Town) -> None:
    """Whoever was away reads first what has changed since the meeting before, the own measures first."""
    town.types("meeting", "start")
    town.types("done", "T01")
    town.types("meeting", "close", "--not-handled")

    page = town.types("meeting", "catch-up", "--member", "tekninen").out

    parts = [line for line in page.splitlines() if line.startswith("## ")]
    assert parts[0] == "## Muutokset kokouksen 1/2026 jälkeen"
    assert page.index("**T02") < page.index("**T01") < page.index(parts[1])


def test_an_approval_is_no_change_since_itself(town: Town) -> None:
    """Right after it nothing is told: neither its own record nor what it put in force."""
    town.types("score", "palvelut", "3,2")
    ran = town.types("approve", "--body", "Johtoryhmä", "--date", "2026-11-24", "--section", "§ 12")
    assert ran.status == 0, ran.err

    assert told(town, "--since", "approval") == []
    town.types("done", "T01")
    assert told(town, "--since", "approval") == ["T01 Sähköinen perehdytys: merkitty valmiiksi"]


def test_the_history_of_then_ends_then(town: Town) -> None:
    """What came later is not in it."""
    all_of_it, then = town.types("history"), town.types("history", "--as-of", "2026-10-31")

    assert ("T02 siirretty" in all_of_it.out, "T02 siirretty" in then.out) == (True, False)
    assert "Johtoryhmä" in then.out
    assert then.err == "Tilanne 31.10.2026\n"


def test_whoever_missed_several_meetings_reads_since_the_last_one_attended(town: Town) -> None:
    """Everybody else reads since the meeting before."""
    town.types("meeting", "start", "--present", "koulu", "--absent", "tekninen")
    town.types("meeting", "close", "--not-handled")
    for words in (("start", "--present", "koulu", "--absent", "tekninen"), ("close", "--not-handled")):
        town.types("meeting", *words, "--today", "2026-12-15")

    def since(*words: str) -> str:
        page = town.types("meeting", "catch-up", "--today", "2026-12-16", *words).out
        return next(line for line in page.splitlines() if line.startswith("## "))

    assert since("--member", "tekninen") == "## Muutokset kokouksen 1/2026 jälkeen"
    assert since("--member", "koulu") == since() == "## Muutokset kokouksen 2/2026 jälkeen"


def test_the_approval_is_that_of_then(folder: Town) -> None:
    """As of a day between two approvals the earlier one is the last; the later one is not known yet."""
    folder.git("init", "--quiet")
    amended(folder, ROADMAP, "2026-08-30T12:00:00")
    amended(folder, ROADMAP + APPROVAL, "2026-10-07T12:00:00")
    between = ROADMAP.replace('"Avoin data"', '"Avoin tieto"') + APPROVAL
    amended(folder, between, "2026-10-20T12:00:00")
    later = between.replace('"Avoin tieto"', '"Avoimet aineistot"')
    amended(folder, later + APPROVAL.replace("2026-10-06", "2026-11-03"), "2026-11-04T12:00:00")
    then = ("--as-of", "2026-10-31")

    changes, packet = (folder.types(*words, *then) for words in (("changes", "--since", "approval"), ("packet", "-o-")))
    none = folder.types("changes", "--since", "approval", "--as-of", "2026-08-31")

    assert changes.out.splitlines()[1:] == ["T03 Avoin tieto: nimi: Avoin data → Avoin tieto"]
    assert "nimi: Avoin data → Avoin tieto" in packet.out
    assert ("Tilanne 31.10.2026" in packet.out, "Tilanne 31.10.2026" in packet.err) == (True, True)
    assert (none.status, none.err.splitlines()[-1]) == (1, "Tiekarttaa ei ole vielä hyväksytty.")
