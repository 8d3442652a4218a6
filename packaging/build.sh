#!/bin/sh
# Makes dist/prestatie-desktop: one folder that runs on a computer without Python.
set -eu
cd "$(dirname "$0")/.."
packaging/setup.sh build
.venv/bin/python -m PyInstaller --noconfirm --log-level WARN packaging/prestatie-desktop.spec
echo "Klaar: dist/prestatie-desktop"
