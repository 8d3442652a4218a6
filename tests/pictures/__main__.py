"""Pictures of every screen, to look at: `python -m tests.pictures --out DIR`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.pictures.screen import use_screen

_KEPT = Path(__file__).resolve().parents[2] / "docs" / "pictures"


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pictures; the exit code is 1 when a screen could not be shown."""
    args = _parser().parse_args(argv)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        # The crash dialog names the log: nothing of this user may stand in a picture.
        os.environ["HOME"] = os.environ["XDG_DATA_HOME"] = str(home)
        use_screen(home, args.size)
        from tests.pictures.rounds import kept, rounds

        if args.kept:
            return kept(home, args.out or _KEPT)
        if args.out is None:
            sys.stderr.write("say where to: --out DIR\n")
            return 2
        return rounds(
            home, args.out, looks=args.theme, scales=args.scale, size=args.size, only=args.only
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("--out", type=Path, help="the folder to write to")
    parser.add_argument("--theme", type=_looks, default=("light",), help="light, dark or both")
    parser.add_argument("--scale", type=_scales, default=(1.0,), help="size of text: 1,1.5,2")
    parser.add_argument("--size", type=_size, default=(1440, 900), help="of the window: 1440x900")
    parser.add_argument("--only", default="", help="screens whose name begins so: wie-tekent")
    parser.add_argument("--kept", action="store_true", help="only those that docs/pictures keeps")
    return parser


def _looks(text: str) -> tuple[str, ...]:
    looks = ("light", "dark") if text == "both" else (text,)
    if text not in ("light", "dark", "both"):
        raise argparse.ArgumentTypeError("light, dark or both")
    return looks


def _scales(text: str) -> tuple[float, ...]:
    return tuple(float(one) for one in text.split(","))


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
