"""git's own merges with this program as the driver: real repositories, real git."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from model.file.reading import read
from model.git.driver import is_heeded, register, wanted
from model.git.errors import NoRepositoryError, UnfinishedError
from model.git.message import composed
from model.git.own import DRIVER, command, is_own, program
from model.git.state import locate
from model.git.trust import runs
from tests.git.conftest import Town

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-c", "import sys; from tui.main import main; sys.exit(main())")
MESSAGE = composed("git jättää yhdistämisen", trailers=(("Change-Id", "0" * 12),))
ROADMAP = """\
schema = 1

[roadmap]
title = "Digitiekartta"
organisation = "Pikkukunta"
first = "2025H1"
last = "2027H2"

# Perehdytys on myöhässä.
[[measures]]
id = "T01"
title = "Perehdytys"
start = "2025H2"
end = "2026H1"  # tavoite

[[measures]]
id = "T02"
title = "Verkkomaksaminen"
start = "2026H1"
end = "2026H2"
"""


@dataclass(frozen=True, slots=True)
class Copy(Town):
    """A person's copy of the repository."""

    def changes(self, *pairs: tuple[str, str], path: str = "roadmap.toml", by: str = "Anna") -> str:
        """Put other words into the roadmap, commit, and return what it says now."""
        text = (self.folder / path).read_bytes().decode()
        for old, new in pairs:
            assert text.count(old) == 1
            text = text.replace(old, new)
        (self.folder / path).write_bytes(text.encode())
        self.git("-c", f"user.name={by}", "commit", "-q", "-m", f"{by} muutti", "--", path)
        return text

    def tries(self, *arguments: str) -> tuple[int, str]:
        """Run git and return its exit status and all that it said."""
        ran = subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=False)
        return ran.returncode, ran.stdout + ran.stderr

    def branches(self, ours: tuple[str, str], theirs: tuple[str, str]) -> None:
        """Change the roadmap on `main` as Anna and on `toinen` as Bo; `main` is checked out."""
        self.git("checkout", "-q", "-b", "toinen")
        self.changes(theirs, by="Bo")
        self.git("checkout", "-q", "main")
        self.changes(ours)

    @property
    def text(self) -> str:
        """What the roadmap's file says."""
        return self.roadmap.read_bytes().decode()


@pytest.fixture
def copy(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """A repository with a roadmap whose merges are left to this program."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    found = Copy(repository)
    found.write(ROADMAP.encode())
    found.git("add", "roadmap.toml")
    found.git("commit", "-q", "-m", "alku")
    registered(found.roadmap)
    return found


def registered(path: Path) -> None:
    """Register this program for the merges of a file."""
    register(wanted(path, PROGRAM, title="Tiekartta"), MESSAGE)


def both(text: str = ROADMAP) -> str:
    """Return the roadmap with what Anna and Bo changed in one measure."""
    return text.replace('"Perehdytys"', '"Sähköinen perehdytys"').replace('1"  # tavoite', '2"  # päätetty')


ANNA = ('title = "Perehdytys"', 'title = "Sähköinen perehdytys"')
BO = ('end = "2026H1"  # tavoite', 'end = "2026H2"  # päätetty')
SAME = (('end = "2026H2"', 'end = "2027H1"'), ('end = "2026H2"', 'end = "2027H2"'))


def test_git_merge_brings_both_changes_of_one_measure_together(copy: Copy) -> None:
    """Field by field, in the text of ours; the comment of the other side comes along."""
    copy.branches(ANNA, BO)

    status, _ = copy.tries("merge", "--no-edit", "toinen")

    assert (status, copy.text) == (0, both())
    assert copy.git("status", "--short") == ""
    assert copy.git("fsck") == ""


def test_a_conflict_travels_as_a_record_with_the_names_of_both(copy: Copy) -> None:
    """The merge is made and committed; a sentence tells of the conflict, the file holds it, nothing is marked."""
    copy.branches(*SAME)

    status, said = copy.tries("merge", "--no-edit", "toinen")

    reading = read(copy.roadmap)
    assert status == 0
    assert "tiekartta conflicts" in said
    assert "<<<<" not in copy.text
    assert reading.roadmap is not None
    assert [problem for problem in reading.problems if problem.severity != "warning"] == []
    (conflict,) = reading.roadmap.conflicts
    assert (conflict.record, conflict.field, conflict.ours, conflict.theirs) == ("T02", "end", "2027H1", "2027H2")
    assert (conflict.ours_by, conflict.theirs_by) == ("Anna", "Bo")


def test_git_rebase_puts_our_commits_on_top_of_theirs(copy: Copy) -> None:
    """In a rebase "ours" is what is there and "theirs" the commit that is put on top: names follow the commits."""
    copy.branches(*SAME)
    copy.changes(ANNA)

    status, _ = copy.tries("rebase", "toinen")

    roadmap = read(copy.roadmap).roadmap
    assert status == 0
    assert roadmap is not None
    assert [(one.ours_by, one.theirs_by) for one in roadmap.conflicts] == [("Bo", "Anna")]
    assert roadmap.measure("T01").title == "Sähköinen perehdytys"
    assert copy.git("log", "--format=%an", "-3").splitlines() == ["Anna", "Anna", "Bo"]


def test_git_cherry_pick_takes_one_change(copy: Copy) -> None:
    """One commit of another branch, beside a change of the same measure."""
    copy.branches(ANNA, BO)

    assert copy.tries("cherry-pick", "toinen")[0] == 0
    assert copy.text == both()


@pytest.mark.parametrize("way", ["--no-rebase", "--rebase"])
def test_git_pull_works_in_two_copies(copy: Copy, tmp_path: Path, way: str) -> None:
    """The line in .gitattributes came with the repository; the other copy needed only its own configuration."""
    copy.git("clone", "-q", "--bare", ".", str(tmp_path / "yhteinen.git"))
    copy.git("remote", "add", "origin", str(tmp_path / "yhteinen.git"))
    copy.git("clone", "-q", str(tmp_path / "yhteinen.git"), str(tmp_path / "toinen"))
    other = Copy(tmp_path / "toinen")
    commits = other.commits()
    registered(other.roadmap)
    assert other.commits() == commits
    other.changes(BO, by="Bo")
    other.git("push", "-q", "origin", "main")
    copy.changes(ANNA)

    status, _ = copy.tries("pull", "--no-edit", way, "origin", "main")

    assert (status, copy.text) == (0, both())


def test_line_ends_stay_ours(copy: Copy) -> None:
    """A copy with Windows' line ends takes in one without, and has one kind afterwards."""
    copy.git("checkout", "-q", "-b", "toinen")
    copy.changes(BO, by="Bo")
    copy.git("checkout", "-q", "main")
    copy.write(ROADMAP.replace(*ANNA).replace("\n", "\r\n").encode())
    copy.git("commit", "-q", "-m", "Windows", "--", "roadmap.toml")

    assert copy.tries("merge", "--no-edit", "toinen")[0] == 0
    assert copy.text == both().replace("\n", "\r\n")


def test_a_renamed_file_is_merged_under_its_new_name(copy: Copy) -> None:
    """Git asks for the driver of the new name: who renames the file registers it, and later merges work."""
    copy.git("checkout", "-q", "-b", "toinen")
    copy.changes(BO, by="Bo")
    copy.git("checkout", "-q", "main")
    copy.git("mv", "roadmap.toml", "digi kartta.toml")
    copy.git("commit", "-q", "-m", "uusi nimi")
    new = copy.folder / "digi kartta.toml"
    assert not is_heeded(new)
    registered(new)
    copy.changes(ANNA, path=new.name)

    assert copy.tries("merge", "--no-edit", "toinen")[0] == 0
    assert new.read_bytes().decode() == both()


@pytest.mark.parametrize("broken", ["schema = 1\n[roadmap\n", "<<<<<<< HEAD\nschema = 1\n=======\n>>>>>>> toinen\n"])
def test_a_side_that_cannot_be_read_leaves_ours_and_no_marker(copy: Copy, broken: str) -> None:
    """Git marks the path as unmerged, the file is ours byte for byte, and a sentence says what is wrong."""
    copy.git("checkout", "-q", "-b", "toinen")
    copy.write(broken.encode())
    copy.git("commit", "-q", "-m", "rikki", "--", "roadmap.toml")
    copy.git("checkout", "-q", "main")
    ours = copy.changes(ANNA)

    status, said = copy.tries("merge", "--no-edit", "toinen")

    assert status == 1
    assert copy.text == ours
    assert copy.git("status", "--short") == "UU roadmap.toml"
    assert "roadmap.toml" in said.splitlines()[1]
    assert "Traceback" not in said


def test_a_program_that_is_gone_leaves_ours_and_no_marker(copy: Copy) -> None:
    """Git takes the shell's "not found" for a conflict: the path is unmerged, our copy untouched."""
    copy.branches(ANNA, BO)
    copy.git("config", DRIVER, "'/ei/ole/tiekartta' merge-driver -- %O %A %B %P")

    status, said = copy.tries("merge", "--no-edit", "toinen")

    assert (status, copy.text) == (1, ROADMAP.replace(*ANNA))
    assert "not found" in said
    assert copy.git("status", "--short") == "UU roadmap.toml"


def test_a_copy_that_is_not_registered_merges_lines(copy: Copy) -> None:
    """The attribute alone does nothing, and git says nothing about it: hence each copy is registered by itself."""
    copy.branches(*SAME)
    copy.git("config", "--remove-section", "merge.tiekartta")

    assert copy.tries("merge", "--no-edit", "toinen")[0] == 1
    assert "<<<<<<<" in copy.text


def test_two_roadmaps_of_one_name_without_a_common_beginning(copy: Copy) -> None:
    """Two people began with the same template: what is the same is the beginning, what is new is in both."""
    copy.git("checkout", "-q", "--orphan", "toinen")
    copy.write((ROADMAP + '\n[[goals]]\nid = "bo"\ntitle = "Bon"\n').encode())
    copy.git("commit", "-q", "-m", "Bon alku", "--", "roadmap.toml", ".gitattributes")
    copy.git("checkout", "-q", "main")
    copy.changes(('end = "2026H2"\n', 'end = "2026H2"\n\n[[sectors]]\nid = "anna"\nname = "Annan"\n'))

    assert copy.tries("merge", "--no-edit", "--allow-unrelated-histories", "toinen")[0] == 0
    assert 'id = "anna"' in copy.text
    assert 'id = "bo"' in copy.text
    assert copy.text.count('id = "T01"') == 1


def test_registering_is_one_commit_of_one_path_and_happens_once(copy: Copy) -> None:
    """What others have staged stays staged; a second time there is nothing to write."""
    assert copy.git("show", "--format=", "--name-only", "HEAD") == ".gitattributes"
    assert (copy.folder / ".gitattributes").read_bytes() == b"roadmap.toml merge=tiekartta\n"
    assert wanted(copy.roadmap, PROGRAM, title="Tiekartta").is_done
    copy.git("config", "--unset", "merge.tiekartta.driver")

    again = wanted(copy.roadmap, PROGRAM, title="Tiekartta")

    assert (again.line, list(again.settings)) == ("", [DRIVER])
    assert register(again, MESSAGE) is None
    assert wanted(copy.roadmap, PROGRAM, title="Tiekartta").is_done


def test_lines_of_others_stay_as_they_are(repository: Path) -> None:
    """Also without a line end at the end, with Windows' line ends, and those that nobody has committed yet."""
    copy = Copy(repository)
    copy.write(ROADMAP.encode())
    attributes = copy.folder / ".gitattributes"
    attributes.write_bytes(b"*.png binary\r\n# oma")
    (copy.folder / "muu.txt").write_text("muu\n", encoding="utf-8")
    copy.git("add", "roadmap.toml", ".gitattributes")
    copy.git("commit", "-q", "-m", "alku")
    attributes.write_bytes(b"*.png binary\r\n# oma\r\n*.csv text")
    copy.git("add", "muu.txt")

    registered(copy.roadmap)

    line = b"roadmap.toml merge=tiekartta\r\n"
    assert attributes.read_bytes() == b"*.png binary\r\n# oma\r\n*.csv text\r\n" + line
    assert copy.git("show", "HEAD:.gitattributes").encode() == b"*.png binary\n# oma\nroadmap.toml merge=tiekartta"
    assert copy.git("status", "--short").splitlines() == ["M .gitattributes", "A  muu.txt"]


@pytest.mark.parametrize(
    "name", ["-x.toml", "a b.toml", "[a]*?.toml", '"ä".toml', "!x.toml", "#x.toml", "it's 5%.toml"]
)
def test_a_file_of_any_name_is_merged(copy: Copy, name: str) -> None:
    """No name is taken for an option, a pattern or a comment, on its way through git and sh."""
    path = copy.folder / name
    path.write_bytes(ROADMAP.encode())
    copy.git("add", "--", f"./{name}") if "*" not in name else copy.git("add", "-A")
    copy.git("commit", "-q", "-m", "toinen tiekartta")
    registered(path)
    assert is_heeded(path)
    copy.git("checkout", "-q", "-b", "toinen")
    path.write_bytes(ROADMAP.replace(*BO).encode())
    copy.git("commit", "-q", "-a", "-m", "Bo")
    copy.git("checkout", "-q", "main")
    path.write_bytes(ROADMAP.replace(*ANNA).encode())
    copy.git("commit", "-q", "-a", "-m", "Anna")

    assert copy.tries("merge", "--no-edit", "toinen")[0] == 0
    assert path.read_bytes().decode() == both()


def test_a_program_may_lie_in_an_odd_place(copy: Copy, tmp_path: Path) -> None:
    """Blanks, quotes and per cent signs in its path reach neither sh nor git."""
    folder = tmp_path / "100 %A it's"
    start = f"exec '{sys.executable}' -c 'import sys; from tui.main import main; sys.exit(main())' \"$@\""
    script = Copy.script(folder / "tiekartta", start)
    register(wanted(copy.roadmap, (str(script),), title="Tiekartta"), MESSAGE)
    copy.branches(ANNA, BO)

    assert copy.tries("merge", "--no-edit", "toinen")[0] == 0
    assert copy.text == both()


def test_nothing_is_written_where_a_merge_waits_or_no_repository_is(
    copy: Copy, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Refused with the reason, before the first write."""
    copy.git("config", "--remove-section", "merge.tiekartta")
    copy.git("config", "merge.tiekartta.driver", "false")
    copy.branches(ANNA, BO)
    copy.tries("merge", "toinen")

    with pytest.raises(UnfinishedError):
        registered(copy.roadmap)
    assert copy.git("config", "merge.tiekartta.driver") == "false"

    alone = tmp_path_factory.mktemp("yksin") / "roadmap.toml"
    alone.write_bytes(ROADMAP.encode())
    with pytest.raises(NoRepositoryError):
        wanted(alone, PROGRAM, title="Tiekartta")


def test_this_program_as_the_driver_is_nothing_that_came_with_the_folder(copy: Copy) -> None:
    """Exactly its own command is known; a longer one, or another setting with it, is somebody's."""
    own = command(program())

    assert is_own(DRIVER, own)
    assert not is_own(DRIVER, f"{own}; rm -rf ~")
    assert not is_own("merge.other.driver", own)
    copy.git("config", DRIVER, own)
    assert runs(locate(copy.roadmap)) == ()
    copy.git("config", DRIVER, f"evil {own}")
    assert [one.name for one in runs(locate(copy.roadmap))] == [DRIVER]
