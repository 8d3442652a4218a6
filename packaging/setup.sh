#!/bin/sh
# Prepares this folder: `setup.sh` to run the program, `setup.sh dev` to work on it, `setup.sh build`
# to package it. Installs only what is missing and is safe to repeat.
set -eu
cd "$(dirname "$0")/.."
lock=packaging/requirements${1:+-$1}.lock
[ -f "$lock" ] || { echo "Gebruik: packaging/setup.sh [dev|build]" >&2; exit 2; }

# Debian keeps ldconfig out of the path of ordinary users.
PATH=$PATH:/usr/sbin:/sbin
missing="" packages=""

lacks() { # lacks WHAT DEBIAN-PACKAGE
    missing="$missing $1"
    packages="$packages $2"
}

library() { # library FILE DEBIAN-PACKAGE
    case "$libraries" in
        *"$1"*) ;;
        *) lacks "$1" "$2" ;;
    esac
}

find_missing_libraries() {
    command -v ldconfig >/dev/null || return 0
    libraries=$(ldconfig -p)
    library libglib-2.0.so.0 libglib2.0-0
    library libGL.so.1 libgl1
    library libEGL.so.1 libegl1
    library libxkbcommon.so.0 libxkbcommon0
    library libfontconfig.so.1 libfontconfig1
    library libdbus-1.so.3 libdbus-1-3
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 0
    library libxcb-cursor.so.0 libxcb-cursor0
    library libxcb-icccm.so.4 libxcb-icccm4
    library libxcb-keysyms.so.1 libxcb-keysyms1
    library libxcb-shape.so.0 libxcb-shape0
    library libxkbcommon-x11.so.0 libxkbcommon-x11-0
}

# A virtual environment whose Python has gone (a newer system) is made again.
usable() { .venv/bin/python -c 'import pip' 2>/dev/null; }

# The first Python on this machine that is new enough; python3 itself when it is.
find_python() {
    for python in python3 python3.11 python3.12 python3.13 python3.14; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            "$python" -c 'import ensurepip, venv' 2>/dev/null || lacks venv "$python-venv"
            return
        fi
    done
    echo "Python 3.11 of nieuwer is nodig en niet gevonden. Installeer het en probeer opnieuw." >&2
    exit 1
}

install_missing() {
    if ! command -v apt-get >/dev/null; then
        echo "Dit ontbreekt en is nodig:$missing. Installeer het met het pakketbeheer" \
            "van dit systeem (in Debian heten de pakketten:$packages)." >&2
        exit 1
    fi
    as_root=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || {
            echo "Vraag een beheerder dit uit te voeren: apt-get install$packages" >&2
            exit 1
        }
        as_root=sudo
    fi
    echo "Systeempakketten installeren:$packages"
    # One broken source of packages should not stop what the other sources can give.
    $as_root apt-get update -qq || true
    # shellcheck disable=SC2086  # a list of words
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $packages >/dev/null
}

install_packages() {
    echo "Python-pakketten installeren; de eerste keer duurt dat even."
    rm -f .venv/.lock
    usable || "$python" -m venv --clear .venv
    .venv/bin/python -m pip install -q --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: -r "$lock"
    cp "$lock" .venv/.lock
}

installed() { cmp -s "$1" .venv/.lock; }

[ "$(uname)" != Linux ] || find_missing_libraries
usable || find_python
[ -z "$packages" ] || install_missing
# What is installed for development is enough to run the program.
if ! installed "$lock" && { [ "$#" != 0 ] || ! installed packaging/requirements-dev.lock; }; then
    install_packages
fi
