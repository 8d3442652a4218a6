from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.widgets.cells import CellLook, CellRole, cut_off
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.table import Table
from tests.ui.widgets.keys import press

Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractTableModel):
    """Locations with a figure and a corporation out of two; the last row only adds up."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = [["Slakhorst", "147", "wz"], ["Aldenhof", "+65", "wl"], ["Totaal", "212", ""]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = 0) -> Any:
        if role in (0, 2):
            return self.rows[index.row()][index.column()]
        if role == CellRole.LOOK:
            return CellLook(right=index.column() == 1, total=index.row() == 2)
        if role == CellRole.CHOICES and index.column() == 2:
            return [("wz", "Wonen Zuid"), ("wl", "Wonen Limburg")]
        return None

    def setData(self, index: Index, value: Any, _role: int = 2) -> bool:
        self.rows[index.row()][index.column()] = value
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if index.row() == 2 else flags | Qt.ItemFlag.ItemIsEditable


@pytest.fixture
def rows() -> Rows:
    return Rows()


@pytest.fixture
def table(qtbot: QtBot, look: Theme, rows: Rows) -> Table:
    made = Table(fit_rows=True, name="Nieuwbouw")
    qtbot.addWidget(made)
    made.setModel(rows)
    made.set_columns([200, 80, 150])
    made.resize(600, made.sizeHint().height())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def _editor(table: Table) -> QLineEdit:
    editor = table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    return editor


def _go(table: Table, row: int, column: int) -> None:
    table.setCurrentIndex(table.model().index(row, column))


def test_enter_edits_keeps_and_goes_down(table: Table, rows: Rows, qtbot: QtBot) -> None:
    _go(table, 0, 1)
    press(table, Qt.Key.Key_Return)
    _editor(table).setText("circa 10")
    press(_editor(table), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows.rows[0][1] == "circa 10")
    qtbot.waitUntil(lambda: table.currentIndex().row() == 1)
    assert table.currentIndex().column() == 1


def test_escape_restores(table: Table, rows: Rows, qtbot: QtBot) -> None:
    _go(table, 0, 1)
    press(table, Qt.Key.Key_F2)
    _editor(table).setText("weg")
    press(_editor(table), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: table.state() == Table.State.NoState)
    assert rows.rows[0][1] == "147"


def test_the_editor_shows_the_raw_text(table: Table) -> None:
    _go(table, 1, 1)
    press(table, Qt.Key.Key_F2)
    assert _editor(table).text() == "+65"
    assert _editor(table).alignment() & Qt.AlignmentFlag.AlignRight


def test_what_is_typed_is_read_aloud_under_the_cell(table: Table, qtbot: QtBot) -> None:
    table.set_reader(lambda _index, text: f"ten minste {text[1:]}" if text[:1] == "+" else "")
    _go(table, 1, 1)
    press(table, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: table.tip().words() == "ten minste 65")
    editor = _editor(table)
    editor.setText("")
    QTest.keyClicks(editor, "+7")
    assert table.tip().words() == "ten minste 7"
    QTest.keyClick(editor, Qt.Key.Key_Home)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert not table.tip().isVisible()


def test_the_reading_goes_away_with_the_editor(table: Table, qtbot: QtBot) -> None:
    table.set_reader(lambda _index, _text: "iets")
    _go(table, 0, 1)
    press(table, Qt.Key.Key_F2)
    qtbot.waitUntil(table.tip().isVisible)
    press(_editor(table), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not table.tip().isVisible())


def test_a_choice_is_offered_as_a_list_and_kept_as_its_key(
    table: Table, rows: Rows, qtbot: QtBot
) -> None:
    _go(table, 0, 2)
    press(table, Qt.Key.Key_F2)
    combo = table.viewport().findChild(Combo)
    assert isinstance(combo, Combo)
    assert combo.currentText() == "Wonen Zuid"
    assert combo.geometry().right() <= table.viewport().width()
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert rows.rows[0][2] == "wl"


def test_a_row_that_adds_up_opens_instead_of_being_edited(table: Table, qtbot: QtBot) -> None:
    _go(table, 2, 1)
    with qtbot.waitSignal(table.opened):
        press(table, Qt.Key.Key_Return)


def test_delete_asks_and_does_not_delete(table: Table, rows: Rows, qtbot: QtBot) -> None:
    _go(table, 0, 1)
    with qtbot.waitSignal(table.clear_asked):
        press(table, Qt.Key.Key_Delete)
    assert rows.rows[0][1] == "147"


def test_copying_gives_a_spreadsheet_its_cells(table: Table) -> None:
    table.selectAll()
    table.copy()
    assert QGuiApplication.clipboard().text().splitlines()[0] == "Slakhorst\t147\twz"


def test_all_rows_are_shown_also_when_one_is_added(table: Table, rows: Rows) -> None:
    before = table.sizeHint().height()
    rows.beginInsertRows(QModelIndex(), 3, 3)
    rows.rows.append(["Nieuw", "1", "wz"])
    rows.endInsertRows()
    assert table.sizeHint().height() == before + table.rowHeight(0)


def test_room_that_is_left_goes_to_the_first_column(table: Table) -> None:
    assert table.columnWidth(1) == 80
    assert sum(table.columnWidth(at) for at in range(3)) == table.viewport().width()


def test_a_narrow_table_scrolls_sideways_and_its_window_may_stay_narrow(table: Table) -> None:
    table.resize(300, table.height())
    assert table.columnWidth(0) == 200
    assert table.horizontalScrollBar().maximum() > 0
    assert table.minimumSizeHint().width() <= 300


def test_cut_off_words_can_still_be_read(table: Table, rows: Rows) -> None:
    option = QStyleOptionViewItem()
    option.rect.setWidth(40)
    index = rows.index(0, 0)
    assert cut_off(option, index) == "Slakhorst"
    option.rect.setWidth(400)
    assert cut_off(option, index) == ""
