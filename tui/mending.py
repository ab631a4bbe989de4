"""When two values meet: somebody else's change of the same field, and what an earlier session could not save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.sentences import sentences
from exporters.terms import field_name
from exporters.values import value
from model.diff import diff
from model.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.diff import Change, ChangedMeanwhileError
    from model.roadmap import Roadmap
    from tui.app import Tiekartta


async def settle(app: Tiekartta, edit: Callable[[Roadmap], Roadmap], conflict: ChangedMeanwhileError) -> None:
    """Ask whose value stands when somebody else changed the same field: both are named, neither is lost."""
    from tui.prompts.choose import Choice, Choose

    words, change = app.words, conflict.change
    app.session.keeper.look()
    field = field_name(words, change.field) if change.field else ""
    choices = [
        Choice(words.t("Keep ours: {value}", value=_shown(app, change, change.after)), value=True),
        Choice(words.t("Take the file's: {value}", value=_shown(app, change, conflict.actual)), value=False),
    ]
    question = words.t(
        "{record} {field} was changed in the file at the same time. Which one stands?",
        record=change.record,
        field=field,
    )
    ours = await app.push_screen_wait(Choose(question, choices))
    if ours:
        app.decide(edit)
    else:
        app.say(words.t("The file's value stands; nothing was changed here."))


async def offer_recovered(app: Tiekartta) -> None:
    """Ask whether changes that an earlier session could not save are taken in; the copy has then done its work."""
    kept, words = app.session.keeper.recovered, app.words
    if kept is None:
        return
    from tui.prompts.confirm import Confirm

    changes = diff(app.session.roadmap, kept)
    lines = sentences(changes, words, kept)
    if changes:
        question = words.t("Changes that could not be saved the last time were found. Are they taken in?")
        if await app.push_screen_wait(Confirm(question, lines=lines)):
            app.decide(lambda _: kept)
    app.session.keeper.forget_recovered()


def _shown(app: Tiekartta, change: Change, of: object) -> str:
    if isinstance(of, Record) or change.field is None:
        return (
            "; ".join(sentences([change], app.words, app.session.roadmap))
            if of is change.after
            else app.words.t("another entry")
        )
    return value(app.words, app.session.roadmap, (change.table, change.field), of=of)
