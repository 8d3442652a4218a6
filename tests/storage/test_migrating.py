"""Files of older versions come up to date whole, or stay as they were."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.history import replay
from prestatie_desktop.paths import migrations
from prestatie_desktop.storage import inspecting, migrating, opening
from prestatie_desktop.storage.file_format import SCHEMA_VERSION
from prestatie_desktop.storage.migrating import migrate
from prestatie_desktop.storage.opening import open_dossier
from prestatie_desktop.storage.sqlite_store import make_empty
from tests.storage.files import small_disk, small_file

FILES = Path(__file__).parents[1] / "files"

NEXT = f"{SCHEMA_VERSION + 1:04}"
STEP = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{SCHEMA_VERSION:04}"

def upgrade():
    op.add_column("agreement", sa.Column("deadline", sa.Text(), nullable=True))
    with op.batch_alter_table("party", recreate="always") as party:
        party.add_column(sa.Column("region", sa.Text(), nullable=False, server_default=""))
"""


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def shape(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Tables with their columns, types and keys. A step adds columns at the end, with a default."""
    tables = [str(row[0]) for row in query(path, "SELECT name FROM sqlite_schema")]
    return {
        name: {
            (column, kind, required, key)
            for _, column, kind, required, _, key in query(path, f"PRAGMA table_info('{name}')")
        }
        | {(info[1:]) for info in query(path, f"PRAGMA index_list('{name}')")}
        for name in tables
    }


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The steps of today and one of tomorrow, in a folder of a name that needs care."""
    folder = tmp_path / "stappen 100%"
    shutil.copytree(migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT}_tomorrow.py").write_text(STEP, encoding="utf-8")
    return folder


def test_a_migrated_file_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    make_empty(tmp_path / "nieuw.prestatie")
    oldest = tmp_path / "oud.prestatie"
    oldest.touch()

    migrate(oldest, 0)

    assert shape(oldest) == shape(tmp_path / "nieuw.prestatie")
    assert query(oldest, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_the_last_step_is_the_version_this_program_writes() -> None:
    numbers = sorted(path.name[:4] for path in (migrations() / "versions").glob("*.py"))

    assert numbers == [f"{n:04}" for n in range(1, SCHEMA_VERSION + 1)]


def test_a_step_keeps_every_row_and_puts_a_copy_of_the_old_file_aside(
    tmp_path: Path, steps: Path
) -> None:
    path = small_file(tmp_path / "Veldhoven 2026.prestatie")
    parties = query(path, "SELECT id, name, represents FROM party ORDER BY id")

    aside = migrate(path, SCHEMA_VERSION, steps=steps)

    assert query(path, "SELECT id, name, represents FROM party ORDER BY id") == parties
    assert query(path, "SELECT DISTINCT region FROM party") == [("",)]
    assert query(path, "SELECT DISTINCT deadline FROM agreement") == [(None,)]
    assert query(path, "PRAGMA user_version") == [(SCHEMA_VERSION + 1,)]
    assert "alembic_version" not in shape(path)
    assert aside.name == f"Veldhoven 2026.vóór-versie-{SCHEMA_VERSION + 1}.prestatie"
    with closing(open_dossier(aside)) as old:
        assert old.load() == replay(old.entries_since(""))


def test_an_older_file_is_brought_up_to_date_when_it_is_opened_and_not_when_looked_at(
    tmp_path: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small_file(tmp_path / "x.prestatie")
    monkeypatch.setattr(opening, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(inspecting, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(migrating, "migrations", lambda: steps)

    with pytest.raises(UserError, match="van een oudere versie"):
        open_dossier(path, view_only=True)
    assert query(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    with closing(open_dossier(path)) as store:
        assert store.load() == replay(store.entries_since(""))
    assert query(path, "PRAGMA user_version") == [(SCHEMA_VERSION + 1,)]


def test_a_file_that_is_newer_now_is_refused_by_the_program_of_yesterday(
    tmp_path: Path, steps: Path
) -> None:
    path = small_file(tmp_path / "x.prestatie")
    migrate(path, SCHEMA_VERSION, steps=steps)

    with pytest.raises(UserError, match="nieuwere versie"):
        open_dossier(path)


def test_a_step_that_fails_halfway_leaves_the_old_file_as_it_was(
    tmp_path: Path, steps: Path
) -> None:
    path = small_file(tmp_path / "x.prestatie")
    before = path.read_bytes()
    tomorrow = steps / "versions" / f"{NEXT}_tomorrow.py"
    tomorrow.write_text(f"{STEP}    raise ArithmeticError\n", encoding="utf-8")

    with pytest.raises(ArithmeticError):
        migrate(path, SCHEMA_VERSION, steps=steps)

    assert path.read_bytes() == before
    assert query(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_an_earlier_copy_is_not_overwritten(tmp_path: Path, steps: Path) -> None:
    names = []
    for _ in range(2):
        path = small_file(tmp_path / "x.prestatie")
        names.append(migrate(path, SCHEMA_VERSION, steps=steps).name)
        path.unlink()

    number = SCHEMA_VERSION + 1
    assert names == [
        f"x.vóór-versie-{number}.prestatie",
        f"x.vóór-versie-{number} (2).prestatie",
    ]


def test_without_room_for_a_copy_nothing_is_migrated(tmp_path: Path, steps: Path) -> None:
    with small_disk(tmp_path / "schijf", "400k") as disk:
        path = small_file(disk / "x.prestatie")
        before = path.read_bytes()
        (disk / "vulling").write_bytes(b"x" * (380_000 - len(before)))

        with pytest.raises(UserError, match="is vol; er is niets"):
            migrate(path, SCHEMA_VERSION, steps=steps)

        assert path.read_bytes() == before
        assert sorted(p.name for p in disk.iterdir()) == ["vulling", "x.prestatie"]


def test_every_earlier_version_left_a_file_behind_and_all_of_them_open(tmp_path: Path) -> None:
    versions = set()
    for kept in sorted(FILES.glob("*.prestatie")):
        path = Path(shutil.copy(kept, tmp_path))
        versions.update(query(path, "PRAGMA user_version"))
        with closing(open_dossier(path)) as store:
            assert store.load() == replay(store.entries_since(""))

    assert versions >= {(number,) for number in range(1, SCHEMA_VERSION)}
