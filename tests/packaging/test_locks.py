import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
DEVELOPMENT = PROJECT["dependency-groups"]["dev"]
BUILD = (ROOT / "packaging" / "build.in").read_text(encoding="utf-8").splitlines()
LOCKS = {
    "requirements.lock": RUNTIME,
    "requirements-dev.lock": [*RUNTIME, *DEVELOPMENT],
    "requirements-build.lock": [*RUNTIME, *BUILD],
}


def lock_text(name: str) -> str:
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    found = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", lock_text(name), flags=re.MULTILINE)
    return {canonicalize_name(package): version for package, version in found}


@pytest.mark.parametrize(("name", "requirements"), LOCKS.items())
def test_every_dependency_of_the_project_is_pinned_at_a_version_it_allows(
    name: str, requirements: list[str]
) -> None:
    pinned = pins(name)
    for requirement in map(Requirement, requirements):
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name: str) -> None:
    text = lock_text(name)
    assert re.findall(r"http|://|--(?:extra-)?index|--find-links|--trusted-host", text) == []
    dotted = set(re.findall(r"\b[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+\b", text))
    assert {name for name in dotted if not name.endswith((".toml", ".lock", ".sh", ".in"))} == set()


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_carries_the_hashes_of_its_files(name: str) -> None:
    blocks = re.split(r"^(?=[A-Za-z0-9])", lock_text(name), flags=re.MULTILINE)[1:]
    # One package can be pinned twice: at one version for old Pythons and at another for new ones.
    named = {canonicalize_name(block.partition("==")[0]) for block in blocks}
    assert named == set(pins(name))
    for block in blocks:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block


def test_what_is_tested_is_what_is_run_and_packaged() -> None:
    runtime = pins("requirements.lock").items()
    assert runtime <= pins("requirements-dev.lock").items()
    assert runtime <= pins("requirements-build.lock").items()


def test_the_pyside_that_crashes_on_python_3_11_stays_out() -> None:
    assert pins("requirements.lock")["pyside6-essentials"] == "6.11.3"
