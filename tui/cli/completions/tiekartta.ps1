# tiekartta: completion for PowerShell. Load it from $PROFILE:
#   tiekartta completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName tiekartta -ScriptBlock {
    param($word, $ast, $position)
    $verbs = [ordered]@{
        'check' = 'Kerro kaikki tiedoston virheet riveineen ja avaimineen.'
        'show' = 'Näytä tiekartan tilanne tai yksi tietue.'
        'list' = 'Luettele toimenpiteet, yksi riviä kohti.'
        'start' = 'Merkitse toimenpiteitä aloitetuiksi.'
        'done' = 'Merkitse toimenpiteitä valmiiksi.'
        'continue' = 'Kirjaa, että toimenpiteet jatkuvat suunnitellusti.'
        'move' = 'Siirrä toimenpiteiden päättyminen toiselle puolivuodelle.'
        'drop' = 'Keskeytä toimenpiteitä.'
        'not-handled' = 'Kirjaa, ettei toimenpiteitä käsitelty kokouksessa.'
        'reopen' = 'Avaa valmiita tai keskeytettyjä toimenpiteitä uudelleen.'
        'note' = 'Kirjaa toimenpiteestä päivätty huomio.'
        'add' = 'Lisää toimenpide; se saa seuraavan vapaan tunnuksen.'
        'edit' = 'Muuta minkä tahansa tietueen kenttää; tyhjä arvo tyhjentää sen.'
        'score' = 'Anna näkökulmalle uusi taso; aiemmat säilyvät.'
        'meeting' = 'Aloita, näytä tai päätä kokous; sen aikana tehdyistä päätöksistä tulee sen pykälät.'
        'minutes' = 'Kirjoita kokouksen muistio.'
        'history' = 'Kerro, mikä on muuttunut, uusin ensin.'
        'undo' = 'Kumoa viimeisin päätös; ohjelma kertoo, mikä se on.'
        'redo' = 'Tee kumottu päätös uudelleen.'
        'init' = 'Luo uusi tiekartta: yksitoista näkökulmaa, tasoja ei ole arvioitu.'
        'completion' = 'Tulosta tiedosto, jonka avulla komentotulkki täydentää komennot.'
    }
    $options = @{
        'check' = @('--json', '-f', '--file', '--lang', '--today')
        'show' = @('--half', '--json', '-f', '--file', '--lang', '--today')
        'list' = @('--half', '--status', '--late', '--owner', '--json', '-f', '--file', '--lang', '--today')
        'start' = @('--note', '-f', '--file', '--lang', '--today')
        'done' = @('--result', '-f', '--file', '--lang', '--today')
        'continue' = @('--note', '-f', '--file', '--lang', '--today')
        'move' = @('--reason', '-f', '--file', '--lang', '--today')
        'drop' = @('--reason', '-f', '--file', '--lang', '--today')
        'not-handled' = @('-f', '--file', '--lang', '--today')
        'reopen' = @('--reason', '-f', '--file', '--lang', '--today')
        'note' = @('-f', '--file', '--lang', '--today')
        'add' = @('measure', '--title', '--start', '--end', '--kind', '--status', '--goals', '--viewpoints', '--sectors', '--responsible', '--helpers', '--needs', '--evidence', '--public', '--internal', '-f', '--file', '--lang', '--today')
        'edit' = @('-f', '--file', '--lang', '--today')
        'score' = @('--basis', '--n', '--note', '-f', '--file', '--lang', '--today')
        'meeting' = @('start', 'show', 'attend', 'close', '--place', '--chair', '--secretary', '--present', '--remote', '--absent', '--guest', '--json', '-f', '--file', '--lang', '--today')
        'minutes' = @('--meeting', '-o', '--output', '-f', '--file', '--lang', '--today')
        'history' = @('-n', '--number', '--json', '-f', '--file', '--lang', '--today')
        'undo' = @('-f', '--file', '--lang', '--today')
        'redo' = @('-f', '--file', '--lang', '--today')
        'init' = @('--template', '--title', '--organisation', '--first', '--last', '--language', '-f', '--file', '--lang', '--today')
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
