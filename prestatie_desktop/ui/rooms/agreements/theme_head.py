"""What stands above the agreements of a theme: its title, introduction and tables."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.panels.commitment_tables import CommitmentTables
from prestatie_desktop.ui.panels.series_tables import SeriesTables
from prestatie_desktop.ui.rooms.agreements.clearing import clear
from prestatie_desktop.ui.rooms.agreements.introduction import Introduction
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Flow, Row
from prestatie_desktop.ui.widgets.notice import EmptyState
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.translation import tr


class ThemeHead(QWidget):
    """Title, "Volgend open punt", introduction, tables, and the heading of the agreements."""

    edit_theme_wanted = Signal()
    next_open_wanted = Signal()
    add_wanted = Signal()
    show_all_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme_id: Id = ""
        self._title = Text("", "h1", wrap=True)
        edit = Tool("pencil-outline", tr("Thema wijzigen"), size=18)
        edit.clicked.connect(self.edit_theme_wanted)
        next_open = Button(tr("Volgend open punt"), "arrow-right", key="F8")
        next_open.clicked.connect(self.next_open_wanted)
        self.introduction = Introduction(desk)
        self._tables = QWidget()
        self._slot = Column(self._tables, gap=12)
        self._heading = Text(tr("Afspraken"), "h2")
        self._range = Text("", colour="ink3")
        add = Button(tr("Afspraak toevoegen"), "plus", variant="link", key="Ctrl+Enter")
        add.clicked.connect(self.add_wanted)
        self._filtered = QWidget()
        line = Flow(self._filtered, gap=8)
        self._filter_words = Text("", colour="ink2")
        show_all = Button(tr("Alles tonen"), "filter-off-outline", variant="link")
        show_all.clicked.connect(self.show_all_wanted)
        line.add(self._filter_words, show_all)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._filtered.setSizePolicy(policy)
        self._empty = EmptyState(
            tr("Nog geen afspraken in dit thema"),
            tr("Voeg de eerste toe, of sleep er een hierheen uit een ander thema."),
            action=tr("Afspraak toevoegen"),
            key="Ctrl+Enter",
        )
        self._empty.acted.connect(self.add_wanted)
        top = Row(gap=8)
        top.addWidget(self._title, 1)
        top.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(next_open, 0, Qt.AlignmentFlag.AlignTop)
        heads = Row(gap=10)
        heads.add(self._heading, self._range, None, add)
        whole = Column(self, gap=0, margins=(24, 18, 24, 0))
        whole.addLayout(top)
        whole.add(8, self.introduction, 8, self._tables)
        whole.add(8)
        whole.addLayout(heads)
        whole.add(self._filtered, self._empty, 6)

    def show_theme(self, shown: Theme) -> None:
        """Show a theme as it is now."""
        self._title.set_text(shown.title)
        self.introduction.show_theme(shown)
        if shown.id != self._theme_id:
            self._theme_id = shown.id
            self._fill_tables()

    def show_count(self, numbers: tuple[str, str] | None, shown: int, total: int) -> None:
        """Say which agreements follow: the first and last number, and how many pass the filter."""
        span = f"{numbers[0]} – {numbers[1]}" if numbers and total > 1 else ""
        self._range.set_text(span or (numbers[0] if numbers else ""))
        self._empty.setVisible(total == 0)
        self._filtered.setVisible(shown != total)
        party = named(self._desk.dossier, self._desk.organisation)
        self._filter_words.set_text(
            tr("{shown} van {total} afspraken; alleen {party}").format(
                shown=shown, total=total, party=party
            )
        )

    def filter_words(self) -> str:
        """What the filter leaves out, in words; empty when it leaves out nothing."""
        return "" if self._filtered.isHidden() else self._filter_words.words()

    def is_empty_shown(self) -> bool:
        """Whether it says that this theme has no agreements."""
        return not self._empty.isHidden()

    def _fill_tables(self) -> None:
        clear(self._slot)
        self._slot.addWidget(CommitmentTables(self._desk, self._theme_id))
        self._slot.addWidget(SeriesTables(self._desk, self._theme_id))
