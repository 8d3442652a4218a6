"""What every choice of the field is called on the screen, on paper and on the command line."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from prestatie_desktop.domain.agreement import AgreementStatus, Obligation, Origin, RoleKind
from prestatie_desktop.domain.agreement_set import SetKind, SetStatus, TextPartKind
from prestatie_desktop.domain.checks import Rule
from prestatie_desktop.domain.choice import ChoiceList
from prestatie_desktop.domain.commitment import Daeb, KindForm, ProjectStatus
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.richtext import ListKind
from prestatie_desktop.domain.search import Where
from prestatie_desktop.domain.series import SeriesKind
from prestatie_desktop.domain.signing import Medium, SigningBasis, SigningMode, SigningScope
from prestatie_desktop.domain.signing_state import CommonChange, ItemChange, PartyState
from prestatie_desktop.domain.unknown import Unknown
from prestatie_desktop.words.quantities import UNKNOWN_WORDS
from prestatie_desktop.words.translation import tr

#: Per enum, because members of two enums with the same stored text are equal to each other.
_LABELS: dict[type[StrEnum], Mapping[Any, str]] = {
    SetKind: {
        SetKind.FRAMEWORK: "Meerjarenkader",
        SetKind.YEARLY: "Jaarschijf",
        SetKind.REGIONAL: "Regionale afspraken",
    },
    SetStatus: {
        SetStatus.CONCEPT: "Concept",
        SetStatus.NEGOTIATED: "Onderhandelakkoord",
        SetStatus.ADOPTED: "Vastgesteld",
        SetStatus.SIGNED: "Getekend",
    },
    TextPartKind: {
        TextPartKind.PREAMBLE: "Preambule",
        TextPartKind.DEFINITIONS: "Begrippen",
        TextPartKind.CLOSING: "Slotbepalingen",
    },
    PartyKind: {
        PartyKind.MUNICIPALITY: "Gemeente",
        PartyKind.CORPORATION: "Woningcorporatie",
        PartyKind.TENANTS_ORGANISATION: "Huurdersorganisatie",
        PartyKind.OTHER: "Andere partij",
        PartyKind.ACTOR: "Betrokkene die niet tekent",
    },
    AgreementStatus: {
        AgreementStatus.PROPOSED: "Voorstel",
        AgreementStatus.DISCUSSED: "Besproken",
        AgreementStatus.AGREED: "Akkoord",
        AgreementStatus.ON_HOLD: "Aangehouden",
        AgreementStatus.DROPPED: "Vervallen",
    },
    Obligation: {
        Obligation.RESULT: "Resultaatsverplichting",
        Obligation.EFFORT: "Inspanningsverplichting",
    },
    Origin: {
        Origin.FRAMEWORK: "Uit het meerjarenkader",
        Origin.BID: "Uit het bod",
        Origin.MUNICIPAL_REQUEST: "Verzoek van de gemeente",
        Origin.TENANTS: "Ingebracht door huurders",
        Origin.CARRIED_OVER: "Meegenomen uit vorig jaar",
        Origin.JOINT: "Samen opgesteld",
    },
    RoleKind: {
        RoleKind.LEAD: "Trekker",
        RoleKind.INVOLVED: "Betrokken",
        RoleKind.UNKNOWN_LEAD: "Trekker onbekend",
    },
    ChoiceList: {
        ChoiceList.DWELLING_TYPE: "Woningtypen",
        ChoiceList.ACCESSIBILITY: "Toegankelijkheid",
        ChoiceList.PRICE: "Prijsklassen",
    },
    KindForm: {
        KindForm.PROJECT: "Projecten",
        KindForm.FREE: "Vrije inzet",
    },
    ProjectStatus: {
        ProjectStatus.IDEA: "Idee",
        ProjectStatus.PLANNED: "Gepland",
        ProjectStatus.DECIDED: "Besloten",
        ProjectStatus.STARTED: "In uitvoering",
        ProjectStatus.DELIVERED: "Opgeleverd",
        ProjectStatus.CANCELLED: "Vervallen",
    },
    Daeb: {
        Daeb.YES: "DAEB",
        Daeb.NO: "Niet-DAEB",
        Daeb.MIXED: "Gemengd",
    },
    SeriesKind: {
        SeriesKind.SERIES: "Cijferreeks",
        SeriesKind.MATRIX: "Matrix",
    },
    SigningMode: {
        SigningMode.SIGNS: "Tekent",
        SigningMode.WITH_RESERVATION: "Tekent met voorbehoud",
        SigningMode.NOT: "Tekent niet",
    },
    SigningScope: {
        SigningScope.DEFAULT: "Alles",
        SigningScope.THEME: "Thema",
        SigningScope.ITEM: "Afspraak of project",
    },
    SigningBasis: {
        SigningBasis.STATUTES: "Statuten",
        SigningBasis.MANDATE: "Mandaat",
        SigningBasis.POWER_OF_ATTORNEY: "Volmacht",
        SigningBasis.ON_BEHALF_OF: "In opdracht",
    },
    Medium: {
        Medium.PAPER: "Op papier",
        Medium.DIGITAL: "Digitaal",
    },
    PartyState: {
        PartyState.NO_SHEET: "Nog geen blad",
        PartyState.SHEET_OUT: "Blad uit",
        PartyState.SHEET_STALE: "Blad op eerdere tekst",
        PartyState.SIGNED: "Getekend",
        PartyState.STALE: "Op eerdere tekst",
    },
    ItemChange: {
        ItemChange.ADDED: "Nieuw",
        ItemChange.CHANGED: "Gewijzigd",
        ItemChange.REMOVED: "Verwijderd",
    },
    CommonChange: {
        CommonChange.TITLE: "De titel van de afspraken",
        CommonChange.YEARS: "De looptijd",
        CommonChange.TEXT: "De gezamenlijke tekst",
        CommonChange.LEGAL_NAME: "De statutaire naam",
        CommonChange.GROUPS: "De samenstelling van een groep",
    },
    Rule: {
        Rule.NOBODY_SIGNS: "Niemand tekent",
        Rule.ROLE_BUT_NOT_SIGNING: "Heeft een rol maar tekent niet",
        Rule.NO_SIGNATORY: "Geen ondertekenaar",
    },
    Where: {
        Where.AGREEMENT: "Afspraken",
        Where.COMMITMENT: "Inzet",
        Where.THEME: "Thema’s",
        Where.TEXT_PART: "Tekstdelen",
        Where.PARTY: "Partijen",
        Where.SERIES: "Cijfertabellen",
    },
    ListKind: {
        ListKind.BULLET: "Opsomming",
        ListKind.DECIMAL: "Genummerde lijst",
        ListKind.LETTER: "Lijst met letters",
    },
    Unknown: UNKNOWN_WORDS,
}

_PLURALS = {
    PartyKind.MUNICIPALITY: "Gemeenten",
    PartyKind.CORPORATION: "Woningcorporaties",
    PartyKind.TENANTS_ORGANISATION: "Huurdersorganisaties",
    PartyKind.OTHER: "Andere partijen",
    PartyKind.ACTOR: "Betrokkenen die niet tekenen",
}


def label(member: StrEnum) -> str:
    """The Dutch name of a choice: "Akkoord", "Trekker", "Jaarschijf"."""
    return tr(_LABELS[type(member)][member])


def plural(kind: PartyKind) -> str:
    """The heading above parties of a kind: "Woningcorporaties"."""
    return tr(_PLURALS[kind])


def in_sentence(text: str) -> str:
    """A label within a sentence: "akkoord", but "DAEB" stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
