"""The line under the heading once a bod was handed in, and what it held then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from prestatie_desktop.domain.bod import BodSubmission
from prestatie_desktop.domain.bod_overview import submission_of
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.journal.edits.bods import withdraw_bod
from prestatie_desktop.journal.snapshot import snapshot
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.bod.submitted import ComparedModel, compared
from prestatie_desktop.ui.widgets.layouts import Column
from prestatie_desktop.ui.widgets.notice import Notice
from prestatie_desktop.ui.widgets.table import Table
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.translation import tr


class SubmissionPanel(QWidget):
    """Hidden while nothing was handed in."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._submission: BodSubmission | None = None
        self._party_id: Id = ""
        self._open = False
        self._notice = Notice(
            "accent",
            tr("Het bod is ingediend"),
            actions=(tr("Wat is ingediend"), tr("Indiening intrekken")),
            glyph="send-check-outline",
        )
        self._title = Text(tr("Wat is ingediend"), "h2")
        self._table = Table(fit_rows=True, name=tr("Wat is ingediend"))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole = Column(self, gap=8)
        whole.add(self._notice, self._title, self._table)
        self._notice.acted.connect(self._act)

    def show_party(self, party_id: Id) -> None:
        """Show the latest submission of a corporation, if there is one."""
        if party_id != self._party_id:
            self._party_id, self._open = party_id, False
        self._submission = submission_of(self._desk.dossier, party_id)
        self.setVisible(self._submission is not None)
        if self._submission is not None:
            self._notice.set_message("accent", _title(self._submission), _words(self._submission))
            self._show_frozen()

    def toggle(self) -> None:
        """Show or hide what was handed in."""
        self._open = not self._open
        self._show_frozen()

    def _act(self, which: int) -> None:
        if which == 0:
            self.toggle()
        elif self._submission and self._desk.bridge.do(withdraw_bod, self._submission.id):
            self._desk.happened.emit(tr("De indiening is ingetrokken"), True)

    def _show_frozen(self) -> None:
        self._title.setVisible(self._open)
        self._table.setVisible(self._open)
        words = tr("Verbergen") if self._open else tr("Wat is ingediend")
        self._notice.buttons[0].setText(words)
        if self._open and self._submission is not None:
            store = self._desk.bridge.session.store
            frozen = snapshot(store, self._submission.snapshot_id)
            lines = compared(frozen, self._desk.dossier, self._party_id)
            old = self._table.model()
            self._table.setModel(ComparedModel(lines, self._table))
            if isinstance(old, ComparedModel):
                old.deleteLater()
            self._table.set_columns([300, 150, 150, 110])


def _title(submission: BodSubmission) -> str:
    return tr("Ingediend op {day}").format(day=long_date(submission.submitted_on))


def _words(submission: BodSubmission) -> str:
    parts = []
    if submission.consulted_on:
        day = long_date(submission.consulted_on)
        parts.append(tr("overleg met huurders op {day}").format(day=day))
    if submission.board_approved_on:
        day = long_date(submission.board_approved_on)
        parts.append(tr("besluit RvC op {day}").format(day=day))
    parts += [text for text in (submission.consultation, submission.note) if text]
    words = "; ".join(parts)
    return words[:1].upper() + words[1:]
