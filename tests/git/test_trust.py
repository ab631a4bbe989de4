"""Writing runs what a folder brings along only after somebody has seen the list and allowed it."""

from __future__ import annotations

import os
import stat
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from model.file.state import state_folder
from model.git import trust
from model.git.committing import Job
from model.git.errors import UntrustedError
from model.git.record import Recorded
from model.git.recorder import Outcome, Recorder
from model.git.setup import begin
from model.git.state import locate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.git.conftest import Town

PATIENCE = 60
SETTINGS = {
    "core.fsmonitor": "./ansa",
    "core.sshCommand": "./ansa",
    "core.gitProxy": "./ansa",
    "credential.helper": "./ansa",
    "credential.https://example.invalid.helper": "./ansa",
    "gpg.program": "./ansa",
    "gpg.ssh.program": "./ansa",
    "filter.f.clean": "./ansa",
    "filter.f.process": "./ansa",
    "merge.m.driver": "./ansa",
    "diff.external": "./ansa",
    "diff.d.textconv": "./ansa",
    "remote.o.uploadpack": "./ansa",
    "remote.o.url": "ext::./ansa",
    "remote.o.vcs": "ansa",
    "url.ext::./ansa.insteadOf": "https://example.invalid/",
    "http.saveCookies": "true",
    "lfs.customtransfer.o.path": "./ansa",
    "lfs.extension.o.clean": "./ansa",
}


def listed(town: Town) -> set[str]:
    """Return the names of what git would run."""
    return {one.name for one in trust.runs(locate(town.folder))}


def unknown_hook(town: Town, caught: Path) -> Path:
    """Put a hook into the repository that nobody has allowed; return its path."""
    return town.script(town.folder / ".git" / "hooks" / "pre-commit", f"touch {caught}")


def recorded(town: Town, content: bytes) -> tuple[Recorder, Outcome]:
    """Have a decision recorded; return the recorder and what it told."""
    told: SimpleQueue[Outcome] = SimpleQueue()
    recorder = Recorder(told.put)
    recorder.record(Job(town.roadmap, town.write(content), "päätös\n"))
    return recorder, told.get(timeout=PATIENCE)


def test_an_ordinary_repository_asks_nothing(town: Town) -> None:
    """Without hooks and programs of its own a folder needs nobody's leave; samples and switches are none."""
    town.script(town.folder / ".git" / "hooks" / "pre-commit.sample", "exit 1")
    town.git("config", "core.fsmonitor", "true")
    town.git("config", "remote.origin.url", "https://example.invalid/kunta.git")

    assert not trust.runs(locate(town.folder))
    assert isinstance(recorded(town, b"a = 1\n")[1].result, Recorded)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_program_that_a_setting_names_is_listed(town: Town, name: str) -> None:
    """Whatever git would run on behalf of the repository's configuration is in the list, with what it is."""
    town.git("config", name, SETTINGS[name])

    (found,) = trust.runs(locate(town.folder))

    assert found.kind == "setting"
    assert found.name.lower() == name.lower()
    assert found.command == SETTINGS[name]


def test_an_included_file_is_read_too(town: Town) -> None:
    """What the configuration includes counts as its own."""
    (town.folder / "lisa").write_text('[filter "f"]\n\tclean = ./ansa\n', encoding="utf-8")
    town.git("config", "include.path", "../lisa")

    assert listed(town) == {"filter.f.clean"}


@pytest.mark.parametrize("address", ["./toinen.git", "toinen", "file://{folder}/toinen.git", "koti:muu.git"])
def test_another_repository_on_this_machine_that_is_sent_to_counts(town: Town, address: str) -> None:
    """Sending runs its hooks here, so they are listed, and anew when they change; a commit alone runs none of them."""
    other = town.folder / "toinen.git"
    town.git("init", "-q", "--bare", os.fspath(other))
    town.git("config", "url../toinen.git.insteadOf", "koti:muu.git")
    town.git("config", "remote.origin.url", address.format(folder=town.folder))
    asked, commits = trust.Trust(os.environ, sends=True), trust.Trust(os.environ)
    for one in (asked, asked, commits):
        one.require(locate(town.folder))

    town.script(other / "hooks" / "pre-receive", "exit 0")
    town.git("--git-dir", os.fspath(other), "config", "core.alternateRefsCommand", "ansa")

    assert listed(town) == {"toinen.git: pre-receive", "toinen.git: core.alternaterefscommand"}
    commits.require(locate(town.folder))
    with pytest.raises(UntrustedError):
        asked.require(locate(town.folder))
    town.script(town.folder / ".git" / "hooks" / "pre-commit", "exit 0")
    with pytest.raises(UntrustedError):
        commits.require(locate(town.folder))


def test_what_is_listed_shows_no_password(town: Town) -> None:
    """A helper may hold one, and so may an address."""
    town.git("config", "credential.https://saara:SALAISUUS@kunta.invalid.helper", "!echo password=SALAISUUS; true")

    (found,) = trust.runs(locate(town.folder))

    assert "SALAISUUS" not in repr(found)


def test_hooks_elsewhere_in_the_folder_are_listed(town: Town) -> None:
    """A configured folder of hooks in the work tree counts, and so does the setting that leads there."""
    town.script(town.folder / "koukut" / "commit-msg", "exit 0")
    town.git("config", "core.hooksPath", "koukut")

    assert listed(town) == {"core.hookspath", "commit-msg"}


def test_what_the_user_has_configured_needs_no_leave(town: Town, surroundings: Path) -> None:
    """Programs of one's own configuration run as ever."""
    town.script(surroundings / "koukut" / "pre-commit", "exit 0")
    town.git("config", "--global", "core.hooksPath", os.fspath(surroundings / "koukut"))
    town.git("config", "--global", "gpg.program", "oma")

    assert not listed(town)


def test_a_foreign_hook_does_not_run_until_it_is_allowed(town: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The decision is saved and waits; allowed, the hook runs and the decision gets its commit."""
    caught = tmp_path_factory.mktemp("ansa") / "ajettu"
    unknown_hook(town, caught)
    recorder, outcome = recorded(town, b"a = 1\n")

    assert isinstance(outcome.result, UntrustedError)
    assert [one.name for one in outcome.result.runs] == ["pre-commit"]
    assert town.roadmap.read_bytes() == b"a = 1\n"
    assert (caught.exists(), recorder.pending, town.commits()) == (False, 1, 1)

    trust.allow(locate(town.folder), outcome.result.runs, os.environ)
    recorder.retry()

    assert recorder.settle(PATIENCE)
    assert (caught.exists(), town.commits()) == (True, 2)
    recorder.close(PATIENCE)


def test_a_changed_hook_is_asked_about_anew(town: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Leave is for what was shown: another text in the hook is another program, also within one session."""
    town.hook("pre-commit", "exit 0")
    recorder, outcome = recorded(town, b"a = 1\n")
    assert isinstance(outcome.result, Recorded)
    caught = tmp_path_factory.mktemp("ansa") / "ajettu"
    unknown_hook(town, caught)

    recorder.record(Job(town.roadmap, town.write(b"a = 2\n"), "toinen\n"))

    assert not recorder.settle(PATIENCE)
    assert (caught.exists(), town.commits()) == (False, 2)
    recorder.close(PATIENCE)


def test_a_hook_in_an_included_folder_that_changes_is_seen(town: Town) -> None:
    """Where hooks lie outside git's own folder, each commit looks at them again."""
    town.script(town.folder / "koukut" / "pre-commit", "exit 0")
    town.git("config", "core.hooksPath", "koukut")
    repository, asked = locate(town.folder), trust.Trust(os.environ)
    trust.allow(repository, trust.runs(repository), os.environ)
    asked.require(repository)
    town.script(town.folder / "koukut" / "pre-commit", "exit 1")

    with pytest.raises(UntrustedError):
        asked.require(repository)


def test_what_was_allowed_is_remembered_outside_the_folder(town: Town) -> None:
    """Nothing of it is in the repository, where it could travel; only the user can read it."""
    town.hook("pre-commit", "exit 0")

    (place,) = (state_folder(os.environ) / "trust").iterdir()

    assert not place.is_relative_to(town.folder)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert not trust.untrusted(locate(town.folder), os.environ)


def test_a_new_roadmap_in_a_foreign_repository_runs_nothing(
    town: Town, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """`init` in a folder with hooks of its own asks first, too."""
    caught = tmp_path_factory.mktemp("ansa") / "ajettu"
    unknown_hook(town, caught)
    other = town.folder / "toinen.toml"
    other.write_bytes(b"a = 1\n")

    with pytest.raises(UntrustedError):
        begin(other, "alku\n", content=b"a = 1\n")

    assert not caught.exists()
