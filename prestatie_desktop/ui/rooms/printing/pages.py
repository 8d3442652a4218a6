"""Pages of a PDF as pictures: the very file that is saved and printed is what is shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from PySide6.QtGui import QImage

#: The PDF engine works for one thread at a time.
_ENGINE = Lock()


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """A finished PDF and the sizes of its pages, in points (72 to the inch)."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self.sizes)


def read_pages(data: bytes) -> PrintedPages:
    """What a PDF holds."""
    with _opened(data) as document:
        return PrintedPages(data, tuple(page.get_size() for page in document))


def page_image(pages: PrintedPages, number: int, scale: float) -> QImage:
    """A page (from 0) as a picture; a `scale` of 1 gives 72 pixels to the inch."""
    with _opened(pages.data) as document:
        return _image(document[number], scale)


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2

    with _ENGINE:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()


def _image(page: Any, scale: float) -> QImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        shown = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        )
        return shown.copy()
    finally:
        bitmap.close()
