"""How long things may grow: a file, a class, a function, a handler."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.architecture.source import PACKAGES, ROOT, Function, lines, modules, name_of, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_FILE = 300
LONGEST_TEST_FILE = 500
LONGEST_CLASS = 180
MOST_PUBLIC_METHODS = 18
LONGEST_APP = 120
LONGEST_FUNCTION = 45
LONGEST_HANDLER = 15
HANDLERS = ("on_", "action_", "watch_", "key_")
READS_OR_WRITES = {"open", "read_text", "write_text", "read_bytes", "write_bytes", "unlink", "rename", "mkdir", "fsync"}
RUNS_OR_WAITS = {
    "system",
    "popen",
    "Popen",
    "check_output",
    "check_call",
    "getoutput",
    "sleep",
    "urlopen",
    "Repo",
    "Git",
}
INPUT_OUTPUT = READS_OR_WRITES | RUNS_OR_WAITS


def functions() -> Iterator[tuple[str, Function]]:
    """Yield all functions of the three packages."""
    yield from nodes(ast.FunctionDef)
    yield from nodes(ast.AsyncFunctionDef)


def is_public_method(node: ast.stmt) -> bool:
    """Whether a statement of a class is a public method; a property is not one."""
    if not isinstance(node, Function) or node.name.startswith("_"):
        return False
    return not any(name_of(one) in {"property", "cached_property"} for one in node.decorator_list)


def is_handler(function: Function) -> bool:
    """Whether Textual calls this function: by its name, or because `@on` says so."""
    return function.name.startswith(HANDLERS) or any(name_of(one) == "on" for one in function.decorator_list)


def handlers() -> Iterator[tuple[str, Function]]:
    """Yield the event handlers, actions and watchers of the screen."""
    yield from ((where, one) for where, one in functions() if where.startswith("tui/") and is_handler(one))


@pytest.mark.parametrize(
    ("packages", "longest"), [(PACKAGES, LONGEST_FILE), (("tests", "benchmarks", "docs"), LONGEST_TEST_FILE)]
)
def test_no_file_is_long(packages: tuple[str, ...], longest: int) -> None:
    """A file of the program is at most 300 lines, a file of tests 500: what grows past that is two things."""
    counted = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in modules(*packages)}

    assert {path: count for path, count in counted.items() if count > longest} == {}


def test_no_function_is_long() -> None:
    """A function is at most 45 lines."""
    long = {f"{where} {one.name}": lines(one) for where, one in functions() if lines(one) > LONGEST_FUNCTION}

    assert long == {}


def test_no_class_is_large() -> None:
    """A class is at most 180 lines and 18 public methods, an App at most 120 lines."""
    large = {
        f"{where} {one.name}": (lines(one), methods)
        for where, one in nodes(ast.ClassDef)
        if (methods := sum(is_public_method(child) for child in one.body)) > MOST_PUBLIC_METHODS
        or lines(one) > (LONGEST_APP if any(name_of(base) == "App" for base in one.bases) else LONGEST_CLASS)
    }

    assert large == {}


def test_handlers_are_short() -> None:
    """A handler reads its event, makes one call and shows the result: at most 15 lines."""
    long = {f"{where} {one.name}": lines(one) for where, one in handlers() if lines(one) > LONGEST_HANDLER}

    assert long == {}


def test_handlers_touch_no_disk_and_no_process() -> None:
    """A handler neither reads, writes, waits nor starts a program: the session does, in a worker."""
    touching = {
        f"{where} {one.name}": name
        for where, one in handlers()
        for call in ast.walk(one)
        if isinstance(call, ast.Call) and (name := name_of(call.func)) in INPUT_OUTPUT
    }

    assert touching == {}


def clock_calls(*packages: str) -> list[str]:
    """Return the places at which a clock is read; a parameter that is called `today` is none."""
    return [
        where
        for where, call in nodes(ast.Call, *packages)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in {"today", "now", "utcnow"}
        and name_of(call.func.value) in {"date", "datetime"}
    ]


def test_the_clock_is_a_parameter() -> None:
    """The model and the exports never ask what time it is: today is handed to them."""
    assert clock_calls("model", "exporters") == []


def test_only_the_entry_point_reads_the_clock() -> None:
    """`tui/main.py` asks what day and time it is, and nobody else."""
    assert {where.partition(":")[0] for where in clock_calls("tui")} == {"tui/main.py"}


def test_no_error_is_swallowed_blindly() -> None:
    """An `except` names what it expects; one that takes everything tidies up and raises it again."""
    blind = [
        where
        for where, one in nodes(ast.ExceptHandler)
        if one.type is None or name_of(one.type) in {"Exception", "BaseException"}
        if not isinstance(one.body[-1], ast.Raise) or one.body[-1].exc is not None
    ]

    assert blind == []
