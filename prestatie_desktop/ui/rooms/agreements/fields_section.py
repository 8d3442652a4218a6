"""The fields of the chosen agreement."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSizePolicy, QWidget

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Obligation, Origin
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.journal.edits import agreements
from prestatie_desktop.ui.bridge import EditFunction
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.ui.look.states import STATUS
from prestatie_desktop.ui.rooms.agreements.clearing import clear
from prestatie_desktop.ui.rooms.agreements.text_binding import FieldBinding
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.ui.widgets.layouts import Column
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

_MOST_LINES = 10


class FieldsSection(QWidget):
    """Status, kind, planning, indicator, origin, municipalities, remark and open question."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id: Id = ""
        self.status = _choice([(one.value, label(one)) for one in AgreementStatus])
        for at, status in enumerate(AgreementStatus):
            state = STATUS[status.value]
            self.status.setItemIcon(at, icon(state.glyph, state.tone))
        self.obligation = _choice(
            [
                ("", tr("niet ingevuld")),
                (Obligation.RESULT.value, tr("Resultaat")),
                (Obligation.EFFORT.value, tr("Inspanning")),
            ]
        )
        self.origin = _choice(_optional(Origin))
        self.heading = PlainBox(tr("geen"), one_line=True)
        self.planning = Field(hint=tr("wanneer"))
        self.indicator = PlainBox(tr("waaraan te zien"), one_line=True)
        self.remark = PlainBox(tr("voor alle partijen te lezen"))
        self.question = PlainBox(tr("nog te beantwoorden"))
        self.owner = _choice([])
        self._municipalities = QWidget()
        self._boxes = Column(self._municipalities, gap=0)
        form = Form()
        form.add_row(tr("Status"), self.status)
        form.add_row(tr("Soort"), self.obligation)
        form.add_row(tr("Planning"), self.planning)
        form.add_row(tr("Indicator"), self.indicator)
        form.add_row(tr("Herkomst"), self.origin)
        form.add_row(tr("Kopje"), self.heading)
        self._scope = form.add_row(tr("Gemeenten"), self._municipalities)
        form.add_row(tr("Opmerking"), self.remark)
        form.add_row(tr("Open vraag"), self.question)
        self._owner_name = form.add_row(tr("Antwoord van"), self.owner)
        Column(self).add(form)
        self.status.activated.connect(self._set_status)
        self.obligation.activated.connect(self._set_obligation)
        self.origin.activated.connect(self._set_origin)
        self.owner.activated.connect(self._set_owner)
        self._bound = [
            self._bind(self.heading, agreements.set_heading, "heading"),
            self._bind(self.planning, agreements.set_planning, "planning"),
            self._bind(self.indicator, agreements.set_indicator, "indicator"),
            self._bind(self.remark, agreements.set_remark, "remark"),
            self._bind(self.question, agreements.set_open_question, "open_question"),
        ]

    def show_agreement(self, agreement: Agreement) -> None:
        """Show the fields as they are now."""
        if agreement.id != self._id:
            self.flush()
            self._id = agreement.id
        _choose(self.status, agreement.status.value)
        _choose(self.obligation, agreement.obligation.value if agreement.obligation else "")
        _choose(self.origin, agreement.origin.value if agreement.origin else "")
        for binding, name in self._bound:
            binding.show(getattr(agreement, name))
        self._show_owner(agreement)
        self._show_municipalities(agreement)

    def municipality_boxes(self) -> dict[str, QCheckBox]:
        """A box per municipality by its name; none when there is only one."""
        items = [self._boxes.itemAt(at) for at in range(self._boxes.count())]
        boxes = [item.widget() for item in items if item is not None]
        return {box.text(): box for box in boxes if isinstance(box, QCheckBox)}

    def flush(self) -> None:
        """Commit what was typed and is waiting."""
        for binding, _ in self._bound:
            binding.flush()

    def _bind(
        self, field: Field | QPlainTextEdit, edit: EditFunction, name: str
    ) -> tuple[FieldBinding, str]:
        def write(text: str) -> None:
            if self._id and self._desk.dossier.find(Agreement, self._id) is not None:
                self._desk.bridge.type(edit, self._id, text)

        return FieldBinding(field, self._desk.bridge, write), name

    def _show_owner(self, agreement: Agreement) -> None:
        asked = bool(agreement.open_question)
        parties = [(party.id, party.name) for party in self._desk.dossier.parties]
        choices = [("", tr("nog niemand")), *parties]
        if choices != [(str(self.owner.itemData(i)), self.owner.itemText(i))
                       for i in range(self.owner.count())]:  # fmt: skip
            self.owner.set_choices(choices, agreement.question_owner_id)
        _choose(self.owner, agreement.question_owner_id)
        self.owner.setVisible(asked)
        self._owner_name.setVisible(asked)

    def _show_municipalities(self, agreement: Agreement) -> None:
        found = [p for p in self._desk.dossier.parties if p.kind is PartyKind.MUNICIPALITY]
        several = len(found) > 1
        self._municipalities.setVisible(several)
        self._scope.setVisible(several)
        clear(self._boxes)
        for party in found if several else ():
            self._boxes.addWidget(self._box(agreement, party))

    def _box(self, agreement: Agreement, party: Party) -> QCheckBox:
        box = QCheckBox(party.name)
        box.setChecked(not agreement.municipalities or party.id in agreement.municipalities)
        box.clicked.connect(lambda checked: self._set_municipality(party.id, checked=checked))
        return box

    def _set_municipality(self, party_id: Id, *, checked: bool) -> None:
        dossier = self._desk.dossier
        everyone = [p.id for p in dossier.parties if p.kind is PartyKind.MUNICIPALITY]
        now = set(dossier.get(Agreement, self._id).municipalities or everyone)
        now = now | {party_id} if checked else now - {party_id}
        kept = tuple(one for one in everyone if one in now)
        self._desk.bridge.do(
            agreements.set_municipalities, self._id, () if len(kept) == len(everyone) else kept
        )

    def _set_status(self) -> None:
        self._do(agreements.set_status, AgreementStatus(self.status.current_key()))

    def _set_obligation(self) -> None:
        key = self.obligation.current_key()
        self._do(agreements.set_obligation, Obligation(key) if key else None)

    def _set_origin(self) -> None:
        key = self.origin.current_key()
        self._do(agreements.set_origin, Origin(key) if key else None)

    def _set_owner(self) -> None:
        self._desk.bridge.flush()
        question = self._desk.dossier.get(Agreement, self._id).open_question
        self._do(agreements.set_open_question, question, self.owner.current_key())

    def _do(self, edit: EditFunction, *values: object) -> None:
        if self._desk.bridge.do(edit, self._id, *values) is None:
            # Refused: the control shows again what holds.
            self.show_agreement(self._desk.dossier.get(Agreement, self._id))


class PlainBox(QPlainTextEdit):
    """A few lines of plain text that grow with what is in them; Tab goes on to the next field."""

    left = Signal()

    def __init__(
        self, hint: str = "", *, one_line: bool = False, parent: QWidget | None = None
    ) -> None:
        """`one_line` breaks lines to be read, and takes no line breaks."""
        super().__init__(parent)
        self._one_line = one_line
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        follow(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field where there is but one line."""
        if self._one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that one left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        # A plain document counts lines, not pixels.
        lines = max(round(self.document().size().height()), 1)
        line = self.fontMetrics().lineSpacing()
        as_needed, off = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded,
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
        )
        self.setVerticalScrollBarPolicy(as_needed if lines > _MOST_LINES else off)
        margins = 2 * round(self.document().documentMargin()) + theme().px(12)
        self.setFixedHeight(min(lines, _MOST_LINES) * line + margins)


def _choice(choices: Sequence[tuple[str, str]]) -> Combo:
    combo = Combo()
    combo.set_choices(list(choices))
    combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo


def _optional(choices: type[StrEnum]) -> list[tuple[str, str]]:
    return [("", tr("niet ingevuld")), *((one.value, label(one)) for one in choices)]


def _choose(combo: Combo, key: str) -> None:
    blocked = combo.blockSignals(True)
    combo.setCurrentIndex(max(0, combo.findData(key)))
    combo.blockSignals(blocked)
