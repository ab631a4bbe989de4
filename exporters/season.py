"""The seasonal §§ of an agenda: what the annual clock brings, in the words of the roadmap's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.terms import measures
from exporters.words import N_
from model.clock import seasonal
from model.meeting import Item
from model.standing import was_held

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from exporters.words import Words
    from model.clock import Matter, MatterKind
    from model.roadmap import Roadmap

_HEADINGS: Mapping[MatterKind, str] = {
    "statement": N_("The digital part of the financial statement {year}"),
    "statement-draft": N_("Preparing the digital part of the financial statement {year}"),
    "ideas": N_("Ideas for the measures of {year}"),
    "survey": N_("Arranging the survey"),
    "results": N_("Results of the survey"),
    "budget": N_("Budget proposal {year}"),
    "changes": N_("Proposal on the changes to the roadmap {year}"),
    "schedule": N_("Schedule of {year}"),
}
_PROPOSALS: Mapping[MatterKind, str] = {
    "statement": N_("The text is approved to be sent to the financial services."),
    "statement-draft": N_("It is agreed who prepares the text and by when."),
    "ideas": N_("It is agreed that the branches gather their ideas by the end of August."),
    "survey": N_("It is agreed when the survey is held and who arranges it."),
    "results": N_("Noted for information."),
    "budget": N_("It is proposed that {approver} puts the appropriations of the measures of {year} into the budget."),
    "changes": N_("It is proposed that {approver} approves the changes of {year}."),
    "schedule": N_("The schedule of {year} is approved."),
}


def seasonal_items(roadmap: Roadmap, words: Words, *, day: date) -> tuple[Item, ...]:
    """Return the §§ of the season; one that a meeting of the same season has decided is not there again."""
    found = ((matter, words.t(_HEADINGS[matter.kind], year=matter.year)) for matter in seasonal(roadmap, day))
    return tuple(
        Item(
            number=0,
            kind="season",
            heading=heading,
            background=_background(roadmap, words, matter),
            proposal=_proposal(roadmap, words, matter),
        )
        for matter, heading in found
        if not _decided(roadmap, heading, matter, day)
    )


def _decided(roadmap: Roadmap, heading: str, matter: Matter, day: date) -> bool:  # noqa: PLR0917 - one question
    held = (m for m in roadmap.meetings if was_held(m) and matter.since <= m.date < day)
    pending = (None, "tabled", "returned", "not-handled", "withdrawn")
    return any(
        item.heading.casefold() == heading.casefold() and (item.outcome not in pending or bool(item.decision.strip()))
        for meeting in held
        for item in meeting.items
        if item.outcome not in pending[1:]
    )


def _proposal(roadmap: Roadmap, words: Words, matter: Matter) -> str:
    if matter.kind == "results":
        return words.t("To be noted for information.")
    approver = roadmap.head.approver or words.t("the management team")
    return words.t(_PROPOSALS[matter.kind], year=matter.year, approver=approver)


def _background(roadmap: Roadmap, words: Words, matter: Matter) -> str:
    match matter.kind:
        case "budget":
            return _money(roadmap, words, matter.year)
        case "schedule":
            return _schedule(roadmap, words, matter.year)
        case "changes":
            return _changes(roadmap, words, matter.year)
        case "results":
            return _answers(roadmap, words, matter)
        case _:
            return ""


def _money(roadmap: Roadmap, words: Words, year: int) -> str:
    sums = [fund.amount for m in roadmap.measures if m.is_open for fund in m.funding if fund.year == year]
    asked = [amount for amount in sums if amount]
    if not asked:
        return ""
    return words.n(
        "Money is recorded for {n} measure in {year}: {sum}.",
        "Money is recorded for {n} measures in {year}: {sum} in all.",
        len(asked),
        year=year,
        sum=words.euros(sum(asked)),
    )


def _schedule(roadmap: Roadmap, words: Words, year: int) -> str:
    starting = sum(m.is_open and m.start.year == year for m in roadmap.measures)
    ending = sum(m.is_open and m.end.year == year and m.kind != "continuous" for m in roadmap.measures)
    return words.t(
        "{starting} start and {ending} end in {year}.",
        year=year,
        starting=measures(words, starting),
        ending=measures(words, ending),
    )


def _changes(roadmap: Roadmap, words: Words, year: int) -> str:
    """Count what the year brought: measures postponed and discontinued in it."""
    moved = sum(any(move.date.year == year for move in m.moves) for m in roadmap.measures)
    stopped = (m for m in roadmap.measures if not m.is_learnt)
    dropped = sum(any(e.event == "dropped" and e.date.year == year for e in m.log) for m in stopped)
    return words.t(
        "So far in {year}: postponed {moved}, discontinued {dropped}.", year=year, moved=moved, dropped=dropped
    )


def _answers(roadmap: Roadmap, words: Words, matter: Matter) -> str:
    told = (s.n for v in roadmap.viewpoints for s in v.scores if s.basis == "survey" and s.date == matter.since)
    most = max((n for n in told if n), default=0)
    return words.n("{n} person answered the survey.", "{n} people answered the survey.", most) if most else ""
