"""Which cells and words of an OpenDocument spreadsheet are bold, and which sheets are hidden."""

from collections.abc import Mapping
from dataclasses import dataclass

from prestatie_desktop.importing.readers.odf_names import STYLE, TABLE
from prestatie_desktop.importing.readers.odf_styles import look_of
from prestatie_desktop.importing.readers.office_text import AS_IT_STANDS, Look, over

_STYLE = STYLE + "style"
_TEXT = STYLE + "text-properties"
_TABLE = STYLE + "table-properties"
#: Styles that are no style of cells or words; what follows is theirs.
_OTHERS = ("default-style", "page-layout", "master-page", "-style")
_DEEPEST = 50


@dataclass(slots=True)
class _Style:
    parent: tuple[str, str]
    look: Look = AS_IT_STANDS
    is_hidden: bool = False


class OpenStyles:
    """Learns the styles that go by, and tells how each of them looks."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._now: _Style | None = None
        self._looks: dict[tuple[str, str], Look] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element among the styles begins."""
        if tag == _STYLE:
            family = attributes.get(STYLE + "family", "")
            self._now = _Style((family, attributes.get(STYLE + "parent-style-name", "")))
            self._styles[family, attributes.get(STYLE + "name", "")] = self._now
        elif self._now is None:
            return
        elif tag == _TEXT:
            self._now.look = look_of(attributes)
        elif tag == _TABLE:
            self._now.is_hidden = attributes.get(TABLE + "display") == "false"
        elif tag.endswith(_OTHERS):
            self._now = None

    def look(self, family: str, name: str) -> Look:
        """How a style looks, with what it takes from the style it is based on."""
        key = (family, name)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._composed(key)
        return found

    def is_hidden(self, name: str) -> bool:
        """Whether sheets with this style are hidden."""
        style = self._styles.get(("table", name))
        return style is not None and style.is_hidden

    def _composed(self, key: tuple[str, str]) -> Look:
        look = AS_IT_STANDS
        for _ in range(_DEEPEST):
            style = self._styles.get(key)
            if style is None:
                break
            look = over(look, style.look)
            key = style.parent
        return look
