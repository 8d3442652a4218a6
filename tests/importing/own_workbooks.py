"""Workbooks of our own, as people leave them."""

import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from prestatie_desktop.domain.agreement import Agreement, RoleKind
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.quantity import alternatives
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.errors import UserError
from prestatie_desktop.exchange.json_export import status_of
from prestatie_desktop.exchange.xlsx_export import write_xlsx
from prestatie_desktop.filling.template import new_dossier, next_year
from prestatie_desktop.importing.own_workbook import (
    OwnWorkbook,
    compare_own_workbook,
    read_own_workbook,
)
from prestatie_desktop.journal.change import apply_all
from prestatie_desktop.journal.edits import agreements, commitments, parties
from prestatie_desktop.words.workbook.keeping import left_behind
from prestatie_desktop.words.workbook.sheets import SHEETS
from tests.building import agreement, full_session, party, project

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


def everything() -> Dossier:
    """Something of every sort, with what is hard to bring back."""
    session = full_session()
    dossier, commit = session.dossier, session.commit
    first, row = agreement(session, "1.7"), project(session, "Kerkveld")
    link = f'<a href="item:{first.id}"><b>1.7</b></a>'
    rich = f"<p>Zie {link} en<br/>ook m<sup>2</sup>.</p><ul><li>een</li><li>twee</li></ul>"
    commit(agreements.set_text(dossier, agreement(session, "2.1").id, rich))
    commit(agreements.set_number(dossier, first.id, "1.8"))
    values = {"homes": "1,581", "year:2026": "+65", "year:2028": "pm", "daeb": "daeb"}
    commit(commitments.set_values(dossier, row.id, values))
    reading = alternatives("1,581")[0]
    commit(commitments.confirm_reading(dossier, row.id, "homes", reading))
    commit(
        parties.edit_party(dossier, party(session, "Woonhuis").id, aliases=("WH", "Huis; thuis"))
    )
    return session.dossier


def number(dossier: Dossier, wanted: str) -> Agreement:
    return next(a for a in dossier.all(Agreement) if a.number == wanted)


def named(dossier: Dossier, name: str) -> Party:
    return next(p for p in dossier.parties if p.name == name)


def at(dossier: Dossier, location: str) -> Commitment:
    return next(c for c in dossier.all(Commitment) if c.location == location)


def roles_at(dossier: Dossier, item_id: Id) -> set[tuple[str, RoleKind]]:
    names = {one.id: one.name for one in dossier.parties}
    names |= {one.id: one.name for one in dossier.all(PartyGroup)}
    return {(names[role.party_id], role.kind) for role in dossier.roles_of(item_id)}


def change(path: Path, title: str, key: str, text: str, **values: Any) -> Path:
    """Type values in the row that has `text` in its column `key`."""

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, title)
        put(sheet, row_of(sheet, key, text), **values)

    return edited(path, edit)


def refusal(path: Path, into: Dossier) -> str:
    before = into.copy()
    with pytest.raises(UserError) as caught:
        read_own_workbook(path, into)
    assert into == before
    return str(caught.value)
