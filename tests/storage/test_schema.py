"""A sort of thing and its table are described twice; these hold them together."""

import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest

from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.storage.rows import from_rows, to_row
from prestatie_desktop.storage.schema import TABLES
from prestatie_desktop.storage.sqlite_store import make_empty
from tests.building import project, small_session


@pytest.mark.parametrize("sort", SORTS)
def test_a_table_has_the_fields_of_its_sort(sort: str, tmp_path: Path) -> None:
    make_empty(tmp_path / "leeg.prestatie")
    with closing(sqlite3.connect(tmp_path / "leeg.prestatie")) as connection:
        in_file = [row[1] for row in connection.execute(f"PRAGMA table_info({sort})")]

    assert [f.name for f in fields(SORTS[sort])] == list(TABLES[sort].columns.keys()) == in_file


def test_an_entity_comes_back_from_its_row_with_every_quantity_as_it_was_written() -> None:
    commitment = project(small_session(), "Zuidrand")
    row = to_row(commitment)

    assert from_rows("commitment", [tuple(row.values())]) == [commitment]
    assert commitment.homes.raw == "+65"
    assert all(value is None or isinstance(value, str | int) for value in row.values())


@pytest.mark.parametrize("sort", SORTS)
def test_rows_fill_the_slots_so_a_sort_has_no_start_of_its_own(sort: str) -> None:
    assert not hasattr(SORTS[sort], "__post_init__")


def test_no_rows_are_no_entities() -> None:
    assert from_rows("commitment", []) == []


def test_a_row_that_holds_nonsense_is_refused() -> None:
    row = {**to_row(project(small_session(), "Zuidrand")), "status": "halverwege"}

    with pytest.raises(ValueError, match="halverwege"):
        from_rows("commitment", [tuple(row.values())])
    assert set(row) == {f.name for f in fields(Commitment)}
