"""How long the difference of two roadmaps and their merge take, against parsing one of them."""

from __future__ import annotations

import tomllib
from functools import partial
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, pairs
from benchmarks.people import edited
from benchmarks.roadmaps import roadmap
from model.diff import diff
from model.file.reading import read_bytes
from model.merge import merge
from model.roadmap import Roadmap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MEASURES = 500


def figures(runs: int) -> Iterator[Figure]:
    """Measure `diff` and `merge` of roadmaps that are read already, as one process has them and with nothing shared."""
    text = roadmap(MEASURES)
    base = read_bytes(text.encode()).roadmap
    assert base is not None
    ours, theirs = (edited(base, Random(seed)) for seed in (1, 2))
    apart = tuple(map(_copied, (base, ours, theirs)))

    parsing = partial(_took, lambda: tomllib.loads(text))
    for name, three in (("", (base, ours, theirs)), (", no record shared", apart)):
        first = pairs(runs, partial(_took, partial(_diff, three)), parsing)
        yield Figure(f"`diff`, {MEASURES} measures{name}", "tomllib", 1, "×", first)
        second = pairs(runs, partial(_took, partial(_merge, three)), parsing)
        yield Figure(f"`merge`, {MEASURES} measures{name}", "tomllib", 1, "×", second)


def _diff(three: Sequence[Roadmap]) -> object:
    return diff(*map(_fresh, three[:2]))


def _merge(three: Sequence[Roadmap]) -> object:
    return merge(*map(_fresh, three))


def _copied(found: Roadmap) -> Roadmap:
    """Return an equal roadmap of which every record is another object."""
    return Roadmap.model_validate(found.model_dump(by_alias=True))


def _fresh(found: Roadmap) -> Roadmap:
    """Return the roadmap without what it has remembered of itself, such as where its records stand."""
    return found.model_copy()


def _took(work: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1e3
