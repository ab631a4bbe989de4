"""Several roadmaps in one list: a table of 80 columns, and data for scripts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from exporters.approvals import approval_name
from exporters.pictures.line import left, on_lines, right
from exporters.problems import problem_sentence
from exporters.terms import capital
from exporters.values import name_of
from model.levels import printed
from model.search import sort_key
from model.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from exporters.words import Words
    from model.glance import Glance
    from model.problems import Problem

WIDTH = 80
_NAME, _COUNT, _INDENT = 47, 11, 2


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a folder: the roadmap in it at a glance, or what is wrong with it."""

    path: str
    """As seen from the folder."""
    glance: Glance | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder holds."""

    roadmaps: tuple[Found, ...]
    """By organisation, title and path; broken ones, which have no glance, last."""
    others: tuple[str, ...]
    """The paths of TOML files that are no roadmaps."""
    left_out: int = 0
    """How many files were not looked at, because there are too many."""


def ordered(found: Sequence[Found]) -> tuple[Found, ...]:
    """Return roadmaps by organisation, title and path; the broken ones last, by path."""
    return tuple(sorted(found, key=_order))


def folder_lines(folder: Folder, words: Words, *, today: date) -> Iterator[str]:
    """Yield the table, then what could not be read, then what is no roadmap."""
    whole = [found for found in folder.roadmaps if found.glance]
    broken = [found for found in folder.roadmaps if not found.glance]
    if whole:
        yield words.t("Roadmaps on {date}", date=words.date(today))
        yield ""
        yield _row(words.t("ORGANISATION"), words.t("DONE"), words.t("OVERDUE"), words.t("ENDS NOW"))
    for found in whole:
        yield from _roadmap(found, words)
    if whole and broken:
        yield ""
    yield from (_broken(found, words) for found in broken)
    if not folder.roadmaps:
        yield words.t("There are no roadmaps here.")
    yield from _others(folder, words)


def folder_data(folder: Folder, words: Words) -> dict[str, Any]:
    """Return the same for scripts: `roadmaps`, `broken`, and the paths of `others`."""
    return {
        "roadmaps": [_data(found) for found in folder.roadmaps if found.glance],
        "broken": [
            {
                "path": clean(found.path),
                "problems": len(found.problems),
                "first": problem_sentence(found.problems[0], words) if found.problems else None,
            }
            for found in folder.roadmaps
            if not found.glance
        ],
        "others": [clean(path) for path in folder.others],
        "left_out": folder.left_out,
    }


def _order(found: Found) -> tuple[object, ...]:
    if found.glance is None:
        return True, (), (), sort_key(found.path)
    head = found.glance.head
    return False, sort_key(head.organisation), sort_key(head.title), sort_key(found.path)


def _row(name: str, *counts: str) -> str:
    return (left(name, _NAME) + "".join(right(count, _COUNT) for count in counts)).rstrip()


def _roadmap(found: Found, words: Words) -> Iterator[str]:
    assert found.glance
    seen = found.glance
    name = f"{words.t('SAMPLE')} {one_line(seen.head.organisation)}" if seen.head.sample else seen.head.organisation
    late, ends = words.number(len(seen.late)), words.number(len(seen.ends))
    yield _row(one_line(name), f"{words.number(seen.done)}/{words.number(seen.total)}", late, ends)
    for line in on_lines(_details(found, seen, words), WIDTH - _INDENT, gap=" · "):
        yield " " * _INDENT + line


def _details(found: Found, seen: Glance, words: Words) -> Iterator[str]:
    yield one_line(seen.head.title)
    yield _gap(seen, words)
    yield approval_name(seen.approval, words) if seen.approval else words.t("not yet approved")
    yield _name(found.path)
    if found.problems:
        yield words.n("{n} problem", "{n} problems", len(found.problems))


def _gap(seen: Glance, words: Words) -> str:
    if seen.gap is None:
        return words.t("no gap known")
    name = name_of(seen.gap.viewpoint)
    return words.t("widest gap {gap} {viewpoint}", gap=words.gap(printed(seen.gap.value)), viewpoint=name)


def _broken(found: Found, words: Words) -> str:
    first = problem_sentence(found.problems[0], words) if found.problems else ""
    said = words.t("{path} cannot be read. {problem}", path=_name(found.path), problem=first)
    count = len(found.problems)
    return f"{said} {words.n('({n} problem)', '({n} problems)', count)}" if count > 1 else said


def _others(folder: Folder, words: Words) -> Iterator[str]:
    if folder.others:
        yield ""
        yield f"{capital(words.t('not roadmaps'))}: {', '.join(map(_name, folder.others))}"
    if folder.left_out:
        yield words.n("{n} more file was not looked at.", "{n} more files were not looked at.", folder.left_out)


def _name(path: str) -> str:
    return one_line(path)


def _data(found: Found) -> dict[str, Any]:
    assert found.glance
    seen = found.glance
    gap, approval = seen.gap, seen.approval
    return {
        "path": clean(found.path),
        "title": seen.head.title,
        "organisation": seen.head.organisation,
        "sample": seen.head.sample,
        "done": seen.done,
        "measures": seen.total,
        "late": [measure.id for measure in seen.late],
        "ends": [measure.id for measure in seen.ends],
        "gap": {"viewpoint": gap.viewpoint.id, "gap": float(printed(gap.value))} if gap else None,
        "approval": {"body": approval.body, "on": approval.date.isoformat(), "section": approval.section or None}
        if approval
        else None,
        "problems": len(found.problems),
    }
