"""A file of survey answers in words: what was understood, to be confirmed, and what was not, by row and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.surveys import when_and_who
from exporters.values import record_name
from exporters.words import N_
from model.answers.table import column_name
from model.sound import response_rate
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from exporters.words import Words
    from model.answers.problems import AnswerProblem
    from model.answers.table import Book
    from model.answers.understood import Understood
    from model.roadmap import Roadmap
    from model.rounds import Results
    from model.survey import Survey

MOST_LINES = 25
"""So many cells are told one by one; a file that is wrong all over is wrong in the same way."""
_LONGEST = 60
_LISTED = 8
_OF_A_CELL = 30
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")
_BESIDE = 40

_FILE: Mapping[str, str] = {
    "no-file": N_("There is no such file."),
    "not-a-file": N_("This is not a file that can be read."),
    "unreadable": N_("The file cannot be read ({reason})."),
    "empty-file": N_("The file is empty."),
    "unknown-form": N_("The file is neither a spreadsheet (.xlsx) nor a text file (.csv); save it as one of the two."),
    "old-excel": N_("The file is of the old Excel form (.xls), or has a password; save it as .xlsx without one."),
    "password": N_("The file is locked with a password; save it without one."),
    "damaged": N_("The file is damaged or not a whole spreadsheet; download it again, or save it anew in Excel."),
    "not-text": N_("The file is no text in any encoding that survey tools use; save it as .xlsx."),
    "cut-short": N_("The file ends in the middle: a part of it is missing. Download it again."),
    "open-quote": N_("A quotation mark is not closed, or stands in a wrong place, here or above; save it as .xlsx."),
    "one-column": N_("The file has a single column; between the cells there should be ; or , or a tab."),
    "no-rows": N_("The file has no answers under its headings."),
    "no-answers": N_("Nobody has answered in the columns of the viewpoints."),
    "no-viewpoint": N_(
        "No column names a viewpoint of the roadmap. Add the questions to the viewpoints as other names (aliases), or"
        " write them into {map}."
    ),
    "several-sheets": N_("Several sheets name viewpoints: {sheets}. Leave one of them in the file."),
    "several-files": N_("The archive holds several files; unpack it and name one of them."),
    "no-map": N_("The mapping {text} cannot be read."),
    "bad-map": N_("The mapping is no TOML ({text})."),
    "map-part": N_("“{key}” is no part of a mapping; its parts are [columns], [sectors] and [answers]."),
    "in-map": N_("The mapping says {text} of “{key}”; that is no id of this roadmap and no level."),
    "date-needed": N_("The file does not tell on which day the survey ended; give it with --date."),
}
"""Sentences of the whole file."""
_LIMITS: Mapping[str, str] = {
    "bytes": N_("The file is too large; at most {limit} megabytes are read."),
    "unpacked": N_("Unpacked the file is too large; at most {limit} megabytes are read."),
    "line": N_("The file has a line of over {limit} megabytes; this is no table of answers."),
    "columns": N_("The file has too many columns; at most {limit} are read. Copy the answers to a new sheet."),
    "rows": N_("The table of means has too many rows; at most {limit} are read."),
    "sheets": N_("The file has too many sheets; at most {limit} are read."),
    "cells": N_("The sheet spans too many cells; at most {limit} are read. Copy the answers to a new sheet."),
}
_MEGABYTES = frozenset({"bytes", "unpacked", "line"})
_CELL: Mapping[str, str] = {
    "not-an-answer": N_("“{text}” is no level from 1 to 5, none of its words and no “cannot say”."),
    "a-date": N_("a day ({text}); the spreadsheet has made it of a number. Put the number back."),
    "not-a-level": N_("“{text}” is no mean from 1 to 5."),
    "not-a-count": N_("“{text}” is no number of answers."),
    "not-a-sector": N_("no branch is called “{text}”; add it as another name (alias), or write it into {map}."),
    "not-a-viewpoint": N_("no viewpoint is called “{text}”; add it as another name (alias), or write it into {map}."),
    "unmatched-column": N_(
        "“{heading}” holds levels, but of which viewpoint? Add it as another name (alias), or write it into {map}."
    ),
    "same-viewpoint": N_("{viewpoint} has a column already: {other}."),
    "several-viewpoints": N_("“{heading}” fits several viewpoints: {viewpoints}. Say in {map} which one it is."),
    "no-such-column": N_("no column has the heading “{heading}”."),
    "several-sector-columns": N_("“{heading}” and “{other}” both tell the branch; say which one with --sector-column."),
    "counts-differ": N_("{viewpoint}: {n} answered, but the answers by level are {counted}."),
    "mean-differs": N_("{viewpoint}: the mean is {mean}, but the answers by level give {counted}."),
    "same-row": N_("{viewpoint} has a row already: {first}."),
    "no-total": N_("{viewpoint} has rows of branches but none of all who answered."),
}
"""Sentences that stand after the row and the column."""
_HOW: Mapping[str, str] = {
    "alias": N_("another name"),
    "map": N_("as confirmed before"),
    "like": N_("nearly the same: check this"),
}


def problem_lines(
    problems: Sequence[AnswerProblem], words: Words, roadmap: Roadmap, *, mapping: str
) -> tuple[str, ...]:
    """Return a line for each thing that is not understood; `mapping` is the name of the file to write it into."""
    told = [_problem(problem, words, roadmap, mapping=mapping) for problem in problems[:MOST_LINES]]
    if left := len(problems) - MOST_LINES:
        told += [words.n("and {n} more", "and {n} more", left)] if left > 0 else []
    return tuple(told)


def problems_data(problems: Iterable[AnswerProblem]) -> list[dict[str, object]]:
    """Return the problems as data: code, row and column from 1, and what the code needs."""
    return [
        {
            "code": problem.code,
            "row": problem.row,
            "column": column_name(problem.column - 1) if problem.column else None,
            **{
                key: value if isinstance(value, (int, list)) else _text(problem, str(value))
                for key, value in problem.data.items()
            },
        }
        for problem in problems
    ]


def _problem(problem: AnswerProblem, words: Words, roadmap: Roadmap, *, mapping: str) -> str:
    data = {"map": mapping, **_told(problem, words, roadmap)}
    if problem.code == "too-large":
        limit = problem.data["limit"]
        shown = limit // (1024 * 1024) if problem.data["what"] in _MEGABYTES else limit
        return words.t(_LIMITS[problem.data["what"]], limit=words.number(shown))
    said = words.t({**_FILE, **_CELL}[problem.code], **data)
    place = _place(problem, words)
    return f"{place}: {said}" if place else f"{said[:1].upper()}{said[1:]}"


def _place(problem: AnswerProblem, words: Words) -> str:
    parts = [one_line(problem.sheet, limit=_LONGEST)] if problem.sheet else []
    if problem.row:
        parts.append(words.t("row {n}", n=problem.row))
    if problem.column:
        parts.append(words.t("column {name}", name=column_name(problem.column - 1)))
    return ", ".join(parts)


def _text(problem: AnswerProblem, text: str) -> str:
    """Return a text of the file as a problem tells it: of a cell, which may be anybody's, only the beginning."""
    return of_cell(text) if problem.row else one_line(text, limit=_LONGEST)


def of_cell(text: str) -> str:
    """Return what a cell says, short and without addresses: an open answer may stand in a wrong column."""
    return one_line(_ADDRESS.sub("…@…", text[: 4 * _LONGEST]), limit=_OF_A_CELL)


def _told(problem: AnswerProblem, words: Words, roadmap: Roadmap) -> dict[str, object]:
    """Return the data of a problem as it is said: viewpoints by name, columns by letter, texts cut."""
    told: dict[str, object] = {}
    for key, value in problem.data.items():
        if key == "viewpoint":
            told[key] = record_name(roadmap, "viewpoints", str(value))
        elif key in ("viewpoints", "sheets"):
            assert isinstance(value, tuple)
            told[key] = words.listing(one_line(str(one), limit=_LONGEST) for one in value)
        elif key == "other" and isinstance(value, int):
            told[key] = column_name(value - 1)
        else:
            told[key] = _text(problem, str(value))
    return told


@dataclass(frozen=True, slots=True)
class Preview:
    """A file that was understood, and the round that it becomes: what is shown before it is saved."""

    name: str
    """What the file is called."""
    book: Book
    found: Understood
    survey: Survey
    kept: Results
    roadmap: Roadmap


def preview_lines(preview: Preview, words: Words) -> tuple[str, ...]:
    """Return what was understood, to be confirmed: the file, whose column is whose, what is left out, the round."""
    return (
        *_file_lines(preview, words),
        "",
        *_columns(preview, words),
        "",
        *_rest(preview, words),
        *_round(preview, words),
    )


def preview_data(preview: Preview) -> dict[str, object]:
    """Return what was understood as data; nothing of a single answer is in it."""
    found, survey = preview.found, preview.survey
    return {
        "sha256": preview.book.sha256,
        "encoding": preview.book.encoding or None,
        "headers": found.headers,
        "tool": found.tool or None,
        "on": survey.date.isoformat(),
        "responses": survey.responses,
        "columns": [
            {"place": one.place, "heading": one.heading, "viewpoint": one.viewpoint, "how": one.how}
            for one in found.columns
        ],
        "sector_column": found.sector.heading if found.sector else None,
        "left_out": list(found.left_out),
        "missing": list(found.missing),
        "too_few": list(preview.kept.hidden),
    }


def _file_lines(preview: Preview, words: Words) -> Iterator[str]:
    book, found = preview.book, preview.found
    if book.encoding:
        names = {"utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}
        separator = words.t("tab") if book.separator == "\t" else book.separator
        how = words.t("encoding {encoding}, separator {separator}", encoding=names[book.encoding], separator=separator)
    else:
        how = words.t("spreadsheet, sheet {name}", name=one_line(found.sheet, limit=_LONGEST))
    yield words.t("File: {name} ({how})", name=one_line(preview.name, limit=_LONGEST), how=how)
    if book.encoding == "cp1252":
        yield words.t("Note: the file is not UTF-8; it was read as Windows-1252.")
    facts = [words.n("{n} row of headings", "{n} rows of headings", found.headers)]
    if found.responses is not None:
        facts.append(words.n("{n} respondent", "{n} respondents", found.responses))
    if found.sector:
        name = one_line(found.sector.heading, limit=_LONGEST // 2)
        facts.append(
            words.t("branch in column {column} ({name})", column=column_name(found.sector.place - 1), name=name)
        )
    if found.tool:
        facts.append(words.t("from {tool}", tool=found.tool))
    yield ", ".join(facts)


def _columns(preview: Preview, words: Words) -> Iterator[str]:
    """Yield a line for each viewpoint: column, name, n, mean, and the heading where it is put in other words."""
    is_table = preview.found.answers is None
    names = {one.viewpoint: record_name(preview.roadmap, "viewpoints", one.viewpoint) for one in preview.found.columns}
    width = min(max(map(len, names.values())), 34)
    first = words.t("Row") if is_table else words.t("Column")
    yield f"{first:<7} {words.t('Viewpoint'):<{width}} {'n':>6} {words.t('mean'):>9}"
    for column in preview.found.columns:
        place = str(column.place) if is_table else column_name(column.place - 1)
        score = preview.kept.scores.get(column.viewpoint)
        n = "–" if score is None or score.n is None else words.number(score.n)
        level = words.level(score.value) if score else "–"
        line = f"{place:<7} {names[column.viewpoint][:width]:<{width}} {n:>6} {level:>9}"
        yield line
        if column.how != "name":
            heading = one_line(column.heading, limit=_BESIDE)
            yield f"        ≈ {heading} ({words.t(_HOW[column.how])})"


def _rest(preview: Preview, words: Words) -> Iterator[str]:
    found, kept = preview.found, preview.kept
    if found.missing:
        yield words.t("No answers: {viewpoints}", viewpoints=_named(found.missing, preview.roadmap, words))
    if kept.hidden:
        names = _named(kept.hidden, preview.roadmap, words)
        yield words.t("Too few answers, nothing is saved: {viewpoints}", viewpoints=names)
    if found.left_out:
        shown = [one_line(text, limit=30) for text in found.left_out[:_LISTED]]
        more = len(found.left_out) - len(shown)
        listed = ", ".join(shown) + (f" … (+{more})" if more else "")
        yield words.t("Left out, not saved: {columns}", columns=listed)
    if secret := {group.sector for group in kept.groups if group.hidden}:
        yield words.n(
            "Not every figure of {n} branch is shown: too few answers, or a small group could be worked out.",
            "Not every figure of {n} branches is shown: too few answers, or a small group could be worked out.",
            len(secret),
        )


def _named(viewpoints: Sequence[str], roadmap: Roadmap, words: Words) -> str:
    return words.listing(record_name(roadmap, "viewpoints", name) for name in viewpoints)


def _round(preview: Preview, words: Words) -> Iterator[str]:
    survey = preview.survey
    facts = when_and_who(survey.date, survey.responses, response_rate(survey), words=words)
    yield words.t("To be saved: {name} ({facts})", name=one_line(survey.name, limit=_LONGEST), facts=facts)
