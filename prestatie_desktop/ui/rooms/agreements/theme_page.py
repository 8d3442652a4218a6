"""One theme: its head and its agreements, of which one is chosen and can be written in."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prestatie_desktop.domain.agreement import Agreement, Role
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.journal.change import Edited
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.agreements.agreement_commands import AgreementCommands
from prestatie_desktop.ui.rooms.agreements.agreement_list import AgreementList
from prestatie_desktop.ui.rooms.agreements.agreement_model import AgreementModel
from prestatie_desktop.ui.rooms.agreements.chosen_card import ChosenCard
from prestatie_desktop.ui.rooms.agreements.theme_head import ThemeHead

#: Other things of these sorts may be named in any row.
_NAMES = ("party", "party_group")

_BY_HAND = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)


class ThemePage(QWidget):
    """Shows a theme and keeps up with it, row by row."""

    next_open_wanted = Signal()
    edit_theme_wanted = Signal()

    def __init__(self, desk: Desk, commands: AgreementCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self._theme_id: Id = ""
        self._settling = False
        self.model = AgreementModel(lambda: desk.dossier, self)
        self.list = AgreementList(self.model)
        self.head = ThemeHead(desk)
        self.card = ChosenCard(desk)
        self.list.set_head(self.head)
        self.list.set_card(self.card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.list.chosen.connect(self._on_chosen)
        # Who comes back from a row of a table finds the same agreement chosen as before.
        self.list.pressed.connect(self._choose_again)
        for one in (self.list, self.card.editor):
            one.installEventFilter(self)
        self.list.edit_wanted.connect(self.card.edit)
        self.list.menu_wanted.connect(self.open_menu)
        self.list.remove_wanted.connect(self.remove)
        self.list.shift_wanted.connect(self._shift)
        self.list.dropped.connect(self._drop)
        self.card.menu_wanted.connect(self.open_menu)
        self.card.left.connect(self.list.setFocus)
        self.card.caret_moved.connect(self._reveal_in_card)
        self.head.introduction.caret_moved.connect(self._reveal_in_head)
        self.head.next_open_wanted.connect(self.next_open_wanted)
        self.head.edit_theme_wanted.connect(self.edit_theme_wanted)
        self.head.add_wanted.connect(self.add)
        self.head.show_all_wanted.connect(lambda: desk.filter_on(""))

    @property
    def theme_id(self) -> Id:
        """The theme shown."""
        return self._theme_id

    @property
    def chosen(self) -> Id:
        """The chosen agreement; empty when there is none."""
        return self.list.current_id()

    def show_theme(self, theme_id: Id) -> None:
        """Show a theme from its top, with nothing chosen."""
        self._theme_id = theme_id
        self._settling = True
        self.model.show(self._shown_ids())
        self._settling = False
        self.list.set_none()
        self.refresh_head()
        self.list.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Catch up with the dossier, keeping what is chosen."""
        if self._desk.dossier.find(Theme, self._theme_id) is None:
            return
        self._follow()
        self.list.forget_looks()
        self.refresh_head()
        self._refresh_card()

    def refresh_head(self) -> None:
        """Title, introduction and what the list shows."""
        theme = self._desk.dossier.get(Theme, self._theme_id)
        self.head.show_theme(theme)
        self._count()
        self.list.arrange()

    def show_agreement(self, agreement_id: Id) -> bool:
        """Choose an agreement of this theme and bring it into view."""
        found = self.list.set_current(agreement_id)
        if found:
            self._choose_again()
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who goes to the agreements, goes to the chosen one."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_HAND:
            self._choose_again()
        return super().eventFilter(watched, event)

    def entry_committed(self, entry: Entry) -> None:
        """An entry came in: draw again what it changed, and nothing else."""
        dossier = self._desk.dossier
        if dossier.find(Theme, self._theme_id) is None:
            return
        if any(entry.touches(sort) for sort in _NAMES):
            self.refresh()
            return
        if entry.touches("theme"):
            self.refresh_head()
        if _changes_order(entry) or (self._desk.organisation and entry.touches("role")):
            self._follow()
        if entry.touches("agreement", "number"):
            # Any row may point to it.
            self.list.forget_looks()
        touched = {change.ref.id for change in entry.changes if change.ref.sort == "agreement"}
        touched |= _items_of_roles(dossier, entry)
        self.model.touch(touched)
        if self.chosen in touched or entry.touches("agreement", "number"):
            self._refresh_card()

    def step(self, way: int) -> None:
        """Choose the next (1) or previous (-1) agreement."""
        row = self.model.row_of(self.chosen) + way
        if 0 <= row < len(self.model.ids):
            self.list.set_current(self.model.ids[row])

    def add(self) -> None:
        """Add an agreement after the chosen one and start writing it."""
        self.begin(self._commands.add(self._theme_id, self.chosen))

    def begin(self, agreement_id: Id) -> None:
        """Choose an agreement and put the caret in its text."""
        if agreement_id and self.show_agreement(agreement_id):
            self.card.edit()

    def remove(self) -> None:
        """Remove the chosen agreement; the one after it is chosen then."""
        if not self.chosen:
            return
        row = self.model.row_of(self.chosen)
        self._commands.remove(self.chosen)
        if self.model.ids:
            self.list.set_current(self.model.ids[min(row, len(self.model.ids) - 1)])
        self.list.setFocus()

    def open_menu(self, place: QPoint) -> None:
        """The menu of the chosen agreement."""
        if self.chosen:
            menu = self._commands.menu(self.chosen, self.begin)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def _shown_ids(self) -> list[Id]:
        found = self._desk.dossier.agreements_of(self._theme_id)
        if not self._desk.organisation:
            return [agreement.id for agreement in found]
        return [agreement.id for agreement in found if self._desk.concerns(agreement)]

    def _follow(self) -> None:
        chosen = self.chosen
        self._settling = True
        self.model.follow(self._shown_ids())
        if chosen and chosen != self.chosen:
            self.list.set_current(chosen, reveal=False)
        self._settling = False
        if self.chosen != chosen or self.chosen != self.card.agreement_id:
            self._on_chosen(self.chosen)
        self._count()
        self.list.arrange()
        self.list.viewport().update()

    def _count(self) -> None:
        ids = self.model.ids
        total = len(self._desk.dossier.agreements_of(self._theme_id))
        first, last = self.model.agreement(0), self.model.agreement(len(ids) - 1)
        numbers = (first.number, last.number) if first and last else None
        self.head.show_count(numbers, len(ids), total)

    def _on_chosen(self, agreement_id: Id) -> None:
        if self._settling:
            return
        self._refresh_card()
        self._desk.choose_item(agreement_id)

    def _choose_again(self) -> None:
        if self.chosen:
            self._desk.choose_item(self.chosen)

    def _refresh_card(self) -> None:
        agreement = self._desk.dossier.find(Agreement, self.chosen) if self.chosen else None
        if agreement is not None:
            self.card.show_agreement(agreement)
            self.list.arrange()

    def _shift(self, way: int) -> None:
        self._commands.shift(self.chosen, way)
        self.list.set_current(self.chosen)

    def _drop(self, agreement_id: Id, row: int) -> None:
        ids = self.model.ids
        before = next((one for one in ids[row:] if one != agreement_id), "")
        if self._desk.dossier.find(Agreement, agreement_id) is not None:
            self._commands.put(agreement_id, self._theme_id, before)
            self.show_agreement(agreement_id)

    def _reveal_in_card(self, rect: QRect) -> None:
        self.list.arrange()
        self.list.reveal(rect.translated(self.card.pos()))

    def _reveal_in_head(self, rect: QRect) -> None:
        self.list.arrange()
        corner = self.head.introduction.mapTo(self.head, rect.topLeft()) + self.head.pos()
        self.list.reveal(QRect(corner, rect.size()))


def _changes_order(entry: Entry) -> bool:
    return any(
        change.ref.sort == "agreement"
        and (not isinstance(change, Edited) or change.field in ("theme_id", "rank"))
        for change in entry.changes
    )


def _items_of_roles(dossier: Dossier, entry: Entry) -> set[Id]:
    """The items whose roles an entry changed."""
    items = set()
    for change in entry.changes:
        if change.ref.sort == "role":
            if isinstance(change, Edited):
                role: Entity | None = dossier.find(Role, change.ref.id)
            else:
                role = change.entity
            if isinstance(role, Role):
                items.add(role.item_id)
    return items
