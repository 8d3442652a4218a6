"""Beside the bod: whether it answers to the law, what it asks of others, what stays private."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from prestatie_desktop.domain.bod import BodText
from prestatie_desktop.domain.bod_readiness import Point, heading_point, procedure_point
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.richtext import plain
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.states import FINDING
from prestatie_desktop.ui.widgets.layouts import Column, Row
from prestatie_desktop.ui.widgets.panel import Rule
from prestatie_desktop.ui.widgets.pic import Pic
from prestatie_desktop.ui.widgets.text import Text
from prestatie_desktop.words.bods import point_words
from prestatie_desktop.words.legal import LegalBod, LegalHeading, legal_bod
from prestatie_desktop.words.translation import tr

_REQUESTS = (("requested_municipality", "Gemeente"), ("requested_tenants", "Huurders"))


def legal_of(dossier: Dossier) -> LegalBod:
    """The law as it holds for the bod of this dossier, made in the year before its first."""
    return legal_bod(date(dossier.set.first_year - 1, 7, 1))


def points_of(dossier: Dossier, party_id: Id) -> list[tuple[LegalHeading, Point]]:
    """The whole checklist of a corporation's bod."""
    law = legal_of(dossier)
    by_rows = [
        (
            heading,
            heading_point(dossier, party_id, heading.key, heading.kinds, heading.texts),
        )
        for heading in law.headings
    ]
    by_law = [(line, procedure_point(dossier, party_id, line.key)) for line in law.checklist]
    return [*by_rows, *by_law]


class Readiness(QWidget):
    """Warns and never blocks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._points = Column(gap=10)
        self._lines: list[_Line] = []
        self._requests = Text("", colour="ink2", wrap=True)
        lock = Row(gap=8)
        lock.addWidget(Pic("shield-lock-outline", "ink3", 18), 0, Qt.AlignmentFlag.AlignTop)
        lock.addWidget(
            Text(tr("Eigen notities gaan niet mee in het bod."), "small", colour="ink2", wrap=True),
            1,
        )
        whole = Column(self, gap=10, margins=(18, 16, 18, 18))
        whole.add(
            Text(tr("Klaar om in te dienen?"), "h2", wrap=True),
            Text(
                tr("Wettelijke onderdelen van het bod. De controle waarschuwt en blokkeert nooit."),
                "small",
                colour="ink3",
                wrap=True,
            ),
        )
        whole.addLayout(self._points)
        whole.add(Rule(), Text(tr("Gevraagde bijdragen"), weight=600), self._requests, Rule())
        whole.addLayout(lock)
        whole.addStretch(1)

    def show_party(self, party_id: Id) -> None:
        """Judge the bod of a corporation as it is now."""
        points = points_of(self._desk.dossier, party_id)
        if len(points) != len(self._lines):
            for line in self._lines:
                self._points.removeWidget(line)
                line.hide()
                line.deleteLater()
            self._lines = [_Line(heading) for heading, _ in points]
            for line in self._lines:
                self._points.addWidget(line)
        for line, (heading, point) in zip(self._lines, points, strict=True):
            line.show_point(heading, point)
        self._requests.set_text(self._asked(party_id))

    def _asked(self, party_id: Id) -> str:
        texts = {t.heading: t.text for t in self._desk.dossier.of(BodText, "party_id", party_id)}
        lines = [f"{tr(who)}: {plain(texts[key])}" for key, who in _REQUESTS if texts.get(key)]
        return "\n".join(lines) or tr("geen bijdragen gevraagd")


class _Line(QWidget):
    """Mark, what is asked, and how it stands in words."""

    def __init__(self, heading: LegalHeading) -> None:
        super().__init__()
        self._shown: tuple[LegalHeading, Point] | None = None
        self._name = Text(heading.label, weight=600, wrap=True)
        self._state = Text("", "small", weight=600)
        self._words = Text("", "small", colour="ink3", wrap=True)
        self._mark = Pic("check-circle-outline", "ok", 20)
        top = Qt.AlignmentFlag.AlignTop
        under = Row(gap=8)
        under.addWidget(self._state, 0, top)
        under.addWidget(self._words, 1)
        text = Column(gap=0)
        text.addWidget(self._name)
        text.addLayout(under)
        whole = Row(self, gap=10)
        whole.addWidget(self._mark, 0, top)
        whole.addLayout(text, 1)

    def show_point(self, heading: LegalHeading, point: Point) -> None:
        """Say how it stands now; nothing happens while it stands so already."""
        if (heading, point) == self._shown:
            return
        self._shown = (heading, point)
        state, words = FINDING[point.standing.value], point_words(point)
        self._name.set_text(heading.label)
        self._state.set_text(state.word)
        self._state.set_colour(state.tone)
        self._words.set_text(words)
        self._mark.set_glyph(state.glyph, state.tone)
        self.setToolTip(heading.article)
        self.setAccessibleName(f"{heading.label}: {state.word}, {words}")
