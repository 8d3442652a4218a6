"""A PDF file as pages of letters, rules and pictures, however broken or hostile it is."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, int_value

from prestatie_desktop.errors import UserError
from prestatie_desktop.importing import limits, refusals
from prestatie_desktop.importing.readers.pdf_device import Device
from prestatie_desktop.importing.readers.pdf_guard import (
    Allowance,
    CarefulDocument,
    CarefulFonts,
    CarefulInterpreter,
    CarefulParser,
    FarTooMuchError,
    TooMuchError,
    within,
)
from prestatie_desktop.importing.readers.pdf_headings import title_key
from prestatie_desktop.importing.readers.pdf_page import Fault, PageMarks
from prestatie_desktop.importing.readers.pdf_remarks import written
from prestatie_desktop.importing.watch import StoppedError, Watch
from prestatie_desktop.words.translation import tr

_MOST_BOOKMARKS = 5_000


class PdfFile:
    """An open PDF: see `opened`."""

    def __init__(self, file: BinaryIO, name: str, allowance: Allowance) -> None:
        self._name = name
        self._allowance = allowance
        self._document = CarefulDocument(CarefulParser(file))
        self._fonts = CarefulFonts()
        #: Whether there are fewer pages than the file says.
        self.lacks_pages = False

    def pages(self, watch: Watch) -> Iterator[PageMarks | Fault]:
        """Each page in turn, or why it cannot be read."""
        total, number = self._count(), 0
        for number, page in enumerate(self._pages(), 1):
            if number > limits.MAX_PAGES:
                raise refusals.too_many_pages(self._name, limits.MAX_PAGES)
            watch.at(_progress(number, total), number, max(number, total))
            self._allowance.turn_page()
            yield self._marks(page)
        self.lacks_pages = self.lacks_pages or number < total

    def _pages(self) -> Iterator[PDFPage]:
        found = PDFPage.create_pages(self._document)
        while True:
            try:
                page = next(found, None)
            except Exception as error:  # noqa: BLE001 - as many sorts as there is damage
                _pass_on(error)
                self.lacks_pages = True
                return
            if page is None:
                return
            yield page

    def _marks(self, page: PDFPage) -> PageMarks | Fault:
        device = Device(self._fonts, self._allowance)
        try:
            CarefulInterpreter(self._fonts, device).process_page(page)
        except Exception as error:  # noqa: BLE001 - as many sorts as there is damage
            _pass_on(error)
            return Fault.TOO_MUCH if isinstance(error, TooMuchError) else Fault.DAMAGED
        marks = device.marks()
        try:
            notes = written(page, device.placing())
        except Exception as error:  # noqa: BLE001 - as many sorts as there is damage
            _pass_on(error)
            return marks
        marks.remarks += notes.remarks
        marks.aside += notes.seen
        return marks

    def _count(self) -> int:
        try:
            return int_value(dict_value(self._document.catalog["Pages"]).get("Count", 0))
        except Exception as error:  # noqa: BLE001 - as many sorts as there is damage
            _pass_on(error)
            return 0

    def outline(self) -> dict[str, int]:
        """The level, from 1, of each title among the bookmarks."""
        try:
            found = islice(self._document.get_outlines(), _MOST_BOOKMARKS)
            return {title_key(title): max(1, level) for level, title, *_ in found if title.strip()}
        except Exception as error:  # noqa: BLE001 - as many sorts as there is damage
            _pass_on(error)
            return {}


def _pass_on(error: Exception) -> None:
    """Raise what concerns more than the page at hand."""
    if isinstance(error, StoppedError | FarTooMuchError | UserError):
        raise error


def _progress(number: int, total: int) -> str:
    if total < number:
        return tr("Bladzijde {number} lezen").format(number=number)
    return tr("Bladzijde {number} van {total} lezen").format(number=number, total=total)


@contextmanager
def opened(path: Path, name: str, watch: Watch) -> Iterator[PdfFile]:
    """A PDF to read in a `with`. Raises UserError when it is broken, protected or too much."""
    allowance = Allowance(pulse=lambda: watch.at(tr("PDF lezen")))
    with path.open("rb") as file, within(allowance), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield _open(file, name, allowance)
        except FarTooMuchError as error:
            raise refusals.too_intricate(name) from error


def _open(file: BinaryIO, name: str, allowance: Allowance) -> PdfFile:
    try:
        return PdfFile(file, name, allowance)
    except PDFEncryptionError as error:
        raise refusals.protected(name) from error
    except TooMuchError as error:
        raise FarTooMuchError from error
    except Exception as error:
        _pass_on(error)
        raise refusals.broken(name) from error
