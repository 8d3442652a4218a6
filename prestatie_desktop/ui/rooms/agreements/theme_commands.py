"""Themes as tabs: adding, changing, moving and removing them."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import TextPart
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.progress import Progress, theme_progress
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.journal.change import Change, Edited
from prestatie_desktop.journal.edits import themes
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.ui.rooms.agreements.agreement_model import MIME
from prestatie_desktop.ui.rooms.agreements.questions import ask_theme
from prestatie_desktop.ui.widgets.theme_tabs import ThemeTab, ThemeTabs
from prestatie_desktop.words.translation import tr

#: The key of the tab with the running text.
TEXT = "text"


class ThemeProgress:
    """How far each theme is, counted again only where something changed."""

    def __init__(self) -> None:
        self._kept: dict[Id, Progress] = {}

    def forget_all(self) -> None:
        """Count everything again."""
        self._kept.clear()

    def entry_committed(self, dossier: Dossier, entry: Entry) -> bool:
        """Forget what an entry changed; whether that was anything the tabs show."""
        before = len(self._kept)
        for change in entry.changes:
            if change.ref.sort == "agreement":
                for theme_id in _themes_of(dossier, change):
                    self._kept.pop(theme_id, None)
        return len(self._kept) < before or entry.touches("theme") or entry.touches("text_part")

    def tabs(self, dossier: Dossier) -> list[ThemeTab]:
        """A tab per theme with its progress, and one for the running text."""
        tabs = []
        for theme in dossier.themes:
            if theme.id not in self._kept:
                self._kept[theme.id] = theme_progress(dossier, theme.id)
            far = self._kept[theme.id]
            tabs.append(ThemeTab(theme.id, theme.number, theme.tab_name, far.agreed, far.total))
        return [*tabs, ThemeTab(TEXT, "", tr("Tekst"), 0, dossier.count(TextPart), counted=False)]


def _themes_of(dossier: Dossier, change: Change) -> tuple[Id, ...]:
    """The themes of which a change to an agreement alters the progress."""
    if not isinstance(change, Edited):
        thing = change.entity
        return (thing.theme_id,) if isinstance(thing, Agreement) else ()
    if change.field == "theme_id":
        return (change.old, change.new)
    agreement = dossier.find(Agreement, change.ref.id)
    return (agreement.theme_id,) if agreement and change.field == "status" else ()


class ThemeCommands(QObject):
    """What one can do with a theme."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent

    def add(self) -> Id:
        """Ask for a new theme; returns its id, "" when it was called off or refused."""
        answer = ask_theme(self._window)
        if answer is None:
            return ""
        number, title, short = answer
        before = {theme.id for theme in self._desk.dossier.themes}
        self._desk.bridge.do(themes.add_theme, title, number=number, short_title=short)
        added = [theme.id for theme in self._desk.dossier.themes if theme.id not in before]
        return added[0] if added else ""

    def edit(self, theme_id: Id) -> None:
        """Ask for another number, title or short name."""
        answer = ask_theme(self._window, self._desk.dossier.get(Theme, theme_id))
        if answer is not None:
            number, title, short = answer
            self._desk.bridge.do(
                themes.rename_theme, theme_id, number=number, title=title, short_title=short
            )

    def shift(self, theme_id: Id, way: int) -> None:
        """Put a theme one place to the left (-1) or right (1)."""
        ids = [theme.id for theme in self._desk.dossier.themes]
        to = ids.index(theme_id) + way
        if 0 <= to < len(ids):
            self._desk.bridge.do(themes.move_theme, theme_id, to)

    def remove(self, theme_id: Id) -> None:
        """Take a theme out with all that is in it; one step to undo."""
        theme = self._desk.dossier.get(Theme, theme_id)
        count = len(self._desk.dossier.agreements_of(theme_id))
        if self._desk.bridge.do(themes.remove_theme, theme_id):
            self._desk.happened.emit(
                tr("Thema {name} met {count} afspraken verwijderd").format(
                    name=theme.tab_name, count=count
                ),
                True,
            )

    def menu(self, theme_id: Id) -> QMenu:
        """The context menu of a tab."""
        menu = QMenu(self._window)
        menu.addAction(icon("plus"), tr("Thema toevoegen…")).triggered.connect(self.add)
        if not theme_id or theme_id == TEXT:
            return menu
        ids = [theme.id for theme in self._desk.dossier.themes]
        change = menu.addAction(icon("pencil-outline"), tr("Thema wijzigen…"))
        change.triggered.connect(lambda: self.edit(theme_id))
        menu.addSeparator()
        left = menu.addAction(icon("arrow-left"), tr("Naar links"))
        left.setEnabled(theme_id != ids[0])
        left.triggered.connect(lambda: self.shift(theme_id, -1))
        right = menu.addAction(icon("arrow-right"), tr("Naar rechts"))
        right.setEnabled(theme_id != ids[-1])
        right.triggered.connect(lambda: self.shift(theme_id, 1))
        menu.addSeparator()
        remove = menu.addAction(icon("trash-can-outline"), tr("Thema verwijderen"))
        remove.triggered.connect(lambda: self.remove(theme_id))
        return menu


class TabTouch(QObject):
    """Hears what happens on the tabs besides choosing: a context menu, an agreement dropped."""

    menu_wanted = Signal(str, QPoint)
    dropped = Signal(str, str)

    def __init__(self, tabs: ThemeTabs) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        tabs.bar().setAcceptDrops(True)
        tabs.bar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for a tab."""
        bar = self._tabs.bar()
        if isinstance(event, QContextMenuEvent):
            by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            at = bar.tabAt(event.pos()) if by_mouse else bar.currentIndex()
            place = event.globalPos() if by_mouse else bar.mapToGlobal(bar.tabRect(at).center())
            self.menu_wanted.emit(self._key(at), place)
            return True
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() in kinds and isinstance(event, QDropEvent):
            key = self._key(bar.tabAt(event.position().toPoint()))
            if not event.mimeData().hasFormat(MIME) or key in ("", TEXT):
                event.ignore()
                # The bar is entered before a tab is: only a drop between tabs is refused.
                return event.type() != QEvent.Type.DragEnter
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                agreement_id = bytes(event.mimeData().data(MIME).data()).decode()
                self.dropped.emit(agreement_id, key)
            return True
        return super().eventFilter(watched, event)

    def _key(self, at: int) -> str:
        return self._tabs.key_at(at)
