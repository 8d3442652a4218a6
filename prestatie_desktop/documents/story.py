"""From composed blocks to the pieces that flow over the pages."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, PageBreak
from reportlab.platypus import Spacer as SpacerPiece
from reportlab.platypus.flowables import Flowable

from prestatie_desktop.documents import blocks, style
from prestatie_desktop.documents.flowables.marks import Mark
from prestatie_desktop.documents.flowables.piece import Together
from prestatie_desktop.documents.flowables.roles import RolesPiece
from prestatie_desktop.documents.flowables.row import RowLook, RowPiece
from prestatie_desktop.documents.flowables.shapes import AccentBar, FigurePiece, RulePiece
from prestatie_desktop.documents.flowables.signing import signature_box, signature_grid
from prestatie_desktop.documents.flowables.table import TablePiece
from prestatie_desktop.documents.flowables.text import (
    Links,
    heading,
    heading_height,
    paragraph,
    paragraphs,
)

_ROOM_UNDER_HEADING = 18 * style.MM
"""What must fit under a heading on the same page: a few lines, or a table's first rows."""
_ROOM_UNDER_CAPTION = 14 * style.MM
"""What must fit besides when a table begins: its caption and a header of two lines."""

_ITEM_LOOK = RowLook(line_below=style.LINE, pad_top=7, pad_bottom=8)
_PAIR_LOOK = RowLook(pad_bottom=2.5)
_NOTICE_LOOK = RowLook(
    fill=style.WARN_SOFT,
    bar=style.WARN,
    pad_top=7,
    pad_bottom=6,
    pad_left=11,
    pad_right=9,
    space_before=6,
    space_after=11,
)


def work(block: blocks.Block) -> int:
    """How much work a block is, for showing progress: rows and items count one each."""
    match block:
        case blocks.TableBlock(rows=rows):
            return len(rows) + 1
        case blocks.Items(items=items):
            return len(items) + 1
        case blocks.KeepTogether(blocks=inner):
            return sum(work(one) for one in inner) + 1
        case _:
            return 1


def story(document: blocks.Document, section: int, done: int) -> Iterator[Flowable]:
    """The pieces of a document; `done` is the work of the documents before it."""
    links = anchors(document.blocks, section)
    before = None
    for index, block in enumerate(document.blocks):
        if isinstance(block, blocks.TableBlock):
            pieces = _table(block, links, work_before=done)
        else:
            pieces = _pieces(block, links)
        done += work(block)
        if isinstance(block, blocks.Heading) and not isinstance(before, blocks.Heading):
            yield CondPageBreak(_room(document.blocks, index))
        if pieces:
            _last(pieces).work_done = done
        yield from pieces
        before = block
    if before is None:
        yield paragraph("", "body")  # a document without blocks is one empty page


def _last(pieces: Sequence[Any]) -> Any:
    """The piece drawn last; one that only holds others together is never drawn itself."""
    last = pieces[-1]
    return _last(last.members) if isinstance(last, Together) else last


def _room(all_blocks: Sequence[blocks.Block], start: int) -> float:
    """The height a heading, the headings right under it and the first lines need."""
    high = _ROOM_UNDER_HEADING
    for index in range(start, len(all_blocks)):
        block = all_blocks[index]
        if not isinstance(block, blocks.Heading):
            return high + (_ROOM_UNDER_CAPTION if isinstance(block, blocks.TableBlock) else 0)
        high += heading_height(block.level)
    return high


def anchors(all_blocks: Sequence[blocks.Block], section: int) -> Links:
    """Where links can arrive in a document, under names no user's text is part of."""
    found = dict.fromkeys(_anchors(all_blocks))
    return {anchor: f"s{section}a{number}" for number, anchor in enumerate(found)}


def _anchors(all_blocks: Sequence[blocks.Block]) -> Iterator[str]:
    for block in all_blocks:
        match block:
            case blocks.Heading(anchor=str(anchor)) | blocks.Title(anchor=str(anchor)):
                yield anchor
            case blocks.Items(items=items):
                yield from (item.anchor for item in items if item.anchor)
            case blocks.TableBlock(rows=rows):
                yield from (row.anchor for row in rows if row.anchor)
            case blocks.KeepTogether(blocks=inner):
                yield from _anchors(inner)


def _pieces(block: blocks.Block, links: Links) -> list[Flowable]:
    if writer := _WITHOUT_LINKS.get(type(block)):
        return writer(block)
    return _WITH_LINKS[type(block)](block, links)


def _title(block: blocks.Title, links: Links) -> list[Flowable]:
    title = paragraph(block.text, "title", role="Title", block=block)
    title.outline = (block.text, 0)
    left: list[Flowable] = [AccentBar(), title]
    if block.subtitle:
        left.append(paragraph(block.subtitle, "subtitle", block=block))
    right: list[Flowable] = [SpacerPiece(1, 9), *_logos(block.logos, block, right=True)]
    if block.code:
        right += _code_lines(block.code)
    beside = 0.3 if block.logos else 0.22 if block.code else 0.001
    shares = [1 - beside, beside]
    look = RowLook(space_after=11)
    head = RowPiece([left, right], shares, look)
    head.anchor = links.get(block.anchor or "")
    return [head]


def _logos(logos: Sequence[Any], block: object, *, right: bool) -> list[Flowable]:
    return [
        FigurePiece(
            logo,
            Mark(role="Figure", block=block, alt="Logo"),
            45 * style.MM,
            18 * style.MM,
            right=right,
        )
        for logo in logos
    ]


def _code_lines(code: blocks.ControlCode) -> list[Flowable]:
    right = blocks.Align.RIGHT
    return [
        paragraph(code.label, "label", block=code, align=right),
        paragraph(code.code, "code", block=code, align=right),
    ]


def _cover(block: blocks.Cover) -> list[Flowable]:
    title = paragraph(block.title, "cover title", role="Title", block=block)
    title.outline = (block.title, 0)
    made: list[Flowable] = [SpacerPiece(1, 62 * style.MM), AccentBar(), title]
    if block.subtitle:
        made.append(paragraph(block.subtitle, "cover subtitle", block=block))
    made += [paragraph(line, "cover line", block=block) for line in block.lines]
    if block.logos:
        cells = [[logo] for logo in _logos(block.logos, block, right=False)]
        rows = [cells[start : start + 3] for start in range(0, len(cells), 3)]
        made.append(SpacerPiece(1, 20 * style.MM))
        made += [
            RowPiece([*row, *([[]] * (3 - len(row)))], [1, 1, 1], RowLook(space_after=10))
            for row in rows
        ]
    return [*made, PageBreak()]


def _heading(block: blocks.Heading, links: Links) -> list[Flowable]:
    made = heading(block.number, block.text, block.level, block)
    made.anchor = links.get(block.anchor or "")
    return [made]


def _text(block: blocks.Text, links: Links) -> list[Flowable]:
    return [*paragraphs(block.content, block.style.value, links, mark=Mark(role="P", block=block))]


def _items(block: blocks.Items, links: Links) -> list[Flowable]:
    return [_item(item, links) for item in block.items]


def _item(item: blocks.Item, links: Links) -> Flowable:
    mark = Mark(role="P", block=item)
    middle: list[Flowable] = []
    if item.heading:
        middle.append(paragraph(item.heading, "item heading", block=item))
    middle += paragraphs(item.content, "body", links, mark=mark)
    if item.roles:
        middle.append(RolesPiece(item.roles, item))
    number: list[Flowable] = [paragraph(item.number, "number", block=item)]
    status: list[Flowable] = [
        SpacerPiece(1, 1.5),  # on one line with the larger number
        paragraph(item.status, "status", block=item, align=blocks.Align.RIGHT),
    ]
    cells, shares = ([number, middle], [13.0, 157.0])
    if item.status:
        cells, shares = [number, middle, status], [13.0, 131.0, 26.0]
    row = RowPiece(cells, shares, _ITEM_LOOK)
    row.anchor = links.get(item.anchor or "")
    return row


def _table(block: blocks.TableBlock, links: Links, work_before: int = 0) -> list[Flowable]:
    table = TablePiece(block, links, work_before=work_before)
    if not block.caption:
        return [table]
    caption = paragraph(block.caption, "caption", role="Caption", block=block)
    return [CondPageBreak(_ROOM_UNDER_HEADING + _ROOM_UNDER_CAPTION), caption, table]


def _key_values(block: blocks.KeyValues, links: Links) -> list[Flowable]:
    mark = Mark(role="P", block=block)
    rows: list[Flowable] = []
    for label, value in block.pairs:
        cells: list[list[Flowable]] = [
            [SpacerPiece(1, 1), paragraph(label, "label", block=block)],
            [*paragraphs(value, "value", links, mark=mark)],
        ]
        rows.append(RowPiece(cells, [52, 118], _PAIR_LOOK))
    return [*rows, SpacerPiece(1, 8)]


def _figure(block: blocks.Figure) -> list[Flowable]:
    mark = Mark(role="Figure", block=block, alt=block.alt)
    wide, high = block.max_width * style.MM, block.max_height * style.MM
    return [FigurePiece(block.picture, mark, wide, high, right=False)]


def _notice(block: blocks.Notice, links: Links) -> list[Flowable]:
    lines: list[Flowable] = []
    if block.title:
        lines.append(paragraph(block.title, "notice title", block=block))
    lines += paragraphs(block.text, "notice", links, mark=Mark(role="P", block=block))
    return [RowPiece([lines], [1], _NOTICE_LOOK)]


def _keep_together(block: blocks.KeepTogether, links: Links) -> list[Flowable]:
    inner = [piece for one in block.blocks for piece in _pieces(one, links)]
    return [Together(inner)]


_WITHOUT_LINKS: dict[type, Callable[[Any], list[Flowable]]] = {
    blocks.Cover: _cover,
    blocks.ControlCode: lambda code: [*_code_lines(code), SpacerPiece(1, 6)],
    blocks.SignatureBox: signature_box,
    blocks.SignatureGrid: signature_grid,
    blocks.Figure: _figure,
    blocks.Spacer: lambda space: [SpacerPiece(1, space.height * style.MM)],
    blocks.Rule: lambda _: [RulePiece()],
    blocks.PageBreak: lambda _: [PageBreak()],
}
_WITH_LINKS: dict[type, Callable[[Any, Links], list[Flowable]]] = {
    blocks.Title: _title,
    blocks.Heading: _heading,
    blocks.Text: _text,
    blocks.Items: _items,
    blocks.TableBlock: _table,
    blocks.KeyValues: _key_values,
    blocks.Notice: _notice,
    blocks.KeepTogether: _keep_together,
}
