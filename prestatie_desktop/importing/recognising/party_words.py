"""What sort of party a name is by its words: the generic words of the field, no names."""

import re
from enum import StrEnum
from functools import lru_cache

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.importing.recognising.vocabulary import fold


class Generic(StrEnum):
    """Parties meant together, by a word and not by name."""

    CORPORATIONS = "corporations"
    TENANTS = "tenants"
    MUNICIPALITIES = "municipalities"
    #: One municipality, not named: "Gemeente".
    MUNICIPALITY = "municipality"
    ALL = "all"


_GENERIC = (
    (
        Generic.CORPORATIONS,
        (r"(?:alle |de |betrokken |beide )?(?:woning|woon)?(?:bouw)?corporaties?|(?:alle )?verhuurders"
        r"|corpo s|corps|toegelaten instelling(?:en)?"),
    ),
    (
        Generic.TENANTS,
        (r"(?:alle |de |betrokken )?huurders ?(?:organisaties?|verenigingen|vereniging|koepels?"
        r"|vertegenwoordig\w*|belangen ?organisaties?|partijen)(?: en)?|(?:de )?huurders|ho s?|hv s?|hbo s?"
        r"|huurdersbelangenverenigingen|huurdersbelangenvereniging"),
    ),
    (Generic.MUNICIPALITIES, r"(?:alle |de |betrokken )?gemeent(?:en|es)"),
    (Generic.MUNICIPALITY, r"(?:de )?gemeente|gem"),
    (Generic.ALL, r"(?:alle |de )?(?:partijen|drie partijen)|allen|alle|iedereen|gezamenlijk|tripartiet"),
)  # fmt: skip
_GENERIC_PATTERNS = tuple((sort, re.compile(words)) for sort, words in _GENERIC)

_TENANTS = re.compile(
    r"huurders|(?<!\w)(?:hbv|hbo|hvb|ho|hv|sbo|sho)(?!\w)|bewonersraad|huurdersraad"
    r"|huurdersplatform|huurderskoepel|bewonersvereniging|bewonersbelang|huurdersbelang"
)
_ACTORS = re.compile(
    r"(?:bewoners(?:commissies?|groepen)?|kernteam|werkgroep|stuurgroep|projectgroep|regiegroep"
    r"|ambtelijk|bestuurlijk|buurtbewoners|wijkbewoners|inwoners|klankbordgroep)(?: .*)?"
)
_OTHERS = re.compile(
    r".*(?:zorg|welzijn|ggd|ggz|provincie|waterschap|stadsregio|regio |politie|ontwikkelaar|makelaar"
    r"|netbeheerder|energie|rijk|ministerie|maatschappel|opvang|onderwijs|universiteit|ontwikkel"
    r"|marktpartij|belegger|vluchtelingen|coa).*"
)
_SUBSET = re.compile(
    r"(?:woningcorporaties|corporaties|gemeenten|huurdersorganisaties|partijen|verhuurders)"
    r" (?:aangesloten|binnen|uit|met|van|die|actief|behalve|zonder|in) .+"
)
_LEGAL = re.compile(
    r"(?<!\w)(?:stichting|woningstichting|woonstichting|woningbouwvereniging|woningvereniging"
    r"|woningbouwstichting|woningcorporatie|corporatie|vereniging|cooperatie|cooperatieve|bv|nv|b v|n v"
    r"|st|ver|de|het|t)(?!\w)"
)


def generic(text: str) -> Generic | None:
    """What a generic word stands for: "Woningcorporaties", "gemeente"; None for a name."""
    folded = fold(text)
    return next((sort for sort, words in _GENERIC_PATTERNS if words.fullmatch(folded)), None)


def is_subset(text: str) -> bool:
    """Whether it names a part of a group: "corporaties met bezit in de wijk"."""
    return bool(_SUBSET.fullmatch(fold(text)))


def is_actor(text: str) -> bool:
    """Whether it is somebody who is named but never signs: residents, a working group."""
    return bool(_ACTORS.fullmatch(fold(text)))


@lru_cache(maxsize=4_096)
def is_tenants(text: str) -> bool:
    """Whether a name is that of a tenants' organisation."""
    return bool(_TENANTS.search(fold(text)))


def party_kind(name: str, *, is_provider: bool = False) -> tuple[PartyKind, bool]:
    """What a named party is, and whether that is sure.

    `is_provider` says that tables or signatures show it to be a corporation.
    """
    folded = fold(name)
    if folded.startswith("gemeente "):
        return PartyKind.MUNICIPALITY, True
    if is_tenants(name):
        return PartyKind.TENANTS_ORGANISATION, True
    if is_actor(name):
        return PartyKind.ACTOR, True
    if is_provider:
        return PartyKind.CORPORATION, True
    if _OTHERS.fullmatch(folded):
        return PartyKind.OTHER, False
    return PartyKind.CORPORATION, False


_FORM = re.compile(
    r"(?:woning|woon)?(?:bouw)?(?:stichting|vereniging)(?!\w)|.*(?<!\w)(?:bv|nv|b v|n v)"
)


@lru_cache(maxsize=4_096)
def has_legal_form(name: str) -> bool:
    """Whether a name is written with its legal form, as in statutes."""
    return bool(_FORM.match(fold(name)))


@lru_cache(maxsize=4_096)
def without_legal_form(name: str) -> str:
    """A folded name without Stichting, Woningbouwvereniging, B.V. and articles."""
    return " ".join(_LEGAL.sub(" ", fold(name)).split())
