"""Planning an import and carrying it out, as a table of projects grows."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from prestatie_desktop.importing.planning import Plan, plan
from prestatie_desktop.importing.reading import FoundRow, Reading
from prestatie_desktop.importing.starting import start_from
from prestatie_desktop.journal.session import Session
from prestatie_desktop.storage.opening import create_dossier
from tests.benchmarks.dossiers import AUTHOR
from tests.benchmarks.table import Line
from tests.benchmarks.taking import milliseconds
from tests.importing.making_readings import row, small_reading

#: Rows at size 1; 50,000 at size 1000.
ROWS = 50

_KINDS = ("new_build", "demolition", "renovation", "sale", "acquisition", "study")
_CORPORATIONS = ("Woonbron Zonneveen", "De Linde")


def planning(folder: Path, repeats: int, sizes: tuple[int, ...]) -> Iterator[Line]:
    """Into an empty dossier, in the file, and the same rows once more with other numbers."""
    first: list[list[float]] = []
    for size in sizes:
        taken = [_taken(folder, _reading(size * ROWS)) for _ in range(repeats)]
        by_step = [list(times) for times in zip(*taken, strict=True)]
        first = first or by_step
        steps = zip(("new", "in the file", "again, other numbers"), by_step, first, strict=True)
        for step, times, smallest in steps:
            against = "" if times is smallest else "the smallest"
            yield Line(
                what=f"plan: {size * ROWS:,} rows, {step}",
                ours=times,
                against=against,
                theirs=smallest if against else (),
            )


def _taken(folder: Path, reading: Reading) -> tuple[float, float, float]:
    path = Path(tempfile.mkdtemp(dir=folder)) / "rows.prestatie"
    store = create_dossier(path, AUTHOR, lambda session: session.commit(start_from(reading)))
    with closing(store):
        session = Session(store, AUTHOR)
        made: list[Plan] = []
        new = milliseconds(lambda: made.append(plan(reading, session.dossier)))
        written = milliseconds(session.commit_together, made[0].acts)
        again = milliseconds(partial(plan, _with_other_numbers(reading), session.dossier))
    return new, written, again


def _reading(rows: int) -> Reading:
    return replace(small_reading(), rows=tuple(_row(number) for number in range(rows)))


def _row(number: int) -> FoundRow:
    return row(
        str(number),
        f"Straat {number}",
        kind=_KINDS[number % len(_KINDS)],
        corporation=_CORPORATIONS[number % len(_CORPORATIONS)],
        values={
            "homes": str(number % 90),
            "price": f"{number % 50} Betaalbaar 1",
            "accessibility": "BAT-2",
            "note": f"Opmerking {number % 7}",
        },
    )


def _with_other_numbers(reading: Reading) -> Reading:
    changed = (replace(one, values={**one.values, "homes": "3"}) for one in reading.rows)
    return replace(reading, rows=tuple(changed))
