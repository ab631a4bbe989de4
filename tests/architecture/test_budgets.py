"""How long things may grow: a file, a class, a function, a handler."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.architecture.source import ROOT, Function, lines, modules, name_of, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_FILE = 300
LONGEST_CLASS = 180
MOST_METHODS = 18
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


def is_method(node: ast.stmt) -> bool:
    """Whether a statement of a class is a method with a name of our own, not one that the language knows."""
    return isinstance(node, Function) and not node.name.startswith("__")


def is_handler(function: Function) -> bool:
    """Whether Textual calls this function: by its name, or because `@on` says so."""
    return function.name.startswith(HANDLERS) or any(name_of(one) == "on" for one in function.decorator_list)


def handlers() -> Iterator[tuple[str, Function]]:
    """Yield the event handlers, actions and watchers of the screen."""
    yield from ((where, one) for where, one in functions() if where.startswith("tui/") and is_handler(one))


def test_no_file_is_long() -> None:
    """A file is at most 300 lines, here and in the tests: what grows past that is two things."""
    files = [*modules(), *modules("tests", "benchmarks")]

    counted = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in files}

    assert {path: count for path, count in counted.items() if count > LONGEST_FILE} == {}


def test_no_function_is_long() -> None:
    """A function is at most 45 lines."""
    long = {f"{where} {one.name}": lines(one) for where, one in functions() if lines(one) > LONGEST_FUNCTION}

    assert long == {}


def test_no_class_is_large() -> None:
    """A class is at most 180 lines and 18 methods, an App at most 120 lines."""
    large = {
        f"{where} {one.name}": (lines(one), methods)
        for where, one in nodes(ast.ClassDef)
        if (methods := sum(is_method(child) for child in one.body)) > MOST_METHODS
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


@pytest.mark.parametrize("package", ["model", "exporters"])
def test_the_clock_is_a_parameter(package: str) -> None:
    """The model and the exports never ask what time it is: today is handed to them."""
    asked = [where for where, call in nodes(ast.Call, package) if name_of(call.func) in {"today", "now", "utcnow"}]

    assert asked == []


def test_only_the_entry_point_reads_the_clock() -> None:
    """`date.today` is called in `tui/main.py` and nowhere else; a time of day is given by the session's clock."""
    asked = [where for where, call in nodes(ast.Call, "tui") if name_of(call.func) == "today"]

    assert [where for where in asked if not where.startswith("tui/main.py:")] == []


def test_no_error_is_swallowed_blindly() -> None:
    """An `except` names what it expects; one that takes everything tidies up and raises it again."""
    blind = [
        where
        for where, one in nodes(ast.ExceptHandler)
        if one.type is None or name_of(one.type) in {"Exception", "BaseException"}
        if not isinstance(one.body[-1], ast.Raise) or one.body[-1].exc is not None
    ]

    assert blind == []
