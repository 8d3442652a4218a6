"""A dossier as a workbook: to read, filter and fill in with a spreadsheet, and to read in again.

docs/workbook.md describes every sheet; `importing/own_workbook.py` is the way back.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.words.translation import tr

#: Tells how far the work is: what is being done, how many sheets are ready, how many there are.
Step = Callable[[str, int, int], None]

#: Rows for parties to come, in the lists to choose from.
_MORE_PARTIES = 100


def write_xlsx(
    dossier: Dossier, path: Path, step: Step = lambda _text, _done, _total: None
) -> None:
    """Write the workbook to a file, whole or not at all; an older file makes place for it.

    Raises UserError when it cannot be written.
    """
    from prestatie_desktop.storage.failures import NOTHING_WRITTEN, told_in_dutch
    from prestatie_desktop.storage.placing import new_file

    with new_file(path, overwrite=True) as beside, told_in_dutch(path, NOTHING_WRITTEN):
        beside.write_bytes(workbook_bytes(dossier, step))


def workbook_bytes(dossier: Dossier, step: Step = lambda _text, _done, _total: None) -> bytes:
    """The workbook. The same dossier gives the same bytes."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    from prestatie_desktop.exchange.xlsx_look import add_styles
    from prestatie_desktop.exchange.xlsx_rows import grids
    from prestatie_desktop.exchange.xlsx_sheets import add_mark, add_sheet
    from prestatie_desktop.exchange.xlsx_zip import SettledZip
    from prestatie_desktop.words.workbook.sheets import SHEETS
    from prestatie_desktop.words.workbook.texts import visible

    workbook = Workbook(write_only=True)
    add_styles(workbook)
    title = visible(dossier.set.title)
    about = workbook.properties
    about.creator, about.title = "Prestatie Desktop", title
    workbook.calculation.fullCalcOnLoad = False
    last_party = len(dossier.parties) + 1 + _MORE_PARTIES
    for done, grid in enumerate(grids(dossier)):
        step(tr("Blad {name}").format(name=grid.sheet.title), done, len(SHEETS))
        add_sheet(workbook, grid, title, last_party)
    add_mark(workbook)
    written = BytesIO()
    ExcelWriter(workbook, SettledZip(written, "w")).save()
    return written.getvalue()
