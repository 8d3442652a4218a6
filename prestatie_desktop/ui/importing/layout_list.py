"""The tables of a source, each with what it holds and whether that is sure."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from prestatie_desktop.importing.reading import TableUse
from prestatie_desktop.ui.importing.fates import TO_CHECK, sureness
from prestatie_desktop.ui.importing.layout_choices import Sheet
from prestatie_desktop.ui.importing.row_list import RowList
from prestatie_desktop.ui.importing.said import kind_label
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import RIGHT, hairline, width_of, words
from prestatie_desktop.words.importing import use_name
from prestatie_desktop.words.translation import tr

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_ROW = 52
_GLYPHS = {
    TableUse.AGREEMENTS: "format-list-numbered",
    TableUse.PROJECTS: "home-plus-outline",
    TableUse.FIGURES: "chart-box-outline",
    TableUse.SIGNATORIES: "draw-pen",
    TableUse.TEXT: "text-box-outline",
    TableUse.NOTHING: "minus-circle-outline",
}


class LayoutModel(QAbstractListModel):
    """The tables in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheets: list[Sheet] = []

    def show(self, sheets: list[Sheet]) -> None:
        """Show another reading; the cursor stays."""
        if len(sheets) == len(self.sheets):
            self.sheets = sheets
            if sheets:
                self.dataChanged.emit(self.index(0), self.index(len(sheets) - 1))
            return
        self.beginResetModel()
        self.sheets = sheets
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many tables."""
        return 0 if parent.isValid() else len(self.sheets)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """A table in words."""
        sheet = self.sheets[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return sheet_title(sheet)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            state = sureness(sure=sheet.layout.sure).word
            return ". ".join((sheet_title(sheet), sheet_words(sheet), state))
        return None


class LayoutList(RowList):
    """Two lines for each table."""

    def __init__(self, model: LayoutModel, parent: QWidget | None = None) -> None:
        self._model = model
        super().__init__(model, tr("Tabellen"), parent)
        self.setProperty("k", "bare")

    def guesses(self, _width: int) -> Iterable[int]:
        """All the same."""
        return (theme().px(_ROW) for _ in self._model.sheets)

    def measured(self, _row: int, _width: int) -> int:
        """All the same."""
        return theme().px(_ROW)

    def paint_row(self, painter: QPainter, row: int, rect: QRectF) -> None:
        """Title, what it holds, and a sign where that is to be checked."""
        px, sheet = theme().px, self._model.sheets[row]
        if self.selectionModel().isSelected(self._model.index(row)):
            painter.fillRect(rect, theme().colour("select"))
        hairline(painter, rect.bottomLeft(), rect.bottomRight())
        glyph = QRectF(rect.left() + px(12), rect.top(), px(22), rect.height())
        paint_glyph(painter, glyph, _GLYPHS[sheet.layout.use], "ink2", size=20)
        state, small = sureness(sure=sheet.layout.sure), theme().font("small")
        wide = width_of(TO_CHECK.word, theme().font("small", 600)) + px(10)
        room = rect.adjusted(px(44), px(6), -px(36), 0)
        upper, lower = QRectF(room), QRectF(room)
        upper.setHeight(px(21))
        lower.setTop(upper.bottom())
        lower.setHeight(px(19))
        words(painter, upper, sheet_title(sheet), theme().font("ui", 600), "ink")
        if not sheet.layout.sure:
            font = theme().font("small", 600)
            words(painter, lower.adjusted(0, 0, px(4), 0), state.word, font, "warn", align=RIGHT)
            lower.setRight(lower.right() - wide)
        words(painter, lower, sheet_words(sheet), small, "ink3")
        end = QRectF(rect.right() - px(32), rect.top(), px(20), rect.height())
        paint_glyph(painter, end, state.glyph, state.tone, size=18)


def sheet_title(sheet: Sheet) -> str:
    """The heading above a table, or the name of its sheet."""
    title = sheet.layout.title or sheet.table.title
    return title or tr("Tabel {number}").format(number=sheet.number)


def sheet_words(sheet: Sheet) -> str:
    """What it holds and how many rows: "Inzet: Nieuwbouw · 9 rijen"."""
    layout = sheet.layout
    first = 0 if layout.head is None else layout.head + 1
    use = use_name(layout.use.value)
    if layout.use is TableUse.PROJECTS and layout.kind:
        use = f"{use}: {kind_label(layout.kind)}"
    count = max(0, len(sheet.table.rows) - first)
    rows = tr("1 rij") if count == 1 else tr("{count} rijen").format(count=count)
    return f"{use}  ·  {rows}"
