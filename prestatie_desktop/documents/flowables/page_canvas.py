"""The canvas: header, footer with "bladzijde x van y", watermark, outline, places links go to."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from prestatie_desktop.documents import fonts, style
from prestatie_desktop.documents.blocks import Document
from prestatie_desktop.documents.flowables.marks import Mark

_FOOTER_SIZE = 7.5
_HEADER_SIZE = 7.5


@dataclass(frozen=True, slots=True)
class _Page:
    drawn: Any
    section: int


class PageCanvas(Canvas):
    """Draws one or more documents (sections), each with its own page numbers.

    Footers are drawn when all pages are there, on the pages kept so far: the number of pages is
    known then without laying out twice.
    """

    _code: list[str]
    _doc: Any

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.sections: list[Document] = []
        self.pages: list[_Page] = []
        self._outlined = -1
        self._places = 0

    def on_page_of(self, section: int, document: Document) -> None:
        """Hear which document the page now begun belongs to."""
        if section == len(self.sections):
            self.sections.append(document)

    def begin_mark(self, mark: Mark | None) -> None:
        """Hear that what is drawn next has this meaning; None is decoration."""

    def end_mark(self, mark: Mark | None) -> None:
        """Hear that what has this meaning is drawn."""

    def outline(self, title: str, level: int, top: float) -> None:
        """Name this place in the outline; a level is never more than one below the one before."""
        self._places += 1
        self._outlined = min(level, self._outlined + 1)
        place = f"outline{self._places}"
        self.bookmarkHorizontal(place, 0, top)
        self.addOutlineEntry(fonts.plain_line(title), place, self._outlined, closed=False)

    def showPage(self) -> None:
        """Keep the page, to be numbered when all are there."""
        super().showPage()
        self.pages.append(_Page(self._doc.Pages.pages[-1], len(self.sections) - 1))

    def save(self) -> None:
        """Number the pages and write."""
        if self._code:
            self.showPage()
        for number, total, page in self._numbered():
            document = self.sections[page.section]
            self._code = []
            self.begin_mark(None)
            self._draw_footer(document.footer, f"bladzijde {number} van {total}")
            if number > 1 and document.header:
                self._draw_header(document.header)
            self.end_mark(None)
            page.drawn.stream += "\n".join(self._code) + "\n"
        self._code = []
        super().save()

    def _numbered(self) -> list[tuple[int, int, _Page]]:
        totals = [0] * len(self.sections)
        numbers = []
        for page in self.pages:
            totals[page.section] += 1
            numbers.append(totals[page.section])
        return [
            (number, totals[page.section], page)
            for number, page in zip(numbers, self.pages, strict=True)
        ]

    def _draw_footer(self, left: str, right: str) -> None:
        self._small(_FOOTER_SIZE)
        self.drawRightString(style.PAGE_WIDTH - style.MARGIN_SIDE, style.FOOTER_BASELINE, right)
        room = style.TEXT_WIDTH - stringWidth(right, fonts.REGULAR, _FOOTER_SIZE) - 20
        self.drawString(
            style.MARGIN_SIDE, style.FOOTER_BASELINE, _shortened(left, room, _FOOTER_SIZE)
        )

    def _draw_header(self, text: str) -> None:
        self._small(_HEADER_SIZE)
        shown = _shortened(text, style.TEXT_WIDTH, _HEADER_SIZE)
        self.drawString(style.MARGIN_SIDE, style.HEADER_BASELINE, shown)

    def _small(self, size: float) -> None:
        self._fontname = ""  # the font of the page before means nothing on this one
        self.setFillColor(HexColor(style.INK_FAINT))
        self.setFont(fonts.REGULAR, size)

    def draw_watermark(self, text: str) -> None:
        """Draw the word large and light across the page, below what comes after it."""
        shown = fonts.printable(fonts.plain_line(text), fonts.SEMIBOLD)
        wide = stringWidth(shown, fonts.SEMIBOLD, 100) or 1
        size = min(140.0, 100 * 0.88 * style.PAGE_HEIGHT * 0.8 / wide)
        self.begin_mark(None)
        self.saveState()
        self.translate(style.PAGE_WIDTH / 2, style.PAGE_HEIGHT / 2)
        self.rotate(52)
        self.setFillColor(HexColor(style.WATERMARK))
        self.setFont(fonts.SEMIBOLD, size)
        self.drawCentredString(0, -size * 0.33, shown)
        self.restoreState()
        self.end_mark(None)


def _shortened(text: str, room: float, size: float) -> str:
    shown = fonts.printable(fonts.plain_line(text))
    if stringWidth(shown, fonts.REGULAR, size) <= room:
        return shown
    while shown and stringWidth(f"{shown}…", fonts.REGULAR, size) > room:
        shown = shown[: max(0, min(len(shown) - 1, int(len(shown) * 0.95)))]
    return f"{shown.rstrip()}…"
