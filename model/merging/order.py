"""Three versions of a sequence as one: its order, its counts, its lines. No side comes first by being ours."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence

K = TypeVar("K", bound="Hashable")


def ordered(
    base: Sequence[K], ours: Sequence[K], theirs: Sequence[K], *, kept: Container[K], rank: Callable[[K], Any]
) -> list[K]:
    """Return the kept keys in one order: the base's, or that of the side that reordered.

    What one side alone has comes after the neighbour that it has there; where both have put something in one place,
    the order is by `rank`, so it is the same whichever side is ours.
    """
    mine, yours = set(ours), set(theirs)
    shared = [key for key in base if key in mine and key in yours and key in kept]
    common = set(shared)
    first, second = ([key for key in side if key in common] for side in (ours, theirs))
    if second in (shared, first):
        lead = first
    else:
        lead = second if first == shared else min(first, second, key=lambda keys: list(map(rank, keys)))
    runs = _runs(ours, common, kept), _runs(theirs, common, kept)
    found: dict[K, None] = {}
    for anchor in (None, *lead):
        if anchor is not None:
            found[anchor] = None
        found.update(dict.fromkeys(_zipped(runs[0].get(anchor, []), runs[1].get(anchor, []), rank)))
    return list(found)


def counted(base: Iterable[K], ours: Iterable[K], theirs: Iterable[K]) -> Counter[K]:
    """Return how many times each value stands in the merged list: what both did is done once."""
    before, mine, yours = Counter(base), Counter(ours), Counter(theirs)
    found: Counter[K] = Counter()
    for key in {**before, **mine, **yours}:
        was, one, other = before[key], mine[key], yours[key]
        if one >= was and other >= was:
            found[key] = max(one, other)
        elif one <= was and other <= was:
            found[key] = min(one, other)
        else:
            found[key] = one + other - was
    return found


def merged_set(base: Sequence[K], ours: Sequence[K], theirs: Sequence[K]) -> tuple[K, ...]:
    """Return a list of scalars merged as a counted set, in one order."""
    count = counted(base, ours, theirs)
    kept = {(key, number) for key, most in count.items() for number in range(most)}
    keys = ordered(
        _numbered(base), _numbered(ours), _numbered(theirs), kept=kept, rank=lambda key: (str(key[0]), str(key[1]))
    )
    return tuple(key for key, _ in keys)


def merged_lines(base: str, ours: str, theirs: str) -> str | None:
    """Return a text merged by its lines, or None where both sides changed the same place differently."""
    old, mine, yours = (text.split("\n") for text in (base, ours, theirs))
    first, second = _matches(old, mine), _matches(old, yours)
    lines: list[str] = []
    was = one = other = 0
    for here in (*(number for number in range(len(old)) if number in first and number in second), len(old)):
        end = first.get(here, len(mine)), second.get(here, len(yours))
        part = _either(old[was:here], mine[one : end[0]], yours[other : end[1]])
        if part is None:
            return None
        lines += part
        lines += old[here : here + 1]
        was, one, other = here + 1, end[0] + 1, end[1] + 1
    return "\n".join(lines)


def _runs(keys: Sequence[K], common: Container[K], kept: Container[K]) -> dict[K | None, list[K]]:
    """Return what a side alone has, by the shared key before it."""
    runs: dict[K | None, list[K]] = {}
    anchor: K | None = None
    for key in keys:
        if key in common:
            anchor = key
        elif key in kept:
            runs.setdefault(anchor, []).append(key)
    return runs


def _zipped(one: Sequence[K], other: Sequence[K], rank: Callable[[K], Any]) -> Iterator[K]:
    """Yield two runs as one, each in its own order, the smaller head first; a key of both comes twice."""
    at = to = 0
    while at < len(one) and to < len(other):
        if rank(one[at]) <= rank(other[to]):
            yield one[at]
            at += 1
        else:
            yield other[to]
            to += 1
    yield from one[at:]
    yield from other[to:]


def _numbered(keys: Iterable[K]) -> list[tuple[K, int]]:
    seen: Counter[K] = Counter()
    numbered: list[tuple[K, int]] = []
    for key in keys:
        numbered.append((key, seen[key]))
        seen[key] += 1
    return numbered


def _either(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """Return what became of a part, or None where it became two things."""
    if theirs in (base, ours):
        return ours
    return theirs if ours == base else None


def _matches(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return for each line of the longest common part where it stands in the new lines."""
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for one in reversed(range(len(old))):
        for other in reversed(range(len(new))):
            longest[one][other] = (
                longest[one + 1][other + 1] + 1
                if old[one] == new[other]
                else max(longest[one + 1][other], longest[one][other + 1])
            )
    found: dict[int, int] = {}
    one = other = 0
    while one < len(old) and other < len(new):
        if old[one] == new[other]:
            found[one] = other
            one, other = one + 1, other + 1
        elif longest[one + 1][other] >= longest[one][other + 1]:
            one += 1
        else:
            other += 1
    return found
