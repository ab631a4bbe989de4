"""check, show and list: what stands in the roadmap, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.town import ROADMAP

if TYPE_CHECKING:
    from tests.cli.town import Town


def test_show_says_what_the_first_screen_says(folder: Town) -> None:
    """Which half-year it is, what is late, what ends, what starts next, how far we are: a line each, in words."""
    ran = folder.types("show")

    assert ran.status == 0
    assert "syksy 2026" in ran.out
    assert "T01 Sähköinen perehdytys: käynnissä, myöhässä; syksy 2025 – kevät 2026; Hallintojohtaja" in ran.out
    assert "Päättyy tänä puolivuotena (1):\nT02 Verkkomaksaminen" in ran.out
    assert "Alkaa seuraavaksi (1):\nT03 Avoin data" in ran.out
    assert "Tiedon hyödyntäminen: ei arvioitu" in ran.out


def test_show_draws_nothing(folder: Town) -> None:
    """A screen reader reads it well: no frames, no colour codes."""
    ran = folder.types("show")

    assert not any(char in ran.out for char in "\x1b\t│┃─━┌┐└┘═║▰▱●○◆")


def test_show_as_json_has_what_scripts_need(folder: Town) -> None:
    """`show --json`: the day, the half-year, counts by status, what is late, measures, viewpoints."""
    data = folder.types("show", "--json").json

    assert (data["as_of"], data["half"], data["late"]) == ("2026-11-24", "2026H2", ["T01"])
    assert (data["counts"]["planned"], data["counts"]["active"], data["counts"]["done"]) == (1, 2, 0)
    late, _, planned = data["measures"]
    assert (late["id"], late["status"], late["late"], late["start"], late["end"]) == (
        "T01",
        "active",
        True,
        "2025H2",
        "2026H1",
    )
    assert (planned["moves"], planned["responsible"]) == ([], "")
    services, knowledge = data["viewpoints"]
    assert {key: services[key] for key in ("id", "focus", "baseline", "current", "target", "gap", "basis", "n")} == {
        "id": "palvelut",
        "focus": True,
        "baseline": 2.9,
        "current": 2.9,
        "target": 4,
        "gap": -1.1,
        "basis": "survey",
        "n": 287,
    }
    assert (knowledge["current"], knowledge["gap"], knowledge["n"]) == (None, None, None)


def test_show_of_another_half_year(folder: Town) -> None:
    """`--half` takes what people type and looks at the roadmap as of then."""
    data = folder.types("show", "--json", "--half", "kevät 2027").json

    assert (data["half"], data["late"]) == ("2027H1", ["T01", "T02"])


def test_a_half_year_that_may_be_a_meeting_is_asked_about(folder: Town) -> None:
    """`1/2026` may be a half-year, a month or a meeting: nothing is guessed."""
    ran = folder.types("show", "--half", "1/2026")

    assert (ran.status, ran.out) == (1, "")
    assert "1/2026" in ran.err
    assert "kevät 2026" in ran.err


@pytest.mark.parametrize("typed", ["T01", "t01", "T1", "t-1", "t 01", "T-01"])
def test_an_id_is_known_however_it_is_typed(folder: Town, typed: str) -> None:
    """Case, a sign in between and leading zeros are no reason not to find a measure."""
    ran = folder.types("show", typed)

    assert (ran.status, ran.out.splitlines()[0]) == (0, "Toimenpide T01 Sähköinen perehdytys")


def test_an_unknown_id_brings_a_suggestion(folder: Town) -> None:
    """A letter o for a nought is a slip of the finger."""
    ran = folder.types("show", "TO2")

    assert (ran.status, ran.out) == (1, "")
    assert "”TO2”" in ran.err
    assert ran.err.endswith("Tarkoititko T02?\n")


def test_a_name_in_two_tables_is_asked_about(folder: Town) -> None:
    """A sector and a member may have the same id; the table before a slash tells them apart."""
    asked, shown = folder.types("show", "tekninen"), folder.types("show", "members/tekninen")

    assert asked.status == 1
    assert "sectors/tekninen, members/tekninen" in asked.err
    assert shown.out.splitlines()[0] == "Jäsen tekninen Tekninen johtaja"


def test_json_holds_nothing_that_a_terminal_acts_on(folder: Town) -> None:
    """What the file says stays the same for who reads the JSON, and is written so that a terminal only shows it."""
    hidden = "\u009b\u202e\u2066\u061c\x7f"
    typed = "".join(f"\\u{ord(char):04x}" for char in hidden)
    folder.roadmap.write_text(folder.text.replace("Verkkomaksaminen", f"a{typed}b"), encoding="utf-8")

    ran = folder.types("show", "T02", "--json")

    assert ran.json["title"] == f"a{hidden}b"
    assert not set(ran.out) & set(hidden)


def test_one_record_as_json_is_what_the_file_says(folder: Town) -> None:
    """`show ID --json` has every field of the record, and what is computed for a measure."""
    data = folder.types("show", "t2", "--json").json

    assert (data["id"], data["responsible"], data["late"]) == ("T02", "tekninen", False)


def test_list_has_a_line_for_each_measure(folder: Town) -> None:
    """Each line stands alone: id, title, status, schedule, who answers for it."""
    ran = folder.types("list")

    assert [line.split()[0] for line in ran.out.splitlines()] == ["T01", "T02", "T03"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--late",), ["T01"]),
        (("--status", "planned"), ["T03"]),
        (("--half", "k26"), ["T01", "T02"]),
        (("--half", "k27", "--late"), ["T01", "T02"]),
        (("--owner", "hallinto"), ["T01"]),
        (("--owner", "tekninen johtaja"), ["T02"]),
        (("--status", "done"), []),
    ],
)
def test_list_takes_those_that_fit_every_option(folder: Town, options: tuple[str, ...], expected: list[str]) -> None:
    """A half-year takes what is under way in it; a role is found by part of its name, å as a, and by its member id."""
    ran = folder.types("list", "--json", *options)

    assert [measure["id"] for measure in ran.json] == expected


def test_list_says_when_nothing_fits(folder: Town) -> None:
    """Nothing found is a sentence and no failure."""
    ran = folder.types("list", "--status", "done")

    assert ran.status == 0
    assert "toimenpiteitä ei ole" in ran.out


def test_check_of_a_sound_file(folder: Town) -> None:
    """A file without problems gives 0."""
    ran = folder.types("check")

    assert (ran.status, ran.err) == (0, "")
    assert folder.types("check", "--json").json == []


def test_check_tells_every_problem_with_line_and_key(folder: Town) -> None:
    """Problems are told all at once, each with its line and key; there being any gives 1."""
    broken = ROADMAP.replace('goals = ["asiointi"]', 'goals = ["asionti"]').replace('end = "2027H1"', 'ende = "2027H1"')
    folder.roadmap.write_text(broken, encoding="utf-8")

    ran, data = folder.types("check"), folder.types("check", "--json").json

    assert ran.status == 1
    assert [problem["code"] for problem in data] == ["missing-key", "unknown-key"]
    assert (data[0]["record"], data[0]["key"]) == ("T03", "end")
    lines = broken.splitlines()
    assert lines[data[1]["line"] - 1] == 'ende = "2027H1"'
    assert f"Rivi {data[1]['line']}, T03, ende" in ran.out


def test_a_problem_that_lets_the_file_open_is_a_remark(folder: Town) -> None:
    """A dangling reference does not keep the roadmap from being shown; that there is a problem is said."""
    folder.roadmap.write_text(ROADMAP.replace('goals = ["asiointi"]', 'goals = ["asionti"]'), encoding="utf-8")

    ran = folder.types("show")

    assert ran.status == 0
    assert "T01 Sähköinen perehdytys" in ran.out
    assert "tiekartta check" in ran.err


def test_the_nearest_roadmap_upward_is_used(folder: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands work in any folder below the roadmap's."""
    below = folder.folder / "muistiot" / "2026"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)

    assert folder.types("list", "--late").out.startswith("T01")


def test_without_a_roadmap_it_says_how_to_make_one(folder: Town) -> None:
    """No roadmap.toml anywhere above: a sentence with both ways on."""
    folder.roadmap.unlink()

    ran = folder.types("show")

    assert (ran.status, ran.out) == (1, "")
    assert "-f" in ran.err
    assert "tiekartta init" in ran.err


@pytest.mark.parametrize(
    "words", [("-f", "toinen.toml", "list"), ("list", "--file=toinen.toml"), ("toinen.toml", "list")]
)
def test_the_file_is_named_before_or_after_the_verb(folder: Town, words: tuple[str, ...]) -> None:
    """`-f FILE` stands on either side of the verb; a first word that is no verb is the file, too."""
    folder.roadmap.rename(folder.folder / "toinen.toml")

    assert folder.types(*words).out.startswith("T01")


def test_looking_writes_nothing(folder: Town) -> None:
    """Reading never makes, changes or removes a file."""
    before = {path: path.stat().st_mtime_ns for path in folder.folder.rglob("*")}

    for words in (("check",), ("show",), ("show", "T01"), ("list",), ("show", "--json")):
        folder.types(*words)

    assert {path: path.stat().st_mtime_ns for path in folder.folder.rglob("*")} == before


def test_an_id_that_a_merge_has_changed_leads_to_the_new_one(folder: Town) -> None:
    """Who still says T24 finds T02, which says how it was called; a record that has the id itself comes first."""
    folder.roadmap.write_text(ROADMAP.replace('id = "T02"', 'id = "T02"\nformerly = "T24"'), encoding="utf-8")

    assert folder.types("show", "t24").out == folder.types("show", "T02").out
    assert "Aiempi tunnus: T24" in folder.types("show", "T24").out
