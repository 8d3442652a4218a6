"""Workbooks of our own, as people leave them."""

import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.exchange.json_export import status_of
from prestatie_desktop.exchange.xlsx_export import write_xlsx
from prestatie_desktop.filling.template import new_dossier, next_year
from prestatie_desktop.importing.own_workbook import OwnWorkbook, compare_own_workbook
from prestatie_desktop.journal.change import apply_all
from prestatie_desktop.words.workbook.keeping import left_behind
from prestatie_desktop.words.workbook.sheets import SHEETS

TRAVELLING = tuple(sheet.sort for sheet in SHEETS)


def exported(dossier: Dossier, folder: Path) -> Path:
    """A new workbook of a dossier."""
    path = folder / "werkboek.xlsx"
    write_xlsx(dossier, path)
    return path


def edited(path: Path, edit: Callable[[Workbook], object]) -> Path:
    """The workbook after somebody opened it, did something and saved it."""
    workbook = load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


def with_shared_strings(path: Path) -> Path:
    """The workbook as Excel saves it: every text in a table of its own."""
    texts: dict[str, int] = {}

    def shared(found: re.Match[str]) -> str:
        at = texts.setdefault(found[2], len(texts))
        return f'{found[1]} t="s"><v>{at}</v></c>'

    old = path.with_suffix(".oud")
    shutil.move(path, old)
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            if name.startswith("xl/worksheets/sheet"):
                inline = r'(<c [^>]*?) t="inlineStr"><is>(.*?)</is></c>'
                text = re.sub(inline, shared, text, flags=re.DOTALL)
            if name == "[Content_Types].xml":
                text = text.replace("</Types>", _SHARED_TYPE + "</Types>")
            if name == "xl/_rels/workbook.xml.rels":
                text = text.replace("</Relationships>", _SHARED_RELATION + "</Relationships>")
            target.writestr(name, text)
        items = "".join(f"<si>{text}</si>" for text in texts)
        target.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">{items}</sst>')
    return path


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHARED_TYPE = (
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_SHARED_RELATION = (
    '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'sharedStrings" Target="/xl/sharedStrings.xml" Id="rIdShared"/>'
)


def sheet_of(workbook: Workbook, title: str) -> Worksheet:
    """A sheet by its title."""
    found = workbook[title]
    assert isinstance(found, Worksheet)
    return found


def column_of(sheet: Worksheet, title: str, head: int = 1) -> int:
    """Which column has this title."""
    return [cell.value for cell in sheet[head]].index(title) + 1


def row_of(sheet: Worksheet, title: str, text: str) -> int:
    """The row with this text under this title."""
    at = column_of(sheet, title)
    return [row[at - 1].value for row in sheet.rows].index(text) + 1


def put(sheet: Worksheet, row: int, **values: Any) -> None:
    """Type values in a row; `_` stands for a blank in a title."""
    for title, value in values.items():
        sheet.cell(row, column_of(sheet, title.replace("_", " "))).value = value


def append(sheet: Worksheet, **values: Any) -> int:
    """Type a new row under the last."""
    row = sheet.max_row + 1
    put(sheet, row, **values)
    return row


def drop_columns(sheet: Worksheet, *titles: str) -> None:
    """Take columns out."""
    for title in titles:
        sheet.delete_cols(column_of(sheet, title))


def taken(path: Path, into: Dossier) -> tuple[Dossier, OwnWorkbook]:
    """The dossier after a workbook was read into it."""
    found = compare_own_workbook(path, into)
    after = into.copy()
    for act in found.acts:
        apply_all(after, act.changes)
    return after, found


def travelled(dossier: Dossier) -> dict[str, tuple[Entity, ...]]:
    """Everything that a workbook holds, without what it leaves behind."""
    names = {cls: name for name, cls in SORTS.items()}
    found: dict[str, tuple[Entity, ...]] = {
        names[sort]: tuple(replace(one, **left_behind(one)) for one in dossier.all(sort))
        for sort in TRAVELLING
    }
    # The status as everybody sees it: what was signed stays behind.
    return {**found, "agreement_set": (replace(dossier.set, status=status_of(dossier)),)}


def pristine() -> Dossier:
    """A new dossier with the standard lists."""
    dossier = Dossier()
    apply_all(dossier, new_dossier(next_year()).changes)
    return dossier
