"""Paragraphs, built from runs: what a person typed is text here and can never become markup."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.paraparser import ParaFrag

from prestatie_desktop.documents import fonts, style
from prestatie_desktop.documents.blocks import Align, Words
from prestatie_desktop.documents.flowables.marks import Mark, marked
from prestatie_desktop.documents.flowables.paragraph_styles import (
    INDENT,
    paragraph_style,
    stays_with_next,
    without_hyphenation,
)
from prestatie_desktop.domain.richtext import Block, ListKind, Run, marker

Links = Mapping[str, str]
"""From the target of a link ("item:ID") to where it arrives in this document."""

_UNDERLINE = (0, "underline", None, "", "-0.125*F", 0, 1, "1")
_SMALLER = 0.68
_link_numbers = count(1)


class TextPiece(Paragraph):
    """A paragraph that knows its meaning, and for a list item its bullet or number."""

    canv: Any
    frags: list[Any]
    blPara: Any  # noqa: N815
    mark: Mark | None = None
    stays_with_next = False
    label: str = ""
    anchor: str | None = None
    outline: tuple[str, int] | None = None
    work_done: int | None = None
    _broken_at: float | None = None
    _is_half = False

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Break the text in lines; a word that hyphenation leaves too long is cut at a letter."""
        if aW != self._broken_at:
            assert not self._is_half, "what a page break cut goes on in the same width"
            whole = self.frags
            super().wrap(aW, aH)
            if self._runs_off() and self.style.hyphenationLang:
                self.frags = whole
                self.style = without_hyphenation(self.style)
                super().wrap(aW, aH)
            self._broken_at = aW
        return aW, self.height

    def _runs_off(self) -> bool:
        width: float = getattr(self, "_width_max", 0)
        return width > self.width - self.style.leftIndent + 0.1

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Cut between two lines, never leaving one line alone on either page.

        The halves keep the lines as they were broken: reportlab's own way breaks them again,
        which may give other lines, and takes time that grows with the square of the length.
        """
        self.wrap(aW, aH)
        lines = len(self.blPara.lines)
        fit = int((aH + 1e-6) // self.style.leading)
        if lines <= fit:
            return [self]
        if lines == fit + 1:
            fit -= 1
        if fit < 2:
            return []
        first, second = self._lines(0, fit), self._lines(fit, lines)
        first.label, first.anchor, first.outline = self.label, self.anchor, self.outline
        second.work_done = self.work_done
        return [first, second]

    def _lines(self, start: int, stop: int) -> "TextPiece":
        half = TextPiece("", self.style, frags=[])
        half.blPara = self.blPara.clone(lines=self.blPara.lines[start:stop])
        half.width = self.width
        half.height = (stop - start) * self.style.leading
        half.mark = self.mark
        half._broken_at = self._broken_at
        half._is_half = True
        return half

    def draw(self) -> None:
        """Draw the text inside its mark, named in the outline when it is a heading."""
        if self.outline:
            self.canv.outline(*self.outline, self.height)
        if self.anchor:
            self.canv.bookmarkHorizontal(self.anchor, 0, self.height)
        with marked(self.canv, self.mark):
            if self.label:
                self._draw_label()
            super().draw()

    def _draw_label(self) -> None:
        own = self.style
        self.canv.setFont(own.fontName, own.fontSize)
        self.canv.setFillColor(own.textColor)
        baseline = self.height - own.fontSize
        self.canv.drawString(own.leftIndent - INDENT + 2, baseline, self.label)


def paragraph(
    text: str,
    voice: str,
    *,
    role: str = "P",
    block: object = None,
    align: Align = Align.LEFT,
) -> TextPiece:
    """One paragraph of plain text, in which a newline is a line break."""
    own = paragraph_style(voice, align)
    made = _piece(_plain(text, own), own, Mark(role=role, block=block))
    made.stays_with_next = stays_with_next(voice)
    return made


def heading(number: str, text: str, level: int, block: object) -> TextPiece:
    """A heading, its number in the accent colour; named in the outline."""
    own = paragraph_style(f"h{level}")
    before = _lines(f"{number} ", own, font=own.fontName, colour=HexColor(style.ACCENT))
    frags = [*(before if number else ()), *_plain(text, own)]
    made = _piece(frags, own, Mark(role=f"H{level}", block=block))
    made.outline = (f"{number} {text}".strip(), level)
    return made


def heading_height(level: int) -> float:
    """The height of a heading on one line, the space around it included."""
    own = paragraph_style(f"h{level}")
    return own.spaceBefore + own.leading + own.spaceAfter


def paragraphs(
    words: Words, voice: str, links: Links, *, mark: Mark, align: Align = Align.LEFT
) -> list[TextPiece]:
    """The paragraphs and list items of a text, in order; none for a text that is empty."""
    if isinstance(words, str):
        own = paragraph_style(voice, align)
        made = [_piece(_plain(words, own), own, mark)] if words.strip() else []
    else:
        made = [piece for block in words if (piece := _rich(block, voice, links, mark, align))]
    return made


def _rich(block: Block, voice: str, links: Links, mark: Mark, align: Align) -> TextPiece | None:
    own = paragraph_style(voice, align, block.level)
    frags = [frag for run in block.runs for frag in _frags(run, own, links)]
    if not any(frag.text.strip() for frag in frags):
        return None
    piece = _piece(frags, own, mark)
    if block.list_kind is not None:
        piece.label = fonts.printable(_label(block), own.fontName)
    return piece


def _piece(frags: list[Any], own: ParagraphStyle, mark: Mark) -> TextPiece:
    piece = TextPiece("", own, frags=frags)
    piece.mark = mark
    return piece


def _label(block: Block) -> str:
    if block.list_kind is ListKind.BULLET and block.level > 1:
        return "–"
    return marker(block).strip()


def _plain(text: str, own: ParagraphStyle) -> list[Any]:
    return list(_lines(text, own, font=own.fontName))


def _frags(run: Run, own: ParagraphStyle, links: Links) -> Iterator[Any]:
    heavy = run.bold or own.fontName in {fonts.SEMIBOLD, fonts.SEMIBOLD_ITALIC}
    slanted = run.italic or own.fontName in {fonts.ITALIC, fonts.SEMIBOLD_ITALIC}
    look: dict[str, Any] = {"font": fonts.named(bold=heavy, italic=slanted)}
    if run.underline:
        look["us_lines"] = [_UNDERLINE]
    if run.superscript or run.subscript:
        look["size"] = own.fontSize * _SMALLER
        look["rise"] = own.fontSize * (0.34 if run.superscript else -0.14)
    if target := links.get(_target(run)):
        look["link"] = [(next(_link_numbers), f"#{target}")]
        look["colour"] = HexColor(style.ACCENT)
    yield from _lines(run.text, own, **look)


def _target(run: Run) -> str:
    return f"item:{(run.link or '').removeprefix('item:')}"


def _lines(
    text: str,
    own: ParagraphStyle,
    *,
    font: str,
    size: float | None = None,
    rise: float = 0,
    us_lines: Iterable[Any] = (),
    link: Iterable[Any] = (),
    colour: Any = None,
) -> Iterator[Any]:
    """The fragments reportlab's own parser would have made, without any parsing."""

    def frag(part: str, **more: Any) -> Any:
        return ParaFrag(
            text=part,
            fontName=font,
            fontSize=size or own.fontSize,
            textColor=colour or own.textColor,
            rise=rise,
            us_lines=list(us_lines),
            link=list(link),
            bold=0,
            italic=0,
            greek=0,
            **more,
        )

    for index, part in enumerate(fonts.printable(text, font).split("\n")):
        if index:
            yield frag("", lineBreak=True)
        if part:
            yield frag(part)
