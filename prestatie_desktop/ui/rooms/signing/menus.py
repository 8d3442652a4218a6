"""The menus of the matrix: of a cell, of its groups, and of a party."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.groups import groups_of
from prestatie_desktop.domain.identity import Id
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.domain.signing import SigningMode
from prestatie_desktop.domain.signing_state import PartySigning, PartyState
from prestatie_desktop.ui.look.icons import icon
from prestatie_desktop.ui.rooms.signing.deeds import Deeds, Places
from prestatie_desktop.words.translation import tr

Asked = Callable[[str, Id], None]


def cell_menu(
    parent: QWidget, dossier: Dossier, deeds: Deeds, places: Places, *, asked: Asked, party: Party
) -> QMenu:
    """What can be done with the selected cells; `asked` opens what is about the party."""
    menu = QMenu(parent)
    clears = deeds.clears(places).removeprefix("Del ")
    for text, key, do in (
        (tr("Trekker"), "T", lambda: deeds.set_role(places, RoleKind.LEAD)),
        (tr("Betrokken"), "B", lambda: deeds.set_role(places, RoleKind.INVOLVED)),
        (tr("Tekent / tekent niet"), tr("Spatie"), lambda: deeds.toggle(places)),
        (tr("Tekent met voorbehoud…"), "V", lambda: deeds.reserve(places)),
    ):
        _add(menu, f"{text}\t{key}", do)
    clear = _add(
        menu, f"{clears.capitalize() or tr('Leegmaken')}\tDel", lambda: deeds.clear(places)
    )
    clear.setEnabled(bool(clears))
    groups = _groups_here(dossier, deeds, places, party)
    if groups:
        menu.addSeparator()
    for group in groups:
        _add_group(menu, deeds, places, group)
    menu.addSeparator()
    menu.addMenu(_party_submenu(menu, party, asked))
    return menu


def party_menu(
    parent: QWidget,
    party: Party,
    signing: PartySigning | None,
    *,
    asked: Asked,
    deeds: Deeds,
    default: SigningMode,
) -> QMenu:
    """What can be done about a party: from its heading."""
    menu = QMenu(parent)
    title = menu.addAction(party.full_name)
    title.setEnabled(False)
    _add(menu, tr("Ondertekenaars en ondertekeningen…"), lambda: asked("signatories", party.id),
         "account-tie-outline")  # fmt: skip
    register = _add(menu, tr("Ondertekening vastleggen…"), lambda: asked("register", party.id),
                    "draw-pen")  # fmt: skip
    register.setEnabled(signing is not None and signing.sheet is not None)
    if signing is not None and signing.state in (PartyState.STALE, PartyState.SHEET_STALE):
        _add(menu, tr("Verschil bekijken…"), lambda: asked("difference", party.id), "history")
    show = _add(menu, tr("Blad afdrukken"), lambda: asked("print", party.id), "printer-outline")
    show.setEnabled(signing is not None and signing.sheet is not None)
    menu.addSeparator()
    for text, mode, value in (
        (tr("Tekent standaard alles"), None, SigningMode.SIGNS),
        (tr("Tekent standaard niets"), SigningMode.NOT, SigningMode.NOT),
    ):
        action = _add(menu, text, partial(deeds.set_default, party.id, mode))
        action.setCheckable(True)
        action.setChecked(default is value)
    menu.addSeparator()
    _add(menu, tr("Hele kolom kiezen"), lambda: asked("column", party.id))
    return menu


def _groups_here(
    dossier: Dossier, deeds: Deeds, places: Places, party: Party
) -> tuple[PartyGroup, ...]:
    """The groups of the party, and those that are named at these items."""
    named = {
        role.party_id for item_id in deeds.item_ids(places) for role in dossier.roles_of(item_id)
    }
    own = groups_of(dossier, party.id)
    others = (g for g in dossier.all(PartyGroup) if g.id in named and g not in own)
    return (*own, *others)


def _add_group(menu: QMenu, deeds: Deeds, places: Places, group: PartyGroup) -> None:
    inside = menu.addMenu(tr("Voor alle {group}").format(group=group.name))
    for text, kind in (
        (tr("Trekker"), RoleKind.LEAD),
        (tr("Betrokken"), RoleKind.INVOLVED),
        (tr("Rol van de groep weghalen"), None),
    ):
        _add(inside, text, partial(deeds.set_group_role, places, group.id, kind))
    inside.addSeparator()
    for text, mode in (
        (tr("Tekenen"), SigningMode.SIGNS),
        (tr("Tekenen niet"), SigningMode.NOT),
        (tr("Tekenen met voorbehoud…"), SigningMode.WITH_RESERVATION),
        (tr("Regel van de groep weghalen"), None),
    ):
        _add(inside, text, partial(deeds.set_group_signing, places, group.id, mode))


def _party_submenu(menu: QMenu, party: Party, asked: Asked) -> QMenu:
    inside = QMenu(party.name, menu)
    _add(inside, tr("Ondertekenaars en ondertekeningen…"), lambda: asked("signatories", party.id))
    _add(inside, tr("Ondertekening vastleggen…"), lambda: asked("register", party.id))
    _add(inside, tr("Hele kolom kiezen"), lambda: asked("column", party.id))
    _add(inside, tr("Meer…"), lambda: asked("menu", party.id))
    return inside


def _add(menu: QMenu, text: str, do: Callable[[], object], glyph: str = "") -> QAction:
    action = menu.addAction(text)
    if glyph:
        action.setIcon(icon(glyph))
    action.triggered.connect(lambda _checked=False: do())
    return action
