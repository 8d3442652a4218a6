"""A cell of an OpenDocument spreadsheet while it goes by."""

from collections.abc import Mapping

from prestatie_desktop.importing.readers.odf_names import TEXT
from prestatie_desktop.importing.readers.sheets_xml import Grower, Node

PARAGRAPH = TEXT + "p"
_NOTHING: Mapping[str, str] = {}
_BEFORE, _INSIDE, _AFTER = range(3)


class CellDraft:
    """One plain paragraph, as most cells hold, or else a small tree. Used for cell after cell."""

    def __init__(self) -> None:
        self.is_open = False
        self.tag = ""
        self.attributes = _NOTHING
        self._stage = _BEFORE
        self._words: list[str] = []
        self._grower: Grower | None = None

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A cell begins."""
        # A mapping without anything in it is slower to ask than a dictionary.
        self.tag, self.attributes = tag, attributes or _NOTHING
        self._stage, self._words, self._grower = _BEFORE, [], None
        self.is_open = True

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins in it."""
        if self._grower is None:
            if self._stage == _BEFORE and tag == PARAGRAPH and not attributes:
                self._stage = _INSIDE
                return
            self._grower = self._grown()
        self._grower.start(tag, attributes or _NOTHING)

    def data(self, text: str) -> None:
        """Text goes by in it."""
        if self._grower is not None:
            self._grower.data(text)
        elif self._stage == _INSIDE:
            self._words.append(text)

    def end(self) -> bool:
        """An element ends; whether that was the cell."""
        if self._grower is not None:
            self.is_open = not self._grower.end()
        elif self._stage == _INSIDE:
            self._stage = _AFTER
        else:
            self.is_open = False
        return not self.is_open

    def words(self) -> str | None:
        """The words of a cell with at most one paragraph without marks; None when it has more."""
        return "".join(self._words) if self._grower is None else None

    def tree(self) -> Node:
        """The cell with all that is in it."""
        return (self._grower or self._grown()).root

    def _grown(self) -> Grower:
        """What went by so far, as the beginning of a tree."""
        grower = Grower(self.tag, self.attributes)
        if self._stage != _BEFORE:
            grower.start(PARAGRAPH, _NOTHING)
            for text in self._words:
                grower.data(text)
        if self._stage == _AFTER:
            grower.end()
        return grower
