"""A screen in memory, as large as the window, on which menus and dialogs have their real place."""

import json
import os
from pathlib import Path


def use_screen(folder: Path, size: tuple[int, int]) -> None:
    """Have Qt draw in memory; before the first import of Qt."""
    config = folder / "screen.json"
    screen = {
        "name": "picture", "x": 0, "y": 0, "width": size[0], "height": size[1],
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip
    config.write_text(json.dumps({"windowFrameMargins": False, "screens": [screen]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")
