"""The room Afspraken: a tab per theme, its agreements, and beside them the chosen one's fields."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import find_item, theme_of
from prestatie_desktop.domain.progress import next_open
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.tokens import INSPECTOR
from prestatie_desktop.ui.rooms.agreements.agreement_commands import AgreementCommands
from prestatie_desktop.ui.rooms.agreements.inspector import Inspector
from prestatie_desktop.ui.rooms.agreements.text_parts import TextPartsPage
from prestatie_desktop.ui.rooms.agreements.theme_commands import (
    TEXT,
    TabTouch,
    ThemeCommands,
    ThemeProgress,
)
from prestatie_desktop.ui.rooms.agreements.theme_page import ThemePage
from prestatie_desktop.ui.rooms.room import Room
from prestatie_desktop.ui.widgets.notice import EmptyState
from prestatie_desktop.ui.widgets.theme_tabs import ThemeTabs
from prestatie_desktop.words.translation import tr

_SPLITTER = "agreements.splitter"
_INSPECTOR = "agreements.inspector"
#: With less room than this (at 100 % text) the inspector goes away by itself.
_ROOM_FOR_BOTH = 840


class AgreementsRoom(Room):
    """Tabs at the top, a page under them, the inspector at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._commands = AgreementCommands(desk, self)
        self._themes = ThemeCommands(desk, self)
        self._wants_inspector = desk.settings.text(_INSPECTOR, "shown") == "shown"
        self._progress = ThemeProgress()
        self.tabs = ThemeTabs()
        self.page = ThemePage(desk, self._commands, self)
        self.text_parts = TextPartsPage(desk)
        self._nothing = EmptyState(
            tr("Nog geen thema’s"),
            tr("Thema’s zijn de hoofdstukken van de afspraken. Elk krijgt een tabblad."),
            action=tr("Thema toevoegen"),
        )
        self._nothing.acted.connect(self.add_theme)
        self.inspector = Inspector(desk)
        self._stack = QStackedWidget()
        for page in (self.page, self.text_parts, self._nothing):
            self._stack.addWidget(page)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.inspector)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._splitter.setSizes([10_000, theme().px(INSPECTOR)])
        self._splitter.restoreState(desk.settings.state(_SPLITTER))
        self._connect()
        self.setFocusProxy(self.page.list)
        follow(self._restyle)

    def _connect(self) -> None:
        touch = TabTouch(self.tabs)
        touch.menu_wanted.connect(self._open_tab_menu)
        touch.dropped.connect(self._drop_on_tab)
        self.tabs.chosen.connect(self.show_tab)
        self._splitter.splitterMoved.connect(
            lambda: self.desk.settings.keep_state(_SPLITTER, self._splitter.saveState())
        )
        self.page.next_open_wanted.connect(self.next_open_point)
        self.page.edit_theme_wanted.connect(self.edit_theme)
        self.inspector.previous_wanted.connect(lambda: self.page.step(-1))
        self.inspector.next_wanted.connect(lambda: self.page.step(1))
        self.inspector.hide_wanted.connect(self.toggle_inspector)
        self.desk.item_chosen.connect(self.inspector.show_item)
        self.desk.organisation_changed.connect(self._on_filter)

    # What the window's menus do here

    def add_agreement(self) -> None:
        """Add an agreement after the chosen one; without a theme, a theme is asked for first."""
        if not self.desk.dossier.themes:
            self.add_theme()
            return
        if self.tabs.current() == TEXT:
            self.show_tab(self.desk.dossier.themes[-1].id)
        self.page.add()

    def add_theme(self) -> None:
        """Ask for a theme and show it."""
        added = self._themes.add()
        if added:
            self.show_tab(added)

    def edit_theme(self) -> None:
        """Ask for another number or name of the theme shown."""
        if self.tabs.current() not in ("", TEXT):
            self._themes.edit(self.tabs.current())

    def renumber(self) -> None:
        """Offer new numbers for the theme shown, with a preview."""
        if self.tabs.current() not in ("", TEXT):
            self._commands.ask_renumbering(self.tabs.current())

    def add_text_part(self) -> None:
        """Ask for a new part of the running text."""
        self.show_tab(TEXT)
        self.text_parts.add_part()

    def next_open_point(self) -> None:
        """Show the next agreement with something to settle."""
        found = next_open(self.desk.dossier, self.page.chosen)
        if found is None:
            self.desk.happened.emit(tr("Er staan geen punten meer open"), False)
        else:
            self.show_item(found.id)

    def toggle_inspector(self) -> None:
        """Hide or show what stands beside the agreements."""
        self._wants_inspector = self.inspector.isHidden()
        self.desk.settings.keep_text(_INSPECTOR, "shown" if self._wants_inspector else "hidden")
        self.inspector.setVisible(self._wants_inspector)

    # What a room does

    def refresh(self) -> None:
        """Draw everything from the dossier as it is now."""
        self._progress.forget_all()
        self._fill_tabs()
        self.page.refresh()
        if self._stack.currentWidget() is self.text_parts:
            self.text_parts.refresh()
        self.inspector.show_item(self.desk.chosen_item)
        if self.window().focusWidget() is None:
            self.page.list.setFocus()

    def entry_committed(self, entry: Entry) -> None:
        """Draw again what an entry changed."""
        if self._progress.entry_committed(self.desk.dossier, entry):
            self._fill_tabs()
        self.page.entry_committed(entry)
        self.text_parts.entry_committed(entry)
        self.inspector.entry_committed(entry)

    def show_item(self, item_id: Id) -> bool:
        """Show an agreement, or the theme of a commitment."""
        self._catch_up()
        item = find_item(self.desk.dossier, item_id)
        if item is None:
            return False
        theme_id = theme_of(self.desk.dossier, item)
        if self.desk.dossier.find(Theme, theme_id) is None:
            return False
        if not self.desk.concerns(item):
            self.desk.filter_on("")
        if self.tabs.current() != theme_id or self.page.theme_id != theme_id:
            self.show_tab(theme_id)
        if isinstance(item, Agreement):
            return self.page.show_agreement(item_id)
        self.desk.choose_item(item_id)
        return isinstance(item, Commitment)

    def show_tab(self, key: str) -> None:
        """Show a theme, or the running text."""
        self.desk.bridge.flush()
        self.tabs.set_current(key)
        self._show_page(key)

    def flush(self) -> None:
        """Commit what is being typed here."""
        self.desk.bridge.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of this room, where the window has no menu for them."""
        control = Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() == control:
            self.add_agreement()
        elif event.key() == Qt.Key.Key_F8:
            self.next_open_point()
        elif event.key() == Qt.Key.Key_F4:
            self.toggle_inspector()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the agreements have it."""
        super().resizeEvent(event)
        self._restyle()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()

    def _fill_tabs(self) -> None:
        tabs = self._progress.tabs(self.desk.dossier)
        has_any = bool(self.desk.dossier.themes) or bool(tabs[-1].total)
        before = self.tabs.current()
        self.tabs.set_tabs(tabs, before)
        self.tabs.setVisible(has_any)
        current = self.tabs.current()
        if not has_any:
            self._stack.setCurrentWidget(self._nothing)
        elif current == TEXT and not before:
            self._show_page(tabs[0].key)
        elif current != before or self._stack.currentWidget() is self._nothing:
            self._show_page(current)

    def _show_page(self, key: str) -> None:
        if key == TEXT:
            self.text_parts.refresh()
            self._stack.setCurrentWidget(self.text_parts)
            self.desk.choose_item("")
            self._restyle()
            return
        self._stack.setCurrentWidget(self.page)
        self._restyle()
        if key and key != self.page.theme_id:
            self.page.show_theme(key)
            if self.page.model.ids:
                self.page.list.set_current(self.page.model.ids[0], reveal=False)
        elif key:
            self.desk.choose_item(self.page.chosen)

    def _open_tab_menu(self, key: str, place: QPoint) -> None:
        menu = self._themes.menu(key)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _drop_on_tab(self, agreement_id: Id, theme_id: Id) -> None:
        if self.desk.dossier.find(Agreement, agreement_id) is not None:
            self._commands.put(agreement_id, theme_id, "")

    def _on_filter(self, _party_id: Id) -> None:
        if self.isVisible():
            self.page.refresh()
        else:
            self._stale = True

    def _restyle(self) -> None:
        fits = self.width() >= theme().px(_ROOM_FOR_BOTH)
        on_page = self._stack.currentWidget() is not self.text_parts
        self.inspector.setVisible(self._wants_inspector and fits and on_page)
