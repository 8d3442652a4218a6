"""Saying by hand what a stretch of the source is: the ways, their keys, and what each asks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.domain.richtext import shortened
from prestatie_desktop.importing.decisions import AssignedAs, Assignment
from prestatie_desktop.importing.reading import FoundAgreement
from prestatie_desktop.importing.source import Piece
from prestatie_desktop.ui.importing.assign_dialog import AssignDialog
from prestatie_desktop.ui.importing.deciding import assign, unassign
from prestatie_desktop.ui.importing.import_desk import ImportDesk
from prestatie_desktop.ui.importing.said import kind_choices, kind_label, title_of
from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.words.translation import tr

Asks = Literal["", "number", "agreement", "title", "kind"]
_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})*(?:\.?[a-z])?)[.:)]?\s")


@dataclass(frozen=True, slots=True)
class Way:
    """One thing a stretch can be said to be."""

    what: AssignedAs
    key: str
    glyph: str
    word: str
    asks: Asks = ""


WAYS: Final = (
    Way(AssignedAs.AGREEMENT, "A", "format-list-numbered", "Is een afspraak…", "number"),
    Way(AssignedAs.TEXT_OF, "H", "subdirectory-arrow-right", "Hoort bij afspraak…", "agreement"),
    Way(AssignedAs.PARTIES_OF, "P", "account-group-outline", "Partijen van afspraak…", "agreement"),
    Way(AssignedAs.THEME, "T", "format-header-1", "Is een thema"),
    Way(AssignedAs.INTRODUCTION, "I", "text-short", "Inleiding van het thema"),
    Way(AssignedAs.TEXT_PART, "L", "text-box-outline", "Lopende tekst…", "title"),
    Way(AssignedAs.ROWS, "R", "table", "Tabel van inzet…", "kind"),
    Way(AssignedAs.FIGURES, "C", "chart-box-outline", "Cijfertabel"),
    Way(AssignedAs.IGNORE, "O", "minus-circle-outline", "Overslaan"),
)
_DONE = {
    AssignedAs.AGREEMENT: "{lines}: afspraak {target}",
    AssignedAs.TEXT_OF: "{lines}: tekst van afspraak {target}",
    AssignedAs.PARTIES_OF: "{lines}: partijen van afspraak {target}",
    AssignedAs.THEME: "{lines}: thema",
    AssignedAs.INTRODUCTION: "{lines}: inleiding",
    AssignedAs.TEXT_PART: "{lines}: lopende tekst",
    AssignedAs.ROWS: "Tabel van {target}",
    AssignedAs.FIGURES: "Cijfertabel",
    AssignedAs.IGNORE: "{lines} overgeslagen",
}


class Assigner(QObject):
    """Does it for what is selected in a view of the source."""

    def __init__(
        self, desk: ImportDesk, view: QWidget, selected: Callable[[], tuple[Piece, ...]]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._selected = desk, view, selected
        for way in WAYS:
            keys = [way.key, "Del"] if way.what is AssignedAs.IGNORE else [way.key]
            self._add_key(keys, partial(self.perform, way))
        self._add_key(["Backspace"], self.take_back)

    def perform(self, way: Way) -> None:
        """Ask what is needed, and say it of what is selected."""
        pieces = self._selected()
        if not pieces:
            return
        target = self._ask(way, pieces)
        if target is None:
            return
        desk = self._desk
        decisions = assign(desk.decisions, desk.source, pieces, Assignment(way.what, target))
        desk.decide(self._done(way, pieces, target), decisions)

    def take_back(self) -> None:
        """Leave it to the program again."""
        pieces = [piece for piece in self._selected() if piece.key in self._desk.decisions.assigned]
        if pieces:
            name = tr("{lines}: weer zoals voorgesteld").format(lines=lines_words(pieces))
            self._desk.decide(name, unassign(self._desk.decisions, pieces))

    def menu(self) -> QMenu:
        """All ways, for what is selected."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for way in WAYS:
            if way.what in (AssignedAs.THEME, AssignedAs.ROWS, AssignedAs.IGNORE):
                menu.addSeparator()
            action = menu.addAction(icon(way.glyph), f"{tr(way.word)}\t{way.key}")
            action.triggered.connect(partial(self.perform, way))
        if any(piece.key in self._desk.decisions.assigned for piece in self._selected()):
            menu.addSeparator()
            back = menu.addAction(icon("undo"), tr("Weer zoals voorgesteld") + "\tBackspace")
            back.triggered.connect(self.take_back)
        return menu

    def open_menu(self, place: QPoint) -> None:
        """The menu at a place on the screen."""
        if self._selected():
            self.menu().popup(place)

    def _add_key(self, keys: list[str], do: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: do())
        self._view.addAction(action)

    def _ask(self, way: Way, pieces: Sequence[Piece]) -> str | None:
        if not way.asks:
            return ""
        dialog = AssignDialog(tr(way.word).rstrip("…"), _about(pieces), self._view.window())
        first = pieces[0]
        match way.asks:
            case "number":
                dialog.ask_text(tr("&Nummer"), self._number_for(first), tr("Bijvoorbeeld 3.1"))
            case "agreement":
                choices = [(a.number, _agreement_words(a)) for a in self._agreements()]
                dialog.ask_choice(tr("&Afspraak"), choices, self._agreement_before(first))
            case "title":
                dialog.ask_text(tr("&Titel"), "", tr("Mag leeg blijven"), required=False)
            case _:
                dialog.ask_choice(tr("&Tabel"), kind_choices(), "")
        answer = dialog.answer() if dialog.exec() else None
        dialog.deleteLater()
        return answer

    def _agreements(self) -> list[FoundAgreement]:
        return [a for a in self._desk.reading.agreements if a.number]

    def _agreement_before(self, piece: Piece) -> str:
        before = [a for a in self._agreements() if a.pieces and a.pieces[0] < piece.key]
        return max(before, key=lambda a: a.pieces[0]).number if before else ""

    def _number_for(self, piece: Piece) -> str:
        found = _NUMBER.match(f"{piece.label} {piece.text} ".lstrip())
        return found[1] if found else next_number(
            self._agreement_before(piece), {a.number for a in self._agreements()}
        )  # fmt: skip

    def _done(self, way: Way, pieces: Sequence[Piece], target: str) -> str:
        shown = kind_label(target) if way.what is AssignedAs.ROWS else target
        return tr(_DONE[way.what]).format(lines=lines_words(pieces), target=shown)


def lines_words(pieces: Sequence[Piece]) -> str:
    """How much is selected: "1 regel", "3 regels"."""
    count = len({piece.line for piece in pieces})
    return tr("1 regel") if count == 1 else tr("{count} regels").format(count=count)


def _about(pieces: Sequence[Piece]) -> str:
    text = " ".join(" ".join(piece.text for piece in pieces).split())
    return f"{lines_words(pieces)}: “{shortened(text, 160)}”"


def next_number(before: str, taken: set[str]) -> str:
    """The first free number after another: 3.1 → 3.2."""
    head, dot, tail = before.rpartition(".")
    if not tail.isdecimal():
        return ""
    number = int(tail) + 1
    while f"{head}{dot}{number}" in taken:
        number += 1
    return f"{head}{dot}{number}"


def _agreement_words(agreement: FoundAgreement) -> str:
    return f"{agreement.number}  {title_of(agreement)[:70]}"
