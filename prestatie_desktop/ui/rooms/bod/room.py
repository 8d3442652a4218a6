"""The room of the bod: what one corporation offers, and whether it is ready to be handed in."""

from datetime import date
from string import ascii_uppercase

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.bod_overview import corporations, rows_of, submission_of
from prestatie_desktop.domain.bod_readiness import Standing
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind, KindForm
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.journal.edits.bods import submit_bod
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.current import theme
from prestatie_desktop.ui.look.follow import follow
from prestatie_desktop.ui.rooms.bod.cards import BodCards
from prestatie_desktop.ui.rooms.bod.own_part import OwnPart
from prestatie_desktop.ui.rooms.bod.readiness import Readiness, legal_of, points_of
from prestatie_desktop.ui.rooms.bod.section import BodSection
from prestatie_desktop.ui.rooms.bod.submission import SubmissionPanel
from prestatie_desktop.ui.rooms.bod.submit_dialog import SubmitDialog
from prestatie_desktop.ui.rooms.bod.texts import BodTexts
from prestatie_desktop.ui.rooms.room import Room
from prestatie_desktop.ui.widgets.badge import Chip
from prestatie_desktop.ui.widgets.button import Button
from prestatie_desktop.ui.widgets.fields import Combo
from prestatie_desktop.ui.widgets.layouts import Column, Row, flow
from prestatie_desktop.ui.widgets.notice import EmptyState
from prestatie_desktop.ui.widgets.page import Page
from prestatie_desktop.ui.widgets.panel import Panel
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.dates import long_date
from prestatie_desktop.words.translation import tr

#: Narrower than this (at 100 % text) the checklist stands under the bod.
_WIDE = 1_000
_SIDE = 290


class BodRoom(Room):
    """One corporation at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._party_id: Id = ""
        self.sections: dict[Id, BodSection] = {}
        self.who = Combo()
        self.who.setAccessibleName(tr("Bod van"))
        self._state = Chip("", "pencil", "accent")
        self._print = Button(tr("Bod afdrukken"), "printer-outline")
        self._submit = Button(tr("Bod indienen…"), "send-outline", variant="primary")
        head = Row(gap=10)
        head.addWidget(flow(Text(tr("Bod van"), "h1"), self.who, self._state, gap=12), 1)
        buttons = flow(self._print, self._submit, gap=10)
        head.addWidget(buttons, 0, Qt.AlignmentFlag.AlignTop)
        self.cards = BodCards()
        self.submission = SubmissionPanel(desk)
        self._slot = Column(gap=14)
        self.texts = BodTexts(desk, legal_of(desk.dossier).texts)
        self.part = OwnPart(desk)
        self.readiness = Readiness(desk)
        self._below = Readiness(desk)
        inside = QWidget()
        body = Column(inside, gap=16, margins=(24, 16, 24, 24))
        body.addLayout(head)
        body.add(self.submission, self.cards)
        body.addLayout(self._slot)
        body.add(self.texts, self.part, self._below, None)
        self._page = Page(inside)
        self._side = Panel("side", Page(self.readiness))
        self._empty = EmptyState(
            tr("Nog geen corporaties"),
            tr("Een bod is van een corporatie. Voeg er een toe bij Partijen."),
            action=tr("Naar Partijen"),
            action_glyph="arrow-right",
        )
        whole = Row(self, gap=0)
        whole.addWidget(self._page, 1)
        whole.addWidget(self._side)
        whole.addWidget(self._empty, 1)
        self._place_readiness()
        self.who.activated.connect(lambda _: self.show_party(self.who.current_key()))
        self._print.clicked.connect(lambda: desk.room_wanted.emit("print:bod"))
        self._submit.clicked.connect(self.submit)
        self.cards.chosen.connect(self.show_kind)
        self._empty.acted.connect(lambda: desk.room_wanted.emit("parties"))
        desk.organisation_changed.connect(self._follow_organisation)
        follow(self._restyle)

    # What others may ask

    @property
    def party_id(self) -> Id:
        """Whose bod is shown."""
        return self._party_id

    def show_party(self, party_id: Id) -> None:
        """Show the bod of a corporation."""
        if party_id != self._party_id:
            self.desk.bridge.flush()
            self._party_id = party_id
            self._rebuild()
        self.refresh()

    def show_kind(self, kind_id: Id) -> None:
        """Unfold a kind and bring it into view."""
        section = self.sections[kind_id]
        section.set_open(open_=True)
        QTimer.singleShot(0, section, lambda: self._page.ensureWidgetVisible(section, 0, 40))

    def show_item(self, item_id: Id) -> bool:
        """Bring a row of any corporation's bod into view."""
        row = self.desk.dossier.find(Commitment, item_id)
        if row is None or not self.desk.dossier.find(CommitmentKind, row.kind_id):
            return False
        if row.corporation_id not in {party.id for party in corporations(self.desk.dossier)}:
            return False
        self.show_party(row.corporation_id)
        return self.sections[row.kind_id].show_row(item_id)

    def submit(self) -> None:
        """Ask for the day and the decisions, and freeze the bod."""
        if not self._party_id:
            return
        self.desk.bridge.flush()
        dossier = self.desk.dossier
        points = points_of(dossier, self._party_id)
        open_points = [point for _, point in points if point.standing is Standing.WARNING]
        today = date.today()  # noqa: DTZ011 - the day on the user's own calendar
        dialog = SubmitDialog(named(dossier, self._party_id), len(open_points), today, self)
        taken = dialog.exec() == SubmitDialog.DialogCode.Accepted
        answer = dialog.answer() if taken else None
        dialog.deleteLater()
        if answer is None:
            return
        done = self.desk.bridge.do(
            submit_bod,
            self.desk.bridge.session.author,
            self._party_id,
            answer.submitted_on,
            consulted_on=answer.consulted_on,
            consultation=answer.consultation,
            board_approved_on=answer.board_approved_on,
            note=answer.note,
        )
        if done:
            name = named(self.desk.dossier, self._party_id)
            self.desk.happened.emit(tr("Bod van {name} ingediend").format(name=name), True)

    def flush(self) -> None:
        """Commit what is being typed here."""
        self.texts.flush()

    def refresh(self) -> None:
        """Show everything as it is now."""
        parties = corporations(self.desk.dossier)
        ids = [party.id for party in parties]
        has = bool(ids)
        self._page.setVisible(has)
        self._empty.setVisible(not has)
        if has and self._party_id not in ids:
            own = self.desk.organisation
            self._party_id = own if own in ids else ids[0]
            self._rebuild()
        if not has:
            self._party_id = ""
        if [kind.id for kind in self._kinds()] != list(self.sections):
            self._rebuild()
        self.who.set_choices([(party.id, party.name) for party in parties], self._party_id)
        self._place_readiness()
        if has:
            self._show_figures()
            self.texts.show_party(self._party_id)
            self.part.show_party(self._party_id)

    def entry_committed(self, entry: Entry) -> None:
        """Draw again what an entry is about."""
        if any(entry.touches(sort) for sort in ("party", "commitment_kind", "agreement_set")):
            self.refresh()
            return
        if any(entry.touches(sort) for sort in ("commitment", "bod_text", "bod_submission")):
            self._show_figures()
        if entry.touches("bod_text"):
            self.texts.show_party(self._party_id)
        if any(entry.touches(sort) for sort in ("role", "agreement", "party_group", "theme")):
            self.part.show_party(self._party_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow room has the checklist under the bod."""
        super().resizeEvent(event)
        self._place_readiness()

    # Inside

    def _kinds(self) -> tuple[CommitmentKind, ...]:
        kinds = self.desk.dossier.all(CommitmentKind)
        # Projects before free promises, each in the order of the dossier. What no law asks for
        # and this corporation does not promise is left out.
        asked = [
            kind
            for kind in kinds
            if kind.form is KindForm.PROJECT
            or kind.legal
            or rows_of(self.desk.dossier, kind.id, self._party_id)
        ]
        return tuple(sorted(asked, key=lambda kind: kind.form is KindForm.FREE))

    def _rebuild(self) -> None:
        for section in self.sections.values():
            self._slot.removeWidget(section)
            section.hide()
            section.deleteLater()
        self.sections = {}
        for at, kind in enumerate(self._kinds()):
            letter = ascii_uppercase[at] if at < len(ascii_uppercase) else str(at + 1)
            section = BodSection(self.desk, kind, letter, self._party_id)
            self.sections[kind.id] = section
            self._slot.addWidget(section)
        first = next((s for s in self.sections.values() if (f := s.facts()) and f.rows), None)
        if first is not None:
            first.set_open(open_=True)

    def _show_figures(self) -> None:
        shown = []
        for section in self.sections.values():
            facts = section.refresh()
            if facts and facts.rows and facts.kind.form is KindForm.PROJECT:
                shown.append(facts)
        self.cards.show_kinds(shown)
        self.submission.show_party(self._party_id)
        self._judge()
        self._show_state()

    def _show_state(self) -> None:
        submission = submission_of(self.desk.dossier, self._party_id)
        if submission is None:
            self._state.set_state(tr("Concept, niet ingediend"), "pencil", "accent")
            self._submit.setText(tr("Bod indienen…"))
        else:
            words = tr("Ingediend {day}").format(day=long_date(submission.submitted_on))
            self._state.set_state(words, "send-check-outline", "ok")
            self._submit.setText(tr("Opnieuw indienen…"))
        self._submit.updateGeometry()
        self._state.updateGeometry()

    def _place_readiness(self) -> None:
        wide = self.width() >= theme().px(_WIDE)
        has = bool(self._party_id)
        if (self._side.isHidden(), self._below.isHidden()) != (not (wide and has), wide or not has):
            self._side.setVisible(wide and has)
            self._below.setVisible(not wide and has)
            self._judge()

    def _judge(self) -> None:
        for checklist, around in ((self.readiness, self._side), (self._below, self._below)):
            if self._party_id and not around.isHidden():
                checklist.show_party(self._party_id)

    def _follow_organisation(self, party_id: Id) -> None:
        if party_id in {party.id for party in corporations(self.desk.dossier)}:
            if self.isVisible():
                self.show_party(party_id)
            else:
                self._party_id = party_id
                self._stale = True
                self.sections = self._without_sections()

    def _without_sections(self) -> dict[Id, BodSection]:
        for section in self.sections.values():
            self._slot.removeWidget(section)
            section.hide()
            section.deleteLater()
        return {}

    def _restyle(self) -> None:
        self._side.setFixedWidth(theme().px(_SIDE))
        self._place_readiness()
