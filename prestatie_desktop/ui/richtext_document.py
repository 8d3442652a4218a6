"""Rich text in a QTextDocument and back, without any loss."""

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextList,
    QTextListFormat,
)

from prestatie_desktop.domain.richtext import Block, ListKind, RichText, Run, normalise

LINE_SEPARATOR = "\u2028"
"""What Qt puts for a line break inside a paragraph (Shift+Enter)."""

_ITEM = "item:"
_INDENT = 20
_PARAGRAPH_SPACING = 6
_ITEM_SPACING = 2
_STYLES = {
    ListKind.BULLET: QTextListFormat.Style.ListDisc,
    ListKind.DECIMAL: QTextListFormat.Style.ListDecimal,
    ListKind.LETTER: QTextListFormat.Style.ListLowerAlpha,
}
_KINDS = {
    **{style: kind for kind, style in _STYLES.items()},
    QTextListFormat.Style.ListUpperAlpha: ListKind.LETTER,
    QTextListFormat.Style.ListLowerRoman: ListKind.DECIMAL,
    QTextListFormat.Style.ListUpperRoman: ListKind.DECIMAL,
}
_SUPERSCRIPT = QTextCharFormat.VerticalAlignment.AlignSuperScript
_SUBSCRIPT = QTextCharFormat.VerticalAlignment.AlignSubScript


def to_document(
    document: QTextDocument, blocks: RichText, link_colour: QColor | None = None
) -> None:
    """Replace the content of the document by these blocks.

    Whether this can be undone is for the owner of the document (`setUndoRedoEnabled`).
    """
    document.clear()
    document.setIndentWidth(_INDENT)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    lists: list[tuple[Block, QTextList]] = []
    for place, block in enumerate(normalise(blocks)):
        if place:
            cursor.insertBlock(block_format(block), QTextCharFormat())
        else:
            cursor.setBlockFormat(block_format(block))
        if block.list_kind is None:
            lists.clear()
        else:
            _put_in_list(cursor, block, lists)
        for run in block.runs:
            cursor.insertText(run.text.replace("\n", LINE_SEPARATOR), char_format(run, link_colour))
    cursor.endEditBlock()


def from_document(document: QTextDocument) -> RichText:
    """Return the rich text of the document, in normal form.

    Pictures, colours, sizes, tables and links to elsewhere are not part of rich text.
    """
    next_numbers: dict[int, int] = {}
    blocks: list[Block] = []
    block = document.begin()
    while block.isValid():
        blocks.append(_read_block(block, next_numbers))
        block = block.next()
    return normalise(blocks)


def block_format(block: Block) -> QTextBlockFormat:
    """Return the spacing of a paragraph or of a list item."""
    spaced = QTextBlockFormat()
    spaced.setBottomMargin(_PARAGRAPH_SPACING if block.list_kind is None else _ITEM_SPACING)
    return spaced


def list_format(kind: ListKind, level: int, start: int = 1) -> QTextListFormat:
    """Return how a list of this kind looks at this level, counting from `start`."""
    format_ = QTextListFormat()
    format_.setStyle(_STYLES[kind])
    format_.setIndent(level)
    format_.setStart(start)
    return format_


def char_format(run: Run, link_colour: QColor | None = None) -> QTextCharFormat:
    """Return how the run looks; only what is marked is set, so the document's font shows."""
    format_ = QTextCharFormat()
    if run.link is not None:
        format_.setAnchor(True)
        format_.setAnchorHref(_ITEM + run.link)
        # A single underline would be read back as emphasis.
        format_.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        if link_colour is not None:
            format_.setForeground(QBrush(link_colour))
    if run.bold:
        format_.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        format_.setFontItalic(True)
    if run.underline:
        format_.setFontUnderline(True)
    if run.superscript:
        format_.setVerticalAlignment(_SUPERSCRIPT)
    if run.subscript:
        format_.setVerticalAlignment(_SUBSCRIPT)
    return format_


def run_of(text: str, format_: QTextCharFormat) -> Run:
    """Return the run that text of this format is."""
    href = format_.anchorHref()
    alignment = format_.verticalAlignment()
    return Run(
        text=text,
        bold=format_.fontWeight() >= QFont.Weight.DemiBold,
        italic=format_.fontItalic(),
        underline=format_.fontUnderline(),
        superscript=alignment == _SUPERSCRIPT,
        subscript=alignment == _SUBSCRIPT,
        link=href.removeprefix(_ITEM) if href.startswith(_ITEM) else None,
    )


def _put_in_list(cursor: QTextCursor, block: Block, lists: list[tuple[Block, QTextList]]) -> None:
    """Add the cursor's block to the open list it continues, or else begin a list there."""
    kind = block.list_kind or ListKind.BULLET
    opened = lists[block.level - 1] if block.level <= len(lists) else None
    del lists[block.level - 1 :]
    if opened is not None and block.continues(opened[0]):
        opened[1].add(cursor.block())
        lists.append((block, opened[1]))
    else:
        made = cursor.createList(list_format(kind, block.level, block.number or 1))
        lists.append((block, made))


def _read_block(block: QTextBlock, next_numbers: dict[int, int]) -> Block:
    runs = tuple(run_of(piece.text(), piece.charFormat()) for piece in _fragments(block))
    in_list = block.textList()
    # PySide's annotation does not say that a block outside any list has none.
    if in_list is None:
        return Block(runs=runs)
    format_ = in_list.format()
    kind = _KINDS.get(format_.style(), ListKind.BULLET)
    number = next_numbers.get(in_list.objectIndex(), format_.start())
    next_numbers[in_list.objectIndex()] = number + 1
    return Block(
        runs=runs,
        list_kind=kind,
        level=format_.indent() + block.blockFormat().indent(),
        number=None if kind is ListKind.BULLET else number,
    )


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    found: list[QTextFragment] = []
    place = block.begin()
    while not place.atEnd():
        found.append(place.fragment())
        place += 1
    return found
