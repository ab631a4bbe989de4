"""The verb trust: what git would run of the folder's own, and leave for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from exporters.running import running_lines
from model.git.state import locate
from model.git.trust import allow, runs
from tui.cli.call import DONE
from tui.cli.speech import say, say_json

if TYPE_CHECKING:
    from tui.cli.call import Call


def trust(call: Call) -> int:
    """List what git would run when it records; with `--yes` allow it, and no more than was listed."""
    repository, words = locate(call.path), call.words
    found = runs(repository)
    lines = running_lines(found, words)
    if call.options.yes:
        allow(repository, found, os.environ)
    if call.options.json:
        say_json({"runs": list(lines), "allowed": bool(call.options.yes)})
    elif not found:
        say(words.t("Git runs nothing of this folder's own."))
    else:
        say(words.t("When something is recorded or sent, git runs these programs, which came with the folder:"))
        say(*(f"  {line}" for line in lines))
        answer = words.t("They are allowed.") if call.options.yes else words.t("Allow them with tiekartta trust --yes.")
        say(answer)
    return DONE
