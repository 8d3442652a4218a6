from contextlib import closing
from pathlib import Path

import pytest

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.signing import SigningMode, SigningScope
from prestatie_desktop.errors import UserError
from prestatie_desktop.journal.edits import agreements, commitments, roles, signing
from prestatie_desktop.journal.session import Session
from prestatie_desktop.storage.opening import open_dossier
from prestatie_desktop.words.journal import item_history, whole_history
from tests.building import SECRETARY, agreement, party, project, small_session
from tests.storage.files import small_file


def test_the_whole_history_is_a_line_for_every_entry_oldest_first() -> None:
    session = small_session()
    lines = list(whole_history(session.store))
    assert len(lines) == len(list(session.store.entries_since("")))
    assert lines[0].endswith(
        "  S. Voorbeeld (Gemeente Veldhoven): Dossier Prestatieafspraken Veldhoven 2026 begonnen"
    )
    assert lines[0].startswith("03-11-2025 ")


def test_the_history_of_an_agreement_tells_of_its_roles_and_what_changed() -> None:
    session = small_session()
    item = agreement(session, "1.10")
    owner = party(session, "Gemeente Veldhoven")
    session.commit(roles.set_role(session.dossier, item.id, owner.id, RoleKind.LEAD))
    session.commit(agreements.set_planning(session.dossier, item.id, "Q3"))
    session.undo()
    lines = list(item_history(session.store, session.dossier, "1.10."))
    assert [line.partition("): ")[2] or line for line in lines] == [
        "Afspraak 1.10 toegevoegd",
        "Rol van Gemeente Veldhoven bij 1.10: trekker",
        "Planning van 1.10 gewijzigd",
        "    Planning: leeg → Q3",
        "Ongedaan gemaakt: planning van 1.10 gewijzigd",
        "    Planning: Q3 → leeg",
    ]


def test_a_project_is_found_by_its_place() -> None:
    session = small_session()
    row = project(session, "Kerkveld")
    session.commit(commitments.set_values(session.dossier, row.id, {"homes": "circa 40"}))
    lines = list(item_history(session.store, session.dossier, "kerkveld"))
    assert lines[-1] == "    Woningen: 40 → circa 40"


def test_a_name_that_means_nothing_or_two_things_is_refused() -> None:
    session = small_session()
    store, dossier = session.store, session.dossier
    with pytest.raises(UserError, match="geen afspraak of project"):
        list(item_history(store, dossier, "9.9"))
    twin = commitments.add_commitment(
        dossier, project(session, "Kerkveld").kind_id, values={"location": "Kerkveld"}
    )
    session.commit(twin)
    with pytest.raises(UserError, match="2 projecten"):
        list(item_history(store, dossier, "Kerkveld"))


def test_a_role_that_was_taken_away_stays_in_the_history(tmp_path: Path) -> None:
    path = small_file(tmp_path / "rollen.prestatie")
    with closing(open_dossier(path)) as store:
        session = Session(store, SECRETARY)
        item, owner = agreement(session, "1.10").id, party(session, "Gemeente Veldhoven").id
        for role in (RoleKind.LEAD, RoleKind.INVOLVED, None):
            session.commit(roles.set_role(session.dossier, item, owner, role))
        session.commit(
            signing.set_signing(session.dossier, SigningScope.ITEM, item, owner, SigningMode.NOT)
        )
        session.undo()

        lines = list(item_history(store, session.dossier, "1.10"))

    assert [line.partition("): ")[2] or line for line in lines[1:]] == [
        "Rol van Gemeente Veldhoven bij 1.10: trekker",
        "Rol van Gemeente Veldhoven bij 1.10: betrokken",
        "    Soort: Trekker → Betrokken",
        "Rol van Gemeente Veldhoven bij 1.10 weggehaald",
        "Ondertekening van 1.10 door Gemeente Veldhoven: tekent niet",
        "Ongedaan gemaakt: ondertekening van 1.10 door Gemeente Veldhoven: tekent niet",
    ]
