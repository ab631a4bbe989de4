"""The history and the problems of a file as plain lines, each of which stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.problems import SEVERITY, problem_sentence
from exporters.sentences import sentences
from exporters.terms import capital, word
from exporters.values import item_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.data import Recorded
    from exporters.words import Words
    from model.problems import Problem
    from model.roadmap import Roadmap


def history_lines(commits: Iterable[Recorded], words: Words, roadmap: Roadmap) -> tuple[str, ...]:
    """Return a line for each sentence of the history: when, in which meeting and §, what.

    A sentence speaks of the roadmap as it was then; `roadmap` stands in where that version cannot be read.
    """
    return tuple(
        f"{words.date(entry.when.date())} {_place(entry)}{sentence}"
        for entry in commits
        for sentence in sentences(entry.changes, words, entry.roadmap or roadmap)
    )


def _place(entry: Recorded) -> str:
    place = item_place(entry.meeting, entry.item)
    return f"{place} " if place else ""


def problem_lines(problems: Iterable[Problem], words: Words) -> tuple[str, ...]:
    """Return a line for each problem, its weight first."""
    return tuple(
        f"{capital(word(words, SEVERITY, problem.severity))}: {problem_sentence(problem, words)}"
        for problem in problems
    )
