"""What a part holds, in a form for other programs and for a line of text."""

from datetime import date
from typing import Any

from prestatie_desktop.domain.richtext import first_sentence, plain, shortened
from prestatie_desktop.importing.planning_texts import canonical
from prestatie_desktop.importing.reading import (
    FoundAgreement,
    FoundCover,
    FoundFigures,
    FoundGroup,
    FoundParty,
    FoundRow,
    FoundSignatory,
    FoundTextPart,
    FoundTheme,
    Part,
)
from prestatie_desktop.importing.source import Stamp

Json = Any

_LENGTH = 60


def name_of(part: Part) -> str:
    """What a part is called in a list: "1.7 Nieuwbouw", "Kerkveld", "Woonhuis"."""
    match part:
        case FoundAgreement():
            words = part.heading or first_sentence(canonical(part.text), _LENGTH)
            return shortened(f"{part.number} {words}".strip(), _LENGTH + 20)
        case FoundTheme():
            return shortened(f"{part.number} {part.title}".strip(), _LENGTH + 20)
        case FoundRow():
            return shortened(part.values.get("location", "") or part.corporation, _LENGTH)
        case FoundCover() | FoundTextPart() | FoundFigures():
            return shortened(part.title, _LENGTH)
        case FoundParty() | FoundGroup() | FoundSignatory():
            return shortened(part.name, _LENGTH)
    return part.key


def holds(part: Part) -> Json:  # noqa: PLR0911 - one return for each sort of part
    """What was recognised in a part, as the source says it."""
    match part:
        case FoundCover():
            return _cover(part)
        case FoundParty():
            return _party(part)
        case FoundGroup():
            return {"members": list(part.members), "aliases": list(part.aliases)}
        case FoundTextPart():
            return {"kind": part.kind.value, "title": part.title, "text": _plain(part.text)}
        case FoundTheme():
            return {
                "number": part.number,
                "title": part.title,
                "introduction": _plain(part.introduction),
            }
        case FoundAgreement():
            return _agreement(part)
        case FoundRow():
            return _row(part)
        case FoundFigures():
            return _figures(part)
        case FoundSignatory():
            return _signatory(part)
    return {}


def _plain(html: str) -> str:
    return plain(canonical(html))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _cover(cover: FoundCover) -> Json:
    return {
        "title": cover.title,
        "kind": cover.kind.value if cover.kind else None,
        "first_year": cover.first_year,
        "last_year": cover.last_year,
        "dated": _day(cover.dated),
    }


def _party(party: FoundParty) -> Json:
    return {
        "kind": party.kind.value,
        "legal_name": party.legal_name,
        "aliases": list(party.aliases),
        "represents": list(party.represents),
        "signs": party.signs,
    }


def _agreement(found: FoundAgreement) -> Json:
    return {
        "number": found.number,
        "theme": found.theme,
        "heading": found.heading,
        "text": _plain(found.text),
        "roles": [{"party": role.party, "role": role.kind.value} for role in found.roles],
        "planning": found.planning,
        "indicator": found.indicator,
        "remark": found.remark,
        "status": found.status.value if found.status else None,
        "obligation": found.obligation.value if found.obligation else None,
        "wordings": [
            {**_stamp(wording.stamp), "text": _plain(wording.text)} for wording in found.wordings
        ],
        "comments": [{**_stamp(comment.stamp), "text": comment.text} for comment in found.comments],
    }


def _stamp(stamp: Stamp | None) -> dict[str, Json]:
    if stamp is None:
        return {"person": "", "at": None}
    return {"person": stamp.author, "at": stamp.at.isoformat() if stamp.at else None}


def _row(row: FoundRow) -> Json:
    return {
        "kind": row.kind,
        "kind_number": row.kind_number,
        "theme": row.theme,
        "agreement": row.agreement,
        "corporation": row.corporation,
        "municipality": row.municipality,
        "values": dict(row.values),
        "unit": row.unit,
    }


def _figures(figures: FoundFigures) -> Json:
    return {
        "kind": figures.kind.value,
        "title": figures.title,
        "theme": figures.theme,
        "agreement": figures.agreement,
        "row_label": figures.row_label,
        "unit": figures.unit,
        "reference_date": _day(figures.reference_date),
        "with_totals": figures.with_totals,
        "columns": [{"label": column.label, "party": column.party} for column in figures.columns],
        "rows": [{"label": label, "figures": list(raws)} for label, raws in figures.rows],
        "printed_total": figures.printed_total,
    }


def _signatory(signatory: FoundSignatory) -> Json:
    return {
        "party": signatory.party,
        "name": signatory.name,
        "function": signatory.function,
        "basis": signatory.basis.value if signatory.basis else None,
        "on_behalf_of": signatory.on_behalf_of,
    }
