"""What stands in a cell of an OpenDocument spreadsheet: its words, or what its value is in words."""

import re
from collections.abc import Iterator, Mapping

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.readers.cell_words import (
    boolean_words,
    error_words,
    in_dutch,
    written_words,
)
from prestatie_desktop.importing.readers.odf_names import CALCEXT, DC, OFFICE, TEXT
from prestatie_desktop.importing.readers.office_text import AS_IT_STANDS, Look, moment, over, run
from prestatie_desktop.importing.readers.open_sheets_drafts import PARAGRAPH
from prestatie_desktop.importing.readers.open_sheets_styles import OpenStyles
from prestatie_desktop.importing.readers.sheets_dates import iso_words
from prestatie_desktop.importing.readers.sheets_formats import number_format
from prestatie_desktop.importing.readers.sheets_runs import Runs, plain_runs, text_of, tidy_runs
from prestatie_desktop.importing.readers.sheets_xml import Node
from prestatie_desktop.importing.source import Comment, Stamp

ANNOTATION = OFFICE + "annotation"
_SIGNS = {TEXT + "tab": " ", TEXT + "line-break": "\n"}
#: Of a paragraph: what is no part of its words.
_BESIDE = {ANNOTATION, OFFICE + "annotation-end", TEXT + "note", TEXT + "ruby-text"}
_BLANKS = re.compile(r"[ \t\r\n]+")
#: 02/28/24: no date that a Dutch program shows.
_FOREIGN_DATE = re.compile(r"\d+/\d+/\d+.*")
_FORMATS = {"percentage": "0.##%", "currency": '"€ "#,##0.00'}
_MOST_BLANKS = 100


def cell_runs(cell: Node, styles: OpenStyles, base: Look) -> Runs:
    """The words of a cell, a line for each paragraph; `base` is how the cell looks."""
    shown = tidy_runs(_shown(cell, styles, base))
    text = text_of(shown)
    words = _value_words(cell.attributes, text)
    return shown if words == text else plain_runs(words, bold=bool(base.bold))


def plain_runs_of(attributes: Mapping[str, str], words: str, base: Look) -> Runs:
    """The same for a cell with at most one paragraph without marks, in a fraction of the time."""
    words = _BLANKS.sub(" ", words).strip()
    return plain_runs(_value_words(attributes, words), bold=bool(base.bold))


def cell_comments(cell: Node) -> tuple[Comment, ...]:
    """What was remarked at a cell."""
    return tuple(_comment(child) for child in cell.nodes() if child.tag == ANNOTATION)


def _comment(node: Node) -> Comment:
    said = {child.tag: child.text().strip() for child in node.nodes()}
    words = (text_of(tuple(_paragraph(p, OpenStyles(), AS_IT_STANDS))) for p in _paragraphs(node))
    return Comment(
        Stamp(said.get(DC + "creator", ""), moment(said.get(DC + "date"))),
        "\n".join(text for each in words if (text := each.strip())),
    )


def _value_words(attributes: Mapping[str, str], shown: str) -> str:
    """What a Dutch program would show of the value; `shown` where that is as good."""
    get = attributes.get
    if get(CALCEXT + "value-type") == "error":
        return error_words(shown)
    kind = get(OFFICE + "value-type", "")
    if kind == "boolean":
        return boolean_words(value=get(OFFICE + "boolean-value") == "true")
    if kind == "date":
        return _date_words(get(OFFICE + "date-value", ""), shown)
    if kind in {"float", *_FORMATS}:
        return _number_words(kind, get(OFFICE + "value", ""), shown)
    return shown or get(OFFICE + "string-value", "")


def _date_words(value: str, shown: str) -> str:
    return iso_words(value) if not shown or _FOREIGN_DATE.fullmatch(shown) else shown


def _number_words(kind: str, value: str, shown: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return shown or value
    if shown:
        return in_dutch(shown, number)
    return number_format(_FORMATS[kind])(number) if kind in _FORMATS else written_words(value)


def _shown(cell: Node, styles: OpenStyles, base: Look) -> Iterator[Run]:
    for place, paragraph in enumerate(_paragraphs(cell)):
        if place:
            yield run("\n", base)
        look = over(styles.look("paragraph", paragraph.attributes.get(_STYLED, "")), base)
        yield from _paragraph(paragraph, styles, look)


def _paragraphs(node: Node) -> Iterator[Node]:
    return (child for child in node.nodes() if child.tag == PARAGRAPH)


def _paragraph(node: Node, styles: OpenStyles, look: Look) -> Iterator[Run]:
    for child in node.children:
        if isinstance(child, str):
            yield run(_BLANKS.sub(" ", child), look)
        elif child.tag == TEXT + "s":
            yield run(" " * min(_count(child.attributes.get(TEXT + "c", "")), _MOST_BLANKS), look)
        elif child.tag in _SIGNS:
            yield run(_SIGNS[child.tag], look)
        elif child.tag not in _BESIDE and not is_drawing(child):
            own = styles.look("text", child.attributes.get(_STYLED, ""))
            yield from _paragraph(child, styles, over(own, look))


_STYLED = TEXT + "style-name"


def is_drawing(node: Node) -> bool:
    """Whether an element is a picture, a chart or a text box."""
    return ":drawing:" in node.tag


def _count(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 8 else 1
