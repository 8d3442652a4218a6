"""Real PDF files for tests: drawn by hand, or set by reportlab as a word processor would."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pikepdf
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from prestatie_desktop.importing.readers.pdf import read_pdf
from prestatie_desktop.importing.source import Piece, Source
from prestatie_desktop.importing.source import Table as SourceTable

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", fontSize=16, leading=20)
SENTENCE = (
    "De gemeente en de corporaties spreken af dat zij samen werken aan betaalbare woningen voor "
    "iedereen die daarop is aangewezen, en dat de voortgang twee keer per jaar wordt besproken. "
)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def body(text: str) -> Paragraph:
    return Paragraph(text, BODY)


def heading(text: str) -> Paragraph:
    return Paragraph(text, HEADING)


def grid(
    rows: Sequence[list[Any]], widths: Sequence[float], more: Sequence[tuple[Any, ...]] = ()
) -> Table:
    """A table with rules all around its cells."""
    style: Any = [*GRID, *more]
    return Table(rows, colWidths=list(widths), style=style)


def typeset(
    path: Path, story: Sequence[Flowable], on_page: Callable[[Canvas, int], None] | None = None
) -> Path:
    """A document as a word processor prints it; `on_page` draws heads and feet."""

    def draw(canvas: Canvas, document: SimpleDocTemplate) -> None:
        if on_page is not None:
            on_page(canvas, document.page)

    document = SimpleDocTemplate(str(path), pagesize=A4)
    document.build(list(story), onFirstPage=draw, onLaterPages=draw)
    return path


def drawn(path: Path, *pages: Callable[[Canvas], None], size: tuple[float, float] = A4) -> Path:
    """A document of pages that are drawn one by one."""
    canvas = Canvas(str(path), pagesize=size)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return path


def lines(canvas: Canvas, *texts: str, x: float = 72, y: float = 700, apart: float = 13) -> None:
    """Lines under each other."""
    for place, text in enumerate(texts):
        canvas.drawString(x, y - place * apart, text)


def read(path: Path) -> Source:
    return read_pdf(path, path.name)


def texts(source: Source) -> list[str]:
    """The texts outside tables."""
    return [block.text for block in source.blocks if isinstance(block, Piece)]


def tables(source: Source) -> list[list[list[str]]]:
    """The texts of the cells of all tables."""
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in source.blocks
        if isinstance(block, SourceTable)
    ]


def piece(source: Source, text: str) -> Piece:
    """The only piece with this text."""
    (found,) = [piece for piece in source.pieces() if piece.text == text]
    return found


def pdf_of(
    path: Path, pages: Sequence[bytes], more: Callable[[pikepdf.Pdf], None] | None = None
) -> Path:
    """A PDF with these page contents; in them the font is called F1."""
    with pikepdf.new() as made:
        font = made.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )
        for content in pages:
            page = made.add_blank_page(page_size=(595, 842))
            page.Contents = made.make_stream(content)
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        if more is not None:
            more(made)
        made.save(path)
    return path


def shown(words: str, x: float = 72, y: float = 700, size: float = 11) -> bytes:
    """Draws words on a page."""
    return f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n".encode("cp1252")


def raw_pdf(path: Path, *objects: bytes, trailer: bytes = b"/Root 1 0 R") -> Path:
    """A PDF of objects as they are written, numbered from 1, with a table of where they stand."""
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    data += b"trailer\n<<" + trailer + b">>\nstartxref\n%d\n%%%%EOF\n" % start
    path.write_bytes(data)
    return path


def stream(data: bytes, more: bytes = b"") -> bytes:
    """An object that is a stream of bytes."""
    return b"<< /Length %d %s >>\nstream\n" % (len(data), more) + data + b"\nendstream"
