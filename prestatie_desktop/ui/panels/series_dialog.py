"""What stands around a table of figures: title, rows, day of counting, totals."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from prestatie_desktop.domain.series import Series, SeriesKind
from prestatie_desktop.ui.dialogs.date_field import DateField
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr

_UNITS = (
    ("homes", "woningen"),
    ("persons", "personen"),
    ("euro", "euro"),
    ("percent", "procent"),
    ("", "geen"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSeries:
    """The answer."""

    title: str
    kind: SeriesKind
    row_label: str
    unit: str
    reference_date: date | None
    with_totals: bool


class SeriesDialog(Dialog):
    """For a new table, or for one that is there."""

    def __init__(self, series: Series | None, parent: QWidget | None = None) -> None:
        title = tr("Cijfertabel wijzigen") if series else tr("Cijfertabel toevoegen")
        words = "" if series else tr("Elke corporatie krijgt een kolom; kolommen zijn te wijzigen.")
        super().__init__(title, words, parent=parent)
        self.name = Field(series.title if series else "", name=tr("Titel"))
        self.kind = Combo()
        kinds = [(kind.value, label(kind)) for kind in SeriesKind]
        self.kind.set_choices(kinds, series.kind.value if series else "")
        self.kind.setEnabled(series is None)
        self.row_label = Field(series.row_label if series else tr("Jaar"))
        self.unit = Combo()
        units = [(key, tr(words)) for key, words in _UNITS]
        self.unit.set_choices(units, series.unit if series else "homes")
        self.unit.setEnabled(series is None)
        self.day = DateField(series.reference_date if series else None)
        self.totals = QCheckBox(tr("Met totalen"))
        self.totals.setChecked(bool(series and series.with_totals))
        fields = Form()
        fields.add_row(tr("Titel"), self.name)
        fields.add_row(tr("Soort"), self.kind)
        fields.add_row(tr("Rijen zijn een"), self.row_label)
        fields.add_row(tr("Eenheid"), self.unit)
        fields.add_row(tr("Peildatum"), self.day)
        fields.add_wide(self.totals)
        self.add(fields)
        self.add_cancel()
        words = tr("Wijzigen") if series else tr("Toevoegen")
        self._done = self.add_button(words, default=True)
        self.name.textChanged.connect(self._judge)
        self.day.textChanged.connect(self._judge)
        if series is None:
            self.kind.currentIndexChanged.connect(self._suggest_label)
        self._judge()
        self.name.setFocus()

    def answer(self) -> AskedSeries:
        """What was filled in."""
        return AskedSeries(
            title=self.name.text(),
            kind=SeriesKind(self.kind.current_key()),
            row_label=self.row_label.text(),
            unit=self.unit.current_key(),
            reference_date=self.day.day(),
            with_totals=self.totals.isChecked(),
        )

    def _suggest_label(self) -> None:
        is_matrix = self.kind.current_key() == SeriesKind.MATRIX.value
        self.row_label.setText(tr("Categorie") if is_matrix else tr("Jaar"))

    def _judge(self) -> None:
        self._done.setEnabled(bool(self.name.text().strip()) and holds_day(self.day))


def holds_day(field: DateField) -> bool:
    """Whether a day stands there, or nothing."""
    try:
        field.day()
    except ValueError:
        return False
    return True


def ask_series(parent: QWidget, series: Series | None = None) -> AskedSeries | None:
    """Ask; None when it was cancelled."""
    dialog = SeriesDialog(series, parent)
    taken = dialog.exec() == SeriesDialog.DialogCode.Accepted
    answer = dialog.answer() if taken else None
    dialog.deleteLater()
    return answer
