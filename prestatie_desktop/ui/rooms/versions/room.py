"""The room Versies: adopted versions, named moments, what changed since, and the journal."""

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.rooms.room import Room
from prestatie_desktop.ui.rooms.versions.changes_panel import ChangesPanel
from prestatie_desktop.ui.rooms.versions.edition_dialog import EditionDialog
from prestatie_desktop.ui.rooms.versions.journal_panel import JournalPanel
from prestatie_desktop.ui.rooms.versions.point_model import PointModel
from prestatie_desktop.ui.rooms.versions.points import Past, points_of
from prestatie_desktop.ui.widgets.filter_chip import ChipChoice
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

_LIST = 320


class VersionsRoom(Room):
    """Moments at the left; at the right what changed since one, or the journal."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._past = Past(desk.bridge.session.store)
        self.points = PointModel(self)
        self.list = Table(two_lines=True, name=tr("Versies en momenten"))
        self.list.setModel(self.points)
        self.list.set_columns([120])
        self.list.setEditTriggers(Table.EditTrigger.NoEditTriggers)
        self.sides = ChipChoice()
        self.sides.set_choices(
            [
                ("changes", tr("Wat veranderde"), "file-compare"),
                ("journal", tr("Logboek"), "history"),
            ],
            "changes",
        )
        self.changes = ChangesPanel(desk, self._past)
        self.journal = JournalPanel(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.changes)
        self._stack.addWidget(self.journal)
        right = Column(gap=10)
        right.addWidget(self.sides)
        right.addWidget(self._stack, 1)
        both = Row(gap=20)
        both.addWidget(self.list)
        both.addLayout(right, 1)
        whole = Column(self, gap=10, margins=(24, 14, 24, 14))
        whole.setSizeConstraint(Column.SizeConstraint.SetNoConstraint)
        whole.addWidget(Text(tr("Versies"), "h1"))
        whole.addLayout(both, 1)
        self.sides.chosen.connect(self._side_chosen)
        self.list.selectionModel().currentChanged.connect(self._point_chosen)
        self.list.opened.connect(lambda _index: self._read())
        self.changes.reading.connect(self._read)
        self.setFocusProxy(self.list)
        follow(self._restyle)

    def minimumSizeHint(self) -> QSize:
        """Never so wide that it widens the window."""
        return QSize(theme().px(440), theme().px(240))

    def refresh(self) -> None:
        """Draw everything from the journal as it is now."""
        self._show_points()
        if self.sides.current() == "journal":
            self.journal.load()

    def entry_committed(self, entry: Entry) -> None:
        """One more line; moments only when there is a new one."""
        self.journal.add(entry)
        if entry.touches("edition") or entry.action == "name_moment":
            self._show_points()
        self.changes.stale()

    def show_side(self, side: str) -> None:
        """Show "changes" or "journal"."""
        self.sides.set_current(side)
        self._side_chosen(side)

    def _show_points(self) -> None:
        points = points_of(self.desk.bridge.session.store, self.desk.dossier)
        now = self.points.point(self.list.currentIndex().row())
        self.changes.set_points(points)
        if self.points.set_points(points) or now is None:
            at = self.points.place_of(now.id) if now else None
            self.list.setCurrentIndex(self.points.index(at or 0, 0))
        self.changes.show_from(self.points.point(self.list.currentIndex().row()))

    def _point_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.changes.show_from(self.points.point(current.row()))

    def _side_chosen(self, side: str) -> None:
        if side == "journal":
            self.journal.load()
            self._stack.setCurrentWidget(self.journal)
        else:
            self._stack.setCurrentWidget(self.changes)

    def _read(self) -> None:
        point = self.points.point(self.list.currentIndex().row())
        if point is not None:
            then = self._past.dossier(self.desk.dossier, point)
            dialog = EditionDialog(then, point.name, self.window())
            dialog.exec()
            dialog.deleteLater()

    def _restyle(self) -> None:
        narrow = theme().scale > 1.3
        self.list.setFixedWidth(theme().px(210 if narrow else _LIST))
