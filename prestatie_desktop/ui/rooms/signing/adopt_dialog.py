"""Vaststellen: what will be frozen, for whom, and what to look at first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.checks import Finding
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.items import binds
from prestatie_desktop.domain.signing_state import PartySigning, PartyState, latest_edition
from prestatie_desktop.ui.dialogs.date_field import DateField
from prestatie_desktop.ui.dialogs.scrolling import Scrolling
from prestatie_desktop.ui.dialogs.signatory import day_of
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.widgets.badge import SignMark
from prestatie_desktop.ui.widgets.dialog import Dialog
from prestatie_desktop.ui.widgets.fields import Field, Form
from prestatie_desktop.ui.widgets.layouts import Row, Thing
from prestatie_desktop.ui.widgets.notice import Notice
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.findings import finding_sentence
from prestatie_desktop.words.translation import tr

_NAMED, _SHEETS = 4, 12
#: The room a code takes, so that what stands before it is one column.
_CODE = 96


class AdoptDialog(Dialog):
    """Asks date, title and note; shows what is frozen and what the checks found."""

    def __init__(
        self,
        dossier: Dossier,
        signings: Sequence[PartySigning],
        findings: Sequence[Finding],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        last = latest_edition(dossier)
        number = last.number + 1 if last else 1
        super().__init__(
            tr("Versie {number} vaststellen").format(number=number),
            _frozen(dossier, signings),
            width=600,
            parent=parent,
        )
        self._day = DateField(today)
        self._title = Field(hint=tr("Versie {number}").format(number=number))
        self._note = QPlainTextEdit()
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(theme().px(60))
        form = Form()
        form.add_row(tr("&Datum"), self._day)
        form.add_row(tr("&Titel"), self._title)
        form.add_row(tr("T&oelichting"), self._note)
        self.add(Scrolling(form, *_found(dossier, findings), _sheets(signings)))
        self.add_cancel()
        self._accept = self.add_button(tr("Vaststellen"), "file-lock-outline", default=True)
        self._day.textChanged.connect(self._changed)
        self._day.setFocus()

    def answer(self) -> tuple[date, str, str]:
        """Date, title and note."""
        day = day_of(self._day)
        assert day is not None
        return day, self._title.text(), self._note.toPlainText()

    def _changed(self) -> None:
        self._accept.setEnabled(day_of(self._day) is not None)


def _frozen(dossier: Dossier, signings: Sequence[PartySigning]) -> str:
    agreements = sum(binds(a) for a in dossier.all(Agreement))
    rows = sum(binds(c) for c in dossier.all(Commitment))
    kept = sum(s.state is PartyState.SIGNED for s in signings)
    text = tr(
        "De tekst wordt bevroren: {agreements} afspraken en {rows} rijen inzet. {parties} partijen "
        "krijgen een ondertekenblad met een eigen controlecode. U kunt daarna gewoon verder "
        "werken: dat wordt een nieuw concept."
    ).format(agreements=agreements, rows=rows, parties=len(signings))
    if kept:
        text += " " + tr(
            "{count} handtekeningen blijven geldig, omdat die tekst niet veranderde."
        ).format(count=kept)
    return text


def _sheets(signings: Sequence[PartySigning]) -> QWidget:
    panel = Panel("soft", gap=2, margins=(12, 8, 12, 8))
    panel.setAccessibleName(tr("Bladen die worden uitgegeven"))
    for signing in signings[:_SHEETS]:
        line = Row(gap=8)
        is_signed = signing.state is PartyState.SIGNED
        line.addWidget(SignMark("signed" if is_signed else "signs", ""))
        line.addWidget(Text(signing.party.name, elide=True), 1)
        said = tr("{count} onderdelen").format(count=signing.items)
        if signing.reservations:
            said += ", " + tr("{count} met voorbehoud").format(count=signing.reservations)
        line.addWidget(Text(said, "small", colour="ink3"))
        code = Text(signing.code, "small", colour="ink2", weight=600)
        code.setMinimumWidth(theme().px(_CODE))
        line.addWidget(code)
        panel.add(line)
    if len(signings) > _SHEETS:
        more = tr("en nog {count} partijen").format(count=len(signings) - _SHEETS)
        panel.add(Text(more, "small", colour="ink3"))
    return panel


def _found(dossier: Dossier, findings: Sequence[Finding]) -> list[Thing]:
    if not findings:
        return [Notice("ok", "", tr("Nagekeken: alles wordt door iemand getekend."))]
    lines = [finding_sentence(dossier, finding) for finding in findings[:_NAMED]]
    if len(findings) > _NAMED:
        lines.append(tr("En nog {count}.").format(count=len(findings) - _NAMED))
    title = tr("Let op: {count} bevindingen; vaststellen kan wel").format(count=len(findings))
    if len(findings) == 1:
        title = tr("Let op: 1 bevinding; vaststellen kan wel")
    return [Notice("warn", title, "\n".join(lines))]
