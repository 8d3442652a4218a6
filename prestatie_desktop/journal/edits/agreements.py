"""Edits of agreements."""

from dataclasses import replace

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Obligation, Origin
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.numbering import next_number, number_key, renumbered
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.series import Series
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.change import Added, Change, Removed, difference
from prestatie_desktop.journal.edits.making import (
    act,
    edit,
    known,
    known_if_any,
    line,
    lines,
    numbered,
    rank_at,
    required,
    rich,
)
from prestatie_desktop.journal.edits.removing import item_belongings, unlinked
from prestatie_desktop.journal.session import Act


def add_agreement(
    dossier: Dossier,
    theme_id: Id,
    *,
    number: str = "",
    heading: str = "",
    text: str = "",
    after: Id = "",
    status: AgreementStatus = AgreementStatus.PROPOSED,
    agreement_id: Id = "",
) -> Act:
    """Add an agreement at the end of a theme, or after another one.

    Without a number it gets the next free one. Raises UserError when the number is taken.
    """
    theme = dossier.get(Theme, theme_id)
    siblings = dossier.agreements_of(theme_id)
    place = next((i + 1 for i, a in enumerate(siblings) if a.id == after), len(siblings))
    number = numbered(number) or next_number(dossier, theme)
    _check_number(dossier, number)
    agreement = Agreement(
        id=agreement_id or new_id(),
        theme_id=theme_id,
        number=number,
        heading=line(heading, "Het kopje"),
        text=rich(text, "De tekst"),
        status=status,
        rank=rank_at(siblings, place),
    )
    return act("add_agreement", Added(agreement), about=number)


def set_text(dossier: Dossier, agreement_id: Id, html: str) -> Act:
    """Change the text. Quick successive changes are one step to undo."""
    agreement = dossier.get(Agreement, agreement_id)
    text = rich(html, f"De tekst van {agreement.number}")
    burst = f"text:{agreement_id}"
    return edit("set_text", agreement, about=agreement.number, burst=burst, text=text)


def set_heading(dossier: Dossier, agreement_id: Id, heading: str) -> Act:
    """Change the sub-heading above the text."""
    agreement = dossier.get(Agreement, agreement_id)
    return edit(
        "set_heading",
        agreement,
        about=agreement.number,
        burst=f"heading:{agreement_id}",
        heading=line(heading, "Het kopje"),
    )


def set_number(dossier: Dossier, agreement_id: Id, number: str) -> Act:
    """Give an agreement another number. Raises UserError when it is empty or taken."""
    agreement = dossier.get(Agreement, agreement_id)
    number = required(numbered(number), "Het nummer")
    _check_number(dossier, number, besides=agreement_id)
    return edit("set_number", agreement, about=f"{agreement.number} → {number}", number=number)


def set_status(dossier: Dossier, agreement_id: Id, status: AgreementStatus) -> Act:
    """Say where the negotiation about it stands."""
    agreement = dossier.get(Agreement, agreement_id)
    act_ = edit("set_status", agreement, about=agreement.number, status=status)
    return replace(act_, args={**act_.args, "status": status.value})


def set_obligation(dossier: Dossier, agreement_id: Id, obligation: Obligation | None) -> Act:
    """Say whether it promises a result or an effort."""
    agreement = dossier.get(Agreement, agreement_id)
    return edit("set_obligation", agreement, about=agreement.number, obligation=obligation)


def set_origin(dossier: Dossier, agreement_id: Id, origin: Origin | None) -> Act:
    """Say where it came from."""
    agreement = dossier.get(Agreement, agreement_id)
    return edit("set_origin", agreement, about=agreement.number, origin=origin)


def set_planning(dossier: Dossier, agreement_id: Id, planning: str) -> Act:
    """Say when it is done: a quarter, a date, years."""
    agreement = dossier.get(Agreement, agreement_id)
    return edit(
        "set_planning",
        agreement,
        about=agreement.number,
        burst=f"planning:{agreement_id}",
        planning=line(planning, "De planning"),
    )


def set_indicator(dossier: Dossier, agreement_id: Id, indicator: str) -> Act:
    """Say by what one sees that it is done."""
    agreement = dossier.get(Agreement, agreement_id)
    return edit(
        "set_indicator",
        agreement,
        about=agreement.number,
        burst=f"indicator:{agreement_id}",
        indicator=line(indicator, "De indicator"),
    )


def set_remark(dossier: Dossier, agreement_id: Id, remark: str) -> Act:
    """Change the remark that every party may read."""
    agreement = dossier.get(Agreement, agreement_id)
    return edit(
        "set_remark",
        agreement,
        about=agreement.number,
        burst=f"remark:{agreement_id}",
        remark=lines(remark, "De opmerking"),
    )


def set_open_question(
    dossier: Dossier, agreement_id: Id, question: str, owner_id: Id | None = None
) -> Act:
    """Ask what is still to be answered, and say who answers it; "" means answered."""
    agreement = dossier.get(Agreement, agreement_id)
    owner = agreement.question_owner_id if owner_id is None else owner_id
    known_if_any(dossier, (Party, PartyGroup), owner)
    question = lines(question, "De open vraag")
    return edit(
        "set_open_question",
        agreement,
        about=agreement.number,
        burst=f"question:{agreement_id}",
        open_question=question,
        question_owner_id=owner if question else "",
    )


def set_municipalities(dossier: Dossier, agreement_id: Id, municipalities: tuple[Id, ...]) -> Act:
    """Limit it to some municipalities; none means all."""
    agreement = dossier.get(Agreement, agreement_id)
    known(dossier, (Party,), *municipalities)
    only = tuple(dict.fromkeys(municipalities))
    return edit("set_municipalities", agreement, about=agreement.number, municipalities=only)


def move_agreement(dossier: Dossier, agreement_id: Id, theme_id: Id, position: int) -> Act:
    """Put it at a position in a theme (its own or another). Its number stays.

    Its figures go along.
    """
    agreement = dossier.get(Agreement, agreement_id)
    theme = dossier.get(Theme, theme_id)
    rank = rank_at(dossier.agreements_of(theme_id), position, agreement_id)
    moved = replace(agreement, theme_id=theme.id, rank=rank)
    figures = [
        change
        for series in dossier.of(Series, "agreement_id", agreement_id)
        if series.theme_id == agreement.theme_id
        for change in difference(series, replace(series, theme_id=theme.id))
    ]
    return act(
        "move_agreement",
        *difference(agreement, moved),
        *figures,
        about=agreement.number,
        theme=theme.number,
    )


def renumber(dossier: Dossier, theme_id: Id, first: int = 1) -> Act:
    """Number a theme's agreements without gaps, from `first`; links follow by themselves."""
    theme = dossier.get(Theme, theme_id)
    changes: list[Change] = []
    new = renumbered(dossier, theme_id, first)
    elsewhere = {number_key(a.number): a.number for a in dossier.all(Agreement) if a.id not in new}
    for agreement_id, number in new.items():
        if number_key(number) in elsewhere:
            raise UserError(
                f"Nummer {number} is al in gebruik in een ander thema; er is niets gewijzigd."
            )
        agreement = dossier.get(Agreement, agreement_id)
        changes += difference(agreement, replace(agreement, number=number))
    return act("renumber", *changes, about=theme.number)


def remove_agreement(dossier: Dossier, agreement_id: Id) -> Act:
    """Take out an agreement with its roles and signing rules; links to it read as "?"."""
    agreement = dossier.get(Agreement, agreement_id)
    return act(
        "remove_agreement",
        *unlinked(dossier, agreement_id),
        *(Removed(e) for e in item_belongings(dossier, agreement_id)),
        Removed(agreement),
        about=agreement.number,
    )


def _check_number(dossier: Dossier, number: str, besides: Id = "") -> None:
    key = number_key(number)
    for agreement in dossier.all(Agreement):
        if agreement.id != besides and number_key(agreement.number) == key:
            raise UserError(
                f"Er is al een afspraak {agreement.number}; er is niets gewijzigd. "
                "Kies een ander nummer."
            )
