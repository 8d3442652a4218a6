"""The twin, and the real text, as other programs would hold them: as much is recognised."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from prestatie_desktop.importing.opening import open_source
from prestatie_desktop.importing.reading import Reading
from prestatie_desktop.importing.source import Block, Cell, Piece, Row, Source
from tests.importing.documents.telling import check_books, not_recognised, plain, read
from tests.importing.documents.writing import (
    Writer,
    as_open_text,
    as_page,
    as_pdf,
    as_slides,
    as_word,
    by,
)

FOLDER = os.environ.get("PRESTATIE_BRONNEN", "")
TWIN = Path("tests/importing/documents/files/tweeling.txt")


def _texts() -> Iterator[Path]:
    yield TWIN
    if FOLDER:
        yield from Path(FOLDER).glob("*jaarschijf-2024.txt")


@pytest.mark.parametrize("path", list(_texts()), ids=lambda path: path.stem)
@by(as_word, as_open_text, as_page, as_slides, as_pdf)
def test_as_much_is_recognised(path: Path, write: Writer, tmp_path: Path) -> None:
    original = open_source(path)
    _, expected = read(original)
    source, got = read(write(_sketch(original), tmp_path))
    assert _counts(got) == _counts(expected)
    check_books(source, got)
    assert len(not_recognised(source, got)) <= 0.05 * len(source.lines)
    texts = {one.number: _letters(one.text) for one in got.agreements}
    assert texts == {one.number: _letters(one.text) for one in expected.agreements}


def _counts(reading: Reading) -> dict[str, object]:
    return {
        "themes": [one.title for one in reading.themes],
        "agreements": [one.number for one in reading.agreements],
        "roles": {
            one.number: [(r.party, r.kind.value) for r in one.roles] for one in reading.agreements
        },
        "rows": [
            (
                row.kind,
                row.corporation,
                _letters(row.values.get("location", "")),
                row.values.get("homes"),
            )
            for row in reading.rows
        ],
        "figures": [
            (one.kind, len(one.columns), len(one.rows), one.printed_total)
            for one in reading.figures
        ],
        "signatories": [(one.party, one.name) for one in reading.signatories],
        "parties": Counter(one.kind for one in reading.parties),
    }


def _letters(rich: str) -> str:
    return "".join(letter for letter in plain(rich) if letter.isalnum())


def _sketch(source: Source) -> str:
    return "\n".join(_block(block) for block in source.blocks)


def _block(block: Block) -> str:
    if isinstance(block, Piece):
        sign = "#" * block.heading + " " if block.heading else "- " if block.list_kind else ""
        return ("\n" if block.gap else "") + sign + _starred(block)
    return "\n" + "\n".join(_row(row) for row in block.rows)


def _row(row: Row) -> str:
    return f"| {' | '.join(_cell(cell) for cell in row.cells)} |"


def _cell(cell: Cell) -> str:
    return " // ".join(("• " if piece.list_kind else "") + _starred(piece) for piece in cell.pieces)


def _starred(piece: Piece) -> str:
    return "".join(f"**{run.text}**" if run.bold else run.text for run in piece.runs).replace(
        "****", ""
    )
