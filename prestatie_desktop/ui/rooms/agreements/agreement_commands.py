"""What one can do with an agreement: the same commands for menu, keys and mouse."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.domain.agreement import Agreement, AgreementStatus
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.numbering import number_key, renumbered
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.journal.change import Added, Change
from prestatie_desktop.journal.edits import agreements
from prestatie_desktop.journal.session import Act
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.ui.look.states import STATUS
from prestatie_desktop.ui.rooms.agreements.questions import ask_line, ask_renumbering
from prestatie_desktop.words.labels import label
from prestatie_desktop.words.translation import tr


class AgreementCommands(QObject):
    """Asks what must be asked, commits, and says what happened."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent

    def add(self, theme_id: Id, after: Id = "") -> Id:
        """Add an agreement after another one, or at the end; returns its id, "" when refused."""
        agreement_id = new_id()
        entry = self._desk.bridge.do(
            agreements.add_agreement, theme_id, after=after, agreement_id=agreement_id
        )
        return agreement_id if entry else ""

    def duplicate(self, agreement_id: Id) -> Id:
        """Put a copy after an agreement, with its own number; returns its id."""
        copy_id = new_id()
        entry = self._desk.bridge.do(duplicate, agreement_id, copy_id)
        return copy_id if entry else ""

    def remove(self, agreement_id: Id) -> None:
        """Take an agreement out; it can be undone, so nothing is asked."""
        number = self._get(agreement_id).number
        if self._desk.bridge.do(agreements.remove_agreement, agreement_id):
            self._say(tr("Afspraak {number} verwijderd"), number=number)

    def shift(self, agreement_id: Id, way: int) -> None:
        """Put an agreement one place up (-1) or down (1) within its theme."""
        agreement = self._get(agreement_id)
        siblings = [a.id for a in self._desk.dossier.agreements_of(agreement.theme_id)]
        to = siblings.index(agreement_id) + way
        if 0 <= to < len(siblings):
            self._desk.bridge.do(agreements.move_agreement, agreement_id, agreement.theme_id, to)

    def put(self, agreement_id: Id, theme_id: Id, before: Id) -> None:
        """Put an agreement in a theme before another one; "" puts it last."""
        agreement, theme = self._get(agreement_id), self._desk.dossier.get(Theme, theme_id)
        others = [a.id for a in self._desk.dossier.agreements_of(theme_id) if a.id != agreement_id]
        position = others.index(before) if before in others else len(others)
        entry = self._desk.bridge.do(agreements.move_agreement, agreement_id, theme_id, position)
        if entry and agreement.theme_id != theme_id:
            self._say(
                tr("Afspraak {number} staat nu in {theme}"),
                number=agreement.number,
                theme=theme.tab_name,
            )

    def set_status(self, agreement_id: Id, status: AgreementStatus) -> None:
        """Say where the negotiation about it stands."""
        self._desk.bridge.do(agreements.set_status, agreement_id, status)

    def ask_number(self, agreement_id: Id) -> None:
        """Ask for another number."""
        now = self._get(agreement_id).number
        title = tr("Nummer van afspraak {number}").format(number=now)
        explanation = tr("Verwijzingen in de tekst gaan vanzelf mee.")
        number = ask_line(self._window, title, tr("Nummer"), now, explanation)
        if number is not None:
            self._desk.bridge.do(agreements.set_number, agreement_id, number)

    def ask_heading(self, agreement_id: Id) -> None:
        """Ask for a heading above the text."""
        agreement = self._get(agreement_id)
        title = tr("Kopje boven afspraak {number}").format(number=agreement.number)
        heading = ask_line(self._window, title, tr("Kopje"), agreement.heading)
        if heading is not None:
            self._desk.bridge.do(agreements.set_heading, agreement_id, heading)

    def ask_renumbering(self, theme_id: Id) -> None:
        """Show old and new numbers of a theme, and give the new ones when wanted."""
        self._desk.bridge.flush()
        theme = self._desk.dossier.get(Theme, theme_id)
        found = self._desk.dossier.agreements_of(theme_id)
        first = _last_part(found[0].number) if found else 1
        new = renumbered(self._desk.dossier, theme_id, first)
        pairs = [(agreement.number, new[agreement.id]) for agreement in found]
        agreed = ask_renumbering(self._window, theme, pairs)
        if agreed and self._desk.bridge.do(agreements.renumber, theme_id, first):
            self._say(tr("Thema {number} is hernummerd"), number=theme.number)

    def menu(self, agreement_id: Id, show: Callable[[Id], object]) -> QMenu:
        """Everything one can do with an agreement; `show` brings a new one into view."""
        agreement = self._get(agreement_id)
        theme_id, menu = agreement.theme_id, QMenu(self._window)
        _put(menu, "plus", tr("Afspraak hierna toevoegen"), "",
             lambda: show(self.add(theme_id, agreement_id)))  # fmt: skip
        _put(menu, "content-duplicate", tr("Dupliceren"), "",
             lambda: show(self.duplicate(agreement_id)))  # fmt: skip
        menu.addSeparator()
        status = menu.addMenu(tr("Status"))
        for one in AgreementStatus:
            state = STATUS[one.value]
            action = _put(status, state.glyph, label(one), "",
                          partial(self.set_status, agreement_id, one), colour=state.tone)  # fmt: skip
            action.setCheckable(True)
            action.setChecked(one is agreement.status)
        _put(menu, "numeric", tr("Nummer wijzigen…"), "", lambda: self.ask_number(agreement_id))
        _put(menu, "format-header-1", tr("Kopje…"), "", lambda: self.ask_heading(agreement_id))
        menu.addSeparator()
        _put(menu, "arrow-up", tr("Omhoog"), "Alt+↑", lambda: self.shift(agreement_id, -1))
        _put(menu, "arrow-down", tr("Omlaag"), "Alt+↓", lambda: self.shift(agreement_id, 1))
        to_theme = menu.addMenu(tr("Verplaatsen naar thema"))
        for theme in self._desk.dossier.themes:
            action = to_theme.addAction(f"{theme.number}  {theme.title}".replace("&", "&&"))
            action.setEnabled(theme.id != theme_id)
            action.triggered.connect(partial(self._put_last, agreement_id, theme.id))
        _put(menu, "sort-ascending", tr("Thema hernummeren…"), "",
             lambda: self.ask_renumbering(theme_id))  # fmt: skip
        menu.addSeparator()
        _put(menu, "trash-can-outline", tr("Verwijderen"), "Del",
             lambda: self.remove(agreement_id))  # fmt: skip
        return menu

    def _put_last(self, agreement_id: Id, theme_id: Id, _checked: bool = False) -> None:
        self.put(agreement_id, theme_id, "")

    def _get(self, agreement_id: Id) -> Agreement:
        return self._desk.dossier.get(Agreement, agreement_id)

    def _say(self, sentence: str, **words: str) -> None:
        self._desk.happened.emit(sentence.format(**words), True)


def _last_part(number: str) -> int:
    """Where a theme's numbers begin: 7 of 1.7, because its tables come before the agreements."""
    parts = [part for kind, part, _ in number_key(number) if kind == 0]
    return parts[-1] if len(parts) > 1 else 1


def duplicate(dossier: Dossier, agreement_id: Id, copy_id: Id) -> Act:
    """A copy with the same text and roles after an agreement, with a number of its own."""
    original = dossier.get(Agreement, agreement_id)
    made = agreements.add_agreement(
        dossier, original.theme_id, after=agreement_id, agreement_id=copy_id
    )
    changes: list[Change] = []
    for change in made.changes:
        assert isinstance(change, Added)
        fresh = change.entity
        assert isinstance(fresh, Agreement)
        changes.append(Added(replace(original, id=fresh.id, number=fresh.number, rank=fresh.rank)))
    return replace(made, changes=(*changes, *_copied_roles(dossier, agreement_id, copy_id)))


def _copied_roles(dossier: Dossier, agreement_id: Id, copy_id: Id) -> list[Change]:
    return [
        Added(replace(role, id=new_id(), item_id=copy_id))
        for role in dossier.roles_of(agreement_id)
    ]


def _put(
    menu: QMenu,
    glyph: str,
    name: str,
    key: str,
    act: Callable[[], object],
    *,
    colour: str = "ink2",
) -> QAction:
    action = QAction(icon(glyph, colour), f"{name}\t{key}" if key else name, menu)
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)
    return action
