"""The pages of the assistant as tabs, each with how much there is and how much asks a look."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import (
    CENTRE,
    focus_ring,
    painting,
    plate,
    width_of,
    words,
)
from prestatie_desktop.ui.look.tokens import RADIUS_CARD
from prestatie_desktop.words.translation import tr

_HEIGHT = 50
#: The room at both sides of a tab, and whether its icon and its count are shown: as roomy as fits.
_WAYS = ((14, True, True), (10, True, True), (10, False, True), (7, False, False))


@dataclass(frozen=True, slots=True)
class PageTab:
    """What a tab shows."""

    key: str
    glyph: str
    word: str
    #: How much there is; None where that says nothing.
    count: int | None = None
    #: How much of it asks a look.
    asks: int = 0

    @property
    def spoken(self) -> str:
        """The tab in words."""
        said = self.word if self.count is None else f"{self.word} {self.count}"
        if self.asks and self.asks != self.count:
            said = tr("{page}, {count} nakijken").format(page=said, count=self.asks)
        return said


class PageTabs(QTabBar):
    """Tabs that shrink before they are cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[PageTab, ...] = ()
        self._side, self._with_icon, self._with_count = _WAYS[0]
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Stappen van de import"))
        follow(self._restyle)

    def set_pages(self, pages: tuple[PageTab, ...]) -> None:
        """Show these; the current one stays current when it is still there."""
        current = self.current_key()
        blocked = self.blockSignals(True)
        while self.count() > len(pages):
            self.removeTab(self.count() - 1)
        while self.count() < len(pages):
            self.addTab("")
        self._pages = pages
        for at, page in enumerate(pages):
            self.setTabText(at, page.word)
            self.setTabToolTip(at, f"{page.spoken} (Ctrl+{at + 1})")
            self.setAccessibleTabName(at, page.spoken)
        keys = [page.key for page in pages]
        self.setCurrentIndex(keys.index(current) if current in keys else 0)
        self.blockSignals(blocked)
        self._refit()

    def current_key(self) -> str:
        """The key of the page in front."""
        at = self.currentIndex()
        return self._pages[at].key if 0 <= at < len(self._pages) else ""

    def place_of(self, key: str) -> int:
        """Where a page stands; -1 when it is not there."""
        return next((at for at, page in enumerate(self._pages) if page.key == key), -1)

    def tabSizeHint(self, at: int) -> QSize:
        """As wide as its words and counts."""
        if at >= len(self._pages):
            return QSize(theme().px(80), theme().px(_HEIGHT))
        return QSize(self._natural(self._pages[at]), theme().px(_HEIGHT))

    def minimumTabSizeHint(self, at: int) -> QSize:
        """The same."""
        return self.tabSizeHint(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See what fits."""
        super().resizeEvent(event)
        self._refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End too."""
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setCurrentIndex(0 if event.key() == Qt.Key.Key_Home else self.count() - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tabs."""
        with painting(self) as painter:
            for at, page in enumerate(self._pages):
                self._paint_tab(
                    painter, QRectF(self.tabRect(at)), page, on=at == self.currentIndex()
                )

    def _paint_tab(self, painter: QPainter, rect: QRectF, page: PageTab, *, on: bool) -> None:
        px = theme().px
        room = rect.adjusted(px(2), px(6), -px(2), px(10))
        here = self.mapFromGlobal(self.cursor().pos()).toPointF()
        if on:
            plate(painter, room, RADIUS_CARD, fill="surface")
            side = px(self._side)
            under = QRectF(
                rect.left() + side, rect.bottom() - px(3), rect.width() - 2 * side, px(3)
            )
            painter.fillRect(under, theme().colour("accent"))
        elif self.underMouse() and rect.contains(here):
            plate(painter, room, RADIUS_CARD, fill="hover")
        if on and self.hasFocus():
            focus_ring(painter, rect.adjusted(px(3), px(7), -px(3), -px(5)), RADIUS_CARD - 1)
        x = rect.left() + px(self._side)
        line = QRectF(x, rect.top() + px(5), rect.width(), rect.height() - px(8))
        if self._with_icon:
            glyph = QRectF(x, line.top(), px(20), line.height())
            paint_glyph(painter, glyph, page.glyph, "accent" if on else "ink3", size=18)
            line.setLeft(x + px(27))
        font = theme().font("ui", 600 if on else 400)
        words(painter, line, page.word, font, "ink" if on else "ink2")
        line.setLeft(line.left() + width_of(page.word, theme().font("ui", 600)) + px(8))
        self._paint_counts(painter, line, page)

    def _paint_counts(self, painter: QPainter, line: QRectF, page: PageTab) -> None:
        px, font = theme().px, theme().font("small", 600)
        if self._counts(page):
            words(painter, line, str(page.count), font, "ink3")
            line.setLeft(line.left() + width_of(str(page.count), font) + px(6))
        if page.asks:
            pill = QRectF(line.left(), line.center().y() - px(10), _pill_width(page), px(20))
            plate(painter, pill, 10, fill="warn_soft")
            words(painter, pill, str(page.asks), font, "warn", align=CENTRE)

    def _natural(self, page: PageTab) -> int:
        px, font = theme().px, theme().font("small", 600)
        width = 2 * px(self._side) + width_of(page.word, theme().font("ui", 600)) + px(4)
        width += px(27) if self._with_icon else 0
        if self._counts(page):
            width += px(8) + width_of(str(page.count), font)
        return width + (px(8) + _pill_width(page) if page.asks else 0)

    def _counts(self, page: PageTab) -> bool:
        return self._with_count and page.count is not None and page.count != page.asks

    def _refit(self) -> None:
        for way in _WAYS:
            self._side, self._with_icon, self._with_count = way
            if sum(self._natural(page) for page in self._pages) <= self.width():
                break
        # Qt measures its tabs again only when something about them changed.
        self.setIconSize(self.iconSize())
        self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(_HEIGHT))
        self._refit()


def _pill_width(page: PageTab) -> int:
    return width_of(str(page.asks), theme().font("small", 600)) + theme().px(14)
