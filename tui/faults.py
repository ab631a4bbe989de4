"""What is wrong with the configuration, said to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.words import N_
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.words import Words
    from tui.keymap import Fault

FAULTS: Mapping[str, str] = {
    "unreadable": N_("the file cannot be read; everything has its default"),
    "not-toml": N_("the file is not written correctly ({key}); everything has its default"),
    "unknown-entry": N_(
        "there is no such setting; the settings are language, theme, mouse, minutes, template and keys"
    ),
    "wrong-kind": N_("{value} is not the right kind of value"),
    "unknown-language": N_("{value} is not a language of the program; choose fi, sv or en"),
    "unknown-form": N_("{value} is not a form of minutes that is written beside the Markdown; choose html or docx"),
    "unknown-theme": N_("there is no theme {value}; choose for example tiekartta-dark or tiekartta-light"),
    "unknown-command": N_("there is no command of this name; the names are in docs/keys.md"),
    "unknown-key": N_("{value} is not a key; write for example v, f4, plus or ctrl+k"),
    "upper-case": N_("{value} is not a key; write it in lower case"),
    "altgr": N_("{value} needs AltGr on a Nordic keyboard; choose another key"),
    "reserved": N_("{value} has a meaning of its own everywhere; choose another key"),
    "clash": N_("{value} is already the key of {other} on the same screen; choose another key"),
}
"""For each code of a Fault its sentence."""


def fault_sentence(fault: Fault, words: Words) -> str:
    """Return what is wrong with an entry of the configuration and what to do."""
    said = words.t(FAULTS[fault.code], key=fault.key, value=fault.value, other=fault.other)
    where = words.t("Configuration") if fault.code == "not-toml" else f"{words.t('Configuration')}, {fault.key}"
    return one_line(f"{where}: {said}")
