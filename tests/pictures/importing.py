"""The import assistant: its pages, what it asks, a file that is read, a workbook of our own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.exchange.xlsx_export import write_xlsx
from prestatie_desktop.importing.decisions import NOTHING_DECIDED
from prestatie_desktop.importing.opening import open_source
from prestatie_desktop.importing.recognising.recognise import recognise
from prestatie_desktop.ui.importing.assigning import WAYS, Way
from prestatie_desktop.ui.importing.assistant import ImportAssistant
from prestatie_desktop.ui.importing.assistant_body import AssistantBody
from prestatie_desktop.ui.importing.contents_page import ContentsPage
from prestatie_desktop.ui.importing.decision_steps import DecisionSteps
from prestatie_desktop.ui.importing.lost_page import LostPage
from prestatie_desktop.ui.importing.merging_page import MergingPage
from prestatie_desktop.ui.importing.parties_page import PartiesPage
from prestatie_desktop.ui.importing.reading_dialog import ReadingDialog
from prestatie_desktop.ui.importing.workbook_dialog import WorkbookDialog
from prestatie_desktop.ui.importing.working_out import Tools
from prestatie_desktop.ui.open_file import imported_file
from tests.pictures.dossiers import WHO
from tests.pictures.stage import Stage
from tests.pictures.studio import Studio, settle, wait, with_popups
from tests.ui.importing.documents import sheet_document, text_document
from tests.ui.importing.samples import small_import

P = TypeVar("P", bound=QWidget)


def scenes(stage: Stage) -> None:
    """Every page of a small document, then merging, then what is asked."""
    studio = stage.window()
    _small(studio)
    _reading(studio)
    _none(studio, stage.folder)
    _merging(stage)


def _small(studio: Studio) -> None:
    source, reading = small_import()
    tools = Tools(recognise=lambda _source, _decisions, _watch: reading)
    dialog = _dialog(studio, source.name, lambda _: source, tools=tools)
    body = _ready(dialog)
    page = _page(body, ContentsPage)
    page.result.choose("agreement:1.7")
    _take(studio, dialog, "import-inhoud")
    page.result.choose("figures:0")
    _take(studio, dialog, "import-inhoud-cijfers")
    page.next_to_check()
    page.chips.chip("check").click()
    _take(studio, dialog, "import-inhoud-nakijken")
    page.chips.chip("all").click()
    page.source.go_to(3)
    menu = page.assigner.menu()
    menu.popup(page.assign.mapToGlobal(QPoint(0, page.assign.height())))
    _take(studio, dialog, "import-menu", over=True)
    menu.close()
    for key, name in (
        ("lost", "niet-herkend"), ("parties", "partijen"), ("tables", "tabellen"),
        ("overview", "overzicht"),
    ):  # fmt: skip
        body.show_page(key)
        _take(studio, dialog, f"import-{name}")
    _page(body, PartiesPage).table.setCurrentIndex(_page(body, PartiesPage).model.index(4, 1))
    body.show_page("parties")
    _take(studio, dialog, "import-partijen-schrijfwijze")
    _page(body, PartiesPage).table.setCurrentIndex(_page(body, PartiesPage).model.index(6, 1))
    _take(studio, dialog, "import-partijen-groep")
    body.show_page("lost")
    _asked(studio, "import-toewijzen", partial(_page(body, LostPage).assigner.perform, _way("A")))
    _asked(
        studio, "import-toewijzen-bij", partial(_page(body, LostPage).assigner.perform, _way("H"))
    )
    _page(body, LostPage).assigner.perform(_way("O"))
    while body.desk.is_busy:
        wait(20)
    _take(studio, dialog, "import-melding")
    dialog.reject()


def _reading(studio: Studio) -> None:
    dialog = _dialog(studio, "Projectenlijst corporaties.xlsx", lambda _: small_import()[0])
    dialog._work.stop()
    dialog._reading.show_progress("Blad 3 van 11", 3, 11)
    _take(studio, dialog, "import-lezen", at_once=True)
    dialog.reject()


def _none(studio: Studio, folder: Path) -> None:
    body = _ready(
        dialog := _dialog(studio, "Projecten.csv", partial(open_source, sheet_document(folder, 40)))
    )
    body.show_page("lost")
    _take(studio, dialog, "import-alles-herkend")
    body.show_page("tables")
    _take(studio, dialog, "import-tabellen-blad")
    body.show_page("contents")
    _page(body, ContentsPage).result.go_to(5)
    _take(studio, dialog, "import-inhoud-blad")
    dialog.reject()


def _merging(stage: Stage) -> None:
    path = text_document(stage.folder)
    source = open_source(path)
    reading = recognise(source)
    made = stage.folder / "Veldhoven 2026.prestatie"
    imported_file(made, WHO, reading, NOTHING_DECIDED, name=source.name).close()
    studio = stage.window()
    studio.open(made)
    text = path.read_text(encoding="utf-8").replace("binnen een week", "binnen drie dagen")
    text = text.replace("Molenakker", "Molenveld").replace(
        "De gemeente wijst voor elk bouwplan een vaste contactpersoon aan.",
        "Het college onderzoekt of leegstaande kantoren woningen kunnen worden.",
    )
    path.write_text(text, encoding="utf-8")
    dossier = studio.desk.dossier
    dialog = _dialog(studio, path.name, partial(open_source, path), dossier=dossier)
    body = _ready(dialog)
    body.show_page("merging")
    for which, name in (("all", ""), ("choose", "-kiezen"), ("update", "-bijwerken")):
        _page(body, MergingPage).chips.chip(which).click()
        _take(studio, dialog, f"import-samenvoegen{name}")
    body.show_page("parties")
    _take(studio, dialog, "import-partijen-dossier")
    body.show_page("overview")
    _take(studio, dialog, "import-overzicht-samenvoegen")
    dialog.reject()
    book = stage.folder / "Veldhoven 2026.xlsx"
    write_xlsx(dossier, book)
    workbook = WorkbookDialog(
        book, dossier, settings=studio.window.settings, carry_out=lambda _: True,
        target=dossier.set.title, parent=studio.window,
    )  # fmt: skip
    workbook.show()
    while workbook.body is None:
        wait(20)
    _take(studio, workbook, "import-werkboek")
    workbook.reject()


def _dialog(
    studio: Studio,
    name: str,
    get: Callable[..., object],
    *,
    dossier: Dossier | None = None,
    tools: Tools | None = None,
) -> ImportAssistant:
    dialog = ImportAssistant(
        name,
        get,  # type: ignore[arg-type]
        DecisionSteps(),
        settings=studio.window.settings,
        carry_out=lambda _: True,
        dossier=dossier,
        target=dossier.set.title if dossier is not None else "",
        tools=tools,
        parent=studio.window,
    )
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def _ready(dialog: ImportAssistant) -> AssistantBody:
    while dialog.body is None:
        wait(20)
    settle()
    return dialog.body


def _page(body: AssistantBody, kind: type[P]) -> P:
    found = body.findChild(kind)
    assert found is not None
    return found


def _take(
    studio: Studio, dialog: ReadingDialog, name: str, *, over: bool = False, at_once: bool = False
) -> None:
    if not at_once and not over:
        dialog.activateWindow()
    settle()
    image = dialog.grab().toImage()
    if over:
        image = with_popups(dialog)
    studio.keep(name, image)


def _asked(studio: Studio, name: str, act: Callable[[], object]) -> None:
    def look() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QDialog)
        settle()
        studio.keep(name, asked.grab().toImage())
        asked.reject()

    QTimer.singleShot(40, look)
    act()
    settle(2)


def _way(key: str) -> Way:
    return next(way for way in WAYS if way.key == key)
