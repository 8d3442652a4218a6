import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.look.fonts import FAMILY
from prestatie_desktop.ui.look.theme import Appearance, Theme
from prestatie_desktop.ui.look.tokens import DARK, LIGHT
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text


def _system_says(scheme: Qt.ColorScheme) -> None:
    # The offscreen platform has no scheme to change; the announcement is what we listen to.
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)


def test_the_window_follows_the_system_live(look: Theme) -> None:
    look.set_appearance(Appearance.SYSTEM)
    _system_says(Qt.ColorScheme.Dark)
    assert look.palette is DARK
    _system_says(Qt.ColorScheme.Light)
    assert look.palette is LIGHT


def test_an_own_choice_is_stronger_than_the_system(look: Theme) -> None:
    look.set_appearance(Appearance.LIGHT)
    _system_says(Qt.ColorScheme.Dark)
    assert look.palette is LIGHT
    look.set_appearance(Appearance.SYSTEM)
    assert look.palette is DARK
    _system_says(Qt.ColorScheme.Light)


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.25, 1.25), (9.0, 2.0)])
def test_text_is_between_once_and_twice_as_large(look: Theme, asked: float, given: float) -> None:
    look.set_scale(asked)
    assert look.scale == given


def test_sizes_and_letters_grow_with_the_text_scale(look: Theme) -> None:
    small = look.font("small").pixelSize()
    look.set_scale(2.0)
    assert look.px(33) == 66
    assert look.font("small").pixelSize() == pytest.approx(2 * small, abs=1)


def test_choosing_what_is_already_so_tells_nobody(look: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set_scale(look.scale)
        look.set_appearance(Appearance.LIGHT)


def test_what_qt_paints_itself_has_the_same_colours(look: Theme) -> None:
    look.set_appearance(Appearance.DARK)
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == DARK.window
    assert "#F5F4F0" not in QApplication.instance().styleSheet()  # type: ignore[union-attr]


def test_the_style_sheet_has_no_token_left_without_a_value(look: Theme) -> None:
    sheet = QApplication.instance().styleSheet()  # type: ignore[union-attr]
    assert LIGHT.surface in sheet
    assert "@" not in sheet


def test_text_is_in_the_shipped_font(look: Theme) -> None:
    assert QApplication.font().family() == FAMILY
    assert QFontMetricsF(look.font("ui")).horizontalAdvance("m") > 0


def test_digits_stand_under_each_other(look: Theme) -> None:
    metrics = QFontMetricsF(look.font("ui"))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_a_label_changes_its_colour_with_the_theme(look: Theme, qtbot: QtBot) -> None:
    label = Text("Vervallen", colour="bad")
    qtbot.addWidget(label)
    look.set_appearance(Appearance.DARK)
    shown = label.palette().color(QPalette.ColorRole.WindowText)
    assert shown.name().upper() == DARK.bad


def test_a_painted_icon_changes_its_colour_with_the_theme(look: Theme, qtbot: QtBot) -> None:
    pic = Pic("check-circle", "ok", 32)
    qtbot.addWidget(pic)
    light = pic.grab().toImage()
    look.set_appearance(Appearance.DARK)
    dark = pic.grab().toImage()
    assert _has(light, LIGHT.ok)
    assert _has(dark, DARK.ok)
    assert not _has(dark, LIGHT.ok)


def test_a_deleted_widget_is_no_longer_told(look: Theme, qtbot: QtBot) -> None:
    label = Text("Weg")
    label.deleteLater()
    QApplication.sendPostedEvents(label, QEvent.Type.DeferredDelete)
    with pytest.raises(RuntimeError, match="already deleted"):
        QLabel.text(label)
    look.set_appearance(Appearance.DARK)


def _has(image: QImage, colour: str) -> bool:
    return any(
        image.pixelColor(x, y).name().upper() == colour
        for y in range(image.height())
        for x in range(image.width())
    )
