"""What can be done to a measure wherever it is at hand: in the schedule under the cursor, or on its card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import work

from model import edits
from tui.screens.base import QUESTION, RoadmapScreen

if TYPE_CHECKING:
    from model.meeting import Outcome
    from model.records import Measure


class Deeds(RoadmapScreen):
    """A screen with one measure at hand, on which the keys of an outcome act."""

    @property
    def at_hand(self) -> Measure | None:
        """The measure that the keys mean."""
        return None

    def action_mark_done(self) -> None:
        """Mark the measure done."""
        self.give("done")

    def action_move(self) -> None:
        """Move the measure to another half-year."""
        self.give("moved")

    def action_drop(self) -> None:
        """Discontinue the measure."""
        self.give("dropped")

    def action_outcome(self, outcome: Outcome) -> None:
        """Give the pilot an outcome that only pilots have."""
        self.give(outcome)

    def action_note(self) -> None:
        """Write a dated note."""
        self.give("note")

    def action_start(self) -> None:
        """Mark the measure started; that its money has not been granted is told and hinders nothing."""
        from tui.outcomes import begun, unfunded_remarks

        if not (measure := self.at_hand) or not self.app.decide(begun(self.session, [measure.id])):
            return
        if told := unfunded_remarks(self.session, [measure.id], self.words):
            self.app.say(told[0])

    def action_reopen(self) -> None:
        """Open the measure again."""
        from tui.outcomes import place_now

        if measure := self.at_hand:
            self.app.decide(partial(edits.reopen, measure=measure.id, place=place_now(self.session)))

    @work(group=QUESTION)
    async def give(self, outcome: Outcome) -> None:
        """Ask for what belongs to an outcome of the measure, and have it recorded."""
        from tui import asking
        from tui.outcomes import decided

        if (measure := self.at_hand) and (given := await asking.outcome(self.app, measure, outcome)):
            self.app.decide(decided(self.session, [measure.id], given))
