"""Writes a sketch as a real file, as each of the programs in use would."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.text.paragraph import Paragraph as WordParagraph
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.importing import making_open_text as odf
from tests.importing.documents.sketching import Runs, Sketched, Sort, plain, sketched

Writer = Callable[[str, Path], Path]


def by(*writers: Writer) -> pytest.MarkDecorator:
    """Runs a test with a file of each of these programs."""
    names = [writer.__name__.removeprefix("as_") for writer in writers]
    return pytest.mark.parametrize("write", writers, ids=names)


# Text


def as_text(sketch: str, folder: Path) -> Path:
    """Plain text, with tables as lines with tabs."""
    lines: list[str] = []
    for block in sketched(sketch):
        lines += [""] * block.gap
        if block.sort is Sort.TABLE:
            width = max(map(len, block.rows))
            for row in block.rows:
                cells = [_cell_text(cell) for cell in row] + [""] * (width - len(row))
                lines.append("\t".join(cells))
        else:
            lines.append(_line(block))
    return _saved(folder / "stuk.txt", "\n".join(lines))


def as_markdown(sketch: str, folder: Path) -> Path:
    """Markdown, with tables between pipes."""
    lines: list[str] = []
    for block in sketched(sketch):
        lines += [""]
        if block.sort is Sort.TABLE:
            rows = [[_cell_text(cell) for cell in row] for row in block.rows]
            shown = [f"| {' | '.join(row)} |" for row in rows]
            lines += [shown[0], "|" + " --- |" * len(rows[0]), *shown[1:]]
        else:
            lines.append(_line(block))
    return _saved(folder / "stuk.md", "\n".join(lines))


def _line(block: Sketched) -> str:
    sign = {
        Sort.HEADING: "#" * block.level + " ",
        Sort.BULLET: "- ",
        Sort.NUMBERED: f"{block.number} ",
    }.get(block.sort, "")
    return sign + _starred(block.runs)


def _cell_text(cell: list[Runs]) -> str:
    if len(cell) == 1:
        return _starred(cell[0])
    return "".join(f"<p>{_starred(runs)}</p>" for runs in cell)


def _starred(runs: Runs) -> str:
    return "".join(f"**{text}**" if bold else text for text, bold in runs)


def _saved(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


# A web page


def as_page(sketch: str, folder: Path) -> Path:
    """A web page, with the menu and the foot that sites have."""
    inside: list[str] = []
    for block in sketched(sketch):
        words = _marked(block.runs)
        if block.sort is Sort.HEADING:
            inside.append(f"<h{block.level}>{words}</h{block.level}>")
        elif block.sort is Sort.BULLET:
            inside.append(f"<ul><li>{words}</li></ul>")
        elif block.sort is Sort.TABLE:
            rows = [
                "<tr>" + "".join(f"<td>{_cell_page(cell)}</td>" for cell in row) + "</tr>"
                for row in block.rows
            ]
            inside.append(f"<table><tbody>{''.join(rows)}</tbody></table>")
        elif block.sort is not Sort.BREAK:
            number = f"{block.number} " if block.number else ""
            inside.append(f"<p>{number}{words}</p>")
    body = "\n".join(inside).replace("</ul>\n<ul>", "\n")
    return _saved(
        folder / "stuk.html",
        "<!DOCTYPE html><html lang='nl'><head><meta charset='utf-8'><title>Afspraken</title>"
        "<style>td{color:red}</style></head><body><script>alert(1)</script>"
        f"<main>{body}</main></body></html>",
    )


def _cell_page(cell: list[Runs]) -> str:
    if len(cell) == 1:
        return _marked(cell[0])
    return "".join(f"<p>{_marked(runs)}</p>" for runs in cell)


def _marked(runs: Runs) -> str:
    return "".join(f"<b>{escape(text)}</b>" if bold else escape(text) for text, bold in runs)


# Word


def as_word(sketch: str, folder: Path) -> Path:
    """A Word document with Word's own styles."""
    document: Any = Document()
    for block in sketched(sketch):
        if block.sort is Sort.HEADING:
            _fill(document.add_heading("", block.level), block.runs)
        elif block.sort is Sort.BULLET:
            _fill(document.add_paragraph(style="List Bullet"), block.runs)
        elif block.sort is Sort.TABLE:
            _word_table(document, block)
        elif block.sort is Sort.BREAK:
            document.add_page_break()
        else:
            number = [(f"{block.number}\t", False)] if block.number else []
            _fill(document.add_paragraph(), [*number, *block.runs])
    document.save(str(folder / "stuk.docx"))
    return folder / "stuk.docx"


def _word_table(document: Any, block: Sketched) -> None:
    table = document.add_table(len(block.rows), max(map(len, block.rows)), style="Table Grid")
    for row, cells in zip(table.rows, block.rows, strict=True):
        in_row = row.cells
        if len(cells) == 1 and len(in_row) > 1:
            in_row[0].merge(in_row[-1])
        for cell, paragraphs in zip(in_row, cells, strict=False):
            _fill(cell.paragraphs[0], paragraphs[0])
            for runs in paragraphs[1:]:
                _fill(cell.add_paragraph(), runs)


def _fill(paragraph: WordParagraph, runs: Runs) -> None:
    for text, bold in runs:
        paragraph.add_run(text).bold = bold or None


# OpenDocument


def as_open_text(sketch: str, folder: Path) -> Path:
    """An OpenDocument text as LibreOffice writes it."""
    body = "".join(_open_block(block) for block in sketched(sketch))
    return odf.make_open_text(folder / "stuk.odt", body)


def _open_block(block: Sketched) -> str:
    if block.sort is Sort.HEADING:
        return odf.heading(_spans(block.runs), block.level)
    if block.sort is Sort.BULLET:
        return odf.items(_open_paragraph(block.runs))
    if block.sort is Sort.TABLE:
        return _open_table(block)
    number: Runs = [(f"{block.number} ", False)] if block.number else []
    return _open_paragraph([*number, *block.runs])


def _open_table(block: Sketched) -> str:
    width = max(map(len, block.rows))
    rows = []
    for cells in block.rows:
        made = [odf.cell(*(_open_paragraph(runs) for runs in cell)) for cell in cells]
        if len(cells) == 1 and width > 1:
            spanned = f'table:number-columns-spanned="{width}"'
            made = [odf.cell(_open_paragraph(cells[0][0]), more=spanned)]
            made += [odf.COVERED] * (width - 1)
        rows.append(odf.row(*made))
    return odf.table(*rows)


def _open_paragraph(runs: Runs) -> str:
    return f'<text:p text:style-name="Standard">{_spans(runs)}</text:p>'


def _spans(runs: Runs) -> str:
    return "".join(odf.span(text, "T1") if bold else escape(text) for text, bold in runs)


# Slides


def as_slides(sketch: str, folder: Path) -> Path:
    """A slide for each heading, break, and text behind a table; it repeats the heading."""
    deck = Presentation()
    slide: Any = None
    title: Runs = []
    place = 0.0
    for block in sketched(sketch):
        goes_on = place > 0 and block.sort is not Sort.TABLE
        if block.sort in (Sort.HEADING, Sort.BREAK) or slide is None or goes_on:
            title = block.runs if block.sort is Sort.HEADING else title
            slide = deck.slides.add_slide(deck.slide_layouts[1])
            slide.shapes.title.text = plain(title)
            place = 0.0
        if block.sort is Sort.TABLE:
            place = place or _below_the_text(slide)
            _slide_table(slide, block, place)
            place += 0.4 * len(block.rows)
        elif block.sort not in (Sort.HEADING, Sort.BREAK):
            _slide_line(slide, block)
    deck.save(str(folder / "stuk.pptx"))
    return folder / "stuk.pptx"


def _slide_line(slide: Any, block: Sketched) -> None:
    frame = slide.placeholders[1].text_frame
    paragraph = frame.paragraphs[0] if not frame.text else frame.add_paragraph()
    number: Runs = [(f"{block.number} ", False)] if block.number else []
    for text, bold in [*number, *block.runs]:
        run = paragraph.add_run()
        run.text = text
        run.font.bold = bold or None


def _below_the_text(slide: Any) -> float:
    """Where a table begins, in inches: the text above it takes half of the slide, or nothing."""
    body = slide.placeholders[1]
    if not body.text_frame.text:
        body.element.getparent().remove(body.element)
        return 1.5
    body.left, body.top, body.width, body.height = map(Inches, (0.5, 1.5, 9, 2))
    return 3.6


def _slide_table(slide: Any, block: Sketched, place: float) -> None:
    width = max(map(len, block.rows))
    frame = slide.shapes.add_table(
        len(block.rows), width, Inches(0.5), Inches(place), Inches(9), Inches(0.3 * len(block.rows))
    )
    for at, cells in enumerate(block.rows):
        for column, cell in enumerate(cells):
            text_frame = frame.table.cell(at, column).text_frame
            for number, runs in enumerate(cell):
                paragraph = text_frame.paragraphs[0] if not number else text_frame.add_paragraph()
                for text, bold in runs:
                    run = paragraph.add_run()
                    run.text = text
                    run.font.bold = bold or None


# PDF


def as_pdf(sketch: str, folder: Path) -> Path:
    """A PDF as word processors print it, with page numbers."""
    styles = getSampleStyleSheet()
    story: list[Any] = []
    # The standard fonts have no arrow.
    for block in sketched(sketch.replace("→", "»")):
        words = _marked(block.runs)
        if block.sort is Sort.HEADING:
            story.append(Paragraph(words, styles[f"Heading{min(block.level, 4)}"]))
        elif block.sort is Sort.BULLET:
            story.append(Paragraph(words, styles["Normal"], bulletText="•"))
        elif block.sort is Sort.TABLE:
            story += [_pdf_table(block), Spacer(1, 10)]
        elif block.sort is Sort.BREAK:
            story.append(PageBreak())
        else:
            number = f"{block.number} " if block.number else ""
            story += [Spacer(1, 10 * block.gap), Paragraph(number + words, styles["Normal"])]
    document = SimpleDocTemplate(str(folder / "stuk.pdf"), pagesize=landscape(A4))
    document.build(story, onFirstPage=_page, onLaterPages=_page)
    return folder / "stuk.pdf"


def _pdf_table(block: Sketched) -> Table:
    small = ParagraphStyle("cel", fontName="Helvetica", fontSize=8, leading=10, splitLongWords=0)
    width = max(map(len, block.rows))
    cells = [
        [[Paragraph(_marked(runs), small) for runs in cell] for cell in row]
        + [""] * (width - len(row))
        for row in block.rows
    ]
    table = Table(cells, colWidths=_widths(block, width))
    lines = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    spans = [("SPAN", (0, at), (-1, at)) for at, row in enumerate(block.rows) if len(row) < width]
    table.setStyle(TableStyle([*lines, *spans]))
    return table


def _widths(block: Sketched, width: int) -> list[float]:
    longest = [
        max(
            (sum(len(plain(runs)) for runs in row[at]) for row in block.rows if len(row) == width),
            default=1,
        )
        for at in range(width)
    ]
    shares = [min(max(length, 11), 40) for length in longest]
    return [690 * share / sum(shares) for share in shares]


def _page(canvas: Any, document: Any) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawRightString(760, 30, f"Pagina {document.page}")
