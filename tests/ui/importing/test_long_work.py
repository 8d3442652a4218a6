"""Reading beside the window: progress, Stoppen, and what goes wrong."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.exchange.xlsx_export import write_xlsx
from prestatie_desktop.importing.source import Source
from prestatie_desktop.importing.watch import Watch
from prestatie_desktop.ui.importing.assistant import ImportAssistant
from prestatie_desktop.ui.importing.decision_steps import DecisionSteps
from prestatie_desktop.ui.importing.working_out import Tools
from prestatie_desktop.ui.settings import Settings
from prestatie_desktop.ui.widgets.progress import Bar
from prestatie_desktop.ui.widgets.text import Text
from tests.ui.driver import App
from tests.ui.driving.importing import Assistant, cells, with_assistant
from tests.ui.driving.keys import press
from tests.ui.driving.printing import wait_until
from tests.ui.importing.documents import text_document
from tests.ui.importing.samples import small_import


def _assistant(
    qtbot: QtBot, tmp_path: Path, get: Callable[[Watch], Source], tools: Tools | None = None
) -> ImportAssistant:
    dialog = ImportAssistant(
        "Bod.xlsx", get, DecisionSteps(), settings=Settings(tmp_path),
        carry_out=lambda _: True, tools=tools,
    )  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_reading_tells_how_far_it_is_and_stops_when_asked(qtbot: QtBot, tmp_path: Path) -> None:
    go_on = Event()

    def get(watch: Watch) -> Source:
        for sheet in range(1, 500):
            watch.at(f"Blad {sheet} van 500", sheet, 500)
            if sheet == 3:
                go_on.wait(10)
        return small_import()[0]

    dialog = _assistant(qtbot, tmp_path, get)
    wait_until(lambda: "Blad 3 van 500" in [text.words() for text in dialog.findChildren(Text)])
    assert dialog.findChildren(Bar)[0].value() == 3
    stop = dialog._reading.stop
    assert stop.hasFocus() or dialog.focusWidget() is stop
    press(stop, "Space")
    go_on.set()
    wait_until(lambda: not dialog.isVisible())
    assert dialog.problem is None
    assert dialog.body is None


def test_closing_while_it_is_read_stops_the_reading(qtbot: QtBot, tmp_path: Path) -> None:
    stopped = Event()

    def get(watch: Watch) -> Source:
        try:
            while True:
                watch.at("Lezen")
        finally:
            stopped.set()

    dialog = _assistant(qtbot, tmp_path, get)
    press(dialog, "Esc")
    assert stopped.is_set()
    assert dialog.problem is None


def test_a_bug_in_recognising_is_not_swallowed(qtbot: QtBot, tmp_path: Path) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    dialog = _assistant(
        qtbot,
        tmp_path,
        lambda _: small_import()[0],
        Tools(recognise=broken),  # type: ignore[arg-type]
    )
    wait_until(lambda: not dialog.isVisible())
    assert isinstance(dialog.problem, ZeroDivisionError)


def test_the_size_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    first = _assistant(qtbot, tmp_path, lambda _: small_import()[0])
    first.resize(700, 600)
    first.reject()
    second = _assistant(qtbot, tmp_path, lambda _: small_import()[0])
    assert (second.width(), second.height()) == (700, 600)
    second.reject()


@pytest.fixture
def imported(app: App, tmp_path: Path, keep_at: Path) -> App:
    def work(assistant: Assistant) -> None:
        assistant.go_to("Overzicht")
        assistant.click("Importeren")

    with_assistant(lambda: _into(app, text_document(tmp_path)), work)
    return app


def test_a_workbook_of_this_program_goes_its_own_exact_way(imported: App, tmp_path: Path) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from prestatie_desktop.ui.importing.workbook_dialog import WorkbookDialog

    assert imported.window.workspace is not None
    desk = imported.window.workspace.desk
    book = tmp_path / "Veldhoven.xlsx"
    write_xlsx(desk.dossier, book)
    _fill_in(book, "Afspraken", "Planning", "Voor de zomer")
    seen: list[list[list[str]]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, WorkbookDialog) or dialog.body is None:
            QTimer.singleShot(20, look)
            return
        seen.append(cells(dialog.body.sheets))
        dialog.body.do_import.click()

    QTimer.singleShot(20, look)
    _into(imported, book)

    assert ["Afspraken", "–", "1", "4", "–"] in seen[0]
    assert desk.dossier.all(Agreement)[0].planning == "Voor de zomer"
    imported.choose_from_menu("undo")
    assert desk.dossier.all(Agreement)[0].planning == ""


def _fill_in(book: Path, sheet: str, column: str, text: str) -> None:
    """Type in the first row under a heading, as somebody does in a spreadsheet."""
    workbook = openpyxl.load_workbook(book)
    cells = workbook[sheet]
    place = next(cell for row in cells.iter_rows() for cell in row if cell.value == column)
    cells.cell(place.row + 1, place.column).value = text
    workbook.save(book)


def _into(app: App, path: Path) -> None:
    from prestatie_desktop.ui.importing.command import import_document

    import_document(app.window, path)
