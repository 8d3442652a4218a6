"""A table one works in as in a spreadsheet: paste, fill, sort, add and remove rows by key."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QMenu,
    QWidget,
)

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.quantity import Unknown
from prestatie_desktop.errors import UserError
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.ui.look.paint import painting, width_of
from prestatie_desktop.ui.look.tokens import ROW, ROW_TALL, TABLE_HEAD
from prestatie_desktop.ui.models.grid import Grid, Head, Index
from prestatie_desktop.ui.models.tsv import from_tsv, to_tsv
from prestatie_desktop.ui.panels.row_drag import RowDrag
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.words.quantities import describe
from prestatie_desktop.words.translation import tr

#: A longer table scrolls inside itself.
MOST_ROWS = 40
#: Columns of words may become this much narrower before the table scrolls sideways.
_LEAST_SHARE = 0.76

_Keys = QKeySequence.StandardKey
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SAME = {Qt.Key.Key_Enter: Qt.Key.Key_Return, Qt.Key.Key_Backspace: Qt.Key.Key_Delete}
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GridTable(Table):
    """Shows a Grid.

    Ctrl+V pastes cells, Ctrl+D fills down, Ctrl+Enter adds a row, Ctrl+Delete removes rows,
    Alt+Up and Alt+Down move a row, Alt+Enter asks how a number is meant.
    """

    #: Another row is the current one; "" for none.
    row_chosen = Signal(str)
    #: Rows were removed: how many.
    removed = Signal()
    add_asked = Signal()

    def __init__(
        self, grid: Grid, *, name: str, two_lines: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(two_lines=two_lines, fit_rows=True, name=name, parent=parent)
        self._tall = ROW_TALL if two_lines else ROW
        self.grid = grid
        #: Adds to the menu what only this sort of table can do with the current row.
        self.more_of: Callable[[QMenu, Id], None] = lambda _menu, _row: None
        self.columns_menu: Callable[[QMenu], None] | None = None
        self._editor: QLineEdit | None = None
        #: What was typed in a cell and refused.
        self._refused: tuple[QPersistentModelIndex, str] | None = None
        self._kept: tuple[Id, str] = ("", "")
        self.setModel(grid)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._sort)
        self.set_reader(self._reading)
        self.clear_asked.connect(self._clear)
        grid.modelAboutToBeReset.connect(self._before_reset)
        grid.modelReset.connect(self._after_reset)
        grid.bridge.flushing.connect(self.flush)
        self._drag = RowDrag(self, grid.move)
        self._share_columns()

    # What it is

    def sizeHint(self) -> QSize:
        """As high as its rows, up to a height at which it scrolls inside itself."""
        rows = min(self.grid.rowCount(), MOST_ROWS)
        sideways = self.horizontalScrollBar()
        bar = theme().px(12) if sideways.maximum() > 0 else 0
        head = theme().px(TABLE_HEAD)
        height = rows * theme().px(self._tall) + head + bar + 2 * self.frameWidth()
        return QSize(theme().px(400), height)

    def chosen_rows(self) -> list[int]:
        """The rows in which something is selected."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def chosen_cells(self) -> list[tuple[int, int]]:
        """The selected cells, or the current one."""
        cells = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        current = self.currentIndex()
        return cells or ([(current.row(), current.column())] if current.isValid() else [])

    def go_to(self, row_id: Id, key: str = "") -> bool:
        """Make a cell the current one; False when its row is not shown."""
        at = self.grid.row_of(row_id)
        if at < 0:
            return False
        column = max(0, self.grid.column_of(key)) if key else 0
        index = self.grid.index(at, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep the keys of a spreadsheet from the window's own commands."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._own_key(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet; the rest is the table's."""
        done = None
        if self.state() != QAbstractItemView.State.EditingState:
            done = self._own_key(event)
        if done is None:
            super().keyPressEvent(event)
        else:
            done()
            event.accept()

    def _own_key(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.matches(_Keys.Copy):
            return self.copy
        if event.matches(_Keys.Paste):
            return self.paste
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == _ALT and key in _UP_DOWN:
            return partial(self.move_row, _UP_DOWN[Qt.Key(key)])
        key = _SAME.get(Qt.Key(key), Qt.Key(key))
        return {
            (_CTRL, Qt.Key.Key_Return): self.add_asked.emit,
            (_CTRL, Qt.Key.Key_D): self.fill_down,
            (_CTRL, Qt.Key.Key_Delete): self.remove_rows,
            (_ALT, Qt.Key.Key_Return): self.ask_reading,
        }.get((held, key))

    # What one does

    def copy(self) -> None:
        """The selected cells to the clipboard, as they were typed."""
        cells = self.chosen_cells()
        rows: dict[int, list[str]] = {}
        for row, column in cells:
            key = self.grid.heads[column].key
            rows.setdefault(row, []).append(self.grid.raw(self.grid.ids[row], key))
        QGuiApplication.clipboard().setText(to_tsv(rows.values()))

    def paste(self) -> None:
        """Cells from the clipboard, from the first selected cell on."""
        text = QGuiApplication.clipboard().text()
        cells = self.chosen_cells()
        if not text:
            return
        try:
            block = from_tsv(text)
        except UserError as error:
            self.grid.bridge.refused.emit(str(error))
            return
        if not cells:
            cells = [(len(self.grid.ids), 0)]
        top, left = min(row for row, _ in cells), min(column for _, column in cells)
        if self.grid.paste(top, left, block, cells):
            self._select(top, left, len(block), max(len(row) for row in block))

    def fill_down(self) -> None:
        """The topmost selected cell of each column, down."""
        cells = self.chosen_cells()
        if cells:
            self.grid.fill_down(cells)

    def remove_rows(self) -> None:
        """Take out the rows in which something is selected."""
        rows = self.chosen_rows()
        column = max(0, self.currentIndex().column())
        if rows and self.grid.remove(rows) is not None:
            at = min(rows[0], self.grid.rowCount() - 1)
            if at >= 0:
                self.setCurrentIndex(self.grid.index(at, column))
            self.removed.emit()

    def move_row(self, by: int) -> None:
        """Move the current row up or down."""
        current = self.currentIndex()
        if current.isValid():
            self.grid.move(current.row(), by)

    def ask_reading(self) -> None:
        """Let a person choose how the number in the current cell is meant."""
        current = self.currentIndex()
        menu = QMenu(self)
        if current.isValid() and self._fill_readings(menu, current):
            self._popup(menu, self._corner(current))
        else:
            menu.deleteLater()

    def flush(self) -> None:
        """Keep what is being typed in a cell, because something else is about to happen."""
        editor = self._editor
        if editor is None or self.grid.writing or not editor.isVisible():
            return
        self.commitData(editor)
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def menu(self) -> QMenu:
        """Everything one can do here, with its keys."""
        menu, current = QMenu(self), self.currentIndex()
        rows = self.chosen_rows()
        put = _put
        put(menu, "content-copy", tr("Kopiëren"), "Ctrl+C", self.copy, on=bool(rows))
        put(menu, "content-paste", tr("Plakken"), "Ctrl+V", self.paste)
        put(menu, None, tr("Leegmaken"), "Delete", self._clear, on=bool(rows))
        put(menu, None, tr("Doorvullen naar beneden"), "Ctrl+D", self.fill_down, on=bool(rows))
        if current.isValid():
            meant = QMenu(tr("Bedoeld als…"), menu)
            if self._fill_readings(meant, current):
                menu.addSeparator()
                menu.addMenu(meant)
            self.more_of(menu, self.grid.ids[current.row()])
        menu.addSeparator()
        put(menu, "plus", tr("Rij toevoegen"), "Ctrl+Enter", self.add_asked.emit)
        words = tr("Rij verwijderen") if len(rows) < 2 else tr("Rijen verwijderen")
        put(menu, "delete-outline", words, "Ctrl+Delete", self.remove_rows, on=bool(rows))
        put(menu, "arrow-up", tr("Omhoog"), "Alt+↑", lambda: self.move_row(-1), on=bool(rows))
        put(menu, "arrow-down", tr("Omlaag"), "Alt+↓", lambda: self.move_row(1), on=bool(rows))
        menu.addSeparator()
        self._add_sorting(menu, max(0, current.column()))
        if self.columns_menu is not None:
            columns = menu.addMenu(tr("Kolommen"))
            self.columns_menu(columns)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu, by the right button or by the menu key."""
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            under = self.indexAt(event.pos())
            if under.isValid() and under not in self.selectedIndexes():
                self.setCurrentIndex(under)
        elif self.currentIndex().isValid():
            where = self._corner(self.currentIndex())
        self._popup(self.menu(), where)

    # Editing

    def edited(self, editor: QLineEdit, index: Index) -> None:
        """Offer what can be chosen while one types."""
        super().edited(editor, index)
        self._editor = editor
        editor.destroyed.connect(self._editor_gone)
        offered = self.grid.suggestions(*self._cell(index))
        if offered:
            self._offer(editor, offered)

    def commitData(self, editor: QWidget) -> None:
        """Keep a cell; when it can be read in more than one way, ask."""
        at = QPersistentModelIndex(self.indexAt(editor.geometry().center()))
        self._refused = None
        refused = self.grid.bridge.refused.connect(lambda _sentence: self._keep(at, editor))
        try:
            super().commitData(editor)
        finally:
            self.grid.bridge.refused.disconnect(refused)
        if at.isValid() and self._is_doubtful(at):
            QTimer.singleShot(0, self, lambda: self._ask_about(at))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter go down; but what was refused is there again, to be mended or given up."""
        refused, self._refused = self._refused, None
        stays = QAbstractItemDelegate.EndEditHint.SubmitModelCache
        if refused is None or hint is not stays:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        QTimer.singleShot(0, self, lambda: self._mend(*refused))

    def _keep(self, at: QPersistentModelIndex, editor: QWidget) -> None:
        if isinstance(editor, QLineEdit):
            self._refused = (at, editor.text())

    def _mend(self, at: QPersistentModelIndex, text: str) -> None:
        if not at.isValid() or not self.isVisible():
            return
        cell = self.grid.index(at.row(), at.column())
        self.setCurrentIndex(cell)
        self.edit(cell)
        if self._editor is not None:
            self._editor.setText(text)
            self._editor.deselect()

    def _ask_about(self, at: QPersistentModelIndex) -> None:
        if at.isValid() and self.isVisible() and self._is_doubtful(at):
            self.setCurrentIndex(self.grid.index(at.row(), at.column()))
            self.ask_reading()

    def _is_doubtful(self, index: Index) -> bool:
        row_id, key = self._cell(index)
        found = self.grid.readings(row_id, key)
        return bool(found) and self.grid.look(row_id, key).glyph is not None

    def _offer(self, editor: QLineEdit, offered: Sequence[str]) -> None:
        completer = QCompleter(editor)
        completer.setModel(QStringListModel(list(offered), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        editor.setCompleter(completer)
        done = QAbstractItemDelegate.EndEditHint.SubmitModelCache

        def take() -> None:
            self.commitData(editor)
            self.closeEditor(editor, done)

        completer.activated.connect(lambda _text: QTimer.singleShot(0, editor, take))
        QTimer.singleShot(0, editor, lambda: _show_all(editor, completer))

    def _editor_gone(self) -> None:
        self._editor = None

    # Inside

    def _cell(self, index: Index) -> tuple[Id, str]:
        return self.grid.ids[index.row()], self.grid.heads[index.column()].key

    def _reading(self, index: Index, text: str) -> str:
        return self.grid.reading(*self._cell(index), text)

    def _clear(self) -> None:
        cells = self.chosen_cells()
        if cells:
            self.grid.clear(cells)

    def _sort(self, column: int) -> None:
        self.grid.cycle_sort(self.grid.heads[column].key)

    def _add_sorting(self, menu: QMenu, column: int) -> None:
        if column >= len(self.grid.heads):
            return
        key, title = self.grid.heads[column].key, self.grid.heads[column].title
        up, down = tr("Sorteren op {title}, oplopend"), tr("Sorteren op {title}, aflopend")
        _put(menu, None, up.format(title=title), "", lambda: self.grid.sort_on(key))
        _put(menu, None, down.format(title=title), "", lambda: self.grid.sort_on(key, down=True))
        sorted_ = bool(self.grid.sorted_on[0])
        _put(menu, None, tr("Eigen volgorde"), "", lambda: self.grid.sort_on(""), on=sorted_)

    def _fill_readings(self, menu: QMenu, index: Index) -> bool:
        row_id, key = self._cell(index)
        for reading in self.grid.readings(row_id, key):
            words = describe(reading)
            if reading.unknown is not Unknown.NOT_READ and words:
                menu.addAction(words, partial(self.grid.confirm, row_id, key, reading))
        return not menu.isEmpty()

    def _popup(self, menu: QMenu, where: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _corner(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    def _select(self, top: int, left: int, high: int, wide: int) -> None:
        from PySide6.QtCore import QItemSelection, QItemSelectionModel

        last = self.grid.rowCount() - 1
        if top > last:
            return
        first = self.grid.index(top, left)
        end = self.grid.index(min(top + high - 1, last), left + wide - 1)
        self.setCurrentIndex(first)
        self.selectionModel().select(
            QItemSelection(first, end), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and where a row that is dragged would come."""
        super().paintEvent(event)
        with painting(self.viewport()) as painter:
            self._drag.paint(painter)

    def currentChanged(self, now: Index, before: Index) -> None:
        """Tell which row one is in."""
        super().currentChanged(now, before)
        if now.isValid() and now.row() != before.row():
            self.row_chosen.emit(self.grid.ids[now.row()])

    def _before_reset(self) -> None:
        current = self.currentIndex()
        self._kept = self._cell(current) if current.isValid() else ("", "")

    def _after_reset(self) -> None:
        self._share_columns()
        row_id, key = self._kept
        if row_id and self.grid.row_of(row_id) >= 0:
            at = self.grid.index(self.grid.row_of(row_id), max(0, self.grid.column_of(key)))
            self.selectionModel().setCurrentIndex(
                at, self.selectionModel().SelectionFlag.ClearAndSelect
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words give way first where there is little room."""
        self._share_columns()
        super().resizeEvent(event)

    def _share_columns(self) -> None:
        heads = self.grid.heads
        room = self.viewport().width() / theme().scale
        figures = sum(_width(head) for head in heads if head.right)
        words = sum(head.width for head in heads if not head.right)
        share = min(1.0, max(_LEAST_SHARE, (room - figures) / words)) if words else 1.0
        self.set_columns(
            [_width(head) if head.right else int(head.width * share) for head in heads]
        )


def _show_all(editor: QLineEdit, completer: QCompleter) -> None:
    if editor.isVisible() and editor.hasSelectedText():
        completer.setCompletionPrefix("")
        completer.complete()


def _put(
    menu: QMenu,
    glyph: str | None,
    words: str,
    key: str,
    act: Callable[[], object],
    *,
    on: bool = True,
) -> None:
    action = menu.addAction(f"{words}\t{key}" if key else words, act)
    if glyph:
        action.setIcon(icon(glyph))
    action.setEnabled(on)


def _width(head: Head) -> int:
    """Of a column of figures: never narrower than its head, with room for the arrow of sorting."""
    words = width_of(head.title, theme().font("ui", 600)) / theme().scale
    return max(head.width, int(words) + 26)
