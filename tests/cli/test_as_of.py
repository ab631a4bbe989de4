"""--as-of: every verb that shows the roadmap shows it as it was, and none that changes it does so in the past."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.town import ROADMAP
from tui.cli.table import EVERYWHERE, VERBS

if TYPE_CHECKING:
    from tests.cli.town import Ran, Town

HELD = """
[[meetings]]
number = "1/2026"
date = 2026-09-01
opened = 09:00:00
closed = 10:30:00
state = "draft"

[[meetings.items]]
number = 1
heading = "Kuntalaiskysely"
outcome = "agreed"
decision = "Kysely järjestetään marraskuussa."

[[meetings.actions]]
number = 1
task = "Kyselyn kysymykset"
who = "koulu"
due = 2026-10-01
"""
AUTUMN = ROADMAP.replace('end = "2026H2"', 'end = "2027H1"').replace(
    'title = "Avoin data"', 'title = "Avoimet aineistot"'
)
READING: dict[str, tuple[str, ...]] = {
    "check": (),
    "show": (),
    "list": (),
    "decisions": (),
    "actions": (),
    "conflicts": (),
    "meeting": ("show",),
    "minutes": (),
    "pilots": (),
    "services": (),
    "maturity": (),
    "indicators": (),
    "survey": ("list",),
    "export": ("-o", "-"),
}
"""The words with which each reading verb is tried here; those of other tests say so there."""
OTHERS = {"changes", "packet", "history"}
"""Reading verbs that have tests of their own for it."""
ELSEWHERE = {
    "history",
    "overview",
    "init",
    "guide",
    "completion",
    "trust",
    "packet",
    "setup-git",
    "merge-driver",
    "sync",
}
"""Verbs that neither change the roadmap nor show it."""


@pytest.fixture
def year(town: Town) -> Town:
    """A town with a meeting in September and changes in October."""
    amended(town, ROADMAP + HELD, "2026-09-01T10:30:00")
    amended(town, AUTUMN + HELD.replace('state = "draft"', 'state = "checked"'), "2026-10-15T12:00:00")
    return town


@pytest.fixture
def town(folder: Town) -> Town:
    """A repository in which the roadmap was committed on 30.8.2026."""
    folder.git("init", "--quiet")
    amended(folder, ROADMAP, "2026-08-30T12:00:00")
    return folder


def amended(town: Town, text: str, when: str) -> None:
    """Commit a version of the roadmap by hand at a time."""
    town.roadmap.write_text(text, encoding="utf-8")
    town.git("add", "roadmap.toml")
    dated = {**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(["git", "commit", "--quiet", "--message", "käsin"], cwd=town.folder, env=dated, check=True)


def types(town: Town, *words: str) -> Ran:
    """Run a command without saying which day it is."""
    from tui.main import main  # noqa: PLC0415 - the town's own way always gives the day

    town.capsys.readouterr()
    status = main([*words])
    said = town.capsys.readouterr()
    return type(town.types("--version"))(status, said.out, said.err)


def test_every_reading_verb_is_known_here() -> None:
    """The table says which verbs show the roadmap; a new one is tried here, too."""
    reading = {verb.name for verb in VERBS if verb.reads}

    assert reading - OTHERS == READING.keys()
    assert {verb.name for verb in VERBS if not verb.changes} - reading <= ELSEWHERE
    for verb in VERBS:
        names = [name for option in (*verb.own, *EVERYWHERE) for name in option.names]
        assert ("--as-of" in names) == verb.reads


@pytest.mark.parametrize("verb", READING)
@pytest.mark.parametrize("asked", ["2026-09-02", "2.9.2026", "meeting:1/2026", "HEAD~1"])
def test_a_reading_verb_says_what_it_would_have_said_then(year: Town, verb: str, asked: str) -> None:
    """The option stands before the verb or after it; what is printed is that version's, and it says so."""
    now = year.text
    then = year.git("show", "HEAD~1:roadmap.toml") + "\n"

    before, after = (
        year.types("--as-of", asked, verb, *READING[verb]),
        year.types(verb, *READING[verb], "--as-of", asked),
    )
    year.roadmap.write_text(then, encoding="utf-8")
    words = (*READING[verb], *(("-o", "-") if verb == "minutes" else ()))
    plain = year.types(verb, *words)

    assert (before.status, before.out, before.err) == (after.status, after.out, after.err)
    assert before.status == 0
    assert "Tilanne " in before.out + before.err
    told = [line for line in before.out.splitlines() if line and "Tilanne " not in line]
    assert told == [line for line in plain.out.splitlines() if line]
    assert now != then


@pytest.mark.parametrize("verb", sorted({verb.name for verb in VERBS if not verb.reads}))
def test_a_verb_that_changes_refuses_the_past(year: Town, verb: str) -> None:
    """Wherever the option stands it is refused in one sentence, and nothing is touched."""
    before = year.text, year.git("rev-parse", "HEAD")

    for words in (("--as-of", "2026-09-02", verb, "T01"), (verb, "T01", "--as-of=2026-09-02")):
        ran = year.types(*words)
        assert (ran.status, ran.out, ran.err) == (1, "", "Mennyttä voi vain katsella; siinä ei voi muuttaa mitään.\n")
    assert (year.text, year.git("rev-parse", "HEAD")) == before


@pytest.mark.parametrize(
    "words",
    [
        ("actions", "done", "1/2026-1"),
        ("decisions", "done", "1/2026§1"),
        ("minutes", "check", "--by", "Rehtori"),
        ("minutes", "publish", "--to", "verkossa"),
        ("meeting", "start"),
        ("meeting", "new", "--date", "2026-12-01"),
    ],
)
def test_a_verb_that_can_both_changes_nothing_in_the_past(year: Town, words: tuple[str, ...]) -> None:
    """The same verbs list and change; only the listing is of the past."""
    before = year.text, year.git("rev-parse", "HEAD")

    ran = year.types(*words, "--as-of", "2026-09-02")

    assert (ran.status, ran.out) == (1, "")
    assert "Mennyttä voi vain katsella" in ran.err
    assert (year.text, year.git("rev-parse", "HEAD")) == before


def test_today_is_the_day_that_is_looked_at(year: Town) -> None:
    """What is late is late as of then, unless a day is given."""
    then, given = types(year, "actions", "--as-of", "30.9.2026"), year.types("actions", "--as-of", "30.9.2026")

    assert "myöhässä" not in then.out
    assert "myöhässä" in given.out
    assert types(year, "show", "--as-of", "2026-08-31", "--json").json["as_of"] == "2026-08-31"
    assert types(year, "show", "--as-of", "meeting:1/2026", "--json").json["as_of"] == "2026-09-01"


def test_papers_of_the_past_are_printed_or_put_where_they_are_asked_for(year: Town) -> None:
    """What lies beside the roadmap is of now; a paper of then says so at its top, in its own language."""
    for words in (("minutes",), ("meeting", "agenda"), ("meeting", "invite"), ("meeting", "catch-up")):
        printed = year.types(*words, "--as-of", "2026-09-02")
        assert (printed.status, "**Tilanne 2.9.2026**" in printed.out) == (0, True)
        assert "**Läget 2.9.2026**" in year.types(*words, "--as-of", "2026-09-02", "--lang", "sv").out
        assert year.types(*words, "--as-of", "2026-09-02", "--format", "docx").status == 2
        year.types(*words, "--as-of", "2026-09-02", "--format", "html", "-o", "silloin.html")
        assert "Tilanne 2.9.2026" in (year.folder / "silloin.html").read_text(encoding="utf-8")

    assert not (year.folder / "minutes").exists()
    assert year.git("log", "--format=%s").splitlines() == ["käsin"] * 3


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("2026-08-29", "Tiekartan historia alkaa 30.8.2026"),
        ("meeting:9/2026", "Kokousta 9/2026 ei ole pidetty"),
        ("approval", "Tiekarttaa ei ole vielä hyväksytty"),
        ("--all", "ei ole mikään aiempi versio"),
        ("HEAD:roadmap.toml", "ei ole mikään aiempi versio"),
        ("poissa", "Git ei tunne nimeä ”poissa”"),
    ],
)
def test_what_cannot_be_shown_says_why_in_one_sentence(year: Town, asked: str, said: str) -> None:
    """Nothing is printed in its place."""
    ran = year.types("show", f"--as-of={asked}")

    assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert said in ran.err


def test_without_a_repository_there_is_no_past(folder: Town) -> None:
    """It says so and what to do."""
    ran = folder.types("list", "--as-of", "2026-09-02")

    assert (ran.status, ran.out) == (1, "")
    assert "git" in ran.err


def test_a_meeting_older_than_the_history_says_what_is_not_known(town: Town) -> None:
    """The first version there is stands in for it."""
    new = town.folder / "uusi"
    new.mkdir()
    (new / "roadmap.toml").write_text(ROADMAP + HELD, encoding="utf-8")
    town.git("add", "uusi")
    town.git("commit", "--quiet", "--message", "uusi")

    ran = town.types("-f", "uusi/roadmap.toml", "show", "--as-of", "meeting:1/2026")

    assert ran.status == 0
    assert "sitä aiempaa ei tunneta" in ran.err


def test_a_day_to_come_is_not_known(year: Town) -> None:
    """The end of today is; tomorrow's nobody knows, here or on the way to the screen."""
    for words in (
        ("show", "--as-of", "25.11.2026"),
        ("changes", "--since", "2026-11-25"),
        ("--as-of", "2027-01-01", "list"),
    ):
        ran = year.types(*words)
        assert (ran.status, ran.out) == (1, "")
        assert "vasta tulossa (tänään on 24.11.2026)" in ran.err
    assert year.types("show", "--as-of", "24.11.2026").status == 0


def test_a_version_that_cannot_be_read_says_that_it_is_that_one(year: Town) -> None:
    """The file of now is in order; `check` of then tells all that was wrong in it."""
    good = year.text
    amended(year, f"{good}x = [", "2026-11-01T12:00:00")
    amended(year, good, "2026-11-02T12:00:00")

    for words in (
        ("show", "--as-of", "2026-11-01"),
        ("minutes", "--as-of", "HEAD~1"),
        ("changes", "--since", "HEAD~1"),
    ):
        ran = year.types(*words)
        assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)
        assert "silloista versiota" in ran.err
    checked = year.types("check", "--as-of", "HEAD~1")
    assert (checked.status, "Estää avaamisen" in checked.out) == (1, True)
    assert year.types("show").status == 0
