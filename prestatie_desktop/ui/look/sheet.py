"""The style sheet, made from the tokens.

resources/styles/window.qss is written at 100 % text, with `@name` for a colour of the palette.
"""

import re
from functools import cache

from prestatie_desktop.paths import resources
from prestatie_desktop.ui.look.tokens import Palette


def style_sheet(palette: Palette, scale: float) -> str:
    """The sheet for a palette and a text scale."""
    coloured = re.sub(r"@(\w+)", lambda found: palette[found[1]], _template())
    return re.sub(r"\b(\d+)px", lambda found: f"{_scaled(int(found[1]), scale)}px", coloured)


@cache
def _template() -> str:
    return (resources() / "styles" / "window.qss").read_text(encoding="utf-8")


def _scaled(size: int, scale: float) -> int:
    # A hairline stays one pixel for as long as it can: at 150 % two would be a bar.
    return max(1, int(scale)) if size == 1 else round(size * scale)
