"""The problems of a file as plain lines, each of which stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.problems import SEVERITY, problem_sentence
from exporters.terms import capital, word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.words import Words
    from model.problems import Problem


def problem_lines(problems: Iterable[Problem], words: Words) -> tuple[str, ...]:
    """Return a line for each problem, its weight first."""
    return tuple(
        f"{capital(word(words, SEVERITY, problem.severity))}: {problem_sentence(problem, words)}"
        for problem in problems
    )
