"""A new dossier from what its secretary says in the assistant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from prestatie_desktop.domain.agreement_set import SetKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.identity import Id, new_id
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.errors import UserError
from prestatie_desktop.filling.standard import (
    StandardTheme,
    standard_choices,
    standard_kinds,
    standard_themes,
)
from prestatie_desktop.journal.change import Added, Change, apply_all
from prestatie_desktop.journal.edits.agreement_sets import set_details, start
from prestatie_desktop.journal.edits.making import line
from prestatie_desktop.journal.edits.parties import add_group, add_party
from prestatie_desktop.journal.edits.themes import add_theme
from prestatie_desktop.journal.session import Act
from prestatie_desktop.words.labels import plural


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTenants:
    """A tenants' organisation, and the names of the corporations whose tenants it speaks for."""

    name: str
    represents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDossier:
    """What a new dossier starts with. Without a title it is named after municipality and year."""

    first_year: int
    last_year: int | None = None
    kind: SetKind = SetKind.YEARLY
    title: str = ""
    municipalities: tuple[str, ...] = ()
    corporations: tuple[str, ...] = ()
    tenants: tuple[NewTenants, ...] = ()
    themes: tuple[StandardTheme, ...] = ()
    framework_title: str = ""
    framework_period: str = ""


def new_dossier(plan: NewDossier) -> Act:
    """Everything a new dossier starts with, as the first step of its journal.

    Chosen themes are numbered from 1. Raises UserError for an empty or double name, impossible
    years, or a tenants' organisation that speaks for a corporation that is not there.
    """
    draft = _Draft()
    draft.do(start(plan.title or standard_title(plan), plan.kind, plan.first_year, plan.last_year))
    if plan.framework_title or plan.framework_period:
        draft.do(
            set_details(
                draft.dossier,
                framework_title=plan.framework_title,
                framework_period=plan.framework_period,
            )
        )
    for name in plan.municipalities:
        draft.add_party(name, PartyKind.MUNICIPALITY)
    _add_corporations(draft, plan)
    _add_tenants(draft, plan)
    _add_themes(draft, plan.themes)
    return Act(
        action="start_dossier",
        args={"title": draft.dossier.set.title},
        changes=tuple(draft.changes),
        starts=True,
    )


def next_year() -> NewDossier:
    """The plan of who says nothing more: next year's agreements with all standard themes."""
    year = datetime.now().astimezone().year + 1
    return NewDossier(first_year=year, themes=standard_themes())


def standard_title(plan: NewDossier) -> str:
    """Prestatieafspraken Veldhoven 2026, or Prestatieafspraken 2026 – 2029."""
    names = [name.strip().removeprefix("Gemeente ") for name in plan.municipalities if name.strip()]
    where = " en ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    last = plan.last_year or plan.first_year
    years = str(plan.first_year) if last == plan.first_year else f"{plan.first_year} – {last}"
    return " ".join(filter(None, ["Prestatieafspraken", where, years]))


class _Draft:
    """A dossier that is being filled, and the changes that fill it."""

    def __init__(self) -> None:
        self.dossier = Dossier()
        self.changes: list[Change] = []

    def do(self, act: Act) -> None:
        apply_all(self.dossier, act.changes)
        self.changes += act.changes

    def add(self, entities: Iterable[Entity]) -> None:
        added = [Added(entity) for entity in entities]
        apply_all(self.dossier, added)
        self.changes += added

    def add_party(self, name: str, kind: PartyKind, represents: tuple[Id, ...] = ()) -> Id:
        act = add_party(self.dossier, name, kind, represents=represents)
        self.do(act)
        return act.changes[0].ref.id


def _add_corporations(draft: _Draft, plan: NewDossier) -> None:
    ids = tuple(draft.add_party(name, PartyKind.CORPORATION) for name in plan.corporations)
    if ids:
        draft.do(add_group(draft.dossier, plural(PartyKind.CORPORATION), ids))


def _add_tenants(draft: _Draft, plan: NewDossier) -> None:
    corporations = {
        party.name.casefold(): party.id
        for party in draft.dossier.parties
        if party.kind is PartyKind.CORPORATION
    }
    ids = tuple(
        draft.add_party(
            tenants.name,
            PartyKind.TENANTS_ORGANISATION,
            tuple(_corporation(corporations, tenants, name) for name in tenants.represents),
        )
        for tenants in plan.tenants
    )
    if ids:
        draft.do(add_group(draft.dossier, plural(PartyKind.TENANTS_ORGANISATION), ids))


def _corporation(known: dict[str, Id], tenants: NewTenants, name: str) -> Id:
    found = known.get(line(name, "De naam van een corporatie").casefold())
    if found is None:
        raise UserError(
            f"{tenants.name} spreekt namens huurders van {name}, maar die corporatie staat niet in "
            "de lijst. Er is geen dossier gemaakt."
        )
    return found


def _add_themes(draft: _Draft, chosen: tuple[StandardTheme, ...]) -> None:
    by_number: dict[str, Theme] = {}
    for place, theme in enumerate(chosen, start=1):
        draft.do(
            add_theme(
                draft.dossier,
                theme.title,
                number=str(place),
                short_title=theme.short_title,
                introduction=theme.introduction,
            )
        )
        by_number[theme.number] = draft.dossier.themes[-1]
    draft.add(standard_choices(lambda _: new_id()))
    draft.add(standard_kinds(lambda _: new_id(), by_number))


__all__ = ["NewDossier", "NewTenants", "StandardTheme", "new_dossier", "standard_themes"]
