"""The page as it will come from the printer, with the means to turn and enlarge it."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.paint import CENTRE, words
from prestatie_desktop.ui.rooms.printing.pages import PrintedPages, page_image
from prestatie_desktop.ui.working.press import Press
from prestatie_desktop.words.translation import tr

_EDGE = 24
"""Room around the page."""
_FOOT = 44
"""Room below it besides, for the bar."""
_STEP = 1.2
_LEAST, _MOST = 0.2, 4.0
_POINTS = 96 / 72


class Zoom(StrEnum):
    """How large the page is shown."""

    PAGE = "page"
    WIDTH = "width"
    FREE = "free"


class Preview(QAbstractScrollArea):
    """One page at a time. PgUp and PgDn turn it, Ctrl+wheel enlarges it."""

    #: Another page or another size: the bar under it says which.
    turned = Signal()

    def __init__(self, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press = press
        self._pages: PrintedPages | None = None
        self._page = 0
        self._image: QImage | None = None
        self._shown_for: object = None
        self._zoom = Zoom.PAGE
        self._factor = 1.0
        self._words = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(40)
        self._later.timeout.connect(self._ask)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Afdrukvoorbeeld"))
        self.viewport().setAutoFillBackground(False)
        press.made.connect(self._on_made)
        follow(self._restyle)

    def show_pages(self, pages: PrintedPages | None, *, keep_page: bool = False) -> None:
        """Show a document from its first page, or go on where one was in it."""
        self._words = ""
        self._pages = pages
        last = (pages.count if pages else 1) - 1
        self._page = min(self._page, last) if keep_page else 0
        if pages is None:
            self._image = None
        self._changed()

    def say(self, text: str) -> None:
        """Show words where the page would be."""
        self._words, self._pages, self._image = text, None, None
        self._changed()

    @property
    def page(self) -> int:
        """The page in view, from 1."""
        return self._page + 1

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 while there is none."""
        return self._pages.count if self._pages else 0

    @property
    def zoom(self) -> Zoom:
        """How large the page is shown."""
        return self._zoom

    @property
    def percent(self) -> int:
        """The size in view against paper, in per cent."""
        return round(self._scale() / _POINTS / self._ratio() * 100)

    def turn_to(self, page: int) -> None:
        """Show a page, counted from 1."""
        wanted = max(1, min(page, self.page_count)) - 1
        if self._pages and wanted != self._page:
            self._page = wanted
            self.verticalScrollBar().setValue(0)
            self._changed()

    def set_zoom(self, zoom: Zoom) -> None:
        """The whole page, or as wide as there is room."""
        self._zoom = zoom
        self._changed()

    def enlarge(self, steps: float) -> None:
        """Larger (or smaller, below zero), by so many steps."""
        now = self._scale() / _POINTS / self._ratio()
        self._factor = max(_LEAST, min(_MOST, now * _STEP**steps))
        self._zoom = Zoom.FREE
        self._changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, or scroll within one."""
        jump = {
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.page_count,
        }.get(Qt.Key(event.key()))
        if jump is not None:
            self.turn_to(jump)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.enlarge(1)
        elif event.key() == Qt.Key.Key_Minus:
            self.enlarge(-1)
        elif event.key() == Qt.Key.Key_0:
            self.set_zoom(Zoom.PAGE)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl enlarges; at the end of a page the wheel turns it."""
        down = event.angleDelta().y()
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enlarge(down / 120)
        elif down < 0 and bar.value() >= bar.maximum():
            self.turn_to(self.page + 1)
        elif down > 0 and bar.value() <= bar.minimum() and self.page > 1:
            self.turn_to(self.page - 1)
            bar.setValue(bar.maximum())
        else:
            super().wheelEvent(event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page follows the room it has."""
        super().resizeEvent(event)
        self._changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page on its ground."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().colour("sunken"))
        if self._pages is not None:
            place = self._place()
            shadow = theme().colour("edge")
            shadow.setAlpha(60)
            painter.fillRect(place.adjusted(2, 3, 2, 3), shadow)
            painter.fillRect(place, theme().colour("paper"))
            if self._image is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(place, self._image)
        elif self._words:
            words(painter, self.viewport().rect().toRectF(), self._words, theme().font("ui"),
                  "ink2", align=CENTRE)  # fmt: skip
        painter.end()

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(theme().px(520), theme().px(700))

    def minimumSizeHint(self) -> QSize:
        """A page remains recognisable."""
        return QSize(theme().px(160), theme().px(160))

    def _ratio(self) -> float:
        """Paper at 100 % grows with the text."""
        return theme().scale

    def _scale(self) -> float:
        """Pixels of the screen to a point of the page."""
        if self._pages is None:
            return 1.0
        wide, high = self._pages.sizes[self._page]
        edge = 2 * theme().px(_EDGE)
        room = self.size()
        bar = self.verticalScrollBar().sizeHint().width()
        by_width = max(40, room.width() - edge - bar) / wide
        if self._zoom is Zoom.WIDTH:
            return by_width
        if self._zoom is Zoom.PAGE:
            return min(by_width, max(40, room.height() - edge - theme().px(_FOOT)) / high)
        return self._factor * _POINTS * self._ratio()

    def _page_size(self) -> QSize:
        assert self._pages is not None
        wide, high = self._pages.sizes[self._page]
        return QSize(round(wide * self._scale()), round(high * self._scale()))

    def _place(self) -> QRect:
        size, view = self._page_size(), self.viewport().size()
        edge = theme().px(_EDGE)
        left = max(edge, (view.width() - size.width()) // 2) - self.horizontalScrollBar().value()
        room = view.height() - theme().px(_FOOT)
        top = max(edge, (room - size.height()) // 2) - self.verticalScrollBar().value()
        return QRect(QPoint(left, top), size)

    def _changed(self) -> None:
        self._fit_bars()
        self._later.start()
        self.viewport().update()
        self.turned.emit()

    def _fit_bars(self) -> None:
        size = self._page_size() if self._pages else QSize(0, 0)
        edge, view = 2 * theme().px(_EDGE), self.viewport().size()
        for bar, needed, room in (
            (self.horizontalScrollBar(), size.width() + edge, view.width()),
            (self.verticalScrollBar(), size.height() + edge + theme().px(_FOOT), view.height()),
        ):
            bar.setRange(0, max(0, needed - room) if size.width() else 0)
            bar.setPageStep(room)
            bar.setSingleStep(theme().px(40))

    def _ask(self) -> None:
        if self._pages is None:
            return
        pages, page = self._pages, self._page
        scale = self._scale() * self.devicePixelRatioF()
        key = ("page", id(self))
        wanted = (id(pages), page, round(scale, 3))
        if wanted == self._shown_for and self._image is not None:
            return
        self._press.ask(key, lambda: (wanted, page_image(pages, page, scale)), urgent=True)

    def _on_made(self, key: object, result: object) -> None:
        if key != ("page", id(self)) or self._pages is None:
            return
        assert isinstance(result, tuple)
        wanted, image = result
        if wanted[:2] == (id(self._pages), self._page):
            self._shown_for, self._image = wanted, image
            self.viewport().update()

    def _restyle(self) -> None:
        self._changed()
