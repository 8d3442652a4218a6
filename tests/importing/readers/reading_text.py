"""What the tests of the readers of text and web pages ask of a source."""

from prestatie_desktop.importing.source import Piece, Source, Table


def told(source: Source) -> list[object]:
    """Every piece as its text, every table as its rows of texts."""
    return [
        block.text if isinstance(block, Piece) else [[c.text for c in r.cells] for r in block.rows]
        for block in source.blocks
    ]


def pieces(source: Source) -> list[Piece]:
    """The pieces that stand in no table."""
    return [block for block in source.blocks if isinstance(block, Piece)]


def table(source: Source) -> Table:
    """The only table."""
    (only,) = (block for block in source.blocks if isinstance(block, Table))
    return only


def bold(piece: Piece) -> list[str]:
    """What is bold in it."""
    return [run.text for run in piece.runs if run.bold]


def assert_is_accounted_for(source: Source) -> None:
    """Every line has a piece, no piece is empty, and keys go up in the order of reading."""
    found = source.pieces()
    assert {piece.line for piece in found} == set(range(len(source.lines)))
    assert [piece.key for piece in found] == list(range(len(found)))
    assert all(piece.text.strip() for piece in found)
