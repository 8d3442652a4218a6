"""What keys and menus of the matrix do to the dossier."""

from collections.abc import Callable, Sequence

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.items import binds, find_item
from prestatie_desktop.domain.signing import SigningMode, SigningScope
from prestatie_desktop.journal.edits.roles import set_role, set_roles_many
from prestatie_desktop.journal.edits.signing import set_signing, set_signing_many
from prestatie_desktop.journal.entry import Entry
from prestatie_desktop.ui.desk import Desk
from prestatie_desktop.ui.rooms.signing.matrix_model import MatrixModel
from prestatie_desktop.ui.rooms.signing.rows import OUTSIDE, Row, RowKind, items_of
from prestatie_desktop.words.actions import entry_sentence
from prestatie_desktop.words.translation import tr

#: Rows and columns of cells.
Places = Sequence[tuple[int, int]]
#: Asks for the words of a reservation, given those that stand there; None: never mind.
AskReservation = Callable[[str], str | None]
_Cells = list[tuple[Id, Id]]


class Deeds:
    """Each deed on one or many cells is one step to undo (theme headings: one each)."""

    def __init__(self, desk: Desk, model: MatrixModel, ask: AskReservation) -> None:
        self._desk, self._model, self._ask = desk, model, ask

    def set_role(self, places: Places, kind: RoleKind | None) -> None:
        """Give the parties a role at the items; theme headings have none."""
        cells = self._cells(places)
        if not cells:
            self._say(tr("Een rol hoort bij een afspraak of project, niet bij een heel thema."))
        elif len(cells) == 1:
            self._desk.bridge.do(set_role, *cells[0], kind)
        else:
            self._tell(self._desk.bridge.do(set_roles_many, cells, kind))

    def toggle(self, places: Places) -> None:
        """Signs or does not sign: the same for all, whatever each was before."""
        cells = self._binding(self._cells(places))
        if cells:
            wanted = SigningMode.NOT if self._all_sign(cells) else SigningMode.SIGNS
            self.set_signing(cells, wanted)
        for theme_id, party_id in self._headings(places):
            now = self._model.reader.rules.in_theme(theme_id, party_id).mode
            wanted = SigningMode.SIGNS if now is SigningMode.NOT else SigningMode.NOT
            self.set_theme(theme_id, party_id, wanted)
        if not cells and self._cells(places):
            self._say(tr("Wat vervallen is, tekent niemand."))

    def reserve(self, places: Places) -> None:
        """Ask the words of a reservation and set it."""
        cells = self._binding(self._cells(places))
        headings = self._headings(places)
        if not cells and not headings:
            self._say(tr("Wat vervallen is, tekent niemand."))
            return
        text = self._ask(self._reservation_at(places))
        if text is None:
            return
        if cells:
            self.set_signing(cells, SigningMode.WITH_RESERVATION, text)
        for theme_id, party_id in headings:
            self.set_theme(theme_id, party_id, SigningMode.WITH_RESERVATION, text)

    def clear(self, places: Places) -> None:
        """Take the roles away, or where there are none the own rules."""
        roles = self._own_roles(places)
        rules = self._own_rules(places)
        headings = [
            (theme_id, party_id)
            for theme_id, party_id in self._headings(places)
            if self._has_rule(SigningScope.THEME, theme_id, party_id)
        ]
        if roles:
            self._many_roles(roles)
        elif rules:
            self.set_signing(rules, None)
        elif headings:
            for theme_id, party_id in headings:
                self.set_theme(theme_id, party_id, None)
        else:
            self._say(self._why_nothing(places))

    def clears(self, places: Places) -> str:
        """What `clear` would take away, as the hint beside the key."""
        if self._own_roles(places):
            return tr("Del rol weg")
        if self._own_rules(places) or any(
            self._has_rule(SigningScope.THEME, *heading) for heading in self._headings(places)
        ):
            return tr("Del eigen regel weg")
        return ""

    def set_signing(self, cells: _Cells, mode: SigningMode | None, reservation: str = "") -> None:
        """Make (or with None drop) the rules of items."""
        entry = self._desk.bridge.do(set_signing_many, cells, mode, reservation=reservation)
        if len(cells) > 1:
            self._tell(entry)

    def set_theme(
        self, theme_id: Id, party_id: Id, mode: SigningMode | None, reservation: str = ""
    ) -> None:
        """Make (or with None drop) a rule for a whole theme; what holds anyway is no rule."""
        if theme_id == OUTSIDE:
            self._say(tr("Een regel hoort bij een thema; stel dit per tabel of project in."))
            return
        if mode is self._model.reader.rules.by_default(party_id).mode and not reservation:
            mode = None
        entry = self._desk.bridge.do(
            set_signing, SigningScope.THEME, theme_id, party_id, mode, reservation=reservation
        )
        self._tell(entry)

    def set_default(self, party_id: Id, mode: SigningMode | None) -> None:
        """What a party signs where no theme and no item says otherwise."""
        entry = self._desk.bridge.do(set_signing, SigningScope.DEFAULT, "", party_id, mode)
        self._tell(entry)

    def set_group_role(self, places: Places, group_id: Id, kind: RoleKind | None) -> None:
        """Give a whole group a role at the items of these rows."""
        cells = [
            (item_id, group_id) for item_id in dict.fromkeys(i for i, _ in self._cells(places))
        ]
        if cells:
            self._tell(self._desk.bridge.do(set_roles_many, cells, kind))

    def set_group_signing(self, places: Places, group_id: Id, mode: SigningMode | None) -> None:
        """Make (or with None drop) a group's rule for these rows; a reservation asks its words."""
        reservation = ""
        if mode is SigningMode.WITH_RESERVATION:
            asked = self._ask(self._reservation_at(places))
            if asked is None:
                return
            reservation = asked
        for target in dict.fromkeys(self._targets(places)):
            scope, target_id = target
            entry = self._desk.bridge.do(
                set_signing, scope, target_id, group_id, mode, reservation=reservation
            )
            self._tell(entry)

    def item_ids(self, places: Places) -> list[Id]:
        """The items of some cells, each once."""
        return list(dict.fromkeys(item_id for item_id, _ in self._cells(places)))

    def _targets(self, places: Places) -> list[tuple[SigningScope, Id]]:
        items = [(SigningScope.ITEM, item_id) for item_id, _ in self._cells(places)]
        return items or [(SigningScope.THEME, theme_id) for theme_id, _ in self._headings(places)]

    def _cells(self, places: Places) -> _Cells:
        return [
            (item.id, party_id)
            for row, party_id in self._looked_up(places)
            for item in items_of(self._desk.dossier, row)
        ]

    def _headings(self, places: Places) -> _Cells:
        return [
            (row.theme_id, party_id)
            for row, party_id in self._looked_up(places)
            if row.kind is RowKind.THEME
        ]

    def _looked_up(self, places: Places) -> list[tuple[Row, Id]]:
        parties = self._model.parties
        return [
            (row, parties[column].id)
            for at, column in places
            if (row := self._model.row_at(at)) is not None and column < len(parties)
        ]

    def _binding(self, cells: _Cells) -> _Cells:
        found = ((find_item(self._desk.dossier, item_id), party_id) for item_id, party_id in cells)
        return [(item.id, party_id) for item, party_id in found if item and binds(item)]

    def _all_sign(self, cells: _Cells) -> bool:
        rules, dossier = self._model.reader.rules, self._desk.dossier
        found = ((find_item(dossier, item_id), party_id) for item_id, party_id in cells)
        return all(
            rules.of(item, party_id).mode is not SigningMode.NOT for item, party_id in found if item
        )

    def _own_roles(self, places: Places) -> _Cells:
        return [
            (item_id, party_id)
            for item_id, party_id in self._cells(places)
            if any(r.party_id == party_id for r in self._desk.dossier.roles_of(item_id))
        ]

    def _own_rules(self, places: Places) -> _Cells:
        return [
            (item_id, party_id)
            for item_id, party_id in self._cells(places)
            if self._has_rule(SigningScope.ITEM, item_id, party_id)
        ]

    def _has_rule(self, scope: SigningScope, target_id: Id, party_id: Id) -> bool:
        return self._model.reader.rules.has(scope, target_id, party_id)

    def _many_roles(self, cells: _Cells) -> None:
        if len(cells) == 1:
            self._desk.bridge.do(set_role, *cells[0], None)
        else:
            self._tell(self._desk.bridge.do(set_roles_many, cells, None))

    def _reservation_at(self, places: Places) -> str:
        return next(
            (text for at, column in places if (text := self._model.cell(at, column).reservation)),
            "",
        )

    def _why_nothing(self, places: Places) -> str:
        cells = [self._model.cell(at, column) for at, column in places]
        if any(cell.role for cell in cells):
            return tr(
                "Deze rol komt van een groep of een eigen project; zie het menu van het vakje."
            )
        if any(cell.rule for cell in cells):
            return tr("Deze regel is van een groep; haal hem weg via het menu van het vakje.")
        return tr("Hier staat geen rol en geen eigen regel om weg te halen.")

    def _tell(self, entry: Entry | None) -> None:
        if entry is not None:
            self._desk.happened.emit(entry_sentence(entry), True)

    def _say(self, text: str) -> None:
        self._desk.happened.emit(text, False)
