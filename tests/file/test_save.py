"""Saving: whole or not at all, never over what was not seen, and with the look of the file kept."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from model.file.digest import digest
from model.file.errors import (
    ChangedOutsideError,
    DiskFullError,
    ExistsError,
    FolderReadOnlyError,
    NotAFileError,
    ReadOnlyDiskError,
    ReadOnlyError,
    SaveError,
    SharedFileError,
    VanishedError,
)
from model.file.exchange import exchange
from model.file.save import create, refusal, save
from tests.file.permissions import without_privilege

ROOT = Path(__file__).parents[2]
OLD, NEW = b"schema = 1\n", b"schema = 1\n# uusi\n"
PATIENCE = 120
"""Seconds until another process is given up; none takes so long, on whatever machine."""
LIMITED = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from model.file.digest import digest
from model.file.errors import SaveError
from model.file.save import save
path = Path(sys.argv[2])
if sys.argv[3]:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    save(path, b"x" * 200_000, expected_digest=digest(path.read_bytes()))
except SaveError as error:
    print(type(error).__name__, error.reason)
"""
WRITER = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from model.file.digest import digest
from model.file.errors import ChangedOutsideError
from model.file.save import save
path, mine, count = Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
while count:
    seen = path.read_bytes()
    counts = [int(part) for part in seen.split()]
    counts[mine] += 1
    try:
        save(path, " ".join(map(str, counts)).encode(), expected_digest=digest(seen))
    except ChangedOutsideError:
        continue
    count -= 1
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file to save over, alone in a folder."""
    found = tmp_path / "roadmap" / "roadmap.toml"
    found.parent.mkdir()
    found.write_bytes(OLD)
    return found


def alone(path: Path) -> bool:
    """Whether nothing stands beside a file."""
    return list(path.parent.iterdir()) == [path]


def saving(path: Path, *, limit: str = "") -> str:
    """Save 200 kB over a file in a process of its own and return what it said."""
    return without_privilege(sys.executable, "-I", "-S", "-c", LIMITED, str(ROOT), str(path), limit).stdout.strip()


def test_a_save_replaces_the_bytes_and_leaves_nothing_beside(path: Path) -> None:
    """The digest that comes back is that of the new bytes."""
    written = save(path, NEW, expected_digest=digest(OLD))

    assert path.read_bytes() == NEW
    assert written == digest(NEW)
    assert alone(path)


def test_equal_bytes_are_not_written(path: Path) -> None:
    """Saving what is already there leaves the very same file: an edit that changes nothing writes nothing."""
    before = path.stat()

    save(path, OLD, expected_digest=digest(OLD))

    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_another_wrote_is_not_overwritten(path: Path) -> None:
    """If the file is not what was read, theirs stays."""
    path.write_bytes(b"theirs")

    with pytest.raises(ChangedOutsideError):
        save(path, NEW, expected_digest=digest(OLD))

    assert path.read_bytes() == b"theirs"
    assert alone(path)


def test_mode_and_attributes_are_kept(path: Path) -> None:
    """A file that a group may write stays so, and an attribute set on it stays on it."""
    path.chmod(0o664)
    try:
        os.setxattr(path, "user.tiekartta", b"1")
    except OSError:
        pytest.skip("no extended attributes on this file system")

    save(path, NEW, expected_digest=digest(OLD))

    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    assert os.getxattr(path, "user.tiekartta") == b"1"


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    """Saving through a symbolic link changes the file it points to."""
    link = tmp_path / "link.toml"
    link.symlink_to(path)

    save(link, NEW, expected_digest=digest(OLD))

    assert link.is_symlink()
    assert path.read_bytes() == NEW


def test_a_file_with_another_name_is_refused(path: Path, tmp_path: Path) -> None:
    """Replacing one of two hard links would part them."""
    os.link(path, tmp_path / "other.toml")

    with pytest.raises(SharedFileError):
        save(path, NEW, expected_digest=digest(OLD))

    assert path.read_bytes() == OLD


def test_a_read_only_file_is_refused(path: Path) -> None:
    """The owner's wish stands, though the folder would allow a replacement; also for root."""
    path.chmod(0o444)

    with pytest.raises(ReadOnlyError):
        save(path, NEW, expected_digest=digest(OLD))

    assert isinstance(refusal(path), ReadOnlyError)
    assert path.read_bytes() == OLD


def test_a_folder_that_may_not_be_written_is_refused(path: Path) -> None:
    """Nothing can be put beside the file, and it is not written in place."""
    path.parent.chmod(0o555)
    try:
        said = saving(path)
    finally:
        path.parent.chmod(0o755)

    assert said.startswith(FolderReadOnlyError.__name__)
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("limit", ["100000", "1"])
def test_no_room_is_a_refusal(path: Path, limit: str) -> None:
    """When the new text does not fit, the old one stays and nothing is left over."""
    assert saving(path, limit=limit) == f"{DiskFullError.__name__} EFBIG"

    assert path.read_bytes() == OLD
    assert alone(path)


def test_a_full_disk_is_a_refusal(tmp_path: Path) -> None:
    """The same on a file system without room (where one can be made)."""
    script = 'mount -t tmpfs -o size=64k none "$1" && printf "schema = 1\\n" > "$1/roadmap.toml" && shift && "$@"'
    program = [sys.executable, "-I", "-S", "-c", LIMITED, str(ROOT), str(tmp_path / "roadmap.toml"), ""]
    command = ["unshare", "--mount", "sh", "-c", script, "sh", str(tmp_path), *program]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    if ran.returncode:
        pytest.skip(f"no file system can be mounted here: {ran.stderr.strip()[-80:]}")

    assert ran.stdout.strip() == f"{DiskFullError.__name__} ENOSPC"


def test_a_read_only_disk_is_a_refusal(tmp_path: Path) -> None:
    """A file system mounted read-only is told from a read-only file."""
    script = (
        'mount -t tmpfs none "$1" && printf "schema = 1\\n" > "$1/roadmap.toml" && mount -o remount,ro "$1"'
        ' && shift && "$@"'
    )
    program = [sys.executable, "-I", "-S", "-c", LIMITED, str(ROOT), str(tmp_path / "roadmap.toml"), ""]
    command = ["unshare", "--mount", "sh", "-c", script, "sh", str(tmp_path), *program]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    if ran.returncode:
        pytest.skip(f"no file system can be mounted here: {ran.stderr.strip()[-80:]}")

    assert ran.stdout.strip() == f"{ReadOnlyDiskError.__name__} EROFS"


def test_a_vanished_file_is_not_made_anew(path: Path) -> None:
    """A file that is gone is told of; the program does not decide to create it."""
    path.unlink()

    with pytest.raises(VanishedError):
        save(path, NEW, expected_digest=digest(OLD))

    assert not path.exists()


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder or a pipe is never opened for writing, and a link to itself ends."""
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)

    for wrong in (tmp_path, pipe):
        with pytest.raises(NotAFileError):
            save(wrong, NEW, expected_digest=digest(OLD))
    with pytest.raises(SaveError):
        save(loop, NEW, expected_digest=digest(OLD))


def test_two_writers_lose_nothing(path: Path) -> None:
    """Two processes that count in one file, each reading before it saves: every count arrives."""
    path.write_bytes(b"0 0")
    count = 150
    command = [sys.executable, "-I", "-S", "-c", WRITER, str(ROOT), str(path)]

    writers = [subprocess.Popen([*command, str(mine), str(count)]) for mine in (0, 1)]

    assert [writer.wait(timeout=PATIENCE) for writer in writers] == [0, 0]
    assert path.read_bytes() == b"%d %d" % (count, count)


def test_an_exchange_swaps_two_files(tmp_path: Path) -> None:
    """What a save relies on: two names change places in one step."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"1")
    other.write_bytes(b"2")

    if not exchange(one, other):
        pytest.skip("this system cannot exchange files")

    assert (one.read_bytes(), other.read_bytes()) == (b"2", b"1")


def test_a_new_file_appears_whole_and_replaces_nothing(tmp_path: Path) -> None:
    """`create` makes a file with the usual mode; one that is there stays."""
    path = tmp_path / "roadmap.toml"

    create(path, OLD)

    assert path.read_bytes() == OLD
    assert alone(path)
    with pytest.raises(ExistsError):
        create(path, NEW)
    assert path.read_bytes() == OLD
