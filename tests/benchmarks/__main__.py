"""One command for all measures: `python -m tests.benchmarks`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks.machine import facts
from tests.benchmarks.table import Line, repeats, table

_Measure = Callable[[Path, argparse.Namespace], Iterator[Line]]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and print the table with the raw repeats under it."""
    args = _parser().parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name in args.only:
            own = Path(folder) / name
            own.mkdir()
            for line in _MEASURES[name](own, args):
                lines.append(line)
                sys.stderr.write(table([line]).splitlines()[-1] + "\n")
    parts = (facts(), table(lines), "Every repeat, in ms:\n" + repeats(lines))
    sys.stdout.write("\n\n".join(parts) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", type=_names, default=list(_MEASURES), help="start,edit,…")
    parser.add_argument("--repeats", type=int, default=7, help="times that each is taken")
    parser.add_argument("--agreements", type=int, default=100_000, help="in the dossier of edit")
    parser.add_argument("--sizes", type=_sizes, default=(1, 10, 100, 1000), help="of what grows")
    return parser


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in _MEASURES]:
        raise argparse.ArgumentTypeError(f"no such measure: {', '.join(unknown)}")
    return names


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(","))


def _start(folder: Path, args: argparse.Namespace) -> Iterator[Line]:
    from tests.benchmarks.start import start

    return start(folder, args.repeats)


def _edit(folder: Path, args: argparse.Namespace) -> Iterator[Line]:
    from tests.benchmarks.edit import edit

    return edit(folder, args.repeats, args.agreements)


def _open(folder: Path, args: argparse.Namespace) -> Iterator[Line]:
    from tests.benchmarks.open_and_find import opening

    return opening(folder.parent, args.repeats, args.sizes)


def _find(folder: Path, args: argparse.Namespace) -> Iterator[Line]:
    from tests.benchmarks.open_and_find import finding

    return finding(folder.parent, args.repeats, args.sizes)


def _print(folder: Path, args: argparse.Namespace) -> Iterator[Line]:
    from tests.benchmarks.prints import prints

    return prints(folder, args.repeats)


def _plan(folder: Path, args: argparse.Namespace) -> Iterator[Line]:
    from tests.benchmarks.planning import planning

    return planning(folder, args.repeats, args.sizes)


def _recognise(_folder: Path, args: argparse.Namespace) -> Iterator[Line]:
    from tests.benchmarks.recognising import recognising

    return recognising(args.repeats, tuple(size for size in args.sizes if size <= 100))


def _documents(folder: Path, args: argparse.Namespace) -> Iterator[Line]:
    from tests.benchmarks.reading_documents import reading_documents

    return reading_documents(folder, args.repeats, tuple(s for s in args.sizes if s <= 100))


def _sheets(folder: Path, args: argparse.Namespace) -> Iterator[Line]:
    from tests.benchmarks.reading_sheets import reading

    return reading(folder, args.repeats, tuple(size for size in args.sizes if size <= 100))


_MEASURES: dict[str, _Measure] = {
    "start": _start,
    "edit": _edit,
    "print": _print,
    "open": _open,
    "find": _find,
    "plan": _plan,
    "sheets": _sheets,
    "documents": _documents,
    "recognise": _recognise,
}


if __name__ == "__main__":
    sys.exit(main())
