"""Source Sans Pro on the screen, the same files as on paper."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from prestatie_desktop.ui.look.tokens import POINTS, FontRole

FAMILY = "Source Sans Pro"
_STYLES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


@cache
def load() -> None:
    """Make the text font known to Qt. Needs a QGuiApplication; asking twice costs nothing."""
    # find_spec, not import: the package reads its whole folder when it is imported.
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    folder = Path(spec.submodule_search_locations[0]) / "files"
    for style in _STYLES:
        path = folder / f"SourceSansPro-{style}.ttf"
        assert QFontDatabase.addApplicationFont(str(path)) >= 0, path


def font(role: FontRole, weight: int = 400, *, scale: float = 1.0, italic: bool = False) -> QFont:
    """The font of a role at a text scale.

    Set in pixels, because a point is 1/72 inch on one system and 1/96 on another.
    """
    load()
    made = QFont(FAMILY)
    made.setPixelSize(round(POINTS[role] * 96 / 72 * scale))
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    return made
