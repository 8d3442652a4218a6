"""The import assistant in the user's words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from prestatie_desktop.ui.dialogs.sentence import SentenceDialog
from prestatie_desktop.ui.importing.assistant import ImportAssistant
from prestatie_desktop.ui.importing.contents_page import ContentsPage
from prestatie_desktop.ui.importing.lost_page import LostPage
from prestatie_desktop.ui.importing.merging_page import MergingPage
from prestatie_desktop.ui.importing.overview_page import OverviewPage
from prestatie_desktop.ui.importing.parties_page import PartiesPage
from prestatie_desktop.ui.importing.result_view import ResultView
from prestatie_desktop.ui.importing.row_list import RowList
from prestatie_desktop.ui.importing.source_view import SourceView
from prestatie_desktop.ui.importing.tables_page import TablesPage
from prestatie_desktop.ui.widgets.fields import Combo, Field
from prestatie_desktop.ui.widgets.table import Table
from tests.ui.driving.keys import press, type_text
from tests.ui.driving.printing import settle, wait_until

_PATIENCE_MS = 60_000


class Assistant:
    """One assistant that is open."""

    def __init__(self, dialog: ImportAssistant) -> None:
        self.dialog = dialog

    # Pages

    def tabs(self) -> list[str]:
        """What stands on the tabs, as a screen reader says it."""
        assert self.dialog.body is not None
        bar = self.dialog.body.tabs
        return [bar.accessibleTabName(at) for at in range(bar.count())]

    def go_to(self, name: str) -> None:
        """Go to the page with this name, with the keyboard."""
        assert self.dialog.body is not None
        bar = self.dialog.body.tabs
        bar.setFocus()
        press(bar, "Home")
        for _ in range(bar.count()):
            if bar.tabText(bar.currentIndex()) == name:
                settle()
                return
            press(bar, "Right")
        raise AssertionError(f"no page {name!r} in {self.tabs()}")

    def page(self) -> str:
        """The name of the page in front."""
        assert self.dialog.body is not None
        return self.dialog.body.tabs.tabText(self.dialog.body.tabs.currentIndex())

    def _page(self, kind: type[QWidget], name: str) -> QWidget:
        if self.page() != name:
            self.go_to(name)
        found = self.dialog.findChild(kind)
        assert found is not None
        return found

    @property
    def contents(self) -> ContentsPage:
        """The page Inhoud, brought to the front."""
        page = self._page(ContentsPage, "Inhoud")
        assert isinstance(page, ContentsPage)
        return page

    @property
    def lost(self) -> LostPage:
        """The page Niet herkend."""
        page = self._page(LostPage, "Niet herkend")
        assert isinstance(page, LostPage)
        return page

    @property
    def parties(self) -> PartiesPage:
        """The page Partijen."""
        page = self._page(PartiesPage, "Partijen")
        assert isinstance(page, PartiesPage)
        return page

    @property
    def tables(self) -> TablesPage:
        """The page Tabellen."""
        page = self._page(TablesPage, "Tabellen")
        assert isinstance(page, TablesPage)
        return page

    @property
    def merging(self) -> MergingPage:
        """The page Samenvoegen."""
        page = self._page(MergingPage, "Samenvoegen")
        assert isinstance(page, MergingPage)
        return page

    @property
    def overview(self) -> OverviewPage:
        """The page Overzicht."""
        page = self._page(OverviewPage, "Overzicht")
        assert isinstance(page, OverviewPage)
        return page

    # What a person does

    def press(self, keys: str, at: QWidget | None = None) -> None:
        """Press a key where the focus is, or in a list that is given the focus first."""
        if at is not None:
            at.setFocus()
        press(at or QApplication.focusWidget() or self.dialog, keys)
        self.rest()

    def click(self, name: str) -> None:
        """Click the button or chip that begins with these words."""
        for widget in self.dialog.findChildren(QAbstractButton):
            words = widget.text().replace("&", "")
            if widget.isVisible() and (words.startswith(name) or widget.accessibleName() == name):
                QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
                self.rest()
                return
        raise AssertionError(f"nothing is called {name!r}")

    def answering(self, act: Callable[[], object], answer: Callable[[QDialog], object]) -> None:
        """Do something that asks one thing, and answer it."""
        failures: list[Exception] = []

        def look() -> None:
            asked = QApplication.activeModalWidget()
            if not isinstance(asked, QDialog) or asked is self.dialog:
                QTimer.singleShot(20, look)
                return
            try:
                answer(asked)
            except Exception as error:  # noqa: BLE001 - raised again outside the dialog
                failures.append(error)
                asked.reject()

        QTimer.singleShot(20, look)
        act()
        if failures:
            raise failures[0]
        # As a desktop does when a dialog goes.
        self.dialog.activateWindow()
        QTest.qWaitForWindowActive(self.dialog)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is being recognised any more."""
        settle()
        wait_until(lambda: self.dialog.desk is None or not self.dialog.desk.is_busy, _PATIENCE_MS)
        QTest.qWait(80)
        settle()

    # What a person sees

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the page in front."""
        return any(
            words in str(text())
            for widget in self.dialog.findChildren(QWidget)
            if widget.isVisible() and callable(text := getattr(widget, "text", None))
        )

    def enabled(self, name: str) -> bool:
        """Whether the tool or button with this name can be pressed."""
        for widget in self.dialog.findChildren(QWidget):
            text = getattr(widget, "text", None)
            words = str(text()).replace("&", "") if callable(text) else ""
            if widget.isVisible() and name in (words, widget.accessibleName()):
                return widget.isEnabled()
        raise AssertionError(f"nothing is called {name!r}")


def lines(view: RowList) -> list[str]:
    """What stands in a list, from top to bottom."""
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def spoken(view: RowList) -> list[str]:
    """A list as a screen reader says it."""
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def choose_line(view: RowList, begins: str) -> None:
    """Go to the line that begins with these words, with the arrows of the keyboard."""
    view.setFocus()
    press(view, "Home")
    for _ in range(view.model().rowCount()):
        if str(view.currentIndex().data()).startswith(begins):
            settle()
            return
        press(view, "Down")
    raise AssertionError(f"no line {begins!r} in {lines(view)}")


def chosen_line(view: RowList) -> str:
    """The line the keyboard is at."""
    return str(view.currentIndex().data() or "")


def click_line(view: SourceView | ResultView, begins: str) -> None:
    """Click the line that begins with these words."""
    model = view.model()
    row = next(r for r in range(model.rowCount()) if lines(view)[r].startswith(begins))
    view.scrollTo(model.index(row, 0))
    settle()
    # At the right: the left of a heading folds it.
    place = view.visualRect(model.index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()


def cells(table: Table) -> list[list[str]]:
    """What stands in a table, row by row."""
    model = table.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[str(model.index(row, column).data() or "") for column in columns] for row in rows]


def choose(combo: Combo, words: str) -> None:
    """Choose from a list by its words, as a person who opens it does."""
    at = combo.findText(words)
    assert at >= 0, f"{words!r} is not in {[combo.itemText(i) for i in range(combo.count())]}"
    combo.setFocus()
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def answer_with(words: str = "") -> Callable[[QDialog], None]:
    """An answer to a small question: type this over the proposal, or take it as it is; Enter."""

    def answer(asked: QDialog) -> None:
        field = asked.findChild(Field)
        if words and field is not None:
            field.selectAll()
            type_text(field, words)
        elif words:
            combo = asked.findChild(Combo)
            assert combo is not None
            at = next(i for i in range(combo.count()) if combo.itemText(i).startswith(words))
            combo.setCurrentIndex(at)
        press(asked, "Enter")

    return answer


def with_assistant(
    act: Callable[[], object], do: Callable[[Assistant], object], *, read: bool = True
) -> None:
    """Do something that opens the assistant, and work in it; it is closed in the end.

    With `read` the work begins when the document has been read.
    """
    failures: list[BaseException] = []
    seen: list[ImportAssistant] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        ready = isinstance(dialog, ImportAssistant) and (dialog.body is not None or not read)
        if not ready:
            waiting.start(20)
            return
        assert isinstance(dialog, ImportAssistant)
        seen.append(dialog)
        assistant = Assistant(dialog)
        try:
            if read:
                assistant.rest()
            do(assistant)
        except BaseException as error:  # noqa: BLE001 - raised again outside the dialog
            failures.append(error)
        if dialog.isVisible():
            dialog.reject()

    waiting = QTimer()
    waiting.setSingleShot(True)
    waiting.timeout.connect(look)
    waiting.start(20)
    act()
    waiting.stop()
    settle()
    if failures:
        raise failures[0]
    assert seen, "the assistant did not open"


def hearing(act: Callable[[], object]) -> list[str]:
    """Do something, close every small window that says a sentence; returns the sentences."""
    heard: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SentenceDialog):
            heard.append(dialog.accessibleDescription())
            dialog.reject()
        elif isinstance(dialog, ImportAssistant) and dialog.body is not None:
            dialog.reject()
        waiting.start(20)

    waiting = QTimer()
    waiting.setSingleShot(True)
    waiting.timeout.connect(look)
    waiting.start(20)
    act()
    settle()
    waiting.stop()
    return heard


def drop(window: QWidget, *paths: Path) -> bool:
    """Drop files on the window; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place, copy = QPointF(window.rect().center()), Qt.DropAction.CopyAction
    entering = QDragEnterEvent(place.toPoint(), copy, data, buttons, none)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(place, copy, data, buttons, none))
    return True
