"""Reading: every fault of a file is a problem with a code and a place, never an exception, never a wait."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from model.diff import Change
from model.file import decoding
from model.file.blocks import parsed
from model.file.patch import patched
from model.file.reading import Reading, read, read_bytes, read_document
from tests.file.example import HEAD
from tests.file.example import PLAIN as MEASURE
from tests.file.permissions import without_privilege

if TYPE_CHECKING:
    from model.problems import Problem

ROOT = Path(__file__).parents[2]
READER = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from model.file.reading import read
print(read(Path(sys.argv[2])).problems[0].data["reason"])
"""
LOADED = """
import sys
sys.path.insert(0, sys.argv[1])
import model.file.reading, model.file.patch, model.file.save
print([name for name in sys.modules if name.partition(".")[0] in ("git", "textual", "rich")])
"""


def only(reading: Reading) -> Problem:
    """Return the one problem of a reading."""
    (problem,) = reading.problems
    return problem


def of(text: str) -> Problem:
    """Return the one problem of a text."""
    return only(read_bytes(text.encode()))


def test_a_right_file_gives_a_roadmap_and_no_problems() -> None:
    """With the document, so that it can be changed, and the bytes as they were."""
    data = (HEAD + MEASURE).encode()

    reading = read_bytes(data)

    assert reading.problems == ()
    assert reading.roadmap is not None
    assert reading.roadmap.measure("T01").title == "Kertakirjautuminen"
    assert reading.document is not None
    assert reading.document.data == reading.data == data


def test_a_byte_order_mark_is_no_fault() -> None:
    """Editors on Windows write one."""
    assert read_bytes(b"\xef\xbb\xbf" + HEAD.encode()).problems == ()


def test_a_file_is_read_through_a_link(tmp_path: Path) -> None:
    """As its bytes would be."""
    (tmp_path / "real.toml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "roadmap.toml").symlink_to(tmp_path / "real.toml")

    assert read(tmp_path / "roadmap.toml") == read_bytes(HEAD.encode())


def test_what_is_no_file_is_told_at_once(tmp_path: Path) -> None:
    """A missing file, a folder, a pipe, a device and a link to itself; nothing is waited for."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    codes = {name: only(read(tmp_path / name)).code for name in ("none", "pipe", "loop", "none/none")}

    assert codes == {"none": "no-file", "pipe": "not-regular", "loop": "unreadable", "none/none": "no-file"}
    assert only(read(tmp_path)).code == "directory"
    assert only(read(Path("/dev/null"))).code == "not-regular"
    assert only(read(tmp_path)).data == {"path": str(tmp_path)}


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    """The name of the system's error is in the data."""
    path = tmp_path / "roadmap.toml"
    path.write_text(HEAD, encoding="utf-8")
    path.chmod(0)

    ran = without_privilege(sys.executable, "-c", READER, str(ROOT), str(path))

    assert ran.stdout.strip() == "EACCES"


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    """50 MB are told by their size alone."""
    path = tmp_path / "roadmap.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    problem = only(read(path))

    assert (problem.code, problem.data["size"], problem.data["limit"]) == ("too-large", 50_000_000, decoding.MOST_BYTES)
    assert only(read_bytes(b"#" * (decoding.MOST_BYTES + 1))).code == "too-large"


@pytest.mark.parametrize(
    ("data", "code", "guess"),
    [
        (HEAD.encode("cp1252"), "not-utf8", "cp1252"),
        (HEAD.encode("utf-16"), "not-utf8", "utf-16"),
        (HEAD.encode("utf-16-le"), "not-utf8", "utf-16"),
        (HEAD.encode("utf-16-be"), "not-utf8", "utf-16"),
        (b"a = '\x81\xff'", "not-utf8", ""),
        (b"\x7fELF\x02\x01\x01" + bytes(100) + b"x" * 300, "binary", None),
        (b"\x89PNG\r\n\x1a\n\xff\xd8", "binary", None),
    ],
)
def test_what_is_not_utf8_is_told_by_its_first_wrong_byte(data: bytes, code: str, guess: str | None) -> None:
    """With a guess at what it is; nothing is converted unasked."""
    problem = only(read_bytes(data))

    assert (problem.code, problem.data.get("guess")) == (code, guess)
    assert isinstance(problem.data["offset"], int)


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_a_problem_of_its_own(data: bytes) -> None:
    """Nothing but blanks is empty too."""
    assert only(read_bytes(data)).code == "empty"


def test_conflict_markers_are_found_by_line() -> None:
    """A merge that git left open is told as that, not as bad syntax."""
    problem = of(HEAD + "<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> other\n")

    assert (problem.code, problem.line) == ("conflict-markers", 8)


def test_conflict_markers_inside_a_text_are_text() -> None:
    """A multi-line string may hold anything."""
    text = HEAD + 'vision = """\n<<<<<<< HEAD\n"""\n'

    assert read_bytes(text.encode()).problems == ()


@pytest.mark.parametrize(
    ("line", "reason", "column"),
    [
        ('vision = "avoin', "unclosed-string", 16),
        ("vision = 'avoin", "unclosed-string", None),
        ("vision = avoin", "bad-value", 10),
        ("vision", "missing-equals", 7),
        ("vision = 2026-02-30", "bad-value", 10),
        ('title = "toinen"', "repeated-key", 17),
        ("[roadmap]", "repeated-table", 9),
        ('vision = "\\q"', "bad-escape", 13),
        ('vision = "a" "b"', "after-value", 14),
        ("[uusi", "bad-header", 6),
        ("= 1", "bad-key", 1),
        ("[]", "bad-key", 2),
        ("vision = [1 2]", "unclosed-list", 13),
        ("vision = { a = 1, a = 2 }", "repeated-key", 24),
        ("\u0001", "bad-key", 1),
        ("# \u0001", "bad-character", 3),
        ('vision = "\\ud800"', "bad-escape", 17),
    ],
)
def test_invalid_toml_is_told_by_line_column_and_reason(line: str, reason: str, column: int | None) -> None:
    """The reason is a code that every language has a sentence for."""
    problem = of(f"{HEAD}{line}\n{MEASURE}")

    assert (problem.code, problem.line, problem.data["reason"]) == ("invalid-toml", 8, reason)
    assert problem.column == column


@pytest.mark.parametrize("line", ['vision = """', "vision = '''", "vision = [", "vision = [1,"])
def test_what_is_never_closed_is_told_where_it_begins(line: str) -> None:
    """The end of the file is no help: the line on which the text or the list was opened is."""
    problem = of(f"{HEAD}{line}\n{MEASURE}")

    assert problem.data["reason"] in {"unclosed-string", "unclosed-list"}
    assert problem.line == 8


@pytest.mark.parametrize(
    ("text", "reason"),
    [("a = " + "[" * 5_000, "nesting"), ("a = " + "1" * 5_000, "digits"), (".".join("a" * 20_000) + " = 1", "dotted")],
)
def test_a_bomb_is_refused(text: str, reason: str) -> None:
    """What would take the parser's stack or minutes is too complex."""
    problem = of(text)

    assert (problem.code, problem.data["reason"]) == ("too-complex", reason)


def test_many_dots_in_a_text_are_no_bomb() -> None:
    """A row of dots and short sentences is a text."""
    text = HEAD + 'vision = "' + "." * 300 + "ja niin edelleen. " * 200 + '"\n'

    assert read_bytes(text.encode()).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "goals = [{ id = 'G1', title = 'Osaaminen' }]\n" + HEAD,
        HEAD.replace("[roadmap]\n", "")
        .replace("\ntitle", "\nroadmap.title")
        .replace("\norg", "\nroadmap.org")
        .replace("\nfirst", "\nroadmap.first")
        .replace("\nlast", "\nroadmap.last")
        + "goals = [{ id = 'G1', title = 'Osaaminen' }]\n",
        HEAD + "[[goals]]\nid = 'G1'\ntitle = 'Osaaminen'\n[oma]\n[[goals.muu]]\nx = 1\n",
        HEAD + "[[goals]]\nid = 'G1'\ntitle = 'Osaaminen'\n[oma.b]\n[oma]\n",
    ],
    ids=["inline-list", "dotted-root", "out-of-order", "super-table-later"],
)
def test_a_file_that_is_not_simple_is_read_as_well(text: str) -> None:
    """Inline lists, dotted root keys and tables extended out of place mean what TOML says."""
    reading = read_bytes(text.encode())

    assert reading.document is not None
    assert not reading.document.is_simple
    assert reading.roadmap is not None
    assert [goal.title for goal in reading.roadmap.goals] == ["Osaaminen"]


def test_problems_of_a_file_that_is_not_simple_have_the_line_of_the_record() -> None:
    """The line is found by the id."""
    text = "goals = [\n  { id = 'G1', title = 'Osaaminen' },\n  { id = 'G2', title = 3 },\n]\n" + HEAD

    problem = of(text)

    assert (problem.code, problem.record, problem.key, problem.line) == ("wrong-type", "G2", "title", 3)


def test_a_record_with_the_same_text_is_the_same_record() -> None:
    """Reading again costs only what changed: equal text is not parsed or checked twice."""
    one, other = read_bytes((HEAD + MEASURE).encode()), read_bytes((HEAD + "\n# uusi\n" + MEASURE).encode())

    assert one.roadmap is not None
    assert other.roadmap is not None
    assert one.roadmap.measures[0] is other.roadmap.measures[0]
    assert one.document is not None
    assert read_document(one.document).roadmap == one.roadmap


def test_a_patch_parses_only_what_it_changed() -> None:
    """Of five hundred measures one is parsed again, however often it is proven."""
    text = HEAD + "".join(MEASURE.replace("T01", f"T{number:03}") for number in range(500))
    reading = read_bytes(text.encode())
    assert reading.document is not None
    parsed_before = parsed.cache_info().misses

    change = Change("measures", "T250", "needs", before="", after=f"jotain {parsed_before}")
    after = patched(reading.document, [change])
    read_document(after)

    assert parsed.cache_info().misses - parsed_before == 1


def test_the_core_is_read_without_git_or_screen() -> None:
    """Reading loads neither Textual nor the git library."""
    ran = subprocess.run([sys.executable, "-c", LOADED, str(ROOT)], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"
