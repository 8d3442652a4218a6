"""The bar under the page: turning, and how large it is shown."""

from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.rooms.printing.preview import Preview, Zoom
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.translation import tr


class PageBar(Panel):
    """Vorige, bladzijde 1 van 4, volgende; kleiner, hele bladzijde, groter."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__("card", across=True, gap=4, margins=(8, 3, 8, 3), parent=parent)
        self._preview = preview
        self._compact = False
        self._before = Tool("chevron-left", tr("Vorige bladzijde"), key="PgUp")
        self._after = Tool("chevron-right", tr("Volgende bladzijde"), key="PgDn")
        self._place = Text("")
        self._smaller = Tool("magnify-minus-outline", tr("Kleiner"), key="Ctrl+wiel")
        self._larger = Tool("magnify-plus-outline", tr("Groter"), key="Ctrl+wiel")
        self._size = Button("", variant="link")
        self.add(self._before, self._place, self._after, 8)
        self.add(self._smaller, self._size, self._larger)
        self._before.clicked.connect(lambda: preview.turn_to(preview.page - 1))
        self._after.clicked.connect(lambda: preview.turn_to(preview.page + 1))
        self._smaller.clicked.connect(lambda: preview.enlarge(-1))
        self._larger.clicked.connect(lambda: preview.enlarge(1))
        self._size.clicked.connect(self._switch)
        preview.turned.connect(self._refresh)
        self._refresh()

    def set_compact(self, compact: bool) -> None:
        """Figures and icons only, where there is no room for words."""
        if compact != self._compact:
            self._compact = compact
            self._size.set_glyph("fit-to-page-outline" if compact else None)
            self._refresh()

    def _switch(self) -> None:
        whole = self._preview.zoom is not Zoom.PAGE
        self._preview.set_zoom(Zoom.PAGE if whole else Zoom.WIDTH)

    def _refresh(self) -> None:
        total, page = self._preview.page_count, self._preview.page
        place = tr("Bladzijde {page} van {total}").format(page=page, total=total)
        # Nothing to turn while there are no pages, or while they are being made.
        self.setVisible(total > 0)
        self._place.set_text(f"{page} / {total}" if self._compact else place)
        self._place.setAccessibleName(place)
        self._before.setEnabled(total > 0 and page > 1)
        self._after.setEnabled(page < total)
        words = {
            Zoom.PAGE: tr("Hele bladzijde"),
            Zoom.WIDTH: tr("Paginabreedte"),
            Zoom.FREE: f"{self._preview.percent} %",
        }
        self._size.setText("" if self._compact else words[self._preview.zoom])
        self._size.setAccessibleName(tr("Grootte: {size}").format(size=words[self._preview.zoom]))
        self._size.setToolTip(tr("Hele bladzijde of paginabreedte"))
        for tool in (self._smaller, self._larger, self._size):
            tool.setEnabled(total > 0)
