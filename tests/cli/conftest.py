"""The command line in this process and in one of its own, on a dossier with findings in it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from prestatie_desktop.__main__ import main
from prestatie_desktop.storage.opening import create_dossier
from tests.building import SECRETARY, Clock, small_session

ROOT = Path(__file__).parents[2]


class Said(NamedTuple):
    """What a run of the program gave back."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The program in this process."""

    def go(*argv: object) -> Said:
        try:
            code = main([str(part) for part in argv])
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Said(code, *capsys.readouterr())

    return go


@pytest.fixture
def program(tmp_path: Path) -> Run:
    """The program as its user starts it: a process of its own, without a screen."""

    def go(*argv: object, **environment: str) -> Said:
        shown = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
        kept = {name: value for name, value in os.environ.items() if name not in shown}
        done = subprocess.run(
            [sys.executable, "-m", "prestatie_desktop", *map(str, argv)],
            cwd=tmp_path,
            env={**kept, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(tmp_path), **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    return go


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A small dossier in a file; none of its parties has a signatory yet."""
    path = tmp_path / "klein.prestatie"
    create_dossier(path, SECRETARY, lambda session: small_session(session.store, Clock())).close()
    return path
