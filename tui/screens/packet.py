"""The packet of the yearly approval on screen: as it will be written, and the approval recorded at a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work

from exporters.packet import packet_document, packet_name
from exporters.refusals import refusal_sentence
from model.git.errors import GitError
from tui.approving import put_together
from tui.safe import line
from tui.screens.base import QUESTION, bindings_of
from tui.screens.handout import Handout
from tui.widgets.paper import paper
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual.binding import BindingType

    from exporters.document import Document
    from model.roadmap import Roadmap
    from tui.approving import Found


class PacketScreen(Handout):
    """Everything since the last approval; git is read in a thread, and again after every change."""

    NAME = "packet"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NAME)

    def __init__(self) -> None:
        """Begin without knowing what was approved."""
        super().__init__()
        self.found: Found | None = None
        self.why = ""
        self._of: Roadmap | None = None

    def heading(self) -> str:
        """Say what it is."""
        return self.words.t("Packet of the yearly approval")

    @property
    def document(self) -> Document | None:
        """The packet in the language of the roadmap, once it is known."""
        if self.found is None:
            return None
        day = self.session.today
        return packet_document(self.found.packet, self.session.words, day=day, commit=self.found.commit)

    def name_in(self, form: str) -> str:
        """Return the name of the file: one a day."""
        return packet_name(self.session.words, day=self.session.today, extension=form)

    def show(self) -> None:
        """Show the packet, or why there is none; one of another state of the roadmap is made anew."""
        if self._of is not self.roadmap:
            self._of = self.roadmap
            self.look(self.roadmap)
        if document := self.document:
            self.query_one(Sheet).lay_out(partial(paper, document))
        else:
            self.query_one(Sheet).show(line(self.why or self.words.t("Reading the history…")))

    @work(thread=True, exclusive=True, group="packet")
    def look(self, roadmap: Roadmap) -> None:
        """Compare a roadmap with what was approved."""
        found, why = None, ""
        try:
            found = put_together(self.session.path, roadmap, past=self.session.past)
        except GitError as error:
            why = refusal_sentence(error, self.words)
        self.app.call_from_thread(self.take, found, why)

    def take(self, found: Found | None, why: str) -> None:
        """Show what was found, or why nothing was."""
        self.found, self.why = found, why[:1].upper() + why[1:]
        if self.is_mounted:
            self.show()

    # A packet needs no meeting, as the other papers do, so its commands have names of their own.
    def action_write_packet(self) -> None:
        """Write the packet in the form that is chosen."""
        self.action_write()

    def action_copy_packet(self) -> None:
        """Copy the packet."""
        self.action_copy()

    def action_browse_packet(self) -> None:
        """Open the packet in the browser."""
        self.action_browse()

    @work(group=QUESTION)
    async def action_approve(self) -> None:
        """Ask who approved it, when and in which §, and record that."""
        from tui.asking_approval import ask_approval

        if self.found:
            await ask_approval(self.app, self.found)


SCREEN = PacketScreen
