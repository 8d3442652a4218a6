"""From the start of the process to the first paint, and to the first edit in the file."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.benchmarks.dossiers import example_file
from tests.benchmarks.table import Line

_ROOT = Path(__file__).resolve().parents[2]
_CHILD = Path(__file__).with_name("start_child.py")


def start(folder: Path, repeats: int) -> Iterator[Line]:
    """Our window on the example against a window with nothing in it, both new processes."""
    path = example_file(folder)
    environment = _environment(folder / "home")
    ours: list[dict[str, float]] = []
    empty: list[dict[str, float]] = []
    # The first of each fills the disk cache and the folders of compiled modules.
    for _ in range(repeats + 1):
        empty.append(_run(environment))
        ours.append(_run(environment, shutil.copy(path, folder / "started.prestatie")))
    theirs = [times["painted"] for times in empty[1:]]
    for what, key, aim in (
        ("start: first paint", "painted", "≤ 1.5×"),
        ("start: dossier on the screen", "shown", ""),
        ("start: first edit in the file", "edited", "≤ 3×"),
    ):
        times = [one[key] for one in ours[1:]]
        yield Line(what=what, ours=times, against="empty QMainWindow", theirs=theirs, aim=aim)


def _run(environment: Mapping[str, str], *args: str | Path) -> dict[str, float]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(_CHILD), str(began), *map(str, args)],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    )
    words = (line.split() for line in done.stdout.splitlines())
    return {what: float(at) for what, at in words}


def _environment(home: Path) -> dict[str, str]:
    # Somebody who has told his name, so that the first start asks nothing.
    folder = home / "prestatie-desktop"
    folder.mkdir(parents=True)
    (folder / "instellingen.ini").write_text("[who]\nperson=S. Voorbeeld\norganisation=X\n")
    return {
        **os.environ,
        "PYTHONPATH": str(_ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "*.warning=false",
        "XDG_DATA_HOME": str(home),
    }
