"""Handing in a bod: the day, the consultation of tenants, the decision of the board."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from prestatie_desktop.ui.dialogs.date_field import DateField
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.panels.series_dialog import holds_day
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Form
from prestatie_desktop.ui.widgets.notice import Notice
from prestatie_desktop.words.translation import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitting:
    """The answer."""

    submitted_on: date
    consulted_on: date | None
    consultation: str
    board_approved_on: date | None
    note: str


class SubmitDialog(Dialog):
    """Only the day is needed; the rest may follow, and is warned about."""

    def __init__(
        self, name: str, warnings: int, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Bod van {name} indienen").format(name=name),
            tr(
                "Het bod wordt vastgelegd zoals het nu is. Wat daarna wordt afgesproken, "
                "verandert niets aan wat is aangeboden."
            ),
            width=560,
            parent=parent,
        )
        self.day = DateField(today)
        self.consulted = DateField()
        self.consultation = _area(tr("Uitkomst van het overleg"))
        self.board = DateField()
        self.note = _area(tr("Toelichting"))
        fields = Form()
        fields.add_row(tr("Ingediend op"), self.day)
        fields.add_row(tr("Overleg met huurders op"), self.consulted)
        fields.add_row(tr("Uitkomst van het overleg"), self.consultation)
        fields.add_row(tr("Besluit RvC op"), self.board)
        fields.add_row(tr("Toelichting"), self.note)
        self.add(fields)
        if warnings:
            one, more = tr("1 punt vraagt nog aandacht"), tr("{count} punten vragen nog aandacht")
            words = one if warnings == 1 else more.format(count=warnings)
            self.add(Notice("warn", words, tr("Indienen kan toch; de lijst staat naast het bod.")))
        self.content.addStretch(1)
        self.add_cancel()
        self._done = self.add_button(tr("Bod indienen"), "send-outline", default=True)
        for field in (self.day, self.consulted, self.board):
            field.textChanged.connect(self._judge)
        self._judge()
        self.day.setFocus()

    def answer(self) -> Submitting:
        """What was filled in. Only asked when it is complete."""
        day = self.day.day()
        assert day is not None
        return Submitting(
            submitted_on=day,
            consulted_on=self.consulted.day(),
            consultation=self.consultation.toPlainText(),
            board_approved_on=self.board.day(),
            note=self.note.toPlainText(),
        )

    def _judge(self) -> None:
        days = (self.day, self.consulted, self.board)
        fine = all(holds_day(field) for field in days)
        self._done.setEnabled(fine and self.day.day() is not None)


def _area(name: str) -> QPlainTextEdit:
    area = QPlainTextEdit()
    area.setAccessibleName(name)
    area.setTabChangesFocus(True)
    area.setFixedHeight(theme().px(64))
    return area
