"""Taking back one entry of the history: which one is meant, what would change, and having it recorded so that it folds.

Imported when somebody looks back; it needs git's history only to find an entry and to name what stands on it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from exporters.sentences import label, sentences
from exporters.values import item_place
from model.diff import diff
from model.git.errors import GitError
from model.git.history import history
from model.register import PLACE
from model.takeback import WHOLE, Part, StandsOnItError, covered, taken_back
from model.text import one_line
from model.trailers import ITEM, MEETING, REVERTS, TAKES_BACK
from model.undo import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from exporters.words import Words
    from model.diff import Change
    from model.entry import Entry
    from model.roadmap import Roadmap
    from tui.session import Session

_LONGEST_SUBJECT = 100
_COMMIT = re.compile(r"[0-9a-f]{4,64}")


@dataclass(frozen=True, slots=True)
class Taking:
    """An entry of the history that is taken back, or a part of it."""

    entry: Entry
    part: Part = WHOLE

    @property
    def changes(self) -> tuple[Change, ...]:
        """What it changed; empty where that cannot be read. Raises RefusedError as `covered` does."""
        return covered(self.entry.changes or (), self.part)

    def after(self, roadmap: Roadmap, path: Path) -> Roadmap:
        """Return the roadmap without it; raise RefusedError as `taken_back` does."""
        return taken_back(roadmap, self.entry.changes or (), part=self.part, later=later(path, self.entry))

    def marks(self, session: Session) -> tuple[tuple[str, str], ...]:
        """Return the trailers by which it is known: as a whole it folds, a part stands by itself."""
        name, meeting = named(self.entry), session.meeting
        whole = len(self.changes) == len(self.entry.changes or ())
        return (
            *(((MEETING, meeting.number),) if meeting else ()),
            (TAKES_BACK, name),
            *(((REVERTS, name),) if whole else ()),
        )

    def said(self, words: Words, roadmap: Roadmap) -> str:
        """Return what is said of it: `Kumottu: T07 siirretty kevät 2026 → syksy 2026`."""
        what = label(self.changes, words, self.entry.roadmap or roadmap)
        return one_line(words.t("Undone: {what}", what=what), limit=_LONGEST_SUBJECT)

    def preview(self, session: Session, words: Words) -> tuple[str, ...]:
        """Return what would change, in sentences; raise as `after` does."""
        after = self.after(session.roadmap, session.path)
        return sentences(diff(session.roadmap, after), words, after) or (self.said(words, session.roadmap),)

    def take(self, session: Session, *, allow_loss: bool = False) -> tuple[Change, ...]:
        """Have it taken back and recorded; raise as `after` and `Session.change` do."""
        after = self.after(session.roadmap, session.path)
        said = self.said(session.words, session.roadmap)
        return session.change(after, said=said, marks=self.marks(session), allow_loss=allow_loss)


def later(path: Path, entry: Entry) -> Iterator[Entry]:
    """Yield what was recorded after an entry, newest first; nothing more where git cannot tell."""
    with suppress(GitError):
        yield from takewhile(lambda one: one.commit != entry.commit, history(path))


def meant(entries: Iterable[Entry], typed: str) -> Entry | None:
    """Return the newest entry that somebody means: by the beginning of its commit, or by meeting and §, `3/2026§5`."""
    name = typed.strip().lower()
    if place := PLACE.fullmatch(name):
        found = (one for one in entries if (one.trailer(MEETING), one.trailer(ITEM)) == place.groups())
    elif _COMMIT.fullmatch(name):
        found = (one for one in entries if one.commit.startswith(name) or one.change_id == name)
    else:
        return None
    return next(found, None)


def in_the_way(error: Exception, words: Words, roadmap: Roadmap) -> tuple[str, ...]:
    """Return the later decision that stands on what was to be taken back, when and where it was made."""
    entry = error.later if isinstance(error, StandsOnItError) else None
    if entry is None:
        return ()
    told = "; ".join(sentences(entry.changes or (), words, entry.roadmap or roadmap)) or entry.subject
    place = item_place(entry.trailer(MEETING) or "", entry.trailer(ITEM))
    return (" ".join(part for part in (words.date(entry.when.date()), place, told) if part),)
