"""The lists a dossier chooses from: dwelling types, accessibility classes and price segments."""

from dataclasses import dataclass
from enum import StrEnum

from prestatie_desktop.domain.entity import Entity


class ChoiceList(StrEnum):
    """Which list a choice belongs to."""

    DWELLING_TYPE = "dwelling_type"
    ACCESSIBILITY = "accessibility"
    PRICE = "price"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Entity):
    """One entry of a list: what is stored (`key`), what is shown (`label`) and how documents write it.

    A spelling that stands under several choices is ambiguous and is read as any one of them.
    """

    list: ChoiceList
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    rank: str = ""
