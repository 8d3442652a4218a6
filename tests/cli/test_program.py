"""The program in a process of its own: exit codes and streams as a script sees them."""

import subprocess
import sys
from pathlib import Path

import pytest

from prestatie_desktop import __version__
from tests.cli.conftest import ROOT, Run


def test_exit_codes_are_those_of_the_readme(program: Run, dossier: Path) -> None:
    assert program("--version") == (0, f"Prestatie Desktop {__version__}\n", "")
    assert program("check", dossier).code == 3
    assert program("check").code == 2
    missing = program("check", "nergens.prestatie")
    assert (missing.code, missing.out, missing.err.count("\n")) == (1, "", 1)


def test_a_console_that_knows_few_letters_gets_what_it_can_show(
    program: Run, dossier: Path
) -> None:
    said = program("history", dossier, "--item", "9.9", PYTHONIOENCODING="ascii")
    assert said.code == 1
    assert "Traceback" not in said.err
    assert "?9.9?" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close in another way there")
def test_a_reader_that_stops_reading_is_no_error(dossier: Path) -> None:
    command = f'"{sys.executable}" -m prestatie_desktop history "{dossier}" | head -1'
    done = subprocess.run(
        ["sh", "-c", command],
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


def test_the_window_is_not_imported_for_a_command(dossier: Path) -> None:
    code = (
        "import sys; from prestatie_desktop.__main__ import main; "
        f"main(['check', {str(dossier)!r}]); "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in {'PySide6', 'reportlab'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_starting_imports_nothing_heavy() -> None:
    code = (
        "import sys; import prestatie_desktop.__main__; "
        "heavy = {'PySide6', 'sqlalchemy', 'alembic', 'reportlab', 'sqlite3'}; "
        "print(sorted(heavy & {m.split('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
