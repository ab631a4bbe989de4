"""What is said of a round while it is typed: a short sentence beside the cell that is wrong, and what it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.refusals import refusal_sentence
from exporters.surveys import viewpoints
from exporters.values import record_name
from exporters.words import N_
from model.levels import levels
from model.spoken import any_day
from model.text import one_line
from model.typed import level
from model.typedround import DATE, NAME, RESPONSES, share

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words
    from model.edits import RefusedError
    from model.roadmap import Roadmap
    from model.typedround import Cell, TypedRound

BESIDE: Mapping[str, str] = {
    "bad-level": N_("A level is 1–5: 2,6"),
    "bad-count": N_("A whole number: 143"),
    "too-few-answers": N_("Too few answers (under {fewest})"),
    "too-few-responses": N_("Too few answers (under {fewest})"),
    "more-answers": N_("More than answered ({responses})"),
    "mean-missing": N_("The mean is missing"),
    "survey-empty": N_("Type at least one mean"),
}
"""For what can be wrong in a row the sentence that has room beside it; the whole one stands below."""


_WIDEST = 40
FIELDS: Mapping[str, str] = {
    "name": N_("Name of the survey"),
    "date": N_("Last day"),
    "invited": N_("Asked"),
    "responses": N_("Answered"),
}
"""What the fields of the whole round are called."""


def called(cell: Cell, roadmap: Roadmap, words: Words) -> str:
    """Return what a cell is called: the field of the round, or the viewpoint."""
    viewpoint, column = cell
    if not viewpoint:
        return words.t(FIELDS[column])
    return record_name(roadmap, "viewpoints", viewpoint)


def beside(error: RefusedError, words: Words) -> str:
    """Return why a row cannot be saved, in the room that there is beside it."""
    known = BESIDE.get(error.code)
    return words.t(known, **error.data) if known else refusal_sentence(error, words)


def comes_to(typed: TypedRound, words: Words, *, wrong: int) -> str:
    """Return what has been typed so far: how many viewpoints of how many, and how many faults."""
    told = words.t("typed {n}/{all}", n=len(typed.filled), all=len(typed.viewpoints))
    return f"{told}, {words.n('{n} fault', '{n} faults', wrong)}" if wrong else told


def rate(typed: TypedRound, words: Words) -> str:
    """Return the response rate of what is typed, or nothing while it is not known or not right."""
    found = share(typed)
    return "" if found is None else words.percent(found)


def earlier(roadmap: Roadmap, viewpoint: str, words: Words) -> str:
    """Return the latest survey's level of a viewpoint with its day, to be compared with what is typed."""
    found = levels(roadmap.viewpoint(viewpoint)).survey
    return f"{words.level(found.value)} ({words.date(found.date)})" if found else ""


def preview(typed: TypedRound, roadmap: Roadmap, words: Words) -> tuple[str, ...]:
    """Return the round as it will be saved, in lines; nothing may be wrong in it."""
    day = any_day(typed.text(DATE))
    everybody = typed.text(RESPONSES)
    told = [words.date(day)]
    if everybody:
        told.append(f"n = {everybody}")
    if said := rate(typed, words):
        told.append(words.t("response rate {rate}", rate=said))
    head = f"{typed.text(NAME)} ({', '.join(told)}): {viewpoints(words, len(typed.filled))}"
    names = {name: called((name, ""), roadmap, words)[:_WIDEST] for name in typed.filled}
    width = max(map(len, names.values()))
    rows = (
        f"{shown:<{width}}   {words.level(level(typed.text((name, 'mean'))))}"
        f"   n = {typed.text((name, 'n')) or everybody}"
        for name, shown in names.items()
    )
    empty = [called((name, ""), roadmap, words) for name in typed.viewpoints if name not in typed.filled]
    left = (words.t("Not asked about: {viewpoints}", viewpoints=words.listing(empty)),) if empty else ()
    return (one_line(head), *rows, *left)
