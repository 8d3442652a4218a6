"""The room Wie tekent: how far everyone is, what to do next, and who signs what."""

from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.signing import SignatureSheet
from prestatie_desktop.domain.signing_state import latest_edition
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.rooms.room import Room
from prestatie_desktop.ui.rooms.signing.findings import PatientFindings
from prestatie_desktop.ui.rooms.signing.matrix_panel import MatrixPanel
from prestatie_desktop.ui.rooms.signing.next_step import next_step
from prestatie_desktop.ui.rooms.signing.overview import Overview
from prestatie_desktop.ui.rooms.signing.signings import progress_of, signings_now
from prestatie_desktop.ui.rooms.signing.steps import SigningSteps
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.words.translation import tr

#: Lower or narrower than this (at 100 % text) the matrix gets nearly all the room.
_LOW = 640
_NARROW = 800
_SIGNING_SORTS = ("signature", "signature_sheet", "edition", "signatory", "party")


class SigningRoom(Room):
    """Overview and next step above, the matrix below; the primary button does what is next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.findings = PatientFindings(desk.dossier, self)
        self.steps = SigningSteps(desk, self, lambda: self.findings.all)
        self._adopts, self._compact, self._has_parties = True, False, True
        self.overview = Overview()
        self.matrix = MatrixPanel(desk, self.findings)
        self._primary = Button(tr("Vaststellen…"), "file-lock-outline", variant="primary")
        self._register = Button(tr("Ondertekening vastleggen"), "draw-pen")
        self._register_first = Button(tr("Ondertekening vastleggen"), "draw-pen", variant="primary")
        bar = Row(gap=8)
        bar.addWidget(self.matrix.filters, 1)
        bar.add(self._register, self._primary, self._register_first)
        self._whole = Column(self, gap=10, margins=(24, 14, 24, 10))
        self._whole.setSizeConstraint(Column.SizeConstraint.SetNoConstraint)
        self._whole.addWidget(self.overview)
        self._whole.addLayout(bar)
        self._whole.addWidget(self.matrix, 1)
        self.steps.show_item = self.matrix.show_item
        self.findings.counted.connect(self._findings_counted)
        self.overview.asked.connect(self.steps.do)
        self.matrix.asked.connect(self.steps.do)
        self._primary.clicked.connect(self.adopt)
        for button in (self._register, self._register_first):
            button.clicked.connect(self.register_signature)
        desk.signing_changed.connect(self._signing_changed)
        order = (self.matrix.filters, self._register, self._primary, self._register_first,
                 self.matrix.view)  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.setFocusProxy(self.matrix.view)

    def refresh(self) -> None:
        """Draw everything from the dossier as it is now."""
        self.findings.restart()
        self.matrix.refresh()
        self._show_signing()

    def entry_committed(self, entry: Entry) -> None:
        """Redraw what the entry is about; codes follow when nobody is typing."""
        if self.findings.is_about(entry):
            self.findings.restart()
        self.matrix.entry_committed(entry)
        if any(entry.touches(sort) for sort in _SIGNING_SORTS):
            self._show_signing()

    def show_item(self, item_id: Id) -> bool:
        """Bring an item into view."""
        if self._stale:
            self._stale = False
            self.refresh()
        return self.matrix.show_item(item_id)

    def adopt(self) -> None:
        """Begin the adoption of a version."""
        self.steps.adopt()

    def register_signature(self) -> None:
        """Register a signature, of the next party that has not signed."""
        self.steps.register()

    def minimumSizeHint(self) -> QSize:
        """What it needs when it keeps to the matrix, so that it never widens the window."""
        return QSize(theme().px(440), theme().px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the matrix."""
        super().resizeEvent(event)
        size = event.size()
        compact = size.height() < theme().px(_LOW) or size.width() < theme().px(_NARROW)
        self._compact = compact
        self._show_buttons()
        self.overview.set_compact(compact)
        self.matrix.set_compact(compact)

    def _findings_counted(self) -> None:
        self.overview.set_findings(len(self.findings.all))

    def _signing_changed(self) -> None:
        if self.isVisible():
            self._show_signing()

    def _show_signing(self) -> None:
        dossier = self.desk.dossier
        signings = signings_now(self.desk)
        progress = progress_of(self.desk, signings)
        edition = latest_edition(dossier)
        is_concept = edition is not None and self.desk.differs_from_edition
        self.overview.set_signings(signings, adopted=edition is not None)
        self.overview.set_step(
            next_step(
                dossier,
                signings,
                is_concept=is_concept,
                changed=progress.changed,
                common=progress.common,
            )
        )
        self.matrix.set_progress(progress)
        self._adopts = edition is None or is_concept
        self._has_parties = bool(signings)
        self._show_buttons()

    def _show_buttons(self) -> None:
        issued = bool(self.desk.dossier.count(SignatureSheet))
        self._primary.setVisible(self._adopts and self._has_parties)
        # The menu of a party has it as well, where there is no room for both.
        is_narrow = self.width() < theme().px(_NARROW)
        self._register.setVisible(self._adopts and issued and not is_narrow)
        self._register_first.setVisible(not self._adopts)
