"""Lists to choose from in the cells of a workbook, and a word where several names may stand."""

from collections.abc import Iterator

from openpyxl.worksheet.datavalidation import DataValidation

from prestatie_desktop.domain.party import Party
from prestatie_desktop.words.workbook.forms import Column, Form
from prestatie_desktop.words.workbook.naming import UNITS
from prestatie_desktop.words.workbook.sheets import PARTIES
from prestatie_desktop.words.workbook.showing import choice_name

#: Excel takes no longer list.
_LONGEST_LIST = 255
_SEVERAL = {Form.SEVERAL, Form.ROLES, Form.LIST}


def choosing(column: Column, cells: str, last_party: int) -> Iterator[DataValidation]:
    """What helps to fill in these cells (`C2:C500`) of a column."""
    words = _words(column)
    if words and len(words) <= _LONGEST_LIST - 2:
        found = DataValidation(
            type="list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True
        )
        found.error, found.errorTitle = "Kies een waarde uit de lijst.", column.title
        yield _at(found, cells)
    elif column.sorts == (Party,) and column.form is Form.ONE:
        names = f"'{PARTIES.title}'!$A$2:$A${last_party}"
        yield _at(DataValidation(type="list", formula1=names, showErrorMessage=False), cells)
    elif column.form in _SEVERAL:
        found = DataValidation(showErrorMessage=False, showInputMessage=True)
        found.prompt, found.promptTitle = "Meer namen? Zet er een puntkomma tussen.", column.title
        yield _at(found, cells)


def _words(column: Column) -> str:
    if column.choices is not None:
        return ",".join(choice_name(choice) for choice in column.choices)
    if column.form is Form.FLAG:
        return "ja,nee"
    return ",".join(UNITS.values()) if column.form is Form.UNIT else ""


def _at(found: DataValidation, cells: str) -> DataValidation:
    found.add(cells)
    return found
