# start.ps1 [FILE]: sets everything up and opens the window on FILE, by default a copy of the example
# dossier in the user's own data folder; what is changed in it is there again the next time.
# Not yet tried on a Windows machine.
param([string] $File = '')
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
& (Join-Path $PSScriptRoot 'setup.ps1')
$python = Join-Path $root '.venv\Scripts\python.exe'
$env:PYTHONPATH = $root
$env:PYTHONUTF8 = '1'

if (-not $File) {
    $folder = & $python -c 'from prestatie_desktop.paths import user_data; print(user_data())'
    $File = Join-Path $folder 'Voorbeeld Heerlen 2024.prestatie'
}
if (-not (Test-Path -LiteralPath $File)) {
    & $python -m prestatie_desktop new $File --example heerlen-2024
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
& $python -m prestatie_desktop $File
exit $LASTEXITCODE
