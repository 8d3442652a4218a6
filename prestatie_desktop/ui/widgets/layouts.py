"""Columns, rows and wrapping lines whose spaces grow with the text."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow

Margins = tuple[int, int, int, int]
#: What a column or row takes: a widget, a layout, room in pixels, or None for "all that is left".
Thing = QWidget | QLayout | int | None
NONE: Margins = (0, 0, 0, 0)


class Space(QWidget):
    """Empty room of a fixed size."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        follow(self._restyle)

    def _restyle(self) -> None:
        size = theme().px(self._size)
        self.setFixedSize(size, size)


class Column(QVBoxLayout):
    """Things under each other."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = NONE
    ) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._gap, self._margins = gap, margins
        follow(self._restyle)

    def add(self, *things: Thing) -> "Column":
        """Add things in order."""
        _add(self, things)
        return self

    def _restyle(self) -> None:
        self.setSpacing(theme().px(self._gap))
        self.setContentsMargins(*(theme().px(margin) for margin in self._margins))


class Row(QHBoxLayout):
    """Things beside each other."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = NONE
    ) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._gap, self._margins = gap, margins
        follow(self._restyle)

    def add(self, *things: Thing) -> "Row":
        """Add things in order."""
        _add(self, things)
        return self

    def _restyle(self) -> None:
        self.setSpacing(theme().px(self._gap))
        self.setContentsMargins(*(theme().px(margin) for margin in self._margins))


class Flow(QLayout):
    """Things beside each other that wrap, so that large text never cuts them off."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 4) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._gap, self._line_gap = gap, line_gap
        self._items: list[QLayoutItem] = []
        follow(self._restyle)

    def add(self, *widgets: QWidget) -> "Flow":
        """Add widgets in order."""
        for widget in widgets:
            self.addWidget(widget)
        return self

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's own way to add."""
        self._items.append(item)

    def count(self) -> int:
        """How many things."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """One of them, which is then no longer here."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer things on a line make more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """As wide as all on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + theme().px(self._gap) * (len(hints) - 1)
        return QSize(max(0, width), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest thing."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            if y > rect.y():
                y += theme().px(self._line_gap)
            tall = max(size.height() for _, size in line)
            if move:
                x = rect.x()
                for item, size in line:
                    middle = (tall - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + middle), size))
                    x += size.width() + theme().px(self._gap)
            y += tall
        return y - rect.y()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, 1)))
            if lines and used + size.width() <= width:
                lines[-1].append((item, size))
            else:
                lines.append([(item, size)])
                used = 0
            used += size.width() + theme().px(self._gap)
        return lines

    def _restyle(self) -> None:
        self.invalidate()


def column(*things: Thing, gap: int = 8, margins: Margins = NONE) -> QWidget:
    """Things under each other, as one widget."""
    holder = QWidget()
    Column(holder, gap=gap, margins=margins).add(*things)
    return holder


def row(*things: Thing, gap: int = 8, margins: Margins = NONE) -> QWidget:
    """Things beside each other, as one widget."""
    holder = QWidget()
    Row(holder, gap=gap, margins=margins).add(*things)
    return holder


def flow(*widgets: QWidget, gap: int = 8, line_gap: int = 4) -> QWidget:
    """Things beside each other that wrap, as one widget."""
    holder = QWidget()
    Flow(holder, gap=gap, line_gap=line_gap).add(*widgets)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


def _add(layout: QBoxLayout, things: tuple[Thing, ...]) -> None:
    for thing in things:
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, int):
            layout.addWidget(Space(thing))
        elif isinstance(thing, QLayout):
            layout.addLayout(thing)
        else:
            layout.addWidget(thing)
