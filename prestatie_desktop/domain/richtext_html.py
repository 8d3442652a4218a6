"""The canonical spelling of rich text: the HTML subset in which it is stored."""

import re
from dataclasses import replace
from html import escape
from itertools import takewhile

from prestatie_desktop.domain.richtext_normal import LINK_ID, normalise
from prestatie_desktop.domain.richtext_values import (
    Block,
    ListKind,
    RichText,
    RichTextError,
    Run,
)

_TOKEN = re.compile(r"<[^<>]*>|[^<>]+")
_ORDERED = re.compile(r'<ol( type="a")?(?: start="([0-9]{1,4})")?>')
_LINK = re.compile(rf'<a href="item:({LINK_ID.pattern})">')
_MARKS = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "sup": "superscript",
    "sub": "subscript",
}
_NO_MARKS = Run(text="")


def to_html(blocks: RichText) -> str:
    """Return THE spelling of these blocks, without white space between tags."""
    return _spell(normalise(blocks))


def parse(html: str) -> RichText:
    """Return the blocks of a canonical text.

    Raises RichTextError for anything that `to_html` would not have written so, to the character.
    """
    blocks = normalise(_Reader(html).blocks)
    if _spell(blocks) != html:
        msg = f"not the canonical spelling: {html[:80]!r}"
        raise RichTextError(msg)
    return blocks


def _spell(blocks: RichText) -> str:
    out: list[str] = []
    lists: list[Block] = []

    def close(depth: int) -> None:
        while len(lists) > depth:
            ended = lists.pop()
            out.append("</li></ul>" if ended.list_kind is ListKind.BULLET else "</li></ol>")

    for block in blocks:
        inline = _spell_runs(block.runs)
        if block.list_kind is None:
            close(0)
            out.append(f"<p>{inline}</p>")
            continue
        close(block.level)
        if len(lists) == block.level and block.continues(lists[-1]):
            lists[-1] = block
            out.append("</li>")
        else:
            close(block.level - 1)
            lists.append(block)
            out.append(_list_tag(block))
        out.append(f"<li>{inline}")
    close(0)
    return "".join(out)


def _list_tag(first: Block) -> str:
    if first.list_kind is ListKind.BULLET:
        return "<ul>"
    kind = ' type="a"' if first.list_kind is ListKind.LETTER else ""
    start = "" if first.number == 1 else f' start="{first.number}"'
    return f"<ol{kind}{start}>"


def _spell_runs(runs: tuple[Run, ...]) -> str:
    out: list[str] = []
    opened: list[str] = []
    for run in runs:
        wanted = _mark_tags(run)
        shared = _shared(opened, wanted)
        out += [_closing(tag) for tag in reversed(opened[shared:])]
        out += [f"<{tag}>" for tag in wanted[shared:]]
        out.append(escape(run.text, quote=False).replace("\n", "<br/>"))
        opened = wanted
    out += [_closing(tag) for tag in reversed(opened)]
    return "".join(out)


def _shared(opened: list[str], wanted: list[str]) -> int:
    pairs = zip(opened, wanted, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _mark_tags(run: Run) -> list[str]:
    link = [] if run.link is None else [f'a href="item:{run.link}"']
    return link + [tag for tag, mark in _MARKS.items() if getattr(run, mark)]


def _closing(tag: str) -> str:
    return f"</{tag.partition(' ')[0]}>"


class _Reader:
    """Reads tags loosely; `parse` compares the result with the canonical spelling afterwards."""

    def __init__(self, html: str) -> None:
        self.blocks: list[Block] = []
        self._runs: list[Run] | None = None
        self._lists: list[Block] = []
        self._marks: list[Run] = [_NO_MARKS]
        for piece in _TOKEN.findall(html):
            if piece[0] != "<":
                self._text(piece.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
            elif piece == "<br/>":
                self._text("\n")
            elif piece.startswith("</"):
                self._end(piece[2:-1])
            else:
                self._start(piece)
        self._finish()

    def _text(self, text: str) -> None:
        if self._runs is None:
            raise RichTextError("text outside a paragraph")
        self._runs.append(replace(self._marks[-1], text=text))

    def _start(self, piece: str) -> None:
        if piece == "<p>":
            self._open_block(Block())
        elif piece == "<li>":
            self._open_item()
        elif piece == "<ul>":
            self._lists.append(Block(list_kind=ListKind.BULLET))
        elif ordered := _ORDERED.fullmatch(piece):
            kind = ListKind.LETTER if ordered[1] else ListKind.DECIMAL
            self._lists.append(Block(list_kind=kind, number=int(ordered[2] or 1)))
        elif link := _LINK.fullmatch(piece):
            self._marks.append(replace(self._marks[-1], link=link[1]))
        elif (tag := piece[1:-1]) in _MARKS:
            marked: dict[str, bool] = {_MARKS[tag]: True}
            self._marks.append(replace(self._marks[-1], **marked))  # type: ignore[arg-type]
        else:
            msg = f"not a tag of rich text: {piece[:80]!r}"
            raise RichTextError(msg)

    def _end(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif (tag in _MARKS or tag == "a") and len(self._marks) > 1:
            self._marks.pop()
        elif tag not in ("p", "li"):
            msg = f"nothing to end here: {tag[:80]!r}"
            raise RichTextError(msg)

    def _open_item(self) -> None:
        if not self._lists:
            raise RichTextError("an item outside a list")
        first = self._lists[-1]
        self._open_block(replace(first, level=len(self._lists)))
        # The list's own number is for its first item; the others follow it.
        self._lists[-1] = replace(first, number=None)

    def _open_block(self, block: Block) -> None:
        self._finish()
        self._runs = []
        self.blocks.append(block)

    def _finish(self) -> None:
        if self._runs is not None:
            self.blocks[-1] = replace(self.blocks[-1], runs=tuple(self._runs))
