"""Remakes the icon font the window ships, from the full Material Design Icons font.

    python packaging/icons.py materialdesignicons.ttf charmap.json

`charmap.json` maps every icon's name to its codepoint ("0xf0415"). The names to keep stand in
resources/icons/names.txt, one a line; the script says which of them the font does not know.
Needs fonttools, which the product itself does not.
"""

import argparse
import json
import sys
from pathlib import Path

from fontTools import subset

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"


def main() -> int:
    """Write icons.ttf and codepoints.json; 1 when a wanted icon is not in the font."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("ttf", type=Path)
    arguments.add_argument("charmap", type=Path)
    given = arguments.parse_args()
    every = {name: int(code, 16) for name, code in json.loads(given.charmap.read_text()).items()}
    names = (ICONS / "names.txt").read_text().split()
    missing = [name for name in names if name not in every]
    if missing:
        print("not in the font:", *missing, file=sys.stderr)
        return 1
    kept = {name: every[name] for name in sorted(names)}
    font = subset.load_font(str(given.ttf), options := subset.Options())
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    cut = subset.Subsetter(options=options)
    cut.populate(unicodes=kept.values())
    cut.subset(font)
    subset.save_font(font, str(ICONS / "icons.ttf"), options)
    lines = ",\n".join(f'  "{name}": "{code:x}"' for name, code in kept.items())
    (ICONS / "codepoints.json").write_text(f"{{\n{lines}\n}}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
