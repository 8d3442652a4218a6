"""Lay documents out on A4 pages."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate
from reportlab.platypus.flowables import Flowable

from prestatie_desktop.documents import fonts, style
from prestatie_desktop.documents.blocks import Document
from prestatie_desktop.documents.flowables.page_canvas import PageCanvas
from prestatie_desktop.documents.story import story, work

Step = Callable[[int, int], None]
"""Called with the work done and the work in all, after every piece that was drawn."""


def lay_out(
    documents: Sequence[Document],
    target: BinaryIO,
    step: Step,
    canvas: type[PageCanvas] = PageCanvas,
) -> None:
    """Write the PDF of these documents to the target; an error that `step` raises stops it."""
    fonts.register()
    rl_config.useA85 = 0  # bytes as they are: files a fifth smaller, and made sooner
    pages = _Pages(documents, target, step)
    pages.build(pages.whole_story(), canvasmaker=canvas)


class _Section(PageTemplate):
    """The pages of one document."""

    def __init__(self, number: int, document: Document) -> None:
        frame = Frame(
            style.MARGIN_SIDE,
            style.MARGIN_BOTTOM,
            style.TEXT_WIDTH,
            style.PAGE_HEIGHT - style.MARGIN_TOP - style.MARGIN_BOTTOM,
            *(0, 0, 0, 0),
        )
        super().__init__(id=f"section{number}", frames=[frame])
        self.number = number
        self.document = document

    def beforeDrawPage(self, canvas: Any, _pages: Any) -> None:
        """Tell the canvas whose page this is, and draw the watermark below the text."""
        canvas.on_page_of(self.number, self.document)
        if self.document.watermark:
            canvas.draw_watermark(self.document.watermark)


class _Pages(BaseDocTemplate):
    """The sheets all documents are drawn on."""

    canv: PageCanvas

    def __init__(self, documents: Sequence[Document], target: BinaryIO, step: Step) -> None:
        first = documents[0]
        super().__init__(
            target,
            pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
            pageTemplates=[_Section(*numbered) for numbered in enumerate(documents)],
            title=fonts.plain_line(first.title),
            author=fonts.plain_line(first.author) or None,
            subject=fonts.plain_line(first.subject) or None,
            creator="Prestatie Desktop",
            producer="Prestatie Desktop",
            lang=first.language,
            initialFontName=fonts.REGULAR,
            invariant=1,
            pageCompression=1,
        )
        self.documents = documents
        self.step = step
        self.done = 0
        self.works = [sum(work(block) for block in one.blocks) for one in documents]

    def whole_story(self) -> list[Flowable]:
        """The pieces of all documents, each document on a page of its own."""
        befores = accumulate(self.works, initial=0)
        pieces: list[Flowable] = []
        for number, (document, before) in enumerate(zip(self.documents, befores, strict=False)):
            if number:
                pieces += [NextPageTemplate(f"section{number}"), PageBreak()]
            pieces += story(document, number, before)
        return pieces

    def beforeDocument(self) -> None:
        """Viewers show the title above the window, not the name of the file."""
        self.canv.setViewerPreference("DisplayDocTitle", "true")

    def afterFlowable(self, flowable: Any) -> None:
        """Report how far it is."""
        self.done = getattr(flowable, "work_done", None) or self.done
        self.step(self.done, sum(self.works))
