"""The themes of the agreements as tabs, each with how far it is."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QTabBar, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import icon, paint_glyph
from prestatie_desktop.ui.look.paint import RIGHT, focus_ring, painting, plate, width_of, words
from prestatie_desktop.ui.look.tokens import RADIUS_CARD, TAB
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.translation import tr

#: The room at both sides of a tab: as wide as fits.
_SIDES = (12, 10, 8)


@dataclass(frozen=True, slots=True)
class ThemeTab:
    """What a tab shows: number, short name, how many agreements are agreed of how many."""

    key: str
    number: str
    name: str
    done: int
    total: int
    #: Whether there is anything to make progress in: the running text has no count.
    counted: bool = True

    @property
    def complete(self) -> bool:
        """Everything is agreed, and there is something."""
        return self.counted and self.total > 0 and self.done == self.total

    @property
    def spoken(self) -> str:
        """The tab in words."""
        if not self.counted:
            return self.name
        return tr("Thema {number} {name}, {done} van {total} akkoord").format(
            number=self.number, name=self.name, done=self.done, total=self.total
        )


class ThemeTabs(Panel):
    """Tabs that fit, and a » with a list of all when they do not.

    Left, Right, Home and End move through every theme, shown or not. `chosen(key)` tells of a
    person's choice only.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bar", across=True, gap=0, margins=(6, 0, 6, 0), parent=parent)
        self._bar = _Bar()
        self._more = Tool("chevron-double-right", tr("Alle thema’s"))
        self._more.clicked.connect(self._open_list)
        self._more.hide()
        self.body.addWidget(self._bar, 1)
        self.body.addWidget(self._more)
        self._bar.currentChanged.connect(self._changed)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow(self._refit)

    def set_tabs(self, tabs: list[ThemeTab], current: str | None = None) -> None:
        """Show these themes; the current one stays current when it is still there."""
        wanted = current if current is not None else self.current()
        self._bar.blockSignals(True)
        self._bar.show_tabs(tabs)
        self._bar.blockSignals(False)
        self.set_current(wanted if wanted in self._keys() else next(iter(self._keys()), ""))

    def set_current(self, key: str) -> None:
        """Show another theme as current, without a signal."""
        if key in self._keys():
            self._bar.blockSignals(True)
            self._bar.setTabVisible(self._keys().index(key), True)
            self._bar.setCurrentIndex(self._keys().index(key))
            self._bar.blockSignals(False)
        self._refit()

    def current(self) -> str:
        """The key of the current theme; empty when there are none."""
        return self.key_at(self._bar.currentIndex())

    def key_at(self, at: int) -> str:
        """The key of a tab by its place in the bar; empty beside the tabs."""
        return self._keys()[at] if 0 <= at < len(self._keys()) else ""

    def bar(self) -> QTabBar:
        """Qt's own tab bar, for what it can do besides (a context menu, a drop)."""
        return self._bar

    def overflow_menu(self) -> QMenu:
        """The list of all themes, with the current one checked."""
        menu = QMenu(self)
        for tab in self._bar.tabs:
            label = f"{tab.number}  {tab.name}    {_count(tab)}".strip()
            action = QAction(label.replace("&", "&&"), menu)
            action.setIcon(icon("check-circle", "ok") if tab.complete else icon("circle-outline"))
            if tab.key == self.current():
                font = theme().font("ui", 600)
                action.setFont(font)
            action.triggered.connect(lambda _=False, key=tab.key: self._pick(key))
            menu.addAction(action)
        return menu

    def shown(self) -> list[str]:
        """The keys of the tabs there is room for."""
        return [key for at, key in enumerate(self._keys()) if self._bar.isTabVisible(at)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See what fits."""
        super().resizeEvent(event)
        self._refit()

    def _keys(self) -> list[str]:
        return [tab.key for tab in self._bar.tabs]

    def _pick(self, key: str) -> None:
        if key != self.current():
            self.set_current(key)
            self.chosen.emit(key)

    def _changed(self) -> None:
        self._refit()
        self.chosen.emit(self.current())

    def _open_list(self) -> None:
        menu = self.overflow_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = QPoint(self._more.width() - menu.sizeHint().width(), self._more.height())
        menu.popup(self._more.mapToGlobal(corner))

    def _refit(self) -> None:
        room = self.width() - theme().px(12)
        if self._bar.fits(room):
            self._more.hide()
        else:
            self._more.show()
            room -= self._more.sizeHint().width()
        self._bar.show_what_fits(room)
        self._bar.setFixedHeight(theme().px(TAB))


class _Bar(QTabBar):
    def __init__(self) -> None:
        super().__init__()
        self.tabs: list[ThemeTab] = []
        self._stretch = 0
        self._side = _SIDES[0]
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Thema’s"))

    def show_tabs(self, tabs: list[ThemeTab]) -> None:
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.addTab("")
        self.tabs = list(tabs)
        for at, tab in enumerate(tabs):
            self.setTabText(at, tab.name)
            self.setAccessibleTabName(at, tab.spoken)
            self.setTabToolTip(at, tab.spoken)
        self.updateGeometry()
        self.update()

    def natural(self, at: int) -> int:
        px = theme().px
        tab = self.tabs[at]
        name = width_of(tab.name, theme().font("ui", 600))
        lead = _lead(tab)
        # Under the name: a bar long enough to compare, the count, and a check when complete.
        under = px(48 + 10 + 18) + width_of(_count(tab), theme().font("small", 600))
        if not tab.counted:
            under = 0
        return max(lead + name, under) + px(2 * self._side + 2)

    def fits(self, room: int) -> bool:
        """Whether all fit, closer together where that is needed."""
        for side in _SIDES:
            self._side = side
            if sum(self.natural(at) for at in range(len(self.tabs))) <= room:
                return True
        return False

    def show_what_fits(self, room: int) -> None:
        """The current tab and as many beside it as there is room for, first ones first."""
        here = max(self.currentIndex(), 0)
        order = [here, *range(here - 1, -1, -1), *range(here + 1, len(self.tabs))]
        if sum(self.natural(at) for at in range(min(here + 1, len(self.tabs)))) <= room:
            order = list(range(len(self.tabs)))
        shown: set[int] = set()
        used = 0
        for at in order if self.tabs else []:
            used += self.natural(at)
            if used > room and at != here:
                used -= self.natural(at)
                break
            shown.add(at)
        self._stretch = min(max(0, room - used) // max(1, len(shown)), theme().px(40))
        for at in range(self.count()):
            self.setTabVisible(at, at in shown)
        # Qt keeps the old places where the same tabs are shown, only wider or narrower.
        self.setIconSize(self.iconSize())
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, at: int) -> QSize:
        if at >= len(self.tabs):
            return QSize(theme().px(80), theme().px(TAB))
        return QSize(self.natural(at) + self._stretch, theme().px(TAB))

    def minimumTabSizeHint(self, at: int) -> QSize:
        return self.tabSizeHint(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, last = self.currentIndex(), self.count() - 1
        there = {
            int(Qt.Key.Key_Left): max(0, here - 1),
            int(Qt.Key.Key_Right): min(last, here + 1),
            int(Qt.Key.Key_Home): 0,
            int(Qt.Key.Key_End): last,
        }.get(event.key())
        if there is None:
            super().keyPressEvent(event)
        elif there != here:
            self.setTabVisible(there, True)
            self.setCurrentIndex(there)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            for at, tab in enumerate(self.tabs):
                if self.isTabVisible(at):
                    self._paint_tab(painter, QRectF(self.tabRect(at)), tab, at=at)

    def _paint_tab(self, painter: QPainter, rect: QRectF, tab: ThemeTab, *, at: int) -> None:
        px, side = theme().px, theme().px(self._side)
        on = at == self.currentIndex()
        room = rect.adjusted(px(2), px(6), -px(2), px(12))
        if on:
            plate(painter, room, RADIUS_CARD, fill="surface")
            under = QRectF(
                rect.left() + side, rect.bottom() - px(3), rect.width() - 2 * side, px(3)
            )
            painter.fillRect(under, theme().colour("accent"))
            if self.hasFocus():
                ring = rect.adjusted(px(3), px(7), -px(3), -px(5))
                focus_ring(painter, ring, RADIUS_CARD - 1)
        elif (
            rect.contains(self.mapFromGlobal(self.cursor().pos()).toPointF()) and self.underMouse()
        ):
            plate(painter, room, RADIUS_CARD, fill="hover")
        left, width = rect.left() + side, rect.width() - 2 * side
        number = theme().font("ui", 700)
        lead = _lead(tab)
        line = QRectF(left, rect.top() + px(12 if tab.counted else 22), width, px(22))
        words(painter, line, tab.number, number, "accent" if on else "ink3")
        name = theme().font("ui", 600 if on else 400)
        words(painter, line.adjusted(lead, 0, 0, 0), tab.name, name, "ink" if on else "ink2")
        if tab.counted:
            self._paint_progress(painter, QRectF(left, rect.top() + px(37), width, px(18)), tab)

    def _paint_progress(self, painter: QPainter, line: QRectF, tab: ThemeTab) -> None:
        px = theme().px
        font = theme().font("small", 600)
        count = width_of(_count(tab), font) + (px(21) if tab.complete else 0)
        words(painter, line, _count(tab), font, "ok" if tab.complete else "ink3", align=RIGHT)
        if tab.complete:
            box = QRectF(line.right() - count, line.top(), px(18), line.height())
            paint_glyph(painter, box, "check-circle", "ok", size=15)
        bar = QRectF(line.left(), line.center().y() - px(2.5), line.width() - count - px(10), px(5))
        plate(painter, bar, 2.5, fill="sunken")
        if tab.done and tab.total:
            bar.setWidth(max(px(5), bar.width() * tab.done / tab.total))
            plate(painter, bar, 2.5, fill="ok" if tab.complete else "accent")


def _count(tab: ThemeTab) -> str:
    return f"{tab.done}/{tab.total}" if tab.counted else ""


def _lead(tab: ThemeTab) -> int:
    """The room for the number before the name."""
    if not tab.number:
        return 0
    px = theme().px
    return max(px(17), width_of(tab.number, theme().font("ui", 700)) + px(8))
