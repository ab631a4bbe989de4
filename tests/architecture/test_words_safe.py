"""What stands on the screen is never read as markup: the places at which a plain string would be."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.architecture.source import name_of, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWING = {"Static", "Label", "Button", "Checkbox", "RadioButton", "Option", "Collapsible", "Link", "Tooltip", "update"}
"""Widgets and methods of which a plain string is taken for markup."""
TITLES = {"border_title", "border_subtitle", "tooltip"}
"""Properties of which the same is true."""
STRINGS = {"t", "n", "str", "format", "half", "date", "title", "strip", "replace", "ljust", "rjust", "clean"}
"""Calls that give a plain string."""
PARSING = {"from_markup", "notify", "render_markup", "parse_markup"}
"""Calls that read markup, or hand it on to something that does."""


def is_string(value: ast.expr) -> bool:
    """Whether an expression is a plain string by its form, and not an empty one."""
    match value:
        case ast.Constant(value=str(text)):
            return bool(text)
        case ast.JoinedStr() | ast.Call(func=ast.Attribute(value=ast.Constant(value=str()), attr="join")):
            return True
        case ast.Call():
            return name_of(value) in STRINGS
        case ast.BinOp(left=left, right=right):
            return is_string(left) or is_string(right)
        case ast.IfExp(body=body, orelse=other):
            return is_string(body) or is_string(other)
        case _:
            return False


def literal(call: ast.Call) -> bool:
    """Whether a call says that its text is to be shown as it is."""
    return any(
        one.arg == "markup" and isinstance(one.value, ast.Constant) and one.value.value is False
        for one in call.keywords
    )


def given() -> Iterator[tuple[str, ast.expr]]:
    """Yield what is handed to the screen in the places where a string would be read as markup."""
    for where, call in nodes(ast.Call, "tui"):
        if name_of(call.func) in SHOWING and call.args and not literal(call):
            yield where, call.args[0]
        yield from ((where, one.value) for one in call.keywords if one.arg in TITLES)
    for where, statement in nodes(ast.Assign, "tui"):
        if any(name_of(target) in TITLES for target in statement.targets):
            yield where, statement.value


def test_no_plain_string_reaches_a_widget() -> None:
    """A widget is given `Content` or `Text`, made by one function that shows everything literally."""
    assert [where for where, value in given() if is_string(value)] == []


def test_no_text_is_parsed_as_markup() -> None:
    """Nothing in the program reads markup, so no text from a file can be any."""
    found = [where for where, call in nodes(ast.Call, "tui") if name_of(call.func) in PARSING and not literal(call)]

    assert found == []


def test_the_model_and_the_exports_know_no_markup() -> None:
    """Outside `tui` nothing is escaped for a terminal: what is made there is text and stays text."""
    found = [where for where, call in nodes(ast.Call, "model", "exporters") if name_of(call.func) in PARSING]

    assert found == []
