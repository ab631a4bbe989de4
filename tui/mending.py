"""When two values meet: somebody else's change of the same field, and what an earlier session could not save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.terms import field_name
from exporters.values import value
from model.diff import apply, diff
from model.record import Record
from tui.telling import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from model.diff import Change, ChangedMeanwhileError
    from tui.deciding import Deciding


async def settle(app: Deciding, conflict: ChangedMeanwhileError, again: Callable[[], object]) -> None:
    """Ask whose value stands when somebody else changed the same field: both are named, neither is lost.

    It may also be a value that waits to be saved since before; then it waits on when the question is left.
    """
    from tui.prompts.choose import Choice, Choose

    words, change, keeper = app.words, conflict.change, app.session.keeper
    keeper.look()
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
    if keeper.waits(change):
        if ours is not None:
            keeper.let_stand(conflict, ours=ours)
            again()
    elif ours:
        again()
    else:
        app.say(words.t("The file's value stands; nothing was changed here."))


async def accept_loss(app: Deciding, comments: Sequence[str], again: Callable[[], object]) -> None:
    """Ask whether the file may be written anew without its comments, which are shown; only then it is done `again`."""
    from tui.prompts.confirm import Confirm

    words = app.words
    question = words.t("The file can only be written anew, and would lose these comments. Is it done?")
    if await app.push_screen_wait(Confirm(question, lines=comments, yes=words.t("Write without them"))):
        again()
    else:
        app.say(words.t("The file was left as it was; nothing was changed."))


async def offer_recovered(app: Deciding) -> None:
    """Ask whether changes that an earlier session could not save are taken in.

    Their copy goes when they are in the file, or are not wanted; else it waits for the next start.
    """
    kept, words = app.session.keeper.recovered, app.words
    if kept is None:
        return
    from tui.prompts.confirm import Confirm

    changes = diff(app.session.roadmap, kept)
    lines = sentences(changes, words, kept)
    if changes:
        question = words.t("Changes that could not be saved the last time were found. Are they taken in?")
        if await app.push_screen_wait(Confirm(question, lines=lines)):
            app.decide(lambda roadmap: apply(roadmap, changes))
            if app.session.roadmap != kept or app.session.keeper.unsaved:
                return
    app.session.keeper.forget_recovered()


def _shown(app: Deciding, change: Change, of: object) -> str:
    if isinstance(of, Record) or change.field is None:
        return (
            "; ".join(sentences([change], app.words, app.session.roadmap))
            if of is change.after
            else app.words.t("another entry")
        )
    return value(app.words, app.session.roadmap, (change.table, change.field), of=of)
