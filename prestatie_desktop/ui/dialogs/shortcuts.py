"""All keys on one sheet: F1."""

from itertools import groupby

from PySide6.QtWidgets import QGridLayout, QWidget

from prestatie_desktop.ui.dialogs.fitting import fit
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.widgets.badge import Badge
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.layouts import Column
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr

#: Menu, what it does, its keys.
Line = tuple[str, str, str]

_EVERYWHERE = (
    ("Volgende of vorige veld", "Tab, Shift+Tab"),
    ("Gekozen regel hoger of lager zetten", "Alt+↑, Alt+↓"),
    ("Gekozen regel verwijderen", "Delete"),
    ("Cel wijzigen", "F2"),
    ("Terug zonder te wijzigen", "Esc"),
)


class ShortcutsDialog(Dialog):
    """Grouped as the menus are, in two columns."""

    def __init__(self, lines: tuple[Line, ...], parent: QWidget | None = None) -> None:
        super().__init__(tr("Sneltoetsen"), width=560, parent=parent)
        everywhere = tuple((tr("Overal"), tr(what), keys) for what, keys in _EVERYWHERE)
        groups = [
            (menu, [(what, keys) for _, what, keys in group])
            for menu, group in groupby((*lines, *everywhere), key=lambda line: line[0])
        ]
        sheet = QWidget()
        self._columns = QGridLayout(sheet)
        self._columns.setContentsMargins(0, 0, 0, 0)
        halves = (Column(gap=10), Column(gap=10))
        lengths = [0, 0]
        for menu, keys_of_menu in groups:
            shortest = lengths.index(min(lengths))
            halves[shortest].add(_Group(menu, keys_of_menu))
            lengths[shortest] += len(keys_of_menu) + 2
        for at, half in enumerate(halves):
            half.addStretch(1)
            self._columns.addLayout(half, 0, at)
            self._columns.setColumnStretch(at, 1)
        self.add(Page(sheet))
        self.add_button(tr("Sluiten"), default=True).setFocus()
        follow(self._space)

    def _space(self) -> None:
        self._columns.setHorizontalSpacing(theme().px(16))
        fit(self, 860, 620)


class _Group(Panel):
    def __init__(self, menu: str, lines: list[tuple[str, str]]) -> None:
        super().__init__("card", gap=4, margins=(16, 10, 12, 12))
        self.add(Text(menu, "h2"))
        for what, keys in lines:
            line = QGridLayout()
            words = Text(what, wrap=True)
            badge = Badge(keys, ground="head", edge="line", role="small", weight=600, colour="ink2")
            badge.setAccessibleName(f"{what}: {keys}")
            line.addWidget(words, 0, 0)
            line.addWidget(badge, 0, 1)
            line.setColumnStretch(0, 1)
            self.add(line)
