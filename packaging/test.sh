#!/bin/sh
# test.sh [PYTEST ARGUMENTS]: sets everything up and runs every check, also after one has failed; the
# tests come last. Fails when any of them did.
set -eu
cd "$(dirname "$0")/.."
packaging/setup.sh dev
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
# In any other than UTF-8 Qt warns, and a warning is a failed test.
case "${LC_ALL:-}" in C | POSIX) export LC_ALL=C.UTF-8 ;; esac

failed=0
check() { .venv/bin/python -m "$@" || failed=1; }
check ruff check
check ruff format --check
check mypy
check pytest -n 2 "$@"
exit "$failed"
