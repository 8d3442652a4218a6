from prestatie_desktop.documents import blocks
from prestatie_desktop.documents.compose.signature_page import signature_page
from prestatie_desktop.documents.compose.version import concept
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.signing import SigningBasis
from prestatie_desktop.journal.edits import parties, signing
from tests.building import empty_session, party
from tests.documents.compose.dossiers import example, of_kind, said, signing_session
from tests.documents.compose.test_signature_sheet import issued


def test_every_party_that_signs_has_its_place_with_its_own_code() -> None:
    dossier = example()
    prints = Fingerprints(dossier)

    (grid,) = of_kind(signature_page(concept(dossier)), blocks.SignatureGrid)

    version = concept(dossier)
    assert len(grid.parties) == 11
    assert [one.code for one in grid.parties] == [
        f"Controlecode (concept) {prints.code(p)}" for p in version.parties
    ]


def test_it_names_person_function_ground_and_seat() -> None:
    session = signing_session()
    gemeente = party(session, "Gemeente Veldhoven")
    session.commit(parties.edit_party(session.dossier, gemeente.id, seat="Veldhoven"))

    (grid,) = of_kind(signature_page(concept(session.dossier)), blocks.SignatureGrid)

    first = grid.parties[0]
    assert first.party == "Gemeente Veldhoven, gevestigd te Veldhoven"
    assert (first.name, first.function) == ("mevrouw A. Voorbeeld", "wethouder")
    assert first.basis == (
        "op grond van volmacht van de burgemeester, besluit 12 d.d. 3 november 2025"
    )


def test_who_stands_in_for_another_is_said() -> None:
    session = signing_session()
    thuisborg = party(session, "Thuisborg")
    session.commit(
        signing.add_signatory(
            session.dossier,
            thuisborg.id,
            "M. Plaats",
            basis=SigningBasis.STATUTES,
            on_behalf_of="E. Jansen",
        )
    )

    (grid,) = of_kind(signature_page(concept(session.dossier)), blocks.SignatureGrid)

    assert "op grond van statuten, i.o. E. Jansen" in [one.basis for one in grid.parties]


def test_two_signatories_of_one_party_have_a_place_each() -> None:
    session = signing_session()
    woonhuis = party(session, "Woonhuis")
    session.commit(signing.add_signatory(session.dossier, woonhuis.id, "C. Tweede"))

    (grid,) = of_kind(signature_page(concept(session.dossier)), blocks.SignatureGrid)

    assert [one.name for one in grid.parties if one.party == "Woonhuis"] == [
        "de heer B. Denkbeeldig",
        "C. Tweede",
    ]


def test_it_belongs_to_an_adopted_version_or_is_a_concept() -> None:
    from tests.documents.compose.dossiers import adopted_session

    session = adopted_session()
    page, draft = signature_page(issued(session)), signature_page(concept(session.dossier))

    belongs = said(of_kind(page, blocks.Text)[0].content)
    assert (
        "Prestatieafspraken Veldhoven 2026, vastgestelde versie 1 van 14 november 2025" in belongs
    )
    assert (page.watermark, draft.watermark) == (None, "CONCEPT")


def test_without_parties_it_says_so() -> None:
    page = signature_page(concept(empty_session().dossier))

    assert of_kind(page, blocks.SignatureGrid) == []
    assert "Er is nog geen partij die tekent." in [
        said(text.content) for text in of_kind(page, blocks.Text)
    ]
