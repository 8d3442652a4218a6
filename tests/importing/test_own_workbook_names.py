"""Names in a workbook: of parties, of who leads, and of things that another dossier has too."""

from pathlib import Path

from openpyxl import Workbook

from prestatie_desktop.domain.agreement import RoleKind
from prestatie_desktop.domain.party import Party, PartyGroup, PartyKind
from prestatie_desktop.domain.series import Series, SeriesColumn, SeriesKind, SeriesRow
from prestatie_desktop.journal.edits import (
    agreements,
    parties,
    roles,
    series,
    themes,
)
from prestatie_desktop.journal.session import Session
from tests.building import (
    agreement,
    empty_session,
    party,
    small_session,
    theme,
)
from tests.importing.own_workbooks import (
    append,
    at,
    change,
    edited,
    exported,
    named,
    number,
    put,
    roles_at,
    row_of,
    sheet_of,
    taken,
)


def test_a_party_may_be_called_by_any_of_its_names(tmp_path: Path) -> None:
    session = small_session()
    house = party(session, "Woonhuis")
    session.commit(
        parties.edit_party(
            session.dossier, house.id, legal_name="Stichting Woonhuis", aliases=("WH",)
        )
    )
    path = exported(session.dossier, tmp_path)
    for name in ("woonhuis", "Stichting  Woonhuis", "wh"):
        change(path, "Inzet", "Locatie of onderwerp", "Zuidrand", Corporatie=name)
        after, _ = taken(path, session.dossier)
        assert at(after, "Zuidrand").corporation_id == house.id


def test_a_party_can_be_renamed_and_called_by_its_new_name_at_once(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)
    change(path, "Partijen", "Naam", "Woonhuis", Naam="Woonhuis Zuid")
    change(path, "Inzet", "Locatie of onderwerp", "Zuidrand", Corporatie="Woonhuis zuid")
    after, _ = taken(path, session.dossier)
    assert at(after, "Zuidrand").corporation_id == party(session, "Woonhuis").id
    assert at(after, "Kerkveld").corporation_id == party(session, "Woonhuis").id


def test_roles_can_be_changed_beside_the_agreement(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)
    change(
        path, "Afspraken", "Nummer", "1.7",
        Trekker="Woningcorporaties", Betrokken="Woonhuis; Gemeente Veldhoven",
    )  # fmt: skip
    after, _ = taken(path, session.dossier)
    assert roles_at(after, number(after, "1.7").id) == {
        ("Woningcorporaties", RoleKind.LEAD),
        ("Woonhuis", RoleKind.INVOLVED),
        ("Gemeente Veldhoven", RoleKind.INVOLVED),
    }
    change(path, "Afspraken", "Nummer", "1.7", Trekker=None, Betrokken=None)
    after, _ = taken(path, session.dossier)
    assert roles_at(after, number(after, "1.7").id) == set()


def test_roles_can_be_changed_on_their_own_sheet(tmp_path: Path) -> None:
    session = small_session()
    path = exported(session.dossier, tmp_path)

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "Rollen")
        put(sheet, row_of(sheet, "Rol", "Betrokken"), Rol="Trekker onbekend")
        place = "Nieuwbouw Kerkveld (Woonhuis)"
        append(sheet, Afspraak_of_inzet=place, Partij="Bewoners", Rol="betrokken")
        append(sheet, Afspraak_of_inzet="afspraak 2.1", Partij="Bewoners", Rol="lead")

    after, _ = taken(edited(path, edit), session.dossier)
    first = roles_at(after, number(after, "1.7").id)
    assert ("Woningcorporaties", RoleKind.UNKNOWN_LEAD) in first
    assert roles_at(after, at(after, "Kerkveld").id) == {("Bewoners", RoleKind.INVOLVED)}
    assert roles_at(after, number(after, "2.1").id) == {("Bewoners", RoleKind.LEAD)}


def other_dossier() -> Session:
    """Next year's agreements of the same parties, which have other ids there."""
    session = empty_session()
    dossier, commit = session.dossier, session.commit
    commit(
        parties.add_party(
            dossier, "Stichting Woonhuis", PartyKind.CORPORATION, aliases=("Woonhuis",)
        )
    )
    commit(themes.add_theme(dossier, "Beschikbaar wonen", number="1"))
    commit(
        agreements.add_agreement(
            dossier, theme(session, "1").id, number="1.7", text="<p>Oud.</p>", heading="Bouwen"
        )
    )
    lead = roles.set_role(
        dossier,
        agreement(session, "1.7").id,
        party(session, "Stichting Woonhuis").id,
        RoleKind.INVOLVED,
    )
    commit(lead)
    return session


def test_in_another_dossier_things_are_known_by_name_and_nothing_is_emptied(tmp_path: Path) -> None:
    source, target = small_session(), other_dossier()
    before = target.dossier
    after, _ = taken(exported(source.dossier, tmp_path), before)
    assert after.set == before.set
    house, first = named(after, "Woonhuis"), number(after, "1.7")
    assert house.id == before.parties[0].id
    assert (first.id, first.heading) == (agreement(target, "1.7").id, "Bouwen")
    assert first.text == "<p>Woonhuis bouwt ruim 40 woningen.</p>"
    assert [t.number for t in after.themes] == ["1", "2"]
    assert at(after, "Kerkveld").corporation_id == house.id
    assert roles_at(after, first.id) == {
        ("Woonhuis", RoleKind.LEAD), ("Woningcorporaties", RoleKind.INVOLVED),
    }  # fmt: skip
    again, _ = taken(exported(source.dossier, tmp_path), after)
    assert again == after


def test_what_another_dossier_brings_stands_beside_what_is_here(tmp_path: Path) -> None:
    source, target = small_session(), small_session()
    for session, name in ((source, "Zuidrand"), (target, "Nieuw")):
        dossier = session.dossier
        session.commit(
            parties.add_party(dossier, name, PartyKind.CORPORATION, aliases=(f"{name}!",))
        )
        both = (*dossier.all(PartyGroup)[0].members[:1], party(session, name).id)
        session.commit(parties.edit_group(dossier, dossier.all(PartyGroup)[0].id, members=both))
        house = party(session, "Woonhuis")
        session.commit(parties.edit_party(dossier, house.id, aliases=(f"{name}huis",)))
        columns = (SeriesColumn("a", "Woonhuis", house.id), SeriesColumn(name, name))
        add = series.add_series(
            dossier, theme(session, "1").id, "Labels", SeriesKind.SERIES, columns,
            rows=[("2026", ("1", name))],
        )  # fmt: skip
        session.commit(add)
    after, _ = taken(exported(source.dossier, tmp_path), target.dossier)
    (group,) = after.all(PartyGroup)
    assert [after.get(Party, one).name for one in group.members] == [
        "Woonhuis",
        "Nieuw",
        "Zuidrand",
    ]
    assert named(after, "Woonhuis").aliases == ("Nieuwhuis", "Zuidrandhuis")
    assert [p.name for p in after.parties][2:5] == ["Thuisborg", "Zuidrand", "Nieuw"]
    (labels,) = after.all(Series)
    assert [column.label for column in labels.columns] == ["Woonhuis", "Nieuw", "Zuidrand"]
    (row,) = after.all(SeriesRow)
    assert [cell.quantity.raw for cell in row.cells] == ["1", "Nieuw", "Zuidrand"]


def test_references_in_texts_point_at_what_they_are_here(tmp_path: Path) -> None:
    source, target = small_session(), other_dossier()
    old = agreement(source, "1.7").id
    html = f'<p>Zie <a href="item:{old}">1.7</a>.</p>'
    source.commit(agreements.set_text(source.dossier, agreement(source, "2.1").id, html))
    after, _ = taken(exported(source.dossier, tmp_path), target.dossier)
    here = agreement(target, "1.7").id
    assert number(after, "2.1").text == html.replace(old, here)
