"""The texts of a workbook: most cells point to one of these."""

from collections.abc import Mapping
from dataclasses import replace

from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.readers.sheets_parts import SPACES
from prestatie_desktop.importing.readers.sheets_runs import Runs, plain_runs, tidy_runs, unescaped
from prestatie_desktop.importing.readers.sheets_xml import BadSheetError, Grower, Node

_OFF = {"0", "false", "none"}


class SharedStrings:
    """All texts by number, in a cell that is bold and in one that is not."""

    def __init__(self) -> None:
        self._plain: list[Runs] = []
        self._bold: dict[int, Runs] = {}

    def add(self, node: Node) -> None:
        """The next text."""
        if any(child.name == "r" for child in node.nodes()):
            self._bold[len(self._plain)] = runs_of(node, bold=True)
        self._plain.append(runs_of(node, bold=False))

    def at(self, written: str, *, bold: bool) -> Runs:
        """The text with this number. Raises BadSheetError when there is none."""
        try:
            number = int(written)
            plain = self._plain[number]
        except (ValueError, IndexError) as error:
            raise BadSheetError from error
        if number < 0:
            raise BadSheetError
        if not bold:
            return plain
        if number not in self._bold:
            self._bold[number] = tuple(replace(run, bold=True) for run in plain)
        return self._bold[number]


class StringTarget:
    """Adds each text that goes by."""

    def __init__(self, strings: SharedStrings) -> None:
        self._strings = strings
        self._grower: Grower | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._grower is not None:
            self._grower.start(tag, attributes)
        elif tag in _ITEMS:
            self._grower = Grower(tag, attributes)

    def data(self, text: str) -> None:
        """Text goes by."""
        if self._grower is not None:
            self._grower.data(text)

    def end(self, _tag: str) -> None:
        """An element ends."""
        if self._grower is not None and self._grower.end():
            self._strings.add(self._grower.root)
            self._grower = None


_ITEMS = {space + "si" for space in SPACES}


def runs_of(node: Node, *, bold: bool) -> Runs:
    """The runs of a text; `bold` is how the cell is, for stretches that say nothing themselves."""
    stretches = [child for child in node.nodes() if child.name in {"t", "r"}]
    if len(stretches) == 1 and stretches[0].name == "t":
        return plain_runs(unescaped(stretches[0].text()), bold=bold)
    return tidy_runs(_run(stretch, bold=bold) for stretch in stretches)


def _run(stretch: Node, *, bold: bool) -> Run:
    if stretch.name == "t":
        return Run(text=unescaped(stretch.text()), bold=bold)
    children = {child.name: child for child in stretch.nodes()}
    text = unescaped(children["t"].text()) if "t" in children else ""
    if "rPr" not in children:
        return Run(text=text, bold=bold)
    looks = {look.name: look.attributes.get("val", "1") for look in children["rPr"].nodes()}
    return Run(
        text=text,
        bold=looks.get("b", "0") not in _OFF,
        italic=looks.get("i", "0") not in _OFF,
        underline=looks.get("u", "none") not in _OFF,
        superscript=looks.get("vertAlign") == "superscript",
        subscript=looks.get("vertAlign") == "subscript",
    )
