"""Lists whose rows are painted: only what is seen is laid out, and every row is reached."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.importing import source_layout
from prestatie_desktop.ui.importing.assistant_body import AssistantBody
from prestatie_desktop.ui.importing.decision_steps import DecisionSteps
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.source_layout import RowLook
from prestatie_desktop.ui.importing.source_model import SourceModel
from prestatie_desktop.ui.importing.source_rows import SourceRow, SourceRows
from prestatie_desktop.ui.importing.source_view import SourceView
from prestatie_desktop.ui.importing.working_out import Tools, work
from prestatie_desktop.ui.look.theme import Theme
from tests.ui.driving.keys import press
from tests.ui.importing.samples import long_import, small_import

_PAGES = ("contents", "lost", "parties", "tables", "overview")


def _view(qtbot: QtBot, rows: int) -> SourceView:
    source, reading = long_import(rows) if rows else small_import()
    model = SourceModel()
    view = SourceView(model, "Bron")
    model.setParent(view)
    qtbot.addWidget(view)
    model.show(SourceRows(source), reading.accounts)
    view.resize(620, 500)
    view.show()
    QTest.qWaitForWindowExposed(view)
    return view


def _body(qtbot: QtBot) -> AssistantBody:
    source, reading = small_import()
    tools = Tools(recognise=lambda _source, _decisions, _watch: reading)
    rows, steps = SourceRows(source), DecisionSteps()
    desk = ImportDesk(rows, work(tools, rows, steps.decisions, None), steps, tools=tools)
    body = AssistantBody(desk)
    qtbot.addWidget(body)
    return body


def test_of_very_many_rows_only_those_that_are_seen_are_laid_out(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[object] = []

    def counted(row: SourceRow, width: float) -> RowLook:
        laid_out.append(row)
        return source_layout.laid_out(row, width)

    monkeypatch.setattr(f"{SourceView.__module__}.laid_out", counted)
    view = _view(qtbot, 5_000)
    for key in ("End", "PgUp", "PgUp", "Home", "PgDown"):
        press(view, key)
    view.grab()
    assert view.current_row() > 0
    assert len(laid_out) < 400


def test_home_end_and_pages_reach_every_end(qtbot: QtBot) -> None:
    view = _view(qtbot, 3_000)
    press(view, "End")
    assert view.current_row() == 2_999
    assert view.rect_of(2_999).bottom() <= view.viewport().height()
    press(view, "Home")
    assert view.current_row() == 0
    assert view.verticalScrollBar().value() == 0
    before = view.current_row()
    press(view, "PgDown")
    assert 5 < view.current_row() - before < 40


def test_shift_selects_from_one_row_to_another_that_is_far(qtbot: QtBot) -> None:
    view = _view(qtbot, 3_000)
    view.go_to(10)
    press(view, "Shift+End")
    assert view.selected_rows() == list(range(10, 3_000))


def test_left_and_right_choose_a_cell_and_only_that_is_assigned(qtbot: QtBot) -> None:
    view = _view(qtbot, 0)
    model = view.model()
    row = next(r for r in range(model.rowCount()) if "Molenakker" in str(model.index(r, 0).data()))
    view.go_to(row)
    assert len(view.selected_pieces()) == 4
    press(view, "Right")
    press(view, "Right")
    assert [piece.text for piece in view.selected_pieces()] == ["circa 10"]
    press(view, "Right")
    assert [piece.text for piece in view.selected_pieces()] == ["vrij"]
    press(view, "Left")
    assert [piece.text for piece in view.selected_pieces()] == ["circa 10"]
    press(view, "Esc")
    assert len(view.selected_pieces()) == 4


def test_a_click_in_a_table_chooses_the_cell(qtbot: QtBot) -> None:
    view = _view(qtbot, 0)
    model = view.model()
    row = next(r for r in range(model.rowCount()) if "Kerkveld" in str(model.index(r, 0).data()))
    view.reveal(row)
    rect = view.rect_of(row)
    for x in range(120, 600, 4):
        place = rect.topLeft() + type(rect.topLeft())(x, rect.height() // 2)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        if [piece.text for piece in view.selected_pieces()] == ["Woonhuis"]:
            return
    raise AssertionError("the last cell cannot be clicked")


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1152, 648, 1.0), (1296, 810, 1.5), (1440, 868, 2.0)]
)
def test_every_button_of_every_page_is_within_the_window(
    qtbot: QtBot, look: Theme, width: int, height: int, scale: float
) -> None:
    look.set_scale(scale)
    body = _body(qtbot)
    body.resize(width, height)
    body.show()
    assert body.minimumSizeHint().width() <= width
    for key in _PAGES:
        body.show_page(key)
        QApplication.processEvents()
        body.grab()
        for button in body.findChildren(QPushButton):
            if button.isVisible():
                right = button.mapTo(body, button.rect().topRight()).x()
                assert right <= width, f"{button.text()} on {key}"
                assert button.width() >= button.sizeHint().width() - 1, f"{button.text()} on {key}"


def test_tab_reaches_the_parts_of_each_page(qtbot: QtBot) -> None:
    body = _body(qtbot)
    body.resize(1152, 648)
    body.show()
    body.activateWindow()
    QTest.qWaitForWindowActive(body)
    for key in _PAGES:
        body.show_page(key)
        QApplication.processEvents()
        reached: set[QWidget] = set()
        for _ in range(40):
            focused = QApplication.focusWidget()
            assert focused is not None
            if focused in reached:
                break
            reached.add(focused)
            press(focused, "Tab")
        assert len(reached) >= 4, f"{key}: {reached}"
        assert all(w.accessibleName() or isinstance(w, QAbstractButton) or _inner(w)
                   for w in reached), [w for w in reached if not w.accessibleName()]  # fmt: skip


def _inner(widget: QWidget) -> bool:
    """A tool button names itself by its action."""
    return any(isinstance(action, QAction) for action in widget.actions())


class _Windows(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[_Windows]:
    watching = _Windows()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


def test_no_page_is_a_window_of_its_own_for_a_moment(qtbot: QtBot, windows: _Windows) -> None:
    body = _body(qtbot)
    body.show()
    for key in _PAGES:
        body.show_page(key)
        QApplication.processEvents()
    assert windows.shown == ["AssistantBody"]


def test_everything_keeps_up_with_another_look(qtbot: QtBot, look: Theme, tmp_path: Path) -> None:
    body = _body(qtbot)
    body.resize(1152, 648)
    body.show()
    before = body.grab().toImage()
    look.set_scale(1.6)
    QApplication.processEvents()
    assert body.grab().toImage() != before
    look.set_scale(1.0)
    QApplication.processEvents()
    assert body.grab().toImage().size() == before.size()
