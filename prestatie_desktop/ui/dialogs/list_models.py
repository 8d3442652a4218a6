"""The lists of a dossier as tables whose cells change it."""

import json
from abc import abstractmethod
from functools import cache
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.journal.edits import choices, commitments
from prestatie_desktop.paths import resources
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.dialogs.problem import refusals
from prestatie_desktop.ui.widgets.cells import CellRole
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)


class ListModel(QAbstractTableModel):
    """What both sorts of list share: cells that are edited through the bridge."""

    #: A cell was not taken over; the sentence says why.
    refused = Signal(str)

    heads: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    stretch = 0
    name = ""
    about = ""
    hint = ""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.rows: tuple[Any, ...] = self.read()

    @abstractmethod
    def read(self) -> tuple[Any, ...]:
        """The lines of the list as they are in the dossier."""

    @abstractmethod
    def cell(self, line: Any, column: int) -> str:
        """What stands in a cell: words, or the key of a choice."""

    @abstractmethod
    def write(self, line: Any, column: int, typed: str) -> object:
        """Change the dossier."""

    @abstractmethod
    def add(self, name: str) -> object:
        """Add a line; None when it was refused."""

    @abstractmethod
    def remove(self, at: int) -> object:
        """Take a line out; None when it was refused."""

    @abstractmethod
    def removal_words(self, at: int) -> str:
        """What is said once a line has been taken out."""

    def choices_of(self, _column: int) -> list[tuple[str, str]]:
        """Keys and words to choose from; none for free text."""
        return []

    def refresh(self) -> None:
        """Read again; the table keeps its cells where only their words changed."""
        rows = self.read()
        if [line.id for line in rows] == [line.id for line in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.heads) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return self.heads[section]
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What stands in a cell."""
        if not 0 <= index.row() < len(self.rows):
            return None
        words = self.choices_of(index.column())
        value = self.cell(self.rows[index.row()], index.column())
        if role == _EDIT:
            return value
        if role == _DISPLAY:
            return dict(words).get(value, value)
        return words if role == CellRole.CHOICES and words else None

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Change the dossier; what is refused stays as it was."""
        line = self.rows[index.row()]
        typed = str(value if value is not None else "")
        if role != _EDIT or typed == self.cell(line, index.column()):
            return False
        with refusals(self.desk.bridge) as heard:
            done = self.write(line, index.column(), typed)
        if heard:
            self.refused.emit(heard[0])
        return done is not None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be changed."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


class KindsModel(ListModel):
    """The tables: what they are called, their number, chapter, form and legal heading."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        self.heads = (tr("Tabel"), tr("Nummer"), tr("Thema"), tr("Regels"), tr("Kop in het bod"))
        self.widths = (170, 76, 160, 110, 190)
        self.stretch = 4
        self.name = tr("Tabellen")
        self.about = tr(
            "De tabellen met inzet, elk onder hun thema. De kop in het bod zegt welk onderdeel "
            "van de wet zij beantwoorden."
        )
        self.hint = tr("Naam van een nieuwe tabel")
        super().__init__(desk, parent)

    def read(self) -> tuple[CommitmentKind, ...]:
        """The tables in order."""
        return self.desk.dossier.all(CommitmentKind)

    def cell(self, line: CommitmentKind, column: int) -> str:
        """Label, number, theme, form, legal heading."""
        return (line.label, line.number, line.theme_id, line.form.value, line.legal)[column]

    def choices_of(self, column: int) -> list[tuple[str, str]]:
        """Themes, forms and legal headings."""
        if column == 2:
            themes = self.desk.dossier.all(Theme)
            named = [(t.id, f"{t.number} {t.short_title or t.title}") for t in themes]
            return [("", tr("Buiten de thema’s")), *named]
        if column == 3:
            return [(form.value, label(form)) for form in KindForm]
        return [("", tr("Geen")), *legal_headings()] if column == 4 else []

    def write(self, line: CommitmentKind, column: int, typed: str) -> object:
        """Change one field of a table."""
        field = ("label", "number", "theme_id", "form", "legal")[column]
        value = KindForm(typed) if field == "form" else " ".join(typed.split())
        return self.desk.bridge.do(commitments.edit_kind, line.id, **{field: value})

    def add(self, name: str) -> object:
        """A table of the dossier's own."""
        return self.desk.bridge.do(commitments.add_kind, name)

    def remove(self, at: int) -> object:
        """Take out a table with its rows."""
        return self.desk.bridge.do(commitments.remove_kind, self.rows[at].id)

    def removal_words(self, at: int) -> str:
        """Its rows went with it."""
        kind = self.rows[at]
        count = len(self.desk.dossier.of(Commitment, "kind_id", kind.id))
        words = {0: tr("Tabel {name} verwijderd"), 1: tr("Tabel {name} met 1 rij verwijderd")}
        more = tr("Tabel {name} met {count} rijen verwijderd")
        return words.get(count, more).format(name=kind.label, count=count)


class ChoicesModel(ListModel):
    """Classes: what they are called and how documents write them."""

    def __init__(self, desk: Desk, which: ChoiceList, parent: QObject | None = None) -> None:
        self._which = which
        self.heads = (tr("Klasse"), tr("Ook geschreven als"))
        self.widths = (250, 400)
        self.stretch = 1
        self.name = label(which)
        self.about = tr(
            "Waaruit rijen kiezen. Andere schrijfwijzen, met een puntkomma ertussen, worden bij "
            "typen en plakken herkend."
        )
        self.hint = tr("Naam van een nieuwe klasse")
        super().__init__(desk, parent)

    def read(self) -> tuple[Choice, ...]:
        """The classes of this list."""
        return tuple(c for c in self.desk.dossier.all(Choice) if c.list is self._which)

    def cell(self, line: Choice, column: int) -> str:
        """Label, or the other spellings."""
        return line.label if column == 0 else "; ".join(line.aliases)

    def write(self, line: Choice, column: int, typed: str) -> object:
        """Change how a class is called or recognised."""
        name = typed if column == 0 else line.label
        aliases = line.aliases if column == 0 else tuple(typed.split(";"))
        return self.desk.bridge.do(choices.edit_choice, line.id, label=name, aliases=aliases)

    def add(self, name: str) -> object:
        """A class of the dossier's own."""
        return self.desk.bridge.do(choices.add_choice, self._which, name)

    def remove(self, at: int) -> object:
        """Take a class out; rows keep what they say."""
        return self.desk.bridge.do(choices.remove_choice, self.rows[at].id)

    def removal_words(self, at: int) -> str:
        """Rows keep what they say."""
        return tr("Klasse {name} verwijderd").format(name=self.rows[at].label)


@cache
def legal_headings() -> tuple[tuple[str, str], ...]:
    """Key and words of the headings the law gives a bod."""
    text = (resources() / "legal" / "bod.json").read_text(encoding="utf-8")
    headings = json.loads(text)["versions"][-1]["headings"]
    return tuple((heading["key"], heading["label"]) for heading in headings)
