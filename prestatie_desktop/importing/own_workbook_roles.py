"""Who leads and who is involved, where somebody changed that beside the agreement itself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from prestatie_desktop.domain.agreement import Role, RoleKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.sorts import ref
from prestatie_desktop.importing.own_workbook_taking import Taking
from prestatie_desktop.importing.own_workbook_values import references
from prestatie_desktop.words.workbook.forms import Column, Form

Wanted = dict[RoleKind, tuple[Id, ...]]


def wanted_roles(taking: Taking, *, with_sheet: bool) -> Wanted:
    """Per part whose cell says something of its own: the parties that have it.

    The sheet with roles says the same again; where it was taken out, `with_sheet` is False.
    """
    return {
        RoleKind(column.key.removeprefix("roles:")): references(taking.cell(column))
        for column in taking.match.sheet.columns
        if column.form is Form.ROLES and _counts(taking, column, with_sheet=with_sheet)
    }


def _counts(taking: Taking, column: Column, *, with_sheet: bool) -> bool:
    match = taking.match
    if column.key not in match.cells or not taking.is_taken(column):
        return False
    told_elsewhere = with_sheet and not match.is_copy and match.is_as_it_was(column.key)
    return match.exact is None or not told_elsewhere


def set_roles(draft: Dossier, item_id: Id, wanted: Wanted) -> None:
    """Give the parts of an item as its cells say; a part without a cell of its own stays."""
    before = {role.party_id: role for role in draft.roles_of(item_id)}
    for role in tuple(_gone(before.values(), wanted)):
        draft.remove(ref(role))
    for kind, parties in wanted.items():
        for party_id in parties:
            old = before.get(party_id)
            new = Role(id=new_id(), item_id=item_id, party_id=party_id, kind=kind)
            draft.put(replace(old, kind=kind) if old else new)


def _gone(roles: Iterable[Role], wanted: Wanted) -> Iterator[Role]:
    for role in roles:
        if role.kind in wanted and role.party_id not in wanted[role.kind]:
            yield role
