"""Which rows: a theme, and all items or only those that ask attention."""

from collections.abc import Callable
from typing import Literal, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from prestatie_desktop.domain.agreement import Role
from prestatie_desktop.domain.checks import Rule
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import groups_of
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.rooms.signing.cells import deviating
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.filter_chip import ChipChoice
from prestatie_desktop.ui.widgets.layouts import Row
from prestatie_desktop.words.translation import tr

Filter = Literal["all", "own", "nobody", "role"]


class Filters(QWidget):
    """A choice of theme and a line of chips of which one is on."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._chips = Combo(), ChipChoice()
        #: The same choice as the chips, where there is no room for them.
        self._short = Combo()
        self._short.setAccessibleName(tr("Welke items"))
        self._short.hide()
        self._theme.setAccessibleName(tr("Thema"))
        self._theme.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        whole = Row(self, gap=8)
        whole.addWidget(self._theme, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addWidget(self._short, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignVCenter)
        self._theme.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self._chips.chosen.connect(lambda _key: self.changed.emit())
        self._short.currentIndexChanged.connect(lambda _at: self._short_chosen())
        follow(self._restyle)

    @property
    def theme_id(self) -> Id:
        """The theme that is shown; "" for all."""
        return self._theme.current_key()

    @property
    def filter(self) -> Filter:
        """The chip that is on."""
        return cast("Filter", self._chips.current() or "all")

    def set_compact(self, compact: bool) -> None:
        """A list instead of chips, where the window is low or the letters are large."""
        self._chips.setVisible(not compact)
        self._short.setVisible(compact)

    def set_filter(self, chosen: Filter) -> None:
        """Turn a chip on, without a signal."""
        self._chips.set_current(chosen)
        blocked = self._short.blockSignals(True)
        self._short.setCurrentIndex(max(0, self._short.findData(chosen)))
        self._short.blockSignals(blocked)

    def show_all(self) -> None:
        """Every theme and every item, without a signal."""
        self.set_filter("all")
        blocked = self._theme.blockSignals(True)
        self._theme.setCurrentIndex(0)
        self._theme.blockSignals(blocked)

    def chips(self) -> ChipChoice:
        """The chips."""
        return self._chips

    def refresh(self, dossier: Dossier, found: Callable[[Rule], frozenset[Id]]) -> None:
        """Show the themes and the counts as they are now."""
        themes = [(t.id, f"{t.number}  {t.tab_name}") for t in dossier.themes]
        choices = [("", tr("Alle thema’s")), *themes]
        now = [(self._theme.itemData(at), self._theme.itemText(at))
               for at in range(self._theme.count())]  # fmt: skip
        if now != choices:
            self._theme.set_choices(choices, self.theme_id)
        nobody = len(found(Rule.NOBODY_SIGNS))
        role = len(found(Rule.ROLE_BUT_NOT_SIGNING))
        own = deviating(dossier)[1]
        choices_of_items = [
            ("all", tr("Alle items"), "filter-outline"),
            ("own", tr("Alleen afwijkingen {count}").format(count=own), None),
            ("nobody", tr("Niemand tekent {count}").format(count=nobody), None),
            ("role", tr("Rol maar tekent niet {count}").format(count=role), None),
        ]
        chosen = self.filter
        self._chips.set_choices(choices_of_items, chosen)
        self._short.set_choices([(key, text) for key, text, _ in choices_of_items], chosen)

    def _short_chosen(self) -> None:
        self._chips.set_current(self._short.current_key())
        self.changed.emit()

    def _restyle(self) -> None:
        self._theme.setMaximumWidth(theme().px(200))


def concerning(dossier: Dossier, organisation: Id) -> frozenset[Id]:
    """The items an organisation has a part in: by a role, by a group's, or as their owner."""
    names = (organisation, *(group.id for group in groups_of(dossier, organisation)))
    roles = {role.item_id for name in names for role in dossier.of(Role, "party_id", name)}
    own = {c.id for c in dossier.of(Commitment, "corporation_id", organisation)}
    return frozenset(roles | own)
