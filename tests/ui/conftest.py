"""Every test of the window runs without a screen unless one is asked for, with a fresh look."""

import gc
import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from prestatie_desktop.ui.collecting import collect
from prestatie_desktop.ui.look.theme import Appearance, Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def _one_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, appearance=Appearance.LIGHT)


@pytest.fixture(autouse=True)
def look(_one_theme: Theme) -> Iterator[Theme]:
    """The theme in force: light, 100 %, and again after a test that changed it."""
    # As in the window itself: nothing is cleared while Qt takes something apart.
    gc.disable()
    yield _one_theme
    # What a test left is gone before the next begins, or every theme change would reach it too.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collect()
    gc.enable()
    _one_theme.set_appearance(Appearance.LIGHT)
    _one_theme.set_scale(1.0)
