"""Who does what for an agreement, from the cells and lines that name parties."""

import re
from collections.abc import Iterable, Sequence

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.richtext import Run
from prestatie_desktop.importing.reading import FoundRole
from prestatie_desktop.importing.recognising.names import Lexicon, Mention, Mentions, mentions
from prestatie_desktop.importing.source import Piece


def printed_roles(found: Sequence[Mention]) -> tuple[FoundRole, ...]:
    """The parts of parties that are printed together, in bold or not.

    One of several in bold leads; several but not all: each leads; all or none of several: nobody
    knows; the only one leads when it is bold.
    """
    bold: dict[str, bool] = {}
    for mention in found:
        bold[mention.name] = bold.get(mention.name, False) or mention.bold
    leads = sum(bold.values())
    if len(bold) == 1 and leads:
        return (FoundRole(next(iter(bold)), RoleKind.LEAD),)
    if leads in (0, len(bold)):
        return tuple(FoundRole(name, RoleKind.UNKNOWN_LEAD) for name in bold)
    return tuple(
        FoundRole(name, RoleKind.LEAD if is_bold else RoleKind.INVOLVED)
        for name, is_bold in bold.items()
    )


def joined_roles(
    printed: Sequence[Mention], leads: Sequence[Mention], involved: Sequence[Mention]
) -> tuple[FoundRole, ...]:
    """All parts of one agreement: those said in so many words go before those printed."""
    kinds: dict[str, RoleKind] = {mention.name: RoleKind.LEAD for mention in leads}
    for mention in involved:
        kinds.setdefault(mention.name, RoleKind.INVOLVED)
    known = bool(kinds)
    for role in printed_roles(printed):
        if known and role.kind is RoleKind.UNKNOWN_LEAD:
            kinds.setdefault(role.party, RoleKind.INVOLVED)
        else:
            kinds.setdefault(role.party, role.kind)
    return tuple(FoundRole(name, kind) for name, kind in kinds.items())


def mentions_in(pieces: Iterable[Piece], lexicon: Lexicon) -> Mentions:
    """The parties in some paragraphs: no name goes on in the next."""
    runs: list[Run] = []
    for piece in pieces:
        runs += [*piece.runs, Run(text="\n")]
    return mentions(runs, lexicon)


#: Brackets at the end of a paragraph.
BRACKETED = re.compile(r"\((?P<names>[^()]{3,150})\)\W*$")


def bracketed(piece: Piece, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The parties in brackets at the end of a paragraph: "… (Woonhuis, gemeente)"."""
    found = BRACKETED.search(piece.text)
    if found is None:
        return ()
    named = mentions((Run(text=found["names"]),), lexicon)
    return () if named.rest else named.found


_FIRST = re.compile(
    r"\s*(?:(?:Bijdrage|Inzet|Rol|Taak|Actie) (?:van )?(?:de )?)?(?P<names>[^:.]{3,80}):\s+\S"
)


def named_first(piece: Piece, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The parties whose part of the work a line says: "Gemeente Veldhoven: de bomen"."""
    found = _FIRST.match(piece.text)
    if found is None:
        return ()
    named = mentions((Run(text=found["names"]),), lexicon)
    return () if named.rest else named.found


def is_party_line(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a paragraph names parties and says nothing else."""
    if len(piece.text) > 200 or piece.text.rstrip().endswith("."):
        return False
    found = mentions_in((piece,), lexicon)
    return bool(found.found) and not found.rest
