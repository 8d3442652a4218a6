"""How cells of a workbook look: which are bold, and how their numbers are shown."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from prestatie_desktop.importing.readers.cell_words import general_words, written_words
from prestatie_desktop.importing.readers.sheets_formats import BUILT_IN, Words, number_format
from prestatie_desktop.importing.readers.sheets_parts import named
from prestatie_desktop.importing.readers.sheets_runs import Runs, plain_runs

_OFF = {"0", "false"}


@dataclass(slots=True)
class Style:
    """The look of some cells."""

    bold: bool = False
    words: Words = general_words
    #: Numbers that were seen before: a sheet repeats itself.
    _seen: dict[str, Runs] = field(default_factory=dict)

    def number(self, written: str) -> Runs:
        """What a cell shows that holds this number; what is no number is shown as it is."""
        runs = self._seen.get(written)
        if runs is None:
            runs = self._seen[written] = plain_runs(self._shown(written), bold=self.bold)
        return runs

    def _shown(self, written: str) -> str:
        if self.words is general_words:
            return written_words(written)
        try:
            return self.words(float(written))
        except (ValueError, OverflowError):
            return written


def read_styles(root: _Element | None, *, from_1904: bool) -> dict[str, Style]:
    """All looks by the number that cells name them by; what is damaged here is passed over."""
    own = {each.get("numFmtId", ""): each.get("formatCode", "") for each in named(root, "numFmt")}
    fonts = [font for group in named(root, "fonts") for font in group]
    bold = {str(place) for place, font in enumerate(fonts) if _is_bold(font)}
    looks = [look for group in named(root, "cellXfs") for look in group]
    return {
        str(place): Style(
            look.get("fontId", "0") in bold,
            _words(look.get("numFmtId", "0"), own, from_1904=from_1904),
        )
        for place, look in enumerate(looks)
    }


def _is_bold(font: _Element) -> bool:
    return any(each.get("val", "1") not in _OFF for each in named(font, "b"))


def _words(number: str, own: dict[str, str], *, from_1904: bool) -> Words:
    pattern = own.get(number) or BUILT_IN.get(number, "")
    return number_format(pattern, from_1904=from_1904)
