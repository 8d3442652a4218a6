"""Every edit function, on a dossier with something of every sort: done, undone, done again."""

import inspect
import pkgutil
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import import_module

import pytest

from prestatie_desktop.domain.agreement import AgreementStatus, Obligation, Origin, RoleKind
from prestatie_desktop.domain.agreement_set import SetKind, SetStatus, TextPart, TextPartKind
from prestatie_desktop.domain.blob import Blob
from prestatie_desktop.domain.bod import BodSubmission
from prestatie_desktop.domain.choice import Choice, ChoiceList
from prestatie_desktop.domain.commitment import CommitmentKind
from prestatie_desktop.domain.fingerprint import Fingerprints
from prestatie_desktop.domain.integrity import dangling
from prestatie_desktop.domain.party import PartyGroup, PartyKind
from prestatie_desktop.domain.quantity import alternatives
from prestatie_desktop.domain.series import Series, SeriesColumn, SeriesKind, SeriesRow
from prestatie_desktop.domain.signing import (
    Signatory,
    Signature,
    SigningMode,
    SigningRule,
    SigningScope,
)
from prestatie_desktop.domain.signing_rules import signing_parties
from prestatie_desktop.domain.sorts import SORTS
from prestatie_desktop.journal import edits
from prestatie_desktop.journal.edits import (
    agreement_sets,
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
from prestatie_desktop.journal.session import Act, Session
from tests.building import SECRETARY, agreement, full_session, party, project, sheet, theme

Edit = Callable[[Session], Act]
DAY = date(2025, 12, 1)
LOGO = Blob(b"png", "image/png")


def a7(s: Session) -> str:
    return agreement(s, "1.7").id


def house(s: Session) -> str:
    return party(s, "Woonhuis").id


def row(s: Session) -> str:
    return project(s, "Kerkveld").id


def first(s: Session, sort: str) -> str:
    return s.dossier.all(SORTS[sort])[0].id


def confirm(s: Session) -> Act:
    commitment = project(s, "Zuidrand")
    reading = alternatives(commitment.homes.raw)[0]
    return commitments.confirm_reading(s.dossier, commitment.id, "homes", reading)


def move_group(s: Session) -> Act:
    s.commit(parties.add_group(s.dossier, "Iedereen"))
    return parties.move_group(s.dossier, s.dossier.all(PartyGroup)[1].id, 0)


EDITS: dict[Callable[..., Act], list[Edit]] = {
    agreement_sets.set_details: [
        lambda s: agreement_sets.set_details(s.dossier, title="Anders", last_year=2027),
        lambda s: agreement_sets.set_details(s.dossier, base_document="Woonvisie"),
    ],
    agreement_sets.set_status: [lambda s: agreement_sets.set_status(s.dossier, SetStatus.CONCEPT)],
    agreements.add_agreement: [
        lambda s: agreements.add_agreement(s.dossier, theme(s, "1").id),
        lambda s: agreements.add_agreement(s.dossier, theme(s, "1").id, after=a7(s)),
    ],
    agreements.set_text: [lambda s: agreements.set_text(s.dossier, a7(s), "<p>Nieuw.</p>")],
    agreements.set_heading: [lambda s: agreements.set_heading(s.dossier, a7(s), "Kop")],
    agreements.set_number: [lambda s: agreements.set_number(s.dossier, a7(s), "1.7.a")],
    agreements.set_status: [
        lambda s: agreements.set_status(s.dossier, a7(s), AgreementStatus.DROPPED)
    ],
    agreements.set_obligation: [
        lambda s: agreements.set_obligation(s.dossier, a7(s), Obligation.RESULT)
    ],
    agreements.set_origin: [lambda s: agreements.set_origin(s.dossier, a7(s), Origin.BID)],
    agreements.set_planning: [lambda s: agreements.set_planning(s.dossier, a7(s), "Q2")],
    agreements.set_indicator: [lambda s: agreements.set_indicator(s.dossier, a7(s), "40")],
    agreements.set_remark: [lambda s: agreements.set_remark(s.dossier, a7(s), "Let op\nDit")],
    agreements.set_open_question: [
        lambda s: agreements.set_open_question(s.dossier, a7(s), ""),
        lambda s: agreements.set_open_question(s.dossier, a7(s), "Wanneer?"),
    ],
    agreements.set_municipalities: [lambda s: agreements.set_municipalities(s.dossier, a7(s), ())],
    agreements.move_agreement: [
        lambda s: agreements.move_agreement(s.dossier, a7(s), theme(s, "2").id, 0),
        lambda s: agreements.move_agreement(s.dossier, a7(s), theme(s, "1").id, 1),
    ],
    agreements.renumber: [lambda s: agreements.renumber(s.dossier, theme(s, "1").id)],
    agreements.remove_agreement: [lambda s: agreements.remove_agreement(s.dossier, a7(s))],
    bods.set_bod_text: [
        lambda s: bods.set_bod_text(s.dossier, house(s), "new_build", "<p>Meer.</p>"),
        lambda s: bods.set_bod_text(s.dossier, house(s), "sale", "<p>Niets.</p>"),
    ],
    bods.submit_bod: [lambda s: bods.submit_bod(s.dossier, SECRETARY, house(s), DAY)],
    bods.withdraw_bod: [lambda s: bods.withdraw_bod(s.dossier, s.dossier.all(BodSubmission)[0].id)],
    choices.add_choice: [lambda s: choices.add_choice(s.dossier, ChoiceList.PRICE, "Duur")],
    choices.edit_choice: [
        lambda s: choices.edit_choice(s.dossier, s.dossier.all(Choice)[0].id, "Laag", ("laag", " "))
    ],
    choices.remove_choice: [
        lambda s: choices.remove_choice(s.dossier, s.dossier.all(Choice)[0].id)
    ],
    commitments.add_kind: [lambda s: commitments.add_kind(s.dossier, "Sloop")],
    commitments.edit_kind: [
        lambda s: commitments.edit_kind(
            s.dossier, first(s, "commitment_kind"), label="Bouw", number="1.1"
        ),
        lambda s: commitments.edit_kind(
            s.dossier, first(s, "commitment_kind"), theme_id=theme(s, "2").id
        ),
    ],
    commitments.remove_kind: [
        lambda s: commitments.remove_kind(s.dossier, first(s, "commitment_kind"))
    ],
    commitments.add_commitment: [
        lambda s: commitments.add_commitment(
            s.dossier, s.dossier.all(CommitmentKind)[0].id, after=row(s), corporation_id=house(s)
        )
    ],
    commitments.set_values: [
        lambda s: commitments.set_values(
            s.dossier,
            row(s),
            {
                "homes": "circa 50",
                "year:2026": "20",
                "amount": "€ 5.000",
                "note": "een\ntwee",
                "accessibility": "BAT 2",
                "price": "goedkoop",
                "daeb": "daeb",
                "status": "idea",
                "corporation_id": party(s, "Thuisborg").id,
                "dwelling_type": "EGW",
                "homes_after": "9",
                "offered": "30",
                "neighbourhood": "Zuid",
                "postcode": "5501",
            },
        )
    ],
    commitments.set_cells: [
        lambda s: commitments.set_cells(
            s.dossier,
            [(row(s), {"year:2026": "1"}), (row(s), {"year:2027": "2", "location": "Markt"})],
        )
    ],
    commitments.paste_rows: [
        lambda s: commitments.paste_rows(
            s.dossier, first(s, "commitment_kind"), house(s), [{"homes": "1"}, {"location": "Dorp"}]
        )
    ],
    commitments.confirm_reading: [confirm],
    commitments.move_commitment: [lambda s: commitments.move_commitment(s.dossier, row(s), 1)],
    commitments.remove_commitments: [
        lambda s: commitments.remove_commitments(s.dossier, [row(s), row(s)])
    ],
    editions.adopt: [lambda s: editions.adopt(s.dossier, SECRETARY, DAY, title="Slot")],
    editions.register_signature: [
        lambda s: editions.register_signature(
            s.dossier, SECRETARY, sheet(s, "Thuisborg").id, "J. Jansen", DAY, place="Veldhoven"
        )
    ],
    editions.withdraw_signature: [
        lambda s: editions.withdraw_signature(s.dossier, s.dossier.all(Signature)[0].id)
    ],
    parties.add_party: [lambda s: parties.add_party(s.dossier, "Zorggroep", PartyKind.OTHER)],
    parties.edit_party: [
        lambda s: parties.edit_party(
            s.dossier,
            house(s),
            name="Woonhuis+",
            legal_name="Stichting Woonhuis",
            aliases=("WH", ""),
            seat="Eersel",
            note="n",
        )
    ],
    parties.set_logo: [lambda s: parties.set_logo(s.dossier, house(s), LOGO)],
    parties.move_party: [lambda s: parties.move_party(s.dossier, house(s), 0)],
    parties.remove_party: [
        lambda s: parties.remove_party(s.dossier, party(s, "Bewoners").id),
    ],
    parties.add_group: [lambda s: parties.add_group(s.dossier, "Samen", (house(s), house(s)))],
    parties.edit_group: [
        lambda s: parties.edit_group(
            s.dossier, first(s, "party_group"), name="Corporaties", members=(house(s),), note="n"
        )
    ],
    parties.move_group: [move_group],
    parties.remove_group: [
        lambda s: parties.remove_group(s.dossier, s.dossier.all(PartyGroup)[0].id)
    ],
    roles.set_role: [
        lambda s: roles.set_role(s.dossier, a7(s), house(s), None),
        lambda s: roles.set_role(s.dossier, a7(s), house(s), RoleKind.INVOLVED),
        lambda s: roles.set_role(s.dossier, row(s), party(s, "Bewoners").id, RoleKind.INVOLVED),
    ],
    roles.set_roles_many: [
        lambda s: roles.set_roles_many(
            s.dossier, [(a7(s), party(s, "Bewoners").id)] * 2 + [(row(s), house(s))], RoleKind.LEAD
        )
    ],
    series.add_series: [
        lambda s: series.add_series(
            s.dossier, theme(s, "2").id, "Nieuw", SeriesKind.MATRIX, (SeriesColumn("a", "A"),)
        )
    ],
    series.edit_series: [
        lambda s: series.edit_series(
            s.dossier,
            s.dossier.all(Series)[0].id,
            title="Labels EFG",
            row_label="Jaar",
            with_totals=True,
            reference_date=DAY,
        )
    ],
    series.add_column: [
        lambda s: series.add_column(
            s.dossier, first(s, "series"), "Thuisborg", party(s, "Thuisborg").id
        )
    ],
    series.remove_column: [lambda s: series.remove_column(s.dossier, first(s, "series"), "w")],
    series.add_series_row: [
        lambda s: series.add_series_row(s.dossier, first(s, "series"), "2028"),
        lambda s: series.add_series_row(s.dossier, first(s, "series"), "2025", 0),
    ],
    series.set_row_label: [
        lambda s: series.set_row_label(s.dossier, s.dossier.all(SeriesRow)[0].id, "2030")
    ],
    series.set_figures: [
        lambda s: series.set_figures(
            s.dossier, [(first(s, "series_row"), "w", "11"), (first(s, "series_row"), "t", "pm")]
        )
    ],
    series.remove_series_rows: [
        lambda s: series.remove_series_rows(s.dossier, [first(s, "series_row")] * 2)
    ],
    series.remove_series: [lambda s: series.remove_series(s.dossier, first(s, "series"))],
    signing.set_signing: [
        lambda s: signing.set_signing(
            s.dossier, SigningScope.ITEM, a7(s), house(s), SigningMode.NOT
        ),
        lambda s: signing.set_signing(
            s.dossier, SigningScope.THEME, theme(s, "2").id, house(s), None
        ),
        lambda s: signing.set_signing(
            s.dossier,
            SigningScope.THEME,
            theme(s, "2").id,
            house(s),
            SigningMode.WITH_RESERVATION,
            reservation="Anders.",
        ),
    ],
    signing.set_signing_many: [
        lambda s: signing.set_signing_many(s.dossier, [(a7(s), house(s))] * 2, SigningMode.NOT)
    ],
    signing.add_signatory: [lambda s: signing.add_signatory(s.dossier, house(s), "J. Jansen")],
    signing.edit_signatory: [
        lambda s: signing.edit_signatory(
            s.dossier,
            s.dossier.all(Signatory)[0].id,
            name="C. Bestuurder",
            function="voorzitter",
            basis=None,
            document="statuten",
            document_date=DAY,
            on_behalf_of="D. Ander",
        )
    ],
    signing.remove_signatory: [
        lambda s: signing.remove_signatory(s.dossier, s.dossier.all(Signatory)[0].id)
    ],
    text_parts.add_text_part: [
        lambda s: text_parts.add_text_part(s.dossier, TextPartKind.CLOSING, "Slot")
    ],
    text_parts.set_part_title: [
        lambda s: text_parts.set_part_title(s.dossier, first(s, "text_part"), "Woorden")
    ],
    text_parts.set_part_text: [
        lambda s: text_parts.set_part_text(s.dossier, first(s, "text_part"), "<p>Anders.</p>")
    ],
    text_parts.move_text_part: [],
    text_parts.remove_text_part: [
        lambda s: text_parts.remove_text_part(s.dossier, s.dossier.all(TextPart)[0].id)
    ],
    themes.add_theme: [lambda s: themes.add_theme(s.dossier, "Zorg")],
    themes.rename_theme: [
        lambda s: themes.rename_theme(
            s.dossier, theme(s, "1").id, number="3", title="Bouwen", short_title="Bouw"
        )
    ],
    themes.set_introduction: [
        lambda s: themes.set_introduction(s.dossier, theme(s, "1").id, "<p>Vooraf.</p>")
    ],
    themes.move_theme: [lambda s: themes.move_theme(s.dossier, theme(s, "2").id, 0)],
    themes.remove_theme: [lambda s: themes.remove_theme(s.dossier, theme(s, "1").id)],
}


def moved_text_part(s: Session) -> Act:
    s.commit(text_parts.add_text_part(s.dossier, TextPartKind.PREAMBLE, "Aanhef"))
    last = s.dossier.all(TextPart)[-1]
    return text_parts.move_text_part(s.dossier, last.id, 0)


EDITS[text_parts.move_text_part].append(moved_text_part)


def name_of(edit: Callable[..., Act]) -> str:
    return f"{edit.__module__.rpartition('.')[2]}.{edit.__name__}"


CASES = [
    pytest.param(case, id=f"{name_of(edit)}-{index}")
    for edit, cases in EDITS.items()
    for index, case in enumerate(cases)
]


def test_every_edit_function_is_tried() -> None:
    found = {
        member
        for module in pkgutil.iter_modules(edits.__path__, edits.__name__ + ".")
        for name, member in inspect.getmembers(import_module(module.name), inspect.isfunction)
        if not name.startswith("_")
        and member.__module__ == module.name
        and inspect.signature(member).return_annotation is Act
        and not module.name.endswith(".making")
    }

    assert found - {agreement_sets.start} == set(EDITS)


@pytest.mark.parametrize("edit", CASES)
def test_what_is_done_can_be_undone_and_done_again(edit: Edit) -> None:
    session = full_session()
    act = edit(session)
    before = session.dossier.copy()

    entry = session.commit(act)

    assert entry is not None
    after = session.dossier.copy()
    assert after != before
    session.undo()
    assert session.dossier == before
    session.redo()
    assert session.dossier == after


@pytest.mark.parametrize("edit", CASES)
def test_nothing_points_at_what_is_gone_and_every_argument_is_text(edit: Edit) -> None:
    session = full_session()
    assert dangling(session.dossier) == ()

    entry = session.commit(edit(session))

    assert dangling(session.dossier) == ()
    assert entry is not None
    assert all(type(value) is str for value in entry.args.values())


@pytest.mark.parametrize("edit", CASES)
def test_codes_that_were_kept_are_those_computed_afresh(edit: Edit) -> None:
    session = full_session()
    kept = Fingerprints(session.dossier)

    def codes(prints: Fingerprints) -> list[str]:
        return [prints.code(p) for p in signing_parties(session.dossier)]

    for step in (lambda: None, partial(session.commit, edit(session)), session.undo, session.redo):
        step()
        assert codes(kept) == codes(Fingerprints(session.dossier))


def test_a_dossier_begins_with_a_title_and_possible_years() -> None:
    act = agreement_sets.start(" Prestatie\u00adafspraken\t2026 ", SetKind.FRAMEWORK, 2026, 2030)

    assert act.starts
    assert act.args == {"title": "Prestatieafspraken 2026"}


def test_a_rule_that_is_dropped_is_gone() -> None:
    session = full_session()
    who, where = house(session), theme(session, "2").id

    session.commit(signing.set_signing(session.dossier, SigningScope.THEME, where, who, None))

    rules = session.dossier.of(SigningRule, "target_id", where)
    assert [rule for rule in rules if rule.party_id == who] == []
