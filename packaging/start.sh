#!/bin/sh
# start.sh [FILE]: sets everything up and opens the window on FILE, by default a copy of the example
# dossier in the user's own data folder; what is changed in it is there again the next time. Where
# there is no screen it prints the dossier's documents and a picture of the window into ./uitvoer.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
"$home/packaging/setup.sh"
export PYTHONPATH="$home"

python() { "$home/.venv/bin/python" "$@"; }
desktop() { python -m prestatie_desktop "$@"; }

dossier=${1:-$(python -c 'from prestatie_desktop.paths import user_data; print(user_data())')/Voorbeeld Heerlen 2024.prestatie}
[ -e "$dossier" ] || desktop new "$dossier" --example heerlen-2024

if [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    desktop "$dossier"
    exit
fi

export QT_QPA_PLATFORM=offscreen
desktop print all "$dossier" --out uitvoer
desktop picture "$dossier" --out uitvoer/venster.png
echo "Er is geen scherm. De documenten van $dossier en een beeld van het venster (venster.png)" \
    "staan in $(pwd)/uitvoer."
