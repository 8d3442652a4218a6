"""Every name in a source as a row: who it is, and what else it could be."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.importing.decisions import Decisions
from prestatie_desktop.importing.reading import FoundGroup, FoundParty, Reading
from prestatie_desktop.ui.importing.deciding import name_kind, set_members, spell
from prestatie_desktop.ui.importing.said import reasons_of
from prestatie_desktop.words.importing import spelling_reason
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

OWN, NONE, GROUP, SAME = "own", "none", "group", "same:"


class Sort(Enum):
    """What a name is."""

    PARTY = 1
    GROUP = 2
    SPELLING = 3
    NOBODY = 4


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A name as it is written in the source."""

    sort: Sort
    name: str
    #: Of a spelling: the name it stands for.
    stands_for: str = ""
    part: FoundParty | FoundGroup | None = None
    #: Why a person is to look at it; empty when nobody needs to.
    reasons: tuple[str, ...] = ()

    @property
    def to_check(self) -> bool:
        """Whether a person is to look at it."""
        return bool(self.reasons)


def party_rows(reading: Reading, decisions: Decisions) -> list[PartyRow]:
    """Parties and groups, each with its other spellings under it; last who is no party."""
    return [*_rows(reading, decisions), *_nobodies(decisions)]


def choices_of(row: PartyRow, reading: Reading) -> list[tuple[str, str]]:
    """What a name can be: key and words."""
    others = [name for name in _names(reading) if name not in (row.name, row.stands_for)]
    same = [(SAME + name, tr("Schrijfwijze van {name}").format(name=name)) for name in others]
    nobody = (NONE, tr("Geen partij"))
    if row.sort in (Sort.GROUP, Sort.PARTY):
        kinds = [(kind.value, label(kind)) for kind in PartyKind]
        return [*kinds, (GROUP, tr("Groep van partijen")), *same, nobody]
    own = (OWN, tr("Eigen partij"))
    if row.sort is Sort.NOBODY:
        return [nobody, own, *same]
    stands = (SAME + row.stands_for, tr("Zelfde als {name}").format(name=row.stands_for))
    return [stands, own, nobody, *same]


def choice_now(row: PartyRow) -> str:
    """The key of what it is now."""
    match row.sort:
        case Sort.PARTY:
            assert isinstance(row.part, FoundParty)
            return row.part.kind.value
        case Sort.GROUP:
            return GROUP
        case Sort.SPELLING:
            return SAME + row.stands_for
        case Sort.NOBODY:
            return NONE


def chosen(row: PartyRow, choice: str, decisions: Decisions) -> Decisions:
    """What is decided when a name is said to be this."""
    if choice.startswith(SAME):
        return spell(decisions, row.name, choice.removeprefix(SAME))
    if choice in (NONE, OWN):
        return spell(decisions, row.name, "" if choice == NONE else row.name)
    if choice == GROUP:
        return set_members(decisions, row.name, decisions.members.get(row.name, ()))
    return name_kind(decisions, row.name, PartyKind(choice))


def said_of(row: PartyRow, choice: str, reading: Reading) -> str:
    """The step in words: "Huurlersorganisatie: zelfde als Huurdersorganisatie"."""
    words = dict(choices_of(row, reading)).get(choice, choice)
    return f"{row.name}: {words[:1].lower()}{words[1:]}"


def _rows(reading: Reading, decisions: Decisions) -> Iterator[PartyRow]:
    why = {one.written: one.reason for one in reading.spellings}
    parts: list[FoundParty | FoundGroup] = [*reading.parties, *reading.groups]
    for part in parts:
        sort = Sort.PARTY if isinstance(part, FoundParty) else Sort.GROUP
        own = tuple(r for r in reasons_of(part) if not any(f"“{a}”" in r for a in part.aliases))
        yield PartyRow(sort, part.name, part=part, reasons=own)
        for alias in part.aliases:
            proposed = alias in why and alias not in decisions.spellings
            reasons = (spelling_reason(why[alias]),) if proposed else ()
            yield PartyRow(Sort.SPELLING, alias, part.name, reasons=reasons)


def _nobodies(decisions: Decisions) -> Iterator[PartyRow]:
    for name, stands_for in decisions.spellings.items():
        if not stands_for:
            yield PartyRow(Sort.NOBODY, name)


def _names(reading: Reading) -> list[str]:
    return [*(party.name for party in reading.parties), *(group.name for group in reading.groups)]
