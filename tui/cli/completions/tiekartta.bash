# tiekartta: completion for bash. Load it from ~/.bashrc:  source <(tiekartta completion bash)
_tiekartta() {
    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" verb="" part
    for part in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case " check show list decisions actions start done continue move drop not-handled reopen note ready reassess pilots services end add edit score maturity survey meeting minutes indicators indicator history changes take-back undo redo target packet approve export overview sync setup-git conflicts trust init guide completion " in *" $part "*) verb="$part"; break ;; esac
    done
    case "$before" in
        --lang) COMPREPLY=($(compgen -W "fi sv en" -- "$word")); return ;;
        --status) COMPREPLY=($(compgen -W "planned active done dropped ready reassess" -- "$word")); return ;;
        --kind) COMPREPLY=($(compgen -W "added removed started moved done dropped reopened note score target funding meeting action approval conflict other" -- "$word")); return ;;
        --basis) COMPREPLY=($(compgen -W "judgement survey" -- "$word")); return ;;
        --picture) COMPREPLY=($(compgen -W "dumbbell heat trend radar" -- "$word")); return ;;
        --format) COMPREPLY=($(compgen -W "md html docx" -- "$word")); return ;;
        --of) COMPREPLY=($(compgen -W "roadmap changes" -- "$word")); return ;;
        --template) COMPREPLY=($(compgen -W "digitiekartta" -- "$word")); return ;;
        --periods) COMPREPLY=($(compgen -W "half-years years" -- "$word")); return ;;
        --language) COMPREPLY=($(compgen -W "fi sv en" -- "$word")); return ;;
        decisions) COMPREPLY=($(compgen -W "done under-way open none computed" -- "$word")); return ;;
        actions) COMPREPLY=($(compgen -W "done open drop" -- "$word")); return ;;
        add) COMPREPLY=($(compgen -W "measure" -- "$word")); return ;;
        survey) COMPREPLY=($(compgen -W "add list import" -- "$word")); return ;;
        meeting) COMPREPLY=($(compgen -W "new propose add withdraw order start show attend close invite agenda ics catch-up" -- "$word")); return ;;
        minutes) COMPREPLY=($(compgen -W "write check publish reopen verify" -- "$word")); return ;;
        conflicts) COMPREPLY=($(compgen -W "ours theirs base now" -- "$word")); return ;;
        guide) COMPREPLY=($(compgen -W "meeting maturity" -- "$word")); return ;;
        completion) COMPREPLY=($(compgen -W "bash zsh fish powershell" -- "$word")); return ;;
        -f|--file|--svg|--png|--map|-o|--output|--template) COMPREPLY=($(compgen -f -- "$word")); return ;;
    esac
    case "$verb" in
        check) COMPREPLY=($(compgen -W "--json --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        show) COMPREPLY=($(compgen -W "--half --json --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        list) COMPREPLY=($(compgen -W "--half --status --late --owner --json --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        decisions) COMPREPLY=($(compgen -W "--search --sector --meeting --open --all --json --allow-loss --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        actions) COMPREPLY=($(compgen -W "--open --owner --search --sector --meeting --json --allow-loss --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        start) COMPREPLY=($(compgen -W "--note --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        done) COMPREPLY=($(compgen -W "--result --home --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        continue) COMPREPLY=($(compgen -W "--note --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        move) COMPREPLY=($(compgen -W "--reason --propose --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        drop) COMPREPLY=($(compgen -W "--reason --lesson --propose --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        not-handled) COMPREPLY=($(compgen -W "--allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        reopen) COMPREPLY=($(compgen -W "--reason --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        note) COMPREPLY=($(compgen -W "--allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        ready) COMPREPLY=($(compgen -W "--note --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        reassess) COMPREPLY=($(compgen -W "--reason --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        pilots) COMPREPLY=($(compgen -W "--json --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        services) COMPREPLY=($(compgen -W "--json --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        end) COMPREPLY=($(compgen -W "--date --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        add) COMPREPLY=($(compgen -W "--title --start --end --kind --status --goals --viewpoints --indicators --sectors --services --responsible --helpers --needs --evidence --continuation --home --lesson --public --internal --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        edit) COMPREPLY=($(compgen -W "--allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        score) COMPREPLY=($(compgen -W "--basis --n --note --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        maturity) COMPREPLY=($(compgen -W "--trend --heat --blind-spots --width --svg --png --picture --json --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        survey) COMPREPLY=($(compgen -W "--name --date --invited --responses --opened --wording --sector-column --map --dry-run --yes --json --allow-loss --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        meeting) COMPREPLY=($(compgen -W "--place --chair --secretary --present --remote --absent --not-handled --guest --at --clock --late --left --conflicted --heard --deputy --name --forget --date --time --ends --background --proposal --by --before --meeting --format -o --output --sector --member --json --allow-loss --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        minutes) COMPREPLY=($(compgen -W "--meeting --format -o --output --sector --under-title --template --by --to --reason --json --allow-loss --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        indicators) COMPREPLY=($(compgen -W "--missing --svg --png --json --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        indicator) COMPREPLY=($(compgen -W "--target --note --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        history) COMPREPLY=($(compgen -W "--field --measure --viewpoint --who --meeting --since --until --kind -n --number --json --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        changes) COMPREPLY=($(compgen -W "--since --until --format -o --output --json --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        take-back) COMPREPLY=($(compgen -W "--record --field --preview --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        undo) COMPREPLY=($(compgen -W "--allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        redo) COMPREPLY=($(compgen -W "--allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        target) COMPREPLY=($(compgen -W "--note --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        packet) COMPREPLY=($(compgen -W "--format -o --output --json --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        approve) COMPREPLY=($(compgen -W "--body --date --section --of --without --allow-loss -f --file --lang --today -h --help" -- "$word")) ;;
        export) COMPREPLY=($(compgen -W "--format -o --output --under-title --template --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        overview) COMPREPLY=($(compgen -W "--json -f --file --lang --today -h --help" -- "$word")) ;;
        sync) COMPREPLY=($(compgen -W "--yes --json -f --file --lang --today -h --help" -- "$word")) ;;
        setup-git) COMPREPLY=($(compgen -W "--yes -f --file --lang --today -h --help" -- "$word")) ;;
        conflicts) COMPREPLY=($(compgen -W "--json --allow-loss --as-of -f --file --lang --today -h --help" -- "$word")) ;;
        trust) COMPREPLY=($(compgen -W "--yes --json -f --file --lang --today -h --help" -- "$word")) ;;
        init) COMPREPLY=($(compgen -W "--template --title --organisation --periods --first --last --language --yes -f --file --lang --today -h --help" -- "$word")) ;;
        guide) COMPREPLY=($(compgen -W "-f --file --lang --today -h --help" -- "$word")) ;;
        completion) COMPREPLY=($(compgen -W "-f --file --lang --today -h --help" -- "$word")) ;;
        *) COMPREPLY=($(compgen -W "check show list decisions actions start done continue move drop not-handled reopen note ready reassess pilots services end add edit score maturity survey meeting minutes indicators indicator history changes take-back undo redo target packet approve export overview sync setup-git conflicts trust init guide completion -f --file --lang --today --as-of -h --help --version" -- "$word") $(compgen -f -X "!*.toml" -- "$word")) ;;
    esac
}
complete -o filenames -F _tiekartta tiekartta
