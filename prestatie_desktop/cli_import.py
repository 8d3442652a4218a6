"""The import at the command line: a document of somebody else, in a dossier that is there or new."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.errors import UserError
from prestatie_desktop.importing.decisions import NOTHING_DECIDED
from prestatie_desktop.importing.map_file import read_map
from prestatie_desktop.importing.opening import open_source
from prestatie_desktop.importing.own_workbook import (
    OwnWorkbook,
    compare_own_workbook,
    is_own_workbook,
)
from prestatie_desktop.importing.planning import Plan, plan
from prestatie_desktop.importing.reading import Reading
from prestatie_desktop.importing.recognising.recognise import recognise
from prestatie_desktop.importing.refusals import quoted
from prestatie_desktop.importing.report import report, report_json, report_lines
from prestatie_desktop.importing.starting import start_from
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Act, Session
from prestatie_desktop.journal.store import HeadMovedError, MemoryStore
from prestatie_desktop.storage.opening import create_dossier, open_dossier
from prestatie_desktop.words.translation import tr

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for."""

    source: Path
    into: Path
    map_file: Path | None = None
    dry_run: bool = False
    as_json: bool = False


def import_document(order: Order, author: Author) -> Iterator[str]:
    """Import, and tell about it line by line; with `as_json` it is one text.

    The document is read before the dossier is touched. Raises UserError, with the dossier as it
    was.
    """
    if is_own_workbook(order.source):
        if order.map_file:
            raise UserError(
                tr(
                    "{name} is een werkboek van dit programma en wordt zonder kaartbestand gelezen; "
                    "er is niets gewijzigd. Laat --map weg."
                ).format(name=quoted(order.source.name))
            )
        return _import_workbook(order, author)
    source = open_source(order.source)
    decisions = read_map(order.map_file) if order.map_file else NOTHING_DECIDED
    reading = recognise(source, decisions)
    if not order.dry_run and not _holds_anything(reading):
        raise UserError(
            tr(
                "In {name} is niets herkend dat in een dossier past; er is niets gewijzigd. Bekijk "
                "met --dry-run wat erin staat, of kies een ander document."
            ).format(name=quoted(source.name))
        )

    def make(dossier: Dossier) -> tuple[Plan, tuple[Act, ...]]:
        made = plan(reading, dossier, decisions, name=source.name)
        return made, made.acts

    made = _carried_out(order, author, make, lambda: start_from(reading, source.name))
    told = report(source, reading, made)
    if order.as_json:
        return iter([report_json(told)])
    return _with_ending(report_lines(told), order, is_changed=bool(made.acts))


def _holds_anything(reading: Reading) -> bool:
    return len(reading.parts()) > 1


def _import_workbook(order: Order, author: Author) -> Iterator[str]:
    """A workbook that this program made goes its own, exact way."""

    def make(dossier: Dossier) -> tuple[OwnWorkbook, tuple[Act, ...]]:
        made = compare_own_workbook(order.source, dossier)
        return made, made.acts

    made = _carried_out(order, author, make, None)
    if order.as_json:
        return iter([_workbook_json(order, made)])
    return _with_ending(_workbook_lines(made), order, is_changed=bool(made.acts))


def _carried_out(
    order: Order,
    author: Author,
    make: Callable[[Dossier], tuple[R, tuple[Act, ...]]],
    begin: Callable[[], Act] | None,
) -> R:
    """Plan for the dossier as it is, or for a new one, and commit unless it is a dry run."""
    results: list[R] = []

    def fill(session: Session) -> None:
        if begin is not None and not session.head:
            session.commit(begin())
        result, acts = make(session.dossier)
        results.append(result)
        session.commit_together(acts)

    if os.path.lexists(order.into):
        results.append(_into_standing(order, author, make))
    elif order.dry_run:
        fill(Session(MemoryStore(), author))
    else:
        create_dossier(order.into, author, fill).close()
    return results[0]


def _into_standing(
    order: Order, author: Author, make: Callable[[Dossier], tuple[R, tuple[Act, ...]]]
) -> R:
    with closing(open_dossier(order.into, view_only=order.dry_run)) as store:
        session = Session(store, author)
        result, acts = make(session.dossier)
        if order.dry_run:
            return result
        try:
            session.commit_together(acts)
        except HeadMovedError as error:
            raise UserError(
                tr(
                    "{name} is tijdens het importeren door iemand anders gewijzigd; er is niets "
                    "ingelezen. Probeer het opnieuw."
                ).format(name=quoted(order.into.name))
            ) from error
        return result


def _with_ending(lines: Iterator[str], order: Order, *, is_changed: bool) -> Iterator[str]:
    yield from lines
    yield ""
    if order.dry_run:
        yield tr("Er is niets geschreven.")
    elif is_changed:
        yield tr("Ingelezen in {path}.").format(path=order.into)
    else:
        yield tr("Er is niets te wijzigen in {path}.").format(path=order.into)


def _workbook_lines(made: OwnWorkbook) -> Iterator[str]:
    for count in made.counts:
        yield tr(
            "{sheet}: {new} nieuw, {changed} gewijzigd, {unchanged} ongewijzigd, "
            "{missing} niet in het werkboek"
        ).format(
            sheet=count.sheet,
            new=count.new,
            changed=count.changed,
            unchanged=count.unchanged,
            missing=count.not_in_workbook,
        )
    yield from made.notices


def _workbook_json(order: Order, made: OwnWorkbook) -> str:
    value: dict[str, Any] = {
        "format": "prestatie-workbook-report",
        "version": 1,
        "source": order.source.name,
        "entries": len(made.acts),
        "sheets": [
            {
                "sheet": count.sheet,
                "new": count.new,
                "changed": count.changed,
                "unchanged": count.unchanged,
                "not_in_workbook": count.not_in_workbook,
            }
            for count in made.counts
        ],
        "notices": list(made.notices),
    }
    return json.dumps(value, ensure_ascii=False, indent=2)
