"""What every reader does: numbering pieces and lines while the source goes by."""

from typing import Any

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing import limits
from prestatie_desktop.importing.source import Block, Form, Piece, Source, SourceLine


class TooManyLinesError(Exception):
    """The source holds more than anybody will look at, and than memory bears."""


class Gatherer:
    """Collects the blocks of one source in the order of reading.

    Per non-blank line: `line(...)` once, then `piece(...)` for each stretch of it.
    """

    def __init__(self) -> None:
        self._lines: list[SourceLine] = []
        self._blocks: list[Block] = []
        self._keys = 0

    def line(self, text: str, where: str) -> None:
        """Begin a non-blank line: what a person sees there, and where it is."""
        if len(self._lines) >= limits.MAX_LINES:
            raise TooManyLinesError
        self._lines.append(SourceLine(text, where))

    def piece(self, runs: tuple[Run, ...], **more: Any) -> Piece:
        """A piece on the present line; `more` are the other fields of `Piece`."""
        piece = Piece(key=self._keys, line=len(self._lines) - 1, runs=runs, **more)
        self._keys += 1
        return piece

    def plain(self, text: str) -> Piece:
        """A piece of unmarked text on the present line: most cells of most sheets."""
        piece = Piece(key=self._keys, line=len(self._lines) - 1, runs=(Run(text=text),))
        self._keys += 1
        return piece

    def add(self, block: Block) -> None:
        """Put a paragraph or a table in its place."""
        self._blocks.append(block)

    def source(self, name: str, form: Form, notices: tuple[str, ...] = ()) -> Source:
        """The whole source."""
        return Source(
            name=name,
            form=form,
            blocks=tuple(self._blocks),
            lines=tuple(self._lines),
            notices=notices,
        )
