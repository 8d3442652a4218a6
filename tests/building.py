"""Small dossiers for tests, made through the one door as a user would."""

from datetime import UTC, datetime, timedelta

from prestatie_desktop.domain.agreement import Agreement, RoleKind
from prestatie_desktop.domain.agreement_set import SetKind
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.journal.edits import agreements, commitments, parties, roles, themes
from prestatie_desktop.journal.edits.agreement_sets import start
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.store import MemoryStore, Store

SECRETARY = Author("S. Voorbeeld", "Gemeente Veldhoven")


class Clock:
    """A clock that moves one minute at each look, or as far as it is told."""

    def __init__(self) -> None:
        self.now = datetime(2025, 11, 3, 9, 0, tzinfo=UTC)
        self.pace = timedelta(minutes=1)

    def __call__(self) -> datetime:
        self.now += self.pace
        return self.now


def empty_session(store: Store | None = None, clock: Clock | None = None) -> Session:
    session = Session(store or MemoryStore(), SECRETARY, now=clock or Clock())
    session.commit(start("Prestatieafspraken Veldhoven 2026", SetKind.YEARLY, 2026))
    return session


def small_session(store: Store | None = None, clock: Clock | None = None) -> Session:
    """Three signing parties, a group, an actor, two themes, three agreements, two projects."""
    session = empty_session(store, clock)
    dossier, commit = session.dossier, session.commit
    commit(parties.add_party(dossier, "Gemeente Veldhoven", PartyKind.MUNICIPALITY))
    commit(parties.add_party(dossier, "Woonhuis", PartyKind.CORPORATION))
    commit(parties.add_party(dossier, "Thuisborg", PartyKind.CORPORATION))
    commit(parties.add_party(dossier, "Huurders Woonhuis", PartyKind.TENANTS_ORGANISATION))
    commit(parties.add_party(dossier, "Bewoners", PartyKind.ACTOR))
    both = (party(session, "Woonhuis").id, party(session, "Thuisborg").id)
    commit(parties.add_group(dossier, "Woningcorporaties", both))
    for number, title in (("1", "Beschikbaarheid"), ("2", "Betaalbaarheid")):
        commit(themes.add_theme(dossier, title, number=number))
    for number, text in (
        ("1.7", "<p>Woonhuis bouwt ruim 40 woningen.</p>"),
        ("1.10", "<p>De gemeente wijst een contactpersoon aan.</p>"),
        ("2.1", "<p>De huur stijgt hooguit <b>2 %</b>.</p>"),
    ):
        theme = dossier.themes[int(number[0]) - 1]
        commit(agreements.add_agreement(dossier, theme.id, number=number, text=text))
    group = dossier.all(PartyGroup)[0]
    commit(
        roles.set_role(
            dossier, agreement(session, "1.7").id, party(session, "Woonhuis").id, RoleKind.LEAD
        )
    )
    commit(roles.set_role(dossier, agreement(session, "1.7").id, group.id, RoleKind.INVOLVED))
    commit(commitments.add_kind(dossier, "Nieuwbouw", theme_id=dossier.themes[0].id))
    kind = dossier.all(CommitmentKind)[0]
    for name, place, homes in (("Woonhuis", "Kerkveld", "40"), ("Thuisborg", "Zuidrand", "+65")):
        values = {"location": place, "homes": homes}
        corporation = party(session, name).id
        commit(
            commitments.add_commitment(dossier, kind.id, corporation_id=corporation, values=values)
        )
    return session


def party(session: Session, name: str) -> Party:
    return next(p for p in session.dossier.parties if p.name == name)


def agreement(session: Session, number: str) -> Agreement:
    return next(a for a in session.dossier.all(Agreement) if a.number == number)


def theme(session: Session, number: str) -> Theme:
    return next(t for t in session.dossier.themes if t.number == number)


def project(session: Session, location: str) -> Commitment:
    return next(c for c in session.dossier.all(Commitment) if c.location == location)
