import pytest

from prestatie_desktop.documents import blocks
from prestatie_desktop.documents.compose.signature_sheet import signature_sheet
from prestatie_desktop.documents.compose.version import Version, adopted, concept
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.party import Party
from prestatie_desktop.domain.signing import SigningMode, SigningScope
from prestatie_desktop.domain.signing_rules import signing_parties
from prestatie_desktop.journal.edits import agreements, signing
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.snapshot import thaw
from tests.building import agreement, party, small_session
from tests.documents.compose.dossiers import (
    RESERVATION,
    adopted_session,
    edition,
    example,
    flat,
    headings,
    of_kind,
    said,
    signing_session,
    table,
)

ITEMS = "Items waarvoor deze partij tekent"


def issued(session: Session) -> Version:
    made = edition(session)
    return adopted(session.dossier, made, thaw(session.store.blob(made.snapshot_id)))


def facts(document: blocks.Document) -> list[tuple[str, str]]:
    (pairs,) = of_kind(document, blocks.KeyValues)
    return [(name, said(value)) for name, value in pairs.pairs]


def test_an_issued_sheet_says_to_which_version_it_belongs() -> None:
    session = adopted_session()

    sheet = signature_sheet(issued(session), party(session, "Woonhuis"))

    assert (
        "Dit blad hoort bij vastgestelde versie 1 van 14 november 2025. De code geldt alleen voor "
        "de items en voorbehouden op de volgende bladzijden."
    ) in [said(text.content) for text in of_kind(sheet, blocks.Text)]
    assert sheet.footer == "Prestatieafspraken Veldhoven 2026, versie 1"
    assert sheet.watermark is None


def test_the_code_on_every_sheet_is_that_of_the_text_the_party_signs() -> None:
    session = adopted_session()
    version = issued(session)
    prints = Fingerprints(thaw(session.store.blob(edition(session).snapshot_id)))

    for one in signing_parties(session.dossier):
        (title,) = of_kind(signature_sheet(version, one), blocks.Title)
        assert title.code == blocks.ControlCode(code=prints.code(one), label="Controlecode")


def test_an_issued_sheet_stays_as_it_was_whatever_is_changed_later() -> None:
    session = adopted_session()
    before = signature_sheet(issued(session), party(session, "Woonhuis"))

    item = agreement(session, "1.7")
    session.commit(agreements.set_text(session.dossier, item.id, "<p>Heel iets anders.</p>"))
    session.commit(agreements.remove_agreement(session.dossier, agreement(session, "2.1").id))

    assert signature_sheet(issued(session), party(session, "Woonhuis")) == before


def test_a_signatory_who_was_named_after_adopting_stands_on_the_issued_sheet() -> None:
    session = adopted_session()
    thuisborg = party(session, "Thuisborg")

    session.commit(signing.add_signatory(session.dossier, thuisborg.id, "mevrouw N. Nieuw"))

    sheet = signature_sheet(issued(session), thuisborg)
    assert ("Vertegenwoordigd door", "mevrouw N. Nieuw") in facts(sheet)


def test_a_concept_says_so_on_every_page_and_marks_its_code() -> None:
    session = signing_session()

    sheet = signature_sheet(concept(session.dossier), party(session, "Woonhuis"))

    (title,) = of_kind(sheet, blocks.Title)
    assert sheet.watermark == "CONCEPT"
    assert title.code is not None
    assert title.code.label == "Controlecode (concept)"
    assert "niet bedoeld om te tekenen" in said(of_kind(sheet, blocks.Text)[0].content)


def test_the_sheet_tells_who_signs_on_what_ground_and_for_how_much() -> None:
    session = signing_session()
    version = concept(session.dossier)

    gemeente = facts(signature_sheet(version, party(session, "Gemeente Veldhoven")))
    assert ("Vertegenwoordigd door", "mevrouw A. Voorbeeld, wethouder") in gemeente
    assert (
        "Op grond van",
        "volmacht van de burgemeester, besluit 12 d.d. 3 november 2025",
    ) in gemeente
    assert ("Tekent voor", "3 van 3 afspraken en 2 van 2 projecten") in gemeente

    woonhuis = facts(signature_sheet(version, party(session, "Woonhuis")))
    assert ("Op grond van", "statuten, artikel 6") in woonhuis


def test_a_reservation_stands_with_its_item_and_its_words() -> None:
    session = signing_session()
    version = concept(session.dossier)

    sheet = signature_sheet(version, party(session, "Woonhuis"))

    assert "Voorbehoud bij 2.1" in headings(sheet)
    assert RESERVATION in [said(text.content) for text in of_kind(sheet, blocks.Text)]
    row = next(row for row in table(sheet, ITEMS) if row[0] == "2.1")
    assert row[2] == "– met voorbehoud"
    other = signature_sheet(version, party(session, "Thuisborg"))
    assert not [one for one in headings(other) if one.startswith("Voorbehoud")]


def test_a_reservation_about_a_whole_theme_is_told_once() -> None:
    session = small_session()
    theme = session.dossier.themes[0]
    woonhuis = party(session, "Woonhuis")
    session.commit(
        signing.set_signing(
            session.dossier,
            SigningScope.THEME,
            theme.id,
            woonhuis.id,
            SigningMode.WITH_RESERVATION,
            reservation=RESERVATION,
        )
    )

    sheet = signature_sheet(concept(session.dossier), woonhuis)

    told = [one for one in headings(sheet) if one.startswith("Voorbehoud")]
    assert told == ["Voorbehoud bij thema 1 Beschikbaarheid"]


def test_each_signatory_has_a_box_and_without_one_there_is_a_line_to_fill_in() -> None:
    session = signing_session()
    woonhuis = party(session, "Woonhuis")
    session.commit(signing.add_signatory(session.dossier, woonhuis.id, "C. Tweede"))
    version = concept(session.dossier)

    two = of_kind(signature_sheet(version, woonhuis), blocks.SignatureBox)
    none = of_kind(signature_sheet(version, party(session, "Thuisborg")), blocks.SignatureBox)

    assert [box.name_lines for box in two] == [
        ("de heer B. Denkbeeldig, bestuurder",),
        ("C. Tweede",),
    ]
    assert [line.split()[0] for line in none[0].name_lines] == ["Naam", "Functie"]


def test_the_annex_lists_agreements_and_projects_with_the_party_s_own_part() -> None:
    session = small_session()

    rows = table(signature_sheet(concept(session.dossier), party(session, "Woonhuis")), ITEMS)

    assert ["1 Beschikbaarheid"] in rows
    assert ["1.7", "Woonhuis bouwt ruim 40 woningen.", "trekker"] in rows
    assert ["", "Nieuwbouw: Kerkveld, 40 (Woonhuis)", "voert uit"] in rows
    assert ["", "Nieuwbouw: Zuidrand, +65 (Thuisborg)", "–"] in rows


def test_what_a_party_does_not_sign_is_neither_listed_nor_counted() -> None:
    session = small_session()
    woonhuis, item = party(session, "Woonhuis"), agreement(session, "1.10")
    session.commit(
        signing.set_signing(
            session.dossier, SigningScope.ITEM, item.id, woonhuis.id, SigningMode.NOT
        )
    )

    sheet = signature_sheet(concept(session.dossier), woonhuis)

    assert "1.10" not in [row[0] for row in table(sheet, ITEMS)]
    assert ("Tekent voor", "2 van 3 afspraken en 2 van 2 projecten") in facts(sheet)


def test_the_annex_can_be_left_out() -> None:
    session = adopted_session()

    sheet = signature_sheet(issued(session), party(session, "Woonhuis"), annex=False)

    assert of_kind(sheet, blocks.TableBlock) == []
    assert "waarvoor deze partij tekent." in said(of_kind(sheet, blocks.Text)[0].content)


def test_every_sheet_of_the_example_lists_all_that_binds_its_party() -> None:
    version = concept(example())

    for one in version.parties:
        sheet = signature_sheet(version, one)
        numbered = [row for row in table(sheet, ITEMS) if len(row) == 3]
        assert len(numbered) == 67 + 72 + 20
        assert facts(sheet)[-1] == (
            "Tekent voor",
            "67 van 67 afspraken, 72 van 72 projecten en 20 van 20 andere toezeggingen",
        )


def test_a_party_that_has_no_code_has_no_sheet() -> None:
    session = adopted_session()
    actor: Party = party(session, "Bewoners")

    with pytest.raises(KeyError):
        signature_sheet(issued(session), actor)


def test_the_box_stands_before_the_annex() -> None:
    session = signing_session()

    every = flat(signature_sheet(concept(session.dossier), party(session, "Woonhuis")))

    kinds = [type(block) for block in every]
    assert kinds.index(blocks.SignatureBox) < kinds.index(blocks.TableBlock)
