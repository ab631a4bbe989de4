"""A round of the survey as somebody types it: the texts of its cells, what is wrong in them, the round they make.

A cell keeps what was typed, right or wrong, so nothing that a person wrote is lost. A viewpoint whose row is empty was
not asked about; one with a mean and no number of its own counts the answers of the whole round.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from model.edits import RefusedError
from model.records import Score
from model.rounds import has_survey
from model.spoken import any_day
from model.survey import FEWEST, Survey
from model.typed import level

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from model.roadmap import Roadmap

Cell = tuple[str, str]
"""Where something is typed: a field of the round under `("", "date")`, else a viewpoint's `("palvelut", "mean")`."""
Faults = dict[Cell, RefusedError]

NAME, DATE, INVITED, RESPONSES = (("", name) for name in ("name", "date", "invited", "responses"))
HEAD: tuple[Cell, ...] = (NAME, DATE, INVITED, RESPONSES)
COLUMNS = ("mean", "n")
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009")
_MOST_DIGITS = 9
_MEAN_BEGUN = re.compile(r"[1-5]?|[1-5][.,]\d{0,6}")
_NUMBER_BEGUN = re.compile(r"\d{0,9}")
_KINDS = {"fi": "kysely", "sv": "enkat", "en": "survey"}


@dataclass(frozen=True, slots=True)
class TypedRound:
    """What stands in the cells; one that is not there is empty."""

    viewpoints: tuple[str, ...]
    texts: Mapping[Cell, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, in the order in which one goes through them."""
        return (*HEAD, *((viewpoint, column) for viewpoint in self.viewpoints for column in COLUMNS))

    @property
    def filled(self) -> tuple[str, ...]:
        """The viewpoints of which something is typed."""
        return tuple(v for v in self.viewpoints if any(self.text((v, column)) for column in COLUMNS))

    @property
    def contents(self) -> dict[Cell, str]:
        """What stands in the cells that are not empty."""
        return {cell: text for cell in self.cells if (text := self.text(cell))}

    def text(self, cell: Cell) -> str:
        """Return what stands in a cell, without the white space around it."""
        return self.raw(cell).strip()

    def raw(self, cell: Cell) -> str:
        """Return what stands in a cell letter by letter, as it is being typed."""
        return self.texts.get(cell, "")

    def with_texts(self, other: TypedRound) -> TypedRound:
        """Return the round with the texts of another one, as far as there are cells for them."""
        known = set(self.cells)
        kept = {cell: text for cell, text in other.texts.items() if cell in known}
        return replace(self, texts=MappingProxyType({**self.texts, **kept}))

    def typing(self, cell: Cell, text: str) -> TypedRound:
        """Return the round with another text in a cell."""
        return replace(self, texts=MappingProxyType({**self.texts, cell: text}))

    def pasting(self, cell: Cell, text: str) -> TypedRound:
        """Return the round with a block of a table in it: its first value in a cell, the others to the right and below.

        Lines are rows and tabs divide them, as a spreadsheet copies its cells; what has no place any more is left out.
        """
        pasted, (viewpoint, column) = self, cell
        if viewpoint not in self.viewpoints:
            return self.typing(cell, " ".join(text.split()))
        rows = self.viewpoints[self.viewpoints.index(viewpoint) :]
        columns = COLUMNS[COLUMNS.index(column) :]
        for row, line in zip(rows, text.rstrip("\r\n").splitlines(), strict=False):
            for name, value in zip(columns, line.split("\t"), strict=False):
                pasted = pasted.typing((row, name), value.strip())
        return pasted


def blank(roadmap: Roadmap, *, name: str = "") -> TypedRound:
    """Return a round in which only its name stands, for all viewpoints of the roadmap."""
    texts = {NAME: name} if name else {}
    return TypedRound(tuple(viewpoint.id for viewpoint in roadmap.viewpoints), MappingProxyType(texts))


def may_become(cell: Cell, text: str) -> bool:
    """Whether what is being typed may still become right, so that nobody is corrected in the middle of a number."""
    spoken = text.strip()
    if cell[1] == "mean":
        return bool(_MEAN_BEGUN.fullmatch(spoken))
    if cell[1] in ("name", "date"):
        return True
    return bool(_NUMBER_BEGUN.fullmatch(spoken.translate(_SPACES)))


def faults(typed: TypedRound, roadmap: Roadmap, *, today: date) -> Faults:
    """Return what is wrong in the cells that are filled, by cell; of what is missing nothing is said yet.

    Codes: `bad-level`, `bad-count` (text), `too-few-answers` (viewpoint, n, fewest), `more-answers` (n, responses),
    `more-responses` (responses, invited), `mean-missing`, `bad-day`, `survey-ahead` (date, today), `survey-same-day`.
    """
    found: Faults = {}
    for cell, read in (*((cell, _count) for cell in (INVITED, RESPONSES)), (DATE, any_day)):
        _try(found, cell, read, text=typed.text(cell))
    _try(found, DATE, lambda _: _check_day(typed, roadmap, today), text=typed.text(DATE))
    _try(found, RESPONSES, lambda _: _check_responses(typed), text=typed.text(RESPONSES))
    for viewpoint in typed.filled:
        mean, n = ((viewpoint, column) for column in COLUMNS)
        _try(found, mean, level, text=typed.text(mean))
        _try(found, n, partial(_check_answers, typed, roadmap, viewpoint), text=typed.text(n))
        if not typed.text(mean):
            found.setdefault(mean, RefusedError("mean-missing"))
    return found


def missing(typed: TypedRound) -> Faults:
    """Return what has to be typed before the round can be saved.

    Codes: `name-missing`, `day-missing`, `n-missing`, `survey-empty`.
    """
    found: Faults = {}
    if not typed.text(NAME):
        found[NAME] = RefusedError("name-missing")
    if not typed.text(DATE):
        found[DATE] = RefusedError("day-missing")
    if not typed.text(RESPONSES) and any(not typed.text((v, "n")) for v in typed.filled):
        found[RESPONSES] = RefusedError("n-missing")
    if not typed.filled and typed.viewpoints:
        found[typed.viewpoints[0], "mean"] = RefusedError("survey-empty")
    return found


def made(typed: TypedRound, roadmap: Roadmap, *, today: date) -> tuple[Survey, dict[str, Score]]:
    """Return the round and its scores by viewpoint; raise the first RefusedError of `faults` and `missing`."""
    wrong = faults(typed, roadmap, today=today) | missing(typed)
    if first := next((wrong[cell] for cell in typed.cells if cell in wrong), None):
        raise first
    if not typed.filled:
        raise RefusedError("survey-empty")
    day = any_day(typed.text(DATE))
    survey = Survey(
        id=next_survey_id(roadmap, day),
        name=typed.text(NAME),
        date=day,
        invited=_number(typed, INVITED),
        responses=_number(typed, RESPONSES),
    )
    return survey, {name: _score(typed, survey, name) for name in typed.filled}


def share(typed: TypedRound) -> Decimal | None:
    """Return how many per cent of the invited answered; None while it is not known or not right."""
    invited, responses = (_known(typed.text(cell)) for cell in (INVITED, RESPONSES))
    if not invited or not responses or responses > invited:
        return None
    return Decimal(responses) * 100 / invited


def next_survey_id(roadmap: Roadmap, day: date) -> str:
    """Return a free id for a round of a day, in the roadmap's language: `kysely-2026-05-15`, then `…-15-2`.

    With the day in it two copies of the roadmap that each get a round of their own do not call both the same.
    """
    first = f"{_KINDS[roadmap.head.language]}-{day.isoformat()}"
    found, number = first, 1
    while roadmap.find("surveys", found):
        number += 1
        found = f"{first}-{number}"
    return found


def usual_name(roadmap: Roadmap, *, first: str, today: date) -> str:
    """Return what a new round is probably called: like the latest one with this year in it, else `first`."""
    latest = max(roadmap.surveys, key=lambda survey: survey.date, default=None)
    year = str(today.year)
    if latest is None or str(latest.date.year) not in latest.name or latest.date.year == today.year:
        return first
    return latest.name.replace(str(latest.date.year), year)


def _score(typed: TypedRound, survey: Survey, viewpoint: str) -> Score:
    n = _number(typed, (viewpoint, "n"))
    return Score(
        date=survey.date,
        value=level(typed.text((viewpoint, "mean"))),
        basis="survey",
        n=survey.responses if n is None else n,
        survey=survey.id,
        by=survey.name,
    )


def _number(typed: TypedRound, cell: Cell) -> int | None:
    return _count(text) if (text := typed.text(cell)) else None


def _count(text: str) -> int:
    """Read a whole number from one up; raise RefusedError("bad-count")."""
    digits = text.translate(_SPACES)
    if not re.fullmatch(rf"[0-9]{{1,{_MOST_DIGITS}}}", digits) or not int(digits):
        raise RefusedError("bad-count", text=text)
    return int(digits)


def _known(text: str) -> int | None:
    """Return a whole number from one up, None for what is none: that is said where it is typed."""
    try:
        return _count(text)
    except RefusedError:
        return None


def _try(found: Faults, cell: Cell, read: Callable[[str], object], *, text: str) -> None:
    """Note why a filled cell cannot be read, unless something is noted of it already."""
    if not text or cell in found:
        return
    try:
        read(text)
    except RefusedError as error:
        found[cell] = error


def _check_day(typed: TypedRound, roadmap: Roadmap, today: date) -> None:
    day = any_day(typed.text(DATE))
    if day > today:
        raise RefusedError("survey-ahead", date=day, today=today)
    for name in typed.filled:
        viewpoint = roadmap.viewpoint(name)
        if has_survey(viewpoint, day):
            raise RefusedError("survey-same-day", viewpoint=viewpoint.called, date=day)


def _check_responses(typed: TypedRound) -> None:
    responses = _count(typed.text(RESPONSES))
    if responses < FEWEST:
        raise RefusedError("too-few-responses", n=responses, fewest=FEWEST)
    invited = _known(typed.text(INVITED))
    if invited is not None and invited < responses:
        raise RefusedError("more-responses", responses=responses, invited=invited)


def _check_answers(  # noqa: PLR0917 - the round, its roadmap and the row are filled in beforehand
    typed: TypedRound, roadmap: Roadmap, name: str, text: str
) -> None:
    n, viewpoint = _count(text), roadmap.viewpoint(name)
    if n < FEWEST:
        raise RefusedError("too-few-answers", viewpoint=viewpoint.called, n=n, fewest=FEWEST)
    responses = _known(typed.text(RESPONSES))
    if responses is not None and n > responses:
        raise RefusedError("more-answers", n=n, responses=responses)
