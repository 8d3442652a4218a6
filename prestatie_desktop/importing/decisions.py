"""What a person decided about an import. Reading and planning follow it; nothing else changes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.importing.reading import TableUse


class AssignedAs(StrEnum):
    """What a person says that a stretch of the source is."""

    #: An agreement begins here; `target` is its number, "" for the one it begins with.
    AGREEMENT = "agreement"
    #: Text of the agreement with number `target`.
    TEXT_OF = "text_of"
    #: The parties of the agreement with number `target`.
    PARTIES_OF = "parties_of"
    #: A theme begins here.
    THEME = "theme"
    #: The introduction of the theme it stands under.
    INTRODUCTION = "introduction"
    #: Running text before or after the themes; `target` is its title.
    TEXT_PART = "text_part"
    #: A table of commitments; `target` is the kind (`sale`, `own:LABEL`).
    ROWS = "rows"
    FIGURES = "figures"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One such saying."""

    what: AssignedAs
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """How tables of one layout are to be read."""

    use: TableUse
    kind: str = ""
    head: int | None = None
    columns: tuple[str, ...] = ()


class Action(StrEnum):
    """What happens with a part in a dossier that holds things already."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The choice for one part: add it, put it over what is there, or leave it out."""

    action: Action
    #: Of UPDATE: the entity it is put over.
    entity_id: Id = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Everything decided so far. Empty: all proposals stand.

    `spellings`, `kinds`, `members` and `columns` are kept in a map file, for the next source.
    """

    #: A name as it is written → the name it stands for; itself: a party of its own; "": no party.
    spellings: Mapping[str, str] = field(default_factory=dict)
    #: Name of a party → what it is.
    kinds: Mapping[str, PartyKind] = field(default_factory=dict)
    #: Name of a group → names of its members.
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Signature of a layout → how to read it.
    columns: Mapping[str, ColumnMap] = field(default_factory=dict)
    #: Key of a piece → what it is. A table is assigned by its first piece.
    assigned: Mapping[int, Assignment] = field(default_factory=dict)
    #: Key of a part → what happens with it.
    resolutions: Mapping[str, Resolution] = field(default_factory=dict)
    #: Name of a party or group in the source → the party or group of the dossier it is.
    known_parties: Mapping[str, Id] = field(default_factory=dict)
    #: Whether remarks from the margin come along, as remarks that every party may read.
    with_comments: bool = True

    def for_new_dossier(self) -> "Decisions":
        """The same without what was decided about what another dossier holds."""
        return replace(self, resolutions={}, known_parties={})


NOTHING_DECIDED = Decisions()
