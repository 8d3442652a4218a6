"""Whatever a file holds, it is read well or refused in a sentence, and soon."""

from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.importing.fuzz import check, noise, variant
from tests.importing.hostile import HONEST


def few(count: int) -> settings:
    """The same examples each time, so that a failure is somebody's change."""
    return settings(
        max_examples=count,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@cache
def honest(folder: Path, name: str) -> bytes:
    return HONEST[name](folder / name).read_bytes()


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_file_is_read_well(tmp_path: Path, name: str) -> None:
    check(HONEST[name](tmp_path / name))


@few(40)
@given(st.binary(max_size=4000))
@example(b"\xff\xfe\x00")
@example(b"PK\x05\x06" + bytes(18))
def test_noise_is_refused_or_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ruis"
    path.write_bytes(data)
    check(path)


@few(40)
@given(st.integers(0, 2**32))
def test_noise_that_begins_like_something_is_refused_or_read(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "ruis"
    path.write_bytes(noise(Random(seed)))
    check(path)


@pytest.mark.parametrize("name", HONEST)
@few(20)
@given(seed=st.integers(0, 2**32))
def test_a_file_that_was_tampered_with_is_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, name: str, seed: int
) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / f"variant-{name}"
    path.write_bytes(variant(name, honest(folder, name), Random(seed)))
    check(path)
