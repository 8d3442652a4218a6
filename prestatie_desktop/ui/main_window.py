"""The window: a menu, and either the start screen or one open dossier."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from prestatie_desktop.errors import UserError
from prestatie_desktop.ui.look.theme import Theme
from prestatie_desktop.ui.settings import Settings
from prestatie_desktop.words.translation import tr

if TYPE_CHECKING:
    from prestatie_desktop.domain.party import Party
    from prestatie_desktop.journal.entry import Author, Entry
    from prestatie_desktop.notes.own_notes import Notes
    from prestatie_desktop.ui.open_file import OpenFile
    from prestatie_desktop.ui.start_screen import StartScreen
    from prestatie_desktop.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """Shows the start screen, or the workspace of the dossier that is open.

    An `empty` window can be painted before what it shows is imported; `furnish` it then.
    """

    dossier_opened = Signal()
    dossier_closed = Signal()
    #: The window is painted for the first time.
    first_painted = Signal()

    def __init__(self, theme: Theme, settings: Settings, *, empty: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self.settings = settings
        self.file: OpenFile | None = None
        self.workspace: Workspace | None = None
        self._start: StartScreen | None = None
        self._is_painted = False
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.setWindowTitle(tr("Prestatie Desktop"))
        self._restore_place()
        if not empty:
            self.furnish()

    def furnish(self, *, start: bool = True) -> None:
        """Make the menu, and show the start screen unless a dossier comes at once."""
        from prestatie_desktop.ui.actions import fill_menus
        from prestatie_desktop.ui.menus.all_menus import menus
        from prestatie_desktop.ui.undo_keys import UndoKeys

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._undo_keys = UndoKeys(app, self)
        self.menus = menus(self)
        self.menu_actions = fill_menus(self, self.menus)
        if start:
            self._stack.setCurrentWidget(self.start)
        self._show_state()

    @property
    def start(self) -> "StartScreen":
        """The start screen, made when it is first asked for."""
        if self._start is None:
            from prestatie_desktop.ui.start_screen import StartScreen

            start = self._start = StartScreen(self.settings)
            start.new_wanted.connect(self.menu_actions["new"].trigger)
            start.open_wanted.connect(self.menu_actions["open"].trigger)
            start.example_wanted.connect(self.menu_actions["example"].trigger)
            start.file_wanted.connect(self.open_path)
            start.import_wanted.connect(self.menu_actions["import"].trigger)
            start.dropped.connect(self.take_dropped)
            start.who_wanted.connect(self.menu_actions["who"].trigger)
            self._stack.addWidget(start)
        return self._start

    @property
    def author(self) -> "Author":
        """Who works at this window; nobody until the first start has asked."""
        from prestatie_desktop.journal.entry import Author

        return self.settings.author or Author("")

    def open_path(self, path: Path | str) -> bool:
        """Open a dossier file; tells in one sentence when that cannot be."""
        from prestatie_desktop.ui.open_file import open_file

        return self.show_file(lambda: open_file(Path(path), self.author))

    def show_file(self, get: "Callable[[], OpenFile]") -> bool:
        """Show the dossier that `get` opens or makes, in place of the one that was open.

        Returns False when it cannot be opened, or when the user stays with the one that is.
        """
        from prestatie_desktop.ui.desk import Desk
        from prestatie_desktop.ui.recent import remember
        from prestatie_desktop.ui.workspace import Workspace

        # First, because it may be the same file: what is typed belongs in it before it is read.
        if not self._may_leave():
            return False
        try:
            file = get()
        except UserError as error:
            self.start.refresh()
            self.tell(str(error))
            return False
        self._let_go()
        notes = self._notes_to(file.session.dossier.set.id)
        desk = Desk(file.session, notes, self.settings)
        desk.bridge.ask_before_lapse = self._ask_before_lapse
        self.file = file
        self.workspace = Workspace(desk, file.path.name, self.menu_actions)
        desk.setParent(self.workspace)
        desk.bridge.committed.connect(self._on_committed)
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.show_room(self.settings.text("room", "agreements") or "agreements")
        remember(self.settings, file.path, desk)
        self._show_state()
        self.dossier_opened.emit()
        if notes.problem:
            self.tell(notes.problem)
        return True

    def close_dossier(self) -> None:
        """Commit what was typed, let go of the file and show the start screen."""
        if not self._may_leave():
            return
        self._let_go()
        self.start.refresh()
        self._stack.setCurrentWidget(self.start)

    def _may_leave(self) -> bool:
        if self.workspace is None:
            return True
        from prestatie_desktop.ui.dialogs.leaving import ask
        from prestatie_desktop.ui.dialogs.problem import refusals

        bridge = self.workspace.desk.bridge
        with refusals(bridge) as heard:
            bridge.flush()
        if not heard and not bridge.has_unsaved:
            return True
        return ask(self, heard[0] if heard else "")

    def _let_go(self) -> None:
        if self.workspace is None or self.file is None:
            return
        from prestatie_desktop.ui.recent import remember

        self.workspace.close_dossier()
        remember(self.settings, self.file.path, self.workspace.desk)
        self._stack.removeWidget(self.workspace)
        self.workspace.deleteLater()
        self.file.close()
        self.workspace, self.file = None, None
        self._show_state()
        self.dossier_closed.emit()

    def tell(self, sentence: str) -> None:
        """One clear sentence in a small window."""
        from prestatie_desktop.ui.dialogs.sentence import tell

        tell(self, sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is in the file already, but for what was refused: then it asks."""
        if not self._may_leave():
            event.ignore()
            return
        self.settings.keep_state("window", self.saveGeometry())
        self._let_go()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A dossier or a document may be dropped on the window."""
        from prestatie_desktop.ui.dropping import dropped

        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        from prestatie_desktop.ui.dropping import dropped

        event.acceptProposedAction()
        self.take_dropped(dropped(event.mimeData()))

    def take_dropped(self, paths: tuple[Path, ...]) -> None:
        """Open the dossier among these, or import the document."""
        from prestatie_desktop.ui.dropping import take

        take(self, paths)

    def _restore_place(self) -> None:
        kept = self.settings.state("window")
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(1440, 900)

    def _ask_before_lapse(self, parties: "tuple[Party, ...]") -> bool:
        from prestatie_desktop.ui.dialogs.lapse import ask

        return ask(self, parties)

    def _on_committed(self, _entry: "Entry") -> None:
        if self.workspace is not None:
            desk = self.workspace.desk
            # A workbook read into an empty dossier makes it the dossier that the workbook is of.
            if desk.notes.dossier_id != desk.dossier.set.id:
                desk.notes = self._notes_to(desk.dossier.set.id)
        self._show_state()

    def _notes_to(self, dossier_id: str) -> "Notes":
        from prestatie_desktop.notes.own_notes import Notes

        return Notes(dossier_id, self.settings.folder / "notes")

    def _show_state(self) -> None:
        from prestatie_desktop.ui.menus.enabling import enable

        enable(self)
        title = tr("Prestatie Desktop")
        if self.workspace is not None:
            title = f"{self.workspace.desk.dossier.set.title} – {title}"
        self.setWindowTitle(title)
