"""Paper: which printers there are, and the pages that go to one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from prestatie_desktop.errors import UserError
from prestatie_desktop.ui.rooms.printing.pages import PrintedPages, page_image
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_ENOUGH_DPI = 300
"""More dots than this no eye sees in text, and a page of them would not fit in memory."""

Step = Callable[[str, int, int], None]


def printer_names() -> tuple[tuple[str, str], ...]:
    """The printers of this computer by name and description, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    found = [(info.printerName(), info.description()) for info in QPrinterInfo.availablePrinters()]
    return tuple(
        (name, described or name)
        for name, described in sorted(found, key=lambda one: (one[0] != usual, one[0].casefold()))
    )


def ask_printer(parent: QWidget, name: str, title: str, pages: int) -> "QPrinter | None":
    """The system's own print dialog; None when it was cancelled.

    It offers a page range once it is known how many `pages` there are (else 0).
    """
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    printer = make_printer(name, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, pages > 0)
    if pages > 0:
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
    dialog.setPrintRange(QAbstractPrintDialog.PrintRange.AllPages)
    return printer if dialog.exec() else None


def make_printer(name: str, title: str) -> "QPrinter":
    """A printer set up for our pages: A4, upright, to the edge of the paper."""
    from PySide6.QtGui import QPageLayout, QPageSize
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name:
        printer.setPrinterName(name)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def chosen_pages(
    documents: Sequence[PrintedPages], first: int, last: int
) -> list[tuple[PrintedPages, int]]:
    """The pages from `first` to `last`, counted through all documents from 1; 0 means all."""
    pages = [(document, number) for document in documents for number in range(document.count)]
    return pages[max(first, 1) - 1 : last or None]


def print_pages(
    printer: "QPrinter",
    documents: Sequence[PrintedPages],
    step: Step,
    cancelled: Callable[[], bool],
) -> int:
    """Send the pages in the printer's range; returns how many went out.

    Raises UserError when the printer does not take them.
    """
    limited = printer.printRange() is type(printer).PrintRange.PageRange
    first, last = (printer.fromPage(), printer.toPage()) if limited else (0, 0)
    pages = chosen_pages(documents, first, last)
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    pages = pages * copies
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(_refused(printer))
    try:
        return _paint(painter, printer, pages, step, cancelled)
    finally:
        painter.end()


def _paint(
    painter: QPainter,
    printer: "QPrinter",
    pages: Sequence[tuple[PrintedPages, int]],
    step: Step,
    cancelled: Callable[[], bool],
) -> int:
    from PySide6.QtPrintSupport import QPrinter as Printer

    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for done, (document, number) in enumerate(pages):
        if cancelled():
            printer.abort()
            return done
        step(tr("Bladzijde {at} van {total}").format(at=done + 1, total=len(pages)), done,
             len(pages))  # fmt: skip
        if done and not printer.newPage():
            raise UserError(_refused(printer))
        image = page_image(document, number, min(printer.resolution(), _ENOUGH_DPI) / 72)
        paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        size = image.size().scaled(paper.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
        if printer.printerState() == Printer.PrinterState.Error:
            raise UserError(_refused(printer))
    return len(pages)


def _refused(printer: "QPrinter") -> str:
    name = printer.printerName() or tr("De printer")
    return tr(
        "{name} neemt de opdracht niet aan; er is niets veranderd in het dossier. Kijk of de "
        "printer aan staat, kies een andere, of sla op als PDF."
    ).format(name=name)
