"""What was written on a PDF afterwards: remarks beside the text, text boxes, filled-in fields."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import Matrix, apply_matrix_rect, decode_text

from prestatie_desktop.importing.readers.pdf_page import Box, Remark
from prestatie_desktop.importing.readers.pdf_paragraphs import Paragraph
from prestatie_desktop.importing.readers.pdf_ruled import PageBlock
from prestatie_desktop.importing.source import Comment, Stamp

_MOST = 2_000
# What is seen on the page itself, whatever else is written beside it.
_SEEN = {"FreeText", "Widget"}
_SILENT = {"Link", "Popup", "FileAttachment", "Screen", "Movie", "Sound", "3D", "RichMedia"}
_MOMENT = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:([+-])(\d\d)'?(\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Written:
    """What was written on a page."""

    remarks: tuple[Remark, ...] = ()
    #: Text that is seen on the page.
    seen: tuple[str, ...] = ()


def written(page: PDFPage, matrix: Matrix) -> Written:
    """What was written on a page; `matrix` places it on the page as it is shown."""
    remarks: list[Remark] = []
    seen: list[str] = []
    for note in list_value(page.annots)[:_MOST]:
        said = dict_value(note)
        sort = _name(said.get("Subtype"))
        text = _text(said.get("V" if sort == "Widget" else "Contents"))
        if not text or sort in _SILENT:
            continue
        if sort in _SEEN:
            seen.append(text)
        else:
            comment = Comment(Stamp(_text(said.get("T")), _moment(_text(said.get("M")))), text)
            remarks.append(Remark(comment, _box(said.get("Rect"), matrix)))
    return Written(tuple(remarks), tuple(seen))


def _name(value: Any) -> str:
    value = resolve1(value)
    return literal_name(value) if isinstance(value, PSLiteral) else ""


def _text(value: Any) -> str:
    value = resolve1(value)
    if not isinstance(value, bytes):
        return ""
    lines = (" ".join(line.split()) for line in re.split(r"[\r\n]+", decode_text(value)))
    return "\n".join(filter(None, lines))


def _moment(written_: str) -> datetime | None:
    """The time as a PDF spells it: D:20260301103000+01'00'."""
    found = _MOMENT.match(written_)
    if not found:
        return None
    *parts, sign, hours, minutes = found.groups()
    ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    try:
        zone = timezone(-ahead if sign == "-" else ahead)
        return datetime(*(int(part or 0) for part in parts), tzinfo=zone).astimezone(UTC)  # type: ignore[arg-type,misc]
    except (ValueError, OverflowError):
        return None


def _box(rect: Any, matrix: Matrix) -> Box:
    numbers = [value for value in map(resolve1, list_value(rect)) if isinstance(value, int | float)]
    if len(numbers) != 4:
        return Box(0, 0, 0, 0)
    return Box(*apply_matrix_rect(matrix, (numbers[0], numbers[1], numbers[2], numbers[3])))


def with_remarks(blocks: Sequence[PageBlock], remarks: Sequence[Remark]) -> list[PageBlock]:
    """The blocks of a page, each remark beside the paragraph that it stands nearest to."""
    found = list(blocks)
    for remark in remarks:
        paragraphs = [(place, p) for place, block in enumerate(found) for p in _paragraphs(block)]
        if paragraphs:
            place, nearest = min(paragraphs, key=lambda each: _distance(each[1].box, remark.box))
            fuller = replace(nearest, comments=(*nearest.comments, remark.comment))
            found[place] = _replaced(found[place], nearest, fuller)
    return found


def _paragraphs(block: PageBlock) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    else:
        yield from (paragraph for row in block.rows for cell in row for paragraph in cell)


def _distance(one: Box, other: Box) -> float:
    x, y = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
    across = max(one.x0 - x, 0.0, x - one.x1)
    down = max(one.top - y, 0.0, y - one.bottom)
    return across + 3 * down


def _replaced(block: PageBlock, old: Paragraph, new: Paragraph) -> PageBlock:
    if isinstance(block, Paragraph):
        return new
    rows = tuple(
        tuple(tuple(new if each is old else each for each in cell) for cell in row)
        for row in block.rows
    )
    return replace(block, rows=rows)
