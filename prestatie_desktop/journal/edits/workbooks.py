"""Taking over what somebody changed in a workbook."""

from collections.abc import Iterable
from dataclasses import replace

from prestatie_desktop.journal.change import Change
from prestatie_desktop.journal.edits.making import act
from prestatie_desktop.journal.session import Act


def take_workbook(name: str, changes: Iterable[Change], *, starts: bool = False) -> Act:
    """Everything that a workbook changes, as one step. `starts` when the dossier begins with it."""
    return replace(act("take_workbook", *changes, about=name), starts=starts)
