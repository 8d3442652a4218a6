"""Read a PDF back as a reader, a screen and a printer meet it."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Left, bottom, right, top on a page, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


def page_texts(data: bytes) -> list[str]:
    """The text of every page, lines joined by a blank, hyphens at line ends taken out."""
    with pypdfium2.PdfDocument(data) as document:
        raw = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(re.sub("[\x02\ufffe]\\s*", "", text).split()) for text in raw]


def whole_text(data: bytes) -> str:
    return " ".join(page_texts(data))


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_size() for page in document]


def fonts(data: bytes) -> dict[str, bool]:
    """Each font's name, and whether its shapes are embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/Font":
                descriptor = entry.get("/FontDescriptor")
                found[str(entry.BaseFont)] = descriptor is not None and "/FontFile2" in descriptor
    return found


def metadata(data: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        shown = {str(key): str(value) for key, value in pdf.docinfo.items()}
        shown["language"] = str(pdf.Root.get("/Lang", ""))
        shown["shows title"] = str(pdf.Root.ViewerPreferences.DisplayDocTitle)
    return shown


def outline(data: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page (from 0) of every entry."""
    with pypdfium2.PdfDocument(data) as document:
        return [
            (entry.level, entry.get_title(), entry.get_dest().get_index())
            for entry in document.get_toc()
        ]


def links(data: bytes) -> list[tuple[int, int]]:
    """From which page to which page the links go."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        named: Any = pdf.Root.get("/Dests", {})
        for number, page in enumerate(pdf.pages):
            annotations: Any = page.obj.get("/Annots", [])
            for annotation in annotations:
                place = annotation.get("/Dest")
                target = named[place] if isinstance(place, pikepdf.Name) else place
                found.append((number, pages[target[0].objgen]))
    return found


def text_boxes(data: bytes) -> Iterator[tuple[int, Box]]:
    """The page and place of every piece of text."""
    yield from _boxes(data, pdfium.FPDF_PAGEOBJ_TEXT)


def drawn_boxes(data: bytes) -> Iterator[tuple[int, Box]]:
    """The page and place of every line, box and area."""
    yield from _boxes(data, pdfium.FPDF_PAGEOBJ_PATH)


def picture_boxes(data: bytes) -> Iterator[tuple[int, Box]]:
    yield from _boxes(data, pdfium.FPDF_PAGEOBJ_IMAGE)


def _boxes(data: bytes, kind: int) -> Iterator[tuple[int, Box]]:
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document):
            for found in page.get_objects(filter=[kind]):
                left, bottom, right, top = found.get_bounds()
                yield number, Box(left=left, bottom=bottom, right=right, top=top)
