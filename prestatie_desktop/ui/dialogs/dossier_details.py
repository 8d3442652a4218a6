"""What the dossier is about: title, kind, years, framework, policy, date and status."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from prestatie_desktop.domain.agreement_set import SetKind, SetStatus
from prestatie_desktop.journal.edits.agreement_sets import set_details, set_status
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.dialogs.date_field import DateField
from prestatie_desktop.ui.dialogs.fitting import fit
from prestatie_desktop.ui.dialogs.problem import Problem, refusals
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Combo, Field, Form
from prestatie_desktop.ui.widgets.layouts import column, row
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


class DossierDetailsDialog(Dialog):
    """All of it is one step to undo; the status, when it changed, another."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Gegevens van het dossier"), width=540, parent=parent)
        self._desk = desk
        now = desk.dossier.set
        self._title = Field(now.title)
        self._kind = _choice(SetKind, now.kind)
        self._first = Field(str(now.first_year))
        self._last = Field(str(now.last_year))
        self._status = _choice(SetStatus, now.status)
        self._dated = DateField(now.dated)
        self._framework = Field(now.framework_title)
        self._period = Field(now.framework_period, hint=tr("Bijvoorbeeld 2024 – 2028"))
        self._base = Field(now.base_document)
        self._base_date = DateField(now.base_document_date)
        self._problem = Problem()
        self._arrange()
        self.add_cancel()
        keep = self.add_button(tr("Bewaren"), default=True, accepts=False)
        keep.clicked.connect(self._keep)
        self._title.setFocus()
        fit(self, 640, 600)

    def _arrange(self) -> None:
        years = row(self._first, Text(tr("tot en met"), colour="ink3"), self._last, None, gap=8)
        for field, name in ((self._first, tr("Eerste jaar")), (self._last, tr("Laatste jaar"))):
            field.setMaximumWidth(theme().px(90))
            field.setAccessibleName(name)
        form = Form()
        form.add_row(tr("&Titel"), self._title)
        form.add_row(tr("&Soort"), self._kind)
        form.add_row(tr("&Jaren"), years)
        form.add_row(tr("St&atus"), self._status)
        form.add_row(tr("&Datum van de afspraken"), self._dated)
        under = Form()
        under.add_row(tr("Titel van het &kader"), self._framework)
        under.add_row(tr("&Periode van het kader"), self._period)
        under.add_row(tr("&Beleid waarop ze rusten"), self._base)
        under.add_row(tr("Dat&um van dat beleid"), self._base_date)
        under.align_with(form)
        about = tr("Een jaarschijf noemt haar meerjarenkader; de afspraken rusten op beleid.")
        self.add(
            Page(
                column(
                    form,
                    6,
                    Text(tr("Kader en beleid"), "h2"),
                    Text(about, colour="ink2"),
                    under,
                    None,
                )
            ),
            self._problem,
        )

    def _keep(self) -> None:
        self._problem.clear()
        new = self._filled_in()
        if new is None:
            return
        bridge = self._desk.bridge
        status = SetStatus(self._status.current_key())
        with refusals(bridge) as heard:
            bridge.do(set_details, **_changed(new, self._desk.dossier.set))
            if not heard and status is not self._desk.dossier.set.status:
                bridge.do(set_status, status)
        if heard:
            self._problem.show_at(self._title if not self._title.text().strip() else None, heard[0])
        else:
            self.accept()

    def _filled_in(self) -> dict[str, Any] | None:
        new: dict[str, Any] = {
            "title": self._title.text(),
            "kind": SetKind(self._kind.current_key()),
            "framework_title": self._framework.text(),
            "framework_period": self._period.text(),
            "base_document": self._base.text(),
        }
        fields: tuple[tuple[str, QLineEdit], ...] = (
            ("first_year", self._first),
            ("last_year", self._last),
            ("dated", self._dated),
            ("base_document_date", self._base_date),
        )
        for name, field in fields:
            try:
                new[name] = field.day() if isinstance(field, DateField) else int(field.text())
            except ValueError:
                assert isinstance(field, Field)
                self._problem.show_at(field, _wrong(field))
                return None
        return new


def _wrong(field: Field) -> str:
    if isinstance(field, DateField):
        return tr("Dit is geen datum; typ bijvoorbeeld 14-11-2025.")
    return tr("Dit is geen jaar; typ bijvoorbeeld 2026.")


def _changed(new: dict[str, Any], now: Any) -> dict[str, Any]:
    return {name: value for name, value in new.items() if getattr(now, name) != value}


def _choice(members: type[SetKind] | type[SetStatus], current: SetKind | SetStatus) -> Combo:
    combo = Combo()
    combo.set_choices([(member.value, label(member)) for member in members], current.value)
    return combo
