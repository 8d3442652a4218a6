"""The fields of a part with their Dutch names, in the order in which they are shown."""

from collections.abc import Iterator

from prestatie_desktop.domain.quantity import read
from prestatie_desktop.importing.reading import (
    FoundAgreement,
    FoundCover,
    FoundFigures,
    FoundGroup,
    FoundParty,
    FoundRow,
    FoundSignatory,
    Part,
)
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.fields import field_name
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.quantities import describe
from prestatie_desktop.words.translation import tr

#: Fields of a row that hold a number, with the unit where the text names none.
NUMBERS = {"homes": "homes", "homes_after": "homes", "offered": "homes", "amount": ""}


def fields_of(part: Part) -> Iterator[tuple[str, str]]:
    """Names and values; what is not known is left out."""
    yield from ((name, value) for name, value in _fields(part) if value)


def _fields(part: Part) -> Iterator[tuple[str, str]]:
    match part:
        case FoundCover():
            yield from _cover(part)
        case FoundAgreement():
            yield from _agreement(part)
        case FoundRow():
            yield from _row(part)
        case FoundParty():
            yield from _party(part)
        case FoundGroup():
            yield tr("Leden"), ", ".join(part.members)
            yield tr("Andere namen"), ", ".join(part.aliases)
        case FoundSignatory():
            yield tr("Functie"), part.function
            yield tr("Organisatie"), part.party
            yield tr("Grondslag"), label(part.basis) if part.basis else ""
            yield tr("Namens"), part.on_behalf_of
        case FoundFigures():
            yield tr("Peildatum"), long_date(part.reference_date) if part.reference_date else ""


def _cover(part: FoundCover) -> Iterator[tuple[str, str]]:
    years = [str(year) for year in dict.fromkeys((part.first_year, part.last_year)) if year]
    yield tr("Soort"), label(part.kind) if part.kind else ""
    yield tr("Looptijd"), " – ".join(years)
    yield tr("Datum"), long_date(part.dated) if part.dated else ""


def _agreement(part: FoundAgreement) -> Iterator[tuple[str, str]]:
    yield field_name("planning"), part.planning
    yield field_name("indicator"), part.indicator
    yield field_name("status"), label(part.status) if part.status else ""
    yield field_name("obligation"), label(part.obligation) if part.obligation else ""
    yield field_name("remark"), part.remark


def _row(part: FoundRow) -> Iterator[tuple[str, str]]:
    yield field_name("corporation_id"), part.corporation
    yield field_name("municipality_id"), part.municipality
    yield field_name("agreement_id"), part.agreement
    for name, raw in part.values.items():
        if name != "location":
            yield value_name(name), with_reading(name, raw, part.unit)


def _party(part: FoundParty) -> Iterator[tuple[str, str]]:
    yield tr("Soort"), label(part.kind)
    yield tr("Statutaire naam"), part.legal_name
    yield tr("Andere namen"), ", ".join(part.aliases)
    yield tr("Huurders van"), ", ".join(part.represents)
    yield tr("Tekent"), "" if part.signs else tr("nee")


def value_name(name: str) -> str:
    """What a field of a row is called; a year is its own name."""
    return name.partition(":")[2] or field_name(name)


def with_reading(name: str, raw: str, unit: str = "") -> str:
    """A value as it is written, and how it is read where that is not the same."""
    said = reading_of(name, raw, unit)
    return tr("{raw}  (gelezen als {said})").format(raw=raw, said=said) if said else raw


def reading_of(name: str, raw: str, unit: str = "") -> str:
    """How a number is read, in words; "" for a field that holds none or a plain number."""
    is_year = name.startswith("year:")
    if not raw.strip() or not (is_year or name in NUMBERS):
        return ""
    quantity = read(raw, unit or NUMBERS.get(name, "homes"))
    if not quantity.is_known and quantity.unknown is None:
        return ""
    said = describe(quantity)
    written = " ".join(raw.split()).casefold()
    is_plain = quantity.value is not None and said.split(" ")[0] == written
    return "" if is_plain or said.casefold() == written else said
