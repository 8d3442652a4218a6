"""Brings the file of an older version up to date, with a copy of it put aside first."""

from contextlib import closing
from itertools import count
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, create_engine

from prestatie_desktop.paths import migrations
from prestatie_desktop.storage.connecting import connect
from prestatie_desktop.storage.failures import NOTHING_OPENED, told_in_dutch
from prestatie_desktop.storage.placing import new_file


def migrate(path: Path, version: int, *, steps: Path | None = None) -> Path:
    """Take all steps from a version to the newest, or none; returns the copy put aside.

    The steps are the Alembic revisions "0001", "0002", … of a folder (db/ when none is given);
    the number of the last one taken is the file's version. Raises UserError.
    """
    config = Config()
    config.set_main_option("script_location", str(steps or migrations()).replace("%", "%%"))
    newest = ScriptDirectory.from_config(config).get_current_head()
    assert newest is not None
    aside = _put_aside(path, int(newest))
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool)
    with told_in_dutch(path, NOTHING_OPENED), closing(engine.connect()) as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        # Alembic's own note of the version is temporary: user_version is the one truth.
        connection.exec_driver_sql("CREATE TEMP TABLE alembic_version (version_num TEXT)")
        if version:
            insert = "INSERT INTO alembic_version VALUES (?)"
            connection.exec_driver_sql(insert, (f"{version:04}",))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA user_version = {int(newest)}")
        connection.exec_driver_sql("COMMIT")
    return aside


def _put_aside(path: Path, version: int) -> Path:
    for number in count(1):
        again = f" ({number})" if number > 1 else ""
        aside = path.with_name(f"{path.stem}.vóór-versie-{version}{again}{path.suffix}")
        if not aside.exists():
            break
    with (
        new_file(aside) as beside,
        closing(connect(path)) as old,
        closing(connect(beside, "rwc", durable=False)) as copy,
    ):
        old.backup(copy)
    return aside
