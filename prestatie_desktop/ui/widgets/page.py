"""Something that may be longer than the room for it: it scrolls up and down, never sideways."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class Page(QScrollArea):
    """A widget that scrolls; whatever gets the focus in it is brought into view."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)
        inside.installEventFilter(self)
        self._let_width_decide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside has become wider at the least."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._let_width_decide()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As large as what is inside."""
        inside = self._inside
        width = max(inside.sizeHint().width(), self.minimumSizeHint().width())
        height = inside.heightForWidth(width) if inside.hasHeightForWidth() else 0
        return QSize(width, max(height, inside.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """As wide as what is inside needs, and some lines high."""
        bar = self.verticalScrollBar().sizeHint().width()
        inside = self._inside.minimumSizeHint()
        return QSize(inside.width() + bar, min(inside.height(), 120))

    def _let_width_decide(self) -> None:
        # Else Qt makes it as high as its words would need in the narrowest column.
        self._inside.setMinimumHeight(1 if self._inside.hasHeightForWidth() else 0)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 8, 8)
