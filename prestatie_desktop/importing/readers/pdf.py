"""Reading a PDF with a text layer: paragraphs, headings and tables as they are printed."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.gathering import Gatherer
from prestatie_desktop.importing.readers.pdf_file import opened
from prestatie_desktop.importing.readers.pdf_findings import Findings
from prestatie_desktop.importing.readers.pdf_flow import Page, flow
from prestatie_desktop.importing.readers.pdf_headings import with_headings
from prestatie_desktop.importing.readers.pdf_hyphens import Hyphens
from prestatie_desktop.importing.readers.pdf_layout import blocks_of
from prestatie_desktop.importing.readers.pdf_page import Fault
from prestatie_desktop.importing.readers.pdf_paragraphs import Paragraph
from prestatie_desktop.importing.readers.pdf_ruled import CellText, PageBlock, PageTable
from prestatie_desktop.importing.source import Cell, Form, Piece, Row, Source, Table
from prestatie_desktop.importing.watch import UNWATCHED, Watch
from prestatie_desktop.words.translation import tr


def read_pdf(path: Path, name: str, watch: Watch = UNWATCHED) -> Source:
    """The text of a PDF. Raises UserError when there is none, or none that can be read."""
    pages: list[Page] = []
    findings = Findings()
    gatherer = Gatherer()
    with opened(path, name, watch) as pdf:
        for number, marks in enumerate(pdf.pages(watch), 1):
            if isinstance(marks, Fault):
                findings.add_fault(number, marks)
                continue
            page = Page(number, marks.height, tuple(blocks_of(marks, number)))
            findings.add(number, marks, " ".join(_texts(page.blocks)))
            pages.append(page)
        outline = pdf.outline()
        findings.lacks_pages = pdf.lacks_pages
    if refusal := findings.refusal(name):
        raise refusal
    found = with_headings(flow(pages), outline)
    hyphens = Hyphens(_texts(found))
    for block in found:
        _gather(gatherer, block, hyphens)
    return gatherer.source(name, Form.PDF, findings.notices())


def _texts(blocks: Iterable[PageBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (paragraph.text for row in block.rows for cell in row for paragraph in cell)


def _gather(gatherer: Gatherer, block: PageBlock, hyphens: Hyphens) -> None:
    match block:
        case Paragraph():
            gatherer.add(_piece(gatherer, block, hyphens))
        case PageTable():
            rows = tuple(_row(gatherer, row, hyphens) for row in block.rows)
            gatherer.add(Table(rows=rows, gap=block.gap))


def _row(gatherer: Gatherer, row: Iterable[CellText], hyphens: Hyphens) -> Row:
    return Row(
        tuple(
            Cell(tuple(_piece(gatherer, paragraph, hyphens) for paragraph in cell)) for cell in row
        )
    )


def _piece(gatherer: Gatherer, paragraph: Paragraph, hyphens: Hyphens) -> Piece:
    runs = tuple(_run(run, hyphens) for run in paragraph.runs)
    gatherer.line(
        "".join(run.text for run in runs), tr("bladzijde {page}").format(page=paragraph.page)
    )
    return gatherer.piece(
        runs,
        heading=paragraph.heading,
        list_kind=paragraph.list_kind,
        level=paragraph.level,
        gap=paragraph.gap,
        comments=paragraph.comments,
    )


def _run(run: Run, hyphens: Hyphens) -> Run:
    return replace(run, text=unicodedata.normalize("NFC", hyphens.settled(run.text)))
