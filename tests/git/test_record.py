"""A decision becomes one commit of exactly its bytes, and nobody else's work is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model.git.history import history
from model.git.record import commit

if TYPE_CHECKING:
    from tests.git.conftest import Town

MESSAGE = "§ 5 T01: merkitty valmiiksi\n\nMeeting: 3/2026\n"


def test_decision_is_one_commit(town: Town) -> None:
    """Each decision is one commit of the roadmap's path, with the text as it was given."""
    content = town.write(b"a = 1\n")

    recorded = commit(town.roadmap, MESSAGE, content=content)

    assert recorded.new
    assert recorded.exact
    assert not recorded.detached
    assert town.git("log", "-1", "--format=%H%n%B") == f"{recorded.commit}\n{MESSAGE.strip()}"
    assert town.git("show", "--format=", "--name-only", "HEAD") == "roadmap.toml"
    assert not town.git("status", "--porcelain")


def test_first_commit_of_an_unborn_branch(unborn: Town) -> None:
    """A new roadmap in a new repository: untracked file, no commit yet; it is added and committed."""
    recorded = commit(unborn.roadmap, MESSAGE, content=unborn.roadmap.read_bytes())

    assert recorded.new
    assert unborn.commits() == 1
    assert not unborn.git("status", "--porcelain")


def test_staged_files_of_others_stay_staged(town: Town) -> None:
    """What somebody has staged, or left unstaged, is neither committed nor unstaged."""
    (town.folder / "muu.txt").write_text("kesken\n", encoding="utf-8")
    town.git("add", "muu.txt")
    (town.folder / "uusi.txt").write_text("ei vielä\n", encoding="utf-8")

    commit(town.roadmap, MESSAGE, content=town.write(b"a = 1\n"))

    assert town.git("show", "--format=", "--name-only", "HEAD") == "roadmap.toml"
    assert town.git("status", "--porcelain").splitlines() == ["A  muu.txt", "?? uusi.txt"]


def test_each_decision_is_its_own_commit_when_git_is_slow(town: Town) -> None:
    """When the file has moved on, the earlier decision's bytes are still its commit, and the file is left alone."""
    (town.folder / "muu.txt").write_text("kesken\n", encoding="utf-8")
    town.git("add", "muu.txt")
    town.write(b"a = 2\n")

    first = commit(town.roadmap, "eka\n", content=b"a = 1\n")

    assert first.exact
    assert town.git("show", "HEAD:roadmap.toml") == "a = 1"
    assert town.roadmap.read_bytes() == b"a = 2\n"
    assert town.git("show", "--format=", "--name-only", "HEAD") == "roadmap.toml"
    assert town.git("status", "--porcelain").splitlines() == ["A  muu.txt", " M roadmap.toml"]

    second = commit(town.roadmap, "toka\n", content=b"a = 2\n")

    assert second.exact
    assert town.git("status", "--porcelain") == "A  muu.txt"
    assert town.git("log", "--format=%s") == "toka\neka\nalku"


def test_slow_first_commit_of_an_unborn_branch(unborn: Town) -> None:
    """The way past the disk also works where there is no commit and no index yet."""
    recorded = commit(unborn.roadmap, MESSAGE, content=b"")

    assert recorded.exact
    assert unborn.git("cat-file", "-s", "HEAD:roadmap.toml") == "0"
    assert unborn.git("status", "--porcelain") == "M roadmap.toml"


def test_minutes_go_with_their_decision(town: Town) -> None:
    """Minutes written at the same time are part of the same commit, new file or not."""
    minutes = town.folder / "minutes" / "muistio-3-2026.md"
    minutes.parent.mkdir()
    minutes.write_bytes(b"# Muistio\n")
    content = town.write(b"a = 1\n")

    recorded = commit(town.roadmap, MESSAGE, content=content, also={minutes: b"# Muistio\n"})

    assert recorded.exact
    files = town.git("show", "--format=", "--name-only", "HEAD").splitlines()
    assert files == ["minutes/muistio-3-2026.md", "roadmap.toml"]
    assert not town.git("status", "--porcelain")


def test_same_bytes_need_no_commit(town: Town) -> None:
    """Where HEAD holds the bytes already nothing is committed, and that is no error."""
    head = town.git("rev-parse", "HEAD")

    recorded = commit(town.roadmap, MESSAGE, content=town.roadmap.read_bytes())

    assert (recorded.commit, recorded.new, recorded.exact) == (head, False, True)
    assert town.commits() == 1


def test_detached_head_is_told(town: Town) -> None:
    """With a detached HEAD the commit is made and the caller learns that no branch leads to it."""
    town.git("checkout", "-q", "--detach")

    recorded = commit(town.roadmap, MESSAGE, content=town.write(b"a = 1\n"))

    assert recorded.detached
    assert town.git("rev-parse", "HEAD") == recorded.commit


def test_linked_work_tree(town: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A work tree whose `.git` is a file is committed in like any other."""
    linked = tmp_path_factory.mktemp("linked") / "puu"
    town.git("worktree", "add", "-q", "-b", "sivu", str(linked))
    roadmap = linked / "roadmap.toml"
    roadmap.write_bytes(b"a = 3\n")

    recorded = commit(roadmap, MESSAGE, content=b"a = 3\n")

    assert town.git("rev-parse", "sivu") == recorded.commit
    assert town.commits() == 1


@pytest.mark.parametrize("on_disk", [True, False])
def test_line_ends_are_gits_business(town: Town, *, on_disk: bool) -> None:
    """With `core.autocrlf` the repository gets LF, the file keeps CRLF and is clean afterwards: exact all the same."""
    town.git("config", "core.autocrlf", "true")
    content = b"a = 1\r\nb = 2\r\n"
    town.write(content if on_disk else b"a = 9\r\n")

    recorded = commit(town.roadmap, MESSAGE, content=content)

    assert recorded.exact
    assert town.git("cat-file", "-s", "HEAD:roadmap.toml") == str(len("a = 1\nb = 2\n"))
    assert town.git("status", "--porcelain") == ("" if on_disk else "M roadmap.toml")


@pytest.mark.parametrize("on_disk", [True, False])
def test_clean_filters_are_honoured(town: Town, *, on_disk: bool) -> None:
    """A filter of the user (such as LFS) shapes what is stored."""
    (town.folder / ".git" / "info").mkdir(exist_ok=True)
    (town.folder / ".git" / "info" / "attributes").write_text("*.toml filter=iso\n", encoding="utf-8")
    town.git("config", "filter.iso.clean", "tr a-z A-Z")
    town.write(b"a = 1\n" if on_disk else b"a = 9\n")

    recorded = commit(town.roadmap, MESSAGE, content=b"a = 1\n")

    assert recorded.exact
    assert town.git("show", "HEAD:roadmap.toml") == "A = 1"


def test_hook_that_rewrites_the_file_is_noticed(town: Town) -> None:
    """When a hook commits something else than was given, the caller learns it."""
    town.hook("pre-commit", "echo '# muotoiltu' >> roadmap.toml", "git add roadmap.toml")

    recorded = commit(town.roadmap, MESSAGE, content=town.write(b"a = 1\n"))

    assert recorded.new
    assert not recorded.exact


@pytest.mark.parametrize("name", ["-rf.toml", "--amend", ":(top)x.toml", "tiekartta uusi *.toml", "ä'\"$(x).toml"])
def test_odd_names_are_only_names(unborn: Town, name: str) -> None:
    """A file may be called anything; its name is never an option, a pattern or a command."""
    odd = unborn.folder / name
    odd.write_bytes(b"a = 1\n")

    for content in (b"a = 1\n", b"a = 2\n"):
        recorded = commit(odd, MESSAGE, content=content)
        assert recorded.exact

    assert unborn.git("-c", "core.quotePath=false", "ls-files", "-z").strip("\0") == name


def test_file_that_is_gone_is_recorded_as_it_was(town: Town) -> None:
    """A decision whose file somebody has removed since is still recorded; the file is not brought back."""
    town.roadmap.unlink()

    recorded = commit(town.roadmap, MESSAGE, content=b"a = 1\n")

    assert recorded.exact
    assert town.git("status", "--porcelain") == "D roadmap.toml"


def test_repository_with_sha256(tmp_path_factory: pytest.TempPathFactory, town: Town) -> None:
    """Repositories with the longer object names, which git will make by default, work the same."""
    folder = tmp_path_factory.mktemp("sha256")
    town.git("init", "-q", "--object-format=sha256", str(folder))
    roadmap = folder / "roadmap.toml"
    roadmap.write_bytes(b"a = 1\n")

    recorded = commit(roadmap, MESSAGE, content=b"a = 1\n")
    older = commit(roadmap, MESSAGE, content=b"a = 0\n")

    assert (len(recorded.commit), recorded.exact, older.exact) == (64, True, True)
    assert [entry.commit for entry in history(roadmap)] == [older.commit, recorded.commit]


def test_executable_bit_is_kept(town: Town) -> None:
    """The mode that the repository has for the file stays when the bytes go past the disk."""
    town.git("update-index", "--chmod=+x", "roadmap.toml")
    town.git("commit", "-q", "-m", "x")

    commit(town.roadmap, MESSAGE, content=b"a = 1\n")

    assert town.git("ls-tree", "HEAD", "roadmap.toml").startswith("100755")


def test_signed_commits_stay_signed(town: Town) -> None:
    """Who signs commits gets this one signed, by the program that they chose."""
    signer = town.script(
        town.folder / ".git" / "gpg",
        "cat > /dev/null",
        "echo '[GNUPG:] SIG_CREATED ' >&2",
        "echo '-----BEGIN PGP SIGNATURE-----'",
        "echo '-----END PGP SIGNATURE-----'",
    )
    town.git("config", "gpg.program", str(signer))
    town.git("config", "commit.gpgsign", "true")

    for content in (town.write(b"a = 1\n"), b"a = 2\n"):
        commit(town.roadmap, MESSAGE, content=content)
        assert "BEGIN PGP SIGNATURE" in town.git("cat-file", "commit", "HEAD")
