"""A section of the inspector that folds away."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import paint_glyph
from prestatie_desktop.ui.look.paint import focus_ring, painting, width_of, words
from prestatie_desktop.ui.widgets.layouts import Column, Margins, Row, Thing


class FoldingSection(QWidget):
    """A heading one can press, something small at its right, and what it folds.

    Left and Right fold and unfold as well as Space and Enter. `folded(bool)` tells of a change.
    """

    folded = Signal(bool)

    def __init__(
        self,
        title: str,
        *things: Thing,
        extra: QWidget | None = None,
        folded: bool = False,
        margins: Margins = (0, 4, 0, 8),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._head = _Head(title)
        self._inside = QWidget()
        self.body = Column(self._inside, gap=6, margins=margins)
        self.body.add(*things)
        top = Row(gap=6)
        top.addWidget(self._head, 1)
        if extra is not None:
            top.addWidget(extra)
        whole = Column(self, gap=0)
        whole.addLayout(top)
        whole.addWidget(self._inside)
        self._head.toggled.connect(self._toggled)
        self._head.setChecked(not folded)
        self._inside.setVisible(not folded)

    def add(self, *things: Thing) -> None:
        """Add things to what it folds."""
        self.body.add(*things)

    def is_folded(self) -> bool:
        """Whether it is folded away."""
        return not self._head.isChecked()

    def set_folded(self, folded: bool) -> None:
        """Fold or unfold."""
        self._head.setChecked(not folded)

    def head(self) -> QPushButton:
        """The heading, which takes the focus."""
        return self._head

    def _toggled(self, open_: bool) -> None:
        self._inside.setVisible(open_)
        self.folded.emit(not open_)


class _Head(QPushButton):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setCheckable(True)
        self.setProperty("k", "own")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self._restyle)

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(width_of(self.text(), theme().font("ui", 600)) + px(32), px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        px = theme().px
        rect = QRectF(self.rect())
        with painting(self) as painter:
            name = "chevron-down" if self.isChecked() else "chevron-right"
            paint_glyph(painter, QRectF(0, 0, px(18), rect.height()), name, "ink3", size=18)
            room = rect.adjusted(px(24), 0, 0, 0)
            cut = words(painter, room, self.text(), theme().font("ui", 600), "ink")
            if self.hasFocus():
                focus_ring(painter, rect, 4)
        self.setToolTip(self.text() if cut else "")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
