from datetime import date

from prestatie_desktop.documents import blocks
from prestatie_desktop.documents.compose.bod import bod_document
from prestatie_desktop.documents.compose.bod_version import BodVersion
from prestatie_desktop.domain.bod import BodSubmission
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.dossier import Dossier
from prestatie_desktop.domain.party import PartyKind
from prestatie_desktop.journal.edits import bods, commitments, parties
from prestatie_desktop.journal.session import Session
from prestatie_desktop.journal.snapshot import thaw
from prestatie_desktop.words.legal import legal_bod
from tests.building import SECRETARY, party, project, small_session
from tests.documents.compose.dossiers import (
    example,
    headings,
    of_kind,
    project_with,
    said,
    table,
)

LEGAL = "Wettelijke onderdelen, waar zij staan en of zij er zijn"


def bod_of(dossier: Dossier, name: str, submission: BodSubmission | None = None) -> blocks.Document:
    corporation = next(p for p in dossier.parties if p.name == name)
    return bod_document(BodVersion(text=dossier, party=corporation, submission=submission))


def texts(document: blocks.Document) -> list[str]:
    return [said(text.content) for text in of_kind(document, blocks.Text)]


def test_every_municipality_is_named_within_the_sentence() -> None:
    session = small_session()
    session.commit(parties.add_party(session.dossier, "Gemeente Waalre", PartyKind.MUNICIPALITY))

    (cover,) = of_kind(bod_of(session.dossier, "Woonhuis"), blocks.Cover)

    assert cover.subtitle.endswith("aan de gemeente Veldhoven en gemeente Waalre")


def session_with_legal_kind() -> Session:
    session = small_session()
    kind = session.dossier.all(CommitmentKind)[0]
    session.commit(commitments.edit_kind(session.dossier, kind.id, legal="building"))
    return session


def test_the_cover_says_from_whom_to_whom_for_which_years_and_on_what_ground() -> None:
    (cover,) = of_kind(bod_of(example(), "Wonen Zuid"), blocks.Cover)

    assert cover.title == "Bod 2024"
    assert cover.subtitle == "Wonen Zuid aan de gemeente Heerlen"
    assert cover.lines == (
        "Voorgenomen werkzaamheden 2024 tot en met 2028",
        "Op grond van artikel 43 en 44 van de Woningwet",
        "Concept",
    )


def test_every_legal_heading_is_there_in_its_order_with_the_letter_of_the_law() -> None:
    found = headings(bod_of(example(), "Wonen Zuid"))

    legal = legal_bod(date(2023, 7, 1)).headings
    wanted = [f"{letter} {h.label}" for letter, h in zip("ABCDEF", legal, strict=True)]
    assert [one for one in found if one in wanted] == wanted


def test_an_empty_legal_heading_says_geen_voornemens() -> None:
    session = small_session()

    document = bod_of(session.dossier, "Thuisborg")

    every = of_kind(document, blocks.Heading)
    assert "Leefbaarheid" in [h.text for h in every]
    assert texts(document).count("Geen voornemens.") >= 4
    rows = {row[0].split(" BTIV")[0]: row for row in table(document, LEGAL)}
    assert rows["Kwaliteit en duurzaamheid"][1:] == ["4D", "geen voornemens"]


def test_a_bod_holds_its_own_rows_only() -> None:
    document = bod_of(example(), "Wonen Zuid")

    (row, _) = table(document, "Nieuwbouw")
    assert row[0] == "Centrum, Schinkel, Geerstraat"
    assert "Slakhorst" not in repr(document)


def test_rows_stand_in_their_years_and_the_rest_without_year() -> None:
    session = session_with_legal_kind()
    project_with(session, location="Dorpsrand", homes="30", **{"year:2026": "10", "year:2028": "5"})

    rows = table(bod_of(session.dossier, "Woonhuis"), "Nieuwbouw")

    by_place = {row[0]: row[1:] for row in rows}
    assert by_place["Dorpsrand"] == ["10", "", "5", "", "", "15", "30"]
    assert by_place["Kerkveld"] == ["", "", "", "", "", "40", "40"]
    assert by_place["Totaal"] == ["10", "–", "5", "–", "–", "55", "70"]


def test_a_total_says_what_it_could_not_count() -> None:
    session = session_with_legal_kind()
    project_with(session, location="Later", homes="onbekend")

    rows = table(bod_of(session.dossier, "Woonhuis"), "Nieuwbouw")

    assert rows[-1][0] == "Totaal 40; 1 rij onbekend niet meegeteld."
    assert rows[-1][-2:] == ["40 1 onbekend", "40"]


def test_what_was_offered_stays_readable_beside_what_was_agreed() -> None:
    session = session_with_legal_kind()
    row = project(session, "Kerkveld")
    session.commit(
        commitments.set_values(session.dossier, row.id, {"offered": "40", "homes": "55 woningen"})
    )

    rows = table(bod_of(session.dossier, "Woonhuis"), "Nieuwbouw")

    assert rows[0][-1] == "40 afgesproken 55"


def test_nothing_is_said_of_what_was_agreed_before_anything_is() -> None:
    session = session_with_legal_kind()
    row = project(session, "Kerkveld")
    session.commit(commitments.set_values(session.dossier, row.id, {"offered": "40", "homes": ""}))

    rows = table(bod_of(session.dossier, "Woonhuis"), "Nieuwbouw")

    assert rows[0][-1] == "40"


def test_its_texts_stand_under_their_headings() -> None:
    document = bod_of(example(), "Wonen Zuid")

    asked = next(t for t in texts(document) if t.startswith("Wij vragen de gemeente"))
    assert "De Hees" in asked
    assert "6 Gevraagde bijdrage" in headings(document)
    assert "7 Voorwaarden en voorbehouden" in headings(document)


def test_the_request_for_talks_is_always_in_it() -> None:
    for party_ in (p for p in example().parties if p.kind is PartyKind.CORPORATION):
        document = bod_of(example(), party_.name)
        assert any(
            "vraagt gemeente Heerlen" in text and "overleg" in text for text in texts(document)
        )


def test_a_submitted_bod_prints_what_was_handed_in_whatever_changed_since() -> None:
    session = session_with_legal_kind()
    woonhuis = party(session, "Woonhuis")
    session.commit(
        bods.submit_bod(
            session.dossier,
            SECRETARY,
            woonhuis.id,
            date(2025, 6, 27),
            consulted_on=date(2025, 5, 20),
            consultation="Met de huurdersraad besproken.",
            board_approved_on=date(2025, 6, 3),
        )
    )
    (submission,) = session.dossier.all(BodSubmission)
    row = project(session, "Kerkveld")
    session.commit(commitments.set_values(session.dossier, row.id, {"homes": "99"}))

    document = bod_of(thaw(session.store.blob(submission.snapshot_id)), "Woonhuis", submission)

    assert document.watermark is None
    assert of_kind(document, blocks.Cover)[0].lines[-1] == "Ingediend op 27 juni 2025"
    assert table(document, "Nieuwbouw")[0][-1] == "40"
    facts = {k: said(v) for block in of_kind(document, blocks.KeyValues) for k, v in block.pairs}
    assert facts["Overleg met huurders"] == (
        "Gevoerd op 20 mei 2025.\nMet de huurdersraad besproken."
    )
    assert any("goedgekeurd op 3 juni 2025" in text for text in texts(document))


def test_what_is_not_handed_in_says_concept_and_what_is_not_recorded() -> None:
    document = bod_of(example(), "Weller")

    assert document.watermark == "CONCEPT"
    facts = {k: said(v) for block in of_kind(document, blocks.KeyValues) for k, v in block.pairs}
    assert facts["Overleg met huurders"].startswith("Nog niet vastgelegd")
    assert any("raad van commissarissen" in t and "niet vastgelegd" in t for t in texts(document))


def test_the_roles_of_the_corporation_stand_per_theme() -> None:
    rows = table(bod_of(example(), "Wonen Zuid"), "Bijdrage per thema")

    assert ["1.11", "Samen aan De Hees", "trekker"] in rows
    assert "1.7" in [row[0] for row in rows]  # through its group
    assert "1.12" not in [row[0] for row in rows]


def test_its_own_column_of_the_figures_is_in_it() -> None:
    document = bod_of(example(), "Wonen Zuid")

    stock = table(document, "Aanbod van de corporaties naar BAT-score, peildatum 31 december 2023")

    assert stock[0] == ["Wandelstokgeschikt (BAT1)", "374"]
    assert stock[-1] == ["Totaal", "582"]


def test_with_several_municipalities_the_rows_stand_per_municipality() -> None:
    from prestatie_desktop.journal.edits import parties

    session = session_with_legal_kind()
    session.commit(parties.add_party(session.dossier, "Gemeente Eersel", PartyKind.MUNICIPALITY))
    row, eersel = project(session, "Kerkveld"), party(session, "Gemeente Eersel")
    session.commit(commitments.set_values(session.dossier, row.id, {"municipality_id": eersel.id}))
    project_with(session, location="Dorpsrand", homes="30")

    rows = table(bod_of(session.dossier, "Woonhuis"), "Nieuwbouw")

    assert [row[0] for row in rows] == [
        "Gemeente Eersel",
        "Kerkveld Gemeente Eersel",
        "Zonder gemeente",
        "Dorpsrand",
        "Totaal",
    ]


def test_the_checklist_says_what_is_there_in_part_only() -> None:
    rows = {row[0].split(" BTIV")[0]: row[2] for row in table(bod_of(example(), "Weller"), LEGAL)}

    found = {name.split(" Woningwet")[0]: words for name, words in rows.items()}
    years = next(words for name, words in found.items() if name.startswith("De vijf kalenderjaren"))
    postcodes = next(words for name, words in found.items() if name.startswith("Verkoop en huur"))
    assert years.startswith("ten dele: ")
    assert years.endswith("rijen zonder jaar")
    assert postcodes == "ten dele: 1 rij zonder postcode"
    assert found["Overleg met huurdersorganisaties en bewonerscommissies"] == "nog niet"
    assert found["Verzoek om overleg, in dezelfde zending"] == "ja"


def test_the_key_figures_tell_no_plans_from_none_counted() -> None:
    rows = table(bod_of(example(), "Vincio Wonen"), "Voornemens 2024 tot en met 2028 in getallen")

    assert ["Nieuwbouw", "1", "24"] in rows
    assert ["Sloop Niet te bepalen; 1 rij onbekend niet meegeteld.", "1", "–"] in rows
    weller = table(bod_of(example(), "Weller"), "Voornemens 2024 tot en met 2028 in getallen")
    assert ["Nieuwbouw", "–", "–"] in weller
