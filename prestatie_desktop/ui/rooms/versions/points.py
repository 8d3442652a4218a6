"""The moments one can look back to: adopted versions and moments that were given a name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.signing import Edition
from prestatie_desktop.journal.history import dossier_at
from prestatie_desktop.journal.snapshot import snapshot
from prestatie_desktop.journal.store import Store
from prestatie_desktop.words.translation import tr


class PointKind(StrEnum):
    """What sort of moment it is."""

    NOW = "now"
    EDITION = "edition"
    MOMENT = "moment"
    START = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A moment with its name. The id is an edition's, or that of an entry of the journal."""

    kind: PointKind
    id: Id
    name: str
    at: datetime | None = None
    person: str = ""
    note: str = ""


def now_point() -> Point:
    """The dossier as it is now."""
    return Point(kind=PointKind.NOW, id="", name=tr("Nu"))


def points_of(store: Store, dossier: Dossier) -> list[Point]:
    """The moments to look back to, the latest first; at the end where the dossier began."""
    points = [
        Point(
            kind=PointKind.EDITION,
            id=edition.id,
            name=_edition_name(edition),
            at=edition.made_at,
            person=edition.made_by,
            note=edition.note,
        )
        for edition in dossier.all(Edition)
    ]
    first: Point | None = None
    for line in store.step_lines():
        if first is None:
            first = Point(
                kind=PointKind.START,
                id=line.entry_id,
                name=tr("Begin van het dossier"),
                at=line.at,
                person=line.author.person,
            )
        if line.action == "name_moment":
            points.append(
                Point(
                    kind=PointKind.MOMENT,
                    id=line.entry_id,
                    name=line.args.get("name", ""),
                    at=line.at,
                    person=line.author.person,
                )
            )
    points.sort(key=lambda point: point.at.timestamp() if point.at else 0.0, reverse=True)
    return [*points, first] if first else points


class Past:
    """Dossiers as they were; the last few stay in memory."""

    _KEPT = 4

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[Id, Dossier] = {}

    def dossier(self, now: Dossier, point: Point) -> Dossier:
        """The dossier at a moment. The past does not change, so it is worked out once."""
        if point.kind is PointKind.NOW:
            return now
        if point.kind is PointKind.EDITION:
            edition = now.get(Edition, point.id)
            return snapshot(self._store, edition.snapshot_id)
        if point.id not in self._kept:
            while len(self._kept) >= self._KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[point.id] = dossier_at(self._store, now, point.id)
        return self._kept[point.id]


def _edition_name(edition: Edition) -> str:
    plain = tr("Versie {number}").format(number=edition.number)
    return plain if edition.title == plain else f"{plain}: {edition.title}"
