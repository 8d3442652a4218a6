"""What nobody uses is cleared between the events of the window, and only there."""

import gc
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from prestatie_desktop.ui.collecting import WindowCollector
from prestatie_desktop.ui.working.collecting import WindowCollects


class Knot:
    """Something that only the collector can clear."""

    def __init__(self) -> None:
        self.itself = self


def test_the_window_clears_what_nobody_uses(qtbot: QtBot) -> None:
    owner = QObject()
    WindowCollector(owner)
    gone = weakref.ref(Knot())
    assert gone() is not None
    fill = [Knot() for _ in range(gc.get_threshold()[0] + 1)]

    qtbot.waitUntil(lambda: gone() is None, timeout=5000)

    assert len(fill) > gc.get_threshold()[0]
    assert not gc.isenabled()


def test_work_beside_the_window_leaves_clearing_as_it_was() -> None:
    gc.disable()
    work = WindowCollects()
    work.begin()
    work.end()
    assert not gc.isenabled()

    gc.enable()
    work.begin()
    assert not gc.isenabled()
    work.end()
    assert gc.isenabled()
