"""A page of a PDF as it is drawn, caught as letters, rules and pictures."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import (
    MATRIX_IDENTITY,
    Matrix,
    PathSegment,
    apply_matrix_pt,
    apply_matrix_rect,
    mult_matrix,
)

from prestatie_desktop.importing.readers.pdf_guard import Allowance
from prestatie_desktop.importing.readers.pdf_letters import UNKNOWN, style, typed
from prestatie_desktop.importing.readers.pdf_page import (
    Box,
    Glyph,
    PageMarks,
    Rule,
    Sideways,
)

# Four times the largest page on paper that any office has.
_FURTHEST = 20_000.0
_THIN = 2.5
# How far outside the page that is shown a letter may begin, in points.
_MARGIN = 5.0
_STROKED_AND_FILLED = 2
# Codes that stand for nothing in WinAnsi are bullets, says the standard.
_BULLETS = frozenset({127, 129, 141, 143, 144, 157})

Point = tuple[float, float]


class _Letter(NamedTuple):
    """A letter where it was drawn, from the left and from below; `turns` to the left of upright."""

    text: str
    start: Point
    end: Point
    size: float
    bold: bool
    italic: bool
    turns: int


class Device(PDFTextDevice):
    """Catches what one page draws."""

    def __init__(self, fonts: Any, allowance: Allowance) -> None:
        super().__init__(fonts)
        self._allowance = allowance
        self._size = (0.0, 0.0)
        self._ctm: Matrix = MATRIX_IDENTITY
        self._seen = Box(0, 0, 0, 0)
        self._letters: list[_Letter] = []
        self._lines: list[tuple[Point, Point]] = []
        self._pictures: list[tuple[Point, Point]] = []
        self._askew: list[str] = []
        self._shapes = 0
        self._emboldened = self._goes_on = False

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Take the size of the page, and of the part of it that is shown."""
        self._ctm = ctm
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self._size = (abs(x1 - x0), abs(y1 - y0))
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.cropbox)
        self._seen = Box(x0 - _MARGIN, y0 - _MARGIN, x1 + _MARGIN, y1 + _MARGIN)

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Some text in one font."""
        self._emboldened = textstate.render == _STROKED_AND_FILLED
        self._goes_on = False
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(  # noqa: PLR0917 - pdfminer's own
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        *_: object,
    ) -> float:
        """One letter. Returns how far the next one is."""
        self._allowance.step(10)
        forth = font.char_width(cid) * fontsize * scaling
        start, end = apply_matrix_pt(matrix, (0, rise)), apply_matrix_pt(matrix, (forth, rise))
        size = abs(fontsize) * math.hypot(matrix[2], matrix[3])
        if not math.isfinite(forth):
            return 0.0
        if 0 < size < _FURTHEST and self._seen.holds(*start):
            self._put(self._text(font, cid), start, end, size, font)
        return forth

    def _text(self, font: PDFFont, cid: int) -> str:
        try:
            return typed(font.to_unichr(cid), str(font.fontname))
        except (PDFUnicodeNotDefined, KeyError):
            if cid in _BULLETS and not font.is_multibyte():
                return "•"
            return UNKNOWN

    def _put(self, text: str, start: Point, end: Point, size: float, font: PDFFont) -> None:
        turns = _turns(start, end)
        if turns is None:
            self._askew += [] if self._goes_on else [""]
            self._askew[-1] += text
            self._goes_on = True
            return
        bold, italic = style(str(font.fontname))
        bold = bold or self._emboldened
        self._letters.append(_Letter(text, start, end, size, bold, italic, turns))

    def render_image(self, name: str, stream: object) -> None:
        """A picture: one by one, drawn through the present matrix."""
        del name, stream
        self._allowance.step(50)
        assert self.ctm is not None
        x0, y0, x1, y1 = apply_matrix_rect(self.ctm, (0, 0, 1, 1))
        if math.isfinite(x0 + y0 + x1 + y1):
            self._pictures.append(((x0, y0), (x1, y1)))

    def paint_path(
        self,
        graphicstate: Any,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[PathSegment],
    ) -> None:
        """Lines and areas: of a table, or of a drawing."""
        del graphicstate, evenodd
        self._allowance.step(len(path))
        for corners in self._subpaths(path):
            if len(corners) < 2 or not (stroke or fill):
                continue
            if all(math.isfinite(x + y) for x, y in corners):
                self._put_path(corners, fill=fill)
            else:
                self._shapes += 1

    def _subpaths(self, path: Sequence[PathSegment]) -> list[list[Point]]:
        """The corners of each line in it; no number stands for a curve."""
        assert self.ctm is not None
        found: list[list[Point]] = []
        for kind, *numbers in path:
            if kind == "m":
                found.append([])
            if not found:
                continue
            if kind == "h":
                found[-1] += found[-1][:1]
            elif kind in "ml":
                found[-1].append(apply_matrix_pt(self.ctm, (float(numbers[0]), float(numbers[1]))))
            else:
                found[-1].append((math.nan, math.nan))
        return found

    def _put_path(self, corners: list[Point], *, fill: bool) -> None:
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        width, height = max(xs) - min(xs), max(ys) - min(ys)
        if width * height > 0.9 * self._size[0] * self._size[1]:
            # The background of the page.
            return
        if fill and min(width, height) < _THIN:
            # A line that is drawn as a long thin area.
            x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
            ends = ((min(xs), y), (max(xs), y)) if width > height else ((x, min(ys)), (x, max(ys)))
            self._lines.append(ends)
        else:
            self._lines += pairwise(corners)

    def placing(self) -> Matrix:
        """Turns a place on the page as it is stored into one from the left and from the top."""
        return mult_matrix(self._ctm, (1, 0, 0, -1, 0, self._size[1]))

    def marks(self) -> PageMarks:
        """All that was caught, turned as most of its letters are."""
        counts = Counter(letter.turns for letter in self._letters if letter.text.strip())
        (main, _), *others = counts.most_common() or [(0, 0)]
        page = self._turned(main)
        page.pictures = [_box(*ends, main, self._size) for ends in self._pictures]
        for start, end in self._lines:
            self._put_line(page, _turn(start, main, self._size), _turn(end, main, self._size))
        page.turned = [
            Sideways(self._turned(turns), (turns - main) % 4, page.width, page.height)
            for turns, _ in others
        ]
        page.aside = [text for text in self._askew if text.strip()]
        page.shapes += self._shapes
        return page

    def _turned(self, turns: int) -> PageMarks:
        """The letters that run in one direction, as if they were upright."""
        width, height = self._size if turns % 2 == 0 else self._size[::-1]
        page = PageMarks(width, height)
        for text, start, end, size, bold, italic, own in self._letters:
            if own == turns:
                x0, base = _turn(start, turns, self._size)
                x1, _ = _turn(end, turns, self._size)
                page.glyphs.append(Glyph(text, min(x0, x1), max(x0, x1), base, size, bold, italic))
        return page

    @staticmethod
    def _put_line(page: PageMarks, start: Point, end: Point) -> None:
        (x0, y0), (x1, y1) = start, end
        if abs(y1 - y0) < 1 <= abs(x1 - x0):
            page.across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) < 1 <= abs(y1 - y0):
            page.down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        else:
            page.shapes += 1


def _turns(start: Point, end: Point) -> int | None:
    """How many times a letter is turned a quarter to the left; None when it stands askew."""
    across, up = end[0] - start[0], end[1] - start[1]
    if abs(up) <= 0.02 * abs(across) + 0.01:
        return 0 if across >= 0 else 2
    if abs(across) <= 0.02 * abs(up) + 0.01:
        return 1 if up > 0 else 3
    return None


def _turn(point: Point, turns: int, size: tuple[float, float]) -> Point:
    """A place from the left and from above, when the page is turned back so that text is upright."""
    x, y = point
    width, height = size
    turned = ((x, height - y), (y, x), (width - x, y), (height - y, width - x))
    return turned[turns]


def _box(start: Point, end: Point, turns: int, size: tuple[float, float]) -> Box:
    (x0, y0), (x1, y1) = _turn(start, turns, size), _turn(end, turns, size)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
