import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a screen")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that is already set up, with the Python of these tests."""
    shutil.copytree(ROOT / "packaging", tmp_path / "packaging")
    for room in ("prestatie_desktop", "db", "resources"):
        (tmp_path / room).symlink_to(ROOT / room)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    shutil.copy(tmp_path / "packaging" / "requirements.lock", tmp_path / ".venv" / ".lock")
    return tmp_path


def start(checkout: Path, *arguments: str) -> str:
    shown = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    done = subprocess.run(
        ["packaging/start.sh", *arguments],
        cwd=checkout,
        env=shown
        | {f"XDG_{kind}_HOME": str(checkout / kind.lower()) for kind in ("DATA", "STATE")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_without_a_screen_the_documents_and_a_picture_of_the_example_are_made(
    checkout: Path,
) -> None:
    said = start(checkout)
    assert f"staan in {checkout}/uitvoer." in said
    assert (checkout / "uitvoer" / "venster.png").read_bytes().startswith(b"\x89PNG")
    printed = list((checkout / "uitvoer").rglob("*.pdf"))
    assert printed
    assert all(path.read_bytes().startswith(b"%PDF") for path in printed)
    assert len(list((checkout / "data").rglob("*.prestatie"))) == 1


def test_a_dossier_that_is_there_is_opened_and_not_made_again(checkout: Path) -> None:
    dossier = checkout / "mijn dossier.prestatie"
    start(checkout, dossier.name)
    made = dossier.stat().st_ino, dossier.stat().st_mtime_ns
    start(checkout, dossier.name)
    assert (dossier.stat().st_ino, dossier.stat().st_mtime_ns) == made
