"""What a merge that git asked for has to tell: one sentence, which git shows among its own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.words import N_
from model.problems import Problem
from tui.cli.language import of_person, words_for
from tui.cli.speech import complain, prepare_streams, reason

if TYPE_CHECKING:
    from exporters.words import Words

UNREAD = {
    "base": N_("{path} was not merged, because the two copies have no common beginning that can be read. {problem}"),
    "ours": N_("{path} was not merged, because your copy cannot be read. {problem}"),
    "theirs": N_("{path} was not merged, because the other copy cannot be read. {problem}"),
}
STAYS = N_("Your copy stays as it was; put things right and record it with git add and git commit.")


def complain_of_merge(words: Words | None, what: str, path: str, *facts: object) -> None:
    """Tell why a merge was not made, or how many conflicts it found; in the person's language or the roadmap's."""
    prepare_streams()
    words = words or words_for(Path(path or "roadmap.toml"), of_person("", os.environ))
    if what in UNREAD:
        from exporters.problems import problem_sentence

        problem = next((fact for fact in facts if isinstance(fact, Problem)), Problem("empty", "fatal"))
        complain(f"{words.t(UNREAD[what], path=path, problem=problem_sentence(problem, words))} {words.t(STAYS)}")
    elif what == "conflicts":
        count = next(fact for fact in facts if isinstance(fact, int))
        complain(
            words.n(
                "{path} is merged; {n} matter in which the two differ is kept to be settled: tiekartta conflicts",
                "{path} is merged; {n} matters in which the two differ are kept to be settled: tiekartta conflicts",
                count,
                path=path,
            )
        )
    elif what == "misused":
        complain(words.t("git merges with this: tiekartta merge-driver %O %A %B %P"))
    else:
        complain(*(reason(fact, words) for fact in facts if isinstance(fact, Exception)))
