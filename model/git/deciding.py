"""Who decided on a field: every commit that changed it, newest first, with the meeting, the § and the reason.

The whole history is read once for a record, without parsing more than that record, and what was found is kept beside
git's own files. After that only the commits that came since are read.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from model.diff import Change, name_of_field, record_diff, value_of
from model.entry import Decision, Entry, Form
from model.file.intent import nested_kind
from model.git import runner
from model.git.history import GAP, own
from model.git.kept import Row, Shelf, packed, unpacked
from model.git.listing import listed
from model.git.objects import objects, said
from model.git.state import locate
from model.git.watching import ABSENT, Seen, Watch
from model.record import Record
from model.records import LogEntry, Move, kind_of
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from model.git.listing import Listed
    from model.git.state import Repository

_EMPTY = (None, "", ())


def decided(path: Path, table: str, record: str, *, field: str, start: str | None = None) -> tuple[Decision, ...]:
    """Return the decisions on a field of a record, by its key in the file, newest first.

    A record that came with a value was decided on then; the first version of the file stands for what was before it.
    `start` names the commit (by its full hash) to look back from in place of HEAD; of that nothing is kept.
    A record or a field that never was has none. Raises what `locate` raises, GitFailedError and TimedOutError.
    """
    repository = locate(path)
    if repository.head is None:
        return ()
    name = repository.relative(path)
    if start is not None and start != repository.head:
        return tuple(_decisions(_rows(replace(repository, head=start), name, (table, record)), table, field))
    shelf = Shelf(repository.shared, name, table, record)
    try:
        return tuple(_decisions(_kept(repository, name, (table, record), shelf=shelf), table, field))
    except (ValueError, TypeError, LookupError, AttributeError):  # what was kept is not of our making
        rows = _rows(repository, name, (table, record))
        shelf.keep(_state(repository), rows)
        return tuple(_decisions(rows, table, field))


def _kept(repository: Repository, name: str, place: tuple[str, str], *, shelf: Shelf) -> list[Row]:
    """Return the rows of a record; read is what was not kept of them, and that is kept."""
    state, kept = _state(repository), shelf.rows()
    if kept and kept[0] == state:
        return kept[1]
    rows = _continued(repository, name, place, kept=kept)
    if rows is None:
        rows = _rows(repository, name, place)
    if repository.shallow or all(row[_FORM] != "cut" for row in rows):  # what a copy lacks may be brought at any time
        shelf.keep(state, rows)
    return rows


def _state(repository: Repository) -> str:
    """Return the commit up to which a history goes, and a mark of where this copy of it begins."""
    cut = b""
    if repository.shallow:
        cut = (repository.shared / "shallow").read_bytes()
    return f"{repository.head} {sha256(cut).hexdigest()}"


def _continued(
    repository: Repository, name: str, place: tuple[str, str], *, kept: tuple[str, list[Row]] | None
) -> list[Row] | None:
    """Return the rows kept with those of the commits since; None where these do not simply follow them."""
    if kept is None:
        return None
    since, cut = kept[0].split(" ", 1)
    if cut != _state(repository).split(" ", 1)[1] or not _is_line(repository, since):
        return None
    rows = _rows(repository, name, place, since=since)
    return None if any(row[_FORM] != "change" for row in rows) else rows + kept[1]


def _is_line(repository: Repository, since: str) -> bool:
    """Whether one commit after the other, without a merge, leads from an earlier one to HEAD."""
    ran = runner.read(repository.root, "rev-list", "--parents", "--topo-order", repository.head or "HEAD", f"^{since}")
    expected = repository.head
    for line in ran.fields if not ran.status else ():
        commit, *parents = line.split()
        if commit != expected or len(parents) != 1:
            return False
        expected = parents[0]
    return not ran.status and expected == since


_COMMIT, _FORM, _CHANGES = 0, 6, 7
"""The places in a row: commit, time, who, subject, meeting, item, form, changes."""


def _rows(repository: Repository, name: str, place: tuple[str, str], *, since: str = "") -> list[Row]:
    """Read the history, or what of it came since a commit; return a row for each commit that touched the record."""
    commits = list(listed(repository, name, since=since, whole=True))
    names = list(dict.fromkeys(version for found in commits for version in (found.new, *found.old) if version))
    watch = Watch(*place)
    seen: dict[str | None, Seen] = {None: ABSENT}
    for version, data in zip(names, objects(repository.root, names), strict=True):
        seen[version] = ABSENT if data is None else watch.look(data)
    touched = list(_Touches(commits, seen, place[0]))
    told = objects(repository.root, [found.commit for found, _, _ in touched])
    return [_row(touch, raw or b"") for touch, raw in zip(touched, told, strict=True)]


_Touch = tuple["Listed", "Form", tuple[Change, ...]]


class _Touches:
    """The commits that changed a record."""

    def __init__(self, commits: Sequence[Listed], seen: dict[str | None, Seen], table: str) -> None:
        self._commits = commits
        self._seen = seen
        self._table = table

    def __iter__(self) -> Iterator[_Touch]:
        """Yield them with what they changed, newest first."""
        for number, found in enumerate(self._commits):
            after = self._seen[found.new]
            if any(self._seen[name] is after for name in found.old) or not (after.readable and found.old):
                continue
            befores = [self._readable(name, number) for name in found.old if name]
            known = [before for before in befores if before is not None]
            if not known:
                is_cut = found.cut or any(self._seen[name] is ABSENT for name in found.old if name)
                form: Form = "cut" if is_cut else "readable" if befores else "made"
                changes = self._difference(Seen(None), after)
            else:
                form, changes = "change", own(self._difference(before, after) for before in known)
            if changes:
                yield found, form, changes

    def _readable(self, name: str, number: int) -> Seen | None:
        """Return what a version says or, where it cannot be read, the last one before it that can."""
        for _ in range(GAP):
            if self._seen[name].readable:
                return self._seen[name]
            older = range(number + 1, min(number + 1 + GAP, len(self._commits)))
            following = next((place for place in older if self._commits[place].new == name), None)
            earlier = next(filter(None, self._commits[following].old), None) if following is not None else None
            if following is None or earlier is None:
                return None
            name, number = earlier, following
        return None

    def _difference(self, before: Seen, after: Seen) -> tuple[Change, ...]:
        return record_diff(self._table, before.record, after.record)


def _row(touch: _Touch, raw: bytes) -> Row:
    found, form, changes = touch
    spoken = said(raw)
    entry = Entry(found.commit, spoken.when, spoken.who, spoken.subject, spoken.trailers, changes)
    told = [[change.field, *map(packed, (change.key, change.before, change.after))] for change in changes]
    when = spoken.when.isoformat()
    return [found.commit, when, spoken.who, spoken.subject, entry.meeting, entry.item, form, told]


def _decisions(rows: Sequence[Row], table: str, field: str) -> Iterator[Decision]:
    """Yield what rows tell of a field; only the rows that are about it are unpacked."""
    for row in rows:
        if not any(told[0] in (field, None) for told in row[_CHANGES]):
            continue
        changes = [_change(table, told) for told in row[_CHANGES]]
        for change in changes:
            before, after = change.before, change.after
            if change.field is None:
                before, after = (_of(record, field) for record in (before, after))
            if change.field not in (field, None) or (before in _EMPTY and after in _EMPTY):
                continue
            commit, when, who, subject, meeting, item, form, _ = row
            yield Decision(
                commit,
                datetime.fromisoformat(when),
                one_line(who),
                one_line(subject),
                meeting,
                item,
                before=before,
                after=after,
                key=change.key,
                why=_why(change, changes),
                form=form,
            )


def _change(table: str, told: Sequence[Any]) -> Change:
    field, key, before, after = told
    kind = kind_of(table) if field is None else nested_kind(kind_of(table), field)
    return Change(table, "", field, key=unpacked(key, None), before=unpacked(before, kind), after=unpacked(after, kind))


def _of(record: Record | None, field: str) -> object:
    return None if record is None else value_of(record, name_of_field(type(record), field))


def _why(change: Change, changes: Sequence[Change]) -> str:
    """Return the words that were recorded with a change: an entry's own, else those of the entry that explains it."""
    new = [other.after for other in ([change] if change.key else changes) if isinstance(other.after, Record)]
    kind = Move if change.field in ("start", "end") else LogEntry
    texts = (
        str(getattr(entry, name, "") or "")
        for entry in sorted(new, key=lambda e: not isinstance(e, kind))
        for name in ("reason", "text", "note")
    )
    return "" if change.field is None else one_line(next(filter(None, texts), ""))
