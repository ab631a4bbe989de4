"""`merge-driver`, as git calls it, and `setup-git`, which has git call it."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.cli.town import ROADMAP, ROOT, Ran, Town, program, surrounded

OURS = ROADMAP.replace('"Sähköinen perehdytys"', '"Perehdytys"')
THEIRS = ROADMAP.replace('"Avoin data"', '"Avoimet aineistot"')
BOTH = OURS.replace('"Avoin data"', '"Avoimet aineistot"')
NAMES = ("base", "ours", "theirs")
TOLD = {
    "base": "ei ole yhteistä lähtökohtaa",
    "ours": "oma kopiosi ei ole luettavissa",
    "theirs": "toinen kopio ei ole luettavissa",
}


@pytest.fixture
def copies(folder: Town) -> Town:
    """A folder with three copies of a roadmap, named as git would name none."""
    for name, text in zip(NAMES, (ROADMAP, OURS, THEIRS), strict=True):
        (folder.folder / name).write_bytes(text.encode())
    return folder


def drives(town: Town, *words: str) -> Ran:
    """Run the verb as git does: it is the first word, and no option says the day or the language."""
    ran = subprocess.run(
        program("merge-driver", *words), cwd=town.folder, env=surrounded({}), capture_output=True, check=False
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def ours(town: Town) -> str:
    """Return what the second copy says."""
    return (town.folder / "ours").read_bytes().decode()


@pytest.mark.parametrize("words", [NAMES, ("--", *NAMES)])
def test_the_second_copy_takes_the_result(copies: Town, words: tuple[str, ...]) -> None:
    """Nothing is said, the exit status is 0, and nothing is left beside it."""
    before = sorted(copies.folder.iterdir())

    ran = drives(copies, *words, "roadmap.toml", "%X", "%Y")
    direct = copies.runs("merge-driver", *NAMES, "roadmap.toml")

    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert (direct.status, ours(copies)) == (0, BOTH)
    assert sorted(copies.folder.iterdir()) == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("theirs", b"schema = "),
        ("theirs", b""),
        ("theirs", b"\xff\xfe\x00"),
        ("ours", b"<<<<<<< HEAD\n"),
        ("base", b"[[["),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(copies: Town, name: str, content: bytes) -> None:
    """Our copy stays as it was, whichever of the three is broken."""
    (copies.folder / name).write_bytes(content)
    before = (copies.folder / "ours").read_bytes()

    ran = drives(copies, *NAMES, "roadmap.toml")

    assert ran.status == 1
    assert TOLD[name] in ran.err
    assert len(ran.err.splitlines()) == 1
    assert (copies.folder / "ours").read_bytes() == before


@pytest.mark.parametrize("way", ["absent", "folder", "pipe", "dash"])
def test_what_is_no_file_is_told_in_a_sentence(copies: Town, way: str) -> None:
    """Nothing blocks, nothing is taken for an option, no traceback."""
    theirs = copies.folder / "theirs"
    theirs.unlink()
    if way == "folder":
        theirs.mkdir()
    elif way == "pipe":
        os.mkfifo(theirs)

    ran = drives(copies, "--", "base", "ours", "-theirs" if way == "dash" else "theirs", "roadmap.toml")

    assert ran.status == 1
    assert "theirs" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert ours(copies) == OURS


def test_the_result_takes_the_place_of_the_file_that_is_meant(copies: Town) -> None:
    """The result is written beside it and takes its place when it is whole; a link stays a link."""
    (copies.folder / "ours").rename(copies.folder / "real")
    (copies.folder / "ours").symlink_to("real")
    (copies.folder / "real").chmod(0o640)

    assert copies.runs("merge-driver", *NAMES, "roadmap.toml").status == 0

    assert (copies.folder / "ours").is_symlink()
    assert (copies.folder / "real").stat().st_mode & 0o777 == 0o640
    assert ours(copies) == BOTH


@pytest.mark.parametrize("words", [(), ("a", "b", "c"), ("1", "2", "3", "4", "5", "6", "7")])
def test_too_few_or_too_many_words_are_told(copies: Town, words: tuple[str, ...]) -> None:
    """A line about how git calls it."""
    ran = drives(copies, *words)

    assert (ran.status, len(ran.err.splitlines())) == (2, 1)


def test_a_conflict_is_told_and_is_no_failure(copies: Town) -> None:
    """One sentence with the count; git goes on with its merge."""
    (copies.folder / "theirs").write_bytes(ROADMAP.replace('"Sähköinen perehdytys"', '"Koulutus"').encode())

    ran = copies.runs("merge-driver", *NAMES, "roadmap.toml")

    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "roadmap.toml on yhdistetty; 1 ristiriita jäi ratkaistavaksi: tiekartta conflicts\n"
    assert "[[conflicts]]" in ours(copies)


def test_without_a_terminal_setup_git_tells_and_changes_nothing(town: Town) -> None:
    """What would be written stands on standard output, word for word."""
    ran = town.runs("setup-git")

    assert ran.status == 1
    assert "roadmap.toml merge=tiekartta" in ran.out
    assert "merge.tiekartta.driver = " in ran.out
    assert "--yes" in ran.err
    assert not (town.folder / ".gitattributes").exists()
    assert town.git("config", "--local", "--list").count("merge.") == 0


def test_with_yes_setup_git_writes_and_records_it_once(town: Town) -> None:
    """One commit of one path; decisions are recorded afterwards as before; a second time nothing is to be done."""
    ran = town.runs("setup-git", "--yes")

    assert (ran.status, ran.err) == (0, "")
    assert town.git("show", "--format=", "--name-only", "HEAD") == ".gitattributes"
    assert town.git("status", "--short") == ""
    assert town.runs("done", "T01").status == 0
    assert town.git("log", "-1", "--format=%s").startswith("T01")
    again = town.runs("setup-git")
    assert (again.status, "jo" in again.out) == (0, True)


def test_what_setup_git_registered_merges(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """From `setup-git --yes` to a merge of two branches, as a person would do it."""
    assert town.runs("setup-git", "--yes").status == 0
    monkeypatch.setenv("PYTHONPATH", os.fspath(ROOT))
    town.git("checkout", "-q", "-b", "toinen")
    town.roadmap.write_bytes(THEIRS.encode())
    town.git("commit", "-q", "-a", "-m", "toinen")
    town.git("checkout", "-q", "main")
    town.roadmap.write_bytes(OURS.encode())
    town.git("commit", "-q", "-a", "-m", "oma")

    town.git("merge", "--no-edit", "-q", "toinen")

    assert town.text == BOTH


def test_another_rule_is_told(town: Town) -> None:
    """A line elsewhere that decides about the file is the person's own; it is named and left."""
    info = town.folder / ".git" / "info" / "attributes"
    info.parent.mkdir(exist_ok=True)
    info.write_text("*.toml merge=union\n", encoding="utf-8")

    ran = town.runs("setup-git", "--yes")

    assert ran.status == 1
    assert ".gitattributes" in ran.err


def test_outside_a_repository_setup_git_says_so(folder: Town) -> None:
    """One sentence."""
    folder.roadmap.write_bytes(ROADMAP.encode())

    ran = folder.runs("setup-git", "--yes")

    assert (ran.status, len(ran.err.splitlines())) == (1, 1)


def test_init_registers_with_consent_only(folder: Town) -> None:
    """With `--yes` it is done at once; without a terminal the command for it is named."""
    told = folder.runs("init", "yksi")
    done = folder.runs("init", "kaksi", "--yes")

    assert (told.status, done.status) == (0, 0)
    assert "tiekartta setup-git" in told.out
    one, two = folder.folder / "yksi", folder.folder / "kaksi"
    assert "merge=" not in (one / ".gitattributes").read_text(encoding="utf-8")
    assert (two / ".gitattributes").read_text(encoding="utf-8").endswith("roadmap.toml merge=tiekartta\n")
