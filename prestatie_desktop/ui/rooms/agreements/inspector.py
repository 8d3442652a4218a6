"""Beside the chosen item: its fields, parties, who signs, the own note and its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QWidget

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import find_item
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.rooms.agreements.fields_section import FieldsSection
from prestatie_desktop.ui.rooms.agreements.history_section import HistorySection
from prestatie_desktop.ui.rooms.agreements.note_section import NoteSection
from prestatie_desktop.ui.rooms.agreements.roles_section import RolesSection
from prestatie_desktop.ui.rooms.agreements.signing_section import SigningSection
from prestatie_desktop.ui.widgets.folding import FoldingSection
from prestatie_desktop.ui.widgets.layouts import Column, Row, column
from prestatie_desktop.ui.widgets.notice import EmptyState
from prestatie_desktop.ui.widgets.panel import Panel, Rule
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.items import item_name
from prestatie_desktop.words.translation import tr

MIN_WIDTH, MAX_WIDTH = 300, 460


class Inspector(Panel):
    """What belongs to one item; it can be hidden."""

    previous_wanted = Signal()
    next_wanted = Signal()
    hide_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("side", parent=parent)
        self._desk = desk
        self._id: Id = ""
        self._sections: dict[str, FoldingSection] = {}
        self.setAccessibleName(tr("Over deze afspraak"))
        self._title = Text("", "h2", elide=True)
        up = Tool("chevron-up", tr("Vorige"), size=20)
        down = Tool("chevron-down", tr("Volgende"), size=20)
        hide = Tool("dock-right", tr("Verbergen"), key="F4", size=20)
        up.clicked.connect(self.previous_wanted)
        down.clicked.connect(self.next_wanted)
        hide.clicked.connect(self.hide_wanted)
        head = Row(gap=2, margins=(18, 14, 10, 4))
        head.addWidget(self._title, 1)
        head.add(up, down, hide)
        self.fields = FieldsSection(desk)
        self.roles = RolesSection(desk)
        self.signing = SigningSection(desk)
        self.note = NoteSection(desk)
        self.history = HistorySection(desk)
        self._fields_part = self._section("fields", tr("Velden"), self.fields)
        self._fields_rule = Rule()
        sections = column(
            self._fields_part,
            self._fields_rule,
            self._section("roles", tr("Partijen en rollen"), self.roles, self.roles.add_button),
            Rule(),
            self._section("signing", tr("Wie tekent"), self.signing, self.signing.count),
            Rule(),
            self._section("note", tr("Eigen notitie"), self.note),
            Rule(),
            self._section("history", tr("Geschiedenis"), self.history),
            None,
            gap=4,
            margins=(18, 0, 18, 18),
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(sections)
        self._chosen = QWidget()
        whole = Column(self._chosen, gap=0)
        whole.addLayout(head)
        whole.addWidget(area, 1)
        self._none = EmptyState(
            tr("Niets gekozen"),
            tr("Kies een afspraak om haar velden, partijen en geschiedenis te zien."),
            glyph="dock-right",
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(self._none)
        self._stack.addWidget(self._chosen)
        self.body.addLayout(self._stack)
        follow(self._restyle)

    def section(self, key: str) -> FoldingSection:
        """The section "fields", "roles", "signing", "note" or "history"."""
        return self._sections[key]

    def title(self) -> str:
        """What it is about: "Afspraak 1.11"; empty when nothing is chosen."""
        return self._title.words() if self._id else ""

    def show_item(self, item_id: Id) -> None:
        """Show an agreement or commitment; an empty or unknown id shows that nothing is chosen."""
        item = find_item(self._desk.dossier, item_id) if item_id else None
        is_other = item_id != self._id
        self._id = item_id if item else ""
        self._stack.setCurrentWidget(self._chosen if item else self._none)
        if item is None:
            return
        name = item_name(self._desk.dossier, item_id)
        self._title.set_text(name)
        self._chosen.setAccessibleName(name)
        is_agreement = isinstance(item, Agreement)
        self._fields_part.setVisible(is_agreement)
        self._fields_rule.setVisible(is_agreement)
        if isinstance(item, Agreement):
            self.fields.show_agreement(item)
        self.roles.show_item(item_id)
        if is_other:
            self.signing.show_item(item_id)
            self.note.show_item(item_id)
            self.history.show_item(item_id)

    def entry_committed(self, entry: Entry) -> None:
        """An entry came in."""
        if self._id:
            if find_item(self._desk.dossier, self._id) is None:
                self.show_item("")
                return
            self.show_item(self._id)
            self.history.entry_committed(entry)

    def _section(
        self, key: str, title: str, inside: QWidget, extra: QWidget | None = None
    ) -> FoldingSection:
        state = f"agreements.inspector.{key}"
        folded = self._desk.settings.text(state) == "folded"
        section = FoldingSection(title, inside, extra=extra, folded=folded)
        self._sections[key] = section
        section.folded.connect(
            lambda is_folded: self._desk.settings.keep_text(
                state, "folded" if is_folded else "open"
            )
        )
        return section

    def _restyle(self) -> None:
        self.setMinimumWidth(theme().px(MIN_WIDTH))
        self.setMaximumWidth(theme().px(MAX_WIDTH))
