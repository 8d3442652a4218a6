"""The dossiers that stand in the pictures, each made once and copied."""

import shutil
from datetime import date, timedelta
from pathlib import Path

from prestatie_desktop.domain.agreement import Agreement
from prestatie_desktop.domain.agreement_set import SetKind
from prestatie_desktop.domain.party import Party, PartyKind
from prestatie_desktop.domain.signing import SignatureSheet, SigningMode, SigningScope
from prestatie_desktop.domain.signing_rules import signing_parties
from prestatie_desktop.filling.template import NewDossier
from prestatie_desktop.journal.edits import agreements, bods, editions, parties, signing
from prestatie_desktop.journal.entry import Author
from prestatie_desktop.journal.session import Session
from prestatie_desktop.ui.open_file import OpenFile, create_file, example_file

WHO = Author("S. Voorbeeld", "Gemeente Heerlen")
_LONG = "Stichting Samenwerkende Huurdersbelangenverenigingen Zuidoost-Limburg en Parkstad"


class Dossiers:
    """Gives each scene a file of its own."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "dossiers"
        self._folder.mkdir()
        self._made: dict[str, Path] = {}

    def copy(self, which: str, folder: Path) -> Path:
        """A copy of "example", "adopted", "signed", "submitted" or "empty" in a folder."""
        if which not in self._made:
            self._made[which] = self._make(which)
        path = folder / f"Heerlen 2024 {which}.prestatie"
        shutil.copy(self._made[which], path)
        return path

    def _make(self, which: str) -> Path:
        folder = self._folder / which
        folder.mkdir()
        file = _empty(folder) if which == "empty" else example_file(folder, WHO)
        try:
            match which:
                case "adopted":
                    _adopt(file.session)
                case "signed":
                    _sign(file.session)
                case "submitted":
                    _submit(file.session)
                case "long":
                    _lengthen(file.session)
        finally:
            file.close()
        return file.path


def _empty(folder: Path) -> OpenFile:
    plan = NewDossier(title="Prestatieafspraken Voerendaal", first_year=2026, kind=SetKind.YEARLY)
    return create_file(folder / "Voerendaal 2026.prestatie", WHO, plan)


def _adopt(session: Session) -> None:
    day = date(2024, 2, 26)
    session.commit(editions.adopt(session.dossier, WHO, day))


def _sign(session: Session) -> None:
    """Eight sign, one of them with a reservation; then a text changes that one party signed."""
    some = _sample(session)
    names = signing_parties(session.dossier)
    session.commit(
        signing.set_signing(
            session.dossier, SigningScope.ITEM, some[2].id, names[3].id,
            SigningMode.WITH_RESERVATION, reservation="Alleen als de gemeente de grond levert.",
        )
    )  # fmt: skip
    for other in names[:-1]:
        for item in some[:1]:
            if other is not names[4]:
                session.commit(
                    signing.set_signing(
                        session.dossier, SigningScope.ITEM, item.id, other.id,
                        SigningMode.NOT,
                    )
                )  # fmt: skip
    session.commit(editions.adopt(session.dossier, WHO, date(2024, 3, 4)))
    sheets = {sheet.party_id: sheet for sheet in session.dossier.all(SignatureSheet)}
    for at, party in enumerate(names[:8]):
        session.commit(
            editions.register_signature(
                session.dossier, WHO, sheets[party.id].id, "mevrouw M. Voorbeeld",
                date(2024, 3, 6) + timedelta(days=at), place="Heerlen",
            )
        )  # fmt: skip
    html = some[0].text.replace("</p>", " De uitkomst is vóór 1 juli bekend.</p>", 1)
    session.commit(agreements.set_text(session.dossier, some[0].id, html))


def _sample(session: Session) -> list[Agreement]:
    first = session.dossier.themes[0].id
    return [a for a in session.dossier.agreements_of(first) if a.text.startswith("<p>")]


def _submit(session: Session) -> None:
    party = next(p for p in session.dossier.all(Party) if p.kind is PartyKind.CORPORATION)
    session.commit(
        bods.submit_bod(
            session.dossier, WHO, party.id, date(2023, 6, 28), consulted_on=date(2023, 6, 1),
            board_approved_on=date(2023, 6, 20), consultation="De huurders steunen het bod.",
        )
    )  # fmt: skip


def _lengthen(session: Session) -> None:
    """The longest Dutch name."""
    tenants = [p for p in session.dossier.all(Party) if p.kind is PartyKind.TENANTS_ORGANISATION]
    session.commit(parties.edit_party(session.dossier, tenants[0].id, name=_LONG))
