"""The rooms of the window, at its left."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import (
    CENTRE,
    RIGHT,
    focus_ring,
    painting,
    plate,
    width_of,
    words,
)
from prestatie_desktop.ui.look.tokens import RADIUS_CONTROL, RAIL_NARROW, RAIL_WIDE, ROW_RAIL
from prestatie_desktop.ui.widgets.layouts import Column
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.words.translation import tr


class Rail(Panel):
    """Icon, word and a quiet count for every room; the current one is white with an accent bar.

    Up, Down, Home and End move the focus, Enter and Space choose; Tab passes the rail in one step.
    `chosen(key)` tells of a person's choice only.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rail", gap=0, margins=(0, 12, 0, 12), parent=parent)
        self._narrow = False
        self._items: dict[str, _RailItem] = {}
        inside = QWidget()
        self._rooms = Column(inside, gap=0)
        self._rooms.addStretch(1)
        self._above_foot = 0
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._scroll, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Onderdelen"))
        follow(self._restyle_rail)

    def add_room(self, key: str, glyph: str, word: str, *, at_foot: bool = False) -> None:
        """Add a room; `at_foot` is for what is not about the dossier (Instellingen)."""
        item = _RailItem(glyph, word, self)
        item.clicked.connect(lambda: self._choose(key))
        self._items[key] = item
        if at_foot:
            self._rooms.addWidget(item)
        else:
            self._rooms.insertWidget(self._above_foot, item)
            self._above_foot += 1
        item.set_narrow(narrow=self._narrow)
        if len(self._items) == 1:
            self.set_current(key)

    def set_count(self, key: str, count: str, meaning: str = "") -> None:
        """Show a count ("67", "8/11"); `meaning` says it in words for a screen reader."""
        self._items[key].set_count(count, meaning)

    def set_current(self, key: str) -> None:
        """Mark a room as the one that is open, without a signal; none where it is not here."""
        stop = key if key in self._items else next(iter(self._items), "")
        for other, item in self._items.items():
            item.setChecked(other == key)
            item.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if other == stop else Qt.FocusPolicy.ClickFocus
            )
        if key in self._items:
            self._scroll.ensureWidgetVisible(self._items[key])

    def current(self) -> str:
        """The key of the room that is open."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def set_narrow(self, narrow: bool) -> None:
        """Icon above word, for a small window or large text."""
        self._narrow = narrow
        for item in self._items.values():
            item.set_narrow(narrow=narrow)
        self._restyle_rail()

    def is_narrow(self) -> bool:
        """Whether icons stand above words."""
        return self._narrow

    def move_focus(self, key: int) -> bool:
        """Give the focus to a neighbour; False when the key does not move."""
        items = list(self._items.values())
        here = next((at for at, item in enumerate(items) if item.hasFocus()), 0)
        if key == Qt.Key.Key_Home:
            there = 0
        elif key == Qt.Key.Key_End:
            there = len(items) - 1
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            there = (here + step) % len(items)
        else:
            return False
        items[there].setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(items[there])
        return True

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def _restyle_rail(self) -> None:
        self.setFixedWidth(theme().px(RAIL_NARROW if self._narrow else RAIL_WIDE))


class _RailItem(QPushButton):
    def __init__(self, glyph: str, word: str, rail: Rail) -> None:
        super().__init__(word)
        self._glyph, self._rail = glyph, rail
        self._count = ""
        self._narrow = False
        self.setCheckable(True)
        self.setProperty("k", "own")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        follow(self._restyle)

    def set_count(self, count: str, meaning: str) -> None:
        self._count = count
        self.setAccessibleDescription(meaning or count)
        self._tell()
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._restyle()

    def nextCheckState(self) -> None:
        """A click chooses a room, it never leaves one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not self._rail.move_focus(event.key()):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().px(60 if self._narrow else ROW_RAIL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px = theme().px
        on = self.isChecked()
        room = QRectF(self.rect()).adjusted(px(8), px(2), -px(8), -px(2))
        with painting(self) as painter:
            if on:
                plate(painter, room, RADIUS_CONTROL, fill="surface", edge="line")
                bar = QRectF(room.left(), room.top() + px(7), px(4), room.height() - px(14))
                plate(painter, bar, 2, fill="accent")
            elif self.underMouse():
                plate(painter, room, RADIUS_CONTROL, fill="hover")
            if self.hasFocus():
                focus_ring(painter, room, RADIUS_CONTROL)
            ink, tint = ("ink", "accent") if on else ("ink2", "ink2")
            if self._narrow:
                top = QRectF(room.left(), room.top() + px(6), room.width(), px(24))
                paint_glyph(painter, top, self._glyph, tint, size=22)
                under = QRectF(room.left(), room.top() + px(30), room.width(), px(22))
                font = theme().font("small", 600 if on else 400)
                words(painter, under, self.text(), font, ink, align=CENTRE)
                return
            box = QRectF(room.left() + px(12), room.top(), px(24), room.height())
            paint_glyph(painter, box, self._glyph, tint, size=20)
            end = room.adjusted(0, 0, -px(12), 0)
            count = theme().font("small", 600)
            words(painter, end, self._count, count, "ink3", align=RIGHT)
            left = room.left() + px(46)
            width = end.right() - left - width_of(self._count, count) - px(4)
            words(
                painter,
                QRectF(left, room.top(), width, room.height()),
                self.text(),
                theme().font("ui", 600 if on else 400),
                ink,
            )

    def _tell(self) -> None:
        self.setToolTip(f"{self.text()}  {self._count}".strip() if self._narrow else "")

    def _restyle(self) -> None:
        self._tell()
        self.updateGeometry()
        self.update()
