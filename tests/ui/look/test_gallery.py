import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.look.gallery import PAGES, SIZE
from prestatie_desktop.ui.look.theme import Appearance, Theme


@pytest.mark.parametrize("name", PAGES)
def test_every_widget_bears_a_change_of_theme_and_text_size(
    look: Theme, qtbot: QtBot, name: str
) -> None:
    page, after = PAGES[name](look)
    qtbot.addWidget(page)
    page.resize(*SIZE)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    light = page.grab().toImage()
    after()
    look.set_appearance(Appearance.DARK)
    QApplication.processEvents()
    dark = page.grab().toImage()
    look.set_scale(2.0)
    QApplication.processEvents()
    large = page.grab().toImage()
    assert light != dark
    assert dark != large
