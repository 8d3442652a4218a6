"""Where people sign: one box on a party's own sheet, or all parties beside and under each other."""

from reportlab.platypus import Spacer
from reportlab.platypus.flowables import Flowable

from prestatie_desktop.documents import style
from prestatie_desktop.documents.blocks import SignatureBox, SignatureGrid, SigningParty
from prestatie_desktop.documents.flowables.marks import Mark
from prestatie_desktop.documents.flowables.piece import Together
from prestatie_desktop.documents.flowables.row import RowLook, RowPiece
from prestatie_desktop.documents.flowables.shapes import (
    FieldLine,
    FigurePiece,
    SignatureBoxPiece,
)
from prestatie_desktop.documents.flowables.text import paragraph

_GUTTER = 10 * style.MM
_PANEL = (style.TEXT_WIDTH - _GUTTER) / 2


def signature_box(block: SignatureBox) -> list[Flowable]:
    """The box with the signatory's name under it; place and date beside it."""
    box = SignatureBoxPiece(block.label, style.SIGNATURE_HEIGHT, block)
    high = style.SIGNATURE_HEIGHT / 2 - 10
    fields: list[Flowable] = [
        Spacer(1, 6),
        FieldLine(block.place_label, high, block),
        Spacer(1, 10),
        FieldLine(block.date_label, high, block),
    ]
    names = [paragraph(line, "signatory", block=block) for line in block.name_lines]
    beside = RowPiece(
        [[box, *names], [], fields],
        [100 * style.MM, 10 * style.MM, style.TEXT_WIDTH - 110 * style.MM],
        RowLook(space_before=12, space_after=14),
    )
    return [Together([beside])]


def signature_grid(block: SignatureGrid) -> list[Flowable]:
    """Two parties beside each other; their boxes stand on one line, and a pair on one page."""
    pairs = [block.parties[start : start + 2] for start in range(0, len(block.parties), 2)]
    return [Together(_pair(block, pair)) for pair in pairs]


def _pair(block: SignatureGrid, parties: tuple[SigningParty, ...]) -> list[Flowable]:
    heads = [_head(party) for party in parties]
    boxes: list[list[Flowable]] = [
        [SignatureBoxPiece(block.label, style.GRID_SIGNATURE_HEIGHT + style.BOX_LINE, block)]
        for _ in parties
    ]
    fields: list[list[Flowable]] = [[_place_and_date(block)] for _ in parties]
    return [
        _beside(heads, RowLook(space_before=4, space_after=4)),
        _beside(boxes, RowLook(space_after=2)),
        _beside(fields, RowLook(space_after=18)),
    ]


def _beside(panels: list[list[Flowable]], look: RowLook) -> RowPiece:
    left, right = (*panels, [])[:2]
    return RowPiece([left, [], right], [_PANEL, _GUTTER, _PANEL], look)


def _head(party: SigningParty) -> list[Flowable]:
    who = ", ".join(part for part in (party.name, party.function) if part)
    lines: list[Flowable] = []
    if party.logo:
        mark = Mark(role="Figure", block=party, alt=f"Logo van {party.party}")
        lines.append(FigurePiece(party.logo, mark, 40 * style.MM, 9 * style.MM, right=False))
    lines.append(paragraph(party.party, "party", block=party))
    lines += [
        paragraph(text, voice, block=party)
        for text, voice in ((who, "signatory"), (party.basis, "basis"), (party.code, "basis"))
        if text
    ]
    return lines


def _place_and_date(block: SignatureGrid) -> RowPiece:
    high = 8.5 * style.MM
    place: list[Flowable] = [FieldLine(block.place_label, high, block)]
    date: list[Flowable] = [FieldLine(block.date_label, high, block)]
    return RowPiece([place, [], date], [0.56, 0.06, 0.38], RowLook())
