"""The running text around the agreements: preamble, definitions, closing words."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QWidget

from prestatie_desktop.domain.agreement_set import TextPart
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.journal.edits import text_parts
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.ui.rooms.agreements.link_dialog import ask_link
from prestatie_desktop.ui.rooms.agreements.questions import ask_line, ask_text_part
from prestatie_desktop.ui.rooms.agreements.rich_editor import RichEditor
from prestatie_desktop.ui.rooms.agreements.rich_tools import RichTools
from prestatie_desktop.ui.rooms.agreements.row_look import number_now
from prestatie_desktop.ui.rooms.agreements.text_binding import TextBinding
from prestatie_desktop.ui.widgets.badge import Chip
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.notice import EmptyState, Notice
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


class TextPartsPage(QScrollArea):
    """A card per part, each written in place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cards: dict[Id, TextPartCard] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = self._inside = QWidget()
        add = Button(tr("Tekstdeel toevoegen"), "plus", variant="link")
        add.clicked.connect(self.add_part)
        head = Row(gap=8)
        head.addWidget(Text(tr("Tekst rond de afspraken"), "h1", wrap=True), 1)
        head.addWidget(add)
        self._empty = EmptyState(
            tr("Nog geen tekst rond de afspraken"),
            tr("Een preambule, begrippen of slotbepalingen komen vóór en na de thema’s."),
            action=tr("Tekstdeel toevoegen"),
        )
        self._empty.acted.connect(self.add_part)
        self._column = Column(gap=14)
        whole = Column(inside, gap=14, margins=(24, 18, 24, 24))
        whole.addLayout(head)
        whole.add(self._empty)
        whole.addLayout(self._column)
        whole.addStretch(1)
        self.setWidget(inside)

    def refresh(self) -> None:
        """Show the parts as they are now; what is being typed stays."""
        parts = self._desk.dossier.all(TextPart)
        for gone in self._cards.keys() - {part.id for part in parts}:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for at, part in enumerate(parts):
            if part.id not in self._cards:
                self._cards[part.id] = TextPartCard(self._desk)
                self._cards[part.id].menu_wanted.connect(self._open_menu)
                self._cards[part.id].caret_moved.connect(self._reveal)
            card = self._cards[part.id]
            if self._column.indexOf(card) != at:
                self._column.removeWidget(card)
                self._column.insertWidget(at, card)
            card.show_part(part)
        self._empty.setVisible(not parts)

    def entry_committed(self, entry: Entry) -> None:
        """An entry came in."""
        if entry.touches("text_part") or entry.touches("agreement", "number"):
            self.refresh()

    def card(self, part_id: Id) -> "TextPartCard":
        """The card of a part. Raises KeyError."""
        return self._cards[part_id]

    def cards(self) -> list["TextPartCard"]:
        """The cards, in order."""
        return [self._cards[part.id] for part in self._desk.dossier.all(TextPart)]

    def add_part(self) -> None:
        """Ask for a new part."""
        answer = ask_text_part(self)
        if answer is not None:
            self._desk.bridge.do(text_parts.add_text_part, *answer)

    def part_menu(self, part_id: Id) -> QMenu:
        """What one can do with a part."""
        menu = QMenu(self)
        ids = [part.id for part in self._desk.dossier.all(TextPart)]
        at = ids.index(part_id)
        rename = menu.addAction(icon("pencil-outline"), tr("Titel wijzigen…"))
        rename.triggered.connect(lambda: self._rename(part_id))
        up = menu.addAction(icon("arrow-up"), tr("Omhoog"))
        up.setEnabled(at > 0)
        up.triggered.connect(partial(self._move, part_id, at - 1))
        down = menu.addAction(icon("arrow-down"), tr("Omlaag"))
        down.setEnabled(at + 1 < len(ids))
        down.triggered.connect(partial(self._move, part_id, at + 1))
        menu.addSeparator()
        remove = menu.addAction(icon("trash-can-outline"), tr("Verwijderen"))
        remove.triggered.connect(lambda: self._remove(part_id))
        return menu

    def _move(self, part_id: Id, to: int, _checked: bool = False) -> None:
        self._desk.bridge.do(text_parts.move_text_part, part_id, to)

    def _rename(self, part_id: Id) -> None:
        part = self._desk.dossier.get(TextPart, part_id)
        title = ask_line(self, tr("Titel van {title}").format(title=part.title),
                         tr("Titel"), part.title)  # fmt: skip
        if title is not None:
            self._desk.bridge.do(text_parts.set_part_title, part_id, title)

    def _remove(self, part_id: Id) -> None:
        title = self._desk.dossier.get(TextPart, part_id).title
        if self._desk.bridge.do(text_parts.remove_text_part, part_id):
            self._desk.happened.emit(tr("{title} verwijderd").format(title=title), True)

    def _open_menu(self, part_id: Id, place: QPoint) -> None:
        menu = self.part_menu(part_id)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _reveal(self, place: QPoint) -> None:
        inside = self._inside.mapFromGlobal(place)
        self.ensureVisible(inside.x(), inside.y(), 0, 40)


class TextPartCard(Panel):
    """Title, kind and text of one part."""

    menu_wanted = Signal(str, QPoint)
    #: The caret, as a place on the screen.
    caret_moved = Signal(QPoint)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("card", gap=6, margins=(18, 12, 12, 12), parent=parent)
        self._desk = desk
        self._id: Id = ""
        self._title = Text("", "h2", wrap=True)
        self._kind = Chip("")
        more = Tool("dots-horizontal", tr("Meer over dit tekstdeel"), size=18)
        more.clicked.connect(
            lambda: self.menu_wanted.emit(self._id, more.mapToGlobal(QPoint(0, more.height())))
        )
        head = Row(gap=8)
        head.addWidget(self._title, 1)
        head.add(self._kind, more)
        self.editor = RichEditor(tr("Tekst"), tr("Schrijf hier de tekst"))
        self.editor.set_numbers(lambda item: number_now(desk.dossier, item))
        self.binding = TextBinding(self.editor, desk.bridge, text_parts.set_part_text)
        self._unsaved = Notice(
            "bad",
            tr("Deze tekst is nog niet bewaard"),
            tr("Wat u typte blijft hier staan. In het dossier staat de vorige tekst."),
            actions=(tr("Vorige tekst terugzetten"),),
        )
        self._unsaved.hide()
        self._unsaved.acted.connect(lambda _number: self.binding.give_up())
        self.binding.unsaved.connect(self._unsaved.setVisible)
        self.body.addLayout(head)
        self.add(self._unsaved, self.editor)
        tools = Row()
        tools.add(None, RichTools(self.editor))
        self.body.addLayout(tools)
        self.editor.left.connect(more.setFocus)
        self.editor.link_wanted.connect(self._link)
        self.editor.caret_moved.connect(
            lambda rect: self.caret_moved.emit(self.editor.viewport().mapToGlobal(rect.center()))
        )

    def show_part(self, part: TextPart) -> None:
        """Show a part as it is now."""
        self._id = part.id
        self._title.set_text(part.title)
        self._kind.setText(label(part.kind))
        self._kind.setVisible(label(part.kind) != part.title)
        self._kind.updateGeometry()
        self.editor.setAccessibleName(tr("Tekst van {title}").format(title=part.title))
        self.binding.bind(part.id, self._text_of)

    def _text_of(self, part_id: Id) -> str | None:
        part = self._desk.dossier.find(TextPart, part_id)
        return part.text if part else None

    def _link(self) -> None:
        target = ask_link(self, self._desk.dossier, "")
        self.editor.setFocus()
        if target:
            self.editor.insert_link(target, number_now(self._desk.dossier, target))
