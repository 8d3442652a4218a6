#!/bin/sh
# Remakes the three locks from pyproject.toml: exact versions and hashes, for every platform, and
# no address of a registry. `packaging/lock.sh --upgrade` takes newer versions where they exist.
set -eu
cd "$(dirname "$0")/.."

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    tools=$(mktemp -d)
    trap 'rm -rf "$tools"' EXIT
    python3 -m venv "$tools"
    "$tools/bin/pip" install -q uv
    uv=$tools/bin/uv
fi

lock() { # lock NAME ARGUMENTS...: packaging/NAME.lock
    name=$1
    shift
    "$uv" pip compile -q --no-config --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command packaging/lock.sh -o "packaging/$name.lock" "$@"
}

# The largest first: the others follow its versions, so that one environment can serve both.
lock requirements-dev pyproject.toml --group dev "$@"
lock requirements pyproject.toml -c packaging/requirements-dev.lock "$@"
lock requirements-build pyproject.toml packaging/build.in -c packaging/requirements-dev.lock "$@"
