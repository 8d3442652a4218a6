# Prepares this folder on Windows: `setup.ps1` to run the program, `setup.ps1 dev` to work on it,
# `setup.ps1 build` to package it. Installs only what is missing and is safe to repeat.
# Not yet tried on a Windows machine.
param([ValidateSet('', 'dev', 'build')][string] $Kind = '')
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$environment = Join-Path $root '.venv'
$python = Join-Path $environment 'Scripts\python.exe'
$stamp = Join-Path $environment '.lock'

function Get-Lock([string] $Kind) {
    $name = if ($Kind) { "requirements-$Kind.lock" } else { 'requirements.lock' }
    Join-Path $PSScriptRoot $name
}

function Test-Installed([string] $Kind) {
    (Test-Path $stamp) -and
        (Get-FileHash $stamp).Hash -eq (Get-FileHash (Get-Lock $Kind)).Hash
}

# What is installed for development is enough to run the program.
if ((Test-Installed $Kind) -or ((-not $Kind) -and (Test-Installed 'dev'))) { return }

if (-not (Test-Path $python)) {
    $enough = 'import sys; sys.exit(sys.version_info < (3, 11))'
    $found = $null
    foreach ($candidate in 'py', 'python') {
        if (-not (Get-Command $candidate -ErrorAction SilentlyContinue)) { continue }
        & $candidate -c $enough
        if ($LASTEXITCODE -eq 0) { $found = $candidate; break }
    }
    if (-not $found) {
        throw 'Python 3.11 of nieuwer is nodig en niet gevonden. Installeer het en probeer opnieuw.'
    }
    & $found -m venv $environment
    if ($LASTEXITCODE -ne 0) { throw 'De Python-omgeving kon niet worden gemaakt.' }
}

Write-Host 'Python-pakketten installeren; de eerste keer duurt dat even.'
Remove-Item $stamp -ErrorAction SilentlyContinue
& $python -m pip install -q --disable-pip-version-check --no-input `
    --require-hashes --only-binary ':all:' -r (Get-Lock $Kind)
if ($LASTEXITCODE -ne 0) { throw 'De Python-pakketten zijn niet volledig binnengekomen; probeer het opnieuw.' }
Copy-Item (Get-Lock $Kind) $stamp
