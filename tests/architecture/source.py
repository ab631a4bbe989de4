"""The project's own source as syntax trees, for the tests that hold its shape."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PACKAGES = ("model", "exporters", "tui")

Node = TypeVar("Node", bound=ast.AST)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(*packages: str) -> list[Path]:
    """Return the modules of the named packages, or of all three."""
    return sorted(path for package in packages or PACKAGES for path in (ROOT / package).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """Parse a module, once."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def walked(path: Path) -> tuple[ast.AST, ...]:
    """Return all nodes of a module, walked once."""
    return tuple(ast.walk(tree(path)))


def nodes(kind: type[Node], *packages: str) -> Iterator[tuple[str, Node]]:
    """Yield every node of a kind with its place, `tui/app.py:12`."""
    for path in modules(*packages):
        for node in walked(path):
            if isinstance(node, kind):
                yield f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}", node


def lines(node: ast.stmt) -> int:
    """Count the lines of a statement, decorators left out."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def name_of(node: ast.expr) -> str:
    """Return the last name of an expression such as `app.session.save` or `on(Button.Pressed)`."""
    match node:
        case ast.Call(func=func):
            return name_of(func)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def tracked() -> list[Path]:
    """Return the files that git keeps and that are still there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]
