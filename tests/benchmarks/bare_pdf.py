"""The plainest way to print with reportlab: paragraphs and tables under each other."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from prestatie_desktop.documents.flowables.paragraph_styles import paragraph_style
from tests.benchmarks.contents import Cells


def write_bare(parts: Iterable[str | Cells], path: Path) -> None:
    """Flow them over pages in our fonts, with our hyphenation and nothing else of ours."""
    SimpleDocTemplate(str(path), pagesize=A4, lang="nl-NL").build(list(_flow(parts)))


def _flow(parts: Iterable[str | Cells]) -> Iterator[Flowable]:
    body, cell = paragraph_style("body"), paragraph_style("cell")
    for part in parts:
        if isinstance(part, str):
            yield Paragraph(part, body)
        else:
            rows = [[[Paragraph(line, cell) for line in one] for one in row] for row in part.rows]
            width = (A4[0] - 144) / len(rows[0])
            yield Table(rows, colWidths=[width] * len(rows[0]), repeatRows=1)
