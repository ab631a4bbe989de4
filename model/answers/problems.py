"""What is not understood in a file of answers, as values; the sentence is made by `exporters.answers`.

Of the file as a whole:

| code | data |
| --- | --- |
| `no-file`, `not-a-file`, `empty-file`, `unreadable` | `reason` |
| `too-large` | `limit` in bytes, rows, columns or cells; `what`: `bytes`, `unpacked`, `columns`, `cells` |
| `unknown-form`, `old-excel`, `password`, `damaged`, `not-text`, `cut-short` | |
| `open-quote` | (row) |
| `one-column`, `no-rows`, `no-answers`, `no-viewpoint` | |
| `several-sheets` | `sheets`: their names |
| `several-files` | |

Of columns and cells:

| code | data |
| --- | --- |
| `same-viewpoint` | `viewpoint`, `other`: the other column |
| `several-viewpoints` | `viewpoints`: ids that fit as well |
| `unmatched-column` | `heading`: its answers are levels, but of which viewpoint? |
| `not-an-answer`, `not-a-level`, `not-a-count`, `not-a-sector` | `text` |
| `a-date` | `text`: a spreadsheet has made a day of it |
| `counts-differ` | `viewpoint`, `n`, `counted` |
| `mean-differs` | `viewpoint`, `mean`, `counted` |
| `not-a-viewpoint` | `text` |
| `no-total` | `viewpoint`: a table has its sectors and not the whole |
| `same-row` | `viewpoint`, `first`: the other row |
| `no-such-column`, `several-sector-columns` | `heading`; `other` |
| `date-needed` | |
| `map-part` | `key`: a mapping has no such part |
| `in-map` | `key`, `text`: what the remembered mapping says and nobody can follow |
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from model.survey import FEWEST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_OF_A_PERSON = frozenset(("not-an-answer", "not-a-sector"))


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """One thing that is not understood, and where: row and column from 1, as the file's own program counts them."""

    code: str
    row: int | None = None
    column: int | None = None
    sheet: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


class NotUnderstoodError(Exception):
    """A file of answers that cannot be imported, with all that is not understood in it."""

    def __init__(self, problems: Sequence[AnswerProblem]) -> None:
        """Remember every reason."""
        super().__init__(problems)
        self.problems = tuple(problems)


def refused(code: str, *, row: int | None = None, column: int | None = None, **data: object) -> NotUnderstoodError:
    """Return the refusal of a file for one reason."""
    return NotUnderstoodError([AnswerProblem(code, row, column, data=data)])


def told_by_few(problems: Sequence[AnswerProblem]) -> frozenset[str]:
    """Return the texts that fewer than five people wrote where an answer or a sector was asked.

    They are single people's own words: what is said of them holds for this file and is not remembered.
    """
    said = Counter(str(problem.data["text"]) for problem in problems if problem.code in _OF_A_PERSON)
    return frozenset(text for text, times in said.items() if times < FEWEST)
