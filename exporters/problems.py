"""What is wrong with a file, said to a person: where it is, what is wrong, and what to do about it.

Keys and tables are named as the file has them, for that is where they are put right.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from exporters.words import N_
from model.halfyear import HalfYear
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words
    from model.problems import Problem

PROBLEMS: Mapping[str, str] = {
    "no-file": N_("there is no such file; check the name, or make a new roadmap with the command init"),
    "directory": N_("this is a folder, not a file; give the path of roadmap.toml"),
    "not-regular": N_("this is not an ordinary file; give the path of roadmap.toml"),
    "empty": N_("the file is empty; restore it from the history or make a new roadmap with the command init"),
    "unreadable": N_("the file cannot be read ({reason}); check who may open it"),
    "too-large": N_("the file is too large for a roadmap ({size}, at most {limit}); check that it is the right one"),
    "binary": N_("this is not a text file (byte {offset}); check that it is the right one"),
    "not-utf8": N_("the file is not in UTF-8 (byte {offset}); save it again with the encoding UTF-8"),
    "conflict-markers": N_("a merge was left unfinished here; choose one of the versions and remove the marker lines"),
    "invalid-toml": N_("{reason}; the file cannot be read before this is put right"),
    "too-complex": N_("the file is too deeply nested or its numbers are too long; write it more simply"),
    "newer-schema": N_(
        "the file is of format {schema} and this program knows formats up to {known}; update the program"
    ),
    "missing-table": N_("the table [{table}] is missing; add it"),
    "missing-schema": N_("the line schema = 1 is missing; add it as the first line"),
    "missing-key": N_("the key {key} is missing; add it"),
    "wrong-type": N_("the kind of value is wrong: {found}; write here: {expected}"),
    "wrong-word": N_("{value} is not one of the words of this key; choose one of: {allowed}"),
    "wrong-value": N_("{value} will not do here; write: {expected}"),
    "out-of-range": N_("{value} is out of range; allowed: {range}"),
    "unknown-key": N_("the program does not know this key; it is kept as it is{nearest}"),
    "unknown-table": N_("the program does not know this table; it is kept as it is{nearest}"),
    "duplicate-id": N_("the same id is already on line {first}; give this record an id of its own"),
    "dangling": N_("there is no {name} in the table {target}; correct the id or add the record"),
    "ends-before-start": N_("the end ({half}) is before the start ({start}); change one of the half-years"),
    "outside-roadmap": N_(
        "{half} is outside the roadmap ({first} – {last}); change the half-year or lengthen the roadmap"
    ),
    "no-such-item": N_("the meeting has no § {item}; correct the number"),
    "unknown-power": N_("{name} is no kind of change; choose from: {known}"),
    "duplicate-year": N_("{period} has {count} values; leave one of them"),
    "mixed-periods": N_("{year} has a value for the whole year and for a half of it; leave one or the other"),
    "not-on-scale": N_("{value} is not on the scale; the words are, from 1 on: {known}"),
    "few-answers": N_("{of}: so few answered that this is shown nowhere; take the figures out of the file, too"),
    "no-continuation": N_(
        "the programme was closed on {ended}, and it is not written how this pilot goes on; write it in the key {key}"
    ),
    "duplicate-item": N_("§ {item} occurs {count} times in the meeting; give each § a number of its own"),
}
"""For each code of `model.problems` and `model.check` what is wrong and what to do."""

REASON: Mapping[str, str] = {
    "unclosed-string": N_("a text has no closing quotation mark"),
    "unclosed-list": N_("a list has no closing bracket"),
    "bad-value": N_("a value cannot be understood; a text needs quotation marks around it"),
    "missing-equals": N_("the sign = is missing after a key"),
    "repeated-key": N_("the same key is given twice"),
    "repeated-table": N_("the same table is given twice"),
    "bad-character": N_("there is a character that is not allowed here"),
    "bad-escape": N_("a backslash in a text is followed by a wrong character; write two backslashes"),
    "after-value": N_("something stands after a value; move it to a line of its own"),
    "bad-header": N_("the heading of a table is not complete"),
    "bad-key": N_("a key is not written correctly"),
    "other": N_("the line is not written correctly"),
}
"""For each of `model.problems.REASONS` why a file is no TOML."""

KIND: Mapping[str, str] = {
    "text": N_("a text"),
    "number": N_("a number"),
    "whole-number": N_("a whole number"),
    "yes-no": N_("true or false"),
    "date": N_("a date"),
    "date-time": N_("a date and a time"),
    "time": N_("a time of day"),
    "half-year": N_("a half-year"),
    "list": N_("a list"),
    "table": N_("a table"),
    "word": N_("a word"),
    "other": N_("another kind of value"),
}
"""For each of `model.problems.KINDS` its name."""

EXPECTED: Mapping[str, str] = {
    **KIND,
    "date": N_("a date, such as 2026-11-24"),
    "time": N_("a time of day, such as 09:00:00"),
    "half-year": N_('a half-year, such as "2026H1"'),
    "finite": N_("an ordinary number"),
    "length": N_("five words"),
}
"""For each of `model.problems.KINDS`, and for what else may be expected, what to write."""

SEVERITY: Mapping[str, str] = {"fatal": N_("prevents opening"), "error": N_("fault"), "warning": N_("remark")}
"""What a severity is called."""


def problem_sentence(problem: Problem, words: Words) -> str:
    """Return a problem as one sentence: where it is, what is wrong and what to do."""
    data = {name: _shown(words, name, of) for name, of in problem.data.items()}
    data |= {"key": one_line(problem.key.rpartition(".")[2]), "table": one_line(problem.table)}
    data["range"] = _range(words, problem.data)
    data["nearest"] = _nearest(words, str(problem.data.get("nearest", "")))
    unknown = one_line(f"{problem.code} {dict(problem.data) or ''}")
    known = PROBLEMS.get(problem.code)
    what = words.t(known, **data) if known else unknown
    place = where(problem, words)
    return f"{place}: {what}." if place else f"{what[:1].upper()}{what[1:]}."


def where(problem: Problem, words: Words) -> str:
    """Return where a problem is: `Rivi 12, T07, end`; empty for the file as a whole."""
    parts = [words.t("Line {line}", line=problem.line)] if problem.line else []
    parts += [one_line(part) for part in (problem.record or problem.table, problem.key) if part]
    return ", ".join(parts)


def _shown(words: Words, name: str, of: object) -> str:
    if isinstance(of, HalfYear):
        return words.half(of)
    if isinstance(of, date):
        return words.date(of)
    if name in ("size", "limit"):
        return words.t("{size} MB", size=words.number(round(int(str(of)) / 1_000_000) or 1))
    if isinstance(of, list | tuple):
        return ", ".join(one_line(str(part)) for part in of)
    tables = {"reason": REASON, "expected": EXPECTED, "found": KIND}
    text = one_line(str(of), limit=60)
    return words.t(tables[name][text]) if text in tables.get(name, {}) else text


def _range(words: Words, data: Mapping[str, object]) -> str:
    least, most = data.get("least"), data.get("most")
    if least is not None and most is not None:
        return f"{least}–{most}"
    if most is None:
        return words.t("at least {least}", least=least)
    return words.t("at most {most}", most=most)


def _nearest(words: Words, nearest: str) -> str:
    return words.t(" (close to it: {name})", name=nearest) if nearest else ""
