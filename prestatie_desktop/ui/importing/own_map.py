"""How this user reads tables of layouts he met before, kept in his own folder."""

import logging
from dataclasses import replace
from pathlib import Path

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.decisions import NOTHING_DECIDED, Decisions
from prestatie_desktop.ui.settings import Settings


def own_map(settings: Settings) -> Decisions:
    """The layouts that are remembered; nothing when there are none or they cannot be read."""
    path = _path(settings)
    if not path.exists():
        return NOTHING_DECIDED
    from prestatie_desktop.importing.map_file import read_map

    try:
        return replace(NOTHING_DECIDED, columns=read_map(path).columns)
    except UserError as error:
        # What is remembered only saves work; an import goes on without it.
        logging.getLogger("prestatie_desktop").warning("own map not read: %s", error)
        return NOTHING_DECIDED


def remember_columns(settings: Settings, decisions: Decisions) -> None:
    """Remember how these tables were read, beside those of before."""
    from prestatie_desktop.importing.map_file import write_map

    known = own_map(settings).columns
    columns = {**known, **decisions.columns}
    if columns == known:
        return
    try:
        write_map(replace(NOTHING_DECIDED, columns=columns), _path(settings))
    except (UserError, OSError) as error:
        logging.getLogger("prestatie_desktop").warning("own map not written: %s", error)


def _path(settings: Settings) -> Path:
    return settings.folder / "importkaart.json"
