import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.widgets.toast import SHOWN_FOR, Toast


@pytest.fixture
def window(qtbot: QtBot, look: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def toast(window: QWidget) -> Toast:
    return Toast(window)


def _point_at(toast: Toast) -> None:
    here = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))


def test_it_is_not_there_before_something_happened(toast: Toast) -> None:
    assert not toast.isVisible()


def test_it_stands_eight_seconds(toast: Toast) -> None:
    assert SHOWN_FOR == 8_000
    toast.say("Rij toegevoegd")
    assert 7_000 < toast.remaining() <= 8_000


def test_it_stands_at_the_bottom_in_the_middle_and_stays_there(
    toast: Toast, window: QWidget
) -> None:
    toast.say("Rij toegevoegd")
    for width in (900, 1200):
        window.resize(width, 600)
        assert toast.geometry().center().x() == pytest.approx(width / 2, abs=1)
        assert 500 < toast.geometry().bottom() < 600


def test_it_waits_while_one_points_at_it(toast: Toast) -> None:
    toast.say("Rij toegevoegd")
    _point_at(toast)
    assert toast.is_paused()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert not toast.is_paused()


def test_it_waits_while_its_link_has_the_focus(toast: Toast) -> None:
    toast.say("Rij toegevoegd")
    toast.link().setFocus()
    assert toast.is_paused()
    toast.link().clearFocus()
    assert not toast.is_paused()


def test_the_link_undoes_and_the_toast_goes(toast: Toast, qtbot: QtBot) -> None:
    toast.say("Rij toegevoegd")
    assert toast.link().text() == "Ongedaan maken"
    with qtbot.waitSignals([toast.gone, toast.acted]):
        QTest.mouseClick(toast.link(), Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_second_word_takes_the_place_of_the_first_and_all_its_time(toast: Toast) -> None:
    toast.say("Een")
    _point_at(toast)
    toast.say("Twee")
    assert 7_000 < toast.remaining() <= 8_000


def test_what_cannot_be_undone_has_no_link(toast: Toast) -> None:
    toast.say("PDF opgeslagen", action="")
    assert not toast.link().isVisible()


def test_a_long_word_never_leaves_the_window(toast: Toast, window: QWidget) -> None:
    window.resize(500, 400)
    toast.say("Huurdersbelangenvereniging " * 8)
    assert toast.width() <= 500
    assert toast.link().geometry().right() <= toast.width()
