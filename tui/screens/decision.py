"""One recorded decision in full: before, after, who, when, why and in which §; from here it can be taken back."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content

from exporters.changed import Naming
from exporters.refusals import refusal_sentence
from exporters.retold import heading, reasons, retold
from exporters.terms import capital, field_name
from exporters.values import item_place
from model.edits import RefusedError
from model.takeback import WHOLE, Part
from model.text import one_line
from tui.screens.base import QUESTION, RoadmapScreen, bindings_of
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from model.diff import Change
    from model.entry import Entry
    from model.undo import Fold
    from tui.takeback import Taking

_LABEL = 14
_LATER = "later "
"""What stands before the number of an entry that came after this one, in the id of its line."""
_TOP = "top"
"""The first line, on which the cursor stands first: what comes first is in sight."""


class DecisionScreen(RoadmapScreen):
    """An entry of the history as an official reads it."""

    NAME = "decision"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self, fold: Fold) -> None:
        """Show a decision with what followed on it."""
        super().__init__()
        self.fold = fold

    def body(self) -> Iterable[Widget]:
        """Lay out one list."""
        yield Rows(id="rows")

    def heading(self) -> str:
        """Show the subject under which it was recorded."""
        return self.fold.entry.subject

    def heading_right(self) -> str:
        """Say whether it stands."""
        if self.fold.undone:
            return self.words.t("taken back")
        return self.words.t("taken back in part") if self.fold.parts else ""

    def show(self) -> None:
        """List the facts, then each change."""
        self.query_one(Rows).fill(list(self._rows(self.fold.entry)))

    @property
    def at_hand(self) -> Change | None:
        """The change under the cursor."""
        place = self.query_one(Rows).current.partition(" ")[0]
        return (self.fold.entry.changes or ())[int(place)] if place.isdecimal() else None

    @on(Rows.Chosen)
    def action_open(self) -> None:
        """Go to the record of the change under the cursor, or to the entry that came after this one."""
        from model.undo import Fold
        from tui.app import screen_named

        at = self.query_one(Rows).current
        if at.startswith(_LATER):
            self.app.push_screen(DecisionScreen(Fold(self._later[int(at.removeprefix(_LATER))])))
        change = self.at_hand
        screens = {"measures": "measure", "viewpoints": "viewpoint"}
        if change and change.table in screens and self.roadmap.find(change.table, change.record):
            self.app.push_screen(screen_named(screens[change.table], change.record))
        elif change and change.table in screens:
            self.app.say(self.words.t("{record} is no longer in the roadmap.", record=change.record), is_error=True)

    @work(group=QUESTION)
    async def action_take_back(self) -> None:
        """Ask what of it is taken back, show what would change, and have it done."""
        from tui.prompts.confirm import Confirm
        from tui.takeback import Taking

        part = await self._part()
        taking = Taking(self.fold.entry, part or WHOLE)
        told = await self._previewed(taking) if part else ()
        if not told:
            return
        question = self.words.t("Is this taken back? What came later stays.")
        if await self.app.push_screen_wait(Confirm(question, lines=told, yes=self.words.t("Take back"))):
            self._take(taking)

    async def _previewed(self, taking: Taking) -> tuple[str, ...]:
        """Return what would change, in sentences; empty where it is refused, which is said with what is in the way."""
        from tui.takeback import in_the_way

        try:
            return await asyncio.to_thread(taking.preview, self.session, self.words)
        except RefusedError as error:
            said = (refusal_sentence(error, self.words), *in_the_way(error, self.words, self.roadmap))
            self.app.say(" ".join(said), is_error=True)
            return ()

    def _take(self, taking: Taking) -> None:
        """Have it taken back; where that was done there is another history to look at."""
        before = self.roadmap
        self.app.step(partial(taking.take, self.session), taking.said(self.words, self.roadmap))
        while self.roadmap is not before and isinstance(self.app.screen, DecisionScreen):
            self.app.pop_screen()

    async def _part(self) -> Part | None:
        """Ask for the part, where there is more than one thing to take back; None when the question was left."""
        from tui.prompts.choose import Choice, Choose

        parts = tuple(self._parts())
        if len(parts) == 1:
            return WHOLE
        choices = [Choice(label, part) for part, label in parts]
        question: Choose[Part] = Choose(self.words.t("What is taken back?"), choices)
        return await self.app.push_screen_wait(question)

    def _parts(self) -> Iterator[tuple[Part, str]]:
        """Yield what can be taken back: the whole entry, one record of several, the field under the cursor."""
        words, changes, change = self.words, self.fold.entry.changes or (), self.at_hand
        yield WHOLE, words.t("The whole entry")
        if change is None:
            return
        if any((other.table, other.record) != (change.table, change.record) for other in changes):
            yield Part(change.record), words.t("Only {what}", what=self._naming.record(change))
        same = [other.field for other in changes if (other.table, other.record) == (change.table, change.record)]
        if change.field and any(field != change.field for field in same):
            what = f"{self._naming.record(change)}: {field_name(words, change.field)}"
            yield Part(change.record, change.field), words.t("Only {what}", what=what)

    @property
    def _later(self) -> tuple[Entry, ...]:
        """What was said about this entry since: its undos, redos, and what took a part of it back."""
        return (*self.fold.followers, *self.fold.parts)

    @property
    def _naming(self) -> Naming:
        return Naming(self.words, self.roadmap, self.fold.entry.roadmap)

    def _rows(self, entry: Entry) -> Iterator[Row]:
        words = self.words
        facts = [
            (words.t("when"), f"{words.date(entry.when.date())} {words.time(entry.when.timetz())}"),
            (words.t("recorded by"), entry.who),
            (words.t("meeting"), self._where(entry)),
            (words.t("reason"), "; ".join(reasons(entry.changes or ()))),
            (words.t("in git"), entry.commit[:12]),
        ]
        shown = (self._fact(name, told, id="" if place else _TOP) for place, (name, told) in enumerate(facts) if told)
        yield from shown
        for place, one in enumerate(self._later):
            told = f"{words.date(one.when.date())} {one.subject}"
            yield self._fact(words.t("after that"), told, id=f"{_LATER}{place}")
        yield Row("", Content(""))
        for sentence in retold(entry, words, self.roadmap):
            yield Row("", Content.styled(sentence, "bold"), 0)
        if len(entry.parents) > 1 and not entry.changes:
            yield Row(
                "",
                Content(words.t("Two copies were brought together; what each changed stands in entries of its own.")),
                0,
            )
        for place, change in enumerate(entry.changes or ()):
            yield from self._change(place, change)

    def _where(self, entry: Entry) -> str:
        """Return the meeting and §, with the heading that it had."""
        place = item_place(entry.meeting, entry.item)
        return f"{place}  {heading(entry.roadmap, entry.meeting, entry.item)}".rstrip()

    def _change(self, place: int, change: Change) -> Iterator[Row]:
        words, named = self.words, self._naming
        yield Row("", Content(""))
        yield Row("", Content.assemble((f"{named.record(change)}  ", "bold"), Content(named.field(change))), 0)
        yield self._fact(words.t("before"), named.value(change, change.before), id=f"{place} before")
        yield self._fact(words.t("after"), named.value(change, change.after), id=f"{place} after")

    def _fact(self, name: str, told: str, *, id: str = "") -> Row:  # noqa: A002 - Row's own name for it
        return Row(id, Content.assemble((capital(name).ljust(_LABEL), "$text-muted"), Content(one_line(told))), _LABEL)
