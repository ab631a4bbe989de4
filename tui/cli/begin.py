"""The verb init: a new roadmap from a template, in a repository."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.words import Words
from model.check import check
from model.diff import diff
from model.file.errors import ExistsError
from model.file.patch import patched
from model.file.reading import read_bytes
from model.file.save import create
from model.git.errors import GitError
from model.git.message import composed, new_change_id
from model.trailers import CHANGE_ID
from model.typed import set_field
from tui.cli.call import DONE, REFUSED
from tui.cli.errors import AlreadyThereError
from tui.cli.invocation import ROADMAP
from tui.cli.speech import complain, reason, say
from tui.cli.work import expected
from tui.keeper import UnreadableError

if TYPE_CHECKING:
    from model.roadmap import Roadmap
    from tui.cli.call import Call

_FIELDS = ("title", "organisation", "periods", "first", "last", "language")


def init(call: Call) -> int:
    """Write a new roadmap.toml and record it; refuse to overwrite one."""
    path = Path(call.file) if call.file else Path(call.option("folder", ".")) / ROADMAP
    roadmap, data = _filled(call)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        create(path, data)
    except ExistsError as error:
        raise AlreadyThereError(path) from error
    say(call.words.t("Made {path}.", path=str(path)))
    return _recorded(call, path, data, written_in=Words.of(roadmap.head))


def _filled(call: Call) -> tuple[Roadmap, bytes]:
    """Return the template with what the options say in it; raise UnreadableError where that makes no roadmap."""
    template = files("exporters") / "templates" / f"{call.option('template', 'digitiekartta')}.toml"
    reading = read_bytes(template.read_bytes())
    assert reading.roadmap is not None
    assert reading.document is not None
    roadmap = reading.roadmap
    for field in _FIELDS:
        if text := getattr(call.options, field):
            roadmap = set_field(roadmap, ("roadmap", ""), field, text)
    if problems := check(roadmap):
        raise UnreadableError(Path(ROADMAP), problems)
    return roadmap, patched(reading.document, diff(reading.roadmap, roadmap)).data


def _recorded(call: Call, path: Path, data: bytes, *, written_in: Words) -> int:
    from model.git.setup import begin

    words = call.words
    message = composed(written_in.t("New roadmap"), trailers=((CHANGE_ID, new_change_id()),))
    try:
        begun = begin(path, message, content=data)
    except GitError as error:
        complain(words.t("Saved, but not recorded in git: {why}", why=reason(error, words)))
        return DONE if expected(error) else REFUSED
    if begun.made:
        say(words.t("Made a git repository in {folder}.", folder=str(begun.repository.root)))
    say(words.t("Recorded: {commit}", commit=begun.recorded.commit[:7]))
    return _merging(call, path)


def _merging(call: Call, path: Path) -> int:
    """Offer to have git's merges done by this program; to decline is no failure of making a roadmap."""
    from tui.cli.setup_git import can_ask, offer

    if not (call.options.yes or can_ask()):
        say(call.words.t("For git to merge it by its contents: {command}", command="tiekartta setup-git"))
        return DONE
    try:
        offer(call, path)
    except GitError as error:
        complain(reason(error, call.words))
    return DONE
