"""Who signs: blocks of names under the agreements, and organisations named beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from prestatie_desktop.domain.signing import SigningBasis
from prestatie_desktop.importing.reading import Doubt, DoubtKind, FoundSignatory, TableLayout
from prestatie_desktop.importing.recognising.grids import Grid
from prestatie_desktop.importing.recognising.names import Lexicon
from prestatie_desktop.importing.recognising.party_words import is_tenants
from prestatie_desktop.importing.recognising.signatures import (
    Block,
    blocks,
    groups,
    is_running_text,
)
from prestatie_desktop.importing.recognising.spellings import is_acronym
from prestatie_desktop.importing.recognising.vocabulary import fold, is_sentence, one_line
from prestatie_desktop.importing.source import Piece, Table

_DASH = re.compile(r"\s+[-–—]\s*|\s*[–—]\s+|(?<=\w)-\s+")
#: A name and its other names take no more lines than this.
_MOST_LINES = 4
_ABBREVIATION = re.compile(r"[A-Z][A-Z.&]{1,7}")
_LOWER_TENANTS = re.compile(r"\s*[-–—]?\s*(huurders\w*(?:\(\w+\))?)$")


@dataclass(slots=True)
class Signing:
    """The blocks that were found, the pieces that they take, and names beside them."""

    blocks: list[Block] = field(default_factory=list)
    #: Name → other names of it, and its pieces.
    beside: dict[str, tuple[tuple[str, ...], list[Piece]]] = field(default_factory=dict)
    loose: list[Piece] = field(default_factory=list)
    #: Headings of columns above names.
    heads: list[Piece] = field(default_factory=list)

    def add(self, pieces: Sequence[Piece]) -> bool:
        """Look for blocks among some lines; says whether there were any."""
        lines = [piece for piece in pieces if piece.text.strip()]
        made = blocks(lines)
        whole = [block for block in made if block.is_whole]
        if not whole:
            return False
        self.blocks += whole
        taken = {key for block in whole for key in block.pieces}
        self._look_beside([piece for piece in lines if piece.key not in taken])
        return True

    def add_table(self, grid: Grid, layout: TableLayout) -> None:
        """Take a table with a person in each row."""
        for row, texts in enumerate(grid.texts):
            if layout.head is not None and row <= layout.head:
                self.heads += grid.pieces(row)
                continue
            said = dict(zip(layout.columns, texts, strict=True))
            if not said.get("name") or not (said.get("function") or said.get("organisation")):
                continue
            self.blocks.append(
                Block(
                    name=said["name"],
                    function=said.get("function", ""),
                    organisation=said.get("organisation", ""),
                    pieces=[piece.key for piece in grid.pieces(row)],
                )
            )

    def keys(self) -> frozenset[int]:
        """The keys of all pieces that belong to signatures."""
        beside = [piece.key for _, pieces in self.beside.values() for piece in pieces]
        return frozenset([*(key for block in self.blocks for key in block.pieces), *beside])

    def _look_beside(self, pieces: Sequence[Piece]) -> None:
        for group in _apart(groups(pieces)):
            lines = [p for p in group if not is_running_text(p.text)]
            named = _organisation(lines)
            if named is None:
                self.loose += group
                continue
            name, others, used = named
            self.beside[name] = (others, used)
            self.loose += [piece for piece in group if piece not in used]


def _apart(found: Sequence[list[Piece]]) -> Iterator[list[Piece]]:
    """The same groups; where nothing divides many lines, each organisation begins one."""
    for group in found:
        if len(group) <= _MOST_LINES:
            yield group
            continue
        start = 0
        for at, piece in enumerate(group):
            alone = at and is_acronym(group[at - 1].text.strip(), _next(group, at))
            if at > start and is_tenants(piece.text) and not alone:
                yield group[start:at]
                start = at
        yield group[start:]


def _next(group: Sequence[Piece], at: int) -> str:
    return " ".join(piece.text.strip() for piece in group[at : at + 2])


def _organisation(lines: Sequence[Piece]) -> tuple[str, tuple[str, ...], list[Piece]] | None:
    """The tenants' organisation that some lines together name, or None."""
    texts = [one_line(piece.text).strip(" \"“”'*") for piece in lines]
    if not any(is_tenants(text) for text in texts):
        return None
    if len(texts) > 1 and is_acronym(texts[0], " ".join(texts[1:])):
        return " ".join(texts[1:]), (texts[0],), list(lines)
    if len(texts) > 1 and _ABBREVIATION.fullmatch(texts[0]) and not is_tenants(texts[0]):
        found = _organisation(lines[1:])
        if found is not None:
            return found[0], (texts[0], *found[1]), [lines[0], *found[2]]
    first = next(i for i, text in enumerate(texts) if is_tenants(text))
    if len(texts[first].split()) == 1 and first + 1 < len(texts):
        name = f"{texts[first]} {texts[first + 1]}"
        return name, (), list(lines[first : first + 2])
    others = [
        (text, piece)
        for text, piece in list(zip(texts, lines, strict=True))[first + 1 :]
        if is_tenants(text) or not is_sentence(text)
    ]
    return texts[first], tuple(text for text, _ in others), [lines[first], *(p for _, p in others)]


def pieces_by_column(table: Table) -> list[Piece]:
    """The lines of a table of signatures as they belong together: cell by cell, or down a column."""
    from dataclasses import replace

    cells = [cell for row in table.rows for cell in row.cells if cell.text.strip()]
    if any(len(cell.pieces) > 1 for cell in cells):
        order = [list(cell.pieces) for cell in cells]
    else:
        width = max(len(row.cells) for row in table.rows)
        order = [
            [p for row in table.rows if column < len(row.cells) for p in row.cells[column].pieces]
            for column in range(width)
        ]
    return [
        replace(piece, gap=place == 0 or piece.gap)
        for pieces in order
        for place, piece in enumerate(p for p in pieces if p.text.strip())
    ]


def organisation_name(text: str) -> str:
    """An organisation as it is called under a signature, with one sort of dash."""
    clean = _DASH.sub(" – ", one_line(text)).strip(" ,.–-")
    found = _LOWER_TENANTS.search(clean)
    if found and found.start() > 1 and "–" not in clean:
        return f"{clean[: found.start()].strip()} – {found[1]}"
    return clean


def signatories_of(found: Signing, lexicon: Lexicon) -> tuple[FoundSignatory, ...]:
    """The persons who sign, each for a party of the source."""
    made: list[FoundSignatory] = []
    for place, block in enumerate(found.blocks):
        name = organisation_name(block.organisation)
        party = lexicon.name_of(name) or _generic(name, lexicon)
        doubts = () if party else (Doubt(DoubtKind.PARTIES_NOT_READ, (name or "?",)),)
        made.append(
            FoundSignatory(
                key=f"signatory:{place}:{fold(block.name)}",
                pieces=tuple(block.pieces),
                doubts=doubts,
                party=party or name,
                name=block.name,
                function=block.function[:1].lower() + block.function[1:],
                basis=SigningBasis.ON_BEHALF_OF if block.on_behalf_of else None,
                on_behalf_of=block.on_behalf_of,
            )
        )
    return tuple(made)


def _generic(name: str, lexicon: Lexicon) -> str:
    from prestatie_desktop.importing.recognising.party_words import generic

    sort = generic(name)
    return lexicon.generics.get(sort, "") if sort else ""
