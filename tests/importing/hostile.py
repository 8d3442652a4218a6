"""Small honest files of every kind, and what somebody who means harm makes of them."""

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pikepdf
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from prestatie_desktop.documents.fonts import REGULAR, register
from tests.importing import making_open_text, making_sheets, making_word
from tests.importing.making_slides import make_open_slides

TEXT = "1.1 De gemeente bouwt 25 woningen\tGemeente\n\n1.2 De corporatie verkoopt er 3\n"


def docx(path: Path) -> Path:
    cells = making_word.row(
        making_word.cell(making_word.paragraph("1.1")),
        making_word.cell(making_word.paragraph("Wij bouwen")),
    )
    heading = making_word.paragraph("Afspraken", style="Kop1")
    return making_word.make_word(path, heading + making_word.table(cells))


def odt(path: Path) -> Path:
    body = making_open_text.heading("Afspraken") + making_open_text.paragraph("Wij bouwen")
    return making_open_text.make_open_text(path, body)


def xlsx(path: Path) -> Path:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Locatie", "Aantal"])
        sheet.append(["Lange Laan", 25])

    return making_sheets.workbook(path, fill)


def ods(path: Path) -> Path:
    row = making_sheets.ods_row(
        making_sheets.ods_cell("Locatie"), making_sheets.ods_number("float", "25", "25")
    )
    return making_sheets.ods(path, making_sheets.ods_table(row))


def pptx(path: Path) -> Path:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    assert slide.shapes.title is not None
    slide.shapes.title.text = "Afspraken"
    frame = slide.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(5), Inches(1))
    for row in range(2):
        for column in range(2):
            frame.table.cell(row, column).text = f"cel {row}{column}"
    assert slide.notes_slide.notes_text_frame is not None
    slide.notes_slide.notes_text_frame.text = "Nog bespreken"
    deck.save(str(path))
    return path


def odp(path: Path) -> Path:
    return make_open_slides(path, [("Afspraken", ["Wij bouwen"])])


def pdf(path: Path, *, packed: bool = True) -> Path:
    canvas = Canvas(str(path), pagesize=A4, pageCompression=int(packed))
    canvas.drawString(72, 700, "1.1 De gemeente bouwt 25 woningen")
    for y in (600, 620, 640):
        canvas.line(72, y, 400, y)
    for x in (72, 200, 400):
        canvas.line(x, 600, x, 640)
    canvas.drawString(80, 606, "Lange Laan")
    canvas.drawString(210, 606, "25")
    canvas.showPage()
    canvas.save()
    return path


def rich_pdf(path: Path) -> Path:
    """With a typeface of its own, objects packed together, and marks for those who cannot see."""
    register()
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont(REGULAR, 11)
    canvas.drawString(72, 700, "Officiële coördinatie – 1.2 De corporatie")
    canvas.drawString(72, 650, "1.3 De huurders denken mee")
    canvas.bookmarkPage("a")
    canvas.addOutlineEntry("Thema", "a", 0)
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as made:
        made.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return path


def plain_pdf(path: Path) -> Path:
    return pdf(path, packed=False)


def text(path: Path) -> Path:
    path.write_text(TEXT, encoding="utf-8")
    return path


def wide_text(path: Path) -> Path:
    path.write_bytes(TEXT.encode("utf-16"))
    return path


def markdown(path: Path) -> Path:
    path.write_text("# Afspraken\n\n| Nr | Tekst |\n|---|---|\n| 1.1 | **Wij** bouwen |\n", "utf-8")
    return path


def csv(path: Path) -> Path:
    path.write_text("Locatie;Aantal\nLange Laan;25\nPlein;3\n", encoding="utf-8")
    return path


def html(path: Path) -> Path:
    path.write_text(
        "<!DOCTYPE html><html><body><h1>Afspraken</h1><table><tr><td>1.1</td><td><b>Wij</b></td>"
        "</tr></table><ul><li>bouwen</li></ul></body></html>",
        encoding="utf-8",
    )
    return path


#: What each ending of a file is made by.
HONEST: Mapping[str, Callable[[Path], Path]] = {
    "een.docx": docx,
    "een.odt": odt,
    "een.xlsx": xlsx,
    "een.ods": ods,
    "een.pptx": pptx,
    "een.odp": odp,
    "een.pdf": pdf,
    "open.pdf": plain_pdf,
    "rijk.pdf": rich_pdf,
    "een.txt": text,
    "breed.txt": wide_text,
    "een.md": markdown,
    "een.csv": csv,
    "een.html": html,
}


# Archives


def rezipped(path: Path, changes: dict[str, bytes]) -> Path:
    """The archive with other contents for some of its files; new names are added."""
    with ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in (files | changes).items():
            archive.writestr(name, data, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return path


def raw_zip(path: Path, entries: list[tuple[bytes, int, bytes, int]], *, flags: int = 0) -> Path:
    """An archive of which each entry says what it likes.

    An entry is its name, where its header stands (-1: behind the one before), its packed bytes and
    the size that it says it unpacks to.
    """
    body, directory = io.BytesIO(), io.BytesIO()
    for name, offset, packed, size in entries:
        place = body.tell() if offset < 0 else offset
        common = struct.pack("<HHHHHIIIHH", 20, flags, 8, 0, 33, 0, len(packed), size, len(name), 0)
        if offset < 0:
            body.write(b"PK\x03\x04" + common + name + packed)
        directory.write(
            b"PK\x01\x02"
            + struct.pack("<H", 20)
            + common
            + struct.pack("<HHHII", 0, 0, 0, 0, place)
        )
        directory.write(name)
    start, listed = body.tell(), directory.getvalue()
    ends = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, len(entries), len(entries), len(listed), start, 0
    )
    path.write_bytes(body.getvalue() + listed + ends)
    return path


def deflated(data: bytes) -> bytes:
    """As an archive holds it."""
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return machine.compress(data) + machine.flush()
