"""The right side of the print room: which document, which version, on which printer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QWidget

from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.rooms.printing.listing import AGREEMENT, BOD, SIGNATURES
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.layouts import Column, column
from prestatie_desktop.ui.widgets.notice import Notice
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.progress import ProgressPanel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.translation import tr


class Choices(Panel):
    """Document, version, printer, which sheets; warnings, and the two ways out."""

    #: Document, version or annex: other things are listed.
    relist_wanted = Signal()
    #: Which of the listed documents are wanted.
    picked = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("side", parent=parent)
        self.document, self.version, self.printer = Combo(), Combo(), Combo()
        #: Which document is in view, where there is no room for the list.
        self.in_view = Combo()
        self.only_open, self.annex = QCheckBox(), QCheckBox(tr("Bijlage met items per partij"))
        self.combined = QCheckBox(tr("Gezamenlijk blad"))
        self.alone = QCheckBox()
        self.print_button = Button("", "printer-outline", variant="primary")
        self.save_button = Button(tr("Opslaan als PDF…"), "file-pdf-box")
        self.progress = ProgressPanel()
        self._which = Text(tr("Welke bladen"), colour="ink3")
        self._summary = Text("", colour="ink2", wrap=True)
        self._warnings = Column(gap=8)
        self._shown: tuple[str, ...] = ()
        self._fill()
        self._connect()
        self._arrange()
        follow(self._restyle)

    def set_list_shown(self, shown: bool) -> None:
        """Whether the documents can be chosen here."""
        for widget in self._in_view_row:
            widget.setVisible(shown)

    def set_which(self, document: str, open_count: int) -> None:
        """Show the boxes that a document has; `open_count` parties still have to sign."""
        sheets = document == SIGNATURES
        for box in (self.only_open, self.annex, self.combined):
            box.setVisible(sheets)
        self.alone.setVisible(document != AGREEMENT)
        self._which.setVisible(document != AGREEMENT)
        self._which.set_text(tr("Welke bladen") if sheets else tr("Welke biedingen"))
        self.alone.setText(
            tr("Alleen het gekozen blad") if sheets else tr("Alleen het gekozen bod")
        )
        self.only_open.setText(tr("Alleen wie nog moet tekenen ({count})").format(count=open_count))
        self.only_open.setEnabled(not self.alone.isChecked())
        self.combined.setEnabled(not self.alone.isChecked())

    def set_warnings(self, sentences: tuple[str, ...]) -> None:
        """What there is to mind before printing."""
        if sentences == self._shown:
            return
        self._shown = sentences
        while (item := self._warnings.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for sentence in sentences:
            self._warnings.addWidget(Notice("warn", "", sentence))

    def set_summary(self, text: str, print_text: str, *, can_print: bool, can_save: bool) -> None:
        """How much will be printed, and whether it can be."""
        self._summary.set_text(text)
        self.print_button.setText(print_text)
        self.print_button.updateGeometry()
        self.print_button.setEnabled(can_print)
        self.save_button.setEnabled(can_save)

    def set_printers(self, printers: tuple[tuple[str, str], ...]) -> None:
        """The printers there are; without any it says so."""
        if printers:
            self.printer.set_choices(list(printers), self.printer.current_key())
        else:
            self.printer.set_choices([("", tr("Geen printer gevonden"))])
        self.printer.setEnabled(bool(printers))

    def _fill(self) -> None:
        self.document.set_choices(
            [
                (SIGNATURES, tr("Ondertekenbladen")),
                (BOD, tr("Bod")),
                (AGREEMENT, tr("Volledige tekst")),
            ]
        )
        self.only_open.setChecked(True)
        self.annex.setChecked(True)
        self.printer.set_choices([("", tr("Printers zoeken…"))])
        self.printer.setEnabled(False)
        self.progress.hide()

    def _connect(self) -> None:
        for combo in (self.document, self.version):
            combo.currentIndexChanged.connect(lambda _: self.relist_wanted.emit())
        self.printer.currentIndexChanged.connect(lambda _: self.picked.emit())
        self.annex.toggled.connect(lambda _: self.relist_wanted.emit())
        for box in (self.only_open, self.combined, self.alone):
            box.toggled.connect(lambda _: self.picked.emit())
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.progress.stopped.connect(self.stop_wanted)

    def _arrange(self) -> None:
        self._in_view_row = self._named(tr("In beeld"), self.in_view)
        self.set_list_shown(False)
        inside = column(
            Text(tr("Afdrukken"), "h1"),
            *self._named(tr("Document"), self.document),
            *self._named(tr("Versie"), self.version),
            *self._in_view_row,
            *self._named(tr("Printer"), self.printer),
            4,
            self._which,
            self.only_open,
            self.annex,
            self.combined,
            self.alone,
            self._warnings,
            self._summary,
            self.print_button,
            self.save_button,
            None,
            gap=6,
            margins=(18, 14, 18, 14),
        )
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.add(area)
        under = Column(gap=0, margins=(14, 0, 14, 14))
        under.addWidget(self.progress)
        self.add(under)
        for button in (self.print_button, self.save_button):
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Expanding)
            button.setSizePolicy(policy)

    def _named(self, name: str, field: Combo) -> tuple[QWidget, QWidget]:
        label = Text(name, colour="ink3")
        label.setBuddy(field)
        field.setAccessibleName(name)
        field.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(8)
        return label, field

    def _restyle(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setMinimumHeight(theme().px(34))
