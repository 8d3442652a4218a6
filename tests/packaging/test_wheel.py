import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    environment |= {f"XDG_{kind}_HOME": str(cwd / kind.lower()) for kind in ("DATA", "STATE")}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT)
    run(*command, cwd=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of an environment in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=os.name != "nt")
    variables = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", vars=variables, scheme="venv"))
    programs = Path(sysconfig.get_path("scripts", vars=variables, scheme="venv"))
    pip = (sys.executable, "-m", "pip", "--python", programs / "python", "install", "-q")
    run(*pip, "--no-deps", "--no-index", wheel, cwd=folder)
    # Only what the program needs from others is shared with the environment of the tests.
    (packages / "others.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


def test_the_wheel_holds_everything_in_db_and_resources_and_the_licence(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    ours = [path for room in ("db", "resources") for path in (ROOT / room).rglob("*")]
    files = [path.relative_to(ROOT) for path in ours if path.is_file()]
    wanted = {f"prestatie_desktop/{f.as_posix()}" for f in files if "__pycache__" not in f.parts}
    assert any(name.startswith("prestatie_desktop/db/") for name in wanted)
    assert any(name.startswith("prestatie_desktop/resources/") for name in wanted)
    assert wanted <= held
    assert any(name.endswith("licenses/LICENSE") for name in held)


def test_the_wheel_holds_no_tests_and_no_tools(wheel: Path) -> None:
    roots = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {root for root in roots if not root.endswith(".dist-info")} == {"prestatie_desktop"}


def test_the_installed_program_says_its_version(installed: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = run(installed / "prestatie-desktop", "--version", cwd=installed.parent)
    assert project["version"] in said


def test_the_installed_program_makes_and_reads_the_example(installed: Path) -> None:
    program, folder = installed / "prestatie-desktop", installed.parent
    run(program, "new", "voorbeeld.prestatie", "--example", "heerlen-2024", cwd=folder)
    export = ("export", "voorbeeld.prestatie", "--format", "json", "--out", "voorbeeld.json")
    run(program, *export, cwd=folder)
    text = (folder / "voorbeeld.json").read_text(encoding="utf-8")
    assert '"prestatie-dossier"' in text
