"""A sheet of a workbook: its heading stays in sight, its columns filter, its print has titles."""

from collections.abc import Iterable
from typing import cast

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from prestatie_desktop.exchange.xlsx_cells import Place, Table, cell, head, table, text
from prestatie_desktop.exchange.xlsx_choosing import choosing
from prestatie_desktop.exchange.xlsx_look import DAY, HEAD, HIDDEN, LABEL, RAW, REMARK
from prestatie_desktop.exchange.xlsx_rows import Grid
from prestatie_desktop.words.workbook.sheets import MARK, UPRIGHT, VERSION

#: Rows below the last that are ready to be filled in.
_ROOM = 200
#: Characters that fit on the width of an A4 and stay legible; wider sheets go on an A3.
_A4 = 180
_PAPERS = {False: 9, True: 8}
_FEW = 4

_EXPLANATION = """\
Over dit werkboek
Het is gemaakt met Prestatie Desktop. U kunt hierin wijzigen en aanvullen en het daarna weer \
inlezen met Bestand → Importeren; het programma laat eerst zien wat er verandert.
Een nieuwe rij zet u onder de laatste of ertussen. Wie een rij weghaalt, haalt daarmee niets uit \
het dossier: verwijderen doet u in het programma.
Partijen, thema’s en afspraken noemt u zoals ze op hun eigen blad heten. Staan er meer namen in \
een cel, zet er dan een puntkomma tussen.
Aantallen schrijft u zoals ze bedoeld zijn: 40, circa 10, +65, 3 (van de 7), pm.
Rechts staan twee verborgen kolommen, exact en id. Laat ze staan: daarmee komt alles precies \
terug waar het hoort."""


def add_sheet(workbook: Workbook, grid: Grid, title: str, last_party: int) -> None:
    """Add the sheet of a grid. `title` of the dossier stands at the foot of its pages."""
    # The sheet of a write-only workbook takes the same settings.
    sheet = cast("Worksheet", workbook.create_sheet(grid.sheet.title))
    _set_up_pages(sheet, title)
    if grid.sheet.upright:
        _write_upright(sheet, grid, last_party)
    else:
        _write(sheet, grid, last_party)


def add_mark(workbook: Workbook) -> None:
    """Add the hidden sheet by which the workbook is known."""
    sheet = cast("Worksheet", workbook.create_sheet(f"{MARK}{VERSION}"))
    sheet.sheet_state = "hidden"
    said = "Aan dit blad herkent Prestatie Desktop het werkboek. Laat het staan."
    sheet.append([text(sheet, said, REMARK)])


def _set_up_pages(sheet: Worksheet, title: str) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    foot = sheet.oddFooter
    assert foot is not None
    foot.left.text = title[:100].replace("&", "&&")
    foot.center.text = "&A"
    foot.right.text = "Bladzijde &P van &N"


def _write(sheet: Worksheet, grid: Grid, last_party: int) -> None:
    whole = table(grid)
    last = len(whole.rows) + 1
    shown_width = sum(place.width for place in whole.places if not place.hidden)
    sheet.page_setup.paperSize = _PAPERS[shown_width > _A4]
    sheet.print_title_rows = "1:1"
    sheet.freeze_panes = f"{get_column_letter(_frozen(grid) + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(whole.places))}{max(last, 2)}"
    _set_up_columns(sheet, whole.places)
    _help(sheet, grid, whole, last + _ROOM, last_party)
    sheet.append([head(sheet, place.title) for place in whole.places])
    for row in whole.rows:
        sheet.append(
            [cell(sheet, value, p.style) for value, p in zip(row, whole.places, strict=True)]
        )


def _frozen(grid: Grid) -> int:
    """How many columns stay in sight: those that tell the rows apart."""
    if len(grid.columns) <= _FEW:
        return 0
    known = set(grid.sheet.known_by)
    return next((at for at, c in enumerate(grid.columns) if c.key not in known), 0)


def _set_up_columns(sheet: Worksheet, places: Iterable[Place]) -> None:
    for at, place in enumerate(places, start=1):
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width = place.width
        dimension.hidden = place.hidden
        # What is typed in an empty row is kept as it is typed too.
        dimension.number_format = {RAW: "@", HIDDEN: "@", DAY: "d-m-yyyy"}.get(
            place.style, "General"
        )


def _help(sheet: Worksheet, grid: Grid, whole: Table, last: int, last_party: int) -> None:
    letters = {place.title: get_column_letter(at) for at, place in enumerate(whole.places, 1)}
    for column in grid.columns:
        letter = letters[column.title]
        for found in choosing(column, f"{letter}2:{letter}{last}", last_party):
            sheet.data_validations.append(found)


def _write_upright(sheet: Worksheet, grid: Grid, last_party: int) -> None:
    whole = table(grid)
    sheet.page_setup.paperSize = _PAPERS[False]
    sheet.freeze_panes = "B2"
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].width = 70
    for at, place in enumerate(whole.places, start=2):
        sheet.row_dimensions[at].hidden = place.hidden
    for at, column in enumerate(grid.columns, start=2):
        for found in choosing(column, f"B{at}", last_party):
            sheet.data_validations.append(found)
    sheet.append([text(sheet, title, HEAD) for title in UPRIGHT])
    for place, value in zip(whole.places, whole.rows[0], strict=True):
        style = HIDDEN if place.hidden else place.style
        sheet.append([text(sheet, place.title, LABEL), cell(sheet, value, style)])
    for line in ("", *_EXPLANATION.split("\n")):
        sheet.append([text(sheet, "", REMARK), text(sheet, line, REMARK)])
