"""Agreements in Word, OpenDocument, slides, a web page and PDF, against the barest way to read them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from lxml import etree, html
from pdfminer.high_level import extract_text
from pptx import Presentation

from prestatie_desktop.importing.opening import open_source
from tests.benchmarks.table import Line
from tests.benchmarks.taking import in_turns, milliseconds
from tests.importing.documents.writing import as_open_text, as_page, as_pdf, as_slides, as_word

#: Chapters at size 1; each is about a page.
_CHAPTERS = 2
#: Letters on pages take the longest, also bare.
_MOST_OF_PDF = 10


@dataclass(frozen=True, slots=True)
class _Way:
    write: Callable[[str, Path], Path]
    against: str
    theirs: Callable[[Path], object]
    most: int = 100
    aim: str = "≤ 3×"


def reading_documents(folder: Path, repeats: int, sizes: tuple[int, ...]) -> Iterator[Line]:
    """The same chapters in every format: headings, agreements in paragraphs, and a table."""
    ways = (
        _Way(as_word, "python-docx", _bare_word),
        _Way(as_open_text, "lxml", _bare_open_text, aim=""),
        _Way(as_slides, "python-pptx", _bare_slides),
        _Way(as_page, "lxml", _bare_page, aim=""),
        _Way(as_pdf, "pdfminer", _bare_pdf, most=_MOST_OF_PDF),
    )
    for way in ways:
        for size in (size for size in sizes if size <= way.most):
            path = way.write(_sketch(size * _CHAPTERS), folder)
            ours, theirs = in_turns(
                repeats,
                partial(milliseconds, open_source, path),
                partial(milliseconds, way.theirs, path),
            )
            what = f"read: {size * _CHAPTERS} chapters in {path.suffix}"
            yield Line(what=what, ours=ours, against=way.against, theirs=theirs, aim=way.aim)


def _sketch(chapters: int) -> str:
    parts = ["# Prestatieafspraken 2026"]
    for chapter in range(1, chapters + 1):
        parts += [f"## {chapter}. Thema {chapter}", "Er is veel te doen aan wonen in de stad."]
        parts += [
            f"{chapter}.{number} Woonbron Zonneveen levert vóór 1 juli plan {number} op en legt dat "
            "voor aan de gemeente en de huurders, die het binnen een maand bespreken."
            for number in range(1, 7)
        ]
        rows = [f"| Straat {chapter}-{n} | {n + 3} | MGW | De Linde |" for n in range(8)]
        parts.append("\n".join(["| Locatie | Aantal | Type | Corporatie |", *rows]))
    return "\n\n".join(parts)


def _bare_word(path: Path) -> list[str]:
    document = Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    return texts + [c.text for t in document.tables for row in t.rows for c in row.cells]


def _bare_open_text(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        return list(map(str, etree.fromstring(archive.read("content.xml")).itertext()))


def _bare_slides(path: Path) -> list[str]:
    found: list[str] = []
    for slide in Presentation(str(path)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            elif shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


def _bare_page(path: Path) -> list[str]:
    return list(map(str, html.fromstring(path.read_bytes()).itertext()))


def _bare_pdf(path: Path) -> str:
    return extract_text(path)
