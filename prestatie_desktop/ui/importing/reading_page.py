"""While a document is read: how far it is, and Stoppen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.progress import Bar
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

_WIDTH = 420


class ReadingPage(QWidget):
    """In the middle of the assistant until there is something to show."""

    stopped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignCenter
        self._inside = QWidget()
        self._step = Text(tr("Openen…"), colour="ink2", align=middle, elide=True)
        self._bar = Bar(0, 0)
        self.stop = Button(tr("Stoppen"), "close")
        inside = Column(self._inside, gap=10)
        inside.addWidget(Pic("file-search-outline", "accent", 40), 0, middle)
        title = tr("{name} wordt gelezen").format(name=name)
        inside.add(Text(title, "h2", wrap=True, align=middle), self._step, self._bar, 6)
        inside.addWidget(self.stop, 0, middle)
        whole = Column(self)
        whole.add(None)
        whole.addWidget(self._inside, 0, middle)
        whole.add(None)
        self.stop.clicked.connect(self._on_stop)
        follow(self._restyle)

    def show_progress(self, text: str, done: int, total: int) -> None:
        """How far; a total of 0 says that nobody knows."""
        self._step.set_text(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop.setText(tr("Stopt…"))
        self.stopped.emit()

    def _restyle(self) -> None:
        self._inside.setFixedWidth(theme().px(_WIDTH))
