"""A workbook that this program made, on its way back: sheet by sheet what it changes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.importing.own_workbook import (
    OwnWorkbook,
    SheetCount,
    compare_own_workbook,
)
from prestatie_desktop.importing.watch import Watch
from prestatie_desktop.ui.importing.plain_table import Cells, plain_table
from prestatie_desktop.ui.importing.reading_dialog import Job, ReadingDialog
from prestatie_desktop.ui.settings import Settings
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.cells import PLAIN, CellLook
from prestatie_desktop.ui.widgets.layouts import Column
from prestatie_desktop.ui.widgets.notice import Notice
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

#: More than this says nothing new.
_NOTICES = 8
_RIGHT, _NONE = CellLook(right=True), CellLook(right=True, soft=True)


class WorkbookDialog(ReadingDialog):
    """Nothing is written before the button Importeren."""

    place = "import-workbook"
    share = (0.6, 0.75)
    needed = (720, 520)

    def __init__(
        self,
        path: Path,
        dossier: Dossier,
        *,
        settings: Settings,
        carry_out: Callable[[OwnWorkbook], bool],
        target: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`target` is the title of the dossier; "" for a new one."""
        self._carry_out, self._target, self._name = carry_out, target, path.name
        self.body: WorkbookBody | None = None
        super().__init__(path.name, _job(path, dossier), settings, parent)

    def make_body(self, result: OwnWorkbook) -> QWidget:
        """The sheets with what they change."""
        self.body = WorkbookBody(self._name, result, self._target)
        self.body.import_wanted.connect(lambda: self._on_import(result))
        self.body.close_wanted.connect(self.reject)
        return self.body

    def _on_import(self, result: OwnWorkbook) -> None:
        if self._carry_out(result):
            self.accept()


class WorkbookBody(QWidget):
    """A table with a row for each sheet."""

    import_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, name: str, found: OwnWorkbook, target: str) -> None:
        super().__init__()
        heads = (
            tr("Blad"),
            tr("Nieuw"),
            tr("Gewijzigd"),
            tr("Ongewijzigd"),
            tr("Niet in werkboek"),
        )
        self.sheets, model = plain_table(
            heads, (150, 80, 100, 116, 146), tr("Wat elk blad van het werkboek verandert")
        )
        filled = [count for count in found.counts if any(_numbers(count))]
        model.show([_cells(count) for count in filled])
        where = tr("Werkboek van dit programma, naar {title}").format(
            title=target or tr("een nieuw dossier")
        )
        inside = QWidget()
        page = Column(inside, gap=10, margins=(20, 16, 20, 16))
        page.add(Text(name, "h1", wrap=True), Text(where, colour="ink2", wrap=True), 4)
        for sentence in found.notices[:_NOTICES]:
            page.add(Notice("warn", "", sentence))
        if len(found.notices) > _NOTICES:
            more = tr("En nog {count} meldingen.").format(count=len(found.notices) - _NOTICES)
            page.add(Text(more, "small"))
        left = tr("Wat niet in het werkboek staat, blijft in het dossier zoals het is.")
        page.add(self.sheets, Text(left, "small", colour="ink2", wrap=True), None)
        whole = Column(self, gap=0)
        whole.addWidget(Page(inside), 1)
        whole.add(self._foot(bool(found.acts)))
        self.setFocusProxy(self.do_import if found.acts else self.close_button)

    def _foot(self, has_changes: bool) -> QWidget:
        safe = tr("Er is nog niets gewijzigd; dat gebeurt pas bij Importeren.")
        none = tr("Het dossier is al zoals het werkboek; er is niets te importeren.")
        self.close_button = Button(tr("Sluiten"))
        self.do_import = Button(tr("&Importeren"), "tray-arrow-down", variant="primary")
        self.do_import.setEnabled(has_changes)
        foot = Panel("foot", across=True, gap=10, margins=(16, 10, 16, 10))
        foot.add(Pic("shield-check-outline", "ink3", 18))
        foot.body.addWidget(
            Text(safe if has_changes else none, "small", colour="ink2", elide=True), 1
        )
        foot.add(self.close_button, self.do_import)
        self.close_button.clicked.connect(self.close_wanted)
        self.do_import.clicked.connect(self.import_wanted)
        return foot


def _job(path: Path, dossier: Dossier) -> Job:
    def job(step: Callable[[str, int, int], None], stopping: Callable[[], bool]) -> OwnWorkbook:
        return compare_own_workbook(path, dossier, Watch(step, stopping))

    return job


def _numbers(count: SheetCount) -> tuple[int, ...]:
    return (count.new, count.changed, count.unchanged, count.not_in_workbook)


def _cells(count: SheetCount) -> Cells:
    shown = [(str(one), _RIGHT) if one else ("–", _NONE) for one in _numbers(count)]
    return [(count.sheet, PLAIN), *shown]
