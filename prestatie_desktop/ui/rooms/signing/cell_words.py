"""The matrix in words: for the line under it, the tooltips and the screen reader."""

from datetime import date

from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import groups_of, named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import SigningScope
from prestatie_desktop.domain.signing_rules import Signs
from prestatie_desktop.domain.signing_state import PartySigning, PartyState
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.ui.look.states import SIGN_WORD
from prestatie_desktop.ui.rooms.signing.cells import Cell
from prestatie_desktop.words.dates import long_date, short_date
from prestatie_desktop.words.labels import in_sentence, label
from prestatie_desktop.words.translation import tr


def brief(cell: Cell) -> str:
    """A cell in a few words: "Trekker, getekend"."""
    role = label(cell.role) if cell.role else ""
    mark = tr(SIGN_WORD[cell.mark]) if cell.mark else ""
    if cell.share:
        mark = tr("Tekent {share}").format(share=cell.share.replace("/", tr(" van ")))
    return f"{role}, {in_sentence(mark)}" if role and mark else role or mark


def date_under(signing: PartySigning | None) -> tuple[str, bool]:
    """What stands under a party's mark ("18 nov", "blad uit"), and whether it asks attention."""
    if signing is None:
        return "", False
    if signing.signature is not None:
        return short_date(signing.signature.signed_on), signing.state is PartyState.STALE
    if not signing.has_signatory:
        return tr("geen naam"), True
    return {
        PartyState.NO_SHEET: ("", False),
        PartyState.SHEET_OUT: (tr("blad uit"), False),
        PartyState.SHEET_STALE: (tr("oud blad"), True),
    }.get(signing.state, ("", False))


def header_words(party: Party, signing: PartySigning | None) -> str:
    """A party and how far it is: "Wonen Zuid: op eerdere tekst, 12 november 2023"."""
    if signing is None:
        return party.full_name
    words = [f"{party.full_name}: {in_sentence(label(signing.state))}"]
    if signing.signature is not None:
        words.append(long_date(signing.signature.signed_on))
    elif not signing.has_signatory:
        words.append(tr("nog geen ondertekenaar"))
    return ", ".join(words)


def signing_words(cell: Cell, signing: PartySigning | None) -> str:
    """How a party signs a row, with date and sheet: what the line of words says after the mark."""
    if cell.share:
        return tr("Tekent {share} rijen").format(share=cell.share.replace("/", tr(" van ")))
    if cell.mark is None:
        return ""
    text = tr(SIGN_WORD[cell.mark])
    if cell.mark == "stale":
        text = tr("Getekend op eerdere tekst")
    done = cell.mark in ("signed", "signed_reservation", "stale")
    if done and signing and signing.signature and signing.sheet:
        text = tr("{text}, {day}, blad {code}").format(
            text=text, day=_day(signing.signature.signed_on), code=signing.sheet.code
        )
    return text


def rule_words(dossier: Dossier, signs: Signs) -> str:
    """By which rule it is so; "" when by the default of all."""
    rule = signs.rule
    if rule is None:
        return ""
    whom = "" if _is_party(dossier, rule.party_id) else named(dossier, rule.party_id)
    match rule.scope:
        case SigningScope.ITEM:
            text = tr("eigen regel")
        case SigningScope.THEME:
            theme = dossier.find(Theme, rule.target_id)
            text = tr("regel van thema {number}").format(number=theme.number if theme else "?")
        case SigningScope.DEFAULT:
            text = tr("standaardregel")
    return tr("{rule} voor {group}").format(rule=text, group=whom) if whom else text


def role_source(dossier: Dossier, item_id: Id, party_id: Id) -> str:
    """What gives a party its role: a group, or its own project; "" when it is named itself."""
    named_here = {role.party_id for role in dossier.roles_of(item_id)}
    if party_id in named_here:
        return ""
    group = next((g.name for g in groups_of(dossier, party_id) if g.id in named_here), "")
    commitment = dossier.find(Commitment, item_id)
    if not group and commitment and commitment.corporation_id == party_id:
        return tr("eigen project")
    return group


def _is_party(dossier: Dossier, party_id: Id) -> bool:
    return dossier.find(Party, party_id) is not None


def _day(day: date) -> str:
    return short_date(day, today=date(1, 1, 1))
