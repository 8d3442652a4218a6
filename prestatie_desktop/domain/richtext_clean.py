"""Makes rich text of whatever is on the clipboard: Word, Excel, LibreOffice, a web page."""

import re
from dataclasses import replace

from prestatie_desktop.domain.richtext_html import parse, to_html
from prestatie_desktop.domain.richtext_markers import typed_marker, word_marker
from prestatie_desktop.domain.richtext_normal import allowed_text, normal_runs
from prestatie_desktop.domain.richtext_states import MARK_TAGS, NO_MARKS, State
from prestatie_desktop.domain.richtext_tags import Tag, tags_and_text
from prestatie_desktop.domain.richtext_values import Block, ListKind, RichTextError, Run

CELL_SEPARATOR = " | "
"""Between the cells of a table row, which becomes one paragraph."""

_MAX_DEPTH = 100
_LISTS = {"ul", "ol"}
_CELLS = {"td", "th"}
_CLOSED_BY_SIBLING = {
    "li": _LISTS | _CELLS | {"table"},
    "tr": {"table"},
    "td": {"tr", "table"},
    "th": {"tr", "table"},
}
_BOUNDS = _LISTS | _CELLS | {"li", "tr", "table"}
_INLINE = {*MARK_TAGS, "a", "span", "font", "o:p", "del", "ins", "small", "big", "code", "s"}
_INLINE |= {
    "script",
    "style",
    "title",
    "strike",
    "label",
    "abbr",
    "mark",
    "q",
    "cite",
    "var",
    "kbd",
    "tt",
    "time",
    "bdo",
}
_VOID = {"img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source"}
_BLANK = " \u00a0"
_BLANKS = re.compile(f"[{_BLANK}]{{2,}}")
_PIECES = re.compile(rf"\n|[{_BLANK}]+|[^\n{_BLANK}]+(?:[{_BLANK}][^\n{_BLANK}]+)*")
_WHITE_SPACE = re.compile("[ \t\r\n\f]+")
_WORD_BULLET = re.compile("[•·▪◦‣\uf0b7\uf0a7][ \u00a0]+(?=[^ ])")


def clean(html: str) -> str:
    """Return the canonical html of any pasted html; never fails.

    Text is kept, layout is not: headings become bold paragraphs, table rows paragraphs, links to
    elsewhere their text. What Word marks as deleted, hidden or a comment is left out.
    """
    try:
        return to_html(parse(html))
    except RichTextError:
        cleaner = _Cleaner()
        for piece in tags_and_text(html):
            cleaner.take(piece)
        return to_html(tuple(cleaner.finish()))


def clean_plain(text: str) -> str:
    """Return the canonical html of pasted plain text, with lists where lines look like items.

    Items begin with "- ", "• ", "1. ", "1) ", "a. " or "a) "; indented items are one level deeper.
    Empty lines only separate.
    """
    blocks: list[Block] = []
    indents: list[int] = []
    for line in allowed_text(text.replace("\t", "    ")).split("\n"):
        if not line.strip():
            continue
        item = typed_marker(line)
        if item is None:
            indents.clear()
            blocks.append(Block(runs=(Run(text=_one_line(line)),)))
            continue
        found, indent, start = item
        while indents and indents[-1] > indent:
            indents.pop()
        if not indents or indents[-1] < indent:
            indents.append(indent)
        runs = (Run(text=_one_line(line[start:])),)
        level = len(indents)
        blocks.append(Block(runs=runs, list_kind=found.kind, level=level, number=found.number))
    return to_html(tuple(blocks))


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(_BLANK)


class _Cleaner:
    """Follows the tags, and collects blocks for the table cell or the whole it is in."""

    def __init__(self) -> None:
        self._open: list[State] = [State()]
        self._parts: list[tuple[Run, list[str]]] = []
        self._item: Block | None = None
        self._marker: str | None = None
        self._fresh: int | None = None
        self._found: list[list[Block]] = [[]]
        self._rows: list[list[list[Block]]] = []
        self._last_items: dict[int, Block] = {}

    def take(self, piece: Tag | str) -> None:
        if isinstance(piece, str):
            self._text(piece)
        elif piece.is_end:
            self._close({piece.name}, _bounds(piece.name))
        elif piece.name == "br":
            self._add("\n")
        elif piece.name == "hr":
            self._end_block()
        elif piece.name not in _VOID:
            self._start(piece)

    def finish(self) -> list[Block]:
        while len(self._open) > 1:
            self._leave()
        self._end_block()
        return self._found[0]

    def _text(self, text: str) -> None:
        self._add(text.replace("\r", "") if self._open[-1].pre else _WHITE_SPACE.sub(" ", text))

    def _add(self, text: str) -> None:
        state = self._open[-1]
        if state.hidden:
            return
        if state.marker:
            self._marker = (self._marker or "") + text
        else:
            self._append(state.run, text)

    def _append(self, run: Run, text: str) -> None:
        if self._parts and self._parts[-1][0] is run:
            self._parts[-1][1].append(text)
        else:
            self._parts.append((run, [text]))

    def _start(self, tag: Tag) -> None:
        if tag.name in _CLOSED_BY_SIBLING:
            self._close(_CELLS if tag.name in _CELLS else {tag.name}, _CLOSED_BY_SIBLING[tag.name])
        elif tag.name not in _INLINE:
            self._close({"p"}, _BOUNDS | {"div"})
        if len(self._open) > _MAX_DEPTH:
            return
        state = self._open[-1].within(tag)
        if tag.name not in _INLINE:
            self._boundary(tag.name)
        self._open.append(state)
        if tag.name == "ol":
            self._fresh = state.start
        elif tag.name == "li":
            number = state.number or self._fresh
            self._fresh = None
            self._item = Block(list_kind=state.kind, level=state.level, number=number)
        elif tag.name == "tr":
            self._rows.append([])
        elif tag.name in _CELLS:
            self._found.append([])
        elif state.word_level is not None and self._item is None:
            self._item = Block(list_kind=ListKind.BULLET, level=state.word_level)
            self._marker = ""

    def _boundary(self, name: str) -> None:
        """Begin a new block; a paragraph inside a list item is a new line of that item."""
        in_item = self._item is not None and self._marker is None
        if in_item and name not in _BOUNDS:
            self._append(NO_MARKS, "\n")
        else:
            self._end_block()

    def _close(self, names: set[str], bounds: set[str]) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            tag = self._open[depth].tag
            if tag in names:
                while len(self._open) > depth:
                    self._leave()
                return
            if tag in bounds:
                return

    def _leave(self) -> None:
        tag = self._open.pop().tag
        if tag not in _INLINE:
            self._boundary(tag)
        if tag in _CELLS:
            cell = self._found.pop()
            if self._rows:
                self._rows[-1].append(cell)
            else:
                self._found[-1] += cell
        elif tag == "tr":
            self._found[-1] += _row(self._rows.pop())

    def _end_block(self) -> None:
        pieces = [replace(run, text="".join(texts)) for run, texts in self._parts]
        for runs in _paragraphs(pieces, split=self._item is None):
            self._found[-1].append(self._placed(runs))
        self._parts = []
        self._item = None
        self._marker = None

    def _placed(self, runs: list[Run]) -> Block:
        block = replace(self._item or Block(), runs=normal_runs(runs))
        if self._marker is not None:
            kind, number = word_marker(self._marker, self._last_items.get(block.level))
            block = replace(block, list_kind=kind, number=number)
        elif block.list_kind is None:
            block = _without_bullet(block)
        above = {level: item for level, item in self._last_items.items() if level < block.level}
        self._last_items = {**above, block.level: block}
        return block


def _bounds(name: str) -> set[str]:
    """Return the tags that an end tag never reaches beyond."""
    if name == "table":
        return set()
    if name in _LISTS:
        return _CELLS | {"table"}
    return _CLOSED_BY_SIBLING.get(name, _BOUNDS - {name})


def _without_bullet(block: Block) -> Block:
    """Return a list item for a paragraph that begins with a bullet typed as text."""
    if block.runs and (bullet := _WORD_BULLET.match(block.runs[0].text)):
        first = replace(block.runs[0], text=block.runs[0].text[bullet.end() :])
        return Block(runs=(first, *block.runs[1:]), list_kind=ListKind.BULLET, level=1)
    return block


def _row(cells: list[list[Block]]) -> list[Block]:
    """Return one paragraph for a row of cells; a single cell (layout) keeps its blocks."""
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) < 2:
        return [block for cell in cells for block in cell]
    runs: list[Run] = []
    for place, cell in enumerate(cells):
        runs.append(Run(text=CELL_SEPARATOR if place else ""))
        for block in cell:
            runs += [*block.runs, Run(text=" ")]
    return [Block(runs=tuple(line)) for line in _paragraphs(runs, split=False)]


def _paragraphs(runs: list[Run], *, split: bool) -> list[list[Run]]:
    """Return the runs with single blanks, none at the ends of lines; nothing for blank text.

    Two line breaks in a row make a new paragraph when `split`, and one line break otherwise.
    """
    paragraphs: list[list[Run]] = []
    breaks = 0
    blank: Run | None = None
    for run in runs:
        for piece in _PIECES.findall(run.text):
            if piece == "\n":
                breaks += 1
                blank = None
            elif piece[0] in _BLANK:
                # A no-break blank beside another blank is layout; alone it is meant.
                blank = replace(blank or run, text=piece if len(piece) == 1 and not blank else " ")
            else:
                if not paragraphs or (split and breaks > 1):
                    paragraphs.append([])
                elif breaks:
                    paragraphs[-1].append(Run(text="\n"))
                elif blank:
                    paragraphs[-1].append(blank)
                paragraphs[-1].append(replace(run, text=piece))
                breaks, blank = 0, None
    return paragraphs
