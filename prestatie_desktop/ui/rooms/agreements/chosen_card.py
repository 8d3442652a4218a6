"""The chosen agreement: a white card with its text to write in, its roles, status and tools."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.groups import members, named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import PartyGroup
from prestatie_desktop.domain.roles import ordered_roles
from prestatie_desktop.journal.edits.agreements import set_text
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.states import STATUS
from prestatie_desktop.ui.rooms.agreements.clearing import clear
from prestatie_desktop.ui.rooms.agreements.link_dialog import ask_link
from prestatie_desktop.ui.rooms.agreements.rich_editor import RichEditor
from prestatie_desktop.ui.rooms.agreements.rich_tools import RichTools
from prestatie_desktop.ui.rooms.agreements.row_look import (
    NUMBER,
    SIDE,
    STATUS_WIDTH,
    is_narrow,
    number_now,
    role_mark,
)
from prestatie_desktop.ui.rooms.agreements.signed_by import parties_that_signed
from prestatie_desktop.ui.rooms.agreements.text_binding import TextBinding
from prestatie_desktop.ui.widgets.badge import RoleBadge, StatusBadge
from prestatie_desktop.ui.widgets.layouts import Flow, Row, Space
from prestatie_desktop.ui.widgets.notice import Notice
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.ui.widgets.tool import Tool
from prestatie_desktop.words.translation import tr

_TOP = 6


class ChosenCard(QFrame):
    """Lies over the chosen row, with everything in the same place as in the row."""

    #: Esc in the editor.
    left = Signal()
    #: The caret, in pixels of this card.
    caret_moved = Signal(QRect)
    #: The menu of the agreement, at a place on the screen.
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: Id = ""
        self._shown_roles: tuple[tuple[str, str], ...] | None = None
        self.setProperty("k", "chosen")
        self._number = Text("", "read", colour="accent", weight=600)
        self._heading = Text("", "read", weight=600, wrap=True)
        self.editor = RichEditor(tr("Tekst van de afspraak"), tr("Schrijf hier de afspraak"))
        self.editor.set_numbers(lambda item: number_now(desk.dossier, item))
        self.binding = TextBinding(self.editor, desk.bridge, set_text)
        self._status = StatusBadge("voorstel")
        self._roles = QWidget()
        self._flow = Flow(self._roles, gap=14, line_gap=2)
        self.tools = RichTools(self.editor)
        more = Tool("dots-horizontal", tr("Meer over deze afspraak"), size=18)
        more.clicked.connect(
            lambda: self.menu_wanted.emit(more.mapToGlobal(QPoint(0, more.height())))
        )
        self.tools.add(more)
        self._signed = Notice("warn", "")
        self._unsaved = Notice(
            "bad",
            tr("Deze tekst is nog niet bewaard"),
            tr("Wat u typte blijft hier staan. In het dossier staat de vorige tekst."),
            actions=(tr("Vorige tekst terugzetten"),),
        )
        self._unsaved.acted.connect(lambda _number: self.binding.give_up())
        self._bottom = QWidget()
        bottom = Row(self._bottom, gap=8)
        bottom.addWidget(self._roles, 1)
        bottom.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignBottom)
        self._under = Space(6)
        self._under.hide()
        self._grid = QGridLayout(self)
        follow(self._lay_out)
        self._unsaved.hide()
        self._signed.hide()
        self.editor.left.connect(self.left)
        self.editor.link_wanted.connect(self._link)
        self.editor.caret_moved.connect(self._tell_caret)
        self.binding.unsaved.connect(self._unsaved.setVisible)
        desk.signing_changed.connect(self._show_signed)

    @property
    def agreement_id(self) -> Id:
        """The agreement it shows."""
        return self._id

    def show_agreement(self, agreement: Agreement) -> None:
        """Show an agreement as it is now; what is being typed stays."""
        is_other = agreement.id != self._id
        self._id = agreement.id
        self._number.set_text(agreement.number)
        font = self._number.font()
        font.setStrikeOut(STATUS[agreement.status.value].struck)
        self._number.setFont(font)
        self._heading.set_text(agreement.heading)
        self._heading.setVisible(bool(agreement.heading))
        self._status.set_status(agreement.status.value)
        self.setAccessibleName(tr("Afspraak {number}").format(number=agreement.number))
        self.editor.setAccessibleName(
            tr("Tekst van afspraak {number}").format(number=agreement.number)
        )
        self.binding.bind(agreement.id, self._text_of)
        self._show_roles()
        if is_other:
            self._show_signed()

    def signed_words(self) -> str:
        """What it says about signatures that would lapse; empty when there are none."""
        return "" if self._signed.isHidden() else self._signed.accessibleName()

    def edit(self) -> None:
        """Put the caret in the text."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the status under the text where there is little room."""
        super().resizeEvent(event)
        if is_narrow(self.width()) != self._narrow:
            self._lay_out()

    def _text_of(self, agreement_id: Id) -> str | None:
        agreement = self._desk.dossier.find(Agreement, agreement_id)
        return agreement.text if agreement else None

    def _show_roles(self) -> None:
        dossier = self._desk.dossier
        roles = ordered_roles(dossier, self._id)
        shown = tuple((role.kind.value, named(dossier, role.party_id)) for role in roles)
        if shown == self._shown_roles:
            return
        self._shown_roles = shown
        clear(self._flow)
        for role in roles:
            badge = RoleBadge(role_mark(role.kind.value), named(dossier, role.party_id))
            if dossier.find(PartyGroup, role.party_id) is not None:
                names = [party.name for party in members(dossier, role.party_id)]
                badge.setAccessibleDescription(", ".join(names))
            self._flow.add(badge)
            badge.show()
        self._flow.invalidate()

    def _show_signed(self) -> None:
        signed = parties_that_signed(self._desk, self._id) if self._id else ()
        if signed:
            self._signed.set_message(
                "warn",
                tr("Getekend door 1 partij")
                if len(signed) == 1
                else tr("Getekend door {count} partijen").format(count=len(signed)),
                tr("Wijzigen zet hun handtekening op “op eerdere tekst”: {names}.").format(
                    names=", ".join(party.name for party in signed)
                ),
            )
        self._signed.setVisible(bool(signed))
        self._under.setVisible(bool(signed))

    def _link(self) -> None:
        target = ask_link(self, self._desk.dossier, self._id)
        self.edit()
        if target:
            self.editor.insert_link(target, number_now(self._desk.dossier, target))

    def _tell_caret(self, rect: QRect) -> None:
        corner = self.editor.viewport().mapTo(self, rect.topLeft())
        self.caret_moved.emit(QRect(corner, rect.size()))

    def _lay_out(self) -> None:
        px, grid = theme().px, self._grid
        narrow = is_narrow(self.width())
        self._narrow = narrow
        while grid.takeAt(0) is not None:
            pass
        top = Qt.AlignmentFlag.AlignTop
        # Two pixels are the border, which Qt counts by itself.
        grid.setContentsMargins(px(SIDE) - 2, px(_TOP), px(SIDE) - 4, px(6))
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(px(2))
        grid.setColumnMinimumWidth(0, px(NUMBER))
        grid.setColumnMinimumWidth(2, 0 if narrow else px(STATUS_WIDTH) + px(12))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._unsaved, 0, 0, 1, 3)
        grid.addWidget(self._signed, 1, 0, 1, 3)
        grid.addWidget(self._under, 2, 0)
        grid.addWidget(self._heading, 3, 1)
        grid.addWidget(self._number, 3, 0, 2, 1, top)
        grid.addWidget(self.editor, 4, 1, 1, 2 if narrow else 1, top)
        if narrow:
            grid.addWidget(self._status, 5, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(self._status, 3, 2, 2, 1, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._bottom, 6, 1, 1, 2)
