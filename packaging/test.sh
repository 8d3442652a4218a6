#!/bin/sh
# test.sh [PYTEST ARGUMENTS]: sets everything up and runs every check, the tests last.
set -eu
cd "$(dirname "$0")/.."
packaging/setup.sh dev
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"

python() { .venv/bin/python "$@"; }
python -m ruff check
python -m ruff format --check
python -m mypy
python -m pytest -n 2 "$@"
