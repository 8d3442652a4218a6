"""Tables of commitments and figures in the user's words."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from prestatie_desktop.ui.panels.edited_table import EditedTable
from prestatie_desktop.ui.panels.grid_table import GridTable
from tests.ui.driving.keys import press, type_text


def table_named(window: QWidget, name: str) -> GridTable:
    """The visible table with this name."""
    for table in window.findChildren(GridTable):
        if table.isVisible() and table.accessibleName() == name:
            return table
    raise AssertionError(f"no table is called {name!r}")


def heads(table: GridTable) -> list[str]:
    """The heads of the columns."""
    model = table.model()
    across = Qt.Orientation.Horizontal
    return [str(model.headerData(at, across)) for at in range(model.columnCount())]


def column(table: GridTable, head: str) -> list[str]:
    """What stands in a column, from top to bottom."""
    at = heads(table).index(head)
    return [str(table.model().index(row, at).data()) for row in range(table.model().rowCount())]


def total(table: GridTable) -> str:
    """The rows under the table as a screen reader says them."""
    return footer_of(table).footer.accessibleName()


def footer_of(table: GridTable) -> EditedTable:
    """The table with what stands around it."""
    around = table.parentWidget()
    assert isinstance(around, EditedTable)
    return around


def go_to(table: GridTable, row: int, head: str) -> None:
    """Click a cell."""
    index = table.model().index(row, heads(table).index(head))
    table.scrollTo(index)
    where = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    table.setFocus()
    settle()


def type_in(table: GridTable, row: int, head: str, text: str, end: str = "Enter") -> None:
    """Click a cell, type in the place of what stood there, and press Enter (or another key)."""
    press(begin_typing(table, row, head, text), end)
    settle()


def begin_typing(table: GridTable, row: int, head: str, text: str) -> QLineEdit:
    """Click a cell and type in the place of what stood there, without leaving it."""
    go_to(table, row, head)
    press(table, "F2")
    settle()
    box = editor(table)
    box.selectAll()
    type_text(box, text)
    settle()
    return box


def editor(table: GridTable) -> QLineEdit:
    """The box in the cell that is being edited."""
    for box in table.viewport().findChildren(QLineEdit):
        if box.isVisible():
            return box
    raise AssertionError("no cell is being edited")


def keys(table: GridTable, chord: str) -> None:
    """Press a key in the table."""
    table.setFocus()
    press(table, chord)
    settle()


def select(table: GridTable, first: tuple[int, str], last: tuple[int, str]) -> None:
    """Click one cell and Shift-click another."""
    go_to(table, *first)
    index = table.model().index(last[0], heads(table).index(last[1]))
    shift = Qt.KeyboardModifier.ShiftModifier
    where = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, shift, where)
    settle()


def click_head(table: GridTable, head: str) -> None:
    """Click the head of a column."""
    bar = table.horizontalHeader()
    at = heads(table).index(head)
    where = bar.viewport().rect().topLeft()
    where.setX(bar.sectionViewportPosition(at) + bar.sectionSize(at) // 2)
    where.setY(bar.height() // 2)
    QTest.mouseClick(bar.viewport(), Qt.MouseButton.LeftButton, pos=where)
    settle()


def drag_row(table: GridTable, row: int, onto: int) -> None:
    """Take a row by its left edge and let it go past (or before) another row."""
    model, view = table.model(), table.viewport()
    start = table.visualRect(model.index(row, 0))
    goal = table.visualRect(model.index(onto, 0))
    end = goal.bottom() - 2 if onto > row else goal.top() + 2
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=QPoint(3, start.center().y()))
    QTest.mouseMove(view, QPoint(3, (start.center().y() + end) // 2))
    QTest.mouseMove(view, QPoint(3, end))
    QTest.mouseRelease(view, left, pos=QPoint(3, end))
    settle()


def copied_from_excel(text: str) -> None:
    """Put cells on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def clipboard() -> str:
    """What is on the clipboard."""
    return QGuiApplication.clipboard().text()


def press_link(window: QWidget, words: str) -> None:
    """Press the link or button with these words."""
    for button in window.findChildren(QPushButton):
        if button.isVisible() and words in (button.text(), button.accessibleName()):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            settle()
            return
    raise AssertionError(f"there is no {words!r}")


def settle() -> None:
    """Let queued answers arrive."""
    for _ in range(4):
        QApplication.processEvents()
