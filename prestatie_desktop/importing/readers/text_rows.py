"""Rows of cells with tabs or pipes between them."""

import re

from prestatie_desktop.domain.richtext_markers import BULLETS
from prestatie_desktop.importing.readers.html_follower import Follower
from prestatie_desktop.importing.readers.html_runs import literal
from prestatie_desktop.importing.readers.text_gathering import TextGatherer
from prestatie_desktop.importing.readers.text_inline import marked, tokens
from prestatie_desktop.importing.readers.text_lines import Line, is_ruled
from prestatie_desktop.importing.source import Block, Cell, Row, Table, pieces_of

_EMPTY = Cell()
_MARKUP = re.compile(rf"[<&*_\\\[]|  |^[{BULLETS}]")
_PIPE = re.compile(r"(?<!\\)\|")


def read_tabs(lines: list[Line], gatherer: TextGatherer) -> list[Block]:
    """Read rows with tabs. All cells are kept, empty ones too: their place tells what they are."""
    return _table([(line, line.text.split("\t")) for line in lines], None, gatherer)


def read_pipes(lines: list[Line], gatherer: TextGatherer) -> list[Block]:
    """Read rows with pipes; the lines between them are no rows."""
    has_head = len(lines) > 1 and is_ruled(lines[1].text) and not is_ruled(lines[0].text)
    return _table([(line, _split(line.text)) for line in lines], int(has_head) or None, gatherer)


def _split(text: str) -> list[str]:
    if is_ruled(text):
        return []
    cells = _PIPE.split(text.strip())
    first = 1 if not cells[0].strip() else 0
    last = len(cells) - 1 if len(cells) > 1 and not cells[-1].strip() else len(cells)
    return cells[first:last]


def _table(
    lines: list[tuple[Line, list[str]]], heads: int | None, gatherer: TextGatherer
) -> list[Block]:
    """A table, after the lines in it that carry no text for a reader."""
    blocks: list[Block] = []
    rows: list[Row] = []
    for line, texts in lines:
        gatherer.begin(line)
        cells = tuple(_cell(text, gatherer) for text in texts)
        if any(cell.pieces for cell in cells):
            rows.append(Row(cells))
        else:
            blocks.append(gatherer.piece(literal(line.text)))
    if rows:
        blocks.append(Table(rows=tuple(rows), heads=heads, gap=lines[0][0].gap))
    return blocks


def _cell(text: str, gatherer: TextGatherer) -> Cell:
    text = text.strip()
    if not text:
        return _EMPTY
    if text.isprintable() and not _MARKUP.search(text):
        return Cell((gatherer.plain(text),))
    follower = Follower(gatherer.piece, hides=False)
    for token in marked([tokens(text)])[0]:
        follower.take(token)
    return Cell(tuple(piece for block in follower.finish() for piece in pieces_of(block)))
