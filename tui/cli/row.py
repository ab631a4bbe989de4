"""The shape of the table of verbs: one row for a verb, one for each of its arguments."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.words import N_


@dataclass(frozen=True)
class Argument:
    """One argument of a verb: an option when its name begins with a dash, else a word in its place."""

    names: tuple[str, ...]
    help: str
    shown: str = ""
    """What stands for the value in the help; empty for a switch."""
    many: str = ""
    """argparse's count: `?`, `*`, `+`; empty for exactly one."""
    choices: tuple[str, ...] = ()
    required: bool = False
    completes: str = ""
    """What a shell may offer for the value: `file`, `folder`, or empty."""

    @property
    def is_option(self) -> bool:
        """Whether it is named when it is given."""
        return self.names[0].startswith("-")

    @property
    def is_switch(self) -> bool:
        """Whether it is an option without a value."""
        return self.is_option and not self.shown and not self.choices


@dataclass(frozen=True)
class Verb:
    """A thing that the command line can do."""

    name: str
    function: str
    """Module of `tui.cli` and function in it: `look:check`."""
    help: str
    arguments: tuple[Argument, ...] = ()
    changes: bool = False
    """Whether it changes the roadmap."""
    hidden: bool = False
    """Whether only other programs ask for it: it has its own help, but is in no list for people."""
    reads: bool = False
    """Whether it shows the roadmap, and so can show it as it was."""

    @property
    def own(self) -> tuple[Argument, ...]:
        """All its arguments but those that every verb has."""
        lossy, past = (ALLOW_LOSS,) if self.changes else (), (AS_OF,) if self.reads else ()
        return (*self.arguments, *lossy, *past)


ALLOW_LOSS = Argument(("--allow-loss",), N_("write the file anew where it must be, without its comments"))
"""An option of every verb that changes the roadmap."""

AS_OF = Argument(
    ("--as-of",), N_("the roadmap as it was: a day, meeting:2/2026, approval, or a revision of git"), N_("WHEN")
)
"""An option of every verb that shows the roadmap, and of the screens."""
