"""The documents that were made for the screen, kept while nothing in them changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from prestatie_desktop.documents.blocks import Document
from prestatie_desktop.documents.printing import PrintJob, pdf_of
from prestatie_desktop.errors import UserError
from prestatie_desktop.ui.rooms.printing.listing import Listed, key_of
from prestatie_desktop.ui.rooms.printing.pages import PrintedPages, page_image, read_pages
from prestatie_desktop.ui.working.press import Press

_PICTURE_SCALE = 0.3


@dataclass(frozen=True, slots=True)
class Finished:
    """A document that was made: what it says, its pages, and a small picture of the first."""

    document: Document
    pages: PrintedPages
    picture: QImage


class FinishedDocuments(QObject):
    """Has documents made beside the window; `made` tells the key of each that is ready."""

    made = Signal(str)
    #: A document could not be made: its key and a sentence.
    refused = Signal(str, str)

    def __init__(self, press: Press, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._press = press
        self._jobs: dict[str, PrintJob] = {}
        self._kept: dict[str, Finished] = {}
        self._fresh: set[str] = set()
        self._round = 0
        press.made.connect(self._on_made)
        press.failed.connect(self._on_failed)

    def ask_for(self, listed: Sequence[Listed]) -> None:
        """Other documents are wanted, or the same ones with another text."""
        self._round += 1
        self._press.forget()
        self._fresh.clear()
        self._jobs = {key_of(one): one.job for one in listed}
        for key in self._jobs:
            self._ask(key, urgent=False)

    def hurry(self, key: str) -> None:
        """This one first."""
        if key in self._jobs and key not in self._fresh:
            self._ask(key, urgent=True)

    def get(self, key: str) -> Finished | None:
        """The document as it is now, when it is ready."""
        return self._kept.get(key) if key in self._fresh else None

    def _ask(self, key: str, *, urgent: bool) -> None:
        job, before = self._jobs[key], self._kept.get(key)
        self._press.ask(
            ("document", self._round, key), lambda: _finished(job, before), urgent=urgent
        )

    def _on_made(self, asked: object, result: object) -> None:
        key = self._own(asked)
        if key is not None:
            assert isinstance(result, Finished)
            self._kept[key] = result
            self._fresh.add(key)
            self.made.emit(key)

    def _on_failed(self, asked: object, error: object) -> None:
        key = self._own(asked)
        if isinstance(error, UserError):
            if key is not None:
                self.refused.emit(key, str(error))
        elif isinstance(error, Exception):
            raise error

    def _own(self, asked: object) -> str | None:
        if isinstance(asked, tuple) and asked[:2] == ("document", self._round):
            return str(asked[2])
        return None


def _finished(job: PrintJob, before: Finished | None) -> Finished:
    document = job.compose()
    if before is not None and before.document == document:
        return before
    pages = read_pages(pdf_of(document))
    return Finished(document, pages, page_image(pages, 0, _PICTURE_SCALE))
