"""Questions about a record's fields, and the edits that their answers make."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, get_args

from exporters.terms import FUNDING, WORDS_OF, capital, field_name, word
from model import edits
from model.diff import name_of_field
from model.halfyear import HalfYear
from model.naming import name
from model.records import FundingState, Measure
from model.roadmap import record_id
from model.text import one_line
from model.typed import allowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.roadmap import Roadmap
    from tui.app import Tiekartta

    Edit = Callable[[Roadmap], Roadmap]

_GAP = "   "
_SIDES = 5
_TABLES = ("goals", "viewpoints", "sectors")


async def ask_field(app: Tiekartta, measure: Measure, field: str) -> str | None:
    """Ask for a field's new value, the old one selected; return it as typed, or None when the question was left."""
    from tui.prompts.choose import Choice, Choose
    from tui.prompts.fields import AskField

    words = app.words
    question = f"{measure.id} {field_name(words, field)}"
    options = allowed(Measure, field)
    if options:
        table = WORDS_OF.get(("measures", field), {})
        choices = [Choice(capital(word(words, table, option)), option) for option in options]
        at = options.index(str(getattr(measure, field)))
        return await app.push_screen_wait(Choose(question, choices, at=at))
    of = getattr(measure, name_of_field(Measure, field))
    old = words.half(of) if isinstance(of, HalfYear) else as_typed(_numbers(app, field, of))
    return await app.push_screen_wait(AskField(question, (Measure, field), about=_known(app, field), value=old))


async def ask_funding(app: Tiekartta, measure: str, year: str) -> Edit | None:
    """Ask for the money of a year (of which year, when none is given) and return the edit; None when left."""
    from tui.prompts.choose import Choice, Choose
    from tui.prompts.fields import AskSum, AskWhole

    words = app.words
    years = range(app.session.roadmap.head.first.year - 1, app.session.roadmap.head.last.year + 6)
    which = AskWhole(words.t("Money of which year?"), "year", years)
    number = int(year) if year else await app.push_screen_wait(which)
    if number is None:
        return None
    found = app.session.roadmap.find("measures", measure)
    old = next((fund for fund in getattr(found, "funding", ()) if fund.year == number), None)
    question = words.t("{id}: euros in {year}:", id=measure, year=str(number))
    amount = await app.push_screen_wait(AskSum(question, value=as_typed(old.amount) if old else ""))
    if amount is None:
        return None
    states: tuple[FundingState, ...] = get_args(FundingState)
    choices = [Choice(capital(word(words, FUNDING, state)), state) for state in states]
    at = states.index(old.state) if old else 0
    state = await app.push_screen_wait(Choose(words.t("How does the money stand?"), choices, at=at))
    if state is None:
        return None
    return partial(edits.set_funding, measure=measure, year=number, amount=amount, state=state)


async def ask_measure(app: Tiekartta) -> Edit | None:
    """Ask for title, first and last half-year and responsible role of a new measure; None when left."""
    from tui.prompts.ask import AskText
    from tui.prompts.choose import AskHalf

    words, roadmap = app.words, app.session.roadmap
    new = edits.next_measure_id(roadmap)
    title = await app.push_screen_wait(AskText(words.t("Title of the new measure {id}:", id=new)))
    if not title:
        return None
    step, last = roadmap.head.step, roadmap.head.last
    first = step(min(max(roadmap.head.first, app.session.half), last))
    start = await app.push_screen_wait(
        AskHalf(words.t("{id} starts in which half-year?", id=new), first=first, last=last, about=title, is_end=False)
    )
    if start is None:
        return None
    end = await app.push_screen_wait(
        AskHalf(words.t("{id} ends in which half-year?", id=new), first=step(start), last=last, about=title)
    )
    if end is None:
        return None
    role = await app.push_screen_wait(
        AskText(words.t("Which role is responsible for {id}?", id=new), about=title, optional=True)
    )
    if role is None:
        return None
    return lambda now: edits.add_measure(now, title=title, start=start, end=end, responsible=role)[0]


def as_typed(of: object) -> str:
    """Return a value as a person would type it, `a, b` for a list."""
    if isinstance(of, tuple):
        return ", ".join(map(str, of))
    return str(of).replace(".", ",") if isinstance(of, Decimal) else str(of if of is not None else "")


def _known(app: Tiekartta, field: str) -> str:
    """Return the records that a field can name, by the numbers under which they are typed."""
    if field not in _TABLES:
        return ""
    records = app.session.roadmap.table(field)
    told = (f"{number} {one_line(name(record))}" for number, record in enumerate(records, start=1))
    lines = [app.words.t("Numbers or names, with commas between; empty for none."), ""]
    for text in told:
        if lines[-1] and len(lines[-1]) + len(_GAP) + len(text) > app.size.width - _SIDES:
            lines.append("")
        lines[-1] += f"{_GAP if lines[-1] else ''}{text}"
    return "\n".join(lines)


def _numbers(app: Tiekartta, field: str, of: object) -> object:
    """Return the records that a field names by their numbers; what names nothing stays as it is."""
    if field not in _TABLES or not isinstance(of, tuple):
        return of
    ids = [record_id(record) for record in app.session.roadmap.table(field)]
    return tuple(str(ids.index(one) + 1) if one in ids else one for one in of)
