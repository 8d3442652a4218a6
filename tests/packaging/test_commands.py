import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted([*(ROOT / "packaging").glob("*.sh"), ROOT / ".ci" / "run"])

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="shell scripts need a shell")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_can_be_run_and_is_valid_shell(script: Path) -> None:
    shell = re.split(r"[/ ]", script.read_text(encoding="utf-8").splitlines()[0])[-1]
    assert script.stat().st_mode & 0o111
    assert subprocess.run([shell, "-n", str(script)], check=False).returncode == 0


def test_ci_runs_the_second_command_of_the_readme() -> None:
    assert "exec packaging/test.sh" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


class Machine:
    """A checkout on a Linux that has no programs but the ones put on it."""

    libraries = ("libglib-2.0", "libGL", "libEGL", "libxkbcommon", "libfontconfig", "libdbus-1")

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "packaging", folder / "packaging")
        (folder / "bin").mkdir()
        for program in ("sh", "env", "dirname", "cmp", "cp", "rm", "id"):
            found = shutil.which(program)
            assert found is not None
            (folder / "bin" / program).symlink_to(found)
        self.add("uname", "echo Linux")

    def add(self, program: str, body: str) -> None:
        file = self.folder / "bin" / program
        file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        file.chmod(0o755)

    def add_libraries(self, *but: str) -> None:
        names = [f"{name}.so.0 {name}.so.1 {name}.so.3" for name in self.libraries]
        self.add("ldconfig", f"echo '{' '.join(n for n in names if not n.startswith(but))}'")

    def setup(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["packaging/setup.sh", *arguments],
            cwd=self.folder,
            env={"PATH": str(self.folder / "bin"), **environment},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_an_unknown_kind_of_setup_is_refused(machine: Machine) -> None:
    done = machine.setup("nonsens")
    assert (done.returncode, done.stderr) == (2, "Gebruik: packaging/setup.sh [dev|build]\n")


def test_a_machine_without_python_is_told_what_it_needs(machine: Machine) -> None:
    machine.add_libraries()
    done = machine.setup()
    assert done.returncode == 1
    assert done.stderr.startswith("Python 3.11 of nieuwer is nodig en niet gevonden.")


def test_an_older_python_does_not_do(machine: Machine) -> None:
    machine.add_libraries()
    machine.add("python3", "exit 1")
    assert machine.setup().stderr.startswith("Python 3.11 of nieuwer is nodig")


def test_without_apt_only_the_missing_library_is_named(machine: Machine) -> None:
    machine.add("python3", "exit 0")
    machine.add_libraries("libEGL")
    done = machine.setup()
    assert done.returncode == 1
    assert "Dit ontbreekt en is nodig: libEGL.so.1." in done.stderr
    assert "pakketten: libegl1)" in done.stderr


def test_a_window_on_a_screen_needs_more_libraries_than_one_without(machine: Machine) -> None:
    machine.add("python3", "exit 0")
    machine.add_libraries("libEGL")
    assert "libxcb-cursor" not in machine.setup().stderr
    assert "libxcb-cursor" in machine.setup(DISPLAY=":0").stderr


def test_a_machine_that_is_ready_is_left_alone(machine: Machine) -> None:
    machine.add_libraries()
    (machine.folder / ".venv" / "bin").mkdir(parents=True)
    machine.add("../.venv/bin/python", '[ "$1" = -c ]')
    shutil.copy(ROOT / "packaging" / "requirements-dev.lock", machine.folder / ".venv" / ".lock")
    for kind in ((), ("dev",)):
        done = machine.setup(*kind)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.setup("build").returncode != 0
