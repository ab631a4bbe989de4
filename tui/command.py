"""A command: a thing that a person can do with a key, and when it can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.session import Session


def always(session: Session) -> bool:
    """Whether a command can be used: always."""
    del session
    return True


def in_meeting(session: Session) -> bool:
    """Whether a meeting is under way."""
    return session.meeting is not None


def has_card(session: Session) -> bool:
    """Whether the walk of the meeting has measures left."""
    return session.meeting is not None and bool(session.walk.left)


def has_meeting(session: Session) -> bool:
    """Whether the roadmap has a meeting of which minutes could be written."""
    return bool(session.roadmap.meetings)


def has_conflicts(session: Session) -> bool:
    """Whether two people made two things of one, and nobody has chosen yet."""
    return bool(session.roadmap.conflicts)


def has_overtaken(session: Session) -> bool:
    """Whether a third value stands by now where two people made two things of one."""
    from model.conflicts import is_overtaken

    roadmap = session.roadmap
    return any(is_overtaken(roadmap, conflict) for conflict in roadmap.conflicts)


def can_undo(session: Session) -> bool:
    """Whether there is a decision to take back."""
    return bool(session.undoable)


def can_redo(session: Session) -> bool:
    """Whether there is a decision to make again."""
    return bool(session.redoable)


def is_untrusted(session: Session) -> bool:
    """Whether a decision waits for somebody to allow what git would run."""
    return session.keeper.recording.untrusted


LOOKING = frozenset(
    {
        "schedule.open",
        "schedule.search",
        "schedule.group",
        "meeting.previous",
        "meeting.next",
        "minutes.earlier",
        "minutes.later",
        "register.open",
        "register.search",
        "register.left",
        "paragraph.measure",
        "catchup.reader",
        "catchup.next",
        "papers.next",
        "papers.copy",
        "since.from",
        "since.copy",
        "maturity.open",
        "maturity.view",
        "indicators.open",
        "indicators.missing",
        "history.open",
        "history.filter",
        "history.search",
        "conflicts.open",
        "decision.open",
        "field.deciders",
        "deciders.open",
        "packet.copy",
        "help.guide",
        "guide.other",
        "help",
        "guide",
        "theme",
        "palette",
        "as-of",
        "back",
        "quit",
    }
)
"""The commands that only look, besides those that go somewhere. Any other is none of the past's."""


class Command(NamedTuple):
    """A thing that a person can do with a key."""

    id: str
    """Stable name for remapping in the configuration: `walk.done`."""
    keys: str
    """Keys by Textual's names, separated by commas; the first one is shown."""
    action: str
    """The action that a screen (or `app.` …) carries out."""
    label: str
    """A word or two for the key bar."""
    help: str
    """A sentence for the help page and the palette."""
    screens: tuple[str, ...]
    """Names of the screens on which the key acts; `*` is every one of them."""
    footer: bool = True
    """Whether the key bar shows it."""
    when: Callable[[Session], bool] = always
    """Whether it can be used now."""
    told: Callable[[Session], bool] = always
    """Whether the key bar shows it now, where that takes more than that it can be used."""
    spare: bool = False
    """Whether a low window leaves it out of the key bar."""
    also: str = ""
    """Other words by which people look for it in the palette."""

    @property
    def looks(self) -> bool:
        """Whether it only looks, so that it can be used on the roadmap as it was."""
        return self.id in LOOKING or self.id.startswith("go.")

    def usable(self, session: Session) -> bool:
        """Whether it can be used now, on the roadmap that is shown."""
        return self.when(session) and (session.past is None or self.looks)

    def in_bar(self, session: Session) -> bool:
        """Whether the key bar shows it now, if there is room."""
        return self.footer and self.usable(session) and self.told(session)
