"""Whether a bod answers to what the law asks of it. It warns and never blocks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from prestatie_desktop.domain.bod import BodText
from prestatie_desktop.domain.bod_overview import (
    counted,
    offer,
    phased_too_much,
    rows_of,
    submission_of,
    without_year,
)
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.richtext import is_blank


class Standing(Enum):
    """How a part of the bod stands."""

    PASSED = "passed"
    HINT = "hint"
    WARNING = "warning"


class Reason(Enum):
    """Why it stands so."""

    ROWS = "rows"
    NO_ROWS = "no_rows"
    TEXT = "text"
    NO_TEXT = "no_text"
    RENT_UNKNOWN = "rent_unknown"
    WITHOUT_YEAR = "without_year"
    ALL_IN_YEARS = "all_in_years"
    TOO_MUCH_IN_YEARS = "too_much_in_years"
    NO_POSTCODE = "no_postcode"
    NO_MUNICIPALITY = "no_municipality"
    ONE_MUNICIPALITY = "one_municipality"
    NOT_CONSULTED = "not_consulted"
    CONSULTED = "consulted"
    NO_LETTER = "no_letter"
    SEE_YOURSELF = "see_yourself"


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the checklist: the key of its heading, how it stands, why, and how many."""

    key: str
    standing: Standing
    reason: Reason
    count: int = 0


def heading_point(
    dossier: Dossier, party_id: Id, key: str, kind_keys: Sequence[str], text_keys: Sequence[str]
) -> Point:
    """How a legal heading of the bod is filled: by rows of its kinds, or by its texts."""
    rows = _rows(dossier, party_id, kind_keys)
    if "rent_policy" in kind_keys and any(not row.amount.is_known for row in rows):
        return Point(key, Standing.WARNING, Reason.RENT_UNKNOWN)
    if rows:
        return Point(key, Standing.PASSED, Reason.ROWS, len(rows))
    texts = _texts(dossier, party_id)
    if any(text in texts for text in text_keys):
        return Point(key, Standing.PASSED, Reason.TEXT)
    if text_keys:
        return Point(key, Standing.WARNING, Reason.NO_TEXT)
    return Point(key, Standing.PASSED, Reason.NO_ROWS)


def procedure_point(dossier: Dossier, party_id: Id, key: str) -> Point:
    """How a requirement that is no heading stands; what cannot be seen is for a person to see."""
    look = {
        "per_municipality": _per_municipality,
        "five_years": _five_years,
        "consultation": _consultation,
        "sale_postcodes": _sale_postcodes,
        "invitation": _invitation,
    }.get(key)
    if look is None:
        return Point(key, Standing.HINT, Reason.SEE_YOURSELF)
    standing, reason, count = look(dossier, party_id)
    return Point(key, standing, reason, count)


_Found = tuple[Standing, Reason, int]


def _per_municipality(dossier: Dossier, party_id: Id) -> _Found:
    municipalities = [p for p in dossier.parties if p.kind is PartyKind.MUNICIPALITY]
    if len(municipalities) < 2:
        return Standing.PASSED, Reason.ONE_MUNICIPALITY, 0
    missing = [row for row in _projects(dossier, party_id) if not row.municipality_id]
    return _lacking(missing, Reason.NO_MUNICIPALITY, Reason.ROWS)


def _five_years(dossier: Dossier, party_id: Id) -> _Found:
    rows = tuple(_projects(dossier, party_id))
    too_much = [row for row in rows if phased_too_much(row)]
    if too_much:
        return Standing.WARNING, Reason.TOO_MUCH_IN_YEARS, len(too_much)
    missing = [row for row in rows if counted(offer(row)) and not without_year(row).is_empty]
    return _lacking(missing, Reason.WITHOUT_YEAR, Reason.ALL_IN_YEARS)


def _sale_postcodes(dossier: Dossier, party_id: Id) -> _Found:
    rows = _rows(dossier, party_id, ["sale"])
    sold = [row for row in rows if counted(offer(row))]
    missing = [row for row in sold if not row.postcode]
    if missing:
        return Standing.WARNING, Reason.NO_POSTCODE, len(missing)
    return Standing.PASSED, Reason.ROWS if sold else Reason.NO_ROWS, len(sold)


def _consultation(dossier: Dossier, party_id: Id) -> _Found:
    submission = submission_of(dossier, party_id)
    if submission is None or submission.consulted_on is None:
        return Standing.WARNING, Reason.NOT_CONSULTED, 0
    return Standing.PASSED, Reason.CONSULTED, 0


def _invitation(dossier: Dossier, party_id: Id) -> _Found:
    if "letter" in _texts(dossier, party_id):
        return Standing.PASSED, Reason.TEXT, 0
    return Standing.WARNING, Reason.NO_LETTER, 0


def _lacking(missing: Sequence[Commitment], lacking: Reason, fine: Reason) -> _Found:
    if missing:
        return Standing.WARNING, lacking, len(missing)
    return Standing.PASSED, fine, 0


def _projects(dossier: Dossier, party_id: Id) -> Iterator[Commitment]:
    for kind in dossier.all(CommitmentKind):
        if kind.form is KindForm.PROJECT:
            yield from rows_of(dossier, kind.id, party_id)


def _rows(dossier: Dossier, party_id: Id, kind_keys: Iterable[str]) -> list[Commitment]:
    wanted = set(kind_keys)
    return [
        row
        for kind in dossier.all(CommitmentKind)
        if kind.key in wanted
        for row in rows_of(dossier, kind.id, party_id)
    ]


def _texts(dossier: Dossier, party_id: Id) -> Mapping[str, str]:
    return {
        text.heading: text.text
        for text in dossier.of(BodText, "party_id", party_id)
        if not is_blank(text.text)
    }
