# test.ps1 [PYTEST ARGUMENTS]: sets everything up and runs every check, also after one has failed; the tests
# come last. Fails when any of them did.
# Not yet tried on a Windows machine.
$ErrorActionPreference = 'Stop'
Set-Location (Split-Path -Parent $PSScriptRoot)
& packaging\setup.ps1 dev
$env:PYTHONUTF8 = '1'
if (-not $env:QT_QPA_PLATFORM) { $env:QT_QPA_PLATFORM = 'offscreen' }

$failed = 0
foreach ($check in @('ruff check', 'ruff format --check', 'mypy')) {
    & .venv\Scripts\python.exe -m $check.Split(' ')
    if ($LASTEXITCODE -ne 0) { $failed = 1 }
}
& .venv\Scripts\python.exe -m pytest -n 2 @args
if ($LASTEXITCODE -ne 0) { $failed = 1 }
exit $failed
