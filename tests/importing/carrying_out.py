"""Imports that are planned and carried out, in memory or in a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from prestatie_desktop.domain.agreement import Agreement, RoleKind
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.entity import Entity
from prestatie_desktop.domain.groups import named
from prestatie_desktop.domain.integrity import dangling
from prestatie_desktop.domain.party import Party, PartyGroup
from prestatie_desktop.filling.template import new_dossier, next_year
from prestatie_desktop.importing.decisions import NOTHING_DECIDED, Decisions
from prestatie_desktop.importing.matching_values import Match
from prestatie_desktop.importing.planning import Plan, plan
from prestatie_desktop.importing.reading import Reading
from prestatie_desktop.importing.starting import start_from
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore, Store
from prestatie_desktop.storage.sqlite_store import SqliteStore, make_empty
from tests.building import SECRETARY, Clock

E = TypeVar("E", bound=Entity)


def begun(reading: Reading, store: Store | None = None) -> Session:
    """A new dossier for a source, before the source comes in."""
    session = Session(store or MemoryStore(), SECRETARY, now=Clock())
    session.commit(start_from(reading, "bron.docx"))
    return session


def from_template() -> Session:
    """What `prestatie-desktop new` makes."""
    session = Session(MemoryStore(), SECRETARY, now=Clock())
    session.commit(new_dossier(next_year()))
    return session


def matches(
    reading: Reading, dossier: Dossier, decisions: Decisions = NOTHING_DECIDED
) -> tuple[Match, ...]:
    """What happens with each part, in the order in which parts are shown."""
    return plan(reading, dossier, decisions).matches


def carry_out(session: Session, reading: Reading, decisions: Decisions = NOTHING_DECIDED) -> Plan:
    """Plan an import and commit it; everything it points at must be there."""
    made = plan(reading, session.dossier, decisions, name="bron.docx")
    session.commit_together(made.acts)
    assert dangling(session.dossier) == ()
    assert session.store.load() == session.dossier
    return made


def imported(reading: Reading, store: Store | None = None) -> Session:
    """A new dossier with a source in it."""
    session = begun(reading, store)
    carry_out(session, reading)
    return session


def empty_file(folder: Path) -> SqliteStore:
    """A store in a file, without anything."""
    make_empty(folder / "dossier.prestatie")
    return SqliteStore(folder / "dossier.prestatie")


def by_key(
    reading: Reading, session: Session, decisions: Decisions = NOTHING_DECIDED
) -> Mapping[str, Match]:
    """What is proposed for each part."""
    return {match.part.key: match for match in matches(reading, session.dossier, decisions)}


def found(session: Session, number: str) -> Agreement:
    """The agreement with a number."""
    return next(a for a in session.dossier.all(Agreement) if a.number == number)


def numbers(session: Session) -> list[str]:
    """The numbers of all agreements in reading order."""
    dossier = session.dossier
    return [a.number for theme in dossier.themes for a in dossier.agreements_of(theme.id)]


def the_row(session: Session, location: str) -> Commitment:
    """The row of a place."""
    return next(c for c in session.dossier.all(Commitment) if c.location == location)


def the_party(session: Session, name: str) -> Party:
    """The party with a name."""
    return next(p for p in session.dossier.parties if p.name == name)


def the_group(session: Session, name: str) -> PartyGroup:
    """The group with a name."""
    return next(g for g in session.dossier.all(PartyGroup) if g.name == name)


def roles(session: Session, number: str) -> dict[str, RoleKind]:
    """Who does what for an agreement, by name."""
    dossier = session.dossier
    return {
        named(dossier, role.party_id): role.kind
        for role in dossier.roles_of(found(session, number).id)
    }


def kind_of(session: Session, location: str) -> CommitmentKind:
    """The table a row stands in."""
    return session.dossier.get(CommitmentKind, the_row(session, location).kind_id)
