"""Gathering the lines of a text."""

from prestatie_desktop.importing.gathering import Gatherer
from prestatie_desktop.importing.readers.text_lines import Line
from prestatie_desktop.importing.watch import Watch

_DOING = "Tekst lezen"
_EVERY = 2_000


class TextGatherer(Gatherer):
    """A gatherer that knows lines and tells how far it is."""

    def __init__(self, watch: Watch, total: int) -> None:
        super().__init__()
        self._watch, self._total = watch, total

    def begin(self, line: Line) -> None:
        """Go on with this line, or with what stands after a page break in the present one."""
        if line.number % _EVERY == 0:
            self._watch.at(_DOING, line.number, self._total)
        if line.whole:
            self.line(line.whole, f"regel {line.number}")
