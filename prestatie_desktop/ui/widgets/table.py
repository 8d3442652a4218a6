"""The table every list of rows is shown in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QTableView,
    QWidget,
)

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.tokens import ROW, ROW_TALL, TABLE_HEAD
from prestatie_desktop.ui.widgets.cell_tip import CellTip
from prestatie_desktop.ui.widgets.cells import CellDelegate

Index = QModelIndex | QPersistentModelIndex
#: From a cell and what is typed in it to how that is read ("ten minste 65 woningen").
Reader = Callable[[Index, str], str]


class Table(QTableView):
    """Rows with hairlines between them, edited in place.

    Any key, F2, Enter or a double click edits; Enter keeps and goes down, Tab goes to the next
    cell, Esc restores; Ctrl+C copies for a spreadsheet. The Tab key leaves a table one is not
    editing. How a cell looks the model says with `CellRole.LOOK`.
    """

    #: Delete or Backspace outside an editor.
    clear_asked = Signal()
    #: Enter or a double click on a row that is not edited in place.
    opened = Signal(QModelIndex)

    def __init__(
        self,
        *,
        two_lines: bool = False,
        fit_rows: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`two_lines` makes rows taller; `fit_rows` shows all rows and leaves scrolling to the page."""
        super().__init__(parent)
        self._two_lines, self._fit_rows = two_lines, fit_rows
        self._widths: tuple[int, ...] = ()
        self._stretch = 0
        self._reader: Reader | None = None
        self._delegate = _Delegate(self)
        self._tip: CellTip | None = None
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(24)
        if fit_rows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(self._double_clicked)
        follow(self._restyle)

    def set_columns(self, widths: Sequence[int], *, stretch: int = 0) -> None:
        """Column widths at 100 % text; the room that is left goes to column `stretch`.

        Where they do not fit together, the table scrolls sideways.
        """
        self._widths, self._stretch = tuple(widths), stretch
        self._fit_columns()

    def set_reader(self, reader: Reader | None) -> None:
        """Show, while a cell is edited, how what is typed is read; nothing where it says ""."""
        self._reader = reader

    def tip(self) -> CellTip:
        """The word under the cell that is being edited."""
        if self._tip is None:
            self._tip = CellTip(self.window())
        return self._tip

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show other rows."""
        super().setModel(model)
        if model is not None:
            for told in (model.modelReset, model.rowsInserted, model.rowsRemoved):
                told.connect(self._resized)
            self._fit_columns()
            self._resized()

    def sizeHint(self) -> QSize:
        """As high as its rows, when it shows them all."""
        model: QAbstractItemModel | None = self.model()
        if not self._fit_rows or model is None:
            return super().sizeHint()
        rows = sum(self.rowHeight(at) for at in range(model.rowCount()))
        sideways = self.horizontalScrollBar()
        bar = theme().px(12) if sideways.maximum() > 0 else 0
        height = rows + self.horizontalHeader().height() + bar + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """It may be narrow: it scrolls sideways."""
        hint = super().minimumSizeHint()
        hint.setWidth(theme().px(160))
        if self._fit_rows:
            hint.setHeight(self.sizeHint().height())
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete and Ctrl+C; the rest is Qt's."""
        current = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            # The editor lets Enter through once it has had it.
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            if self._editable(current):
                self.edit(current)
            else:
                self.opened.emit(current)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter go down, as in any spreadsheet."""
        self._hide_tip()
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)

    def copy(self) -> None:
        """The selected cells to the clipboard, with tabs between them."""
        chosen = sorted(self.selectedIndexes(), key=lambda cell: (cell.row(), cell.column()))
        rows: dict[int, list[str]] = {}
        for cell in chosen:
            rows.setdefault(cell.row(), []).append(_copied(cell))
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows.values()))

    def edited(self, editor: QLineEdit, index: Index) -> None:
        """Called by the delegate for each new editor."""
        if self._reader is not None:
            cell = QPersistentModelIndex(index)
            editor.textEdited.connect(lambda text: self._read(editor, cell, text))

    def show_reading(self, editor: QWidget, index: Index) -> None:
        """Called by the delegate when the editor stands in its place."""
        if self._reader is not None and isinstance(editor, QLineEdit):
            self._read(editor, index, editor.text())

    def _read(self, editor: QWidget, index: Index, text: str) -> None:
        assert self._reader is not None
        if not editor.isVisible():
            return
        reading = self._reader(index, text)
        if not reading:
            self._hide_tip()
            return
        where = editor.rect()
        where.moveTopLeft(editor.mapTo(self.window(), where.topLeft()))
        self.tip().show_under(where, reading)
        editor.setAccessibleDescription(reading)

    def _hide_tip(self) -> None:
        if self._tip is not None:
            self._tip.hide()

    def _editable(self, index: QModelIndex) -> bool:
        on = self.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
        return on and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _double_clicked(self, index: QModelIndex) -> None:
        if not self._editable(index):
            self.opened.emit(index)

    def _fit_columns(self) -> None:
        model: QAbstractItemModel | None = self.model()
        if model is None or not self._widths:
            return
        widths = [theme().px(width) for width in self._widths[: model.columnCount()]]
        left = self.viewport().width() - sum(widths)
        if left > 0 and self._stretch < len(widths):
            widths[self._stretch] += left
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        self._resized()

    def _resized(self) -> None:
        if self._fit_rows:
            self.updateGeometry()

    def _restyle(self) -> None:
        self.setFont(theme().font("ui"))
        head = self.horizontalHeader()
        head.setFont(theme().font("ui", 600))
        head.setFixedHeight(theme().px(TABLE_HEAD))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        row = ROW_TALL if self._two_lines else ROW
        self.verticalHeader().setDefaultSectionSize(theme().px(row))
        self._fit_columns()
        self._resized()


def _copied(cell: QModelIndex) -> str:
    value = cell.data()
    return "" if value is None else str(value)


class _Delegate(CellDelegate):
    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        super().setEditorData(editor, index)
        if isinstance(editor, QLineEdit) and not editor.property("told"):
            editor.setProperty("told", True)
            self._table.edited(editor, index)
            cell = QPersistentModelIndex(index)
            # The view shows the editor only after this.
            QTimer.singleShot(0, editor, lambda: self._table.show_reading(editor, cell))
