"""The help of the command line as a whole, and the version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import N_
from tui.cli.table import BEFORE, TYPED

if TYPE_CHECKING:
    from exporters.words import Words
    from tui.cli.row import Argument

_STATUS = (
    N_("0: it was done. Also when the roadmap was saved and there is no git or no repository to record it in."),
    N_("1: it was refused, nothing was changed; or there are problems; or it was saved and not recorded."),
    N_("2: the command was not understood."),
)


def overview(words: Words) -> str:
    """Return the help of the command line: how it is used, every command on a line, options, exit status."""
    file, command = words.t("FILE"), words.t("COMMAND")
    begins, everywhere = words.t("usage: "), " ".join(_usage(option, words) for option in BEFORE)
    lines = [
        f"{begins}tiekartta [{file}]",
        f"{' ' * len(begins)}tiekartta {everywhere} {command} …",
        "",
        words.t("Without a command the roadmap opens on the screen; where there is no terminal, it is printed."),
        "",
        f"{words.t('commands')}:",
        *(f"  {verb.name:<12} {words.t(verb.help)}" for verb in TYPED),
        "",
        f"{words.t('options')}:",
        *(f"  {', '.join(option.names):<12} {words.t(option.help)}" for option in BEFORE),
        f"  {'-h, --help':<12} {words.t('show this help')}",
        f"  {'--version':<12} {words.t('show the version')}",
        "",
        f"{words.t('exit status')}:",
        *(f"  {words.t(status)}" for status in _STATUS),
        "",
        words.t("More about a command: tiekartta {command} --help", command=command),
    ]
    return "\n".join(lines) + "\n"


def version() -> str:
    """Return the name and version of the program."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return f"tiekartta {installed('tiekartta')}"
    except PackageNotFoundError:
        return "tiekartta"


def _usage(option: Argument, words: Words) -> str:
    return f"[{option.names[0]} {'|'.join(option.choices) or words.t(option.shown)}]"
