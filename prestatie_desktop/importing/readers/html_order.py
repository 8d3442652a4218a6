"""Pieces numbered in the order in which they are read."""

from dataclasses import replace

from prestatie_desktop.importing.source import Block, Cell, Piece, Row, Source


def in_order(source: Source) -> Source:
    """The source with keys that go up: what stands between the cells of a table is read before it."""
    pieces = source.pieces()
    if all(piece.key == key for key, piece in enumerate(pieces)):
        return source
    keys = {piece.key: key for key, piece in enumerate(pieces)}
    return replace(source, blocks=tuple(_renumbered(block, keys) for block in source.blocks))


def _renumbered(block: Block, keys: dict[int, int]) -> Block:
    if isinstance(block, Piece):
        return replace(block, key=keys[block.key])
    rows = (Row(tuple(_cell(cell, keys) for cell in row.cells)) for row in block.rows)
    return replace(block, rows=tuple(rows))


def _cell(cell: Cell, keys: dict[int, int]) -> Cell:
    if not cell.pieces:
        return cell
    return Cell(tuple(replace(piece, key=keys[piece.key]) for piece in cell.pieces))
