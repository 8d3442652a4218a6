"""What is proposed for one part: add it, put it over something of the dossier, or leave it out."""

from dataclasses import dataclass
from enum import StrEnum

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.importing.decisions import Action
from prestatie_desktop.importing.reading import Part


class MatchReason(StrEnum):
    """Why a part goes where it goes."""

    #: A person said so.
    CHOSEN = "chosen"
    SAME_NUMBER = "same_number"
    #: Of a party, a theme, a text part, a table of figures or a person.
    SAME_NAME = "same_name"
    #: Of a row: the same location, in the same table, of the same corporation.
    SAME_PLACE = "same_place"
    SIMILAR_TEXT = "similar_text"
    #: It is there already, with everything the source says of it.
    IDENTICAL = "identical"
    NEW = "new"
    #: The title page of a source, beside a dossier that has its own.
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What happens with a part, and the thing of the dossier it is about."""

    part: Part
    action: Action
    #: Of UPDATE and SKIP: the thing it is; "" when there is none.
    entity_id: Id = ""
    #: How that is named: "1.7 Nieuwbouw", "Woonhuis".
    entity_label: str = ""
    reason: MatchReason = MatchReason.NEW
    #: Other things of the dossier it may be, with their names; the likeliest first.
    alternatives: tuple[tuple[Id, str], ...] = ()
    #: The number is the same but the text is another one altogether: a person should choose.
    differs: bool = False
