"""The print room: what there is to print, what it will look like, and the ways out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.documents.printing import PrintJob
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.rooms.printing import printer, saving
from prestatie_desktop.ui.rooms.printing.choices import Choices
from prestatie_desktop.ui.rooms.printing.finished import FinishedDocuments
from prestatie_desktop.ui.rooms.printing.listing import (
    DOCUMENTS,
    SIGNATURES,
    Chosen,
    Listed,
    key_of,
    list_documents,
    to_print,
)
from prestatie_desktop.ui.rooms.printing.page_bar import PageBar
from prestatie_desktop.ui.rooms.printing.pages import PrintedPages, read_pages
from prestatie_desktop.ui.rooms.printing.preview import Preview
from prestatie_desktop.ui.rooms.printing.sheet_list import SheetList, SheetModel, page_words
from prestatie_desktop.ui.rooms.printing.versions import (
    SUBMITTED,
    chosen_version,
    version_choices,
)
from prestatie_desktop.ui.rooms.printing.warnings import warnings_about
from prestatie_desktop.ui.rooms.room import Room
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.working.press import LongWork, Press, end_with
from prestatie_desktop.words.translation import tr

_NARROW, _NARROWEST = 940, 760
"""Narrower than this (at 100 % text) the list does without its pictures, or is not there."""
_NAMES = {
    "signatures": ("Ondertekenbladen", "blad", "bladen"),
    "bod": ("Biedingen", "bod", "biedingen"),
    "agreement": ("Volledige tekst", "document", "documenten"),
}


class PrintingRoom(Room):
    """A list of documents, the page in view, and what to do with them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._press = Press()
        self._documents = FinishedDocuments(self._press, self)
        self._model = SheetModel(self)
        self._listed: list[Listed] = []
        #: The work that a person asked for and waits for; one at a time.
        self._works: list[LongWork] = []
        self._printers_known = False
        self.list = SheetList(self._model)
        self.preview = Preview(self._press)
        self.choices = Choices()
        self._title, self._count = Text("", "h2", elide=True), Text("", colour="ink3")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(300)
        self._later.timeout.connect(self.refresh)
        self._arrange()
        self._connect()
        follow(self._restyle)

    def refresh(self) -> None:
        """List everything again and have it made anew."""
        self._later.stop()
        document = self.choices.document.current_key()
        before = self.choices.version.current_key()
        offered = version_choices(self.desk, document)
        usual = before if before in dict(offered) else offered[0][0]
        self.choices.version.set_choices(offered, usual)
        self._relist()

    def entry_committed(self, _entry: Entry) -> None:
        """Somebody is typing: wait for a pause."""
        self._later.start()

    def show_side(self, side: str) -> None:
        """Show the signature sheets, the bods or the full text."""
        if side in DOCUMENTS:
            combo = self.choices.document
            combo.setCurrentIndex(combo.findData(side))

    def is_busy(self) -> bool:
        """Whether pages are being made."""
        return self._press.is_busy()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for printers when the room is first seen."""
        super().showEvent(event)
        if not self._printers_known:
            self._printers_known = True
            QTimer.singleShot(0, self, self._find_printers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow room has a narrow list."""
        super().resizeEvent(event)
        self._restyle()

    def _arrange(self) -> None:
        head = Row(gap=8, margins=(16, 12, 14, 4))
        head.add(self._title, None, self._count)
        self._left = Panel("left", head, self.list, gap=4)
        middle = Column(gap=0)
        middle.addWidget(self.preview, 1)
        self._bar = PageBar(self.preview, self.preview)
        whole = Row(self, gap=0)
        whole.addWidget(self._left)
        whole.addLayout(middle, 1)
        whole.addWidget(self.choices)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self._documents.made.connect(self._on_made)
        self._documents.refused.connect(lambda _, sentence: self._refuse(UserError(sentence)))
        self.choices.relist_wanted.connect(self._list_others)
        self.choices.in_view.currentIndexChanged.connect(
            lambda _: self.list.choose(self.choices.in_view.current_key())
        )
        self.choices.picked.connect(self._show_choices)
        self.choices.print_wanted.connect(self.print_sheets)
        self.choices.save_wanted.connect(self._ask_how_to_save)
        self.choices.stop_wanted.connect(self._stop)
        self.preview.turned.connect(self._place_bar)
        self.desk.signing_changed.connect(self._on_signing)
        end_with(self, self._press, self._works)

    def _list_others(self) -> None:
        self._model.forget()
        self.refresh()

    def _relist(self) -> None:
        document = self.choices.document.current_key()
        key = self.choices.version.current_key()
        was = self.list.current_key()
        try:
            self._listed = list_documents(
                self.desk,
                document,
                chosen_version(self.desk, key),
                annex=self.choices.annex.isChecked(),
                as_submitted=key == SUBMITTED,
            )
        except UserError as error:
            self._listed = []
            self._refuse(error)
        self._model.show(self._listed)
        self._documents.ask_for(self._listed)
        title = _NAMES[document][0]
        self._title.set_text(tr(title))
        self._count.set_text(count_words(len(self._listed)))
        if self._listed:
            self.list.choose(was if self._model.row_of(was) >= 0 else self._usual())
        else:
            self.preview.say(tr("Er is hier nog niets om af te drukken."))
        self._show_choices()

    def _usual(self) -> str:
        """The first sheet somebody still has to sign."""
        open_ones = [one for one in self._listed if one.open and one.job.kind != "combined"]
        return key_of((open_ones or self._listed)[0])

    def _on_chosen(self, key: str) -> None:
        self._show_in_view()
        finished = self._documents.get(key)
        if finished is None:
            self._documents.hurry(key)
            self.preview.say(tr("De bladzijden worden gemaakt…"))
        else:
            self.preview.show_pages(finished.pages)
        self._show_choices()

    def _show_in_view(self) -> None:
        names = [(key_of(one), f"{one.title}: {one.sign.word}") for one in self._listed]
        self.choices.in_view.set_choices(names, self.list.current_key())

    def _on_made(self, key: str) -> None:
        finished = self._documents.get(key)
        assert finished is not None
        self._model.set_pages(key, finished.pages.count)
        self._model.set_picture(key, finished.picture)
        if key == self.list.current_key():
            self.preview.show_pages(finished.pages, keep_page=True)
        self._show_summary()

    def _on_signing(self) -> None:
        if self.isVisible():
            self._later.start()

    def _wanted(self) -> list[Listed]:
        alone = self.choices.alone.isChecked() and self.choices.alone.isVisibleTo(self)
        sheets = self.choices.document.current_key() == SIGNATURES
        return to_print(
            self._listed,
            Chosen(
                only_open=sheets and self.choices.only_open.isChecked(),
                combined=self.choices.combined.isChecked(),
                alone=self.list.current_key() if alone else "",
            ),
        )

    def _show_choices(self) -> None:
        document = self.choices.document.current_key()
        open_count = sum(one.open for one in self._listed if one.job.kind == "sheet")
        self.choices.set_which(document, open_count)
        wanted = self._wanted()
        version = self.choices.version.current_key()
        self.choices.set_warnings(warnings_about(document, version, wanted))
        self._show_summary()

    def _show_summary(self) -> None:
        wanted = self._wanted()
        _, one, several = _NAMES[self.choices.document.current_key()]
        count = f"{len(wanted)} {one if len(wanted) == 1 else several}"
        pages = [self._model.pages(key_of(listed)) for listed in wanted]
        total = sum(known for known in pages if known is not None)
        known = bool(pages) and all(number is not None for number in pages)
        busy = bool(self._works)
        self.choices.set_summary(
            ", ".join(filter(None, (count, page_words(total) if known else ""))),
            tr("Afdrukken ({count})").format(count=count),
            can_print=bool(wanted) and not busy and bool(self.choices.printer.current_key()),
            can_save=bool(wanted) and not busy,
        )

    def _find_printers(self) -> None:
        self.choices.set_printers(printer.printer_names())
        self._show_summary()

    def print_sheets(self) -> None:
        """Ask the system's print dialog, then print beside the window."""
        wanted = self._wanted()
        counts = [self._model.pages(key_of(one)) or 0 for one in wanted]
        count = sum(counts) if all(counts) else 0
        title = wanted[0].job.name if len(wanted) == 1 else self.desk.dossier.set.title
        chosen = printer.ask_printer(self, self.choices.printer.current_key(), title, count)
        if chosen is None:
            return
        jobs = [one.job for one in wanted]
        ready = [self._documents.get(key_of(one)) for one in wanted]

        def work(step: saving.Step, stopping: saving.Stopping) -> object:
            pages = [
                made.pages if made else _pages_of(job)
                for job, made in zip(jobs, ready, strict=True)
            ]
            return printer.print_pages(chosen, pages, step, stopping)

        self._start(work, self._printed)

    def save_in_one(self, path: Path) -> None:
        """All wanted documents in one file."""
        jobs = [one.job for one in self._wanted()]
        self._start(saving.saving_in_one(jobs, path), self._saved)

    def save_in_folder(self, folder: Path) -> None:
        """Each wanted document in a file of its own."""
        jobs = [one.job for one in self._wanted()]
        self._start(saving.saving_in_folder(jobs, folder), self._saved)

    def _ask_how_to_save(self) -> None:
        wanted = self._wanted()
        if len(wanted) == 1:
            self._ask_file(wanted[0].job.name)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = f"{_NAMES[self.choices.document.current_key()][0]} {self.desk.dossier.set.title}"
        menu.addAction(tr("In één bestand…"), lambda: self._ask_file(name))
        menu.addAction(tr("In een map, een bestand per partij…"), self._ask_folder)
        button = self.choices.save_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _ask_file(self, name: str) -> None:
        path = saving.ask_file(self, self.desk.settings, name)
        if path is not None:
            self.save_in_one(path)

    def _ask_folder(self) -> None:
        folder = saving.ask_folder(self, self.desk.settings)
        if folder is not None:
            self.save_in_folder(folder)

    def _start(
        self,
        work: Callable[[saving.Step, saving.Stopping], object],
        done: Callable[[object], None],
    ) -> None:
        long = LongWork(work)
        self._works.append(long)
        progress = self.choices.progress
        progress.restart()
        progress.set_progress(tr("Begint…"), 0, 0)
        progress.show()
        long.progressed.connect(progress.set_progress)
        long.succeeded.connect(done)
        long.failed.connect(self._refuse)
        long.finished.connect(self._ended)
        long.begin()
        self._show_summary()

    def _stop(self) -> None:
        for long in self._works:
            long.ask_to_stop()

    def _ended(self) -> None:
        for long in self._works:
            long.wait()
        self._works.clear()
        self.choices.progress.hide()
        self._show_summary()

    def _saved(self, paths: object) -> None:
        assert isinstance(paths, tuple)
        stopped = any(long.was_stopped for long in self._works)
        self.desk.happened.emit(saving.saved_words(paths, stopped=stopped), False)

    def _printed(self, count: object) -> None:
        words = page_words(int(str(count))) or "0"
        self.desk.happened.emit(tr("Naar de printer: {pages}").format(pages=words), False)

    def _refuse(self, error: object) -> None:
        if not isinstance(error, UserError):
            assert isinstance(error, Exception)
            raise error
        self.desk.bridge.refused.emit(str(error))

    def _place_bar(self) -> None:
        bar = self._bar
        bar.adjustSize()
        left = (self.preview.width() - bar.width()) // 2
        bar.move(left, self.preview.height() - bar.height() - theme().px(10))
        bar.raise_()

    def _restyle(self) -> None:
        px = theme().px
        wide = self.width() >= px(_NARROW)
        self.list.set_pictures_shown(wide)
        room_for_list = self.width() >= px(_NARROWEST)
        self._left.setFixedWidth(px(284) if wide else px(206))
        self._left.setVisible(room_for_list)
        self.choices.set_list_shown(not room_for_list)
        self._count.setVisible(wide)
        self.choices.setFixedWidth(px(292))
        self._bar.set_compact(not wide)
        self._place_bar()


def count_words(count: int) -> str:
    """1 stuk, 12 stuks."""
    return tr("1 stuk") if count == 1 else tr("{count} stuks").format(count=count)


def _pages_of(job: PrintJob) -> PrintedPages:
    from prestatie_desktop.documents.printing import pdf_of

    return read_pages(pdf_of(job.compose()))
