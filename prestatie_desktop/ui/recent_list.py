"""The dossiers that were open before, as cards: arrows move, Enter opens, Delete takes one away."""

import threading
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from prestatie_desktop.domain.agreement_set import SetStatus
from prestatie_desktop.paths import user_data
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.tokens import Tone
from prestatie_desktop.ui.settings import RecentFile
from prestatie_desktop.ui.widgets.badge import Chip
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.panel import Card
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.dates import short_moment
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

_LOOKS: dict[SetStatus, tuple[str, Tone]] = {
    SetStatus.CONCEPT: ("pencil-outline", "accent"),
    SetStatus.NEGOTIATED: ("handshake-outline", "accent"),
    SetStatus.ADOPTED: ("draw-pen", "ok"),
    SetStatus.SIGNED: ("check-circle", "ok"),
}
#: A longer path loses its middle.
_FOLDERS = 4


class RecentList(QWidget):
    """The cards under each other."""

    opened = Signal(object)
    #: A dossier is to be taken from the list; the file itself stays.
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Recente dossiers"))
        self._column = Column(self, gap=10)
        self.cards: list[RecentCard] = []
        self._seeker = _Seeker()
        self._seeker.missing.connect(self._mark_missing)

    def show_files(self, files: tuple[RecentFile, ...]) -> None:
        """Show these, and find out in the background which are no longer there."""
        old, at = self.cards, next((i for i, c in enumerate(self.cards) if c.hasFocus()), None)
        self.cards = [self._card(file) for file in files]
        for card in self.cards:
            self._column.addWidget(card)
            card.show()
        if at is not None and self.cards:
            self.cards[min(at, len(self.cards) - 1)].setFocus()
        for card in old:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._seeker.seek(tuple(file.path for file in files))

    def _card(self, file: RecentFile) -> "RecentCard":
        card = RecentCard(file)
        card.clicked.connect(lambda: self.opened.emit(file.path))
        card.forget_asked.connect(lambda: self.forgotten.emit(file.path))
        card.stepped.connect(lambda way: self._step(card, way))
        return card

    def _step(self, card: "RecentCard", way: int) -> None:
        at = self.cards.index(card) + way
        if 0 <= at < len(self.cards):
            self.cards[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _mark_missing(self, path: Path) -> None:
        for card in self.cards:
            if card.file.path == path:
                card.set_missing()


class RecentCard(Card):
    """One dossier: title, where it is, how far it is and when it was open."""

    forget_asked = Signal()
    stepped = Signal(int)

    def __init__(self, file: RecentFile, parent: QWidget | None = None) -> None:
        super().__init__(
            clickable=True, across=True, gap=14, margins=(18, 12, 12, 12), parent=parent
        )
        self.file = file
        self.is_missing = False
        glyph, tone = _look(file.state)
        self._pic = Pic("file-document-outline", "accent", 28)
        self._title = Text(file.title or file.path.stem, "read", weight=600, elide=True)
        self._where = Text(readable_path(file.path), "small", colour="ink3", elide=True)
        self._where.setToolTip(str(file.path))
        self._state = Chip(file.state, glyph, tone)
        self._when = Text(_when(file.opened_at), "small", colour="ink3")
        self._open = Pic("chevron-right", "ink2", 20)
        self._forget = Tool("close", tr("Uit de lijst halen"), size=18)
        self._forget.clicked.connect(self.forget_asked)
        self._arrange()
        self._forget.hide()
        self._state.setVisible(bool(file.state))
        self._name()

    def set_missing(self) -> None:
        """The file is not where it was."""
        self.is_missing = True
        self._pic.set_glyph("file-question-outline", "ink3")
        self._title.set_colour("ink2")
        self._state.set_state(tr("Bestand niet gevonden"), "alert-outline", "bad")
        self._state.show()
        self._open.hide()
        self._forget.show()
        self._name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to another card, Delete takes this one from the list."""
        way = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
        if way is not None:
            self.stepped.emit(way)
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the state stands under the title."""
        narrow = self.width() < theme().px(480)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(below if narrow else beside)
        self._end.setDirection(beside if narrow else below)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        self._end.setAlignment(self._state, left if narrow else right)
        self._end.setAlignment(self._when, left if narrow else right)
        super().resizeEvent(event)

    def _arrange(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        names = Column(gap=2)
        names.add(self._title, self._where)
        self._end = Row(gap=6)
        self._end.add(self._state, self._when)
        self._words = Row(gap=6)
        self._words.addLayout(names, 1)
        self._words.addLayout(self._end)
        self.body.addWidget(self._pic)
        self.body.addLayout(self._words, 1)
        self.add(self._open, self._forget)

    def _name(self) -> None:
        parts = [self._title.words(), self._state.text(), self._where.words(), self._when.words()]
        self.setAccessibleName(", ".join(part for part in parts if part))
        keys = tr("Enter opent, Delete haalt uit de lijst")
        self.setAccessibleDescription(tr("Delete haalt uit de lijst") if self.is_missing else keys)


def readable_path(path: Path) -> str:
    """Documenten › Wonen › Heerlen 2024.prestatie."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    known = (
        (Path(documents), tr("Documenten")),
        (user_data(), "Prestatie Desktop"),
        (Path.home(), tr("Persoonlijke map")),
    )
    for folder, word in known:
        if path.is_relative_to(folder) and path != folder:
            return _joined((word, *path.relative_to(folder).parts))
    return _joined(tuple(part for part in path.parts if part != "/"))


def _joined(parts: tuple[str, ...]) -> str:
    if len(parts) > _FOLDERS:
        parts = (*parts[:2], "…", *parts[-1:])
    return " › ".join(parts)


def _look(state: str) -> tuple[str, Tone]:
    for status, look in _LOOKS.items():
        if state.startswith(label(status)):
            return look
    return "file-document-outline", "mute"


def _when(opened_at: str) -> str:
    try:
        return short_moment(datetime.fromisoformat(opened_at))
    except ValueError:
        return ""


class _Seeker(QObject):
    """Looks for files without keeping the window waiting: a share that is gone takes seconds."""

    missing = Signal(object)

    def seek(self, paths: tuple[Path, ...]) -> None:
        if paths:
            threading.Thread(target=self._seek, args=(paths,), daemon=True).start()

    def _seek(self, paths: tuple[Path, ...]) -> None:
        for path in paths:
            if not _is_there(path):
                try:
                    self.missing.emit(path)
                except RuntimeError:  # The window was closed in the meantime.
                    return


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
