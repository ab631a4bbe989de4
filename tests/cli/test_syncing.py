"""`tiekartta sync`: what came in and what went out in sentences, and what hinders on standard error."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.town import DAY, Town, program, surrounded
from tests.git.copies import Copies, made
from tests.trusted import allow

if TYPE_CHECKING:
    from pathlib import Path

REPORT = "import sys; print(*sys.modules, sep='\\n', file=sys.__stderr__)"


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    """Two clones of one bare repository."""
    return made(tmp_path)


@pytest.fixture
def town(copies: Copies, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Town:
    """The folder of our copy, and who types there."""
    monkeypatch.chdir(copies.ours.folder)
    return Town(copies.ours.folder, capsys)


def test_the_first_time_asks_where_it_goes(town: Town, copies: Copies) -> None:
    """Nothing goes out before somebody agreed to host and branch; after that nobody is asked again."""
    town.types("done", "T01", "--result", "Käytössä")

    asked = town.types("sync")
    agreed = town.types("sync", "--yes")
    town.types("start", "T03")
    later = town.types("sync")

    assert asked.status == 1
    assert asked.out == "1 kirjaus lähettämättä.\n"
    assert f"Kohde: {copies.between}, haara main." in asked.err
    assert "tiekartta sync --yes" in asked.err
    assert (agreed.status, agreed.out) == (0, "Lähetetty 1 kirjaus.\n")
    assert (later.status, later.out) == (0, "Lähetetty 1 kirjaus.\n")
    assert copies.git("rev-parse", "main") == copies.ours.head


def test_what_came_in_is_told_in_sentences(town: Town, copies: Copies) -> None:
    """What others have decided is told as the history tells it."""
    copies.theirs.edits('end = "2026H2"', 'end = "2027H1"')
    copies.theirs.syncs()

    ran = town.types("sync")

    assert ran.status == 0
    assert ran.out.splitlines()[0] == "Vastaanotettu 1 kirjaus muilta."
    assert "T02" in ran.out.splitlines()[1]
    assert "kevät 2027" in ran.out.splitlines()[1]
    assert town.types("sync").out == "Kummallakaan puolella ei ollut uutta.\n"


def test_an_old_copy_that_an_editor_saved_takes_nothing_of_ours_along(town: Town, copies: Copies) -> None:
    """Recorded and sent is what was edited in it; the decision that it did not know stays, here and there."""
    town.types("note", "T02", "ensimmäinen")
    old = town.text
    town.types("note", "T01", "Sopimus puuttuu")
    town.roadmap.write_text(old.replace("Avoin data", "Avoin tieto"), encoding="utf-8")

    ran = town.types("sync", "--yes")

    assert ran.status == 0
    for text in (town.text, copies.git("show", "main:roadmap.toml")):
        assert "Avoin tieto" in text
        assert "Sopimus puuttuu" in text


def test_a_conflict_is_named(town: Town, copies: Copies) -> None:
    """Two values for one field: the command says under which id they wait to be settled."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.ours.edits("Avoin data", "Avoimet aineistot")

    ran = town.types("sync", "--yes")

    assert ran.status == 0
    assert "1 ristiriita odottaa ratkaisua: R1." in ran.out
    assert "Lähetetty 1 kirjaus." in ran.out


def test_a_hand_edit_is_recorded_in_the_words_of_the_history(town: Town, copies: Copies) -> None:
    """What was typed into the file by hand becomes a commit that says what it was."""
    copies.ours.edits('end = "2026H2"', 'end = "2027H1"', records=False)

    town.types("sync", "--yes")

    assert "T02" in town.git("log", "-1", "--format=%s")
    assert "kevät 2027" in town.git("log", "-1", "--format=%s")
    assert town.git("status", "--porcelain") == ""


def test_a_merge_is_called_one(town: Town, copies: Copies) -> None:
    """The merge commit is in the roadmap's language."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    town.types("done", "T01", "--result", "Käytössä")

    town.types("sync", "--yes")

    assert town.git("log", "-1", "--format=%s") == "Yhdistetty muiden kirjauksiin"
    assert town.git("log", "-1", "--format=%P").count(" ") == 1


def test_json(town: Town, copies: Copies) -> None:
    """A script reads the same as numbers and sentences."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    town.types("done", "T01", "--result", "Käytössä")

    asked, sent = town.types("sync", "--json").json, town.types("sync", "--json", "--yes").json

    assert (asked["received"], asked["merged"], asked["sent"], asked["unsent"], asked["asks"]) == (1, True, 0, 1, True)
    assert (sent["received"], sent["sent"], sent["unsent"], sent["asks"], sent["hindrance"]) == (0, 1, 0, False, None)
    assert asked["host"] == str(copies.between)
    assert asked["branch"] == "main"
    assert len(asked["changes"]) == 1
    assert sent["changes"] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fi",
            "Synkronointi ei onnistunut: ei yhteyttä (kunta.invalid); kaikki on tallessa täällä ja lähtee myöhemmin.",
        ),
        ("sv", "Synkroniseringen lyckades inte: ingen förbindelse (kunta.invalid); allt är sparat här"),
        ("en", "Not synchronised: there is no connection to kunta.invalid; all is kept here and can be sent later."),
    ],
)
def test_offline_is_a_sentence(town: Town, language: str, sentence: str) -> None:
    """One sentence says why, and nothing is shown of who signs in."""
    town.git("remote", "set-url", "origin", "https://erkki:hunter2@kunta.invalid/kartta.git")
    town.types("done", "T01", "--result", "Käytössä")

    ran = town.types("sync", "--yes", "--lang", language)

    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(sentence)
    assert "hunter2" not in ran.err


def test_what_gave_way_is_not_told_as_if_it_stood(town: Town, copies: Copies) -> None:
    """They settled a conflict: the measure goes on, though its log has that somebody discontinued it."""
    active = 'end = "2026H1"\nstatus = "active"\n'
    entry = '\n[[measures.log]]\ndate = 2026-11-{day}\nevent = "{event}"\ntext = "{event}"\n'
    log = entry.format(day=20, event="dropped") + entry.format(day=21, event="continues")
    copies.theirs.edits(active, active + log)
    copies.theirs.syncs()
    said = town.types("sync").out

    assert "T01 jatkuu" in said
    assert "keskeytetty" not in said


def test_what_the_server_refuses_is_told_after_what_came_in(town: Town, copies: Copies) -> None:
    """What came in stays in and is told; why nothing went out stands on standard error."""
    copies.theirs.edits("Avoin data", "Avoin tieto")
    copies.theirs.syncs()
    copies.theirs.script(copies.between / "hooks" / "pre-receive", "echo Haara on suojattu >&2", "exit 1")
    allow(town.folder)
    town.types("done", "T01", "--result", "Käytössä")

    ran = town.types("sync", "--yes")

    assert ran.status == 1
    assert ran.out.startswith("Vastaanotettu 1 kirjaus muilta. ") or ran.out.startswith(
        "Vastaanotettu 1 kirjaus muilta.\n"
    )
    assert "1 kirjaus lähettämättä." in ran.out
    assert ran.err.startswith("Ei lähetetty: ")
    assert "lähetystä ei hyväksytty" in ran.err.lower()
    assert "Haara on suojattu" in ran.err


def test_no_repository_is_a_sentence(folder: Town) -> None:
    """A roadmap in a plain folder has no other copy."""
    ran = folder.types("sync")

    assert ran.status == 1
    assert ran.err.startswith("Synkronointi ei onnistunut: kansio")


def test_other_verbs_do_not_load_it(copies: Copies) -> None:
    """Nothing that only records a decision loads what talks to other machines, and this loads no screen."""
    for words, is_loaded in ((("done", "T01", "--result", "x"), False), (("sync",), True)):
        run, code, start, *rest = program(*DAY, *words)
        start = start.replace("sys.exit(main())", "main()")
        ran = subprocess.run(
            [run, code, f"{start}; {REPORT}", *rest],
            cwd=copies.ours.folder,
            env=surrounded({}),
            capture_output=True,
            text=True,
            check=True,
        )
        found = set(ran.stderr.splitlines())

        assert ("model.git.sync" in found) == is_loaded
        assert found & {"textual", "rich", "git", "gitdb"} == set()
