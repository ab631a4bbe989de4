"""Write docs/command-line.md from the table of verbs: `python -m docs.commands`, a part of `make keys`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.table import EVERYWHERE, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.cli.row import Argument, Verb

PAGE = Path(__file__).with_name("command-line.md")
HEAD = """\
# The command line

Written by `make keys` from the table of verbs in `tui/cli/table.py`, which also makes the parser, its help in three
languages and the completions of shells.

    tiekartta [FILE]                 the app; without a terminal what `show` prints
    tiekartta VERB …                 everything that the screen does, as plain text
    tiekartta VERB --help            the same as here, in your language

Exit status: 0 done; 1 refused and nothing changed, or problems found, or saved but not recorded; 2 misused. A decision
that is taken on the command line is saved and committed like one on the screen, and while a meeting is open it becomes
its next §.

A decision that cannot be committed because there is no git or no repository is done (0), for a roadmap can be kept
without them. Where git should have made the commit and did not, the status is 1, the sentence says why, the decision
is in the file, and the next one brings its commit along. Ctrl+C ends with 130, a request to end with 143: the file is
the old or the new one, whole.

A file that is written in such a way (inline tables, dotted keys) that it can be changed only by writing it anew would
lose its comments. Then nothing is changed (1), and the comments are named; with `--allow-loss` it is done all the same.

The language is that of `--lang`, else of the configuration, else of the locale (`LANGUAGE`, `LC_ALL`, `LC_MESSAGES`,
`LANG`) if it is one of the three, else the roadmap's own. Output is UTF-8 wherever it goes, but for a terminal of
another encoding.

`--json` prints whole records under the keys of the file (`file-format.md`): what the file leaves out because it is
usual has its default, what is not known is `null`, levels and sums are numbers, dates ISO. A list of measures leaves
out the log and the internal note; `show ID --json` has them.

`maturity --json` prints the same whichever picture is asked for, beside `title`, `organisation`, `sample` (whether
it is an example) and `as_of` (the day). `rounds` are the rounds of the survey, oldest first: `survey` (id), `name`,
`on`, `opened`, `invited`, `n`, `response_rate` in per cent, and `means` of the viewpoints on one's `own` work and
on the whole `city`, which are never taken together. `viewpoints` come as in the pictures, focus areas first, then
by gap; each has `id`, `name`, `short`, `focus`, `scope`, `baseline` and `survey` (both with `on`, `n`, `mean`,
`median`, `sd`, `interval` to either side at 95 %, `counts`, `dont_know`, `survey`), `judgement` (`on`, `level`,
`meeting`, `item`, `note`), `target`, `proposed`, `gap`, `change` from the last survey but one (`difference`,
`limit`, `spread_assumed`, and `noise` where it is within random variation), `surveys` and `judgements` one by one,
`too_few` (the days of surveys that too few answered), `sectors` of the latest round that has them (`sector`,
`hidden`, `n`, `mean`, `median`), and `measures` (`ids`, how many are `open`, how many run in each of the `steps` of
the schedule, `blind_spot`).

`survey list --json` lists the rounds, the latest first: `id`, `name`, `on`, `invited`, `responses`,
`response_rate`, and the `viewpoints` that it measured (`id`, `n`, `mean`).

`indicators --json` lists the indicators, `indicators ID --json` is one of them: `id`, `title`, `unit`, `direction`,
`official`, `source`, `keeper`, `goals`, `words`; its `state` (`met`, `not-met`, `ahead` where the target's time is
still to come, `no-target`, `missing`, `no-data`), and `met`, `better` (than the value before; `null` where that
cannot be told), `old`; `latest` and `target` (`year`, `half`, `value`), `due` (the `year` and `half` whose value
should be there by now) and whether it is `missing`; the `sum` of the years if they add up; `years` one by one
(`year`, `half`, `value`, `target`, `note`; a year without data has the value `null`); and the `measures` meant to
move it (`id`, its value `before` and `after`, and whether the measure is `over`). A whole year has the half `null`.

`pilots --json`: `counts` by state (`in-use`, `ready`, `reassess`, `trial`, `idea`, `learnt`, `stopped`), how many
were `planned` and how many there are, `actual`; the day on which the programme `ended`; the ids of the pilots
`lacking_continuation`; and the `pilots` (`id`, `title`, `state`, `status`, `continuation`, `home`, `lesson`,
`services`).

`services --json` lists the outside services: `id`, `name`, `provider`, `ends`, whether it has `ended`, whether it
is `flagged` (it ends by the end of this half-year, and an open measure depends on it), the open `measures` that
depend on it, `note`.

`overview --json`: `roadmaps`, each with `path`, `title`, `organisation`, `sample`, how many are `done` of how many
`measures`, the ids of those that are `late` and of those whose time `ends` now, the widest `gap` (`viewpoint`,
`gap`), the latest `approval` (`body`, `on`, `section`) and the number of `problems`; `broken`, the files that
cannot be read (`path`, `problems`, the `first` in a sentence); `others`, files that are no roadmaps; and how many
were `left_out`, because there are too many.

A shell completes the commands after `source <(tiekartta completion bash)`; for zsh, fish and PowerShell the printed
file says at its beginning where it belongs.
"""


def page() -> str:
    """Return the whole page."""
    everywhere = "## Everywhere\n\nOptions that every verb has, before its name or after it.\n"
    return "\n".join([HEAD, everywhere, _table(EVERYWHERE), *_sections()])


def _sections() -> Iterator[str]:
    for verb in VERBS:
        yield f"## `{verb.name}`\n\n{verb.help}\n\n    {usage(verb)}\n"
        if verb.own:
            yield _table(verb.own)


def usage(verb: Verb) -> str:
    """Return how a verb is written: what must be there as it is, the rest in brackets."""
    options = [one for one in verb.own if one.is_option]
    words = [one for one in verb.own if not one.is_option]
    shown = [_value(one) if one.many != "?" else f"[{_value(one)}]" for one in words]
    shown += [_option(one) if one.required else f"[{_option(one)}]" for one in options]
    return " ".join(["tiekartta", verb.name, *shown])


def _option(argument: Argument) -> str:
    return argument.names[-1] if argument.is_switch else f"{argument.names[-1]} {_value(argument)}"


def _value(argument: Argument) -> str:
    shown = "|".join(argument.choices) or argument.shown or argument.names[-1].upper()
    return f"{shown} …" if argument.many in {"*", "+"} else shown


def _table(arguments: Iterable[Argument]) -> str:
    rows = (f"| {', '.join(f'`{name}`' for name in _names(one))} | {one.help}{_choices(one)} |" for one in arguments)
    return "\n".join(["| | |", "| --- | --- |", *rows, ""])


def _names(argument: Argument) -> tuple[str, ...]:
    return argument.names if argument.is_option else (argument.shown or argument.names[0],)


def _choices(argument: Argument) -> str:
    return f": {', '.join(f'`{choice}`' for choice in argument.choices)}" if argument.choices else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
