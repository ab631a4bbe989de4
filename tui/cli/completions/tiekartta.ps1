# tiekartta: completion for PowerShell. Load it from $PROFILE:
#   tiekartta completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName tiekartta -ScriptBlock {
    param($word, $ast, $position)
    $verbs = [ordered]@{
        'check' = 'Tell everything that is wrong in the file, with line and key.'
        'show' = 'Show where the roadmap stands, or one record.'
        'list' = 'List measures, one a line.'
        'decisions' = 'List what was decided in all meetings, or say how far it has been put into practice.'
        'actions' = 'List the tasks that meetings gave, or mark them done.'
        'start' = 'Mark planned measures started.'
        'done' = 'Mark measures done.'
        'continue' = 'Let measures go on as scheduled.'
        'move' = 'Move the end of measures to another half-year.'
        'drop' = 'Discontinue measures.'
        'not-handled' = 'Record that measures were not handled in the meeting.'
        'reopen' = 'Open done or discontinued measures again.'
        'note' = 'Write a dated note about a measure.'
        'ready' = 'Record that pilots are ready to be taken into use.'
        'reassess' = 'Record that pilots are to be reassessed.'
        'pilots' = 'Tell how the pilots stand, how many were planned, and where those in use live.'
        'services' = 'List the outside services, when each ends, and the measures that depend on it.'
        'end' = 'Close the programme; it is told which pilots lack how they go on.'
        'add' = 'Add a measure; it gets the next free id.'
        'edit' = 'Change a field of any record; an empty value empties it.'
        'score' = 'Give a viewpoint a new level; the earlier ones stay.'
        'maturity' = 'Show the maturity of the viewpoints: baseline, now, target and gap.'
        'survey' = 'Type in a round of the survey, import it from a file, or list the rounds.'
        'meeting' = 'Call, start, show or close a meeting, change its agenda, write its papers.'
        'minutes' = 'Write the minutes of a meeting; have them checked, published, reopened; verify a saved copy.'
        'indicators' = 'List the indicators of the goals, or show one with its years and the measures meant to move it.'
        'indicator' = 'Give an indicator the value or the target of a year or half-year; one that it had is replaced.'
        'history' = 'Tell what has changed, the newest first.'
        'changes' = 'Tell what is different from then, record by record: since a day, a meeting, the approval, a revision.'
        'take-back' = 'Take back one old entry of the history; what came later stays.'
        'undo' = 'Take back the latest decision; it says which.'
        'redo' = 'Make the decision that was taken back once more.'
        'target' = 'Propose a target level of a viewpoint; it is in force when it has been approved.'
        'packet' = 'Write everything since the last approval, with the decision that is asked for.'
        'approve' = 'Record that a body has approved the roadmap or its changes; what was proposed takes effect.'
        'export' = 'Write the roadmap as a document: foreword, levels, vision, goals, measures, schedules, owners.'
        'overview' = 'List the roadmaps of a folder: done, late, what ends now, the widest gap.'
        'sync' = 'Receive what others have recorded, merge it, and send what was recorded here.'
        'setup-git' = 'Have git leave the merges of the roadmap to this program; it tells what it writes and asks.'
        'conflicts' = 'List what two people made of one thing, or settle which of the two stands.'
        'trust' = 'List the programs that came with the folder and that git would run; allow them.'
        'init' = 'Make a new roadmap: eleven viewpoints, all levels unknown.'
        'guide' = 'Print the user''s guide to a meeting, or to surveys, levels, indicators and pilots.'
        'completion' = 'Print a file that completes commands in a shell.'
    }
    $options = @{
        'check' = @('--json', '--as-of', '-f', '--file', '--lang', '--today')
        'show' = @('--half', '--json', '--as-of', '-f', '--file', '--lang', '--today')
        'list' = @('--half', '--status', '--late', '--owner', '--json', '--as-of', '-f', '--file', '--lang', '--today')
        'decisions' = @('done', 'under-way', 'open', 'none', 'computed', '--search', '--sector', '--meeting', '--open', '--all', '--json', '--allow-loss', '--as-of', '-f', '--file', '--lang', '--today')
        'actions' = @('done', 'open', 'drop', '--open', '--owner', '--search', '--sector', '--meeting', '--json', '--allow-loss', '--as-of', '-f', '--file', '--lang', '--today')
        'start' = @('--note', '--allow-loss', '-f', '--file', '--lang', '--today')
        'done' = @('--result', '--home', '--allow-loss', '-f', '--file', '--lang', '--today')
        'continue' = @('--note', '--allow-loss', '-f', '--file', '--lang', '--today')
        'move' = @('--reason', '--propose', '--allow-loss', '-f', '--file', '--lang', '--today')
        'drop' = @('--reason', '--lesson', '--propose', '--allow-loss', '-f', '--file', '--lang', '--today')
        'not-handled' = @('--allow-loss', '-f', '--file', '--lang', '--today')
        'reopen' = @('--reason', '--allow-loss', '-f', '--file', '--lang', '--today')
        'note' = @('--allow-loss', '-f', '--file', '--lang', '--today')
        'ready' = @('--note', '--allow-loss', '-f', '--file', '--lang', '--today')
        'reassess' = @('--reason', '--allow-loss', '-f', '--file', '--lang', '--today')
        'pilots' = @('--json', '--as-of', '-f', '--file', '--lang', '--today')
        'services' = @('--json', '--as-of', '-f', '--file', '--lang', '--today')
        'end' = @('--date', '--allow-loss', '-f', '--file', '--lang', '--today')
        'add' = @('measure', '--title', '--start', '--end', '--kind', '--status', '--goals', '--viewpoints', '--indicators', '--sectors', '--services', '--responsible', '--helpers', '--needs', '--evidence', '--continuation', '--home', '--lesson', '--public', '--internal', '--allow-loss', '-f', '--file', '--lang', '--today')
        'edit' = @('--allow-loss', '-f', '--file', '--lang', '--today')
        'score' = @('--basis', '--n', '--note', '--allow-loss', '-f', '--file', '--lang', '--today')
        'maturity' = @('--trend', '--heat', '--blind-spots', '--width', '--svg', '--png', '--picture', '--json', '--as-of', '-f', '--file', '--lang', '--today')
        'survey' = @('add', 'list', 'import', '--name', '--date', '--invited', '--responses', '--opened', '--wording', '--sector-column', '--map', '--dry-run', '--yes', '--json', '--allow-loss', '--as-of', '-f', '--file', '--lang', '--today')
        'meeting' = @('new', 'propose', 'add', 'withdraw', 'order', 'start', 'show', 'attend', 'close', 'invite', 'agenda', 'ics', 'catch-up', '--place', '--chair', '--secretary', '--present', '--remote', '--absent', '--not-handled', '--guest', '--at', '--clock', '--late', '--left', '--conflicted', '--heard', '--deputy', '--name', '--forget', '--date', '--time', '--ends', '--background', '--proposal', '--by', '--before', '--meeting', '--format', '-o', '--output', '--sector', '--member', '--json', '--allow-loss', '--as-of', '-f', '--file', '--lang', '--today')
        'minutes' = @('write', 'check', 'publish', 'reopen', 'verify', '--meeting', '--format', '-o', '--output', '--sector', '--under-title', '--template', '--by', '--to', '--reason', '--json', '--allow-loss', '--as-of', '-f', '--file', '--lang', '--today')
        'indicators' = @('--missing', '--svg', '--png', '--json', '--as-of', '-f', '--file', '--lang', '--today')
        'indicator' = @('--target', '--note', '--allow-loss', '-f', '--file', '--lang', '--today')
        'history' = @('--field', '--measure', '--viewpoint', '--who', '--meeting', '--since', '--until', '--kind', '-n', '--number', '--json', '--as-of', '-f', '--file', '--lang', '--today')
        'changes' = @('--since', '--until', '--format', '-o', '--output', '--json', '--as-of', '-f', '--file', '--lang', '--today')
        'take-back' = @('--record', '--field', '--preview', '--allow-loss', '-f', '--file', '--lang', '--today')
        'undo' = @('--allow-loss', '-f', '--file', '--lang', '--today')
        'redo' = @('--allow-loss', '-f', '--file', '--lang', '--today')
        'target' = @('--note', '--allow-loss', '-f', '--file', '--lang', '--today')
        'packet' = @('--format', '-o', '--output', '--json', '--as-of', '-f', '--file', '--lang', '--today')
        'approve' = @('--body', '--date', '--section', '--of', '--without', '--allow-loss', '-f', '--file', '--lang', '--today')
        'export' = @('--format', '-o', '--output', '--under-title', '--template', '--as-of', '-f', '--file', '--lang', '--today')
        'overview' = @('--json', '-f', '--file', '--lang', '--today')
        'sync' = @('--yes', '--json', '-f', '--file', '--lang', '--today')
        'setup-git' = @('--yes', '-f', '--file', '--lang', '--today')
        'conflicts' = @('settle', 'ours', 'theirs', 'base', 'now', '--json', '--allow-loss', '--as-of', '-f', '--file', '--lang', '--today')
        'trust' = @('--yes', '--json', '-f', '--file', '--lang', '--today')
        'init' = @('--template', '--title', '--organisation', '--periods', '--first', '--last', '--language', '--yes', '-f', '--file', '--lang', '--today')
        'guide' = @('meeting', 'maturity', '-f', '--file', '--lang', '--today')
        'completion' = @('bash', 'zsh', 'fish', 'powershell', '-f', '--file', '--lang', '--today')
    }
    $given = $ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() }
    $verb = $given | Where-Object { $verbs.Contains($_) } | Select-Object -First 1
    $offered = if ($verb -and $verb -ne $word) { $options[$verb] } else { $verbs.Keys }
    $offered | Where-Object { $_ -like "$word*" } | ForEach-Object {
        $about = if ($verbs.Contains($_)) { $verbs[$_] } else { $_ }
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $about)
    }
}
