"""What somebody typed in a cell of a workbook, as a value of its field."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from prestatie_desktop.domain.agreement import MAX_TEXT, Agreement
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.quantity import EMPTY, Quantity, read
from prestatie_desktop.domain.richtext import parse, to_html
from prestatie_desktop.domain.richtext_clean import clean_plain
from prestatie_desktop.domain.series import Series, SeriesColumn
from prestatie_desktop.domain.signing import SigningScope
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.own_workbook_file import wrong
from prestatie_desktop.importing.own_workbook_matching import Match
from prestatie_desktop.importing.own_workbook_names import Called, Sorts
from prestatie_desktop.journal.edits.making import line, lines, numbered, rich
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.labels import in_sentence
from prestatie_desktop.words.translation import tr
from prestatie_desktop.words.workbook.forms import Column, Form
from prestatie_desktop.words.workbook.keeping import read_split
from prestatie_desktop.words.workbook.naming import UNITS, figure_names, legal_names, names
from prestatie_desktop.words.workbook.sheets import SHEETS
from prestatie_desktop.words.workbook.showing import choice_name
from prestatie_desktop.words.workbook.texts import folded

_DAY = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})")
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_LONG_DAY = re.compile(r"(?P<day>\d{1,2}) (?P<name>[a-z]+) (?P<year>\d{4})", re.IGNORECASE)
_MONTHS = {long_date(date(2000, month, 1)).split()[1]: month for month in range(1, 13)}
_YES, _NO = {"ja", "j", "x", "waar", "1"}, {"", "nee", "n", "onwaar", "0"}
_BETWEEN = re.compile(r"[;\n]")
_KEY = re.compile(r"[a-z]+(?:_[a-z]+)+")
_MAX_FIGURE = MAX_TEXT // 100
_SCOPES: dict[str, Sorts] = {
    SigningScope.THEME.value: (Theme,),
    SigningScope.ITEM.value: (Agreement, Commitment),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that was typed: of which row and column, in which dossier, and who is called what."""

    match: Match
    column: Column
    draft: Dossier
    called: Called
    #: Of a number that names no unit itself.
    unit: str = "homes"

    @property
    def text(self) -> str:
        """What it shows."""
        return str(self.match.cells.get(self.column.key, ""))

    def wrong(self, what: str) -> UserError:
        """What is wrong with it, in a sentence that says where it is."""
        return wrong(self.match.sheet, self.match.address(self.column.key), what)


def typed_value(cell: Cell) -> Any:
    """The value of a cell. Raises UserError, with its place, for what cannot be one."""
    if cell.column.required and not cell.text.strip():
        raise cell.wrong(
            tr("in kolom “{title}” mag niet niets staan").format(title=cell.column.title)
        )
    try:
        return _READERS[cell.column.form](cell)
    except UserError as error:
        raise cell.wrong(in_sentence(str(error)).rstrip(".")) from error


def _refused(cell: Cell, what: str, **named: object) -> UserError:
    return UserError(tr(what).format(text=cell.text, title=cell.column.title, **named))


def _what(cell: Cell) -> str:
    return tr("Wat in kolom “{title}” staat").format(title=cell.column.title)


def _list(cell: Cell) -> tuple[str, ...]:
    return tuple(word for part in _BETWEEN.split(cell.text) if (word := line(part, _what(cell))))


def _rich(cell: Cell) -> str:
    """The text that was typed; a paragraph that is as it was keeps its bold and its references."""
    old = getattr(cell.match.existing, cell.column.key, "")
    runs = {block.text: block.runs for block in parse(old)}
    blocks = parse(clean_plain(cell.text))
    kept = tuple(replace(block, runs=runs.get(block.text, block.runs)) for block in blocks)
    return rich(to_html(kept), _what(cell))


def _choice(cell: Cell) -> StrEnum | None:
    choices = cell.column.choices
    assert choices is not None
    word = folded(cell.text)
    if not word:
        return choices(cell.column.otherwise) if cell.column.otherwise else None
    for choice in choices:
        if word in {folded(choice_name(choice)), folded(choice.value)}:
            return choice
    known = ", ".join(choice_name(choice) for choice in choices)
    raise _refused(cell, "“{text}” kan niet in kolom “{title}”; kies uit: {known}", known=known)


def _flag(cell: Cell) -> bool:
    word = folded(cell.text)
    if word in _YES | _NO:
        return word in _YES
    raise _refused(cell, "“{text}” kan niet in kolom “{title}”; kies ja of nee")


def _day(cell: Cell) -> date | None:
    value = cell.match.cells.get(cell.column.key, "")
    if isinstance(value, date):
        return value
    if not value.strip():
        return None
    for pattern in (_DAY, _ISO_DAY, _LONG_DAY):
        if found := pattern.fullmatch(value.strip()):
            parts = found.groupdict()
            month = parts.get("month") or _MONTHS.get(parts.get("name", "").lower(), 0)
            try:
                return date(int(parts["year"]), int(month), int(parts["day"]))
            except ValueError:
                break
    raise _refused(cell, "“{text}” is geen datum; schrijf bijvoorbeeld 28-2-2026")


def _year(cell: Cell) -> int:
    text = cell.text.strip()
    if not (text.isdecimal() and len(text) == 4):
        raise _refused(cell, "“{text}” is geen jaar; schrijf bijvoorbeeld 2026")
    return int(text)


def _quantity(cell: Cell) -> Quantity:
    raw = _raw(cell)
    return read(raw, cell.unit) if raw else EMPTY


def _raw(cell: Cell) -> str:
    if len(cell.text) > _MAX_FIGURE:
        raise _refused(
            cell,
            "hier staan meer dan 1.000 tekens; zet een langere toelichting in de kolom Toelichting",
        )
    return "".join(c if c.isprintable() else " " for c in cell.text).strip()


def _unit(cell: Cell) -> str:
    word = folded(cell.text)
    if not word:
        return cell.column.otherwise
    for unit, words in UNITS.items():
        if word in {words, unit}:
            return unit
    known = ", ".join(UNITS.values())
    raise _refused(cell, "“{text}” kan niet in kolom “{title}”; kies uit: {known}", known=known)


def _reference(cell: Cell) -> Id:
    sorts = cell.column.sorts
    if cell.column.key == "target_id":
        scope = cell.match.cells.get("scope", "")
        sorts = _sorts_of(str(scope))
    if not sorts or not cell.text.strip():
        return ""
    return _named(cell, sorts, cell.text)


def _sorts_of(scope: str) -> Sorts:
    found = (s for s in SigningScope if folded(scope) in {folded(choice_name(s)), s.value})
    return _SCOPES.get(next(found, SigningScope.DEFAULT).value, ())


def _named(cell: Cell, sorts: Sorts, name: str) -> Id:
    found = cell.called.ids(sorts, name)
    if len(found) == 1:
        return found.pop()
    if found:
        raise _refused(cell, "“{name}” kan op meer dan één plaats slaan", name=name.strip())
    where = " of ".join(f"“{title}”" for title in _sheets_of(sorts))
    raise _refused(
        cell,
        "“{name}” staat niet op blad {where}; voeg het daar toe of verbeter de naam",
        name=name.strip(),
        where=where,
    )


def _sheets_of(sorts: Sorts) -> tuple[str, ...]:
    return tuple(sheet.title for sheet in SHEETS if sheet.sort in sorts)


def references(cell: Cell) -> tuple[Id, ...]:
    """Everything that is named in a cell, each once."""
    parts = (part for part in _BETWEEN.split(cell.text) if part.strip())
    return tuple(dict.fromkeys(_named(cell, cell.column.sorts, part) for part in parts))


def _legal(cell: Cell) -> str:
    known = legal_names(cell.match.sheet.sort)
    word = folded(cell.text)
    if not word:
        return ""
    for key, name in known.items():
        if word in {folded(name), folded(key)}:
            return key
    if _KEY.fullmatch(word):
        # A part of a law that is no longer in force, or not yet.
        return word
    words = ", ".join(known.values())
    raise _refused(cell, "“{text}” kan niet in kolom “{title}”; kies uit: {known}", known=words)


def _figures(cell: Cell) -> tuple[SeriesColumn, ...]:
    """The columns of a table of figures: those that it has, and new ones."""
    series = cell.match.existing
    old: dict[str, SeriesColumn] = {}
    if isinstance(series, Series):
        by_key = {column.key: column for column in series.columns}
        titles = figure_names(series, names(cell.draft))
        old = {folded(title): by_key[key] for title, key in titles.items()}
    named = _list(cell)
    if len({folded(name) for name in named}) < len(named):
        raise _refused(cell, "in “{text}” staat een kolom twee keer")
    return tuple(old.get(folded(name)) or _new_column(cell, name) for name in named)


def _new_column(cell: Cell, name: str) -> SeriesColumn:
    parties = cell.called.ids((Party,), name)
    return SeriesColumn(new_id(), name, parties.pop() if len(parties) == 1 else "")


_READERS: dict[Form, Callable[[Cell], Any]] = {
    Form.LINE: lambda cell: line(cell.text, _what(cell)),
    Form.LINES: lambda cell: lines(cell.text, _what(cell)),
    Form.NUMBER: lambda cell: numbered(cell.text),
    Form.RICH: _rich,
    Form.LIST: _list,
    Form.CHOICE: _choice,
    Form.FLAG: _flag,
    Form.DAY: _day,
    Form.YEAR: _year,
    Form.QUANTITY: _quantity,
    Form.UNIT: _unit,
    Form.SPLIT: lambda cell: read_split(cell.draft, cell.column, _raw(cell)),
    Form.ONE: _reference,
    Form.SEVERAL: references,
    Form.LEGAL: _legal,
    Form.FIGURES: _figures,
    Form.ROLES: references,
}
