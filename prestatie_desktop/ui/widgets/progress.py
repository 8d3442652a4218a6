"""Long work: how far it is, and the way to stop it."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.paint import painting, plate
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Row
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr


class Bar(QProgressBar):
    """A thin bar; `setRange(0, 0)` while nobody knows how much there is."""

    def __init__(self, done: int = 0, total: int = 100, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, total)
        self.setValue(done)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Long and thin."""
        return QSize(theme().px(120), theme().px(6))

    def minimumSizeHint(self) -> QSize:
        """Still a bar."""
        return QSize(theme().px(40), theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        rect = QRectF(self.rect())
        with painting(self) as painter:
            plate(painter, rect, 3, fill="line")
            if self.maximum() > 0 and self.value() > 0:
                rect.setWidth(max(rect.height(), rect.width() * self.value() / self.maximum()))
                plate(painter, rect, 3, fill="accent")
            elif self.maximum() == 0:
                third = rect.width() / 3
                plate(painter, rect.adjusted(third, 0, -third, 0), 3, fill="accent")


class ProgressPanel(Panel):
    """How far, a bar and Stoppen. `stopped` asks; the work itself decides when it ends."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", gap=6, margins=(14, 8, 10, 10), parent=parent)
        self._text = Text("", weight=600, elide=True)
        self._stop = Button(tr("Stoppen"), "close", variant="link")
        self._bar = Bar()
        self._quiet = Text(tr("U kunt intussen doorwerken."), "small", colour="ink3", wrap=True)
        top = Row(gap=4)
        top.addWidget(self._text, 1)
        top.addWidget(self._stop)
        self.add(top, self._bar, self._quiet)
        self._stop.clicked.connect(self._stopping)

    def set_progress(self, text: str, done: int, total: int) -> None:
        """Show how far; a `total` of 0 says that nobody knows."""
        self._text.set_text(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)

    def restart(self) -> None:
        """Make Stoppen work again, for other work."""
        self._stop.setEnabled(True)
        self._stop.setText(tr("Stoppen"))

    def stop_button(self) -> Button:
        """The button that asks to stop."""
        return self._stop

    def _stopping(self) -> None:
        self._stop.setEnabled(False)
        self._stop.setText(tr("Stopt…"))
        self.stopped.emit()
