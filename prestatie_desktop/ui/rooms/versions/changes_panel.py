"""What changed between two moments."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.models.differences import compare, describe
from prestatie_desktop.ui.panels.changes import ChangesView
from prestatie_desktop.ui.rooms.versions.points import Past, Point, PointKind, now_point
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.layouts import Column, Row, flow
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

_IDLE_MS = 200


class ChangesPanel(QWidget):
    """From a moment until now, or until another moment; worked out when it is looked at."""

    #: The text of the chosen moment is wanted.
    reading = Signal()

    def __init__(self, desk: Desk, past: Past, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._past = desk, past
        self._from: Point | None = None
        self._points: list[Point] = []
        self._title = Text("", "h2", elide=True)
        self._until = Combo()
        self._read = Button(tr("Tekst van toen"), "book-open-outline")
        self.changes = ChangesView()
        self._count = Text("", "small", colour="ink3")
        top = Row(gap=8)
        top.addWidget(self._title, 1)
        top.addWidget(self._read)
        label = Text(tr("Vergeleken met"), colour="ink2")
        label.setBuddy(self._until)
        self._until.setAccessibleName(tr("Vergeleken met"))
        self._until.setMinimumContentsLength(12)
        self._until.setSizeAdjustPolicy(
            Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        whole = Column(self, gap=8)
        whole.addLayout(top)
        whole.addWidget(flow(label, self._until, self._count))
        whole.addWidget(self.changes, 1)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._compare)
        self._until.currentIndexChanged.connect(lambda _at: self._compare())
        self._read.clicked.connect(self.reading)

    def set_points(self, points: list[Point]) -> None:
        """The moments one can compare with."""
        self._points = [now_point(), *points]
        choices = [(point.id, point.name) for point in self._points]
        self._until.set_choices(choices, self._until.current_key())

    def show_from(self, point: Point | None) -> None:
        """Compare from this moment on."""
        self._from = point
        self._read.setEnabled(point is not None)
        self._compare()

    def stale(self) -> None:
        """Something changed: compare again when nobody is typing."""
        self._idle.start()

    def words(self) -> list[str]:
        """What is shown, one line for each thing."""
        return self.changes.words()

    def count_words(self) -> str:
        """How much changed."""
        return self._count.words()

    def _compare(self) -> None:
        if self._from is None:
            self._title.set_text(tr("Kies een moment"))
            self.changes.show_changes(
                (), None, nothing=tr("Nog geen versie of moment met een naam")
            )
            return
        since = self._from.name
        self._title.set_text(tr("Wat veranderde sinds “{name}”").format(name=since))
        now = self._desk.dossier
        until = next((p for p in self._points if p.id == self._until.current_key()), now_point())
        old, new = self._from, until
        backwards = until.kind is not PointKind.NOW and _moment(until) < _moment(old)
        if backwards:
            old, new = new, old
        then, later = self._past.dossier(now, old), self._past.dossier(now, new)
        places = compare(then, later)
        words = tr("1 onderdeel") if len(places) == 1 else tr("{count} onderdelen")
        self._count.set_text(words.format(count=len(places)))
        self.changes.show_changes(
            places,
            lambda place: describe(then, later, place),
            nothing=tr("Er is niets veranderd"),
        )


def _moment(point: Point) -> float:
    return point.at.timestamp() if point.at else float("inf")
