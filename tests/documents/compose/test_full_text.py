from prestatie_desktop.documents import blocks
from prestatie_desktop.documents.compose.full_text import full_text
from prestatie_desktop.documents.compose.version import concept
from prestatie_desktop.domain.agreement import Agreement, AgreementStatus, Obligation
from prestatie_desktop.domain.commitment import Commitment
from prestatie_desktop.domain.richtext import parse
from prestatie_desktop.journal.edits import agreements, editions
from tests.building import SECRETARY, agreement, party, small_session
from tests.documents.compose.dossiers import (
    DAY,
    example,
    headings,
    of_kind,
    project_with,
    said,
    signing_session,
    table,
)
from tests.documents.compose.test_signature_sheet import issued


def items(document: blocks.Document) -> list[blocks.Item]:
    return [item for block in of_kind(document, blocks.Items) for item in block.items]


def test_every_agreement_of_the_example_is_there_once_with_its_roles() -> None:
    dossier = example()

    found = items(full_text(concept(dossier)))

    assert [item.number for item in found] == [
        a.number for theme in dossier.themes for a in dossier.agreements_of(theme.id)
    ]
    assert len(found) == 67
    lead = next(item for item in found if item.number == "1.7").roles[0]
    assert lead == blocks.RoleMark(
        badge=blocks.RoleBadge.LEAD, label="Trekker", party="Gemeente Heerlen"
    )


def test_every_project_of_the_example_stands_in_a_table_once() -> None:
    dossier = example()

    anchors = [
        row.anchor
        for one in of_kind(full_text(concept(dossier)), blocks.TableBlock)
        for row in one.rows
        if row.anchor
    ]

    assert sorted(anchors) == sorted(f"item:{c.id}" for c in dossier.all(Commitment))


def test_themes_tables_and_parts_stand_in_reading_order() -> None:
    found = headings(full_text(concept(example())))

    assert found[0] == "Partijen"
    assert found.index("Begrippen") < found.index(
        "1 Beschikbaarheid, kwaliteit en vastgoedtransitie"
    )
    assert (
        found.index("1.1 Nieuwbouw")
        < found.index("1.6 Onderzoek")
        < found.index("2 Betaalbaarheid")
    )
    assert found[-2:] == ["Tot slot", "Ondertekening"]


def test_a_total_says_what_it_could_not_count() -> None:
    document = full_text(concept(example()))

    built, demolished = table(document, "Nieuwbouw")[-1], table(document, "Sloop")[-1]

    assert (built[0], built[-1]) == ("Totaal 446, waarvan 65 een ondergrens is.", "446")
    assert (demolished[0], demolished[-1]) == ("Totaal 239; 1 rij onbekend niet meegeteld.", "239")


def test_a_row_that_stands_there_twice_is_printed_twice_and_counted_once() -> None:
    rows = table(full_text(concept(example())), "Renovatie")

    assert sum(row[0].startswith("Saffierflat") for row in rows) == 2
    assert (rows[-1][0], rows[-1][-1]) == ("Totaal 1 dubbele rij is één keer geteld.", "253")


def test_a_matrix_has_totals_both_ways_and_unknown_is_never_zero() -> None:
    document = full_text(concept(example()))

    matrix = table(document, "Aanbod van de corporaties naar BAT-score, peildatum 31 december 2023")
    course = table(document, "Sociale huurwoningen met een EFG-label in Heerlen")

    assert matrix[-1][-1] == "6.371"
    assert "t.b." in course[2]


def test_figures_of_one_agreement_follow_that_agreement() -> None:
    document = full_text(concept(example()))

    rents = table(document, "Huurbeleid bij 2.5")

    assert len(rents) == 5
    assert any("CAO-index – 1,4%" in row for row in rents)


def test_references_carry_today_s_number_and_lead_to_the_item() -> None:
    session = small_session()
    target, source = agreement(session, "1.10"), agreement(session, "1.7")
    html = f'<p>Zie <a href="item:{target.id}">1.10</a>.</p>'
    session.commit(agreements.set_text(session.dossier, source.id, html))
    session.commit(agreements.set_number(session.dossier, target.id, "1.12"))

    item = next(i for i in items(full_text(concept(session.dossier))) if i.number == "1.7")

    assert said(item.content) == "Zie 1.12."
    assert f"item:{target.id}" in {i.anchor for i in items(full_text(concept(session.dossier)))}


def test_what_is_agreed_besides_the_text_is_printed_with_it() -> None:
    session = small_session()
    item = agreement(session, "1.7")
    session.commit(agreements.set_planning(session.dossier, item.id, "vóór 1 juli 2026"))
    session.commit(agreements.set_obligation(session.dossier, item.id, Obligation.RESULT))

    printed = next(i for i in items(full_text(concept(session.dossier))) if i.number == "1.7")

    assert said(printed.content).endswith("Resultaatsverplichting. Planning: vóór 1 juli 2026.")


def test_a_concept_shows_status_and_an_adopted_text_does_not() -> None:
    session = signing_session()
    item = agreement(session, "1.10")
    session.commit(agreements.set_status(session.dossier, item.id, AgreementStatus.DROPPED))
    session.commit(editions.adopt(session.dossier, SECRETARY, DAY))

    draft = {i.number: i for i in items(full_text(concept(session.dossier)))}
    final = {i.number: i for i in items(full_text(issued(session)))}

    assert (draft["1.7"].status, draft["1.10"].status) == ("Voorstel", "Vervallen")
    assert {i.status for i in final.values()} == {""}
    assert final["1.10"].content == "Vervallen."


def test_phasing_postcode_and_note_of_a_project_are_printed_since_they_are_signed() -> None:
    session = small_session()
    project_with(
        session,
        location="Dorpsrand",
        homes="30",
        postcode="5501",
        neighbourhood="Dorp",
        note="Samen met de zorg.",
        **{"year:2026": "10", "year:2027": "20"},
    )

    rows = table(full_text(concept(session.dossier)), "Nieuwbouw")

    assert "Dorpsrand Dorp, 5501; 2026: 10; 2027: 20; Samen met de zorg." in [r[0] for r in rows]


def test_the_remark_between_parties_and_the_open_question_are_not_printed() -> None:
    session = small_session()
    item = agreement(session, "1.7")
    session.commit(
        agreements.set_open_question(
            session.dossier, item.id, "Wie betaalt dit?", party(session, "Woonhuis").id
        )
    )

    assert "Wie betaalt dit?" not in repr(full_text(concept(session.dossier)))


def test_every_text_of_the_example_is_printed_to_the_letter() -> None:
    dossier = example()
    printed = {item.anchor: item for item in items(full_text(concept(dossier)))}

    for one in dossier.all(Agreement):
        texts = [block.text for block in parse(one.text)]
        assert [b.text for b in printed[f"item:{one.id}"].content][: len(texts)] == texts  # type: ignore[union-attr]
