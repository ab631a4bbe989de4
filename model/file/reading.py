"""Read a roadmap: a file, or a version's bytes from git, gives a roadmap or all that is wrong with it.

Every fault is a value (`model.problems`), none is an exception, and a file that is not one (a pipe, a
device) never blocks.
"""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from model.check import check
from model.file.decoding import MOST_BYTES, decoded
from model.file.document import Document, raw_id
from model.file.validate import Checked, checked, kind_name, nearest, shown, validated
from model.problems import Problem
from model.records import TABLES
from model.roadmap import SCHEMA, SINGLE, Roadmap

if TYPE_CHECKING:
    from pathlib import Path

    from model.record import Record

# What a system does not have (Windows: all but O_BINARY) is left out.
_OPTIONS = tuple(getattr(os, name, 0) for name in ("O_CLOEXEC", "O_NONBLOCK", "O_BINARY"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a file gave."""

    roadmap: Roadmap | None
    """None if a problem is fatal."""
    problems: tuple[Problem, ...]
    """In the order of the file's lines, fatal ones too."""
    document: Document | None
    """None if the file is no TOML."""
    data: bytes | None = None
    """The bytes as read; None if the file could not be read."""


def read(path: Path) -> Reading:
    """Read a file, following links; raises nothing for what may be wrong with it."""
    found = _bytes(path)
    if isinstance(found, Problem):
        return Reading(None, (replace(found, data={"path": str(path), **found.data}),), None)
    return read_bytes(found)


def read_bytes(data: bytes) -> Reading:
    """Read a version of the file from its bytes."""
    found = decoded(data)
    if isinstance(found, Problem):
        return Reading(None, (found,), None, data)
    return replace(read_document(found), data=data)


def read_document(document: Document) -> Reading:
    """Make the roadmap of a document; records with the same text as earlier ones are not made again."""
    problems = [*_root_problems(document)]
    tables: dict[str, list[Record]] = {}
    for table in (*SINGLE, *TABLES):
        for position, result in enumerate(_checked(document, table)):
            problems.extend(_placed(document, result, table=table, position=position))
            if result.record is not None:
                tables.setdefault(table, []).append(result.record)
        problems.extend(_duplicates(document, table))
    if any(problem.fatal for problem in problems):
        return Reading(None, _sorted(problems), document)
    roadmap = _roadmap(tables)
    semantic = [
        replace(problem, line=document.line_of(problem.table, problem.record, problem.key))
        for problem in check(roadmap)
    ]
    return Reading(roadmap, _sorted(problems + semantic), document)


def _roadmap(tables: dict[str, list[Record]]) -> Roadmap:
    single = {field: tables[table][0] for table, field in SINGLE.items() if table in tables}
    return Roadmap.model_validate(single | {table: tuple(tables.get(table, ())) for table in TABLES})


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def _checked(document: Document, table: str) -> list[Checked]:
    if document.is_simple:
        listed = table in TABLES
        blocks = [document.blocks[number] for number in document.places(table)]
        return [checked(block) for block in blocks if block.listed == listed]
    found = document.values.get(table)
    records = found if table in TABLES and isinstance(found, list) else [found]
    return [validated(table, record) for record in records if isinstance(record, dict)]


def _placed(document: Document, result: Checked, *, table: str, position: int) -> list[Problem]:
    if not result.problems:
        return []
    name = raw_id(table, document.records(table)[position])
    return [
        replace(problem, table=table, record=name, line=document.line_at(table, position, problem.key))
        for problem in result.problems
    ]


def _duplicates(document: Document, table: str) -> list[Problem]:
    if table in SINGLE:
        return []
    first: dict[str, int] = {}
    found: list[Problem] = []
    for position, values in enumerate(document.records(table)):
        name = raw_id(table, values)
        if first.setdefault(name, position) != position:
            line = document.line_at(table, position, TABLES[table].KEY[0])
            data = {"first": document.line_at(table, first[name], TABLES[table].KEY[0])}
            found.append(Problem("duplicate-id", "error", line, None, table, name, TABLES[table].KEY[0], data))
    return found


def _root_problems(document: Document) -> list[Problem]:
    values = document.values
    found = _schema_problems(document)
    if "roadmap" not in values:
        found.append(Problem("missing-table", "fatal", table="roadmap"))
    for name, value in values.items():
        line = document.line_at(name, 0)
        if name in SINGLE or name in TABLES:
            right = dict if name in SINGLE else list
            wrong = (
                next((item for item in value if not isinstance(item, dict)), None) if isinstance(value, list) else None
            )
            if not isinstance(value, right) or wrong is not None:
                expected = kind_name(right() if wrong is None else {})
                data = {"expected": expected, "found": kind_name(value if wrong is None else wrong), "value": ""}
                found.append(Problem("wrong-type", "fatal", line, table=name, data=data))
        elif name != "schema":
            is_table = isinstance(value, dict) or (isinstance(value, list) and value[:1] == [{}])
            known = (*SINGLE, *TABLES, "schema")
            data = {"nearest": nearest(name, known)}
            if is_table or document.places(name):
                found.append(Problem("unknown-table", "warning", line, table=name, data=data))
            else:
                line = document.line_at("", 0, name)
                found.append(Problem("unknown-key", "warning", line, key=name, data=data))
    return found


def _schema_problems(document: Document) -> list[Problem]:
    schema: Any = document.values.get("schema")
    line = document.line_at("", 0, "schema")
    if schema is None:
        return [Problem("missing-schema", "error", 1, key="schema", data={"known": SCHEMA})]
    if type(schema) is not int:
        data = {"expected": "whole-number", "found": kind_name(schema), "value": shown(schema)}
        return [Problem("wrong-type", "fatal", line, key="schema", data=data)]
    if schema > SCHEMA:
        versions = {"schema": schema, "known": SCHEMA}
        return [Problem("newer-schema", "fatal", line, key="schema", data=versions)]
    if schema < 1:
        bounds = {"value": shown(schema), "least": 1, "most": SCHEMA}
        return [Problem("out-of-range", "fatal", line, key="schema", data=bounds)]
    return []


def _bytes(path: Path) -> bytes | Problem:
    """Return a file's bytes; looks at what it is before opening it, and once more behind the open."""
    try:
        wrong = _not_a_file(os.stat(path))  # noqa: PTH116 - the same call as fstat below
        if wrong is not None:
            return wrong
        fd = os.open(path, sum(_OPTIONS, os.O_RDONLY))
        with open(fd, "rb") as file:  # noqa: PTH123 - a descriptor that is already open
            return _not_a_file(os.fstat(fd)) or file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Problem("no-file", "fatal")
    except OSError as error:
        return Problem("unreadable", "fatal", data={"reason": errno.errorcode.get(error.errno or 0, "")})


def _not_a_file(status: os.stat_result) -> Problem | None:
    if stat.S_ISDIR(status.st_mode):
        return Problem("directory", "fatal")
    if not stat.S_ISREG(status.st_mode):
        return Problem("not-regular", "fatal")
    if status.st_size > MOST_BYTES:
        return Problem("too-large", "fatal", data={"size": status.st_size, "limit": MOST_BYTES})
    return None
