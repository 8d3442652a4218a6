"""What one sees without a dossier: begin, open, look at the example, go on where one was."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from prestatie_desktop import __version__
from prestatie_desktop.ui.dropping import dropped
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.theme import Appearance
from prestatie_desktop.ui.recent_list import RecentList
from prestatie_desktop.ui.settings import RecentFile, Settings
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row, flow, row
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Panel, Rule
from prestatie_desktop.ui.widgets.pic import AppMark, Pic
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.toast import Toast
from prestatie_desktop.words.translation import tr

#: Narrower than this (at 100 % text) both halves stand under each other.
_STACKED = 900
_ROOMY = 1_180
_LOOKS = {
    Appearance.SYSTEM: "Licht of donker: volgt systeem",
    Appearance.LIGHT: "Licht",
    Appearance.DARK: "Donker",
}


class StartScreen(QWidget):
    """Two halves: what one can begin at the left, what one did before at the right."""

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal()
    who_wanted = Signal()
    file_wanted = Signal(object)
    import_wanted = Signal()
    #: Files were dropped that can be opened or imported.
    dropped = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._before: tuple[RecentFile, ...] = ()
        self.setAcceptDrops(True)
        self._body = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._left = _Begin()
        self._right = _Before()
        self._halves.addWidget(self._left, 3)
        self._halves.addWidget(self._right, 5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Page(self._body))
        self._toast = Toast(self, above_bottom=20)
        self._toast.acted.connect(self._put_back)
        self._connect()
        self.refresh()
        follow(self._restyle)

    def say(self, words: str) -> None:
        """Tell something that needs no answer."""
        self._toast.say(words, action="", glyph="information-outline")

    def refresh(self) -> None:
        """Show who works here and what was open before, as they are now."""
        author = self._settings.author
        words = ", ".join(filter(None, [author.person, author.organisation])) if author else ""
        self._left.show_author(words)
        self._right.show_files(self._settings.recent)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first button."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self._left.new.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two halves where they fit beside each other."""
        super().resizeEvent(event)
        self._restyle()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A dossier or a document may be dropped anywhere here."""
        if dropped(event.mimeData()):
            self._right.drop.set_kind("chosen")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing was dropped."""
        self._right.drop.set_kind("drop")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self._right.drop.set_kind("drop")
        paths = dropped(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _connect(self) -> None:
        self._left.new.clicked.connect(self.new_wanted)
        self._left.open.clicked.connect(self.open_wanted)
        self._left.importing.clicked.connect(self.import_wanted)
        self._left.example.clicked.connect(self.example_wanted)
        self._left.change.clicked.connect(self.who_wanted)
        self._right.files.opened.connect(self.file_wanted)
        self._right.files.forgotten.connect(self._forget)
        self._right.clear.clicked.connect(self._clear)

    def _forget(self, path: Path) -> None:
        self._before = self._settings.recent
        self._settings.forget(path)
        self.refresh()
        name = tr("{name} uit de lijst gehaald; het bestand zelf is niet gewijzigd")
        self._toast.say(name.format(name=path.stem), key="")

    def _clear(self) -> None:
        self._before = self._settings.recent
        self._settings.forget()
        self.refresh()
        self._left.new.setFocus()
        self._toast.say(tr("Lijst gewist; de bestanden zelf zijn er nog"), key="")

    def _put_back(self) -> None:
        for file in reversed(self._before):
            self._settings.remember(file)
        self.refresh()

    def _restyle(self) -> None:
        px = theme().px
        stacked = self.width() < px(_STACKED)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(below if stacked else beside)
        room = 72 if self.width() >= px(_ROOMY) else 28
        self._left.set_room(room, stacked=stacked)
        self._right.set_room(room, stacked=stacked)


class _Begin(Panel):
    """The white half."""

    def __init__(self) -> None:
        super().__init__("left", gap=0)
        self.new = _big(tr("Nieuw dossier"), "file-plus-outline", "Ctrl+N", primary=True)
        self.open = _big(tr("Dossier openen"), "folder-open-outline", "Ctrl+O")
        self.importing = _big(tr("Document importeren"), "file-import-outline", "Ctrl+Shift+I")
        self.example = _big(tr("Voorbeeld bekijken: Heerlen 2024"), "school-outline")
        self._who = Text(elide=True)
        self.change = Button(tr("Wijzigen"), variant="link")
        self.change.setAccessibleName(tr("Naam en organisatie wijzigen"))
        line = tr("Van bod tot handtekening, in één bestand op uw eigen computer.")
        about = tr(
            "Het voorbeeld is een kopie: u kunt er alles in proberen. "
            "6 thema’s, 67 afspraken, 72 projecten, 11 ondertekenaars."
        )
        self.add(row(AppMark(56), None), 20, Text(tr("Prestatie Desktop"), "title", wrap=True), 6)
        self.add(Text(line, "read", colour="ink2", wrap=True), 24)
        self.add(self.new, 8, self.open, 8, self.importing, 8, self.example, 10)
        self.add(Text(about, colour="ink2", wrap=True), 24, None, Rule(), 10)
        self.add(row(Pic("account-circle-outline", "ink2", 20), self._who, None, self.change))

    def show_author(self, words: str) -> None:
        """Who works here; nobody yet before the first start has asked."""
        self._who.set_text(words or tr("Nog geen naam ingevuld"))
        self._who.setAccessibleName(tr("Wie hier werkt: {who}").format(who=self._who.words()))
        self.change.setText(tr("Wijzigen") if words else tr("Invullen"))
        self.change.updateGeometry()

    def set_room(self, room: int, *, stacked: bool) -> None:
        """Keep this far from the edges."""
        px = theme().px
        top = 84 if room > 28 else 28
        self.body.setContentsMargins(px(room), px(top), px(room), px(20 if stacked else 40))


class _Before(QWidget):
    """The half that remembers."""

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(self, gap=0)
        self.clear = Button(tr("Lijst wissen"), variant="link")
        self.files = RecentList()
        self._none = Text(
            tr("Nog geen dossiers. Wat u opent of maakt, staat hier de volgende keer klaar."),
            colour="ink2",
            wrap=True,
        )
        words = Text(
            tr("Sleep een dossier (.prestatie) hierheen, of een document: Word, Excel, PDF, tekst"),
            colour="ink2",
            wrap=True,
        )
        self.drop = Panel("drop", across=True, gap=14, margins=(20, 16, 20, 16))
        self.drop.body.addWidget(Pic("tray-arrow-down", "ink3", 22))
        self.drop.body.addWidget(words, 1)
        self._size = Text("", "small", colour="ink2")
        self._look = Text("", "small", colour="ink2")
        self._look.setToolTip(tr("Te kiezen in het menu Beeld"))
        self._size.setToolTip(tr("Groter met Ctrl++, kleiner met Ctrl+-"))
        offline = tr("Werkt zonder netwerk, niets verlaat deze computer")
        version = tr("Versie {version}").format(version=__version__)
        self._foot = Row(gap=18)
        self._foot.add(
            row(Pic("wifi-off", "ink3", 16), Text(offline, "small", colour="ink2"), None, gap=6),
            flow(self._size, self._look, Text(version, "small", colour="ink2"), gap=18),
        )
        self._foot.setStretch(0, 1)
        self._column.add(row(Text(tr("Recent"), "display", weight=600), None, self.clear), 14)
        self._column.add(self._none, self.files, 14, self.drop, 24, None, self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        follow(self._restyle)

    def show_files(self, files: tuple[RecentFile, ...]) -> None:
        """Show the cards, or what it means that there are none."""
        self.files.show_files(files)
        self.files.setVisible(bool(files))
        self.clear.setVisible(bool(files))
        self._none.setVisible(not files)

    def set_room(self, room: int, *, stacked: bool) -> None:
        """Keep this far from the edges."""
        px = theme().px
        top = 84 if room > 28 else 28
        side = room if stacked else max(28, room - 8)
        self._column.setContentsMargins(px(side), px(top), px(room), px(24))
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(beside if room > 28 else below)

    def _restyle(self) -> None:
        self._size.set_text(tr("Tekst {size} %").format(size=round(theme().scale * 100)))
        self._look.set_text(tr(_LOOKS[theme().appearance]))


class _BigButton(Button):
    """Enter presses it too, as nothing else on this screen would."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _big(text: str, glyph: str, key: str = "", *, primary: bool = False) -> Button:
    variant = "big_primary" if primary else "big"
    return _BigButton(text, glyph, variant=variant, key=key)  # type: ignore[arg-type]
