"""What is installed is pinned: every package with its version and its hashes, and no address."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.architecture.source import ROOT

PIN = re.compile(r"^([\w.-]+)==(\S+?)(?: ; .+?)? \\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def text(name: str) -> str:
    """Return the text of a lock."""
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    """Return the packages of a lock with their versions."""
    return {package: version for package, version, _ in PIN.findall(text(name))}


def named(requirements: list[object]) -> set[str]:
    """Return the normalised names of some requirements."""
    names = (re.split(r"[<>=!~; \[]", one, maxsplit=1)[0] for one in requirements if isinstance(one, str))
    return {name.lower().replace("_", "-") for name in names}


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_a_lock_holds_nothing_but_pins_with_hashes(lock: str) -> None:
    """Every line is a version or a hash: no address, no path, no comment about how it was made."""
    assert PIN.sub("", text(lock)).strip() == ""
    assert pins(lock)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    """What pyproject.toml names is pinned: dependencies and builder to run, the tools as well to test."""
    groups = PROJECT["dependency-groups"]

    assert named(PROJECT["project"]["dependencies"]) | named(groups["build"]) <= pins("run").keys()
    assert named(groups["dev"]) <= pins("dev").keys()


def test_testing_happens_with_the_versions_that_run() -> None:
    """What both locks hold has the same version in both."""
    assert pins("run").items() <= pins("dev").items()


def test_a_package_has_files_for_every_platform() -> None:
    """A compiled package is pinned with its files for Linux, macOS and Windows: a few hashes would be one machine's."""
    found = {package: hashes.count("sha256:") for package, _, hashes in PIN.findall(text("run"))}

    assert found["pydantic-core"] > 50
    assert min(found.values()) >= 2
