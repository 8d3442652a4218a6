"""Small dossiers for tests, made through the one door as a user would."""

from datetime import UTC, date, datetime, timedelta

from prestatie_desktop.domain.agreement import Agreement, RoleKind
from prestatie_desktop.domain.agreement_set import SetKind, TextPartKind
from prestatie_desktop.domain.choice import ChoiceList
from prestatie_desktop.domain.commitment import Commitment, CommitmentKind
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.series import SeriesColumn, SeriesKind
from prestatie_desktop.domain.signing import Edition, SignatureSheet, SigningMode, SigningScope
from prestatie_desktop.domain.theme import Theme
from prestatie_desktop.journal.edits import (
    agreements,
    bods,
    choices,
    commitments,
    editions,
    parties,
    roles,
    series,
    signing,
    text_parts,
    themes,
)
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


def full_session(store: Store | None = None, clock: Clock | None = None) -> Session:
    """The small one with something of every sort, adopted, and signed by one party."""
    session = small_session(store, clock)
    dossier, commit = session.dossier, session.commit
    town, house, tenants = (
        party(session, name).id for name in ("Gemeente Veldhoven", "Woonhuis", "Huurders Woonhuis")
    )
    first, row = agreement(session, "1.7").id, project(session, "Kerkveld").id
    commit(text_parts.add_text_part(dossier, TextPartKind.DEFINITIONS, "Begrippen", "<p>Zo.</p>"))
    commit(choices.add_choice(dossier, ChoiceList.PRICE, "Goedkoop", key="cheap"))
    commit(parties.edit_party(dossier, tenants, represents=(house,), successor_id=town))
    commit(agreements.set_open_question(dossier, first, "Wie betaalt?", town))
    commit(agreements.set_municipalities(dossier, first, (town,)))
    commit(commitments.set_values(dossier, row, {"municipality_id": town, "agreement_id": first}))
    commit(roles.set_role(dossier, row, house, RoleKind.LEAD))
    columns = (SeriesColumn("w", "Woonhuis", house), SeriesColumn("t", "Totaal"))
    for title, owner in (("Labels", ""), ("Huren", first)):
        commit(
            series.add_series(
                dossier, theme(session, "1").id, title, SeriesKind.SERIES, columns,
                agreement_id=owner, rows=[("2026", ("10", "")), ("2027", ("8", "18"))],
            )
        )  # fmt: skip
    commit(bods.set_bod_text(dossier, house, "new_build", "<p>Wij bouwen.</p>"))
    commit(bods.submit_bod(dossier, SECRETARY, house, date(2025, 7, 1)))
    for scope, target, who in (
        (SigningScope.ITEM, agreement(session, "2.1").id, tenants),
        (SigningScope.THEME, theme(session, "2").id, house),
        (SigningScope.DEFAULT, "", dossier.all(PartyGroup)[0].id),
    ):
        mode = SigningMode.WITH_RESERVATION
        commit(signing.set_signing(dossier, scope, target, who, mode, reservation="Mits het kan."))
    commit(signing.add_signatory(dossier, house, "B. Bestuurder"))
    commit(editions.adopt(dossier, SECRETARY, date(2025, 11, 3), now=session.opened_at))
    commit(editions.register_signature(dossier, SECRETARY, sheet(session, "Woonhuis").id,
                                       "B. Bestuurder", date(2025, 11, 4)))  # fmt: skip
    return session


def sheet(session: Session, name: str) -> SignatureSheet:
    """The sheet that was last issued to a party."""
    found = session.dossier.of(SignatureSheet, "party_id", party(session, name).id)
    return max(found, key=lambda one: session.dossier.get(Edition, one.edition_id).number)
