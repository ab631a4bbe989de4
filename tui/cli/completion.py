"""The verb completion: files by which a shell completes our commands, made from the table of verbs.

The same files, in English, ship in `completions/`; `python -m tui.cli.completion` writes them anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from exporters.words import Words
from tui.cli.call import DONE
from tui.cli.parser import HELP
from tui.cli.speech import say_text
from tui.cli.table import BEFORE, EVERYWHERE, SHELLS, TYPED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.cli.call import Call
    from tui.cli.row import Argument, Verb

FOLDER = Path(__file__).parent / "completions"
FILES = {"bash": "tiekartta.bash", "zsh": "_tiekartta", "fish": "tiekartta.fish", "powershell": "tiekartta.ps1"}
"""What the file of each shell is called."""


def completion(call: Call) -> int:
    """Print the file for a shell."""
    say_text(script(call.options.shell, call.words))
    return DONE


def script(shell: str, words: Words) -> str:
    """Return the file for a shell, its descriptions in these words."""
    makers: dict[str, Callable[[Words], Iterator[str]]] = {
        "bash": _bash,
        "zsh": _zsh,
        "fish": _fish,
        "powershell": _powershell,
    }
    return "\n".join(makers[shell](words)) + "\n"


def _names() -> str:
    return " ".join(verb.name for verb in TYPED)


def _options(verb: Verb | None = None) -> tuple[Argument, ...]:
    own = verb.own if verb else ()
    return tuple(argument for argument in (*own, *EVERYWHERE) if argument.is_option)


def _choices() -> dict[str, tuple[str, ...]]:
    """Return the words that an option or a first word takes, by `option` or by `verb`."""
    options = {name: o.choices for verb in TYPED for o in _options(verb) if o.choices for name in o.names}
    places = {verb.name: a.choices for verb in TYPED for a in verb.arguments if a.choices and not a.is_option}
    return options | places


def _bash(words: Words) -> Iterator[str]:
    del words
    yield "# tiekartta: completion for bash. Load it from ~/.bashrc:  source <(tiekartta completion bash)"
    yield "_tiekartta() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" verb="" part'
    yield '    for part in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield f'        case " {_names()} " in *" $part "*) verb="$part"; break ;; esac'
    yield "    done"
    yield '    case "$before" in'
    for name, choices in _choices().items():
        yield f'        {name}) COMPREPLY=($(compgen -W "{" ".join(choices)}" -- "$word")); return ;;'
    files = "|".join(name for o in _file_options() for name in o.names)
    yield f'        {files}) COMPREPLY=($(compgen -f -- "$word")); return ;;'
    yield "    esac"
    yield '    case "$verb" in'
    for verb in TYPED:
        names = " ".join(name for option in _options(verb) for name in option.names)
        yield f'        {verb.name}) COMPREPLY=($(compgen -W "{names} {" ".join(HELP)}" -- "$word")) ;;'
    start = " ".join((_names(), *(name for option in BEFORE for name in option.names), *HELP, "--version"))
    yield f'        *) COMPREPLY=($(compgen -W "{start}" -- "$word") $(compgen -f -X "!*.toml" -- "$word")) ;;'
    yield "    esac"
    yield "}"
    yield "complete -o filenames -F _tiekartta tiekartta"


def _file_options() -> list[Argument]:
    found = {o.names: o for verb in TYPED for o in _options(verb) if o.completes}
    return list(found.values())


def _zsh(words: Words) -> Iterator[str]:
    yield "#compdef tiekartta"
    yield "# tiekartta: completion for zsh. Put it on $fpath as _tiekartta."
    yield "_tiekartta() {"
    yield "    local -a verbs=("
    for verb in TYPED:
        yield f"        {_quoted(f'{verb.name}:{_zsh_text(words.t(verb.help))}')}"
    yield "    )"
    yield "    local state line"
    everywhere = " ".join(_zsh_option(option, words) for option in BEFORE)
    yield f"    _arguments -C {everywhere} '1:command:->verb' '*::argument:->rest'"
    yield "    case $state in"
    yield "        verb) _describe command verbs; _files -g '*.toml' ;;"
    yield "        rest) case $line[1] in"
    for verb in TYPED:
        parts = [_zsh_option(option, words) for option in _options(verb)]
        parts += [_zsh_place(place, words) for place in verb.arguments if not place.is_option]
        yield f"            {verb.name}) _arguments {' '.join(parts)} ;;"
    yield "        esac ;;"
    yield "    esac"
    yield "}"
    yield '_tiekartta "$@"'


def _zsh_option(option: Argument, words: Words) -> str:
    value = "" if option.is_switch else f":{_zsh_text(words.t(option.shown) or option.names[0])}:{_zsh_values(option)}"
    names = "{" + ",".join(option.names) + "}" if len(option.names) > 1 else ""
    text = f"[{_zsh_text(words.t(option.help))}]{value}"
    return f"{names}{_quoted(text)}" if names else _quoted(option.names[0] + text)


def _zsh_place(place: Argument, words: Words) -> str:
    many = "*" if place.many in ("*", "+") else ""
    return _quoted(f"{many}:{_zsh_text(words.t(place.help))}:{_zsh_values(place)}")


def _zsh_values(argument: Argument) -> str:
    if argument.choices:
        return f"({' '.join(argument.choices)})"
    return {"file": "_files", "folder": "_files -/"}.get(argument.completes, " ")


def _zsh_text(text: str) -> str:
    return "".join(f"\\{char}" if char in "[]:\\" else char for char in text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish(words: Words) -> Iterator[str]:
    yield "# tiekartta: completion for fish. Put it into ~/.config/fish/completions/tiekartta.fish"
    yield f"set -l verbs {_names()}"
    yield "complete -c tiekartta -f"
    for verb in TYPED:
        about = f"-a {verb.name} -d {_fish_text(words.t(verb.help))}"
        yield f'complete -c tiekartta -n "not __fish_seen_subcommand_from $verbs" {about}'
    for option in EVERYWHERE:
        yield f"complete -c tiekartta {_fish_option(option, words)}"
    for verb in TYPED:
        seen = f'-n "__fish_seen_subcommand_from {verb.name}"'
        for argument in verb.own:
            if argument.is_option:
                yield f"complete -c tiekartta {seen} {_fish_option(argument, words)}"
            elif argument.choices:
                yield f"complete -c tiekartta {seen} -a {_fish_text(' '.join(argument.choices))}"


def _fish_option(option: Argument, words: Words) -> str:
    names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
    value = [] if option.is_switch else ["-r -F"] if option.completes else ["-x"]
    if option.choices:
        value.append(f"-a {_fish_text(' '.join(option.choices))}")
    return " ".join((*names, *value, f"-d {_fish_text(words.t(option.help))}"))


def _fish_text(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _powershell(words: Words) -> Iterator[str]:
    yield "# tiekartta: completion for PowerShell. Load it from $PROFILE:"
    yield "#   tiekartta completion powershell | Out-String | Invoke-Expression"
    yield "Register-ArgumentCompleter -Native -CommandName tiekartta -ScriptBlock {"
    yield "    param($word, $ast, $position)"
    yield "    $verbs = [ordered]@{"
    for verb in TYPED:
        yield f"        {_shell_text(verb.name)} = {_shell_text(words.t(verb.help))}"
    yield "    }"
    yield "    $options = @{"
    for verb in TYPED:
        places = [choice for a in verb.arguments if not a.is_option for choice in a.choices]
        names = [name for option in _options(verb) for name in option.names]
        yield f"        {_shell_text(verb.name)} = @({', '.join(map(_shell_text, (*places, *names)))})"
    yield "    }"
    yield "    $given = $ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() }"
    yield "    $verb = $given | Where-Object { $verbs.Contains($_) } | Select-Object -First 1"
    yield "    $offered = if ($verb -and $verb -ne $word) { $options[$verb] } else { $verbs.Keys }"
    yield '    $offered | Where-Object { $_ -like "$word*" } | ForEach-Object {'
    yield "        $about = if ($verbs.Contains($_)) { $verbs[$_] } else { $_ }"
    yield "        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $about)"
    yield "    }"
    yield "}"


def _shell_text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def write_all() -> None:
    """Write the files that ship: in English, so that they change with the table alone."""
    FOLDER.mkdir(exist_ok=True)
    for shell in SHELLS:
        (FOLDER / FILES[shell]).write_text(script(shell, Words("en")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_all()
