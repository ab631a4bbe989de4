"""What is wrong with a file, as values: a code, a place and data; the sentence is made by `exporters`.

`fatal` problems leave no roadmap; an `error` is wrong but can be shown and edited; a `warning` is kept as it is.

Codes of the file as a whole (fatal; `path` is in the data where the file was read from disk):

| code | data |
| --- | --- |
| `no-file`, `directory`, `not-regular`, `empty` | |
| `unreadable` | `reason`: the name of the errno (`EACCES`) |
| `too-large` | `size`, `limit` in bytes |
| `binary`, `not-utf8` | `offset` of the first wrong byte; `guess`: `cp1252`, `utf-16`, `` |
| `conflict-markers` | (line of the first one) |
| `invalid-toml` | `reason`: one of REASONS, `detail`: the parser's own words |
| `too-complex` | `reason`: `nesting`, `dotted`, `digits` |
| `newer-schema` | `schema`, `known` |
| `missing-table` | (table) |

Codes of a key (`wrong-…` and `missing-key` are fatal):

| code | data |
| --- | --- |
| `missing-schema` (error), `missing-key` | |
| `wrong-type` | `expected`, `found`: one of KINDS; `value` as text, cut |
| `wrong-word` | `value`, `allowed`: the words |
| `wrong-value` | `expected`: `half-year`, `finite`, `length`…; `value` |
| `out-of-range` | `value`, and of `least`, `most` those that hold |
| `unknown-key`, `unknown-table` (warning) | `nearest`: a known name close to it, or `` |
| `duplicate-id` (error) | `first`: line of the first one |

What `model.check` finds between records has codes of its own, listed there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Severity = Literal["fatal", "error", "warning"]

REASONS: tuple[str, ...] = (
    "unclosed-string",
    "unclosed-list",
    "bad-value",
    "missing-equals",
    "repeated-key",
    "repeated-table",
    "bad-character",
    "bad-escape",
    "after-value",
    "bad-header",
    "bad-key",
    "other",
)
"""Why a file is no TOML, in the order in which a table of sentences may list them."""

KINDS: tuple[str, ...] = (
    "text",
    "number",
    "whole-number",
    "yes-no",
    "date",
    "date-time",
    "time",
    "half-year",
    "list",
    "table",
    "word",
    "other",
)
"""The kinds of value of a file, as `expected` and `found` name them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with where it is; `data` holds what the sentence needs beyond that."""

    code: str
    severity: Severity
    line: int | None = None
    """Line in the file, from 1."""
    column: int | None = None
    """Column in the line, from 1."""
    table: str = ""
    """Top-level table (`measures`), or empty for the file and its root keys."""
    record: str = ""
    """Id of the record, as far as it has one."""
    key: str = ""
    """Key in the record; of a nested entry `log[2].date`, entries counted from 1."""
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def fatal(self) -> bool:
        """Whether no roadmap can be made of the file."""
        return self.severity == "fatal"
