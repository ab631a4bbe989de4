"""The words of a § that decides on measures or viewpoints: its heading and its decision.

They go into the file and the minutes, so they are made in the language of the roadmap. A decision is
in the past passive, as minutes have it; a § says only what the program knows to have happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.phrases import bare
from exporters.terms import OUTCOME, capital, word
from exporters.words import N_
from model.records import Measure
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exporters.words import Words
    from model.halfyear import HalfYear
    from model.meeting import Outcome
    from model.roadmap import Roadmap

_HEADINGS: Mapping[str, str] = {
    "done": N_("Measures completed"),
    "continues": N_("Measures that continue"),
    "moved": N_("Measures postponed"),
    "dropped": N_("Measures discontinued"),
    "ready": N_("Pilots ready for use"),
    "reassess": N_("Pilots to be reassessed"),
    "not-handled": N_("Measures not handled"),
    "score": N_("Rating the levels"),
    "note": N_("Notes"),
}

_ONE: Mapping[str, str] = {
    "done": N_("Measure {id} was found to be done."),
    "continues": N_("It was agreed that measure {id} continues."),
    "moved": N_("It was decided to postpone measure {id} from {from_half} to {to_half}."),
    "dropped": N_("It was decided to discontinue measure {id}."),
    "not-handled": N_("Measure {id} was not handled."),
    "score": N_("The level of the viewpoint {id} was rated."),
    "note": N_("Noted for information."),
}

_MANY: Mapping[str, str] = {
    "done": N_("Measures {ids} were found to be done."),
    "continues": N_("It was agreed that measures {ids} continue."),
    "moved": N_("It was decided to postpone measures {ids} to {to_half}."),
    "dropped": N_("It was decided to discontinue measures {ids}."),
    "not-handled": N_("Measures {ids} were not handled."),
    "score": N_("The levels of the viewpoints {ids} were rated."),
    "note": N_("Noted for information."),
}

_PILOTS: Mapping[str, tuple[str, str]] = {
    "done": (N_("Pilot {id} was found to be in use."), N_("Pilots {ids} were found to be in use.")),
    "ready": (N_("Pilot {id} was found ready for use."), N_("Pilots {ids} were found ready for use.")),
    "reassess": (N_("It was decided to reassess pilot {id}."), N_("It was decided to reassess pilots {ids}.")),
    "dropped": (N_("It was decided to stop pilot {id}."), N_("It was decided to stop pilots {ids}.")),
}
"""Of pilots alone these outcomes are said otherwise: of one, and of several."""

_REASONS: Mapping[str, str] = {
    "reassess": N_("Reason: {text}"),
    "done": N_("Result: {text}"),
    "moved": N_("Reason: {text}"),
    "dropped": N_("Reason: {text}"),
}


def heading(roadmap: Roadmap, words: Words, *, outcome: Outcome, subjects: Sequence[str]) -> str:
    """Return the heading of a decision's §: the measure or viewpoint itself, or what several have in common."""
    if len(subjects) != 1:
        return words.t(_HEADINGS[outcome]) if outcome in _HEADINGS else capital(word(words, OUTCOME, outcome))
    found = roadmap.find("measures", subjects[0])
    if isinstance(found, Measure):
        return f"{one_line(found.id)} {one_line(found.title)}"
    return _name(roadmap, subjects[0])


def decision(
    roadmap: Roadmap,
    words: Words,
    *,
    outcome: Outcome,
    subjects: Sequence[str],
    to: HalfYear | None = None,
    text: str = "",
    home: str = "",
    lesson: str = "",
) -> str:
    """Return the decision as minutes have it; `roadmap` is the one before it, `text` the reason, result or note.

    `home` is where what was taken into use lives now, `lesson` what was learnt from a pilot that was stopped.
    """
    names = [one_line(s) if roadmap.find("measures", s) else _name(roadmap, s) for s in subjects]
    first = roadmap.find("measures", subjects[0]) if subjects else None
    data = {
        "id": names[0] if names else "",
        "ids": words.listing(names),
        "from_half": words.half(first.end, "ablative") if isinstance(first, Measure) else "",
        "to_half": words.half(to, "allative") if to else "",
    }
    several = len(subjects) != 1
    if outcome in _PILOTS and _are_pilots(roadmap, subjects):
        said = words.t(_PILOTS[outcome][several], **data)
    else:
        said = _said(words, outcome, several=several, data=data)
    added = [words.t(_REASONS.get(outcome, "{text}"), text=one_line(text))] if text.strip() else []
    added += [words.t("What was learnt: {text}", text=one_line(lesson))] if lesson.strip() else []
    added += [words.t("It lives now here: {text}", text=one_line(home))] if home.strip() else []
    return " ".join((said, *(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in added)))


def _are_pilots(roadmap: Roadmap, subjects: Sequence[str]) -> bool:
    found = [roadmap.find("measures", subject) for subject in subjects]
    return bool(found) and all(isinstance(one, Measure) and one.kind == "pilot" for one in found)


def _said(words: Words, outcome: Outcome, *, several: bool, data: Mapping[str, object]) -> str:
    """Return the sentence of an outcome; those that are not about measures alone have a set phrase."""
    known = (_MANY if several else _ONE).get(outcome)
    return words.t(known, **data) if known else bare(words, outcome)


def _name(roadmap: Roadmap, viewpoint: str) -> str:
    found = roadmap.find("viewpoints", viewpoint)
    return one_line(getattr(found, "short", "") or getattr(found, "name", "") or viewpoint)
